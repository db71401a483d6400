"""Splits a pack into chunks: passages of reports and minutes, whole tables and their rows.

`SPLITTERS` says for each kind how it is cut. A chunk's text is verbatim; what stands above it goes to
`headings`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

from ingest.apart import table_apart
from ingest.blocks import Block, follows, pack_to_blocks
from ingest.minute_words import QUESTION, any_of
from ingest.minutes import ATTENDANCE
from ingest.papers import Chunk, Item, Kind, Pack, PackKind, Table, squash
from ingest.tablechunks import meeting_of, printed_on, tables_to_chunks

_QUESTION = any_of(QUESTION)


@dataclass(frozen=True, slots=True)
class ChunkSettings:
    """Sizes in characters: passages are joined up to `joined`, lists up to `listed`, tables up to `table`.

    A minute no longer than `minute` is one passage, and so is the attendance up to `attendance`.
    """

    joined: int = 500
    listed: int = 1400
    minute: int = 1000
    attendance: int = 2500
    table: int = 1800
    headings: int = 3
    heading: int = 200


def split(pack: Pack, settings: ChunkSettings | None = None) -> tuple[Chunk, ...]:
    """The chunks of a pack, numbered in reading order: by page, tables after the text of their page."""
    settings = settings or ChunkSettings()
    blocks = pack_to_blocks(pack)
    found = [chunk for splitter in SPLITTERS.values() for chunk in splitter(pack, blocks, settings)]
    found = [replace(chunk, apart=table_apart(chunk)) if chunk.kind is Kind.TABLE else chunk for chunk in found]
    found.sort(key=lambda chunk: (chunk.pages[0], chunk.kind is Kind.TABLE, chunk.order))
    return tuple(replace(chunk, order=order) for order, chunk in enumerate(found))


def _prose(kind: Kind) -> "Splitter":
    """The splitter of one of the two kinds of prose."""

    def splitter(pack: Pack, blocks: Sequence[Block], settings: ChunkSettings) -> Iterator[Chunk]:
        whole = _short_minutes(pack, blocks, settings) if kind is Kind.MINUTE else frozenset()
        for order, (headings, group) in enumerate(_groups(blocks, settings, whole)):
            if kind_of(pack, group[0].item) is kind and not _names_only(pack, group):
                yield _passage(pack, kind, order, headings, group)

    return splitter


def split_tables(pack: Pack, blocks: Sequence[Block], settings: ChunkSettings) -> Iterator[Chunk]:
    """Each table whole where it is not too long, and each of its rows with header, section and unit."""
    places = _headings(pack, blocks, settings)

    def above(table: Table) -> tuple[str, ...]:
        at = bisect_right(places, (table.pages[0], table.row_boxes[0][1]), key=lambda place: place[0]) - 1
        return places[at][1]

    yield from tables_to_chunks(pack, above, settings.table)


Splitter: TypeAlias = Callable[[Pack, Sequence[Block], ChunkSettings], Iterator[Chunk]]
SPLITTERS: dict[Kind, Splitter] = {
    Kind.REPORT: _prose(Kind.REPORT),
    Kind.MINUTE: _prose(Kind.MINUTE),
    Kind.TABLE: split_tables,
}


def _short_minutes(pack: Pack, blocks: Sequence[Block], settings: ChunkSettings) -> frozenset[Item]:
    """The minutes that are short enough to be one passage each."""
    sizes = Counter[Item]()
    for block in blocks:
        if block.item and not block.item.record:
            sizes[block.item] += len(block.text)
    limits = {ATTENDANCE: settings.attendance}
    return frozenset(
        item
        for item, size in sizes.items()
        if size <= limits.get(item.title, settings.minute) and kind_of(pack, item) is Kind.MINUTE
    )


def _groups(
    blocks: Sequence[Block], settings: ChunkSettings, whole: Set[Item]
) -> Iterator[tuple[tuple[str, ...], tuple[Block, ...]]]:
    """Blocks that are read together, with the headings above them: a list with its lead, short paragraphs."""
    stack: list[Block] = []
    group: list[Block] = []
    lead = ""
    for block in blocks:
        if group and not _goes_on(group, block, settings, whole):
            yield _above(stack, lead, settings), tuple(group)
            lead = _lead(lead, group, block)
            group = []
        if stack and stack[-1].item is not block.item:
            stack = []
        if not block.level:
            group.append(block)
            continue
        lead = ""
        stack = [above for above in stack if above.item is block.item and (above.level or block.level) < block.level]
        stack.append(block)
    if group:
        yield _above(stack, lead, settings), tuple(group)


def _goes_on(group: Sequence[Block], block: Block, settings: ChunkSettings, whole: Set[Item]) -> bool:
    """Whether a block is read together with those before it."""
    parted = block.item is not group[0].item or block.apart != group[0].apart
    if block.level or parted or not follows(group[-1].lines[-1], block.lines[0]):
        return False
    if block.item in whole:
        return True
    size = sum(len(held.text) for held in group) + len(block.text)
    if len(group) == 1 and group[0].leads and not block.leads:
        return size <= settings.listed
    listing = group[0].leads or group[0].is_point
    if block.is_point:
        return listing and size <= settings.listed
    if _QUESTION.match(block.text):
        return False
    if _QUESTION.match(group[0].text):
        return size <= settings.listed
    if block.titles and group[-1].ends:
        return False
    return not group[-1].is_point and not block.leads and size <= settings.joined


def _lead(lead: str, group: Sequence[Block], block: Block) -> str:
    """The words that announce a list, kept as a heading for the parts of it that stand in later chunks."""
    if not block.is_point or block.level or block.item is not group[0].item:
        return ""
    return group[0].text if group[0].leads else lead


def _above(stack: Sequence[Block], lead: str, settings: ChunkSettings) -> tuple[str, ...]:
    texts = [block.text for block in stack[-settings.headings :]] + ([lead] if lead else [])
    return tuple(text[: settings.heading] for text in texts)


def _passage(pack: Pack, kind: Kind, order: int, headings: tuple[str, ...], group: Sequence[Block]) -> Chunk:
    first, last = group[0].pages[0], group[-1].pages[1]
    return Chunk(
        document=pack.document,
        title=pack.title,
        order=order,
        kind=kind,
        pages=(first, last),
        printed=printed_on(pack, (first, last), group[0].item),
        text="\n".join(block.text for block in group),
        meeting=meeting_of(pack, group[0].item),
        item=group[0].item,
        headings=headings,
        paged=pack.paged,
        boxes=tuple(one.line.box for block in group for one in block.lines if one.page == first and any(one.line.box)),
        apart=group[0].apart,
    )


def kind_of(pack: Pack, item: Item | None) -> Kind:
    """Minutes are what minutes hold, and all of a document that is minutes."""
    if pack.kind in (PackKind.MINUTES, PackKind.DECISION_SHEET):
        return Kind.MINUTE
    in_minutes = item and any(held.record and held.meeting == item.meeting for held in pack.items)
    return Kind.MINUTE if in_minutes else Kind.REPORT


def _names_only(pack: Pack, group: Sequence[Block]) -> bool:
    """Whether a passage is no more than the name of its committee."""
    meeting = meeting_of(pack, group[0].item)
    text = squash(" ".join(block.text for block in group))
    return meeting is not None and text == squash(meeting.committee)


def _headings(
    pack: Pack, blocks: Sequence[Block], settings: ChunkSettings
) -> list[tuple[tuple[int, float], tuple[str, ...]]]:
    """The headings in force from each place (page and top) on, in reading order."""
    stack: list[Block] = []
    places: list[tuple[tuple[int, float], tuple[str, ...]]] = [((0, 0.0), ())]
    places += [((item.pages[0], 0.0), ()) for item in pack.items if item.line == 0]
    for block in blocks:
        if block.level:
            stack = [*_outranking(stack, block), block]
            first = block.lines[0]
            top = pack.page(first.page).place_of(first.at)[1]
            places.append(((first.page, top), _above(stack, "", settings)))
    return sorted(places, key=lambda place: place[0])


def _outranking(stack: Sequence[Block], block: Block) -> list[Block]:
    """The headings that stand above a new one: those of its item and of a higher level."""
    return [above for above in stack if above.item is block.item and above.level < block.level]
