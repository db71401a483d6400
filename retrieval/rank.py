"""Ranking what can be quoted: the units of the passages found, scored against the question.

A unit's score is the share of the question's weight (inverse document frequency) that its words and its context hold,
with its passage's place, how like the question it is in meaning, and whether it is of the kind that is wanted.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retrieval.answers import Passage, Query
from retrieval.models import Encoder
from retrieval.search import said_out
from retrieval.support import DATE, PERSON
from retrieval.terms import alike, is_period, stems_of
from retrieval.units import Unit, units_of

FIGURE = re.compile(r"£|%|\d")
PROMISE = re.compile(
    r"\b(will|would|to be|agreed to|undert\w+|by (end|the end|\w+ 20\d\d|\d)|action|on track|complete|progress|planned"
    r"|develop|report back)\b",
    re.I,
)
REASON = re.compile(
    r"\b(because|due to|as a result|in order to|so that|reason|owing to|therefore|since|enable|ensure|means)\b",
    re.I,
)
SUITS: Mapping[str, re.Pattern[str]] = {
    "who": PERSON,
    "when": DATE,
    "figure": FIGURE,
    "commitment": PROMISE,
    "explain": REASON,
    "compare": FIGURE,
}


@dataclass(frozen=True, slots=True)
class RankSettings:
    """The weights of a unit's score; `encoded` units are compared by meaning; `longest` words are the most to quote.

    `odds` (at a score of 0, and for each point of score) give an answer's confidence: a logistic regression, fitted on
    the answers to half of the questions over three councils' papers.
    """

    context: float = 0.6
    rank: float = 0.5
    alike: float = 1.0
    encoded: int = 16
    suits: float = 0.2
    resolution: float = 0.08
    decides: float = 0.25
    recommended: float = 0.15
    echo: float = 0.4
    brevity: float = 0.001
    fragment: float = 0.3
    overlong: float = 1.0
    longest: int = 230
    odds: tuple[float, float] = (-1.97, 1.09)


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit, its score, and the share of the question's weight that it and its context hold."""

    unit: Unit
    score: float
    held: float


def weights_of(query: Query, frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """What each stem of the question weighs: its inverse document frequency, nothing for words the papers never use.

    A month or financial year that is named weighs as a rare word.
    """
    weights = {}
    for term in query.terms:
        for stem in stems_of(term):
            count = frequency.get(term, 0)
            weights[stem] = math.log(1 + total / count) if count else 0.0
    weights.update({stem: 0.7 * math.log(1 + total) for stem in stems_of(query.whole) if is_period(stem)})
    return weights


def score_units(
    query: Query,
    passages: Sequence[Passage],
    weights: Mapping[str, float],
    encoder: Encoder,
    s: RankSettings,
) -> list[Scored]:
    """The units of the passages, best first: by words, then the best of those by likeness of meaning too."""
    scored = []
    asked = set(stems_of(query.whole))
    total = sum(weights.values()) or 1.0
    top = passages[0].score if passages else 1.0
    for passage in passages:
        context = alike(set(stems_of(passage.chunk.context)) | set(stems_of(passage.chunk.text)), query.same)
        for unit in units_of(passage.chunk):
            own = alike(
                set(stems_of(unit.text)) | {stem for head, _ in unit.row for stem in stems_of(head)}, query.same
            )
            inside = sum(weight for stem, weight in weights.items() if stem in own) / total
            around = sum(weight for stem, weight in weights.items() if stem in own or stem in context) / total
            score = inside + s.context * around + s.rank * passage.score / top + _fitness(unit, query, s)
            score -= s.echo if not unit.row and _echoes(own, asked) else 0.0
            scored.append(Scored(unit, score, around))
    likely = sorted(scored, key=lambda found: -found.score)[: s.encoded]
    if not likely:
        return []
    rows = encoder.encode([said_out(query), *(meant(found.unit) for found in likely)])
    likeness = (rows[1:] @ rows[0]).tolist()
    near = [replace(found, score=found.score + s.alike * like) for found, like in zip(likely, likeness, strict=True)]
    return sorted(near, key=lambda found: -found.score)


def _echoes(own: set[str], asked: set[str]) -> bool:
    """Whether a unit says hardly more than the question does, as a title or an agenda's line."""
    return len(own - asked) < max(3, 0.25 * len(own))


def meant(unit: Unit) -> str:
    """What is encoded of a unit: the nearest heading, then its words or its cells with their headers."""
    body = "; ".join(f"{head}: {cell}" if head else cell for head, cell in unit.row) or unit.text
    above = unit.lead or (unit.chunk.headings[-1] if unit.chunk.headings else "")
    return f"{above[:120]} {body[:600]}"


def _fitness(unit: Unit, query: Query, s: RankSettings) -> float:
    """What a unit gains for being of the kind that is wanted, less a little for its length."""
    suits = SUITS.get(query.wants)
    gain = s.suits if suits and suits.search(unit.text) else 0.0
    gain += s.resolution if unit.decides else 0.0
    if query.wants == "decision":
        gain += s.decides if unit.decides else 0.0
        gain -= s.recommended if unit.recommends else 0.0
    words = len(unit.text.split())
    gain -= s.brevity * words
    gain -= s.overlong if words > s.longest else 0.0
    return gain - (s.fragment if words < 4 and not unit.row else 0.0)


def confidence(score: float, s: RankSettings) -> float:
    """How likely an answer whose best unit has that score is to be right, from 0 to 1."""
    return round(1 / (1 + math.exp(-s.odds[0] - s.odds[1] * score)), 2)
