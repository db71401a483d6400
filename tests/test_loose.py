"""Rows of a plan whose header is lost."""

from datetime import date

import pytest
from planned_examples import PLAN, table

from ingest.register.due import Due
from ingest.register.loose import is_named, table_to_loose_rows, words_of_owners
from ingest.register.plans import tables_to_plans

KNOWN = words_of_owners(["HoS QAS", "SD", "Director of Parks"])


@pytest.mark.parametrize(
    ("cell", "named"),
    [("HoS QAS", True), ("SD/HoS", True), ("PSCP", True), ("Director of Parks", True), ("2.1.3", False),
     ("Complete", False), ("Mend the roof", False), ("", False)],
)  # fmt: skip
def test_owners_are_known_by_their_words(cell: str, named: bool) -> None:
    """Words of owners already named, and acronyms like them, are owners."""
    assert is_named(cell, KNOWN) is named


def test_a_row_is_read_around_its_owner() -> None:
    """The action stands before the owner, a date and the progress after."""
    cells = ("", "2.1.3", "Review the threshold document", "HoS QAS", "July 23", "Fewer referrals", "On track - begun")
    (row,) = table_to_loose_rows(table((), cells), KNOWN)
    assert (row.action, row.owner) == ("Review the threshold document", "HoS QAS")
    assert (row.due, row.progress) == (Due(date(2023, 7, 31), "July 23"), "On track - begun")


def test_one_cell_after_the_owner_may_be_its_measure() -> None:
    """It is progress only where it says how things stand."""
    cells = (
        ("", "Train all new staff", "SD", "Fewer complaints"),
        ("", "Write to all parents", "SD", "Complete - sent"),
    )
    assert [row.progress for row in table_to_loose_rows(table((), *cells), KNOWN)] == ["", "Complete - sent"]


def test_a_table_with_other_columns_comes_loose() -> None:
    """A table without header after a plan, but with other columns, is kept beside it."""
    first = table(PLAN, ("1", "Mend the roof", "Clerk", "May 2023", "", ""))
    (plan,) = tables_to_plans([first, table((), ("", "Paint the door", "Clerk"))])
    assert len(plan.tables) == len(plan.loose) == 1
