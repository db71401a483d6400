"""The register of decisions: what the minutes of each item decided, in their words, with parts, movers and votes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.blocks import Block
from ingest.chunk import kind_of
from ingest.entries import Amendment, Decision, Outcome, Part, Place, Standing
from ingest.minutes import ATTENDANCE, CLOSE
from ingest.papers import Item, Kind, Pack
from ingest.register.parts import MARK, inline, numbered
from ingest.register.people import mover_and_seconder, votes
from ingest.register.statements import AMENDED, Statement, statements
from ingest.register.wordings import first_verb, says, settled
from ingest.sentences import sentences

_MOVES = re.compile(r"(?i)\b(?:moved|proposed|put forward|tabled)\b.*\bamend(?:ments?|ed)\b")
_LOST = re.compile(r"(?i)\b(?:lost|fell|defeated|rejected|not (?:carried|accepted|agreed))\b")
_CONDITION = re.compile(
    r"(?i)\b(?:subject to|on (?:the )?condition that|provided that|with the proviso that|conditional (?:up)?on)\b[^;]*"
)
_CONDITIONS_FOLLOW = re.compile(r"(?i)\b(?:subject to|conditions?|following)\W*$")
_DELEGATES = re.compile(r"\b[Dd]elegat(?:e[sd]?|ion|ing)\b(?!\s+[A-Z])")
_AHEAD = re.compile(r"(?i)\b(?:to|that|resolved)\W*$|:\W*$")


def pack_to_decisions(pack: Pack, blocks: Sequence[Block]) -> tuple[Decision, ...]:
    """What each minute of the pack decided, in order; an item that decided nothing has the outcome none."""
    found = (decision for item, held in _minutes(pack, blocks) for decision in _decided(pack, item, held))
    return tuple(replace(decision, order=order) for order, decision in enumerate(found))


def _minutes(pack: Pack, every: Sequence[Block]) -> Iterator[tuple[Item, tuple[Block, ...]]]:
    """The minutes of the pack, each with its paragraphs."""
    blocks = (block for block in every if kind_of(pack, block.item) is Kind.MINUTE)
    numbered_sittings = {item.meeting for item in pack.items if item.number}
    for item, held in groupby(blocks, key=lambda block: block.item):
        business = item and item.title not in (ATTENDANCE, CLOSE)
        if item and business and (item.number or item.meeting not in numbered_sittings):
            yield item, tuple(held)


def _decided(pack: Pack, item: Item, blocks: Sequence[Block]) -> Iterator[Decision]:
    """What an item decided; the paragraph that is its heading decides nothing."""
    body = blocks[1:] if blocks[0].level and len(blocks) > 1 else blocks
    found = statements(body)
    amendments = tuple(_amendments(blocks))
    taken = {id(block) for statement in found for block in statement.blocks}
    for statement in found:
        yield _decision(pack, item, _Around(blocks, statement, taken), amendments)
    if not found:
        yield _nothing(pack, item, body, amendments)


class _Around:
    """A statement with what stands about it: movers come before a resolution, the votes on it in it or after it."""

    def __init__(self, blocks: Sequence[Block], statement: Statement, taken: set[int]) -> None:
        self.statement = statement
        at = next(at for at, block in enumerate(blocks) if block is statement.blocks[0])
        before = blocks[at - 1].text if at and id(blocks[at - 1]) not in taken else ""
        end = at + len(statement.blocks)
        after = blocks[end].text if end < len(blocks) and id(blocks[end]) not in taken else ""
        rest = statement.blocks[0].text[statement.end :]
        own = f"{statement.before}\n{statement.text}"
        self.moved = f"{blocks[0].text}\n{'' if AMENDED.search(before) else before}\n{own}"
        self.voted = [
            sentence
            for paragraph in (statement.before, statement.text, rest, after)
            for sentence in paragraph.split("\n")
            if not re.search(r"(?i)\bamendment", sentence) or paragraph is statement.text
        ]


def _decision(pack: Pack, item: Item, around: _Around, amendments: tuple[Amendment, ...]) -> Decision:
    statement = around.statement
    parts = parts_of(statement)
    outcome, readings = _outcome(statement, parts, around.voted)
    mover, seconder = mover_and_seconder(around.moved)
    return Decision(
        place=place_of(pack, statement.blocks),
        order=0,
        meeting=item.meeting or pack.meeting,
        item=item,
        outcome=outcome,
        text=statement.text,
        standing=Standing.DRAFT,
        parts=parts,
        conditions=conditions_of(statement.stem, parts),
        delegations=delegations_of(statement.stem, parts),
        mover=mover,
        seconder=seconder,
        votes=votes("\n".join(around.voted)),
        amendments=amendments,
        procedural=says("procedural", f"{item.title}: {statement.text}"),
        readings=readings,
    )


def _nothing(pack: Pack, item: Item, blocks: Sequence[Block], amendments: tuple[Amendment, ...]) -> Decision:
    """An item that decided nothing, with the words that say so where the minutes have them."""
    empty = next((block for block in blocks if says("empty", block.text)), None)
    return Decision(
        place=place_of(pack, (empty or blocks[0],)),
        order=0,
        meeting=item.meeting or pack.meeting,
        item=item,
        outcome=Outcome.NONE,
        text=empty.text if empty else "",
        standing=Standing.DRAFT,
        amendments=amendments,
        procedural=empty is not None,
    )


def parts_of(statement: Statement) -> tuple[Part, ...]:
    """The parts of a resolution, numbered after its stem or within it; a line that only leads to them is none."""
    points = [point for point in statement.points if not (point.endswith(":") and not MARK.match(point))]
    return numbered([piece for point in points or inline(statement.stem)[1:] for piece in inline(point)])


def _outcome(
    statement: Statement, parts: Sequence[Part], voted: Sequence[str]
) -> tuple[Outcome, tuple[tuple[Outcome, str], ...]]:
    """The outcome, and both readings where the resolution and the vote on it disagree."""
    first, *rest = sentences(statement.stem)
    if statement.verb not in first:
        first, rest = statement.stem, []
    said = _by_words(first, statement.verb, parts)
    after = [sentence for line in voted for sentence in sentences(line)]
    lost = next((one for one in (*rest, *after) if one != first and settled(one) is Outcome.REFUSED), "")
    if (
        lost
        and said in (Outcome.APPROVED, Outcome.AGREED, Outcome.NOTED)
        and all(lost not in part.text for part in parts)
    ):
        return Outcome.UNSURE, ((said, first), (Outcome.REFUSED, lost))
    return said, ()


def _by_words(stem: str, verb: str, parts: Sequence[Part]) -> Outcome:
    """What the words settle; else what most of the parts do, the first where as many note as agree."""
    outcome = settled(stem) or (settled(parts[0].text) if parts else None)
    if outcome:
        return outcome
    verbs = [first_verb(part.text) or Outcome.AGREED for part in parts]
    if not verbs:
        rest = stem.partition(verb)[2] if _AHEAD.search(verb) else ""
        return first_verb(rest) or first_verb(stem) or Outcome.AGREED
    noted = sum(done is Outcome.NOTED for done in verbs)
    if noted * 2 > len(verbs) or (noted * 2 == len(verbs) and verbs[0] is Outcome.NOTED):
        return Outcome.NOTED
    return next(done for done in verbs if done is not Outcome.NOTED)


def _amendments(blocks: Sequence[Block]) -> Iterator[Amendment]:
    """The amendments that were put, each with what became of it and the words before that moved it."""
    moved = ""
    for sentence in (sentence for block in blocks for sentence in sentences(block.text)):
        if AMENDED.search(sentence):
            yield Amendment(sentence, not _LOST.search(sentence), moved)
            moved = ""
        elif _MOVES.search(sentence):
            moved = sentence


def delegations_of(stem: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """The parts that leave something to somebody."""
    return tuple(part.text for part in parts or (Part("", stem),) if _DELEGATES.search(part.text))


def conditions_of(stem: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """What the decision is subject to: the rest of the clause, or the parts under it."""
    return tuple(dict.fromkeys(_conditions(stem, parts)))


def _conditions(stem: str, parts: Sequence[Part]) -> Iterator[str]:
    for clause in (parts and [Part("", inline(stem)[0]), *parts]) or [Part("", stem)]:
        for match in _CONDITION.finditer(clause.text):
            if not _CONDITIONS_FOLLOW.search(match.group()):
                yield match.group().strip(" .")
                continue
            above = f"{clause.number}." if clause.number else ""
            yield from (part.text for part in parts if part.number.startswith(above) and part is not clause)


def place_of(pack: Pack, blocks: Sequence[Block]) -> Place:
    """Where these paragraphs stand."""
    pages = blocks[0].pages[0], blocks[-1].pages[1]
    return Place(
        document=pack.document,
        title=pack.title,
        pages=pages,
        printed=(pack.page(pages[0]).printed, pack.page(pages[1]).printed) if pack.paged else ("", ""),
        boxes=tuple((placed.page, placed.line.box) for block in blocks for placed in block.lines),
        paged=pack.paged,
    )
