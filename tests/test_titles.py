"""Titles without numbers of items and pages: of supplements as published, and of papers by their headings."""

from datetime import date

import pytest
from paper_examples import line, lines

from ingest.papers import Meeting, PackKind
from ingest.titles import clean_title, document_title, heading_title

CABINET = Meeting("Cabinet", date(2025, 1, 30))


@pytest.mark.parametrize(
    "title",
    [
        "Agenda item 7 - Road repairs",
        "Item 7: Road repairs (Pages 5 - 12)",
        "Item No. 7a. Road repairs",
        "Road repairs",
    ],
)
def test_titles_are_cleaned(title: str) -> None:
    """The item's number before, the pages after."""
    assert clean_title(title) == "Road repairs"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("(Public Pack)Late report Agenda Supplement for Cabinet, 30/01/2025 10:00", "supplement (Late report)"),
        ("Item 7 - Supplementary - Roads Agenda Supplement for Cabinet, 30/01/2025 10:00", "supplement (Roads)"),
        ("Agenda Supplement for Cabinet, 30/01/2025", "supplement"),
    ],
)
def test_a_published_supplement_is_named_by_its_meeting(told: str, title: str) -> None:
    """And by what it adds."""
    found = document_title(told, PackKind.SUPPLEMENT, CABINET, lines("Cabinet"), "s1")
    assert found == f"Cabinet, 30 January 2025: {title}"


def test_a_paper_is_named_by_its_largest_heading() -> None:
    """Where neither file nor cover names it; a file's capitals give way to the heading's."""
    made = [
        line("Budget Risks", 80, size=18),
        line("Register", 100, size=18),
        *lines("Text of it.", "More text.", "And more.", top=130),
    ]
    assert heading_title(made) == "Budget Risks Register"
    assert document_title("", PackKind.OTHER, None, made, "x1") == "Budget Risks Register"
    assert document_title("BudgeT RISKS REGISTER", PackKind.OTHER, None, made, "x1") == "Budget Risks Register"
    assert heading_title(made[2:]) == heading_title([]) == ""
