"""A table: its cells with their boxes, the units of its columns, its notes, and how a cell is found by its names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.pages import Box, squash

Spot: TypeAlias = tuple[int, Box]
"""A page, from 1, and a box on it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note beneath a table: its mark ("*", "1", "" where it has none), its words, and the cells that it qualifies.

    A cell is (row, column) from 0, the header row -1; a note without cells is of the whole table.
    """

    mark: str
    text: str
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell with its names: what it says, its unit, where it stands, the notes on it, and where its row's label is."""

    label: str
    column: str
    text: str
    unit: str
    spots: tuple[Spot, ...]
    notes: tuple[Note, ...] = ()
    label_spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header cells, rows of cells ("" where empty), a box for each row, unit and caption as printed.

    `areas` are the pages and boxes that it covers, header and all. `spots` are where each cell's words stand, more
    than one place where a page's end cuts the row; `row_pages` and `row_boxes` are where a row begins. `unit` is that
    of all figures, `units` those of the columns. A table of fields has labels, values and no header.
    """

    pages: tuple[int, int]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_pages: tuple[int, ...]
    row_boxes: tuple[Box, ...]
    unit: str = ""
    caption: str = ""
    areas: tuple[Spot, ...] = ()
    units: tuple[str, ...] = ()
    spots: tuple[tuple[tuple[Spot, ...], ...], ...] = ()
    notes: tuple[Note, ...] = ()
    fields: bool = False

    def __post_init__(self) -> None:
        if not len(self.rows) == len(self.row_pages) == len(self.row_boxes):
            raise ValueError("a table needs a page and a box for each row")
        if self.spots and [len(row) for row in self.spots] != [len(row) for row in self.rows]:
            raise ValueError("a table needs the places of each cell, or of none")

    def spots_of(self, row: int, column: int) -> tuple[Spot, ...]:
        """Where a cell's words stand; where its row begins if that is all that is known."""
        return self.spots[row][column] if self.spots else ((self.row_pages[row], self.row_boxes[row]),)

    def last_page(self, row: int) -> int:
        """The page on which a row ends."""
        return max(
            [self.row_pages[row], *(page for spots in self.spots[row : row + 1] for s in spots for page, _ in s)]
        )

    def unit_of(self, column: int) -> str:
        """The unit of a column's figures, "" where none is printed."""
        return self.units[column] if self.units else self.unit

    def notes_of(self, row: int, column: int) -> tuple[Note, ...]:
        """The notes on a cell: its own, its column's, its row's, and those of the whole table."""
        label = self.label_column(row)
        held = {(row, column), (-1, column), (row, label)}
        return tuple(note for note in self.notes if not note.cells or held & set(note.cells))

    def label_column(self, row: int) -> int:
        """The column that names a row: the first whose cell has words."""
        return next((at for at, text in enumerate(self.rows[row]) if sum(map(str.isalpha, text)) > 2), 0)

    def cell(self, label: str, column: str) -> NamedCell | None:
        """The cell of the row and column so named, or None where none or several are; "Outturn" names "Outturn £m".

        >>> Table((1, 1), ("Ward", "£m"), (("Ham", "1.2"),), (1,), ((0, 0, 9, 9),), unit="£m").cell("ham", "£m").text
        '1.2'
        """
        rows = _fitting(label, (" ".join(row[: self.label_column(at) + 1]) for at, row in enumerate(self.rows)))
        columns = _fitting(column, self.header)
        if len(rows) != 1 or len(columns) != 1:
            return None
        row, at = rows[0], columns[0]
        return self._named(row, at)

    def named_cells(self, row: int) -> tuple[NamedCell, ...]:
        """The cells of a row that hold something, from the left; of a row of fields the value under its label."""
        if self.fields:
            label, value = self.rows[row]
            spots = (*self.spots_of(row, 0), *self.spots_of(row, 1))
            return (NamedCell(label, label.rstrip(" :"), value, "", tuple(dict.fromkeys(spots))),)
        return tuple(self._named(row, at) for at, text in enumerate(self.rows[row]) if text)

    def _named(self, row: int, at: int) -> NamedCell:
        """The cell in that row and column, with its names."""
        named = self.label_column(row)
        column = self.header[at] if self.header else ""
        return NamedCell(
            label=self.rows[row][named],
            column=column,
            text=self.rows[row][at],
            unit=self.unit_of(at),
            spots=self.spots_of(row, at),
            notes=self.notes_of(row, at),
            label_spots=self.spots_of(row, named),
        )


def _fitting(name: str, names: Iterable[str]) -> Sequence[int]:
    """The places of the names that are this one, else of those that hold it."""
    keys = [squash(one) for one in names]
    wanted = squash(name)
    same = [at for at, key in enumerate(keys) if key == wanted]
    return same or [at for at, key in enumerate(keys) if wanted and wanted in key]
