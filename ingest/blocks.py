"""Lines into blocks: headings, paragraphs and the points of lists, each with its lines and pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.apart import blocks_apart
from ingest.headings import with_headings
from ingest.papers import Box, Item, Line, Pack
from ingest.paragraphs import LONE_MARK, POINT, Block, Placed, ended
from ingest.printed import running_lines
from ingest.typography import NO_BOX, Typography, lines_to_typography

__all__ = ["Block", "Placed", "follows", "item_at", "pack_to_blocks"]

_DANGLES = re.compile(
    r"\b(?:of|the|and|or|to|in|on|for|a|an|by|with|from|that|at|as|is|are|was|be|(?:on|of|by) \d{1,2})$|[\s;][-–—]$"
)


@dataclass(frozen=True, slots=True)
class BlockSettings:
    """When a new block begins: lines farther apart than in a paragraph, or short."""

    apart: float = 1.25
    farthest: float = 2.2
    full: float = 0.8
    full_words: int = 7
    short: float = 0.5
    box_slack: float = 2.0


def pack_to_blocks(pack: Pack, settings: BlockSettings | None = None) -> tuple[Block, ...]:
    """All that is text and not table or running head, in reading order, with its item."""
    settings = settings or BlockSettings()
    placed = tuple(_placed(pack, settings))
    look = lines_to_typography([(one.page, one.line) for one in placed])
    return blocks_apart(pack, with_headings(tuple(_joined(placed, pack.items, look, settings)), look))


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
        if here or re.search(r"\w", one.line.text) or LONE_MARK.match(one.line.text):
            here.append(one)
    if here:
        yield Block(tuple(here), item)


def _breaks(here: Sequence[Placed], new: Placed, look: Typography, width: float, settings: BlockSettings) -> bool:
    """Whether a new block begins at this line."""
    last = here[-1].line
    full = last.box[2] >= settings.full * width and len(last.text.split()) >= settings.full_words
    if len(here) == 1 and LONE_MARK.match(last.text):
        return False
    if not follows(here[-1], new) or (POINT.match(new.line.text) and not _refers(last, new.line)):
        return True
    if look.restyled(last, new.line):
        return True
    dangles = bool(_DANGLES.search(last.text))
    flows = dangles or (not ended(last) and bool(re.match(r"[a-z\d(£]", new.line.text)))
    if last.box == NO_BOX:
        return not (flows and len(last.text) > 60)
    if look.stands_out(here[-1].page, last) != look.stands_out(new.page, new.line) and not (flows and full):
        return True
    aligned = abs(new.line.box[0] - last.box[0]) < 2 * new.line.size
    if new.line.text[:1].isupper() and last.box[2] < settings.short * width and aligned and not dangles:
        return True
    pitch, usual = new.line.box[1] - last.box[1], look.pitch(new.line.size)
    if new.page != here[-1].page or pitch < -settings.farthest * usual:
        return not (flows or (full and not ended(last)))
    return pitch > (settings.farthest if dangles or (flows and full) else settings.apart) * usual


def _refers(last: Line, new: Line) -> bool:
    """Whether a line that looks like a point goes on with a sentence ("… paragraph / 2.3 and")."""
    return (
        bool(re.match(r"^\d+\.\d+", new.text))
        and not re.search(r"[.;:!?)]$", last.text)
        and not last.bold
        and len(last.text) > 60
    )
