"""Lines into blocks: headings, paragraphs and the points of lists, each with its lines and pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.papers import Box, Item, Line, Pack, Page
from ingest.printed import running_lines

POINT = re.compile(
    r"^(?:[•●▪◦‣➢Ø\u2022\uf0b7\uf0a7*+–-]\s+|o\s+(?=[A-Z])|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*(?=\S)|\([\da-zA-Zivx]{1,4}\)\s*"
    r"|[I\d]{1,2}(?:\.[I\d]{1,3}){1,3}\.?\s+)"
)
_SPACED_HEADING = re.compile(r"^(?:appendix|annex|section|part|schedule|table|figure)\s+[\w.]+", re.I)


@dataclass(frozen=True, slots=True)
class BlockSettings:
    """When a new block begins: a gap above, as a share of the line's height, or a change of size in points."""

    gap: float = 0.55
    change: float = 0.8
    heading_words: int = 16
    box_slack: float = 2.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page and its place among the page's lines."""

    page: int
    at: int
    line: Line


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a point of a list; a smaller `level` is a higher heading, () is no heading."""

    lines: tuple[Placed, ...]
    item: Item | None
    level: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        """The words, lines joined; a word parted at a line's end by a hyphen is left as printed."""
        return " ".join(placed.line.text for placed in self.lines)

    @property
    def pages(self) -> tuple[int, int]:
        """First and last page."""
        return self.lines[0].page, self.lines[-1].page

    @property
    def is_point(self) -> bool:
        """Whether it is a point of a list."""
        return bool(POINT.match(self.text))

    @property
    def leads(self) -> bool:
        """Whether it announces a list: it ends in a colon."""
        return bool(re.search(r"[:：]\s*[-–—]?$", self.text))


def pack_to_blocks(pack: Pack, settings: BlockSettings | None = None) -> tuple[Block, ...]:
    """All that is text and not table or running head, in reading order, with its item."""
    settings = settings or BlockSettings()
    body = _body_size(pack.pages)
    blocks: list[Block] = []
    here: list[Placed] = []
    item: Item | None = None
    for placed in _placed(pack, settings):
        now = item_at(pack.items, placed.page, placed.at)
        if here and (now is not item or _breaks(here, placed, body, settings)):
            blocks.append(_block(here, item, body, settings))
            here = []
        item = now
        here.append(placed)
    if here:
        blocks.append(_block(here, item, body, settings))
    return tuple(blocks)


def item_at(items: Sequence[Item], page: int, line: int) -> Item | None:
    """The item in which a line stands: of those that hold its page, the one that began last before it."""
    held = [i for i in items if i.pages[0] <= page <= i.pages[1] and (i.pages[0], i.line) <= (page, line)]
    return max(held, key=lambda i: (i.pages[0], i.line, bool(i.number) and -i.pages[1]), default=None)


def _placed(pack: Pack, settings: BlockSettings) -> Iterator[Placed]:
    """The lines to be read as text."""
    running = running_lines(pack.pages)
    areas: dict[int, list[Box]] = {}
    for table in pack.tables:
        for number, box in table.areas:
            areas.setdefault(number, []).append(box)
    for page in pack.pages:
        if page.unread or "intentionally left blank" in page.text[:80].lower():
            continue
        for at, line in enumerate(page.lines):
            inside = any(_within(line.box, area, settings.box_slack) for area in areas.get(page.number, ()))
            if at not in running[page.number] and not inside:
                yield Placed(page.number, at, line)


def _within(box: Box, area: Box, slack: float) -> bool:
    middle = (box[1] + box[3]) / 2
    return (
        area[1] - slack <= middle <= area[3] + slack
        and box[0] >= area[0] - slack
        and box[2] <= area[2] + 4 * slack
    )


def _body_size(pages: Sequence[Page]) -> float:
    """The size in which most of the document is set."""
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _breaks(here: Sequence[Placed], new: Placed, body: float, settings: BlockSettings) -> bool:
    """Whether a new block begins at this line."""
    last = here[-1].line
    if POINT.match(new.line.text) and not _runs_on(last, new.line):
        return True
    if _is_heading(last, body, settings) != _is_heading(new.line, body, settings) or _restyled(
        last, new.line, settings
    ):
        return True
    if new.page != here[-1].page:
        return bool(re.search(r"[.;:!?]$", last.text)) or not re.match(r"[a-z\d(£]", new.line.text)
    height = max(last.box[3] - last.box[1], 1.0)
    if last.box == (0.0, 0.0, 0.0, 0.0):
        return True
    gap = new.line.box[1] - last.box[3]
    return gap > settings.gap * height or gap < -3 * height


def _runs_on(last: Line, new: Line) -> bool:
    """Whether a line that looks like a point goes on with a sentence ("… paragraph / 2.3 and")."""
    return (
        bool(re.match(r"^\d+\.\d+", new.text))
        and not re.search(r"[.;:!?)]$", last.text)
        and not last.bold
        and len(last.text) > 60
    )


def _restyled(last: Line, new: Line, settings: BlockSettings) -> bool:
    return abs(last.size - new.size) > settings.change


def _is_heading(line: Line, body: float, settings: BlockSettings) -> bool:
    """Whether a line stands out as a heading does: bold, larger or in capitals, short, and no sentence."""
    text = line.text.strip()
    if (
        len(text.split()) > settings.heading_words
        or not re.search(r"[A-Za-z]{2}", text)
        or re.search(r"[.;,]$", text)
    ):
        return False
    loud = text.upper() == text and len(re.findall(r"[A-Z]", text)) > 5
    larger = line.size > body + settings.change
    return line.bold or larger or loud or bool(_SPACED_HEADING.match(text) and len(text.split()) < 12)


def _block(lines: Sequence[Placed], item: Item | None, body: float, settings: BlockSettings) -> Block:
    first = lines[0].line
    if item and _opens(lines, item, settings):
        return Block(tuple(lines), item, (-round(first.size) - 1, 0))
    if all(_is_heading(placed.line, body, settings) for placed in lines) and len(lines) < 4:
        capitals = first.text.upper() == first.text
        return Block(tuple(lines), item, (-round(first.size), 0 if capitals else 1))
    return Block(tuple(lines), item)


def _opens(lines: Sequence[Placed], item: Item, settings: BlockSettings) -> bool:
    """Whether these lines are a numbered item's own heading, however it is set."""
    text = " ".join(placed.line.text for placed in lines)
    begins = (lines[0].page, lines[0].at) == (item.pages[0], item.line) and bool(item.number)
    return begins and text.startswith(item.number) and len(text.split()) <= 2 * settings.heading_words
