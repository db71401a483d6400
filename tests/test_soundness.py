"""What is no table is known, with the reason."""

import pytest

from ingest.soundness import why_broken

PROSE = "The Council is asked to note this report and its appendices. " * 8


@pytest.mark.parametrize(
    ("header", "rows", "reason"),
    [
        ("", ["Item", "Roads"], "one column"),
        ("", ["Report author | Lead director"], "one row without a header"),
        ("", ["Roads | ", " | 1.2"], "no two cells beside each other"),
        ("", [f"Purpose | {PROSE}", "Date | May"], "prose in a frame"),
        ("A | B", ["a | b", *[" | " for _ in range(9)]], "mostly empty"),
        ("Budget | Outturn", ["5.6 4.4 | 0.3 5.7", "4.7 4.3 | 3.2 4.8"], "figures glued in one cell"),
        (
            "",
            [
                "the council has a plan for | roads and for bridges in the",
                "that it will keep for all | years that are to come and",
                "so the people who live | there may go to work",
            ],
            "sentences that run on over columns",
        ),
        ("R e f | N o t e", ["T h e s e | w o r d s", "s t a n d | o n e s"], "words cut into letters"),
    ],
)
def test_broken_tables_have_their_reason(header: str, rows: list[str], reason: str) -> None:
    """Each of them falls back to text."""
    assert why_broken(cells(header), [cells(row) for row in rows]) == reason


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Ward | £m", ["Ham | 1.2"]),
        ("", ["Lead member | Councillor Lowry", "Key decision | No"]),
        ("Age | Share", ["Under 18 | 50.2% (167)", "Over 18 | 49.8% (166)"]),
        ("Action | Progress", ["Review the waiting lists | on track", "Open beds | Done", "Close one | late"]),
    ],
)
def test_sound_tables_are_tables(header: str, rows: list[str]) -> None:
    """Small ones, fields, shares with counts, and actions in words."""
    assert why_broken(cells(header), [cells(row) for row in rows]) == ""


def cells(line: str) -> tuple[str, ...]:
    """Cells out of a line with bars between them."""
    return tuple(cell.strip() for cell in line.split("|")) if line else ()
