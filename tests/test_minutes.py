"""Minutes: where they begin, which sitting they record, and the forms of their numbers."""

from dataclasses import replace
from datetime import date

import pytest
from minutes_examples import ITEMS
from paper_examples import lines, page

from ingest.minutes import ATTENDANCE, CLOSE, Minutes, pages_to_minutes
from ingest.papers import Line, Meeting, Page

HEAD = ("Cabinet", "Thursday 9 March 2023", "PRESENT:", "Councillor Bingley, in the Chair.")
CABINET = Meeting("Cabinet", date(2023, 3, 9))


def minutes_of(*pages: Page) -> Minutes:
    """The only set of minutes on these pages."""
    (found,) = pages_to_minutes(pages)
    return found


def heads_of(*texts: str) -> list[tuple[str, str]]:
    """Numbers and titles of the minutes in these lines."""
    return business(minutes_of(page(1, *HEAD, *texts)))


def plain(text: str) -> Page:
    """A page of text without layout."""
    return Page(1, "", text, lines=tuple(Line(row.lstrip("#"), size=10.0) for row in text.strip().split("\n")))


def business(minutes: Minutes) -> list[tuple[str, str]]:
    """Numbers and titles of the items of business."""
    return [(item.number, item.title) for item in minutes.items if item.title not in (ATTENDANCE, CLOSE)]


def test_minutes_record_their_own_sitting() -> None:
    """Committee and date come from the minutes, with the page and line of each item."""
    texts = ("#104. Declarations", "There were none.", "#105. Minutes", "The Cabinet agreed the minutes.")
    found = minutes_of(page(4, *HEAD, *texts), page(5, "and the report.", "#106. Roads", "The report was noted."))
    assert (found.meeting, found.pages) == (CABINET, (4, 5))
    assert [(i.number, i.title, i.pages, i.line, i.meeting) for i in found.items] == [
        ("", "Attendance", (4, 4), 2, CABINET),
        ("104", "Declarations", (4, 4), 4, CABINET),
        ("105", "Minutes", (4, 5), 6, CABINET),
        ("106", "Roads", (5, 5), 1, CABINET),
    ]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("#118. Loan", "#119. Habitat Bank", ["118", "119"]),
        ("#77/21 Loan", "#78/21 Habitat Bank", ["77/21", "78/21"]),
        ("#C1718 Loan", "#C1719 Habitat Bank", ["C1718", "C1719"]),
        ("#298/PF Loan", "#299/PF Habitat Bank", ["298/PF", "299/PF"]),
        ("#R2025-018 Loan", "#R2025-019 Habitat Bank", ["R2025-018", "R2025-019"]),
        ("#45 Loan", "#46 Habitat Bank", ["45", "46"]),
        ("118. Loan", "119. Habitat Bank", ["118", "119"]),
    ],
)
def test_the_forms_of_minute_numbers(first: str, second: str, numbers: list[str]) -> None:
    """Numbers through the year, with the year, a letter, a committee's letters, bold or not."""
    assert heads_of(first, "It was agreed.", second, "It was noted.") == [
        (numbers[0], "Loan"),
        (numbers[1], "Habitat Bank"),
    ]


def test_a_number_on_a_line_of_its_own_has_its_title_below() -> None:
    """Some sets print the number, then the title in bold."""
    texts = ("#84", "#APOLOGIES", "None were received.", "#85", "#ROADS AND BRIDGES", "The report was noted.")
    assert heads_of(*texts) == [("84", "APOLOGIES"), ("85", "ROADS AND BRIDGES")]


def test_the_agenda_item_under_a_heading_is_no_title() -> None:
    """Kent prints "(Item 1)" under each heading."""
    texts = ("#84. Apologies", "(Item 1)", "Apologies were received.", "#85. Interests", "(Item 2)", "None.")
    assert heads_of(*texts) == [("84", "Apologies"), ("85", "Interests")]


def test_a_title_runs_over_bold_lines_even_where_one_begins_with_a_number() -> None:
    """A year at the start of a line does not end a title."""
    texts = (
        "#89. Draft Capital Programme",
        "#2025-35 and Treasury Strategy",
        "(Item 6)",
        "Noted.",
        "#90. Care",
        "Noted.",
    )
    assert heads_of(*texts) == [("89", "Draft Capital Programme 2025-35 and Treasury Strategy"), ("90", "Care")]


def test_numbered_resolutions_are_no_minutes() -> None:
    """The lists within start again at 1 and do not join the row."""
    texts = (
        "#117. Power Purchase",
        "The Cabinet agreed to:",
        "1. Approve the business case;",
        "2. Delegate authority to the officer.",
        "#118. Loan",
        "The Cabinet agreed to:",
        "1. Approve the loan;",
        "2. Note the risks.",
    )
    assert heads_of(*texts) == [("117", "Power Purchase"), ("118", "Loan")]


def test_minutes_may_start_at_one() -> None:
    """A parish numbers each meeting's items from 1."""
    texts = ("#1. Apologies", "There were none.", "#2. Minutes", "They were confirmed.")
    assert heads_of(*texts) == [("1", "Apologies"), ("2", "Minutes")]


def test_a_gap_in_the_row_is_bridged() -> None:
    """A minute that cannot be read does not end the row."""
    texts = ("#104. Roads", "Noted.", "#106. Parks", "Noted.")
    assert heads_of(*texts) == [("104", "Roads"), ("106", "Parks")]


def test_what_was_to_follow_is_no_title() -> None:
    """The agenda's afterthought is left out."""
    texts = ("#110. Armed forces (To Follow)", "Noted.", "#111. Updates (Verbal Report)", "Noted.")
    assert heads_of(*texts) == [("110", "Armed forces"), ("111", "Updates")]


def test_one_numbered_line_is_no_row() -> None:
    """A single number proves nothing."""
    assert heads_of("12. Councillors were there") == []


def test_a_report_that_names_a_committee_is_no_minutes() -> None:
    """Minutes say who was present."""
    assert pages_to_minutes([page(1, "Cabinet", "Thursday 9 March 2023", "1. Purpose", "2. Reasons")]) == ()


def test_a_report_on_attendance_is_no_minutes() -> None:
    """Attendance heads minutes only where a line above says that they are minutes or notes."""
    texts = ("Cabinet", "Thursday 9 March 2023", "Attendance", "1. Schools", "2. Trends")
    assert pages_to_minutes([page(1, *texts)]) == ()
    assert len(pages_to_minutes([page(1, "Notes of a meeting", *texts)])) == 1


@pytest.mark.parametrize(
    "present",
    [
        "PRESENT: Mr R W Gough (Chairman)",
        "Members Present:",
        "1. Committee Members Present were: A",
        "Councillors Present",
    ],
)
def test_those_present_open_minutes(present: str) -> None:
    """The ways in which attendance is headed."""
    texts = ("Cabinet", "Thursday 9 March 2023", present, "Text")
    assert [found.meeting for found in pages_to_minutes([page(1, *texts)])] == [CABINET]


def test_one_set_ends_where_the_next_begins() -> None:
    """Two sittings in one file."""
    later = ("Cabinet", "Thursday 6 April 2023", "PRESENT:", "#1. Apologies", "None.", "#2. Roads", "Noted.")
    first, second = pages_to_minutes([page(1, *HEAD, "#9. Old", "Noted.", "#10. Older", "Noted."), page(2, *later)])
    assert (first.pages, second.pages) == ((1, 1), (2, 2))
    assert (second.meeting.date, business(second)) == (date(2023, 4, 6), [("1", "Apologies"), ("2", "Roads")])


@pytest.mark.parametrize("kind", ITEMS)
def test_minutes_of_many_councils(kind: str) -> None:
    """Parish and county, township and authority: each in its own form."""
    text, items = ITEMS[kind]
    assert business(minutes_of(page(1, *text.strip().split("\n")))) == items


@pytest.mark.parametrize("kind", sorted(ITEMS.keys() - {"licensing", "county scrutiny"}))
def test_minutes_that_show_no_bold(kind: str) -> None:
    """Plain text keeps numbers and capitals alone; headings in small letters without a number are lost in it."""
    text, items = ITEMS[kind]
    assert business(minutes_of(plain(text))) == items


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("parish", {"Attendance": 2, "Close of the meeting": 13}),
        ("capitals", {"Attendance": 2, "Close of the meeting": 9}),
        ("city council", {"Attendance": 2}),
        ("district planning", {"Attendance": 2}),
    ],
)
def test_attendance_and_close_are_no_business(kind: str, lines: dict[str, int]) -> None:
    """Who was there and how it ended stand by themselves, where they are not items in their own right."""
    found = minutes_of(page(1, *ITEMS[kind][0].strip().split("\n")))
    assert {item.title: item.line for item in found.items if item.title in (ATTENDANCE, CLOSE)} == lines


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [
        ("DRAFT", "The meeting closed at 9pm.", "DRAFT"),
        ("Draft minutes, subject to approval", "None.", "Draft minutes, subject to approval"),
        ("Minutes (unconfirmed)", "None.", "Minutes (unconfirmed)"),
        ("", "Signed as a correct record ........ Date ........", "Signed as a correct record ........ Date ........"),
        ("", "Minutes to be approved at the next meeting.", "Minutes to be approved at the next meeting."),
        ("APPROVED MINUTES", "None.", "APPROVED MINUTES"),
        ("Draft Local Plan", "The draft plan was signed off.", ""),
    ],
)
def test_the_standing_is_as_printed(first: str, last: str, standing: str) -> None:
    """At the top or at the end; what is minuted of drafts is no standing."""
    texts = (first, *HEAD, "#104. Roads", "It was agreed.", "#105. Parks", last)
    assert minutes_of(page(1, *texts)).standing == standing


def test_words_in_bold_that_open_an_item_are_its_title() -> None:
    """Run in with the text, with nothing between."""
    texts = (*HEAD, "3. Police Report The police sent none.", "4. Roads There are holes.")
    set_ = [
        replace(one, lead=lead)
        for one, lead in zip(lines(*texts), [""] * 4 + ["Police Report", "4. Roads"], strict=True)
    ]
    assert business(minutes_of(page(1, made=set_))) == [("3", "Police Report"), ("4", "Roads")]


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (("PC24/25-101 Apologies", "None.", "PC24/25-102 Roads", "Noted."), ["PC24/25-101", "PC24/25-102"]),
        (("25/036 Apologies", "None.", "25/037 Roads", "Noted."), ["25/036", "25/037"]),
        (("24.05.01 Loan", "None.", "24.05.02 Roads", "No.", "24.05.03 Parks"), ["24.05.01", "24.05.02", "24.05.03"]),
        (("A) CALL TO ORDER", "Done.", "B) ROADS", "1. One", "2. Two", "C) PARKS", "None."), ["A", "B", "C"]),
        (("ITEM NO. 5 APOLOGIES", "None.", "ITEM NO. 6 ROADS", "Noted."), ["5", "6"]),
        (("#Agenda Item 1 - Apologies", "None.", "#Agenda Item 2 - Roads", "Noted."), ["1", "2"]),
        (("1.Apologies", "None.", "2.Roads", "Noted.", "3.Parks", "Noted."), ["1", "2", "3"]),
        (("#1. Apologies", "1.1 None.", "#2. Roads", "2.1 Holes.", "2.2 Noted.", "#3. Parks"), ["1", "2", "3"]),
        (("#104. Roads", "1. Note it;", "2. Agree it.", "#113. Trees", "Noted."), ["104", "113"]),
        (
            ("1 Apologies", "None.", "2 Declarations", "No.", "12 High Street", "3 Planning", "4 Close"),
            ["1", "2", "3", "4"],
        ),
        (("APOLOGIES", "None.", "ROADS", "1. It was mended.", "2. It was noted.", "PARKS", "None."), ["", "", ""]),
        (("#Apologies", "None.", "#Roads", "RESOLVED:", "1. to wait;", "2. to write.", "#Parks", "x."), ["", "", ""]),
    ],
)
def test_numbers_as_councils_print_them(texts: tuple[str, ...], numbers: list[str]) -> None:
    """With words, letters, years on either side, points, or none; lists within are passed over."""
    assert [number for number, _ in heads_of(*texts)] == numbers
