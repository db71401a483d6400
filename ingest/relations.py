"""From what is known of two documents to the relations between them: which adds to, repeats, replaces, confirms which.

Every relation rests on two documents alone, so that a document that comes or goes leaves all others' relations as they
are. The reasons are words for people.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.papers import Item, PackKind, spoken, squash
from ingest.signs import references_in
from ingest.ties import PUBLISHED, Approval, Paper, Relation, Sitting, Tie, same_body, same_meeting


@dataclass(frozen=True, slots=True)
class RelationSettings:
    """How alike (per cent) a paper's title must be to an item's, and how many words say enough."""

    title: float = 92.0
    title_words: int = 3


def relate(one: Paper, other: Paper, settings: RelationSettings | None = None) -> tuple[Relation, ...]:
    """The relations that two documents have by what they say, whichever is named first (by their words: `versions`)."""
    s = settings or RelationSettings()
    one, other = sorted((one, other), key=lambda paper: paper.document)
    return tuple(
        relation
        for paper, to in ((one, other), (other, one))
        for relation in (*_supplements(paper, to), *_belongs(paper, to, s), *_confirms(paper, to))
    )


def _supplements(paper: Paper, to: Paper) -> Iterator[Relation]:
    """A supplement adds to the agenda of its meeting."""
    if paper.kind is not PackKind.SUPPLEMENT or to.kind is not PackKind.AGENDA_PACK:
        return
    if same_meeting(paper.meeting, to.meeting):
        numbers = tuple(item.number.rstrip(".") for item in paper.agenda)
        places = [item.pages for item in to.agenda if item.number.rstrip(".") in numbers]
        span = (min(first for first, _ in places), max(last for _, last in places)) if places else (1, to.pages)
        named = f"items {', '.join(numbers)}" if len(numbers) != 1 else f"item {numbers[0]}"
        reason = (
            f"its front sheet adds to {named} of {to.meeting}" if numbers else f"it is a supplement for {to.meeting}"
        )
        yield Relation(Tie.SUPPLEMENT_OF, paper.document, (1, paper.pages), to.document, span, reason, numbers)


def _belongs(paper: Paper, to: Paper, s: RelationSettings) -> Iterator[Relation]:
    """A paper published alone belongs to the meeting that it names, and to the item with its reference or title."""
    if to.kind is not PackKind.AGENDA_PACK or paper.kind in (*PUBLISHED, PackKind.MINUTES):
        return
    met = same_meeting(paper.meeting, to.meeting)
    if not met and (paper.meeting or not paper.signs.references):
        return
    items, why = _items_of(paper, to, s)
    if items or met:
        numbers = tuple(item.number.rstrip(".") for item in items)
        span = (items[0].pages[0], items[-1].pages[1]) if items else (1, to.pages)
        reason = f"it has the {why} of item {', '.join(numbers)}" if items else "it says that it is for the meeting"
        reason += f" of {to.meeting}"
        yield Relation(Tie.PART_OF, paper.document, (1, paper.pages), to.document, span, reason, numbers)


def _items_of(paper: Paper, to: Paper, s: RelationSettings) -> tuple[list[Item], str]:
    """The items of an agenda to which a paper belongs, and what it has of theirs: a reference, else the title."""
    known = set(paper.signs.references)
    referred = [item for item in to.agenda if known & references_in(item.title)]
    if referred:
        return referred, f"reference {', '.join(sorted(known & references_in(referred[0].title)))}"
    return [item for item in to.agenda if paper.meeting and _titled(paper, item, s)], "title"


def _titled(paper: Paper, item: Item, s: RelationSettings) -> bool:
    """Whether a paper has the title of an item, which must say something."""
    long = len(item.title.split()) >= s.title_words
    return long and fuzz.ratio(squash(paper.title), squash(item.title)) >= s.title


def _confirms(paper: Paper, to: Paper) -> Iterator[Relation]:
    """Minutes confirm those of an earlier sitting of the body that they approve, where these can be told apart."""
    places = [held.pages for held in to.signs.sittings]
    for later in paper.signs.sittings:
        for held in (held for held in to.signs.sittings if places.count(held.pages) == 1):
            for approval in later.approvals:
                if approval.day == held.meeting.date and same_body(later.meeting, held.meeting):
                    yield _confirmed(paper, later, approval, to, held)
                    break


def _confirmed(paper: Paper, later: Sitting, approval: Approval, to: Paper, held: Sitting) -> Relation:
    return Relation(
        Tie.CONFIRMS,
        paper.document,
        (approval.page, approval.page),
        to.document,
        held.pages,
        f"{later.meeting} approved the minutes of {spoken(approval.day)}",
        change=approval.corrected,
        quote=approval.quote,
        said_on=approval.page,
    )
