"""The tables of real papers against what people read off their pages, and the rate of cells that are exact."""

from functools import cache
from pathlib import Path

import pytest
from table_examples import ACROSS, CORPUS, RULED, UNRULED, checked_tables, equal_cells

from ingest.pack import read_pack
from ingest.papers import Pack

CABINET = CORPUS / "cabinet-2023-06-12-public-reports-pack.pdf"

pytestmark = pytest.mark.skipif(not CABINET.is_file(), reason="../shared/corpus is not here")


@cache
def read(path: Path) -> Pack:
    """A document of the corpus, read once."""
    return read_pack(path)


@pytest.mark.parametrize(("known", "tables", "least"), [(RULED, 15, 0.99), (ACROSS, 4, 0.99), (UNRULED, 5, 0.95)])
def test_cells_are_exact(known: Path, tables: int, least: float, capsys: pytest.CaptureFixture[str]) -> None:
    """Headers, cells and units of tables ruled on all sides, ruled across only, and not ruled."""
    right = total = count = 0
    for wanted in checked_tables(known):
        found = [table for table in read(CORPUS / wanted.file).tables if table.pages[0] in wanted.pages]
        right += max((equal_cells(table, wanted.cells, wanted.unit) for table in found), default=0)
        total, count = total + 1 + sum(map(len, wanted.cells)), count + 1
    with capsys.disabled():
        print(f"\n{known.stem}: {right} of {total} cells of {count} tables exact ({right / total:.1%})")
    assert count == tables
    assert right / total >= least


def test_a_cell_of_a_real_table_is_found_where_it_stands() -> None:
    """Row and column by their names, the unit, the note on another row, and the words in the cell's box."""
    (table,) = (t for t in read(CABINET).tables if t.pages == (66, 66) and "Provisional Outturn £m" in t.header)
    cell = table.cell("Children's Directorate", "Provisional Outturn")
    assert cell and (cell.text, cell.unit, cell.notes) == ("68.179", "£m", ())
    ((page, box),) = cell.spots
    inside = [w.text for w in read(CABINET).page(page).words if box[0] <= w.box[0] + 1 and w.box[2] - 1 <= box[2]]
    assert page == 66 and "68.179" in inside
    assert [note.mark for note in table.notes_of(1, 2)] == ["*"]


def test_the_cover_of_a_real_report_is_fields() -> None:
    """Lead member, author, and whether it is exempt."""
    (cover,) = (table for table in read(CABINET).tables if table.pages == (20, 20) and table.fields)
    known = {row[0]: row[1] for row in cover.rows}
    assert (known["Lead Member:"], known["Confidentiality:"], len(known)) == (
        "Councillor Tudor Evans OBE (Leader)",
        "Part I - Official",
        9,
    )


def test_a_real_row_that_a_pages_end_cuts_is_whole() -> None:
    """An action of the improvement plan that runs over two pages."""
    (row,) = (
        (table, at)
        for table in read(CABINET).tables
        for at, cells in enumerate(table.rows)
        if cells[0] == "4.1" and table.row_pages[at] == 154
    )
    table, at = row
    assert (table.row_pages[at], table.last_page(at), table.rows[at + 1][0]) == (154, 155, "4.2")
