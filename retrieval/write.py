"""Writing an answer out of passages: the best units in the record's own words, each with its citation.

A unit's score is the share of the question's weight (inverse document frequency) that its words and context hold,
with its passage's rank and what kind of answer is wanted. Where too little of the question is held, there is no answer.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Kind
from retrieval.answers import Passage, Query
from retrieval.models import Encoder
from retrieval.support import DATE, MONEY, PERSON
from retrieval.terms import is_period, stems_of
from retrieval.units import Unit, sentences, units_of

FIGURE = re.compile(r"£|%|\d")
NOT_ACTUAL = re.compile(
    r"target|benchmark|england|national|average|direction|variance|movement|change|budget|neighbour", re.I
)
PROMISE = re.compile(
    r"\b(will|would|to be|agreed to|undert\w+|by (end|the end|\w+ 20\d\d|\d)|action|on track|complete|progress|planned|develop|report back)\b",
    re.I,
)
REASON = re.compile(
    r"\b(because|due to|as a result|in order to|so that|reason|owing to|therefore|since|enable|ensure|means)\b",
    re.I,
)
_RECOMMENDS = re.compile(r"\b(is|are) (asked|recommended|invited) to\b|\brecommendations?:?$", re.I)
NAMED = 0.5
SUITS: Mapping[str, re.Pattern[str]] = {
    "who": PERSON,
    "when": DATE,
    "figure": FIGURE,
    "commitment": PROMISE,
    "explain": REASON,
    "compare": FIGURE,
}


@dataclass(frozen=True, slots=True)
class WriteSettings:
    """Weights of a unit's score and the limits of an answer (words, units)."""

    context: float = 0.6
    rank: float = 0.5
    alike: float = 1.0
    encoded: int = 24
    suits: float = 0.2
    decides: float = 0.25
    recommended: float = 0.15
    echo: float = 0.4
    brevity: float = 0.02
    held: float = 0.25
    passage: int = 80
    long_passage: int = 110
    words: int = 115
    long_words: int = 230
    units: int = 3
    long_units: int = 4
    close: float = 0.8


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit, its score, and the share of the question's weight that it and its context hold."""

    unit: Unit
    score: float
    held: float
    alike: float = 0.0


LONG = frozenset({"decision", "commitment", "list", "compare", "explain"})


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
    s: WriteSettings,
) -> list[Scored]:
    """The units of the passages, best first: by words, then the best of those by likeness of meaning too."""
    scored = []
    asked = set(stems_of(query.whole))
    total = sum(weights.values()) or 1.0
    top = passages[0].score if passages else 1.0
    for passage in passages:
        context = set(stems_of(passage.chunk.context)) | set(stems_of(passage.chunk.text))
        for unit in units_of(passage.chunk):
            own = set(stems_of(unit.text)) | {stem for head, cell in unit.row for stem in stems_of(head)}
            inside = sum(weight for stem, weight in weights.items() if stem in own) / total
            around = sum(weight for stem, weight in weights.items() if stem in own or stem in context) / total
            score = inside + s.context * around + s.rank * passage.score / top + _fitness(unit, query, s)
            score -= s.echo if not unit.row and _echoes(own, asked) else 0.0
            scored.append(Scored(unit, score, around))
    likely = sorted(scored, key=lambda found: -found.score)[: s.encoded]
    if not likely:
        return []
    rows = encoder.encode([query.whole, *(meant(found.unit) for found in likely)])
    alike = (rows[1:] @ rows[0]).tolist()
    near = [
        replace(found, score=found.score + s.alike * like, alike=like)
        for found, like in zip(likely, alike, strict=True)
    ]
    return sorted(near, key=lambda found: -found.score)


def _echoes(own: set[str], asked: set[str]) -> bool:
    """Whether a unit says hardly more than the question does, as a title or an agenda's line."""
    return len(own - asked) < max(3, 0.25 * len(own))


def meant(unit: Unit) -> str:
    """What is encoded of a unit: the nearest heading, then its words or its cells with their headers."""
    body = "; ".join(f"{head}: {cell}" if head else cell for head, cell in unit.row) or unit.text
    above = unit.lead or (unit.chunk.headings[-1] if unit.chunk.headings else "")
    return f"{above[:120]} {body[:600]}"


def _fitness(unit: Unit, query: Query, s: WriteSettings) -> float:
    """What a unit gains for being of the kind that is wanted, less a little for its length."""
    suits = SUITS.get(query.wants)
    gain = s.suits if suits and suits.search(unit.text) else 0.0
    if query.wants == "decision":
        gain += s.decides if unit.decides else 0.0
        gain -= s.recommended if _RECOMMENDS.search(unit.lead or unit.text) else 0.0
    words = len(unit.text.split())
    limit = s.long_words if query.wants in LONG else s.words
    too_long = 1.0 if words > limit else 0.0
    return gain - s.brevity * words / 20 - too_long - (0.3 if words < 4 and not unit.row else 0.0)


def choose(query: Query, scored: Sequence[Scored], s: WriteSettings) -> list[Unit]:
    """The best unit, widened, and those close to it that say something else, within the limits.

    Beside a row of a table other rows stand only where several were asked for: its neighbours' figures mislead.
    """
    chosen: list[Unit] = []
    limit = s.long_words if query.wants in LONG else s.words
    used = 0
    several = query.wants in ("list", "compare")
    for found in scored:
        if (
            len(chosen) == (s.long_units if query.wants in LONG else s.units)
            or found.score < s.close * scored[0].score
        ):
            break
        if found.unit.row and chosen and not several:
            continue
        unit = widened(found.unit, query, s)
        words = len(shown(unit, query).split())
        if used + words <= limit and not any(_same(unit, held) for held in chosen):
            chosen.append(unit)
            used += words
    return chosen


def widened(unit: Unit, query: Query, s: WriteSettings) -> Unit:
    """A sentence with those after it in its paragraph, up to a few lines; a decision or list with all its parts."""
    if unit.row:
        return unit
    whole = " ".join(unit.chunk.text.split())
    if (
        query.wants in ("decision", "list")
        and (unit.lead or unit.decides)
        and len(whole.split()) <= s.long_words - 40
    ):
        return replace(unit, text=unit.chunk.text, lead="" if unit.lead in unit.chunk.text else unit.lead)
    text, rest = unit.text, unit.chunk.text.partition(unit.text)[2]
    limit = s.long_passage if query.wants in LONG else s.passage
    for part in re.split(r"[\n\t]", rest) if _runs_on(unit, query) else [re.split(r"[\n\t]", rest)[0]]:
        for sentence in sentences(part.strip()):
            if len(text.split()) + len(sentence.split()) > limit:
                return replace(unit, text=text)
            text = f"{text} {sentence}"
    return replace(unit, text=text)


def _runs_on(unit: Unit, query: Query) -> bool:
    """Whether what follows a sentence's paragraph belongs to it: it announces a list, or a list is wanted."""
    return unit.chunk.kind is not Kind.TABLE and (
        query.wants in ("list", "decision") or unit.text.rstrip(" -–").endswith(":")
    )


def _same(unit: Unit, other: Unit) -> bool:
    """Whether one unit's words stand in the other's."""
    return (
        unit.text in other.text
        or other.text in unit.text
        or set(stems_of(unit.text)) == set(stems_of(other.text))
    )


def shown(unit: Unit, query: Query) -> str:
    """How a unit is said: its own words, a table's row by the cells asked for."""
    if unit.row:
        return said_row(unit, query)
    lead = f"{unit.lead} " if unit.lead and len(unit.lead.split()) < 25 else ""
    return lead + " ".join(unit.text.split())


def said_row(unit: Unit, query: Query) -> str:
    """A row's label with the cells whose headers the question names, else its latest figure; a row of words by fit."""
    asked = set(stems_of(query.whole))
    label, rest = _label(unit)
    figures = [(head, cell) for head, cell in rest if FIGURE.search(cell) and len(cell) < 25]
    if len(figures) < 2:
        return _listed(label, rest, asked, query)
    shares = Counter(stem for head, _ in figures for stem in set(stems_of(head)))
    named = [(_named(head, asked, shares), head, cell) for head, cell in figures]
    most = max(worth for worth, _, _ in named)
    picked = (
        [(head, cell) for worth, head, cell in named if worth > 0.99 * most]
        if most >= NAMED
        else _latest(figures)
    )
    unit_named = f" ({unit.chunk.unit})" if unit.chunk.unit and not MONEY.search(picked[0][1]) else ""
    return (
        f"{label} – "
        + "; ".join(f"{head}: {cell}" if head else cell for head, cell in picked[:4])
        + unit_named
    )


def _named(head: str, asked: set[str], shares: Mapping[str, int]) -> float:
    """How far a question names a column: a word of its header counts less where other headers share it, a period more."""
    return sum((3.0 if is_period(stem) else 1.0) / shares[stem] for stem in set(stems_of(head)) & asked)


def _latest(figures: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last figure that is the council's own: no target, benchmark or change."""
    own = [pair for pair in figures if not NOT_ACTUAL.search(pair[0])]
    return [(own or list(figures))[-1]]


def _label(unit: Unit) -> tuple[str, list[tuple[str, str]]]:
    """A row's label (its first cells up to one of words) and the cells after it."""
    cells = list(unit.row)
    at = next((i for i, (_, cell) in enumerate(cells) if re.search(r"[A-Za-z]{3}", cell)), 0)
    return cells[at][1], cells[at + 1 :]


def _listed(label: str, rest: Sequence[tuple[str, str]], asked: set[str], query: Query) -> str:
    """A row of words: its label and its cells with their headers, the likeliest first, as far as they fit."""
    suits = SUITS.get(query.wants)
    order = sorted(
        rest,
        key=lambda pair: (
            -(len(set(stems_of(" ".join(pair))) & asked) + (1 if suits and suits.search(pair[1]) else 0))
        ),
    )
    kept: set[tuple[str, str]] = set()
    used = len(label.split())
    for pair in order:
        words = len(" ".join(pair).split())
        if used + words <= 100 or not kept:
            kept.add(pair)
            used += words
    said = "; ".join(f"{head}: {cell}" if head else cell for head, cell in rest if (head, cell) in kept)
    return f"{label} – {said}" if said else label
