"""The notes beneath a table are bound to the cells with their marks."""

import pytest

from ingest.notes import lines_to_notes, mark_pattern, with_notes
from ingest.papers import Box, Line, Note, Page, Table

AREA = (50.0, 100.0, 500.0, 200.0)


def noted(*lines: str, rows: tuple[tuple[str, ...], ...], top: float = 205.0, step: float = 12.0) -> tuple[Note, ...]:
    """The notes of a table of two columns with these lines beneath it."""
    made = (Line(text, (50.0, top + step * at, 400.0, top + step * at + 10)) for at, text in enumerate(lines))
    page = Page(1, "", "\n".join(lines), lines=tuple(made))
    table = Table((1, 1), ("Service", "£m"), rows, (1,) * len(rows), (AREA,) * len(rows), areas=((1, AREA),))
    return with_notes(table, (page,), (AREA,)).notes


def test_a_mark_binds_a_note_to_its_cells() -> None:
    """Each note up to the next; a mark that no cell has is no note on the table."""
    found = noted("* Without", "highways", "** With waste", "# Other", rows=(("Place *", "1.0"), ("Waste **", "2.0*")))
    assert found == (Note("*", "Without highways", ((0, 0), (1, 1))), Note("**", "With waste", ((1, 0),)))


def test_a_note_ends_where_a_gap_is() -> None:
    """What follows farther off is text."""
    found = noted("* Without highways", "The report goes on.", rows=(("Place *", "1.0"),), step=24.0)
    assert found == (Note("*", "Without highways", ((0, 0),)),)


def test_a_note_without_a_mark_is_of_the_whole_table() -> None:
    """It has no cells."""
    assert noted("Note: figures are rounded", rows=(("Place", "1.0"),)) == (Note("", "figures are rounded"),)


def test_a_note_may_stand_in_the_last_row_or_at_the_pages_foot() -> None:
    """The foot's are known by raised marks."""
    assert noted(rows=(("Place *", "1.0"), ("* Without highways", ""))) == (Note("*", "Without highways", ((0, 0),)),)
    foot = noted("¹ Provisional", rows=(("Place", "1.0¹"),), top=700.0)
    assert foot == (Note("1", "Provisional", ((0, 1),)),)


def test_a_note_may_stand_at_the_head_of_the_next_page() -> None:
    """Where nothing follows the table on its own."""
    head = Page(2, "", "", lines=(Line("Page 9", (500.0, 20.0, 540.0, 30.0)), Line("*Net", (50.0, 60.0, 400.0, 70.0))))
    table = Table((1, 1), ("Service", "£m"), (("Place *", "1.0"),), (1,), (AREA,), areas=((1, AREA),))
    assert with_notes(table, (Page(1, "", ""), head), (AREA,)).notes == (Note("*", "Net", ((0, 0),)),)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("(1) Net", ("1", "Net")),
        ("1 Net", ("1", "Net")),
        ("² Net", ("2", "Net")),
        ("(a) net", ("a", "net")),
        ("Note 2: net", ("2", "net")),
        ("Note: *Net", ("*", "Net")),
        ("Notes: net", ("", "net")),
    ],
)
def test_marks_are_known(line: str, note: tuple[str, str]) -> None:
    """Signs, raised figures, brackets, and the word itself."""
    assert lines_to_notes([line]) == [note]


@pytest.mark.parametrize("line", ["1.2 The lease", "Notable sums", "2023 saw", "12 months"])
def test_other_lines_are_no_notes(line: str) -> None:
    """Numbered paragraphs and plain words."""
    assert lines_to_notes([line, "* Net"]) == []


@pytest.mark.parametrize(
    ("mark", "cell", "carries"),
    [
        ("*", "Place *", True),
        ("*", "Place **", False),
        ("1", "5.6¹", True),
        ("1", "5.6¹²", False),
        ("1", "Schools (1)", True),
        ("1", "(1)", False),
        ("2", "See note 2", True),
        ("b", "Support (b)", True),
    ],
)
def test_cells_carry_marks(mark: str, cell: str, carries: bool) -> None:
    """A figure in brackets is minus, not a mark."""
    assert bool(mark_pattern(mark).search(cell)) == carries


def test_boxes_of_other_tables_end_the_notes() -> None:
    """The next table's own rows are not read as notes."""
    below: Box = (50.0, 204.0, 500.0, 300.0)
    page = Page(1, "", "", lines=(Line("* Total", (50.0, 205.0, 400.0, 215.0)),))
    table = Table((1, 1), ("Service", "£m"), (("Place *", "1.0"),), (1,), (AREA,), areas=((1, AREA),))
    assert with_notes(table, (page,), (AREA, below)).notes == ()
