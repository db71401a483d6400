"""Front sheets of several councils: the meeting, the kind, the items and their places."""

from datetime import date

import pytest
from paper_examples import line, lines, page

from ingest.agenda import (
    committee_in,
    front_to_sheet,
    lines_to_meeting,
    sheet_to_agenda,
    titled,
)
from ingest.papers import Meeting

MODERNGOV = page(
    1,
    "Oversight and Governance",
    "Published 02 June 2023",
    "#CABINET",
    "Monday 12 June 2023",
    "2.00 pm",
    "Agenda",
    "Part I (Public Meeting)",
    "1. Apologies",
    "3. Minutes (Pages 1 - 2)",
    "12. Provisional Capital and Revenue",
    "Outturn Report (Pages 3 - 4)",
    "13. Exempt Business (Pages 5 - 5)",
    "Part II (Private Meeting)",
    "14. Land at Millbay",
)
KENT_LETTER = page(
    1,
    "Date: 27 January 2025",
    "Dear Member",
    "#CABINET - THURSDAY, 30 JANUARY 2025",
    "I am now able to enclose, for consideration, the following document that was unavailable when the",
    "agenda was published.",
    "#Agenda Item No",
    "#9 24/00096 - Commissioning Plan for Education Provision in Kent 2025-29",
    "#(Pages 1 - 4)",
)
PARISH = page(
    1,
    "#BURTON-CUM-WALDEN PARISH COUNCIL",
    "Notice of a meeting of the Parish Council on Tuesday, 2 September 2025",
    "#Agenda",
    "1. Apologies",
    "2. Declarations of interest",
    "3. Parish website",
)


def test_a_moderngov_sheet_gives_its_meeting_and_items() -> None:
    """Titles run over lines to their pages; items after Part II are exempt."""
    sheet = front_to_sheet([MODERNGOV])
    assert sheet.meeting == Meeting("Cabinet", date(2023, 6, 12))
    assert sheet.supplement is False
    assert [(e.number, e.title, e.printed, e.exempt) for e in sheet.entries] == [
        ("1", "Apologies", ("", ""), False),
        ("3", "Minutes", ("1", "2"), False),
        ("12", "Provisional Capital and Revenue Outturn Report", ("3", "4"), False),
        ("13", "Exempt Business", ("5", "5"), False),
        ("14", "Land at Millbay", ("", ""), True),
    ]


def test_a_letter_with_a_late_paper_is_a_supplement() -> None:
    """Kent's letter names the item under "Agenda Item No"; its own date is not the meeting's."""
    sheet = front_to_sheet([KENT_LETTER])
    assert (sheet.meeting, sheet.supplement) == (Meeting("Cabinet", date(2025, 1, 30)), True)
    assert [(e.number, e.title, e.printed) for e in sheet.entries] == [
        ("9", "24/00096 - Commissioning Plan for Education Provision in Kent 2025-29", ("1", "4"))
    ]


def test_a_parish_agenda_without_pages_lists_its_items_where_they_stand() -> None:
    """The parish's full name comes from its heading, and each item from its line."""
    sheet = front_to_sheet([PARISH])
    assert sheet.meeting == Meeting("Burton-cum-Walden Parish Council", date(2025, 9, 2))
    assert [(i.number, i.title, i.pages, i.line) for i in sheet_to_agenda(sheet)] == [
        ("1", "Apologies", (1, 1), 3),
        ("2", "Declarations of interest", (1, 1), 4),
        ("3", "Parish website", (1, 1), 5),
    ]


def test_no_entries_are_no_items() -> None:
    """A sheet that lists nothing gives no items."""
    assert sheet_to_agenda(front_to_sheet([page(1, "Cabinet", "Monday 12 June 2023")])) == ()


@pytest.mark.parametrize(
    "text", ["Please find additional information enclosed for items 6,7.", "CABINET – SUPPLEMENT PACK", "Addendum"]
)
def test_supplements_are_known_by_their_words(text: str) -> None:
    """Late papers say that they are."""
    assert front_to_sheet([page(1, "Cabinet", "Monday 12 June 2023", text)]).supplement


@pytest.mark.parametrize(
    "title",
    ["Land deal (Exempt under paragraph 3)", "Pensions - not for publication", "Depot (Confidential)"],
)
def test_items_are_exempt_by_their_titles(title: str) -> None:
    """The words of Schedule 12A in a title."""
    sheet = front_to_sheet([page(1, "Cabinet", "Monday 12 June 2023", f"4. {title}")])
    assert [(e.title, e.exempt) for e in sheet.entries] == [(title.strip(), True)]


def test_inner_lists_and_times_are_no_items() -> None:
    """Numbers that do not rise, and lines that begin small, are no items."""
    front = page(
        1, "Cabinet", "Monday 12 June 2023", "2.00 pm", "1. Apologies", "2. Minutes", "1. of no account", "3 papers"
    )
    assert [entry.number for entry in front_to_sheet([front]).entries] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("CABINET - THURSDAY, 30 JANUARY 2025", "CABINET"),
        ("MINUTES of a meeting of the Cabinet held in the Council Chamber", "Cabinet"),
        ("Minutes of the Village Hall Management Committee held on 8th October", "Village Hall Management Committee"),
        ("SCRUTINY COMMITTEE – SUPPLEMENT PACK", "SCRUTINY COMMITTEE"),
        ("To: Cabinet - 30 January 2025", "Cabinet"),
        ("Council House, Plymouth", ""),
        ("The Committee agreed the report.", ""),
        ("Director of the Board", ""),
        ("Committee", ""),
    ],
)
def test_committees_are_told_from_sentences_and_places(text: str, committee: str) -> None:
    """A body's name without date and furniture."""
    assert committee_in(text) == committee


def test_a_name_over_two_lines_is_joined() -> None:
    """Two lines of one style are one name."""
    made = [
        line("EDUCATION AND CHILDREN'S SOCIAL CARE", 100, size=16, bold=True),
        line("OVERVIEW AND SCRUTINY COMMITTEE", 120, size=16, bold=True),
        line("Tuesday 7 November 2023", 140),
    ]
    found = lines_to_meeting(made)
    assert found == Meeting("Education and Children's Social Care Overview and Scrutiny Committee", date(2023, 11, 7))


def test_the_day_with_its_weekday_is_the_meetings() -> None:
    """The day of publication names no weekday."""
    assert lines_to_meeting(lines("Cabinet", "Published 2 June 2023", "Monday 12 June 2023")) == Meeting(
        "Cabinet", date(2023, 6, 12)
    )


def test_without_a_day_there_is_no_meeting() -> None:
    """A committee's name alone is no sitting."""
    assert lines_to_meeting(lines("Cabinet", "Agenda")) is None


@pytest.mark.parametrize(
    ("loud", "name"),
    [
        ("BURTON-CUM-WALDEN PARISH COUNCIL", "Burton-cum-Walden Parish Council"),
        ("HEALTH AND ADULT SOCIAL CARE PANEL", "Health and Adult Social Care Panel"),
        ("Cabinet", "Cabinet"),
    ],
)
def test_loud_names_are_set_as_names(loud: str, name: str) -> None:
    """Capitals become headline style; other names stay."""
    assert titled(loud) == name
