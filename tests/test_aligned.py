"""Tables that only the places of their figures show."""

import pytest
from table_examples import CORPUS

from ingest.aligned import find_aligned
from ingest.columns import AlignedSettings
from ingest.papers import Page, Word
from ingest.pdf import read_pdf


def typed(*lines: str) -> Page:
    """A page as a typewriter sets it: six points a letter, lines of twelve points, ten apart."""
    words = []
    for at, line in enumerate(lines):
        start = 0
        for text in line.split():
            start = line.index(text, start)
            words.append(Word(text, (6.0 * start, 22.0 * at, 6.0 * (start + len(text)), 22.0 * at + 12)))
            start += len(text)
    return Page(1, "", " ".join(word.text for word in words), tuple(words))


BUDGET = (
    "                     All figures in £m",
    "Directorate          Budget   Forecast   Variance",
    "Adult Social Care     586.1      621.6      +35.4",
    "Children              430.6      420.8       -9.9",
    "Chief Executive        30.5       29.3       -1.2",
)


def test_figures_under_one_another_are_a_table() -> None:
    """Header, unit, caption and rows come from the places of the words."""
    (table,) = find_aligned(typed(*BUDGET))
    assert table.header == ("Directorate", "Budget", "Forecast", "Variance")
    assert table.rows[1] == ("Children", "430.6", "420.8", "-9.9")
    assert (table.unit, table.caption, len(table.rows)) == ("£m", "All figures in £m", 3)


def test_rows_and_area_know_their_places() -> None:
    """The box of a row is that of its words; the area holds the titles too."""
    (table,) = find_aligned(typed(*BUDGET))
    assert table.row_boxes[0] == (0.0, 44.0, 294.0, 56.0)
    assert table.areas == ((1, (0.0, 0.0, 294.0, 100.0)),)


def test_a_title_over_several_lines_is_one() -> None:
    """Titles are joined by column, a last letter to its word."""
    above = ("                      Revenu   Capital", "                      e        Gross      Net")
    (table,) = find_aligned(typed(*above, *BUDGET[1:]))
    assert table.header == ("Directorate", "Revenue Budget", "Capital Gross Forecast", "Net Variance")


def test_sub_headings_and_blank_cells_stay_in_their_places() -> None:
    """A line of words alone is a row of its own, and a missing figure a blank cell."""
    lines = (*BUDGET, "Below the line", "Schools                            30.4      +30.4")
    (table,) = find_aligned(typed(*lines))
    assert table.rows[3:] == (("Below the line", "", "", ""), ("Schools", "", "30.4", "+30.4"))


def test_a_number_in_a_label_is_no_figure() -> None:
    """Post 16 is a name."""
    (table,) = find_aligned(typed(*BUDGET, "Post 16                 1.0        2.0       +1.0"))
    assert table.rows[-1] == ("Post 16", "1.0", "2.0", "+1.0")


def test_figures_under_no_titles_have_those_of_the_page_before() -> None:
    """A table that runs over pages without its header, in the same columns; elsewhere figures alone are none."""
    (before,) = find_aligned(typed(*BUDGET))
    rest = typed(*BUDGET[2:])
    (table,) = find_aligned(rest, before=before)
    assert (table.header, table.unit, table.caption) == (before.header, "£m", "All figures in £m")
    assert (
        table.rows == before.rows
        and find_aligned(typed(*(" " * 30 + line for line in BUDGET[2:])), before=before) == ()
    )


def test_prose_above_is_no_title() -> None:
    """A sentence that runs over the columns ends the header."""
    (table,) = find_aligned(typed("The forecast has improved since it was last put to the Cabinet.", *BUDGET[1:]))
    assert (table.header[1], table.caption) == ("Budget", "")


@pytest.mark.parametrize(
    "lines",
    [
        BUDGET[:4],
        ("12 1 2023", "13 4 2023", "15 6 2023"),
        tuple(line[:38] for line in BUDGET),
        ("Budget", "of 5.6 and 4.4 and 3.2", "and 1.1 with 2.2 or 3.3", "less 1.0 less 2.0 less 3.0"),
    ],
)
def test_two_lines_two_columns_or_no_titles_are_no_table(lines: tuple[str, ...]) -> None:
    """What is not plainly a table stays text."""
    assert find_aligned(typed(*lines)) == ()


def test_words_read_already_are_left_out() -> None:
    """What lies in a ruled table is not read twice."""
    assert find_aligned(typed(*BUDGET), taken=[(0.0, 0.0, 600.0, 800.0)]) == ()


def test_settings_check_themselves() -> None:
    """A table of one column is none."""
    with pytest.raises(ValueError, match="lines and columns"):
        AlignedSettings(columns=1)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_prose_of_real_packs_makes_no_tables() -> None:
    """A plan of twenty pages of prose and lists holds none."""
    pages = read_pdf(CORPUS / "cypfs-improvement-plan-2019-06.pdf").pages
    assert [table for page in pages for table in find_aligned(page)] == []
