"""Ruling lines into frames of cells; needs no library.

rules ── rules_to_edges ──▶ edges: lines within a few points of one another made one
edges ── edges_to_cells ──▶ the smallest rectangles whose corners are joined by edges
cells ── cells_to_frames ─▶ cells that touch, as a frame with its rows
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from ingest.papers import Box

NEAR = 3.0
MOST_EDGES = 1500

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Edges:
    """Level edges as (left, right, height) and upright ones as (top, bottom, place)."""

    level: tuple[tuple[float, float, float], ...]
    upright: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells that touch: the box around them, and their rows with None where no cell begins in a column."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]

    @property
    def cells(self) -> tuple[Box, ...]:
        """All cells, row by row."""
        return tuple(cell for row in self.rows for cell in row if cell)


def rules_to_frames(rules: Iterable[Box]) -> tuple[Frame, ...]:
    """The frames of at least two columns, from the top."""
    edges = rules_to_edges(rules)
    if len(edges.level) + len(edges.upright) > MOST_EDGES:
        return ()
    frames = cells_to_frames(edges_to_cells(edges))
    return tuple(frame for frame in frames if len(frame.rows[0]) > 1)


def rules_to_edges(rules: Iterable[Box]) -> Edges:
    """The edges that rules make."""
    level, upright = [], []
    for x0, top, x1, bottom in rules:
        if x1 - x0 > bottom - top:
            level.append((x0, x1, (top + bottom) / 2))
        else:
            upright.append((top, bottom, (x0 + x1) / 2))
    return Edges(tuple(_joined(level)), tuple(_joined(upright)))


def _joined(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines (begin, end, place) near one another at one place, and those that meet made one."""
    groups: list[list[tuple[float, float, float]]] = []
    for line in sorted(lines, key=lambda line: line[2]):
        if groups and line[2] <= groups[-1][-1][2] + NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [edge for group in groups for edge in _run_on(group)]


def _run_on(group: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines of one place made one where they meet; those too short to rule anything left out."""
    place = sum(line[2] for line in group) / len(group)
    runs: list[tuple[float, float]] = []
    for begin, end, _ in sorted(group):
        if runs and begin <= runs[-1][1] + NEAR:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((begin, end))
    return [(begin, end, place) for begin, end in runs if end - begin >= NEAR]


def edges_to_cells(edges: Edges) -> list[Box]:
    """The smallest cell below and to the right of each crossing."""
    rows: dict[Point, set[int]] = {}
    columns: dict[Point, set[int]] = {}
    for at, (top, bottom, x) in enumerate(edges.upright):
        for on, (left, right, y) in enumerate(edges.level):
            if top <= y + NEAR and bottom >= y - NEAR and left - NEAR <= x <= right + NEAR:
                columns.setdefault((x, y), set()).add(at)
                rows.setdefault((x, y), set()).add(on)
    below: dict[float, list[Point]] = {}
    beside: dict[float, list[Point]] = {}
    for point in sorted(rows):
        below.setdefault(point[0], []).append(point)
        beside.setdefault(point[1], []).append(point)
    cells = (_smallest(point, below[point[0]], beside[point[1]], rows, columns) for point in sorted(rows))
    return [cell for cell in cells if cell]


def _smallest(
    corner: Point,
    below: Sequence[Point],
    beside: Sequence[Point],
    rows: dict[Point, set[int]],
    columns: dict[Point, set[int]],
) -> Box | None:
    """The smallest rectangle with this corner top left that edges run around."""
    rights = [point for point in beside if point > corner and rows[corner] & rows[point]]
    for low in below:
        if low <= corner or not columns[corner] & columns[low]:
            continue
        for right in rights:
            far = (right[0], low[1])
            if far in rows and columns[far] & columns[right] and rows[far] & rows[low]:
                return (*corner, *far)
    return None


def cells_to_frames(cells: Sequence[Box]) -> list[Frame]:
    """Cells that share a corner as one frame, from the top; a lone cell is a box round text."""
    group_of = list(range(len(cells)))
    owner: dict[Point, int] = {}
    for at, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            known = owner.setdefault(corner, at)
            group_of[_first(group_of, at)] = _first(group_of, known)
    groups: dict[int, list[Box]] = {}
    for at, cell in enumerate(cells):
        groups.setdefault(_first(group_of, at), []).append(cell)
    frames = [_frame(group) for group in groups.values() if len(group) > 1]
    return sorted(frames, key=lambda frame: (frame.box[1], frame.box[0]))


def _first(group_of: Sequence[int], at: int) -> int:
    """The cell that stands for the group of a cell."""
    while group_of[at] != at:
        at = group_of[at]
    return at


def _frame(cells: Sequence[Box]) -> Frame:
    x0, top, x1, bottom = zip(*cells, strict=True)
    places = sorted(set(x0))
    rows = []
    for _, row in groupby(sorted(cells, key=lambda cell: (cell[1], cell[0])), key=lambda cell: cell[1]):
        held = {cell[0]: cell for cell in row}
        rows.append(tuple(held.get(place) for place in places))
    return Frame((min(x0), min(top), max(x1), max(bottom)), tuple(rows))
