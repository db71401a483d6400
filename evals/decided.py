"""How well the register of decisions is read: each labelled item against what was found decided on it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ingest.entries import Decision, Outcome

Label: TypeAlias = Mapping[str, Any]
AGREED = frozenset({Outcome.AGREED, Outcome.APPROVED})


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled item: whether it was found, its outcome right (and with approved for agreed), and the words' F1.

    `words` is None where the label has no resolution; `invented` is a decision found where there is none.
    """

    number: str
    found: bool
    outcome: bool
    nearly: bool
    words: float | None
    invented: bool


def judged(label: Label, decisions: Sequence[Decision]) -> Judged:
    """A label against the decisions of its document."""
    here = [one for one in decisions if one.item and one.item.number.rstrip(".") == label["number"]]
    outcome = here[0].outcome if here else Outcome.NONE
    wanted = Outcome(label["decision"])
    text = " ".join(one.text for one in here if one.outcome is not Outcome.NONE)
    return Judged(
        number=label["number"],
        found=bool(here),
        outcome=bool(here) and outcome is wanted,
        nearly=bool(here) and (outcome is wanted or {outcome, wanted} <= AGREED),
        words=token_f1(text, label["resolution"]) if label["resolution"] else None,
        invented=wanted is Outcome.NONE and outcome is not Outcome.NONE,
    )


def token_f1(one: str, other: str) -> float:
    """The F1 of two texts by their words, each as often as it stands."""
    first, second = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    shared = sum((first & second).values())
    return 2 * shared / (sum(first.values()) + sum(second.values())) if shared else 0.0


def summary(rows: Sequence[Judged]) -> dict[str, float]:
    """The rates over labelled items."""
    words = [row.words for row in rows if row.words is not None]
    return {
        "items found": sum(row.found for row in rows) / len(rows),
        "outcome right": sum(row.outcome for row in rows) / len(rows),
        "outcome right, approved and agreed as one": sum(row.nearly for row in rows) / len(rows),
        "words of resolutions, F1": sum(words) / len(words) if words else 0.0,
        "decisions where there is none": float(sum(row.invented for row in rows)),
    }
