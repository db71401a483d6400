"""How agendas word things: every pattern beside its example, and what must not fit."""

import re

import pytest

from ingest import agenda_words
from ingest.agenda_words import LISTED_PAGES, NOTES, note_alone, parted_note

TABLES = (
    *(agenda_words.FORMS, agenda_words.NO_STARTS, agenda_words.COLUMNS, agenda_words.PRIVATE_HEADS),
    *(agenda_words.PUBLIC_HEADS, agenda_words.RESTRICTIONS, agenda_words.EXCLUSIONS, agenda_words.EVER_PUBLIC),
    agenda_words.EXPLANATIONS,
)


@pytest.mark.parametrize("text", ["(Pages 5 - 12)", "[pp. 5-12]", "Pages 5 to 12", "(page nos. 5–12)", "Pages: 5 - 12"])
def test_pages_are_listed_in_many_forms(text: str) -> None:
    """In brackets or at the end of a line."""
    match = LISTED_PAGES.search(f"Minutes {text}")
    assert match and (match["first"], match["last"]) == ("5", "12")


@pytest.mark.parametrize("text", ["(public session)", "(page to follow)", "pages 5 and 6 of the plan", "stop 5"])
def test_other_brackets_list_no_pages(text: str) -> None:
    """Nor does a page amid a sentence."""
    assert not LISTED_PAGES.search(text)


@pytest.mark.parametrize(("name", "example"), [(name, example) for name, _, example in NOTES])
def test_notes_are_known_at_the_end_and_alone(name: str, example: str) -> None:
    """In brackets after the title, which is left, or on a line of their own."""
    assert parted_note(f"Budget ({example})") == ("Budget", name)
    assert note_alone(f"Report {example}") == name
    assert parted_note("Budget following the consultation") == ("Budget following the consultation", "")


@pytest.mark.parametrize(("pattern", "example"), [row for rows in TABLES for row in rows])
def test_each_example_fits_its_pattern(pattern: str, example: str) -> None:
    """From its beginning or within, whatever the capitals."""
    assert re.search(pattern, example, re.I)
