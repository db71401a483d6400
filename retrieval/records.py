"""Packs and chunks as JSON for the catalogue, and back: dates as ISO, words of a page packed small."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from ingest.papers import Chunk, Item, Kind, Meeting, Page, Word


def meeting_to_record(meeting: Meeting | None) -> list[str | None] | None:
    """A meeting as [committee, ISO date or None]."""
    return [meeting.committee, meeting.date.isoformat() if meeting.date else None] if meeting else None


def record_to_meeting(record: Sequence[str | None] | None) -> Meeting | None:
    """The meeting again."""
    if record is None:
        return None
    return Meeting(record[0] or "", date.fromisoformat(record[1]) if record[1] else None)


def item_to_record(item: Item) -> dict[str, Any]:
    """An item as a dictionary."""
    return asdict(item) | {"meeting": meeting_to_record(item.meeting)}


def record_to_item(record: dict[str, Any]) -> Item:
    """The item again."""
    spans = {name: tuple(record[name]) for name in ("pages", "printed", "clues")}
    return Item(**record | {"meeting": record_to_meeting(record["meeting"])} | spans)


def chunk_to_json(chunk: Chunk) -> str:
    """A chunk as JSON text."""
    item = item_to_record(chunk.item) if chunk.item else None
    fields = {name: getattr(chunk, name) for name in Chunk.__dataclass_fields__}
    return json.dumps(fields | {"meeting": meeting_to_record(chunk.meeting), "item": item}, ensure_ascii=False)


def json_to_chunk(text: str) -> Chunk:
    """The chunk again."""
    fields = json.loads(text)
    return Chunk(
        **fields
        | {
            "kind": Kind(fields["kind"]),
            "meeting": record_to_meeting(fields["meeting"]),
            "item": record_to_item(fields["item"]) if fields["item"] else None,
            "pages": tuple(fields["pages"]),
            "printed": tuple(fields["printed"]),
            "headings": tuple(fields["headings"]),
            "cells": tuple((head, cell) for head, cell in fields["cells"]),
            "boxes": tuple(tuple(box) for box in fields["boxes"]),
            "spots": tuple(tuple((page, tuple(box)) for page, box in spots) for spots in fields["spots"]),
            "notes": tuple((at, text) for at, text in fields["notes"]),
        }
    )


def words_to_blob(page: Page) -> bytes:
    """A page's words and boxes, packed."""
    return zlib.compress(json.dumps([[word.text, *word.box] for word in page.words]).encode(), 1)


def blob_to_words(blob: bytes) -> tuple[Word, ...]:
    """The words again."""
    return tuple(Word(text, (x0, top, x1, bottom)) for text, x0, top, x1, bottom in json.loads(zlib.decompress(blob)))
