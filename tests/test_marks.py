"""Marks that give an action to somebody."""

import re

import pytest

from ingest.register.marks import MARKS, words_to_mark


@pytest.mark.parametrize(("pattern", "example", "owner", "action"), MARKS)
def test_each_mark_reads_its_example(pattern: str, example: str, owner: str, action: str) -> None:
    """The table's examples give the owner and action beside them."""
    mark = words_to_mark(example)
    assert mark is not None and (mark.owner, mark.action) == (owner, action)
    assert re.search(pattern, example)


@pytest.mark.parametrize("words", ["The action taken was noted", "Action plans were tabled", "in action on Monday"])
def test_the_word_action_alone_is_no_mark(words: str) -> None:
    """A mark names somebody."""
    assert words_to_mark(words) is None
