"""Words become citations only where their pages bear them out, with the page and the boxes."""

from collections.abc import Callable
from dataclasses import replace

from record_examples import minute, page_of, report, row

from ingest.papers import Chunk, Page
from retrieval.check import borne_out, longest_run, words_to_runs
from retrieval.units import Unit

LEASE = minute("The lease of the depot was agreed.")


def pages(*chunks: Chunk) -> Callable[[str, int], Page]:
    """The pages on which the chunks stand."""
    return lambda document, number: page_of(number, chunks)


def test_words_on_their_page_are_cited_with_their_boxes() -> None:
    """The page by both its numbers, and a box for the line."""
    found = borne_out(Unit(LEASE, "lease of the depot"), 3, pages(LEASE))
    assert found
    (citation,) = found[1]
    assert (citation.mark, citation.quote, citation.pdf_page, citation.printed) == (3, "lease of the depot", 1, "9")
    assert citation.boxes == ((10.0, 0.0, 49.0, 12.0),)


def test_words_of_no_page_are_not_cited() -> None:
    """Nor said."""
    assert borne_out(Unit(LEASE, "The lease of the depot was refused outright."), 1, pages(report("Parks."))) is None


def test_what_the_page_does_not_say_is_taken_out() -> None:
    """The words up to there stay."""
    found = borne_out(Unit(LEASE, "The lease of the depot was refused"), 1, pages(LEASE))
    assert found and found[0].text == "The lease of the depot was"


def test_words_over_a_pages_end_are_cited_on_both() -> None:
    """Each part where it stands."""
    over = replace(LEASE, item=None, pages=(1, 2))
    stand = {1: Page(1, "9", "The lease of the depot"), 2: Page(2, "10", "was agreed by all members.")}
    unit = Unit(over, "The lease of the depot was agreed by all members.")
    found = borne_out(unit, 1, lambda document, number: stand[number])
    assert found and found[0].text == unit.text
    assert [(one.mark, one.printed, one.quote) for one in found[1]] == [
        (1, "9", "The lease of the depot"),
        (2, "10", "was agreed by all members."),
    ]


def test_runs_stop_where_nothing_stands() -> None:
    """A page without the words gives none."""
    assert list(words_to_runs("Parks close", [page_of(1, [LEASE])])) == []


def test_a_row_keeps_the_cells_of_its_page() -> None:
    """Quoted by the longest run of cells that stands together."""
    chunk = row(("School", "Mill Lane Primary"), ("Pupils", "214"), ("Note", "of last year"))
    page = Page(1, "9", "Mill Lane Primary\t214")
    found = borne_out(Unit(chunk, chunk.text, row=chunk.cells), 1, lambda document, number: page)
    assert found
    assert (found[0].row, found[1][0].quote) == (chunk.cells[:2], "Mill Lane Primary\t214")


def test_a_row_over_a_pages_end_is_cited_on_both() -> None:
    """A cell that the page's end cuts is kept, each part quoted where it stands."""
    chunk = replace(row(("Ref", "1.2"), ("Action", "Review the waiting lists for homes")), pages=(1, 2))
    stand = {1: Page(1, "9", "1.2 Review the waiting"), 2: Page(2, "10", "lists for homes")}
    found = borne_out(Unit(chunk, chunk.text, row=chunk.cells), 1, lambda document, number: stand[number])
    assert found and found[0].row == chunk.cells
    assert [(one.printed, one.quote) for one in found[1]] == [
        ("9", "1.2\tReview the waiting"),
        ("10", "lists for homes"),
    ]


def test_the_longest_run_of_cells() -> None:
    """Those beside each other on the page."""
    page = Page(1, "", "one two x three four five")
    assert longest_run(["one", "two", "three", "four", "five"], page) == "three\tfour\tfive"
    assert longest_run(["six"], page) == ""


def test_a_text_without_pages_is_cited_by_its_agendas() -> None:
    """No page of a file, but the printed range."""
    chunk = replace(report("The lease was agreed."), paged=False, printed=("5", "7"))
    found = borne_out(Unit(chunk, chunk.text), 1, lambda document, number: Page(1, "", chunk.text))
    assert found and (found[1][0].pdf_page, found[1][0].printed) == (None, "5–7")
