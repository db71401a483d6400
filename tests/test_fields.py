"""The block of keys and values that begins a report is read as fields."""

import pytest

from ingest.fields import are_fields, find_fields
from ingest.papers import Line, Page, Table


def cover(*lines: str) -> tuple[Table, ...]:
    """The fields of a page; a line that begins with blanks is indented, a short one ends early."""
    made = []
    for at, text in enumerate(lines):
        left = 50.0 if text == text.lstrip() else 150.0
        made.append(Line(text.strip(), (left, 14.0 * at, left + 6 * len(text.strip()), 14.0 * at + 10)))
    return find_fields(Page(1, "", "\n".join(lines), lines=tuple(made)))


COVER = ("Title of Report: Outturn 2022/23", "Lead Member: Councillor Lowry", "Author:  David Northey")


def test_labels_and_values_are_rows() -> None:
    """With their places, and no header."""
    (table,) = cover(*COVER)
    assert (table.fields, table.header, table.rows[1]) == (True, (), ("Lead Member:", "Councillor Lowry"))
    assert table.spots[1][1] == ((1, (50.0, 14.0, 224.0, 24.0)),)


def test_a_value_goes_on_where_it_is_indented_or_wraps() -> None:
    """Under itself, or under its label after a full line."""
    (table,) = cover(*COVER, "  Interim Officer", "Subject: The provisional outturn for capital and", "revenue")
    assert table.rows[2:] == (
        ("Author:", "David Northey Interim Officer"),
        ("Subject:", "The provisional outturn for capital and revenue"),
    )


def test_a_known_label_may_be_blank_and_a_paragraph_is_none() -> None:
    """What is not filled in stays; a summary is text."""
    (table,) = cover(*COVER, "Your Reference:", "Summary: The council spent less on roads than", "it had planned.")
    assert [label for label, _ in table.rows][3:] == ["Your Reference:"]


@pytest.mark.parametrize(
    "lines",
    [
        COVER[:2],
        ("Apologies: Councillor Ham", "Present: Councillor Lee", "Also there: The Clerk"),
        ("Subject: Outturn", "Decision: The Cabinet agrees to:", "From: The Leader"),
    ],
)
def test_fewer_or_unknown_labels_are_no_block(lines: tuple[str, ...]) -> None:
    """Attendance in minutes and what announces a list stay text."""
    assert cover(*lines) == ()


@pytest.mark.parametrize(
    ("header", "rows", "fields"),
    [
        ((), (("Key decision", "No"), ("Author", "Clerk")), True),
        (("Item", "£m"), (("Roads", "1.2"),), False),
        ((), (("1.2", "3.4"), ("5.6", "7.8")), False),
        ((), (("Roads", "1", "2"), ("Parks", "3", "4")), False),
    ],
)
def test_ruled_blocks_are_known(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], fields: bool) -> None:
    """Two columns, short labels, no header."""
    assert are_fields(header, rows) == fields
