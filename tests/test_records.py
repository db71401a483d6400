"""What the catalogue writes down of chunks, items, meetings and pages is what it reads again."""

from dataclasses import replace
from datetime import date

import pytest
from record_examples import MARCH, minute, page_of, report, row

from ingest.papers import Chunk, Item, Meeting, Page
from retrieval.records import (
    blob_to_words,
    chunk_to_json,
    item_to_record,
    json_to_chunk,
    meeting_to_record,
    record_to_item,
    record_to_meeting,
    words_to_blob,
)


@pytest.mark.parametrize("meeting", [MARCH, Meeting("Cabinet – “Board”", None), None])
def test_meetings(meeting: Meeting | None) -> None:
    """With a date, without one, and none at all."""
    assert record_to_meeting(meeting_to_record(meeting)) == meeting


def test_a_meeting_is_its_name_and_day() -> None:
    """As a person would write it down."""
    assert meeting_to_record(Meeting("Cabinet", date(2023, 3, 9))) == ["Cabinet", "2023-03-09"]


@pytest.mark.parametrize(
    "item", [Item("8a.", "Lease – £2m", (3, 9), MARCH, True, 4, ("11", "17")), Item("", "Minutes", (1, 1))]
)
def test_items(item: Item) -> None:
    """Every field."""
    assert record_to_item(item_to_record(item)) == item


@pytest.mark.parametrize(
    "chunk",
    [
        minute("Agreed the lease – £2m.\nNoted."),
        replace(report("No sitting.", meeting=None, heading="1. Why"), boxes=((1.0, 2.0, 3.5, 4.0),), paged=False),
        row(("School", "Mill Lane"), ("", "14"), unit="%", caption="Table 2"),
        replace(
            row(("Ward", "Ham")), spots=(((1, (1.0, 2.0, 3.5, 4.0)), (2, (1.0, 2.0, 3.5, 4.0))),), notes=((0, "Net"),)
        ),
    ],
)
def test_chunks(chunk: Chunk) -> None:
    """Every field, and so the same id."""
    again = json_to_chunk(chunk_to_json(chunk))
    assert (again, again.id) == (chunk, chunk.id)


def test_words_with_their_boxes() -> None:
    """In their order; a page without layout has none."""
    page = page_of(1, [report("The lease – £2m"), report("agreed")])
    assert blob_to_words(words_to_blob(page)) == page.words
    assert blob_to_words(words_to_blob(Page(1, "", "Text"))) == ()
