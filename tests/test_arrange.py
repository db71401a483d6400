"""Pieces of a page's text in reading order: lines, columns of prose, and crooked scans."""

from ingest.arrange import pieces_to_lines
from ingest.ocr import Piece
from ingest.papers import Word

LONG = "The Parish Council agreed to"


def piece(text: str, left: float, top: float, sinks: float = 0.0) -> Piece:
    """A piece ten points high, of letters of five."""
    box = (left, top, left + 5 * len(text), top + 10)
    return Piece(tuple(Word(word, box) for word in text.split()), box, sinks)


def texts(*pieces: Piece) -> list[str]:
    """The lines of pieces as texts."""
    return [" | ".join(one.text for one in line) for line in pieces_to_lines(pieces)]


def test_what_stands_level_is_a_line_from_the_left() -> None:
    """A label and its figure are read together, whichever was found first."""
    assert texts(piece("£7,763", 300, 101), piece("Total income:", 50, 100), piece("Total spent:", 50, 120)) == [
        "Total income: | £7,763",
        "Total spent:",
    ]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    """Their heading comes before both, and what stands below them after both."""
    left = [piece(f"{LONG} {at}", 50, 100 + 20 * at) for at in range(5)]
    right = [piece(f"{LONG} {at + 5}", 300, 100 + 20 * at) for at in range(5)]
    heading = piece("Newsletter of the Parish Council for the month of October 2022 and more", 50, 60)
    foot = piece("Printed by the Parish Council for the month of October 2022 and no other", 50, 240)
    found = texts(*right, foot, *left, heading)
    assert found == [heading.text, *(f"{LONG} {at}" for at in range(10)), foot.text]


def test_cells_are_no_columns_of_prose() -> None:
    """A table's figures stay in their rows."""
    rows = [(piece(f"{LONG} {at}", 50, 100 + 20 * at), piece(f"{at}.5", 300, 100 + 20 * at)) for at in range(6)]
    assert texts(*(one for row in rows for one in row))[2] == f"{LONG} 2 | 2.5"


def test_a_crooked_page_is_levelled() -> None:
    """A line that sinks by its own height across the page is one line, and those below it are others."""
    slope = 0.03
    pieces = [piece(LONG, left, 100 + 14 * row + slope * left, slope) for row in range(3) for left in (0, 150, 300)]
    assert texts(*pieces) == [" | ".join([LONG] * 3)] * 3
