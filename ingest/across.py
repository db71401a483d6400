"""Tables ruled across only: level rules of one width part the rows, and blanks that run down through them the columns.

rules ── level rules of one width ─▶ bands between them ─ runs of bands with the same blanks ─▶ frames of cells

Titles may stand above the first rule, and last rows below the last one: lines that leave the same blanks belong to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from ingest.headers import caption_to_unit, is_figure
from ingest.lines import Piece, lies_in
from ingest.papers import Box
from ingest.rules import Edges, Frame, rules_to_edges

Stretch: TypeAlias = tuple[float, float]
_UNIT = 6


@dataclass(frozen=True, slots=True)
class AcrossSettings:
    """How many rows and columns make a table, how wide a blank parts columns, and how far ends of rules may differ."""

    rows: int = 3
    columns: int = 3
    blank: float = 6.0
    ends: float = 6.0
    kept: float = 0.7
    apart: float = 1.3
    titles: int = 10


@dataclass(frozen=True, slots=True)
class Band:
    """What stands between two level rules, and where words stand in it from left to right."""

    box: Box
    pieces: tuple[Piece, ...]
    covered: tuple[Stretch, ...]


def rules_across(
    rules: Iterable[Box],
    pieces: Sequence[Piece],
    frames: Sequence[Frame],
    running: Sequence[Box] = (),
    settings: AcrossSettings | None = None,
) -> tuple[Frame, ...]:
    """The frames of a page that are ruled across only.

    `frames` are those whose cells are ruled on all sides, and `running` the running heads and feet.
    """
    settings = settings or AcrossSettings()
    text = [piece for piece in pieces if not lies_in(piece, running)]
    found = []
    for edges in _of_one_width(rules_to_edges(rules), settings):
        bands = [_band(upper, lower, text, settings) for upper, lower in pairwise(edges)]
        for run in _runs(bands, settings):
            if not any(_overlap(_around(run), frame.box) for frame in frames) and _has_figures(run, settings):
                found.append(_frame([*_titles(run, pieces, settings), *run, *_last(run, text, settings)], settings))
    return tuple(found)


def _of_one_width(edges: Edges, settings: AcrossSettings) -> list[list[tuple[float, float, float]]]:
    """Level edges that begin and end below one another, from the top; those that have enough others."""
    groups: list[list[tuple[float, float, float]]] = []
    for edge in sorted(edges.level, key=lambda edge: edge[2]):
        same = (g for g in groups if max(abs(g[-1][0] - edge[0]), abs(g[-1][1] - edge[1])) < settings.ends)
        if group := next(same, None):
            group.append(edge)
        else:
            groups.append([edge])
    return [group for group in groups if len(group) > settings.rows]


def _band(
    upper: tuple[float, float, float],
    lower: tuple[float, float, float],
    pieces: Sequence[Piece],
    settings: AcrossSettings,
) -> Band:
    box = (upper[0], upper[2], upper[1], lower[2])
    held = [p for p in pieces if box[0] <= p.middle[0] <= box[2] and box[1] <= p.middle[1] < box[3]]
    return _held(box, held, settings)


def _held(box: Box, pieces: Sequence[Piece], settings: AcrossSettings) -> Band:
    return Band(box, tuple(pieces), _merged(((piece.box[0], piece.box[2]) for piece in pieces), settings))


def _merged(stretches: Iterable[Stretch], settings: AcrossSettings) -> tuple[Stretch, ...]:
    """Stretches made one where no wide blank parts them."""
    merged: list[Stretch] = []
    for left, right in sorted(stretches):
        if merged and left < merged[-1][1] + settings.blank:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return tuple(merged)


def _runs(bands: Sequence[Band], settings: AcrossSettings) -> Iterator[list[Band]]:
    """Bands below one another that leave the same blanks; a band of text that fills them ends a run."""
    run: list[Band] = []
    for band in bands:
        before, after = _columns(run, settings), _columns([*run, band], settings)
        if run and len(after) < max(settings.columns, settings.kept * len(before)):
            yield from [run] if _is_enough(run, settings) else []
            run = []
        run.append(band)
    yield from [run] if _is_enough(run, settings) else []


def _columns(run: Sequence[Band], settings: AcrossSettings) -> tuple[Stretch, ...]:
    return _merged((stretch for band in run for stretch in band.covered), settings)


def _is_enough(run: Sequence[Band], settings: AcrossSettings) -> bool:
    return len(run) >= settings.rows and len(_columns(run, settings)) >= settings.columns


def _has_figures(run: Sequence[Band], settings: AcrossSettings) -> bool:
    """Whether some column after the first is one of figures."""
    return any(_is_of_figures(run, column) for column in _columns(run, settings)[1:])


def _is_of_figures(run: Sequence[Band], column: Stretch) -> bool:
    """Whether half of what stands in a column below the first row are figures."""
    cells = [" ".join(p.text for p in band.pieces if column[0] <= p.middle[0] <= column[1]) for band in run[1:]]
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and 2 * sum(map(is_figure, filled)) >= len(filled)


def _titles(run: Sequence[Band], pieces: Sequence[Piece], settings: AcrossSettings) -> list[Band]:
    """The band above the first rule where titles stand there: the first row below it has figures, or a label alone."""
    box, columns = _around(run), _columns(run, settings)
    beside = [piece for piece in run[0].pieces if piece.middle[0] > columns[0][1]]
    if beside and not any(is_figure(piece.text) for piece in beside):
        return []
    held: list[Piece] = []
    top = box[1]
    above = [piece for piece in pieces if piece.middle[1] < top and box[0] - 5 < piece.middle[0] < box[2] + 5]
    for line in list(reversed(_lines(above)))[: settings.titles]:
        text = " ".join(piece.text for piece in line)
        lone = len(_merged(((piece.box[0], piece.box[2]) for piece in line), settings)) == 1
        named = lone and caption_to_unit(text) and len(text) > _UNIT
        if named or not _follows(line, top, columns, settings):
            break
        held += line
        top = min(piece.box[1] for piece in line)
    band = _held((box[0], top - 1, box[2], box[1]), held, settings)
    return [band] if 2 * len(band.covered) >= len(columns) else []


def _last(run: Sequence[Band], pieces: Sequence[Piece], settings: AcrossSettings) -> list[Band]:
    """Rows below the last rule: one for each line of figures, or one that the page's end leaves open."""
    box, columns = _around(run), _columns(run, settings)
    figures = [column for column in columns[1:] if _is_of_figures(run, column)]
    lines: list[list[Piece]] = []
    bottom = box[3]
    for line in _lines([p for p in pieces if p.middle[1] > bottom and box[0] - 5 < p.middle[0] < box[2] + 5]):
        if not _follows(line, bottom, columns, settings):
            break
        lines.append(line)
        bottom = max(piece.box[3] for piece in line) + 1
    begins = [at for at, line in enumerate(lines) if _has_figure(line, figures)]
    starts = begins if len(begins) > 1 and not begins[0] else [0] if begins else []
    bands: list[Band] = []
    for start, end in pairwise([*starts, len(lines)]):
        held = [piece for line in lines[start:end] for piece in line]
        top, under = bands[-1].box[3] if bands else box[3], max(piece.box[3] for piece in held) + 1
        bands.append(_held((box[0], top, box[2], under), held, settings))
    return bands


def _has_figure(line: Sequence[Piece], figures: Sequence[Stretch]) -> bool:
    return any(is_figure(p.text) and left <= p.middle[0] <= right for p in line for left, right in figures)


def _follows(line: Sequence[Piece], edge: float, columns: Sequence[Stretch], settings: AcrossSettings) -> bool:
    """Whether a line stands close to an edge and leaves the blanks between the columns."""
    top, bottom = min(piece.box[1] for piece in line), max(piece.box[3] for piece in line)
    near = min(abs(top - edge), abs(bottom - edge)) < settings.apart * (bottom - top)
    stretches = _merged([*columns, *((piece.box[0], piece.box[2]) for piece in line)], settings)
    return near and len(stretches) == len(columns)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one height together, from the top."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle[1]):
        if lines and piece.middle[1] - lines[-1][-1].middle[1] < 0.5 * (piece.box[3] - piece.box[1]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _around(run: Sequence[Band]) -> Box:
    return (run[0].box[0], run[0].box[1], run[-1].box[2], run[-1].box[3])


def _frame(run: Sequence[Band], settings: AcrossSettings) -> Frame:
    box, columns = _around(run), _columns(run, settings)
    places = [box[0], *((left[1] + right[0]) / 2 for left, right in pairwise(columns)), box[2]]
    rows = tuple(tuple((x0, b.box[1], x1, b.box[3]) for x0, x1 in pairwise(places)) for b in run)
    return Frame(box, rows)


def _overlap(box: Box, other: Box) -> bool:
    return min(box[2], other[2]) > max(box[0], other[0]) and min(box[3], other[3]) > max(box[1], other[1])
