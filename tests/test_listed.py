"""Agendas of many layouts: numbers, titles, pages, what is said in place of pages, and what is private."""

import pytest
from paper_examples import page

from ingest.listed import front_to_entries

DISTRICT = (
    "#1. Apologies for absence",
    "To receive apologies.",
    "#2. Minutes",
    "To approve as a correct record the minutes of the meeting held on",
    "7 May 2025 (copy attached).",
    "(Pages 5 - 12)",
    "#3. 24/01234/FUL - Land north of",
    "#Mill Lane, Ambleford",
    "Erection of 40 dwellings (Pages 13 - 40)",
    "#4. Exclusion of the Press and Public",
    "#5. Enforcement update",
    "#6. Date of next meeting",
)
COUNTY = (
    "AGENDA",
    "Item Title Page No.",
    "1 Apologies",
    "2 Minutes of the meeting held on 6 May 2025 5 - 10",
    "3 Bridge maintenance 2025 - 2030: 11 - 24",
    "progress and funding",
    "4 Any other business 25",
)
PARISH = (
    "25/36 Apologies for absence",
    "25/37 Minutes of 5 May 2025 (attached)",
    "25/38 Finance",
    "a) To approve the payments list",
    "b) To note the bank reconciliation",
    "25/39 Date of next meeting: 7 July 2025",
)
LONDON = (
    "Agenda",
    "Part A: Items considered in public",
    "Pages",
    "A1 Apologies for absence",
    "A2 Minutes of the last meeting 1 - 6",
    "A3 Leisure centres: award of contract 7 - 30",
    "Part B: Items considered in private",
    "B1 Leisure centres: tender evaluation 31 - 40",
)
TOWN = (
    "Item 1 Apologies",
    "Item 2 Minutes of 6 May",
    "Enclosed",
    "Item 3 Budget monitoring, quarter 4",
    "Report attached",
    "Item 4 Market charges",
    "To follow",
    "Item 5 Clerk's verbal update",
    "Item 6 Staffing (pink papers)",
)
PARTS = (
    "5. Minutes (Pages 3 - 8)",
    "6. Reports from scrutiny",
    "(a) Bus network review (Pages 9 - 20)",
    "(b) Damp and mould (Pages 21 - 30)",
    "7a. Fees and charges (Pages 31 - 36)",
    "7b. Parking (Pages 37 - 40)",
    "8 (a) Land at the quay: exempt report",
    "8 (b) Urgent business",
)
TABLE = (
    "1.",
    "Apologies for absence",
    "2.",
    "Minutes of the previous meeting",
    "(Pages 3 - 8)",
    "3.",
    "Strategic risk register - to follow",
)
AUTHORITY = ("AGENDA", "1. Apologies ................", "2. Minutes .......... 3", "3. Transport levy ........ 9-14")
FIRE = (
    "PART ONE - PUBLIC",
    "1 APOLOGIES",
    "2 MINUTES (page 5)",
    "3 SAFETY PLAN 2025-28",
    "Report of the Chief Fire Officer (pages 11-30)",
    "PART TWO - Items to be taken in private",
    "4 DISPOSAL OF A STATION",
)
SCOTTISH = (
    "1. Order of Business",
    "4. Minutes",
    "4.1 Minute of 4 March 2025 (pages 7 - 12)",
    "5.1 School estate – report by the Director (pages 13 - 40)",
)


def listed(*texts: str) -> list[tuple[str, str, str, str]]:
    """Number, title, first and last page, and the note of each item listed, or private."""
    entries = front_to_entries([page(1, *texts)])
    return [(e.number, e.title, "-".join(filter(None, e.printed)), "private" if e.exempt else e.note) for e in entries]


def test_a_districts_titles_end_where_the_explanation_begins() -> None:
    """Pages may stand under the explanation; what follows the exclusion of the public is private, but the next date."""
    assert listed(*DISTRICT) == [
        ("1", "Apologies for absence", "", ""),
        ("2", "Minutes", "5-12", ""),
        ("3", "24/01234/FUL - Land north of Mill Lane, Ambleford", "13-40", ""),
        ("4", "Exclusion of the Press and Public", "", ""),
        ("5", "Enforcement update", "", "private"),
        ("6", "Date of next meeting", "", ""),
    ]


def test_a_countys_pages_stand_in_a_column() -> None:
    """Years are no pages, and a title may go on under its range."""
    assert listed(*COUNTY) == [
        ("1", "Apologies", "", ""),
        ("2", "Minutes of the meeting held on 6 May 2025", "5-10", ""),
        ("3", "Bridge maintenance 2025 - 2030: progress and funding", "11-24", ""),
        ("4", "Any other business", "25-25", ""),
    ]


def test_a_parish_numbers_by_the_year() -> None:
    """Points under an item are no items."""
    assert listed(*PARISH) == [
        ("25/36", "Apologies for absence", "", ""),
        ("25/37", "Minutes of 5 May 2025", "", "attached"),
        ("25/38", "Finance", "", ""),
        ("25/39", "Date of next meeting: 7 July 2025", "", ""),
    ]


def test_a_boroughs_parts_have_letters() -> None:
    """Part A is public and Part B private, whether or not its pages are listed."""
    assert listed(*LONDON) == [
        ("A1", "Apologies for absence", "", ""),
        ("A2", "Minutes of the last meeting", "1-6", ""),
        ("A3", "Leisure centres: award of contract", "7-30", ""),
        ("B1", "Leisure centres: tender evaluation", "31-40", "private"),
    ]


def test_a_towns_papers_are_enclosed_or_follow() -> None:
    """What stands in place of pages, on the item's line or under it."""
    assert listed(*TOWN) == [
        ("1", "Apologies", "", ""),
        ("2", "Minutes of 6 May", "", "attached"),
        ("3", "Budget monitoring, quarter 4", "", "attached"),
        ("4", "Market charges", "", "to follow"),
        ("5", "Clerk's verbal update", "", "verbal"),
        ("6", "Staffing (pink papers)", "", "private"),
    ]


def test_parts_of_items_are_items() -> None:
    """(a) under 6 where it has pages, 7a and 8 (a) as they are numbered."""
    assert [(number, pages, note) for number, _, pages, note in listed(*PARTS)] == [
        *(("5", "3-8", ""), ("6", "", ""), ("6a", "9-20", ""), ("6b", "21-30", "")),
        *(("7a", "31-36", ""), ("7b", "37-40", ""), ("8(a)", "", "private"), ("8(b)", "", "")),
    ]


def test_numbers_may_stand_above_their_titles() -> None:
    """As the cells of a table are read."""
    assert listed(*TABLE) == [
        ("1", "Apologies for absence", "", ""),
        ("2", "Minutes of the previous meeting", "3-8", ""),
        ("3", "Strategic risk register", "", "to follow"),
    ]


def test_dots_lead_to_pages() -> None:
    """On an agenda; a table of contents lists no business."""
    assert [(title, pages) for _, title, pages, _ in listed(*AUTHORITY)] == [
        *(("Apologies", ""), ("Minutes", "3-3"), ("Transport levy", "9-14"))
    ]
    assert [pages for *_, pages, _ in listed("Contents", *AUTHORITY[1:])] == ["", "", ""]


def test_numbers_without_stops_are_items_where_they_rise() -> None:
    """Titles end where the author's name begins; Part Two is private."""
    assert listed(*FIRE) == [
        ("1", "APOLOGIES", "", ""),
        ("2", "MINUTES", "5-5", ""),
        ("3", "SAFETY PLAN 2025-28", "11-30", ""),
        ("4", "DISPOSAL OF A STATION", "", "private"),
    ]


def test_decimal_numbers_are_items() -> None:
    """4.1 stands under 4 and may have pages of its own."""
    assert [(number, pages) for number, _, pages, _ in listed(*SCOTTISH)] == [
        *(("1", ""), ("4", ""), ("4.1", "7-12"), ("5.1", "13-40"))
    ]


def test_an_exclusion_at_the_beginning_makes_nothing_private() -> None:
    """Where papers are listed after it, or it is only possible."""
    assert [note for *_, note in listed("1. Exclusion of the public", "2. Roads (Pages 1 - 9)", "3. Close")] == [""] * 3
    assert [note for *_, note in listed("1. Possible exclusion of the public", "2. Roads")] == ["", ""]


@pytest.mark.parametrize(
    "line", ["Not for publication by virtue of paragraph 3", "This report is exempt", "(Confidential)", "Pink paper"]
)
def test_a_line_under_a_title_makes_it_private(line: str) -> None:
    """Unless it speaks of an appendix."""
    assert [note for *_, note in listed("4. Land at the quay", line)] == ["private"]
    assert [note for *_, note in listed("4. Land at the quay", "Exempt appendix: valuation")] == [""]
