"""Which numbered lines open items, and which are lists within them, dates and times."""

import pytest
from paper_examples import lines

from ingest.agenda_words import NUMBERS
from ingest.starts import Row, rows_to_starts

LICENSING = (
    "1. Election of Chair",
    "2. Procedure",
    "The order of speaking is:",
    "1. the officer",
    "2. Applicant and agent",
    "3. Objectors",
    "3. The Crown, High Street (Pages 5 - 60)",
)


def listed(*texts: str) -> list[tuple[str, str]]:
    """Number and words of each line that opens an item."""
    rows = [Row(one.text, one, 1, at) for at, one in enumerate(lines(*texts))]
    return [(start.number, start.title) for start in rows_to_starts(rows, columned=False)]


def test_numbers_may_run_before_the_year() -> None:
    """36/25, 37/25."""
    assert [number for number, _ in listed("36/25 Apologies", "37/25 Minutes", "38/25 Finance", "39/25 Roads")] == [
        *("36/25", "37/25", "38/25", "39/25")
    ]


def test_lists_within_items_are_no_items() -> None:
    """The chain that goes on counts."""
    assert listed(*LICENSING) == [
        *(("1", "Election of Chair"), ("2", "Procedure"), ("3", "The Crown, High Street (Pages 5 - 60)"))
    ]


@pytest.mark.parametrize("line", ["12 June 2023", "5 minutes each", "2.30 PM", "7 May 2025"])
def test_dates_and_times_open_no_item(line: str) -> None:
    """Though they begin with a number."""
    assert NUMBERS.match(line)
    assert listed(line, f"{line} again") == []
