"""The numbers printed before paragraphs of lists."""

import pytest

from ingest.numbering import Counter, Level, Outline, numeral


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (5, "chicago", "5"),
        (5, "none", ""),
        (999_999, "lowerLetter", "999999"),
    ],
)
def test_a_number_in_its_form(value: int, form: str, written: str) -> None:
    """Word's names of forms; what is unknown is written in figures."""
    assert numeral(value, form) == written


def test_lists_that_share_a_count_go_on() -> None:
    """Two names of one count go on from each other; a start of its own begins it anew, once."""
    levels = (Level(), Level(pattern="%1.%2"))
    counter = Counter({"1": Outline("a", levels), "2": Outline("a", levels), "3": Outline("a", levels, frozenset({0}))})
    made = [counter.label(name, depth) for name, depth in [("1", 0), ("2", 0), ("2", 1), ("3", 0), ("3", 0), ("9", 0)]]
    assert made == ["1.", "2.", "2.1", "1.", "2.", ""]


def test_a_level_may_count_on_and_be_written_in_figures() -> None:
    """A level that never restarts, and one that writes the Roman number above it in figures."""
    levels = (Level("upperRoman"), Level(pattern="%1.%2", restarts=False, plain=True))
    counter = Counter({"1": Outline("a", levels)})
    assert [counter.label("1", depth) for depth in (0, 1, 0, 1)] == ["I.", "1.1", "II.", "2.2"]
