"""How papers write when: each form, beside a meeting on 9 March 2023."""

from datetime import date

import pytest

from ingest.register.due import Due, cell_to_due, header_to_month, words_to_due
from ingest.register.when import FORMS, Form, months_on

MADE = date(2023, 3, 9)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_each_form_reads_its_example(form: Form) -> None:
    """The table's examples come to the days beside them."""
    due = words_to_due(f"to report by {form.example}", MADE)
    assert due is not None and due.day == form.day


@pytest.mark.parametrize(
    ("words", "day", "text"),
    [
        ("a review, with work to be done by October 2023", date(2023, 10, 31), "by October 2023"),
        ("to bring a paper by the end of March", date(2023, 3, 31), "by the end of March"),
        ("to report back in September", date(2023, 9, 30), "in September"),
        ("to report back in January", date(2024, 1, 31), "in January"),
        ("send the figures within ten working days", date(2023, 3, 23), "within ten working days"),
        ("answer within 28 days", date(2023, 4, 6), "within 28 days"),
        ("no later than the weekend of 8 November 2025",
         date(2025, 11, 9), "no later than the weekend of 8 November 2025"),
        ("before the end of October 2024", date(2024, 10, 31), "before the end of October 2024"),
        ("before 1 April 2024", date(2024, 3, 31), "before 1 April 2024"),
        ("to Council on 13th April for decision", date(2023, 4, 13), "on 13th April"),
        ("open it in winter 2024/25", date(2025, 2, 28), "in winter 2024/25"),
        ("come back in six months' time", date(2023, 9, 9), "in six months' time"),
        ("a report in due course", None, "in due course"),
        ("a review during 2023/24 for use in 2024/25", date(2024, 3, 31), "during 2023/24"),
        ("a note to the next meeting by 3 May and again by 1 June", date(2023, 6, 1), "by 1 June"),
    ],
)  # fmt: skip
def test_a_sentence_sets_its_due_date(words: str, day: date | None, text: str) -> None:
    """The last deadline counts, or else the first time named, with the last day that the words allow."""
    assert words_to_due(words, MADE) == Due(day, text)


@pytest.mark.parametrize(
    "words",
    [
        "members may wish to visit",
        "the report of 3 May 2022 was noted",
        "elections planned for May 2025",
        "on 2023/24 figures",
    ],
)
def test_a_date_that_sets_nothing_is_no_due_date(words: str) -> None:
    """A date needs words that set it."""
    assert words_to_due(words, MADE) is None


def test_without_a_meeting_s_date_only_full_dates_have_days() -> None:
    """A month without a year is kept as words."""
    assert words_to_due("by the end of March", None) == Due(None, "by the end of March")
    assert words_to_due("by 3 May 2024", None) == Due(date(2024, 5, 3), "by 3 May 2024")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Dec 2023", date(2023, 12, 31)),
        ("Jul y 23", date(2023, 7, 31)),
        ("31 st March 2023", date(2023, 3, 31)),
        ("Mar-19, June-19 and Dec-19", date(2019, 12, 31)),
        ("March", None),
        ("Ongoing", None),
        ("Commenced: January 2019", None),
    ],
)
def test_a_cell_names_its_last_day(cell: str, day: date | None) -> None:
    """Without a year, or where it says when something began, the words stand alone."""
    assert cell_to_due(cell) == Due(day, cell)


def test_an_empty_cell_has_no_due_date() -> None:
    """Nothing is read out of nothing."""
    assert cell_to_due(" ") is None


@pytest.mark.parametrize(
    ("head", "day"),
    [("Timeframe · 23-Sep", date(2023, 9, 30)), ("Feb-24", date(2024, 2, 29)), ("Date", None), ("May", None)],
)
def test_a_head_of_a_time_chart_is_a_month(head: str, day: date | None) -> None:
    """Year and month in either order; anything else is none."""
    assert header_to_month(head) == day


def test_a_month_on_from_its_last_day_is_a_last_day() -> None:
    """There is no 31 June."""
    assert months_on(date(2023, 5, 31), 1) == date(2023, 6, 30)
