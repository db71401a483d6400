"""Ruling lines become cells as a person sees them."""

from ingest.papers import Box
from ingest.rules import MOST_EDGES, rules_to_frames


def lattice(xs: list[float], ys: list[float]) -> list[Box]:
    """The rules of a table with every cell ruled."""
    level = [(xs[0], y, xs[-1], y) for y in ys]
    return [*level, *((x, ys[0], x, ys[-1]) for x in xs)]


def test_a_lattice_is_its_cells_row_by_row() -> None:
    """Three lines each way are two rows of two cells."""
    (frame,) = rules_to_frames(lattice([0, 50, 100], [0, 20, 40]))
    assert frame.box == (0, 0, 100, 40)
    assert frame.rows[1] == ((0, 20, 50, 40), (50, 20, 100, 40))


def test_a_cell_over_two_columns_is_one() -> None:
    """Where an upright rule begins lower, the cell above spans."""
    rules = [box for box in lattice([0, 50, 100], [0, 20, 40]) if box != (50, 0, 50, 40)]
    (frame,) = rules_to_frames([*rules, (50, 20, 50, 40)])
    assert frame.rows == (((0, 0, 100, 20), None), ((0, 20, 50, 40), (50, 20, 100, 40)))


def test_double_and_broken_rules_are_one() -> None:
    """The two sides of a thin bar, and a rule drawn in pieces."""
    drawn = [*lattice([0, 50, 100], [0, 20, 40]), (0, 21, 49, 21), (51, 21, 100, 21)]
    (frame,) = rules_to_frames(drawn)
    assert len(frame.cells) == 4


def test_tables_apart_are_two_frames_from_the_top() -> None:
    """Cells that share no corner are not one table."""
    frames = rules_to_frames([*lattice([0, 50, 100], [200, 220, 240]), *lattice([0, 50, 100], [0, 20, 40])])
    assert [frame.box[1] for frame in frames] == [0, 200]


def test_a_box_and_a_column_are_no_frames() -> None:
    """One cell, or cells one under another, are frames round text."""
    assert rules_to_frames(lattice([0, 100], [0, 20])) == ()
    assert rules_to_frames(lattice([0, 100], [0, 20, 40])) == ()


def test_a_map_is_no_table() -> None:
    """More edges than any table has are not looked at."""
    assert rules_to_frames(lattice([0, 100], [10.0 * at for at in range(MOST_EDGES)])) == ()
