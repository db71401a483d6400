"""Where two documents have the same words, and what differs between them."""

import pytest
from relation_examples import prose

from ingest.likeness import Change, Shared, compare, narrowed, page_to_lines, page_to_sample, shared

REPORT = (prose("depot"), prose("lease"))


def sketches(*texts: str) -> tuple[frozenset[int], ...]:
    """The samples of pages."""
    return tuple(map(page_to_sample, texts))


def test_stamps_are_no_lines() -> None:
    """Stamps anywhere, and numbers at the edges; a number within the page is a line of a table."""
    page = "Page 57\nAgenda Item 7\nThe lease.\nCost\n894\nSaving\nThe end.\n12"
    assert page_to_lines(page) == ["The lease.", "Cost", "894", "Saving", "The end."]


def test_the_same_words_have_the_same_sample_on_other_pages() -> None:
    """Wherever the lines break, and whatever is stamped on them."""
    assert page_to_sample(prose("depot", per_line=7) + "\nPage 9") == page_to_sample(prose("depot"))


def test_a_report_is_found_in_a_pack() -> None:
    """Its pages there, though a blank one stands between, and that it is the whole of the one only."""
    pack = (prose("agenda"), REPORT[0], "This page is intentionally left blank", REPORT[1], *map(prose, "abcdefgh"))
    assert list(shared(sketches(*REPORT), sketches(*pack))) == [Shared((1, 2), (2, 4), (True, False))]


def test_a_page_that_many_papers_have_makes_no_likeness() -> None:
    """A page of a form in two long reports is neither the whole of one nor long."""
    one, other = (sketches(*map(prose, f"{letter}bcd"), prose("form")) for letter in "ax")
    assert list(shared(one[:1] + one[4:] + one[1:2], sketches(prose("q"), prose("form"), prose("z")))) == []
    assert [found.pages for found in shared(one, other)] == [(2, 5)]


def test_a_new_paper_begins_a_new_stretch() -> None:
    """Two reports that stand side by side in both are two."""
    both = sketches(*map(prose, "abcdef"))
    assert [found.pages for found in shared(both, both, (4,))] == [(1, 3), (4, 6)]


def test_pages_alike_by_chance_are_cut_off() -> None:
    """A letter before the report, and the blank page after it belongs to it."""
    pack = ("Dear Member, here is what was not ready when the agenda was sent.", *REPORT, "")
    assert narrowed(Shared((1, 2), (1, 3), (True, True)), REPORT, pack) == Shared((1, 2), (2, 4), (True, True))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The asset s are listed.", "The assets are listed.", ()),
        ("1. The lease was let. I. Ends", "I. The lease was let. 1. Ends", ()),
        ("Page 1\nThe lease was let.", "Agenda Item 7\nThe lease was let.\nPage 9", ()),
        ("On 12 February at noon.", "On 12 March at noon.", (Change("February", "March"),)),
        ("It costs £894 a year.", "It costs £925 a year.", (Change("£894", "£925"),)),
        ("The lease was let.", "The lease was not let.", (Change("", "not"),)),
        ("The old lease was let again.", "The lease was let.", (Change("old", ""), Change("again.", ""))),
    ],
)
def test_what_differs(old: str, new: str, changes: tuple[Change, ...]) -> None:
    """Words, not how they are set or numbered, nor what is stamped on the page."""
    assert compare([old], [new])[1] == changes


def test_long_texts_are_compared_by_lines() -> None:
    """One word of many thousands: the line that it stands on."""
    text = "\n".join(f"line {n} of a long report that says the same" for n in range(4000))
    ratio, changes = compare([text], [text.replace("line 70 of a", "line 70 of one")])
    line = "line 70 of a long report that says the same"
    assert (round(ratio, 4), changes) == (0.9998, (Change(line, line.replace("of a", "of one")),))
    pages = ["\n".join(f"a{n}" for n in range(31_000)), "The last page."]
    assert compare(pages, [pages[0], "The very last page."])[1] == (Change("The last page.", "The very last page."),)
