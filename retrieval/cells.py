"""Saying a row of a table: its label, and the cells that the question asks for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.papers import squash
from retrieval.answers import Citation, Query
from retrieval.rank import FIGURE, SUITS
from retrieval.support import MONEY
from retrieval.terms import is_period, stems_of
from retrieval.units import Unit

NOT_ACTUAL = re.compile(
    r"target|benchmark|england|national|average|direction|variance|movement|change|budget|neighbour", re.I
)
NAMED = 0.5
LONGEST = 100
MOST = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a row: its label and the cells picked, pairs of header and cell; `unit` where none is named."""

    label: tuple[str, str]
    picked: tuple[tuple[str, str], ...]
    unit: str = ""

    def __str__(self) -> str:
        said = "; ".join(f"{head}: {cell}" if head else cell for head, cell in self.picked)
        return f"{self.label[1]} – {said}{self.unit}" if said else self.label[1]


def said_row(unit: Unit, query: Query) -> str:
    """A row's label with the cells whose headers are named, else its latest figure; a row of words by fit."""
    if len(unit.row) == 1 and "\t" in unit.text:
        head, cell = unit.row[0]
        return f"{head}: {cell}"
    return str(picked(unit, query))


def picked(unit: Unit, query: Query) -> Said:
    """The label and the cells of a row that a question asks for."""
    asked = set(stems_of(query.whole))
    label, cells = _label(unit)
    rest = [(head, cell) for head, cell in cells if squash(cell)]
    figures = [(head, cell) for head, cell in rest if FIGURE.search(cell) and len(cell) < 25]
    if len(figures) < 2:
        return Said(label, tuple(_likeliest(label[1], rest, asked, query)))
    shares = Counter(stem for head, _ in figures for stem in set(stems_of(head)))
    asked -= set(stems_of(label[1]))
    named = [(_named(head, asked, shares), head, cell) for head, cell in figures]
    most = max(worth for worth, _, _ in named)
    best = [(head, cell) for worth, head, cell in named if worth > 0.99 * most] if most >= NAMED else _latest(figures)
    head, cell = best[0]
    told = unit.chunk.unit in head or MONEY.search(cell)
    return Said(label, tuple(best[:MOST]), "" if told else f" ({unit.chunk.unit})")


def marked(unit: Unit, query: Query, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations of a row with the boxes of its label and of the cells that are said, where these are known."""
    places = _places(unit, query)
    found = [
        (one, [box for at in places for page, box in unit.chunk.spots[at] if page == one.pdf_page]) for one in citations
    ]
    return tuple(replace(one, boxes=tuple(dict.fromkeys(boxes))) if boxes else one for one, boxes in found)


def row_notes(unit: Unit, query: Query) -> Iterator[str]:
    """What stands above a table whose figure is said, as tables have like rows; the table's notes on the cells said."""
    headings = unit.chunk.headings
    if len(unit.row) > 1 and headings and any(FIGURE.search(cell) for _, cell in picked(unit, query).picked):
        yield f"The row stands in a table under “{headings[-1].rstrip(' :')}”."
    said = {-1, *_places(unit, query)}
    for at, text in unit.chunk.notes if unit.row else ():
        if at in said:
            yield f"A note under the table says: “{text}”"


def _places(unit: Unit, query: Query) -> list[int]:
    """Where among the chunk's cells the label and the cells that are said stand."""
    if not unit.row or not unit.chunk.spots:
        return []
    said = picked(unit, query)
    return [unit.chunk.cells.index(pair) for pair in (said.label, *said.picked) if pair in unit.chunk.cells]


def _named(head: str, asked: set[str], shares: Mapping[str, int]) -> float:
    """How far a question names a column: a word that other headers share counts less, a period more."""
    return sum((3.0 if is_period(stem) else 1.0) / shares[stem] for stem in set(stems_of(head)) & asked)


def _latest(figures: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The last figure that is the council's own: no target, benchmark or change."""
    own = [pair for pair in figures if not NOT_ACTUAL.search(pair[0])]
    return [(own or list(figures))[-1]]


def _label(unit: Unit) -> tuple[tuple[str, str], list[tuple[str, str]]]:
    """A row's label (its first cells up to one of words) and the cells after it."""
    cells = list(unit.row)
    at = next((i for i, (_, cell) in enumerate(cells) if re.search(r"[A-Za-z]{3}", cell)), 0)
    return cells[at], cells[at + 1 :]


def _likeliest(label: str, rest: Sequence[tuple[str, str]], asked: set[str], query: Query) -> Iterator[tuple[str, str]]:
    """The cells of a row of words with their headers, the likeliest as far as they fit, in their order."""
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
    return (pair for pair in rest if pair in kept)
