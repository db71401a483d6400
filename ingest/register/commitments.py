"""The register of commitments: what a pack's minutes and plans say that somebody is to do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.blocks import Block, item_at, pack_to_blocks
from ingest.entries import Commitment, Place
from ingest.papers import Box, Item, Kind, Meeting, Pack, PackKind, squash
from ingest.register.actors import names_of
from ingest.register.loose import table_to_loose_rows, words_of_owners
from ingest.register.plans import PlanRow, plan_to_rows, tables_to_plans
from ingest.register.statements import statements
from ingest.register.undertakings import Found, paragraph_to_found
from ingest.sentences import sentences

_PRESENT = re.compile(
    r"^(?:\d+[.)]\s*)?(?:(?:also\s)?present|apolog|(?:also\s)?in attendance|committee members|staff:|guests:)", re.I
)
_WHOLE_PAGE = 1_000_000
_QUESTIONS = re.compile(r"\b(?:questions?|matters arising|answers?)\b", re.I)


def pack_to_commitments(pack: Pack, blocks: Sequence[Block] | None = None) -> tuple[Commitment, ...]:
    """The commitments of a pack in reading order, each once for its item, with the words and where they stand.

    `blocks` are the pack's paragraphs, where they have been read already.
    """
    paragraphs = pack_to_blocks(pack) if blocks is None else blocks
    found = sorted([*_spoken(pack, paragraphs), *_planned(pack)], key=lambda one: (one.place.pages[0], _top(one)))
    kept = {(one.item, squash(one.owner), squash(one.action), squash(one.quote)): one for one in found}
    return tuple(replace(one, order=order) for order, one in enumerate(kept.values()))


def _spoken(pack: Pack, paragraphs: Sequence[Block]) -> Iterator[Commitment]:
    """What minutes, and answers to questions, say in words."""
    blocks = [block for block in paragraphs if _speaks(pack, block.item)]
    names = names_of(block.text for block in blocks if _PRESENT.match(block.text))
    resolved = _resolved(blocks)
    for above, block in zip([None, *blocks], blocks, strict=False):
        if block.level or _PRESENT.match(block.text):
            continue
        meeting = _meeting(pack, block.item)
        before = list(sentences(above.text))[-1] if above and above.item is block.item and not above.level else ""
        made = meeting.date if meeting else None
        for found in paragraph_to_found(block.text, names, made, resolved.get(block, (0, 0)), before):
            yield _commitment(pack, block, found, meeting)


def _resolved(blocks: Sequence[Block]) -> dict[Block, tuple[int, int]]:
    """The stretch of each paragraph that says what a meeting resolved."""
    found: dict[Block, tuple[int, int]] = {}
    for _, held in groupby(blocks, key=lambda block: block.item):
        for statement in statements(list(held)):
            found.update((block, (0, len(block.text))) for block in statement.blocks[1:])
            found[statement.blocks[0]] = statement.start, statement.end
    return found


def _planned(pack: Pack) -> Iterator[Commitment]:
    """What the rows of plans and logs say."""
    plans = list(tables_to_plans(pack.tables))
    known = words_of_owners([owner for plan in plans for owner in plan.owners])
    for plan in plans:
        loose = (row for table in plan.untold for row in table_to_loose_rows(table, known))
        for row in (*plan_to_rows(plan), *loose):
            yield _row_commitment(pack, row, item_at(pack.items, row.page, _WHOLE_PAGE))


def _speaks(pack: Pack, item: Item | None) -> bool:
    """Whether an item's words are read: minutes, and questions with their answers."""
    return _minuted(pack, item) or bool(item and _QUESTIONS.search(item.title))


def _minuted(pack: Pack, item: Item | None) -> bool:
    """Whether an item is of minutes."""
    if pack.kind in (PackKind.MINUTES, PackKind.DECISION_SHEET):
        return True
    return bool(item and any(held.number == "" and held.meeting == item.meeting for held in pack.items))


def _meeting(pack: Pack, item: Item | None) -> Meeting | None:
    return item.meeting if item and item.meeting else pack.meeting


def _commitment(pack: Pack, block: Block, found: Found, meeting: Meeting | None) -> Commitment:
    """A commitment in words, quoted on the page where most of its words stand."""
    pages = [pack.page(number) for number in range(block.pages[0], block.pages[1] + 1)]
    quotes = [(page.number, found.quote) for page in pages if page.holds(found.quote)] or [
        (page.number, part) for page in pages if (part := _part(block, page.number, found.quote))
    ]
    number, quote = max(quotes, key=lambda pair: len(pair[1]), default=(block.pages[0], found.quote))
    return Commitment(
        place=_place(pack, number, pack.page(number).boxes_of(quote)),
        order=0,
        meeting=meeting,
        item=block.item,
        owner=found.owner,
        action=found.action,
        quote=quote,
        due=found.due.day if found.due else None,
        due_text=found.due.text if found.due else "",
        kind=Kind.MINUTE if _minuted(pack, block.item) else Kind.REPORT,
    )


def _part(block: Block, page: int, quote: str) -> str:
    """The part of a quote that stands on one of its pages: from its first to its last line's words there."""
    text = " ".join(placed.line.text for placed in block.lines if placed.page == page)
    words = quote.split()
    for length in range(len(words), 0, -1):
        for run in (words[:length], words[-length:]):
            if squash(" ".join(run)) in squash(text):
                return " ".join(run)
    return ""


def _row_commitment(pack: Pack, row: PlanRow, item: Item | None) -> Commitment:
    """A commitment in a plan's row, quoted by the longest of its cells that stands on the page."""
    page = pack.page(row.page)
    held = [cell for cell in (row.action, *row.cells) if cell.strip() and page.holds(cell)]
    quote = row.action if row.action in held else max(held, key=len, default=row.action)
    meeting = _meeting(pack, item)
    return Commitment(
        place=_place(pack, row.page, (row.box,)),
        order=0,
        meeting=meeting,
        item=item,
        owner=row.owner,
        action=row.action,
        quote=quote,
        due=row.due.day if row.due else None,
        due_text=row.due.text if row.due else "",
        progress=row.progress,
        rag=row.rag,
        kind=Kind.TABLE,
    )


def _place(pack: Pack, number: int, boxes: Sequence[Box]) -> Place:
    page = pack.page(number)
    return Place(
        document=pack.document,
        title=pack.title,
        pages=(number, number),
        printed=(page.printed, page.printed) if pack.paged else ("", ""),
        boxes=tuple((number, box) for box in boxes),
        paged=pack.paged,
    )


def _top(one: Commitment) -> float:
    return one.place.boxes[0][1][1] if one.place.boxes else 0.0
