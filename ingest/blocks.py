"""Lines into blocks: headings, paragraphs and the points of lists, each with its lines and pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.papers import Box, Item, Line, Pack
from ingest.printed import running_lines
from ingest.typography import NO_BOX, Typography, lines_to_typography

POINT = re.compile(
    r"^(?:[•●▪◦‣➢Ø\u2022\uf0b7\uf0a7*+–-]\s+|o\s+(?=[A-Z])"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*(?=\S)|\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\s*"
    r"|[I\d]{1,2}(?:\.[I\d]{1,3}){1,3}\.?\s+)"
)
_LONE_MARK = re.compile(r"^(?:[•●▪◦‣➢\u2022\uf0b7\uf0a7–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])$")
_VALUE = re.compile(
    r"^\W*(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|Table|Figure|Chart)\b|:\s+\S|\d{4}|,$|^[A-Z]\.|[£%]|\s\W?\d+[.,]\d"
)
_ENDED = re.compile(r"[.;:!?][\"'’”)]?$")
_ABBREVIATED = re.compile(r"\b(?:No|Nos|Cllr|Cllrs|Mr|Mrs|Ms|Dr|St|para|e\.g|i\.e|approx)\.$")
_TITLE = re.compile(r"^(?:(?:\d{1,2}[.)]?|[A-Z][.)])\s+)?[A-Z](?:[^.;?!@]|[.](?=\w))*$")
_DANGLES = re.compile(
    r"\b(?:of|the|and|or|to|in|on|for|a|an|by|with|from|that|at|as|is|are|was|be|(?:on|of|by) \d{1,2})$"
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
TITLE_WORDS, PROSE_WORDS = 10, 6


@dataclass(frozen=True, slots=True)
class BlockSettings:
    """When a new block begins: lines farther apart than in a paragraph, short lines, titles."""

    apart: float = 1.25
    farthest: float = 2.2
    full: float = 0.8
    full_words: int = 7
    short: float = 0.5
    heading_words: int = 24
    run: int = 3
    box_slack: float = 2.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page and its place among the page's lines."""

    page: int
    at: int
    line: Line


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a point of a list; a smaller `level` is a higher heading, () is none."""

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
    def titles(self) -> bool:
        """Whether it reads as a title: a few words from a capital on, and no sentence."""
        return len(self.text.split()) <= TITLE_WORDS and bool(_TITLE.match(self.text))

    @property
    def ends(self) -> bool:
        """Whether a sentence or a clause ends with it."""
        return _ended(self.lines[-1].line)

    @property
    def leads(self) -> bool:
        """Whether it announces a list: it ends in a colon."""
        return bool(re.search(r"[:：]\s*[-–—]?$", self.text))


def pack_to_blocks(pack: Pack, settings: BlockSettings | None = None) -> tuple[Block, ...]:
    """All that is text and not table or running head, in reading order, with its item."""
    settings = settings or BlockSettings()
    placed = tuple(_placed(pack, settings))
    look = lines_to_typography([(one.page, one.line) for one in placed])
    blocks = tuple(_level(block, look, settings) for block in _joined(placed, pack.items, look, settings))
    return _without_lists(_with_plain_headings(blocks), settings)


def item_at(items: Sequence[Item], page: int, line: int) -> Item | None:
    """The item in which a line stands: of those that hold its page, the one that began last before it."""
    held = [i for i in items if i.pages[0] <= page <= i.pages[1] and (i.pages[0], i.line) <= (page, line)]
    return max(held, key=lambda i: (i.pages[0], i.line, bool(i.number) and -i.pages[1]), default=None)


def follows(last: Placed, new: Placed) -> bool:
    """Whether nothing stands between two lines, a table say; a new page's head may."""
    return new.page != last.page or new.at == last.at + 1


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
            inside = any(_within(page.place_of(at), area, settings.box_slack) for area in areas.get(page.number, ()))
            if at not in running[page.number] and not inside:
                yield Placed(page.number, at, line)


def _within(box: Box, area: Box, slack: float) -> bool:
    middle = (box[1] + box[3]) / 2
    return area[1] - slack <= middle <= area[3] + slack and box[0] >= area[0] - slack and box[2] <= area[2] + 4 * slack


def _joined(
    placed: Sequence[Placed], items: Sequence[Item], look: Typography, settings: BlockSettings
) -> Iterator[Block]:
    """Lines that belong together, those without a letter or figure left out."""
    widths = {one.page: 0.0 for one in placed}
    for one in placed:
        widths[one.page] = max(widths[one.page], one.line.box[2])
    here: list[Placed] = []
    item: Item | None = None
    for one in placed:
        now = item_at(items, one.page, one.at)
        if here and (now is not item or _breaks(here, one, look, widths[here[-1].page], settings)):
            yield Block(tuple(here), item)
            here = []
        item = now
        if here or re.search(r"\w", one.line.text) or _LONE_MARK.match(one.line.text):
            here.append(one)
    if here:
        yield Block(tuple(here), item)


def _breaks(here: Sequence[Placed], new: Placed, look: Typography, width: float, settings: BlockSettings) -> bool:
    """Whether a new block begins at this line."""
    last = here[-1].line
    full = last.box[2] >= settings.full * width and len(last.text.split()) >= settings.full_words
    if len(here) == 1 and _LONE_MARK.match(last.text):
        return False
    if not follows(here[-1], new) or (POINT.match(new.line.text) and not _refers(last, new.line)):
        return True
    if look.restyled(last, new.line):
        return True
    dangles = bool(_DANGLES.search(last.text))
    flows = dangles or (not _ended(last) and bool(re.match(r"[a-z\d(£]", new.line.text)))
    if last.box == NO_BOX:
        return not (flows and len(last.text) > 60)
    if look.stands_out(here[-1].page, last) != look.stands_out(new.page, new.line) and not (flows and full):
        return True
    aligned = abs(new.line.box[0] - last.box[0]) < 2 * new.line.size
    if new.line.text[:1].isupper() and last.box[2] < settings.short * width and aligned and not dangles:
        return True
    pitch, usual = new.line.box[1] - last.box[1], look.pitch(new.line.size)
    if new.page != here[-1].page or pitch < -settings.farthest * usual:
        return not (flows or (full and not _ended(last)))
    return pitch > (settings.farthest if dangles or (flows and full) else settings.apart) * usual


def _ended(line: Line) -> bool:
    """Whether a sentence or a clause ends with this line."""
    text = line.text.rstrip()
    return bool(_ENDED.search(text)) and not _ABBREVIATED.search(text)


def _refers(last: Line, new: Line) -> bool:
    """Whether a line that looks like a point goes on with a sentence ("… paragraph / 2.3 and")."""
    return (
        bool(re.match(r"^\d+\.\d+", new.text))
        and not re.search(r"[.;:!?)]$", last.text)
        and not last.bold
        and len(last.text) > 60
    )


def _level(block: Block, look: Typography, settings: BlockSettings) -> Block:
    """The block with its level, if it is an item's own heading or stands out as one."""
    first, words = block.lines[0], len(block.text.split())
    if block.item and _opens(block, block.item, settings):
        return replace(block, level=(-round(first.line.size) - 1, 0))
    short = len(block.lines) <= 3 and words <= settings.heading_words
    if short and all(look.stands_out(one.page, one.line) for one in block.lines):
        loud = first.line.text.upper() == first.line.text
        return replace(block, level=(-round(first.line.size), 0 if loud else 1))
    return block


def _opens(block: Block, item: Item, settings: BlockSettings) -> bool:
    """Whether a block is a numbered item's own heading, however it is set."""
    begins = (block.lines[0].page, block.lines[0].at) == (item.pages[0], item.line) and bool(item.number)
    return begins and block.text.startswith(item.number) and len(block.text.split()) <= settings.heading_words


def _with_plain_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with those made headings that are set as the text is, but stand like headings over prose."""
    following = [*blocks[1:], None][: len(blocks)]
    return tuple(
        replace(block, level=(-round(block.lines[0].line.size), 2))
        if after and not block.level and _is_plain_heading(block, after)
        else block
        for block, after in zip(blocks, following, strict=True)
    )


def _is_plain_heading(block: Block, after: Block) -> bool:
    return (
        len(block.lines) == 1
        and block.lines[0].line.box != NO_BOX
        and block.titles
        and not (_VALUE.search(block.text) or (block.leads and after.is_point))
        and after.item is block.item
        and not after.level
        and len(after.text.split()) > TITLE_WORDS
        and len(_LOWER_WORD.findall(after.text)) >= PROSE_WORDS
    )


def _without_lists(blocks: Sequence[Block], settings: BlockSettings) -> tuple[Block, ...]:
    """The blocks with those headings made text that stand over nothing: the last of an item, and lists in bold."""
    following = [*blocks[1:], None][: len(blocks)]
    over = [
        block if after and after.item is block.item else replace(block, level=())
        for block, after in zip(blocks, following, strict=True)
    ]
    made: list[Block] = []
    for (level, _), row in groupby(over, key=lambda block: (block.level, block.item)):
        held = tuple(row)
        in_row = level and len(held) >= settings.run
        made += [replace(block, level=()) for block in held] if in_row else held
    return tuple(made)
