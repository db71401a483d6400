"""What many scores come to: rates with their intervals, tallies by group, and seconds. Pure functions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from evals.questions import Question
from evals.scoring import Score

DEPTHS = (1, 5, 10)
RESAMPLES = 2000
SEED = 20230612


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate, over how many it was taken, and its 95 % interval."""

    value: float
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many."""

    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run comes to: rates by name (absent where none applies), tallies by group, seconds."""

    questions: int
    rates: Mapping[str, Rate]
    right_by: Mapping[str, Mapping[str, Tally]] = field(default_factory=dict)
    median_seconds: float = 0.0
    p95_seconds: float = 0.0


Share: TypeAlias = tuple[float, int]
"""What one question gives to a rate: how much, of how many; of none where the score does not apply."""


def _within(depth: int) -> Callable[[Score], float | None]:
    return lambda score: None if score.reciprocal is None else score.reciprocal >= 1 / depth


_ONE_A_QUESTION: Mapping[str, Callable[[Score], float | None]] = {
    "right": lambda score: score.right if score.question.answerable else None,
    "trusted": lambda score: score.trusted,
    "cited_any": lambda score: None if score.cited is None else any(score.cited),
    "cited_all": lambda score: None if score.cited is None else all(score.cited),
    "precision": lambda score: score.precision,
    "over_refused": lambda score: not score.answered if score.question.answerable else None,
    "rightly_refused": lambda score: None if score.question.answerable else score.right,
    **{f"found_in_{depth}": _within(depth) for depth in DEPTHS},
    "mrr": lambda score: score.reciprocal,
}

_GROUPS: Mapping[str, Callable[[Question], str]] = {
    "type": lambda question: question.type,
    "persona": lambda question: question.persona,
    "difficulty": lambda question: "" if question.difficulty is None else str(question.difficulty),
}


def summarise(scores: Sequence[Score]) -> Summary:
    """What the scores come to."""
    shares: dict[str, list[Share]] = {
        name: [(float(x), 1) if (x := measure(score)) is not None else (0.0, 0) for score in scores]
        for name, measure in _ONE_A_QUESTION.items()
    }
    shares["quotes_true"] = [
        (0.0, 0) if score.quotes_true is None else (score.quotes_true, score.quotes) for score in scores
    ]
    seconds = sorted(score.seconds for score in scores)
    return Summary(
        questions=len(scores),
        rates={name: taken for name, given in shares.items() if (taken := rate(given))},
        right_by={group: _tally(scores, key) for group, key in _GROUPS.items()},
        median_seconds=seconds[len(seconds) // 2],
        p95_seconds=seconds[int(len(seconds) * 0.95)],
    )


def rate(shares: Sequence[Share]) -> Rate | None:
    """The rate over all questions, with a bootstrap interval: questions are drawn again, not their quotes."""
    table = np.array([share for share in shares if share[1]], dtype=np.float64).reshape(-1, 2)
    if not len(table):
        return None
    draws = np.random.default_rng(SEED).integers(0, len(table), (RESAMPLES, len(table)))
    much, many = table[draws].sum(axis=1).T
    low, high = np.percentile(much / many, (2.5, 97.5))
    total, of = table.sum(axis=0)
    return Rate(float(total / of), int(of), float(low), float(high))


def _tally(scores: Sequence[Score], key: Callable[[Question], str]) -> dict[str, Tally]:
    groups: dict[str, list[bool]] = {}
    for score in scores:
        if name := key(score.question):
            groups.setdefault(name, []).append(score.right)
    return {name: Tally(sum(right), len(right)) for name, right in sorted(groups.items())}
