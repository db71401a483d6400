"""Tables that are ruled between their rows only."""

from ingest.across import rules_across
from ingest.lines import Piece
from ingest.papers import Box
from ingest.rules import Frame

WIDTH = (50.0, 550.0)


def typed(*lines: str, top: float = 0.0) -> list[Piece]:
    """Pieces as a typewriter sets them: five points a letter, lines of twelve points, twenty apart."""
    return [
        Piece(text, (50.0 + 5 * at, top + 20.0 * row + 4, 50.0 + 5 * (at + len(text)), top + 20.0 * row + 16), False)
        for row, line in enumerate(lines)
        for at, text in words(line)
    ]


def words(line: str) -> list[tuple[int, str]]:
    """The words of a line with their places."""
    found, start = [], 0
    for text in line.split():
        start = line.index(text, start)
        found.append((start, text))
        start += len(text)
    return found


def rule(*heights: float) -> list[Box]:
    """Level rules of one width."""
    return [(WIDTH[0], y, WIDTH[1], y) for y in heights]


BUDGET = (
    "Service            Budget     Outturn    Why",
    "Adult care         586.1      621.6      More people",
    "Children           430.6      420.8      Fewer beds",
    "Place              202.9      209.2      Waste",
)


def texts(frame: Frame, pieces: list[Piece]) -> list[list[str]]:
    """What stands in each cell."""
    return [[" ".join(p.text for p in pieces if cell and holds(cell, p)) for cell in row if cell] for row in frame.rows]


def holds(cell: Box, piece: Piece) -> bool:
    """Whether the middle of a piece lies in a cell."""
    x, y = piece.middle
    return cell[0] <= x < cell[2] and cell[1] <= y < cell[3]


def test_blanks_that_run_down_part_the_columns() -> None:
    """Rules part the rows."""
    pieces = typed(*BUDGET)
    (frame,) = rules_across(rule(0, 20, 40, 60, 80), pieces, ())
    assert texts(frame, pieces)[1] == ["Adult care", "586.1", "621.6", "More people"]
    assert [len(row) for row in frame.rows] == [4, 4, 4, 4]


def test_titles_may_stand_above_the_first_rule_and_a_total_below_the_last() -> None:
    """The line that names the unit is not a title, the foot of the page no row."""
    pieces = typed("All figures in £m", *BUDGET, "Total              1219.6     1251.6", "Page 8 of 54")
    foot = [piece.box for piece in pieces if piece.text in ("Page", "8", "of", "54")]
    (frame,) = rules_across(rule(40, 60, 80, 100), pieces, (), foot)
    found = texts(frame, pieces)
    assert (found[0], found[-1]) == (["Service", "Budget", "Outturn", "Why"], ["Total", "1219.6", "1251.6", ""])
    assert len(found) == 5


def test_a_row_that_the_pages_end_leaves_open_is_one() -> None:
    """Its label and figures stand in the middle of its words."""
    more = ("                                         Rents fell", "Estate   29.0       26.6       while")
    pieces = typed(*BUDGET, *more, "                                         sales rose")
    (frame,) = rules_across(rule(0, 20, 40, 60, 80), pieces, ())
    assert len(frame.rows) == 5


def test_rules_round_prose_make_no_table() -> None:
    """A text in two columns, numbered paragraphs, and what is ruled on all sides already."""
    prose = typed("one two   three four", "five six   seven eight", "nine ten   eleven twelve")
    numbered = typed("2.3   Note the sum     See below", "2.4   Note the plan    See below", "2.5   Agree it       Now")
    assert rules_across(rule(0, 20, 40, 60), prose, ()) == rules_across(rule(0, 20, 40, 60), numbered, ()) == ()
    frame = Frame((50.0, 0.0, 550.0, 80.0), (((50.0, 0.0, 550.0, 80.0),),))
    assert rules_across(rule(0, 20, 40, 60, 80), typed(*BUDGET), (frame,)) == ()


def test_text_between_two_tables_parts_them() -> None:
    """A line across all columns belongs to neither."""
    pieces = typed(*BUDGET, "The council says of these figures that they are as expected", *BUDGET)
    frames = rules_across(rule(*range(0, 200, 20)), pieces, ())
    assert [frame.box[1] for frame in frames] == [0.0, 100.0]
