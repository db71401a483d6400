"""What a PDF says of itself beside its pages: outline, page labels, title, and when it was changed; alone knows pypdf.

It is read apart from the pages, so that a file whose structure is damaged may still be read.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError)
"""What pypdf raises on damaged files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a PDF's outline: depth from 0, title, and the page it opens, from 1."""

    depth: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Structure:
    """Page labels, outline, title, and the ISO time of the last change; empty where the file does not say."""

    labels: tuple[str, ...] = ()
    outline: tuple[Entry, ...] = ()
    title: str = ""
    modified: str = ""


def read_structure(path: Path) -> Structure:
    """The structure of a PDF, each part empty where it is damaged or locked."""
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            return Structure()
        told: Any = reader.metadata or {}
        title, changed = str(told.get("/Title") or ""), str(told.get("/ModDate") or "")
        labels = tuple(reader.page_labels)
    except _FAULTS:
        return Structure()
    return Structure(labels, _outline(reader), " ".join(title.split()), _time(changed))


def _outline(reader: pypdf.PdfReader) -> tuple[Entry, ...]:
    try:
        return tuple(_entries(reader, reader.outline, 0))
    except _FAULTS:
        return ()


def _entries(reader: pypdf.PdfReader, nodes: Any, depth: int) -> Iterator[Entry]:
    """The entries that open a page, in order, those under an entry after it."""
    for node in nodes:
        if isinstance(node, list):
            yield from _entries(reader, node, depth + 1)
            continue
        page = reader.get_destination_page_number(node)
        if page is not None and page >= 0:
            yield Entry(depth, " ".join(str(node.title).split()), page + 1)


def _time(text: str) -> str:
    """A PDF's time (D:20230301120000+00'00') as an ISO time; "" where it is none."""
    try:
        return datetime.strptime(text[2:16], "%Y%m%d%H%M%S").isoformat()
    except ValueError:
        return ""
