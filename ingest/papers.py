"""The types that flow from a file to the store: frozen, checked where they are made.

A page and what stands on it are in `pages`, tables in `tabular`, and named here too: this is the one door to the types.
Page numbers named `number` or `pages` are positions in the file, from 1; `printed` is the number that stands
on the page, "" where there is none; `label` is the PDF's own page label.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from ingest.pages import Box, Line, Page, Word, squash
from ingest.tabular import NamedCell, Note, Spot, Table

__all__ = [
    "Box",
    "Chunk",
    "Item",
    "Kind",
    "Line",
    "Meeting",
    "NamedCell",
    "Note",
    "Pack",
    "PackKind",
    "Page",
    "Span",
    "Spot",
    "Table",
    "Word",
    "identity",
    "place",
    "spoken",
    "squash",
]

Span: TypeAlias = tuple[int, int]


def identity(*parts: object) -> str:
    """A name made of contents: the same contents always give the same name (24 hex digits of SHA-256)."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24]


class Kind(StrEnum):
    """What a chunk is made of."""

    REPORT = "report"
    TABLE = "table"
    MINUTE = "minute"


class PackKind(StrEnum):
    """What a document is."""

    AGENDA_PACK = "agenda pack"
    SUPPLEMENT = "supplement"
    MINUTES = "minutes"
    DECISION_SHEET = "decision sheet"
    REPORT = "report"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting of a committee; `date` is None where the papers do not say."""

    committee: str
    date: date | None

    def __str__(self) -> str:
        return f"{self.committee}, {spoken(self.date)}" if self.date else self.committee


def spoken(day: date) -> str:
    """A date as people write it: 9 March 2023."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business: its number as printed, title, first and last page, and the sitting it belongs to.

    `line` is where it begins among the lines of its first page, and `printed` its first and last page as its
    agenda prints them, "" where it prints none. `note` is what the agenda says in place of pages: to follow,
    attached, verbal. `clues` are what each clue says of where the item stands ("stamp: PDF 60"), and `confidence`
    is the share of them that agree with its pages, 1.0 where none contradicts. A set of minutes within a pack is an
    item without a number that holds its minutes (`record`).
    """

    number: str
    title: str
    pages: Span
    meeting: Meeting | None = None
    exempt: bool = False
    line: int = 0
    printed: tuple[str, str] = ("", "")
    note: str = ""
    clues: tuple[str, ...] = ()
    confidence: float = 1.0
    record: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.pages[0] <= self.pages[1]:
            raise ValueError(f"item {self.number}: pages {self.pages} do not run forwards from 1")


@dataclass(frozen=True)
class Pack:
    """A document as read: what it is, which meeting it is for, its pages, items and tables.

    `supplements` are the numbers of the agenda items that a supplement adds to. `paged` is False for a text
    that has no pages: it is held as one page, which is never shown as a page number. `modified` is the ISO time at
    which the file says that it was last changed, "" where it does not say.
    """

    document: str
    title: str
    sha256: str
    kind: PackKind
    meeting: Meeting | None
    pages: tuple[Page, ...]
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()
    supplements: tuple[str, ...] = ()
    paged: bool = True
    modified: str = ""
    doubts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if [page.number for page in self.pages] != list(range(1, len(self.pages) + 1)):
            raise ValueError(f"{self.document}: pages are not 1 to {len(self.pages)} without a gap")
        for item in self.items:
            if item.pages[1] > len(self.pages):
                raise ValueError(f"{self.document}: item {item.number} ends past the last page")

    @property
    def id(self) -> str:
        """The pack's name by its contents and its file name."""
        return identity(self.document, self.sha256)

    def page(self, number: int) -> Page:
        """The page at that position, from 1."""
        return self.pages[number - 1]


@dataclass(frozen=True)
class Chunk:
    """A passage that can be quoted: verbatim text, the sitting its words record, its item, pages and place.

    `headings` say what stands above it (headings of a report, caption and header of a table) and are never
    quoted. `cells` of a table's row pair each header with its cell, those of a field its label with its value; empty
    for prose. `spots` are where each of the cells stands, and `notes` the table's notes, each with the place among
    the cells of the one that it qualifies, -1 for all. `apart` says why it is no content (sign-off, form, legal duty,
    housekeeping, contents, document control, repeated), "" where it is.
    """

    document: str
    title: str
    order: int
    kind: Kind
    pages: Span
    printed: tuple[str, str]
    text: str
    meeting: Meeting | None = None
    item: Item | None = None
    headings: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    paged: bool = True
    boxes: tuple[Box, ...] = field(default=(), repr=False)
    spots: tuple[tuple[Spot, ...], ...] = field(default=(), repr=False)
    notes: tuple[tuple[int, str], ...] = ()
    apart: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a chunk is not blank")
        if self.item and not self.item.pages[0] <= self.pages[0] <= self.pages[1] <= self.item.pages[1]:
            raise ValueError(f"pages {self.pages} lie outside item {self.item.number} {self.item.pages}")

    @cached_property
    def id(self) -> str:
        """The chunk's name by its contents and place."""
        return identity(self.document, self.order, self.kind, self.pages, self.text)

    @property
    def context(self) -> str:
        """What is embedded: committee, date, item and headings, then the text."""
        item = f"{self.item.number} {self.item.title}" if self.item else ""
        above = [str(self.meeting) if self.meeting else self.title, item, *self.headings]
        body = "; ".join(f"{head}: {cell}" if head else cell for head, cell in self.cells) or self.text
        return "\n".join([" · ".join(part for part in above if part), body])

    @property
    def where(self) -> str:
        """How the place is named to people: Cabinet, 9 March 2023, minute 118, printed page 9 (PDF 12)."""
        page = self.pages[0] if self.paged else None
        return place(self.meeting, self.title, self.item, self.kind, page, self.printed[0])


def place(
    meeting: Meeting | None, title: str, item: Item | None, kind: Kind, pdf_page: int | None, printed: str
) -> str:
    """A place in the papers as people name it."""
    parts = [str(meeting) if meeting else title]
    if item and item.number:
        parts.append(f"{'minute' if kind is Kind.MINUTE else 'item'} {item.number.rstrip('.')}")
    if pdf_page is not None:
        parts.append(f"printed page {printed} (PDF {pdf_page})" if printed else f"PDF page {pdf_page}")
    return ", ".join(parts)
