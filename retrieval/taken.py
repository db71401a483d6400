"""What a sitting made of a report's recommendations: the decision on that item, and where it differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.entries import Decision, Outcome, Standing
from ingest.papers import squash

SAME_TITLE, ALIKE = 86, 60


@dataclass(frozen=True, slots=True)
class Taken:
    """The decision taken on a recommendation, and where the two differ.

    `changed` pairs a part as recommended with it as decided; `added` and `dropped` are parts of which the other has
    nothing alike.
    """

    decision: Decision
    changed: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def as_recommended(self) -> bool:
        """Whether it was decided in the words recommended."""
        return not (self.changed or self.added or self.dropped)


def taken(recommendation: Decision, decisions: Iterable[Decision]) -> Taken | None:
    """What the same sitting decided on the same item; None where the minutes held do not say."""
    likely = [
        (likeness, decision)
        for decision in decisions
        if decision.standing is not Standing.RECOMMENDATION
        and decision.outcome is not Outcome.NONE
        and _same_sitting(recommendation, decision)
        and (likeness := _likeness(recommendation, decision)) >= SAME_TITLE
    ]
    if not likely:
        return None
    decision = max(likely, key=lambda pair: pair[0])[1]
    return _compared(decision, _parts(recommendation), _parts(decision))


def _compared(decision: Decision, wanted: Sequence[str], given: Sequence[str]) -> Taken:
    """Each part decided beside the part recommended that is most like it."""
    left, changed, added = list(wanted), [], []
    for part in given:
        best = max(left, key=lambda other: fuzz.token_sort_ratio(part, other), default="")
        if not best or fuzz.token_sort_ratio(part, best) < ALIKE:
            added.append(part)
            continue
        left.remove(best)
        if squash(best) != squash(part):
            changed.append((best, part))
    return Taken(decision, tuple(changed), tuple(added), tuple(left))


def _same_sitting(one: Decision, other: Decision) -> bool:
    if not (one.meeting and other.meeting and one.meeting.date):
        return False
    same_body = fuzz.token_set_ratio(one.meeting.committee.lower(), other.meeting.committee.lower()) >= SAME_TITLE
    return same_body and one.meeting.date == other.meeting.date


def _likeness(recommendation: Decision, decision: Decision) -> float:
    """How alike the two items' titles are, 0 to 100; a report alone is titled by its document."""
    title = recommendation.item.title if recommendation.item else recommendation.place.title
    return fuzz.token_set_ratio(title.lower(), decision.item.title.lower()) if decision.item else 0.0


def _parts(entry: Decision) -> list[str]:
    return [part.text for part in entry.parts] or [entry.text.split("\n")[-1]]
