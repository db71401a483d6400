"""The headings that councils' reports share."""

import re

import pytest

from ingest.sections import RECOMMENDATIONS, RECOMMENDS, SECTION, SECTIONS


@pytest.mark.parametrize(("pattern", "example"), SECTIONS)
def test_each_example_is_a_heading(pattern: str, example: str) -> None:
    """Alone, numbered, and before a colon."""
    assert re.search(pattern, example, re.I)
    assert all(map(SECTION.match, (example, f"{example}:", f"3. {example}", f"4.0 {example.upper()}")))


@pytest.mark.parametrize(("_", "example"), RECOMMENDATIONS)
def test_recommendations_are_known_as_such(_: str, example: str) -> None:
    """Other headings are none of them."""
    assert RECOMMENDS.match(example)
    assert not RECOMMENDS.match("Reasons for recommendations")


@pytest.mark.parametrize(
    "text",
    ["The recommendations are agreed.", "Financial risks are low", "Summary of the year 2024", "Options for 2025"],
)
def test_sentences_and_titles_are_no_sections(text: str) -> None:
    """The whole line must be one."""
    assert not SECTION.match(text)
