"""Sentences as records number and abbreviate them."""

import pytest

from ingest.sentences import announces, sentences


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ("See No. 4 of Mr. Hill, i.e. The list. Agreed.", ["See No. 4 of Mr. Hill, i.e. The list.", "Agreed."]),
        ("It cost £2.5m in all. £1m was lent.", ["It cost £2.5m in all.", "£1m was lent."]),
        ("1. The lease. 2. The rent.", ["1. The lease.", "2. The rent."]),
        ("(a) Noted! Was it? Yes.", ["(a) Noted!", "Was it?", "Yes."]),
        ("no full stop", ["no full stop"]),
        ("", []),
    ],
)
def test_sentences(paragraph: str, parts: list[str]) -> None:
    """A number before a sentence stays with it; short forms and decimals end none."""
    assert list(sentences(paragraph)) == parts


@pytest.mark.parametrize("text", ["Cabinet agreed to:-", "The parts are:", "It is recommended that Cabinet;"])
def test_a_colon_or_a_lone_semicolon_announces(text: str) -> None:
    """What comes next belongs to it."""
    assert announces(text)


@pytest.mark.parametrize("text", ["1. the lease;", "(a) the rent;", "the lease; the rent;", "Noted.", ";", ""])
def test_points_and_sentences_announce_nothing(text: str) -> None:
    """Nor does a list within a line."""
    assert not announces(text)
