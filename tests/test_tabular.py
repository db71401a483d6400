"""A table says what each of its cells is, where it stands, and what qualifies it."""

from dataclasses import replace

import pytest

from ingest.papers import Note, Table

HEAD, FIRST, SECOND = (10.0, 0.0, 90.0, 9.0), (10.0, 10.0, 90.0, 19.0), (10.0, 20.0, 90.0, 29.0)
LABEL, CELL = (10.0, 10.0, 40.0, 19.0), (50.0, 10.0, 60.0, 19.0)
OUTTURN = Table(
    pages=(66, 66),
    header=("Ref", "Directorate", "Budget £m", "Outturn £m", "Change %"),
    rows=(("1", "Children's Directorate", "62.162", "68.179", "9.7"), ("2", "Place *", "27.417", "26.575", "")),
    row_pages=(66, 66),
    row_boxes=(FIRST, SECOND),
    units=("", "", "£m", "£m", "%"),
    spots=(((), ((66, LABEL),), (), ((66, CELL),), ()), ((), ((66, SECOND),), (), ((66, SECOND),), ())),
    notes=(Note("*", "Without highways.", ((1, 1),)), Note("1", "Provisional.", ((-1, 3),)), Note("", "In £m.")),
)


def test_a_cell_is_found_by_its_row_and_column() -> None:
    """With its unit, its place and that of its row's label; a part of a column's title is enough."""
    cell = OUTTURN.cell("children’s directorate", "Outturn")
    assert cell and (cell.text, cell.unit, cell.column) == ("68.179", "£m", "Outturn £m")
    assert (cell.label_spots, cell.spots) == (((66, LABEL),), ((66, CELL),))


@pytest.mark.parametrize(("label", "column"), [("Directorates", "Outturn"), ("Place", "£m"), ("", "Outturn")])
def test_none_or_several_are_no_cell(label: str, column: str) -> None:
    """A name that fits nothing, or more than one, is not guessed at."""
    assert OUTTURN.cell(label, column) is None


def test_notes_are_those_of_cell_row_column_and_table() -> None:
    """The note on Place's other figures is that on its label."""
    assert [note.text for note in OUTTURN.notes_of(0, 3)] == ["Provisional.", "In £m."]
    assert [note.text for note in OUTTURN.notes_of(1, 2)] == ["Without highways.", "In £m."]


def test_units_are_of_columns() -> None:
    """A percentage beside millions; where no column is known to have one, that of the table."""
    assert (OUTTURN.unit_of(2), OUTTURN.unit_of(4)) == ("£m", "%")
    assert replace(OUTTURN, units=(), unit="£").unit_of(4) == "£"


def test_a_row_may_end_on_the_next_page() -> None:
    """By the places of its cells."""
    spots = (((66, LABEL), (67, CELL)), (), (), (), ())
    cut = replace(OUTTURN, spots=(spots, OUTTURN.spots[1]))
    assert [cut.last_page(0), cut.last_page(1)] == [67, 66]


def test_a_field_is_named_by_its_label() -> None:
    """The value of a label, without the colon."""
    fields = Table((1, 1), (), (("Lead Member:", "Councillor Lowry"),), (1,), (FIRST,), fields=True)
    (cell,) = fields.named_cells(0)
    assert (cell.column, cell.text, cell.spots) == ("Lead Member", "Councillor Lowry", ((1, FIRST),))


def test_places_are_those_of_all_cells_or_of_none() -> None:
    """Anything else is a mistake of the reader's."""
    with pytest.raises(ValueError, match="places of each cell"):
        replace(OUTTURN, spots=OUTTURN.spots[:1])
    with pytest.raises(ValueError, match="box for each row"):
        replace(OUTTURN, row_boxes=())
