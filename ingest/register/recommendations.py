"""What reports recommend: kept beside the decisions, never as one."""

from collections.abc import Sequence
from itertools import groupby

from ingest.blocks import Block
from ingest.chunk import kind_of
from ingest.entries import Decision, Outcome, Standing
from ingest.papers import Item, Kind, Pack, PackKind
from ingest.register.decisions import conditions_of, delegations_of, parts_of, place_of
from ingest.register.statements import Statement, each
from ingest.register.wordings import recommending


def pack_to_recommendations(pack: Pack, every: Sequence[Block], start: int = 0) -> tuple[Decision, ...]:
    """What each report of the pack recommends, counted from `start`; what a pack says before its items is none."""
    whole = pack.kind not in (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT)
    reports = (block for block in every if kind_of(pack, block.item) is Kind.REPORT)
    blocks = (block for block in reports if block.item or whole)
    found = [
        (item, statement)
        for item, held in groupby(blocks, key=lambda block: block.item)
        for statement in _stated(tuple(held))
    ]
    return tuple(_recommendation(pack, item, statement, order) for order, (item, statement) in enumerate(found, start))


def _stated(blocks: Sequence[Block]) -> list[Statement]:
    """The recommendations of a report: a heading with nothing under it is none."""
    return [one for one in each(blocks, recommending) if one.points or len(one.stem.split()) > len(one.verb.split())]


def _recommendation(pack: Pack, item: Item | None, statement: Statement, order: int) -> Decision:
    parts = parts_of(statement)
    return Decision(
        place=place_of(pack, statement.blocks),
        order=order,
        meeting=item.meeting if item and item.meeting else pack.meeting,
        item=item,
        outcome=Outcome.RECOMMENDED,
        text=statement.text,
        standing=Standing.RECOMMENDATION,
        parts=parts,
        conditions=conditions_of(statement.stem, parts),
        delegations=delegations_of(statement.stem, parts),
    )
