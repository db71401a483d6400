"""Dates as British papers write them."""

from datetime import date

import pytest

from ingest.dates import dates_in, first_date, last_of_month, month_number, months_in


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 9 March 2023",
        "Thursday, 9th March, 2023",
        "9th of March 2023",
        "09/03/2023",
        "9.3.23",
        "2023-03-09",
        "March 9, 2023",
        "TUESDAY, 9 MAR 2023",
        "this 9th day of March, 2023",
        "9th. March 2023",
    ],
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    """The day comes before the month, in words or figures."""
    assert first_date(text) == date(2023, 3, 9)


@pytest.mark.parametrize("text", ["31/02/2023", "page 12 of 2023", "4-6 weeks", "24/00108", "9 March", ""])
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    """Figures alone, references and days without a year are not dates."""
    assert first_date(text) is None


def test_dates_come_in_their_order_with_their_places() -> None:
    """Each date has the place where it stands."""
    text = "from 1 April 2023 until 31st March 2025"
    assert list(dates_in(text)) == [(5, date(2023, 4, 1)), (24, date(2025, 3, 31))]


def test_a_day_without_a_year_takes_the_year_given() -> None:
    """The year of the papers serves a day that names none."""
    assert list(dates_in("on 9 March", year=2023)) == [(3, date(2023, 3, 9))]


def test_months_without_a_day_are_their_first_and_last_day() -> None:
    """A month beside a full date is found, the full date's own month is not."""
    text = "February 2024 and 9 March 2023"
    assert list(months_in(text)) == [(date(2024, 2, 1), date(2024, 2, 29))]


def test_the_last_day_of_december_is_in_its_year() -> None:
    """December ends with the year."""
    assert last_of_month(date(2023, 12, 5)) == date(2023, 12, 31)


@pytest.mark.parametrize(("name", "number"), [("Jan", 1), ("sept", 9), ("December", 12)])
def test_months_have_numbers(name: str, number: int) -> None:
    """Short names and long ones, in any case."""
    assert month_number(name) == number
