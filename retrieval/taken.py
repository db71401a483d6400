"""What a sitting made of a report's recommendations: the decision on that item, and where it differs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from ingest.entries import Decision, Outcome, Standing
from ingest.papers import squash

SAME_TITLE, ALIKE = 86, 55
_REFERS = re.compile(r"(?i)\brecommendations?\b")
_BUT = re.compile(r"(?i)\b(?:with|subject to|except|amend\w*|but|save|together)\b")


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
    if not decision.parts and _REFERS.search(decision.text):
        return Taken(decision, (), (decision.text,) if _BUT.search(decision.text) else (), ())
    return _compared(decision, _parts(recommendation), _parts(decision))


def _compared(decision: Decision, wanted: Sequence[str], given: Sequence[str]) -> Taken:
    """Each part decided beside the part recommended that is most like it, those most alike first."""
    pairs = sorted(
        ((fuzz.token_set_ratio(old, new, processor=default_process), -abs(there - here), there, here)
         for there, old in enumerate(wanted) for here, new in enumerate(given)),
        reverse=True,
    )  # fmt: skip
    beside: dict[int, int] = {}
    for alike, _, there, here in pairs:
        if alike >= ALIKE and there not in beside.values() and here not in beside:
            beside[here] = there
    together = [(wanted[there], given[here]) for here, there in sorted(beside.items())]
    return Taken(
        decision,
        changed=tuple((old, new) for old, new in together if _bare(old) != _bare(new)),
        added=tuple(part for here, part in enumerate(given) if here not in beside),
        dropped=tuple(part for there, part in enumerate(wanted) if there not in beside.values()),
    )


def _bare(part: str) -> str:
    """A part without what joins it to the next."""
    return squash(re.sub(r"(?:[;,.]|\band)+\s*$", "", part.strip()))


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
