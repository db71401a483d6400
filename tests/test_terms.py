"""Words are compared by their stems; months of a year, financial years and figures are made alike."""

import pytest

from retrieval.terms import is_period, names_in, stem, stems_of, words_of


def test_words_that_count() -> None:
    """Lower case, without the commonest, possessives or single letters; figures without commas."""
    text = "What did the Council's budget, of £1,250.50 or 14%, say about 16+ and x?"
    assert list(words_of(text)) == ["council", "budget", "£1250.50", "14%", "16"]


def test_forms_of_a_word_are_one_stem() -> None:
    """As people ask and papers say."""
    assert {stem(word) for word in ("decide", "decided", "deciding")} == {"decid"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("March 2023", "m2023-03"),
        ("Mar-23", "m2023-03"),
        ("Sept ’23", "m2023-09"),
        ("9 March 2023", "m2023-03"),
        ("09/03/2023", "m2023-03"),
        ("2022/23", "y22/23"),
        ("2022-2023", "y22/23"),
        ("22–23", "y22/23"),
    ],
)
def test_periods_however_written(text: str, period: str) -> None:
    """A month of a year, or a financial year."""
    assert period in stems_of(text)
    assert is_period(period)


@pytest.mark.parametrize("text", ["March", "9 March", "2023", "pages 22-29", "m2023"])
def test_what_names_no_period(text: str) -> None:
    """A month without its year, a year alone, a range."""
    assert not any(map(is_period, stems_of(text)))


def test_names_in_a_question() -> None:
    """Words with a capital that begin no sentence, and acronyms; no months."""
    assert names_in("What did Ms Hill of the IRO team say in March? Torbay agreed.") == ("ms", "hill", "iro")
    assert names_in("MACE review, please") == ("mace",)
    assert names_in("who leads it") == ()
