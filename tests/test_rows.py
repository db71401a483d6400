"""Rows that a page's end cuts are made whole, others are not."""

import pytest

from ingest.papers import Box
from ingest.rows import Row, is_cut, joined, renamed

BOX = (0.0, 0.0, 100.0, 10.0)


def row(page: int, *texts: str, box: Box = BOX) -> Row:
    """A row with every cell at the same place."""
    return Row(page, box, texts, texts, spots=tuple(((page, box),) if text else () for text in texts))


ACTION = row(1, "1.2", "Review the", "Agreed. Members asked for")


@pytest.mark.parametrize(
    "rest",
    [
        row(2, "", "", "More beds are open."),
        row(2, "", "lists", "a report."),
        row(2, "", "Waiting lists", "A report."),
    ],
)
def test_a_row_without_a_label_goes_on(rest: Row) -> None:
    """One text alone, in lower case, or after words that end in no stop."""
    assert is_cut(ACTION, rest)


@pytest.mark.parametrize(
    "rest",
    [
        row(1, "", "lists", ""),
        row(3, "", "lists", ""),
        row(2, "1.3", "Lists", ""),
        row(2, "", "1.2.1 Open lists", "a report."),
        row(2, "", "41.5", ""),
        row(2, "", "Waiting lists", "Done."),
    ],
)
def test_others_are_rows_of_their_own(rest: Row) -> None:
    """On no next page, labelled, numbered, of figures, or after whole sentences."""
    assert not is_cut(row(1, "1.2", "Review.", "Agreed."), rest)


def test_both_parts_of_a_row_are_known() -> None:
    """Its texts joined, its pages both, its places all."""
    whole = joined(ACTION, row(2, "", "lists", "a report."))
    assert whole.texts == ("1.2", "Review the lists", "Agreed. Members asked for a report.")
    assert (whole.page, whole.last_page, whole.spots[1]) == (1, 2, ((1, BOX), (2, BOX)))


def test_a_label_in_two_cells_is_one() -> None:
    """Where all else spans both."""
    above = (None, ("Care", ()), ("", ()))
    rest = Row(1, (0.0, 10.0, 100.0, 20.0), ("CYPE", "", ""), ("CYPE", "", ""), spots=((), (), ()), above=above)
    assert rest.names_more and not ACTION.names_more
    assert renamed(row(1, "ASCH /", "Care", "Long"), rest).texts == ("ASCH / CYPE", "Care", "Long")


def test_a_cell_that_spans_rows_is_of_each() -> None:
    """Its text stands for the blank below, not for what has a text."""
    rest = Row(1, BOX, ("", "Swim"), ("", "Swim"), spots=((), ()), above=(("Leisure", ((1, BOX),)), ("Walk", ())))
    assert (rest.whole(0), rest.whole(1)) == (("Leisure", ((1, BOX),)), ("Swim", ()))
