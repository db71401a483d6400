"""Tables found where lines are ruled; the only module that knows pdfplumber.

    path ─ pages_to_grids ─▶ grids ─ lines_to_whole_words ─▶ words ─ chain, rows, sections, table (see grids)

A page that pdfplumber or pdfminer cannot read has no tables here: its text is still read elsewhere.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfminer.psexceptions import PSException
from pdfplumber.container import Container
from pdfplumber.table import TableFinder
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.cells import Cell, lines_to_whole_words
from ingest.grids import Grid, chain_to_rows, grids_to_chains, rows_to_sections, section_to_table
from ingest.lines import Letter, letters_to_lines, lies_in, line_middle, lines_to_caption
from ingest.papers import Box, Table, Word

_UNREADABLE = (PdfminerException, MalformedPDFException, PSException)
_KINDS = ("line", "rect", "curve")
_MARGIN = 0.055
_ABOVE = 60.0
_FOLIO = re.compile(r"^(page )?\d+( of \d+)?$", re.I)

# Remarks on fonts and colours of single pages are no news for whoever reads papers.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


class Ruling(Container):
    """What is drawn on a page but its letters: all that pdfplumber needs to find tables."""

    def __init__(self, shapes: Sequence[dict[str, Any]]) -> None:
        self._shapes = {kind: [s for s in shapes if s["object_type"] == kind] for kind in _KINDS}

    @property
    def objects(self) -> dict[str, list[dict[str, Any]]]:
        """The shapes by their kind."""
        return self._shapes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with tables: its grids from top to bottom, and the lines of text outside them."""

    grids: tuple[Grid, ...]
    lines: tuple[str, ...]


def find_tables(path: Path, pages: Sequence[int]) -> tuple[Table, ...]:
    """The ruled tables of the given pages (from 1), in reading order, joined over pages where they go on."""
    sheets = list(pages_to_sheets(path, pages))
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


def pages_to_sheets(path: Path, pages: Sequence[int]) -> Iterator[Sheet]:
    """Each page that has tables and can be read."""
    try:
        with pdfplumber.open(path, pages=sorted(set(pages))) as pdf:
            for page in pdf.pages:
                try:
                    yield page_to_sheet(page)
                except _UNREADABLE:
                    continue
                finally:
                    page.close()
    except _UNREADABLE:
        return


def page_to_sheet(page: Any) -> Sheet:
    """The grids of one page, with the letters in their cells and the text around them."""
    drawn = list(_leaves(page.layout))
    ruling: Any = Ruling([page.process_object(shape) for shape in drawn if isinstance(shape, LTCurve)])
    found = [table for table in TableFinder(ruling).tables if len({cell[0] for cell in table.cells}) > 1]
    if not found:
        return Sheet((), ())
    found.sort(key=lambda table: (table.bbox[1], table.bbox[0]))
    boxes = [table.bbox for table in found]
    letters = [_letter(page, shape) for shape in drawn if isinstance(shape, LTChar)]
    loose = letters_to_lines([letter for letter in letters if not lies_in(letter, boxes)])
    fills = [_box(rect) for rect in ruling.rects if rect["fill"] and _is_tint(rect["non_stroking_color"])]
    grids = tuple(_grid(page, found, at, letters, loose, fills) for at in range(len(found)))
    return Sheet(grids, tuple(line.text for line in loose))


def _leaves(layout: Iterable[Any]) -> Iterator[Any]:
    """All that is drawn on a page, that inside figures too."""
    for shape in layout:
        if isinstance(shape, LTContainer):
            yield from _leaves(shape)
        else:
            yield shape


def _letter(page: Any, drawn: LTChar) -> Letter:
    """A letter with its box counted from the top, as pdfplumber counts those of lines."""
    x, top = page.mediabox[0], page.mediabox[1] + page.height
    return Letter(
        drawn.get_text(),
        (drawn.x0 + x, top - drawn.y1, drawn.x1 + x, top - drawn.y0),
        "Bold" in str(drawn.fontname),
    )


def _grid(
    page: Any,
    found: Sequence[Any],
    at: int,
    letters: Sequence[Letter],
    loose: Sequence[Word],
    fills: list[Box],
) -> Grid:
    """One grid out of those found on a page."""
    table = found[at]
    top, bottom = table.bbox[1], table.bbox[3]
    margin = _MARGIN * float(page.height)
    ceiling = max((t.bbox[3] for t in found[:at] if t.bbox[3] <= top), default=margin)
    floor = min((t.bbox[1] for t in found[at + 1 :] if t.bbox[1] >= bottom), default=page.height - margin)
    rows, strong = rows_to_cells(table, letters, fills)
    return Grid(
        page=page.page_number,
        box=_shift(page, table.bbox),
        edges=tuple(sorted({_shift(page, cell)[0] for cell in table.cells})),
        rows=tuple(tuple(cell and _moved(page, cell) for cell in row) for row in rows),
        strong=strong,
        above=lines_to_caption([line for line in loose if max(ceiling, top - _ABOVE) <= line_middle(line) < top], top),
        text_above=any(ceiling < line_middle(line) < top for line in loose),
        text_below=any(bottom < line_middle(line) < floor and not _FOLIO.match(line.text) for line in loose),
    )


def rows_to_cells(
    table: Any, letters: Sequence[Letter], fills: Sequence[Box]
) -> tuple[list[list[Cell | None]], tuple[bool, ...]]:
    """The cells of each row with their lines, and whether the row is bold or shaded."""
    held: dict[Box, list[Letter]] = {cell: [] for cell in table.cells}
    tops = sorted({cell[1] for cell in table.cells})
    by_top = {top: [cell for cell in table.cells if cell[1] <= top < cell[3]] for top in tops}
    for letter in letters:
        x, y = letter.middle
        band = bisect_right(tops, y) - 1
        for cell in by_top[tops[band]] if band >= 0 else ():
            if cell[0] <= x < cell[2] and y < cell[3]:
                held[cell].append(letter)
                break
    rows, strong = [], []
    for row in table.rows:
        cells = [cell for cell in row.cells if cell]
        rows.append([Cell(cell, letters_to_lines(held[cell])) if cell else None for cell in row.cells])
        inked = [letter.bold for cell in cells for letter in held[cell] if letter.text.strip()]
        strong.append((bool(inked) and all(inked)) or all(_is_shaded(cell, fills) for cell in cells))
    return rows, tuple(strong)


def _is_shaded(cell: Box, fills: Sequence[Box]) -> bool:
    return lies_in(Letter("", cell, False), fills)


def _is_tint(colour: Any) -> bool:
    """Whether a fill is neither white nor none; colours come as a number, a tuple or a pattern's name."""
    parts = tuple(colour) if isinstance(colour, tuple | list) else (colour,)
    return bool(parts) and None not in parts and parts not in ((1,), (1, 1, 1), (0, 0, 0, 0))


def _box(thing: dict[str, Any]) -> Box:
    return (thing["x0"], thing["top"], thing["x1"], thing["bottom"])


def _shift(page: Any, box: Box) -> Box:
    """A box counted from the corner of the page as it is seen, which is that of its crop box."""
    x, y = page.cropbox[0], page.cropbox[1]
    return (round(box[0] - x, 1), round(box[1] - y, 1), round(box[2] - x, 1), round(box[3] - y, 1))


def _moved(page: Any, cell: Cell) -> Cell:
    return Cell(_shift(page, cell.box), tuple(Word(line.text, _shift(page, line.box)) for line in cell.lines))
