"""Tables found where lines are ruled, out of what is drawn on the pages.

drawings ─ drawing_to_sheet ─▶ grids ─ lines_to_whole_words ─▶ words ─ chain, rows, sections, table (see grids)
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.across import rules_across
from ingest.cells import Cell, lines_to_whole_words
from ingest.drawn import Drawing
from ingest.grids import Grid, chain_to_rows, grids_to_chains, rows_to_sections, section_to_table
from ingest.lines import Piece, lies_in, line_middle, lines_to_caption, pieces_to_lines
from ingest.papers import Box, Page, Table, Word
from ingest.printed import running_lines
from ingest.rules import Frame, rules_to_frames

_MARGIN = 0.055
_ABOVE = 60.0
_FOLIO = re.compile(r"^(page )?\d+( of \d+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with tables: its grids from top to bottom, and the lines of text outside them."""

    grids: tuple[Grid, ...]
    lines: tuple[str, ...]


def find_tables(pages: Sequence[Page], drawn: Sequence[Drawing]) -> tuple[Table, ...]:
    """The ruled tables of all pages with drawings, in reading order, joined over pages where they go on."""
    running = running_lines(pages) if drawn else {}
    sheets = [
        drawing_to_sheet(drawing, page.size[1], [page.lines[at].box for at in running[page.number]])
        for drawing, page in ((drawing, pages[drawing.page - 1]) for drawing in drawn)
    ]
    grids = [grid for sheet in sheets for grid in sheet.grids]
    whole = lines_to_whole_words(sheets_to_lines(sheets))
    sections = [
        section
        for chain in grids_to_chains(grids)
        for section in rows_to_sections(chain_to_rows(chain, whole), chain[0].above)
    ]
    return tuple(table for table in map(section_to_table, sections) if table)


def sheets_to_lines(sheets: Sequence[Sheet]) -> Iterator[Sequence[str]]:
    """The lines of each cell, and those of the text around."""
    for sheet in sheets:
        yield sheet.lines
        for grid in sheet.grids:
            yield from ([line.text for line in cell.lines] for row in grid.rows for cell in row if cell)


def drawing_to_sheet(drawing: Drawing, height: float, running: Sequence[Box]) -> Sheet:
    """The grids of one page of that height, with the pieces in their cells and the text around but running heads."""
    closed = rules_to_frames(drawing.rules)
    across = rules_across(drawing.rules, drawing.pieces, closed, running)
    frames = sorted((*closed, *across), key=lambda frame: (frame.box[1], frame.box[0]))
    if not frames:
        return Sheet((), ())
    boxes = [*(frame.box for frame in frames), *running]
    loose = pieces_to_lines([piece for piece in drawing.pieces if not lies_in(piece, boxes)])
    grids = tuple(_grid(drawing, height, frames, at, loose) for at in range(len(frames)))
    return Sheet(grids, tuple(line.text for line in loose))


def _grid(drawing: Drawing, height: float, frames: Sequence[Frame], at: int, loose: Sequence[Word]) -> Grid:
    """One grid out of the frames found on a page."""
    frame = frames[at]
    top, bottom = frame.box[1], frame.box[3]
    margin = _MARGIN * height
    ceiling = max((f.box[3] for f in frames[:at] if f.box[3] <= top), default=margin)
    floor = min((f.box[1] for f in frames[at + 1 :] if f.box[1] >= bottom), default=height - margin)
    rows, strong = frame_to_cells(frame, drawing.pieces, drawing.tints)
    return Grid(
        page=drawing.page,
        box=_rounded(frame.box),
        edges=tuple(sorted({_rounded(cell)[0] for cell in frame.cells})),
        rows=rows,
        strong=strong,
        above=lines_to_caption([line for line in loose if max(ceiling, top - _ABOVE) <= line_middle(line) < top], top),
        text_above=any(ceiling < line_middle(line) < top for line in loose),
        text_below=any(bottom < line_middle(line) < floor and not _FOLIO.match(line.text) for line in loose),
    )


def frame_to_cells(
    frame: Frame, pieces: Sequence[Piece], tints: Sequence[Box]
) -> tuple[tuple[tuple[Cell | None, ...], ...], tuple[bool, ...]]:
    """The cells of each row with their lines, and whether the row is bold or shaded."""
    held: dict[Box, list[Piece]] = {cell: [] for cell in frame.cells}
    tops = sorted({cell[1] for cell in held})
    by_top = {top: [cell for cell in held if cell[1] <= top < cell[3]] for top in tops}
    for piece in pieces:
        x, y = piece.middle
        band = bisect_right(tops, y) - 1
        for cell in by_top[tops[band]] if band >= 0 else ():
            if cell[0] <= x < cell[2] and y < cell[3]:
                held[cell].append(piece)
                break
    rows, strong = [], []
    for row in frame.rows:
        cells = [cell for cell in row if cell]
        rows.append(tuple(Cell(_rounded(cell), pieces_to_lines(held[cell])) if cell else None for cell in row))
        inked = [piece.bold for cell in cells for piece in held[cell]]
        strong.append((bool(inked) and all(inked)) or all(_is_tinted(cell, tints) for cell in cells))
    return tuple(rows), tuple(strong)


def _is_tinted(cell: Box, tints: Sequence[Box]) -> bool:
    return lies_in(Piece("", cell, False), tints)


def _rounded(box: Box) -> Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
