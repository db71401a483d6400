"""What the registers know of words found: all that was decided on their item, and what was promised in them."""

from ingest.entries import Commitment, Decision, Outcome, Standing
from ingest.papers import Chunk, Kind, Span, squash
from retrieval.answers import Filters
from retrieval.ledger import Ledger
from retrieval.taken import taken
from retrieval.units import Unit


def recommendation_of(unit: Unit, ledger: Ledger) -> Unit | None:
    """The whole recommendation that the unit is of; None where it is of none."""
    held = ledger.decisions(filters=Filters(document=unit.chunk.document))
    advice = [one for one in held if one.standing is Standing.RECOMMENDATION]
    whole = next((one for one in advice if _stands(unit, one.place.pages, squash(one.text))), None)
    return Unit(entry_to_chunk(whole), whole.text) if whole else None


def decision_of(unit: Unit, ledger: Ledger) -> Unit | None:
    """What was decided on the item of which the unit speaks; None where the register holds nothing of it.

    Of an item's decisions it is the one that the unit stands in, else the last. A report's item is looked up in the
    minutes of its sitting.
    """
    chunk = unit.chunk
    if not chunk.item or not chunk.item.number:
        return None
    held = ledger.decisions(filters=Filters(document=chunk.document, item=chunk.item.number))
    if chunk.kind is not Kind.MINUTE:
        day = chunk.meeting.date if chunk.meeting else None
        sitting = ledger.decisions(filters=Filters(since=day, until=day)) if day else []
        found = [outcome.decision for one in held if (outcome := taken(one, sitting))]
    else:
        found = [one for one in held if _decides(one) and one.item and one.item.pages == chunk.item.pages]
    if not found:
        return None
    key = squash(unit.text)
    decision = next((one for one in found if key in squash(one.text)), found[-1])
    return Unit(entry_to_chunk(decision), decision.text)


def _decides(one: Decision) -> bool:
    return one.standing is not Standing.RECOMMENDATION and one.outcome is not Outcome.NONE


def entry_to_chunk(entry: Decision) -> Chunk:
    """The entry's words as a chunk, so that they are cited like any other."""
    where = entry.place
    boxes = tuple(box for page, box in where.boxes if page == where.pages[0])
    return Chunk(
        document=where.document,
        title=where.title,
        order=entry.order,
        kind=Kind.REPORT if entry.standing is Standing.RECOMMENDATION else Kind.MINUTE,
        pages=where.pages,
        printed=where.printed,
        text=entry.text,
        meeting=entry.meeting,
        item=entry.item,
        headings=(entry.item.title,) if entry.item else (),
        paged=where.paged,
        boxes=boxes,
    )


def promises_in(unit: Unit, ledger: Ledger) -> list[Commitment]:
    """The commitments whose words the unit holds."""
    held = ledger.commitments(filters=Filters(document=unit.chunk.document))
    return [one for one in held if _stands(unit, one.place.pages, squash(one.action))]


def _stands(unit: Unit, pages: Span, words: str) -> bool:
    """Whether an entry's words and a unit's are the same, or one holds the other, on the same page."""
    text, chunk = squash(unit.text), unit.chunk
    near = pages[0] <= chunk.pages[1] and chunk.pages[0] <= pages[1]
    return near and (words in text or text in words)
