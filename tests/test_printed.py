"""The numbers printed on pages, and the lines that run from page to page."""

import pytest
from paper_examples import line, page

from ingest.papers import Line, Page
from ingest.printed import number_pages, running_lines


def numbered(*feet: str, head: str = "") -> tuple[str, ...]:
    """The numbers read from pages with these feet, one a page, under a text."""
    sheets = [
        page(at, made=[*([line(head, 20)] if head else []), line("Some text of the report", 300), line(foot, 800)])
        for at, foot in enumerate(feet, 1)
    ]
    return tuple(one.printed for one in number_pages(sheets))


@pytest.mark.parametrize(
    ("feet", "printed"),
    [
        (("Page 57", "Page 58"), ("57", "58")),
        (("Page 2 of 9", "Page 3 of 9"), ("2", "3")),
        (("7", "8", "9"), ("7", "8", "9")),
        (("- 4 -", "- 5 -"), ("4", "5")),
        (("i", "ii", "iii"), ("i", "ii", "iii")),
        (("OFFICIAL | 3", "OFFICIAL | 4"), ("3", "4")),
        (("JUNE 2019 Page 17", "JUNE 2019 Page 18"), ("17", "18")),
        (("12", "40"), ("", "")),
        (("Council", "Council"), ("", "")),
    ],
)
def test_a_number_is_believed_where_the_next_page_has_the_next(feet: tuple[str, ...], printed: tuple[str, ...]) -> None:
    """Stamps, feet of several styles, and figures that are no page numbers."""
    assert numbered(*feet) == printed


def test_the_stamp_of_a_pack_counts_before_the_foot_of_a_report() -> None:
    """People say the stamp's number aloud."""
    sheets = [
        page(at, made=[line(f"Page {56 + at}", 20), line("Text", 300), line(f"Page {at} of 9", 800)])
        for at in (1, 2, 3)
    ]
    assert [one.printed for one in number_pages(sheets)] == ["57", "58", "59"]


def test_a_page_between_is_numbered_over_a_blank_one() -> None:
    """A blank page does not break the row."""
    assert numbered("Page 1", "", "Page 3") == ("1", "", "3")


def test_a_year_in_the_text_is_no_page_number() -> None:
    """Only the edges of a page are looked at."""
    sheets = [page(at, made=[line(str(2022 + at), 400), line("Text of it", 420)]) for at in (1, 2)]
    assert [one.printed for one in number_pages(sheets)] == ["", ""]


def heads_of(pages: list[Page]) -> list[set[str]]:
    """The texts of each page's running lines."""
    found = running_lines(pages)
    return [{one.lines[at].text for at in found[one.number]} for one in pages]


def test_stamps_and_recurring_heads_run_but_text_does_not() -> None:
    """The same words at the same edge of pages near each other are furniture."""
    made = [
        [line(f"Page {at}", 10), line("HIGHLIGHT REPORT JUNE", 30), line(f"Text of page {at} here", 300)]
        for at in (1, 2)
    ]
    pages = list(number_pages([page(at, made=lines) for at, lines in enumerate(made, 1)]))
    assert heads_of(pages) == [{"Page 1", "HIGHLIGHT REPORT JUNE"}, {"Page 2", "HIGHLIGHT REPORT JUNE"}]


def test_an_item_stamp_runs_on_a_page_alone() -> None:
    """A stamp is known without a neighbour."""
    assert heads_of([page(1, made=[line("Agenda Item 12", 10), line("Report", 300)])]) == [{"Agenda Item 12"}]


def test_a_text_without_layout_has_no_running_head_but_its_stamps() -> None:
    """Lines without boxes are judged by their place in the text."""
    sheet = Page(1, "", "Cabinet\nAgenda", lines=(Line("Cabinet"), Line("Agenda")))
    assert running_lines([sheet]) == {1: frozenset()}
