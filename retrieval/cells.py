"""Saying a row of a table: its label, and the cells that the question asks for."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from retrieval.answers import Query
from retrieval.rank import FIGURE, SUITS
from retrieval.support import MONEY
from retrieval.terms import is_period, stems_of
from retrieval.units import Unit

NOT_ACTUAL = re.compile(
    r"target|benchmark|england|national|average|direction|variance|movement|change|budget|neighbour", re.I
)
NAMED = 0.5
LONGEST = 100


def said_row(unit: Unit, query: Query) -> str:
    """A row's label with the cells whose headers are named, else its latest figure; a row of words by fit."""
    asked = set(stems_of(query.whole))
    label, rest = _label(unit)
    figures = [(head, cell) for head, cell in rest if FIGURE.search(cell) and len(cell) < 25]
    if len(figures) < 2:
        return _listed(label, rest, asked, query)
    shares = Counter(stem for head, _ in figures for stem in set(stems_of(head)))
    asked -= set(stems_of(label))
    named = [(_named(head, asked, shares), head, cell) for head, cell in figures]
    most = max(worth for worth, _, _ in named)
    picked = [(head, cell) for worth, head, cell in named if worth > 0.99 * most] if most >= NAMED else _latest(figures)
    unit_named = f" ({unit.chunk.unit})" if unit.chunk.unit and not MONEY.search(picked[0][1]) else ""
    return f"{label} – " + "; ".join(f"{head}: {cell}" if head else cell for head, cell in picked[:4]) + unit_named


def _named(head: str, asked: set[str], shares: Mapping[str, int]) -> float:
    """How far a question names a column: a word that other headers share counts less, a period more."""
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
        key=lambda pair: -(len(set(stems_of(" ".join(pair))) & asked) + (1 if suits and suits.search(pair[1]) else 0)),
    )
    kept: set[tuple[str, str]] = set()
    used = len(label.split())
    for pair in order:
        words = len(" ".join(pair).split())
        if used + words <= LONGEST or not kept:
            kept.add(pair)
            used += words
    said = "; ".join(f"{head}: {cell}" if head else cell for head, cell in rest if (head, cell) in kept)
    return f"{label} – {said}" if said else label
