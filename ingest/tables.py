"""Tables found where lines are ruled; the only module that knows pdfplumber.

    path ─ pages_to_grids ─▶ grids ─ lines_to_whole_words ─▶ words ─ chain, rows, sections, table (see grids)

A page that pdfplumber or pdfminer cannot read has no tables here: its text is still read elsewhere.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.cells import Cell, lines_to_whole_words
from ingest.grids import Grid, chain_to_rows, grids_to_chains, rows_to_sections, section_to_table
from ingest.papers import Box, Table, Word

_UNREADABLE = (PdfminerException, MalformedPDFException, PSException)
_MARGIN = 0.055
_ABOVE = 60.0
_NUMBERED = re.compile(r"(table|figure|appendix|annex|chart)\b", re.I)
_FOLIO = re.compile(r"^(page )?\d+$", re.I)

# Remarks on fonts and colours of single pages are no news for whoever reads papers.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed character: where it stands, and whether it is bold."""

    text: str
    box: Box
    bold: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


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
    found = sorted(page.find_tables(), key=lambda table: (table.bbox[1], table.bbox[0]))
    found = [table for table in found if len({cell[0] for cell in table.cells}) > 1]
    if not found:
        return Sheet((), ())
    letters = [Letter(char["text"], _box(char), "Bold" in char["fontname"]) for char in page.chars]
    loose = letters_to_lines([letter for letter in letters if not _lies_in(letter, found)])
    fills = [_box(rect) for rect in page.rects if rect["fill"] and _is_tint(rect["non_stroking_color"])]
    grids = tuple(_grid(page, found, at, letters, loose, fills) for at in range(len(found)))
    return Sheet(grids, tuple(line.text for line in loose))


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
        above=lines_to_caption(
            [line for line in loose if max(ceiling, top - _ABOVE) <= _middle(line) < top], top
        ),
        text_above=any(ceiling < _middle(line) < top for line in loose),
        text_below=any(bottom < _middle(line) < floor and not _FOLIO.match(line.text) for line in loose),
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


def letters_to_lines(letters: Sequence[Letter]) -> tuple[Word, ...]:
    """Letters gathered into lines from top to bottom; a gap of a quarter of the height parts words."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.middle[1]):
        if lines and abs(letter.middle[1] - lines[-1][-1].middle[1]) < 0.4 * (letter.box[3] - letter.box[1]):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    words = (_line(sorted(line, key=lambda letter: letter.box[0])) for line in lines)
    return tuple(word for word in words if word.text)


def _line(letters: list[Letter]) -> Word:
    text, right = "", letters[0].box[0]
    for letter in letters:
        if letter.box[0] - right > 0.25 * (letter.box[3] - letter.box[1]):
            text += " "
        text, right = text + letter.text, max(right, letter.box[2])
    inked = [letter.box for letter in letters if letter.text.strip()] or [letters[0].box]
    x0, top, x1, bottom = zip(*inked, strict=True)
    return Word(" ".join(text.split()), (min(x0), min(top), max(x1), max(bottom)))


def lines_to_caption(lines: Sequence[Word], top: float) -> str:
    """The title just above a grid: a short paragraph that does not end as a sentence does, or "Table 2 …"."""
    if not lines or top - lines[-1].box[3] > 30:
        return ""
    at = len(lines) - 1
    while at and lines[at].box[1] - lines[at - 1].box[3] < 0.5 * (lines[at].box[3] - lines[at].box[1]):
        at -= 1
    text = " ".join(line.text for line in lines[at:])
    return text if _NUMBERED.match(text) or (len(text) <= 160 and text[-1] not in ".;,") else ""


def _middle(line: Word) -> float:
    return (line.box[1] + line.box[3]) / 2


def _lies_in(letter: Letter, tables: Sequence[Any]) -> bool:
    x, y = letter.middle
    return any(t.bbox[0] <= x <= t.bbox[2] and t.bbox[1] <= y <= t.bbox[3] for t in tables)


def _is_shaded(cell: Box, fills: Sequence[Box]) -> bool:
    x, y = (cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2
    return any(f[0] <= x <= f[2] and f[1] <= y <= f[3] for f in fills)


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
