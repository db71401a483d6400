"""What the headings of minutes say, and which lines head an item without a number."""

import pytest
from paper_examples import line, lines

from ingest.head_titles import is_bare_heading, lines_to_title
from ingest.papers import Line


def title(beside: str, *texts: str) -> str:
    """The title of a heading with this beside its number, set on these lines; none of them heads the next item."""
    return lines_to_title(lines(*texts), beside, lambda other: other.text.startswith("9."))


@pytest.mark.parametrize(
    ("beside", "texts", "found"),
    [
        ("Roads", ("#8. Roads",), "Roads"),
        ("Roads and", ("#8. Roads and", "#bridges", "Noted."), "Roads and bridges"),
        ("Roads", ("#8. Roads", "#9. Parks"), "Roads"),
        ("LAND AT MILL LANE,", ("8 LAND AT MILL LANE,", "OAKTON", "RESOLVED"), "LAND AT MILL LANE, OAKTON"),
        ("", ("#8.", "#Roads", "#(Item 4)"), "Roads"),
        ("", ("8", "Roads and bridges", "The report was noted."), "Roads and bridges"),
        ("", ("8", "the report was noted."), ""),
        ("Notice of Motion: Save our library", ("#8. Notice of Motion: Save our library",), None),
        ("Planning – the council met", ("8. Planning – the council met",), "Planning"),
        ("Motion – Bus services", ("8. Motion – Bus services",), "Motion – Bus services"),
        ("Apologies: Cllr Ash, ill.", ("8. Apologies: Cllr Ash, ill.",), "Apologies"),
        ("Date of next meeting: 4 May 2025", ("#8. Date of next meeting: 4 May 2025",), "Date of next meeting"),
        ("Updates (Verbal Report)", ("#8. Updates (Verbal Report)",), "Updates"),
        ("Loan PDF 320 KB", ("8. Loan PDF 320 KB",), "Loan"),
        (
            "J. Scott, S. Kirkey:",
            ("#R8 J. Scott, S. Kirkey:", "That the budget be", "adopted. Carried."),
            "That the budget be adopted",
        ),
        (
            "Moved by Cllr Ash",
            ("8 Moved by Cllr Ash", "Seconded by Cllr Birch", "That we adjourn. Carried"),
            "That we adjourn",
        ),
        ("Proposed Closure of the School", ("#8. Proposed Closure of the School",), "Proposed Closure of the School"),
        (
            "KK put forward an outline schedule (a copy is",
            ("8. KK put forward an outline schedule (a copy is", "attached) for the plan.", "He left."),
            "KK put forward an outline schedule (a copy is attached) for the plan",
        ),
        (
            "KK put forward an outline schedule for it",
            ("8. KK put forward an outline schedule for it", "(a) in May;"),
            "KK put forward an outline schedule for it",
        ),
    ],
)
def test_titles(beside: str, texts: tuple[str, ...], found: str | None) -> None:
    """Beside or beneath the number, cut where prose runs on, whole where a sentence stands for one."""
    assert title(beside, *texts) == (beside if found is None else found)


def test_words_in_bold_that_open_the_line_are_the_title() -> None:
    """Unless the sentence goes on with them."""
    opened = Line("8. Police Report The police sent none.", lead="Police Report")
    assert lines_to_title([opened], "Police Report The police sent none.", lambda other: False) == "Police Report"
    within = Line("8. Minutes of the last meeting. Approved.", lead="Minutes")
    assert lines_to_title([within], "Minutes of the last meeting. Approved.", lambda other: False) == (
        "Minutes of the last meeting"
    )


@pytest.mark.parametrize(
    ("text", "bold", "heads"),
    [
        ("Allotments", True, True),
        ("ALLOTMENTS", False, True),
        ("Allotments", False, False),
        ("MINUTES OF THE LAST MEETING", False, True),
        ("MINUTES", True, False),
        ("RESOLVED", True, False),
        ("Resolved that the loan be made", True, False),
        ("Cllr Ash", True, False),
        ("Mayor's announcements", True, True),
        ("PRESENT", True, False),
        ("Carried.", True, False),
        ("Parish Council", True, False),
        ("Tuesday 4 May 2025", True, False),
        ("Moved by Cllr Ash", True, False),
        ("J. Scott, S. Kirkey:", True, False),
        ("The council had before it a report of the clerk on the state of the pavilion roof", True, False),
    ],
)
def test_bare_headings(text: str, bold: bool, heads: bool) -> None:
    """Short, in bold or capitals, and none of the wordings that stand so without heading an item."""
    assert is_bare_heading(line(text, bold=bold)) is heads
