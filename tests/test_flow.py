"""Paragraphs and tables as one sheet: lines, headings, what is a table and what only lays out text."""

import pytest

from ingest.flow import Cell, Frame, Paragraph, flow_to_sheet, heading_size


def frame(*rows: tuple[str, ...], heads: bool = False) -> Frame:
    """A table of plain cells, "" for an empty one; its first row marked as header if wanted."""
    return Frame(
        tuple(
            tuple(Cell((Paragraph(text),) if text else (), heads=heads and not at) for text in row)
            for at, row in enumerate(rows)
        )
    )


def test_paragraphs_are_lines_and_headings_are_larger() -> None:
    """A line break parts lines; the words in bold that open a paragraph open its first line."""
    page, _ = flow_to_sheet([Paragraph("Cabinet", 1), Paragraph("Roads  are\ngood", lead="Roads")])
    assert [(line.text, line.size, line.bold, line.lead) for line in page.lines] == [
        ("Cabinet", heading_size(1), True, ""),
        ("Roads are", 10.0, False, "Roads"),
        ("good", 10.0, False, ""),
    ]


@pytest.mark.parametrize(
    ("made", "lines", "tables"),
    [
        (frame(("Band", "£"), ("A", "1"), ("B", "2"), heads=True), ["Band", "£", "A", "1", "B", "2"], 1),
        (frame(("1.", "Apologies"), ("2.", "Roads")), ["1. Apologies", "2. Roads"], 0),
        (frame(("No.", "Item"), ("1.", "Apologies"), heads=True), ["No. Item", "1. Apologies"], 1),
        (frame(("A box of words",)), ["A box of words"], 0),
        (frame(("No", "Item", "Action"), ("1", "Lift", "VW"), ("2", "Roof", "XY")), None, 1),
        (frame(("Date:", "9 March"), ("Title:", "Outturn")), ["Date:", "9 March", "Title:", "Outturn"], 1),
    ],
)
def test_what_is_a_table(made: Frame, lines: list[str] | None, tables: int) -> None:
    """Numbers beside their items and single cells are text; a header, an action column, keys and values a table."""
    page, found = flow_to_sheet([made])
    assert len(found) == tables
    assert lines is None or [line.text for line in page.lines] == lines


def test_a_table_in_a_table_and_a_row_of_prose() -> None:
    """A frame around tables lays them out; so does a list of items with their minutes, header or not."""
    inner = frame(("Band", "£"), ("A", "1"), heads=True)
    page, tables = flow_to_sheet([Frame(((Cell((Paragraph("Rates"), inner)),),))])
    assert ([line.text for line in page.lines], len(tables)) == (["Rates", "Band", "£", "A", "1"], 1)
    prose = Cell(tuple(Paragraph(text) for text in ("Roads", "It is long.", "Noted.")))
    rows = (
        (Cell((Paragraph("No."),), heads=True), Cell((Paragraph("Item"),), heads=True)),
        (Cell((Paragraph("7."),)), prose),
    )
    page, tables = flow_to_sheet([Frame(rows)])
    assert ([line.text for line in page.lines], tables) == (["7. Roads", "It is long.", "Noted."], ())
