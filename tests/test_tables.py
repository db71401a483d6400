"""Ruled tables are found on the page and read as a person would read them."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.platypus import PageBreak
from table_examples import (
    BUDGET,
    draw,
    draw_turned,
    ruled,
    tables_in,
    words,
)


def test_a_ruled_table_has_its_caption_header_unit_and_cells(tmp_path: Path) -> None:
    """Every part of a table is read from the page."""
    path = draw(tmp_path / "a.pdf", words("Table 2 Outturn by Directorate."), ruled(BUDGET))
    (table,) = tables_in(path)
    assert table.header == ("Directorate", "Budget £m", "Outturn £m")
    assert table.rows == (("People", "95.208", "95.053"), ("Place", "27.417", "26.575"))
    assert (table.unit, table.caption) == ("£m", "Table 2 Outturn by Directorate.")
    assert (table.pages, table.row_pages) == ((1, 1), (1, 1))


def test_a_rows_box_is_where_the_row_stands(tmp_path: Path) -> None:
    """Row boxes are points from the top left: the rows of 18 points follow one another."""
    (table,) = tables_in(draw(tmp_path / "a.pdf", ruled(BUDGET, colWidths=100)))
    (x0, top, x1, bottom), below = table.row_boxes
    assert (x1 - x0, bottom - top) == pytest.approx((300, 18), abs=0.2)
    assert below == pytest.approx((x0, bottom, x1, bottom + 18), abs=0.2)


def test_a_spanning_title_is_repeated_over_its_columns(tmp_path: Path) -> None:
    """A header of two rows is joined by column."""
    rows = [["Ward", "2022/23", ""], ["", "Budget £m", "Actual £m"], ["Ham", "1.2", "1.3"]]
    path = draw(tmp_path / "a.pdf", ruled(rows, [("SPAN", (1, 0), (2, 0))]))
    (table,) = tables_in(path)
    assert table.header == ("Ward", "2022/23 · Budget £m", "2022/23 · Actual £m")


def test_a_bold_header_over_words_is_a_header(tmp_path: Path) -> None:
    """Bold print shows the header where no figures do."""
    rows = [["Who", "What"], ["Chair", "Opens"], ["Clerk", "Writes"]]
    path = draw(tmp_path / "a.pdf", ruled(rows, [("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")]))
    (table,) = tables_in(path)
    assert (table.header, len(table.rows)) == (("Who", "What"), 2)


def test_keys_and_values_have_no_header(tmp_path: Path) -> None:
    """The block that begins a report keeps all its rows."""
    rows = [["Title of Report:", "Cost of Living"], ["Key Decision:", "No"]]
    (table,) = tables_in(draw(tmp_path / "a.pdf", ruled(rows)))
    assert (table.header, table.rows) == ((), tuple(map(tuple, rows)))


def test_a_table_goes_on_over_the_page_without_its_header(tmp_path: Path) -> None:
    """The header is carried over, and each row knows its page."""
    path = draw_pair(tmp_path / "a.pdf", BUDGET, [["Total", "122.625", "121.628"]])
    (table,) = tables_in(path)
    assert (table.pages, table.row_pages) == ((1, 2), (1, 1, 2))
    assert table.rows[-1] == ("Total", "122.625", "121.628")


def draw_pair(path: Path, first: list[list[str]], second: list[list[str]]) -> Path:
    """Two tables with the same columns on two pages."""
    return draw(path, ruled(first, colWidths=80), PageBreak(), ruled(second, colWidths=80))


def test_a_header_repeated_on_the_next_page_is_dropped(tmp_path: Path) -> None:
    """One table remains one table."""
    path = draw_pair(tmp_path / "a.pdf", BUDGET, [*BUDGET[:2], ["Total", "122.625", "121.628"]])
    (table,) = tables_in(path)
    assert [row[0] for row in table.rows] == ["People", "Place", "Total"]
    assert [(page, round(box[3] - box[1])) for page, box in table.areas] == [(1, 72), (2, 54)]


def test_another_header_begins_another_table(tmp_path: Path) -> None:
    """Rows below a second header have that header."""
    rows = [
        ["Early help", "Oct-22", "Nov-22", "Dec-22"],
        ["1", "474", "489", "335"],
        ["Workforce", "Aug-22", "Sep-22", "Oct-22"],
        ["55", "12", "16", "6"],
    ]
    tables = tables_in(draw(tmp_path / "a.pdf", ruled(rows)))
    assert [table.header for table in tables] == [tuple(rows[0]), tuple(rows[2])]
    assert [table.rows for table in tables] == [(tuple(rows[1]),), (tuple(rows[3]),)]


def test_text_between_parts_two_tables(tmp_path: Path) -> None:
    """Tables with the same columns on one page stay two where text stands between them."""
    path = draw(tmp_path / "a.pdf", ruled(BUDGET), words("Schools are shown apart."), ruled(BUDGET))
    assert len(tables_in(path)) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_landscape_and_turned_pages_are_read_as_seen(tmp_path: Path, turned: bool) -> None:
    """The same table is read from a wide page and from one that its viewer turns."""
    path = tmp_path / "a.pdf"
    path = draw_turned(path, BUDGET) if turned else draw(path, ruled(BUDGET), sideways=True)
    (table,) = tables_in(path)
    assert table.rows[0] == ("People", "95.208", "95.053")
    assert table.row_boxes[0][1] < table.row_boxes[1][1] < 595


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_stored_on_its_side_is_read_upright(tmp_path: Path, degrees: int) -> None:
    """The same table with the same places, however a scan or an export has turned its page."""
    path = draw(tmp_path / "a.pdf", words("Table 2 Outturn."), ruled(BUDGET), words("The year ended well. " * 9))
    with pypdfium2.PdfDocument(path) as pdf:
        pdf[0].set_rotation(degrees)
        pdf.save(tmp_path / "b.pdf")
    (table,), (turned,) = tables_in(path), tables_in(tmp_path / "b.pdf")
    assert (turned.header, turned.rows, turned.caption) == (table.header, table.rows, "Table 2 Outturn.")
    assert turned.row_boxes[0] == pytest.approx(table.row_boxes[0], abs=0.2)


def test_words_broken_by_a_narrow_column_are_whole(tmp_path: Path) -> None:
    """Figures and words that the column's width cut are joined; words that only wrap are not."""
    narrow = [words("Nov-22"), words("100.0%"), words("Direction of travel")]
    path = draw(tmp_path / "a.pdf", ruled([narrow, narrow], colWidths=[36, 38, 60]))
    (table,) = tables_in(path)
    assert table.rows[-1] == ("Nov-22", "100.0%", "Direction of travel")


@pytest.mark.parametrize(
    "rows",
    [
        [["The Council is asked to note this report."]],
        [["Report author", "Lead director"]],
        [["Budget", "Outturn"], ["5.6 4.4", "0.3 5.7"], ["4.7 4.3", "3.2 4.8"]],
    ],
)
def test_boxes_and_broken_tables_are_no_tables(tmp_path: Path, rows: list[list[str]]) -> None:
    """A frame round prose, a block of one row, and figures glued for want of a line stay text."""
    assert tables_in(draw(tmp_path / "a.pdf", ruled(rows))) == ()
