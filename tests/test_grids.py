"""Rows become tables by rules that need no page."""

import pytest

from ingest.grids import rows_to_sections, section_to_table, sections
from ingest.headers import caption_to_unit, is_figure
from ingest.papers import Table
from ingest.rows import Row


def rows(*lines: str) -> list[Row]:
    """Rows out of lines with bars between the cells, ten points high."""
    found = []
    for at, line in enumerate(lines):
        texts = tuple(cell.strip() for cell in line.split("|"))
        box = (0.0, 10.0 * at, 100.0, 10.0 * at + 10)
        found.append(Row(1, box, texts, texts, spots=tuple(((1, box),) if text else () for text in texts)))
    return found


def table(*lines: str) -> Table | None:
    """The first table in such rows."""
    return section_to_table(rows_to_sections(rows(*lines))[0])


def test_a_row_above_the_header_is_the_caption() -> None:
    """Its unit is the table's where the columns name none."""
    found = table("All figures in £m | | ", " | 2022-23 | 2023-24", "Schools | 106 | 123")
    assert found and (found.caption, found.unit) == ("All figures in £m", "£m")
    assert found.header == ("", "2022-23", "2023-24")


def test_columns_with_different_units_have_no_common_one() -> None:
    """The unit stands in each column's title."""
    found = table("Method | Total £m | Funding %", "Grants | 35.3 | 41%")
    assert found and (found.unit, found.header[1:]) == ("", ("Total £m", "Funding %"))


def test_a_title_over_a_blank_column_goes_to_its_neighbour() -> None:
    """Spreadsheets centre a title over cells that are all in one column."""
    found = table("Date | | Details | Amount", "02-Apr | YLCA | | 140.00", "08-Apr | Caretaker | | 299.50")
    assert found and found.header == ("Date", "Details", "Amount")


def test_columns_in_pairs_share_their_titles() -> None:
    """Each of two columns under one title is named."""
    found = table("Ward | None | | Some | ", "Ham | 89.4 | 12,089 | 4.0 | 537")
    assert found and found.header == ("Ward", "None", "None", "Some", "Some")


def test_sub_headings_name_the_rows_below_and_totals_end_them() -> None:
    """A row with its first cell alone is a heading of those that follow."""
    found = table("Area | £m | %", "CYPF | |", "Adoption | 1.161 | 2", "Total CYPF | 50.092 | 9", "Other | 1.0 | 1")
    assert found and sections(found) == ("", "CYPF", "", "")


def test_a_header_alone_is_no_table() -> None:
    """Where a page ends after a header there is nothing to read."""
    assert section_to_table(rows_to_sections(rows("Ward | 2022-23 | 2023-24"))[-1]) is None


def test_a_block_of_signatures_has_no_header() -> None:
    """Keys and values that alternate over a row are not titles of what stands below."""
    found = table("Fin | DJN | Leg | LS", "Member: A | | |", "Date: B | | |", "Approved: C | | |")
    assert found and found.header == ()


@pytest.mark.parametrize("text", ["5.605", "(0.316)", "£1,407.71", "41%", "-0.3", "189.2r", "£145.76m", "10,650*"])
def test_figures_are_known(text: str) -> None:
    """Signs, brackets and units belong to a figure."""
    assert is_figure(text)


@pytest.mark.parametrize("text", ["2022/23", "2024-25", "Oct-22", "23-Sep", "2023", "Q2 2023/24", "-", "Year 1", ""])
def test_periods_and_dashes_are_no_figures(text: str) -> None:
    """A year or a month may be a column's title; a dash is not zero."""
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("caption", "unit"),
    [("All figures in £m", "£m"), ("£s per pupil", "£"), ("Spend (£000)", "£000"), ("Table 1: Wards", "")],
)
def test_captions_name_units(caption: str, unit: str) -> None:
    """The unit is taken from the words above a table."""
    assert caption_to_unit(caption) == unit
