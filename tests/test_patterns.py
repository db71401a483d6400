"""The tables of patterns: each example fits its own line, and whole words are whole."""

import re

import pytest

from ingest.patterns import Rows, any_of, word
from retrieval import query, support, units

TABLES: tuple[Rows, ...] = (
    *query.WANTS.values(),
    *query.REFUSALS.values(),
    query.POINTS_BACK,
    support.DATES,
    support.NUMBERS,
    support.SUMS,
    support.COUNTS_NOTHING,
    support.VOTES,
    support.ASKS_VOTES,
    support.ASKS_SUM,
    support.ASKS_NO_SUM,
    support.ASKS_NUMBER,
    support.ASKS_DECIDED,
    support.ASKS_RECOMMENDED,
    support.DECIDED,
    units.DECIDES,
)


@pytest.mark.parametrize(("pattern", "example"), [row for rows in TABLES for row in rows])
def test_each_example_fits_its_pattern(pattern: str, example: str) -> None:
    """Whatever the capitals."""
    assert re.search(pattern, example, re.I)


@pytest.mark.parametrize(("pattern", "example"), support.PEOPLE)
def test_people_are_told_by_their_capitals(pattern: str, example: str) -> None:
    """A name or an office as written, and not in small letters."""
    assert re.search(pattern, example)
    assert not re.search(pattern, example.lower())


def test_any_of_fits_what_one_of_its_rows_fits() -> None:
    """In capitals or not, and nothing else."""
    trees = any_of((("oak", "an oak"), (r"\belm\b", "an elm")))
    assert [bool(trees.search(text)) for text in ("OAKS", "elm", "elms")] == [True, True, False]


def test_word_takes_whole_words_and_phrases() -> None:
    """What stands between commas, wherever a word begins and ends."""
    pattern = word("vote, signed off")
    assert [bool(re.search(pattern, text)) for text in ("to vote", "was signed off.", "votes")] == [True, True, False]
