"""Commitments in the rows of plans, logs and highlight reports."""

from datetime import date

import pytest
from planned_examples import PLAN, table

from ingest.papers import Table
from ingest.register.due import Due
from ingest.register.plans import PlanRow, plan_to_rows, tables_to_plans


def rows(*tables: Table) -> list[PlanRow]:
    """The rows of all plans in these tables."""
    return [row for plan in tables_to_plans(tables) for row in plan_to_rows(plan)]


def test_a_row_gives_action_owner_date_progress_and_colour() -> None:
    """Each cell goes where its column's head says."""
    (row,) = rows(table(PLAN, ("1", "Mend the roof", "Clerk", "May 2023", "Two quotes in", "Amber")))
    assert (row.action, row.owner, row.due) == ("Mend the roof", "Clerk", Due(date(2023, 5, 31), "May 2023"))
    assert (row.progress, row.rag) == ("Two quotes in", "Amber")


@pytest.mark.parametrize(
    "header",
    [
        ("Task", "Who", "When", "Latest position"),
        ("What we will do", "By whom", "Deadline", "Progress to date"),
        ("Agreed action", "Responsible officer", "Target date", "Update"),
        ("Recommendation", "Assigned to", "Time scale / Date", "Status"),
    ],
)
def test_columns_are_known_by_many_heads(header: tuple[str, ...]) -> None:
    """Whichever words head them, the columns are the same."""
    (row,) = rows(table(header, ("Buy salt", "Cllr Ash", "1 June 2023", "Ordered")))
    assert (row.action, row.owner, row.progress) == ("Buy salt", "Cllr Ash", "Ordered")


@pytest.mark.parametrize(
    "header", [("Activity", "Timescale"), ("Name", "Role"), ("Budget", "Forecast"), ("Risk", "Likelihood", "Owner")]
)
def test_a_table_that_gives_nobody_anything_to_do_is_no_plan(header: tuple[str, ...]) -> None:
    """A timetable, a list of people and a register of risks are not plans."""
    assert rows(table(header, ("Swimming", "Often", "Clerk")[: len(header)])) == []


@pytest.mark.parametrize("action", ["None", "N/A", "-", "No action required", "Please use this column for actions"])
def test_a_row_with_nothing_to_do_is_left(action: str) -> None:
    """A form's instructions and empty answers are not commitments."""
    assert rows(table(PLAN, ("1", action, "Clerk", "May 2023", "", ""))) == []


def test_a_heading_within_a_plan_is_no_row() -> None:
    """A row with one cell only heads a part of the plan."""
    assert rows(table(PLAN, ("", "Priority 2: the green", "", "", "", ""))) == []


def test_a_row_cut_by_a_page_is_one() -> None:
    """What has neither reference, owner nor date goes on with the row above."""
    cut = (("1", "Mend the", "Clerk", "May 2023", "Two quotes", ""), ("", "church roof", "", "", "are in", ""))
    (row,) = rows(table(PLAN, *cut, pages=(1, 2)))
    assert (row.action, row.progress) == ("Mend the church roof", "Two quotes are in")


def test_a_plan_goes_on_in_the_next_table() -> None:
    """A header said again, or none and as many columns, belongs to the plan before."""
    first = table(PLAN, ("1", "Mend the roof", "Clerk", "May 2023", "", ""))
    again = table(PLAN, ("2", "Paint the door", "Clerk", "May 2023", "", ""), page=2)
    bare = table((), ("3", "Oil the lock", "Clerk", "June 2023", "", ""), page=3)
    assert [row.action for row in rows(first, again, bare)] == ["Mend the roof", "Paint the door", "Oil the lock"]


def test_next_period_is_what_is_to_be_done() -> None:
    """A highlight report says beside its milestones what was done and what comes next."""
    header = ("Milestone", "Owner", "Status", "This period", "Next period")
    (row,) = rows(table(header, ("New hall", "Architect", "", "Plans drawn", "Seek tenders")))
    assert (row.action, row.progress) == ("Seek tenders", "Plans drawn")


def test_an_action_column_beside_the_talk_says_who_is_to_act() -> None:
    """Minutes set as a table: who, or who is to do what."""
    header = ("Points discussed", "Action Who/When")
    told = rows(table(header, ("A list is wanted", "JN to send it"), ("Find a room", "AC/JN 3 May 2023")))
    assert [(row.owner, row.action) for row in told] == [("JN", "send it"), ("AC/JN", "Find a room")]


def test_one_cell_may_say_who_and_when() -> None:
    """An equality assessment's last column gives both."""
    header = ("Characteristic", "Actions", "Timescale and who is responsible")
    (row,) = rows(table(header, ("Age", "Large print for all letters", "Ongoing. Policy Team")))
    assert (row.owner, row.due) == ("Policy Team", Due(None, "Ongoing"))


def test_a_time_chart_is_due_in_its_last_marked_month() -> None:
    """A mark in a month's column is a date."""
    header = ("Actions", "Lead", "23-Sep", "23-Oct", "23-Nov")
    (row,) = rows(table(header, ("Train staff", "HR", "█", "█", "")))
    assert row.due == Due(date(2023, 10, 31), "23-Oct")


def test_a_row_read_a_column_to_the_left_is_put_right() -> None:
    """An owner where the action should be shows how the row was read."""
    whole = ("1", "Mend the roof", "Clerk", "May 2023", "", "")
    (_, row) = rows(table(PLAN, whole, ("Paint the old door", "Clerk", "", "", "", "")))
    assert (row.action, row.owner) == ("Paint the old door", "Clerk")


def test_long_words_under_rag_are_progress() -> None:
    """A colour is a word or two."""
    (row,) = rows(table(PLAN, ("1", "Mend the roof", "Clerk", "", "", "The builder has been ill since May")))
    assert (row.progress, row.rag) == ("The builder has been ill since May", "")


def test_a_number_where_the_action_should_be_is_no_action() -> None:
    """Rows read a column too far to the right are kept apart, to be read around their owner."""
    (plan,) = tables_to_plans([table(PLAN, ("Roofs", "2.1", "Mend the old roof", "SD", "", ""))])
    assert list(plan_to_rows(plan)) == []
    assert [held.rows[0][2] for held in plan.untold] == ["Mend the old roof"]
