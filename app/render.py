"""What others rely on: answers, passages and documents as JSON, and answers as text for people."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any

from ingest.papers import Chunk, Item, Meeting, Pack, Page, Table
from retrieval.answers import Answer, Citation, Passage, Status

WIDTH = 96
PARTS = re.compile(r"([:;](?: and| or)?) (?=\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)] )")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Text that is safe on a terminal: control characters become blanks, but for new lines and tabs."""
    return CONTROLS.sub(" ", text)


def laid_out(text: str) -> str:
    """Text with the numbered parts of a resolution on lines of their own."""
    return PARTS.sub(r"\1\n", text)


def answer_json(answer: Answer) -> dict[str, Any]:
    """An answer as `ask --json` gives it."""
    return {
        "question": answer.question,
        "status": str(answer.status),
        "answer": answer.text,
        "reason": answer.reason,
        "citations": [citation_json(citation) for citation in answer.citations],
        "confidence": round(answer.confidence, 3),
        "writer": answer.writer,
        "seconds": round(answer.seconds, 3),
        "notes": list(answer.notes),
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation: where it stands, the words quoted and their boxes."""
    chunk = citation.chunk
    return {
        "mark": citation.mark,
        "document": chunk.document,
        "title": chunk.title,
        "meeting": meeting_json(citation.meeting),
        "item": item_json(chunk.item),
        "kind": str(chunk.kind),
        "pdf_page": citation.pdf_page if chunk.paged else None,
        "page_label": citation.printed,
        "quote": citation.quote,
        "boxes": [list(box) for box in citation.boxes],
        **_also_json(citation.also),
    }


def passage_json(passage: Passage) -> dict[str, Any]:
    """A passage as `search --json` gives it; with its standing, where another text is to be preferred to it."""
    standing = {} if passage.footing.counts else {"standing": passage.footing.name}
    return {"rank": passage.rank, **chunk_json(passage.chunk), **standing, **_also_json(passage.also)}


def _also_json(also: Sequence[Chunk]) -> dict[str, Any]:
    """Where the same words stand too, if anywhere."""
    places = [
        {"document": copy.document, "pdf_page": copy.pages[0] if copy.paged else None, "page_label": copy.printed[0]}
        for copy in also
    ]
    return {"also": places} if places else {}


def chunk_json(chunk: Chunk) -> dict[str, Any]:
    """A chunk as `search --json` gives it: its place and its text."""
    return {
        "document": chunk.document,
        "pdf_page": chunk.pages[0] if chunk.paged else None,
        "page_label": chunk.printed[0],
        "meeting": meeting_json(chunk.meeting),
        "item": item_json(chunk.item),
        "kind": str(chunk.kind),
        "text": chunk.text,
    }


def meeting_json(meeting: Meeting | None) -> dict[str, Any] | None:
    """A sitting: its committee and its date."""
    if meeting is None:
        return None
    return {"committee": meeting.committee, "date": meeting.date.isoformat() if meeting.date else None}


def item_json(item: Item | None) -> dict[str, Any] | None:
    """An item of business: its number and title."""
    return {"number": item.number.rstrip("."), "title": item.title} if item else None


def show_json(pack: Pack, chunks: Sequence[Chunk]) -> dict[str, Any]:
    """A document as `show --json` gives it: items, pages, tables and chunks."""
    return {
        **document_json(pack),
        "doubts": list(pack.doubts),
        "pages": [_page_json(pack, page) for page in pack.pages],
        "tables": [_table_json(table) for table in pack.tables],
        "chunks": [{**chunk_json(chunk), "headings": list(chunk.headings), "apart": chunk.apart} for chunk in chunks],
    }


def document_json(pack: Pack) -> dict[str, Any]:
    """What a document is: its name, title, kind, meeting and items."""
    return {
        "document": pack.document,
        "title": pack.title,
        "kind": str(pack.kind),
        "meeting": meeting_json(pack.meeting),
        "items": [_agenda_json(pack, item) for item in pack.items],
    }


def _agenda_json(pack: Pack, item: Item) -> dict[str, Any]:
    first, last = item.pages
    return {
        "number": item.number.rstrip("."),
        "title": item.title,
        "pages": [first, last] if pack.paged else None,
        "printed": [pack.page(first).printed, pack.page(last).printed],
        "exempt": item.exempt,
        "note": item.note,
        "clues": list(item.clues),
        "confidence": item.confidence,
        "meeting": meeting_json(item.meeting or pack.meeting),
    }


def _page_json(pack: Pack, page: Page) -> dict[str, Any]:
    item = item_of(pack.items, page.number)
    return {
        "pdf_page": page.number if pack.paged else None,
        "page_label": page.printed,
        "item": item.number.rstrip(".") if item else None,
        "unread": page.unread,
        "ocr": page.ocr,
    }


def item_of(items: Sequence[Item], number: int) -> Item | None:
    """The innermost item that a page belongs to; of equals the first."""
    holding = [item for item in items if item.pages[0] <= number <= item.pages[1]]
    return min(holding, key=lambda item: item.pages[1] - item.pages[0], default=None)


def _table_json(table: Table) -> dict[str, Any]:
    return {
        "pages": list(table.pages),
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "unit": table.unit,
        "units": list(table.units),
        "caption": table.caption,
        "fields": table.fields,
        "spots": [[list(map(list, spots)) for spots in row] for row in table.spots],
        "notes": [{"mark": n.mark, "text": n.text, "cells": list(map(list, n.cells))} for n in table.notes],
    }


def answer_text(answer: Answer, width: int = WIDTH) -> str:
    """An answer for the terminal: what is said and its citations, or why not and the nearest places."""
    if answer.status is Status.ANSWERED:
        parts = [
            _wrap(laid_out(answer.text), width),
            *(citation_text(citation, width) for citation in answer.citations),
        ]
    else:
        parts = [_wrap(answer.reason or "", width)]
        if answer.nearest:
            named = (f"- {plain(near.chunk.where)}\n    {plain(near.chunk.document)}" for near in answer.nearest)
            places = "\n".join(dict.fromkeys(named))
            parts.append(f"The nearest places:\n{places}")
    return "\n\n".join(parts + [_wrap(f"Note: {note}", width) for note in answer.notes])


def citation_text(citation: Citation, width: int = WIDTH) -> str:
    """A citation for the terminal: its mark and place, its quote, its file."""
    quote = textwrap.indent(_wrap(f"“{laid_out(citation.quote)}”", width - 4), "    ")
    file = _files(citation.chunk, citation.also)
    return f"[{citation.mark}] {plain(citation.where)}\n{quote}\n    {file}"


def passage_text(passage: Passage, width: int = WIDTH) -> str:
    """A passage for the terminal: its rank and place, the start of its text, its file."""
    start = textwrap.shorten(plain(passage.chunk.text), 4 * width, placeholder=" …")
    text = textwrap.indent(_wrap(start, width - 4), "    ")
    known = "" if passage.footing.counts else f" ({passage.footing.name})"
    return f"{passage.rank}. {plain(passage.chunk.where)}{known}\n{text}\n    {_files(passage.chunk, passage.also)}"


def _files(chunk: Chunk, also: Sequence[Chunk]) -> str:
    """The file of a passage, and those that have the same words."""
    copies = ", ".join(f"{copy.document}, PDF page {copy.pages[0]}" if copy.paged else copy.document for copy in also)
    return plain(chunk.document + (f" (the same words in {copies})" if copies else ""))


def _wrap(text: str, width: int) -> str:
    """Text wrapped to a width, its own line breaks kept."""
    return "\n".join(textwrap.fill(line, width) for line in plain(text).splitlines())
