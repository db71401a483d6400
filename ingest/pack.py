"""Puts a document together: pages, what it is, its meeting, its items, the minutes within it, and its tables."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.agenda import FrontSheet, front_to_sheet, pages_to_front, sheet_to_items, stamped_item
from ingest.aligned import find_aligned
from ingest.documents import read_text
from ingest.errors import NotAPaper
from ingest.minutes import Minutes, pages_to_minutes
from ingest.papers import Box, Item, Meeting, Pack, PackKind, Page, Table
from ingest.pdf import read_pdf
from ingest.printed import number_pages
from ingest.tables import find_tables

READABLE = (".pdf", ".txt", ".text", ".md", ".markdown")
_JUNK_TITLE = re.compile(
    r"^(microsoft \w+ ?-|untitled|document\d*$|.*\.(docx?|pdf|xlsx?|pptx?|indd)$|\W*$|.{0,3}$)", re.I
)
_COVER_TITLE = re.compile(r"^(?:title(?: of report)?|subject(?: matter)?|report title)\s*:\s*(?P<title>\S.*)$", re.I)
_KINDS = (
    (
        PackKind.DECISION_SHEET,
        re.compile(r"(?<!proposed )(record of decisions?|decision (sheet|notice)|decisions taken)\b", re.I),
    ),
    (
        PackKind.REPORT,
        re.compile(
            r"^(title of report|report (to|of|by)|from|subject|date of meeting)\s*:|proposed record of",
            re.I | re.M,
        ),
    ),
    (PackKind.PLAN, re.compile(r"\b(plan|strategy|policy|framework)\b", re.I)),
)
_OPENING_LINES = 14


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its reader gives it, before anything is understood."""

    pages: tuple[Page, ...]
    title: str
    paged: bool
    tables: tuple[Table, ...]


def read_pack(path: Path) -> Pack:
    """Reads a file into a pack; raises PaperError with the reason where it cannot."""
    source = _source(path)
    sheet = front_to_sheet(pages_to_front(source.pages))
    listed = sheet_to_items(sheet, source.pages)
    found = _minutes(source.pages, listed)
    whole = found[0] if found and found[0].pages[0] == 1 and not listed else None
    kind = _kind(source.pages, sheet, whole)
    meeting = whole.meeting if whole else sheet.meeting
    items = listed or () if whole else (listed or _stamped(source.pages, meeting))
    return Pack(
        document=path.name,
        title=_title(source, kind, meeting, path),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        kind=kind,
        meeting=meeting,
        pages=source.pages,
        items=(*items, *(item for minutes in found for item in _held(minutes, whole))),
        tables=source.tables,
        supplements=tuple(item.number for item in items) if sheet.supplement else (),
        paged=source.paged,
    )


def _source(path: Path) -> Source:
    """The pages and tables of a file, by its kind."""
    if path.suffix.lower() not in READABLE:
        raise NotAPaper(f"{path.name}: files of this kind are not read; give PDF, text or Markdown")
    if path.stat().st_size == 0:
        raise NotAPaper(f"{path.name}: the file is empty; check the download")
    if path.suffix.lower() == ".pdf":
        reading = read_pdf(path)
        pages = number_pages(reading.pages)
        return Source(pages, reading.title, True, _tables(path, pages, reading.ruled))
    pages, paged = read_text(path)
    return Source(pages, "", paged, ())


def _tables(path: Path, pages: Sequence[Page], ruled: Sequence[int]) -> tuple[Table, ...]:
    """The tables of a PDF in reading order: the ruled ones, then those that only stand in columns."""
    found = list(find_tables(path, ruled))
    taken: dict[int, list[Box]] = {}
    for table in found:
        for number, box in table.areas:
            taken.setdefault(number, []).append(box)
    found += [table for page in pages if not page.unread for table in find_aligned(page, taken.get(page.number, ()))]
    return tuple(sorted(found, key=lambda table: (table.row_pages[0], table.row_boxes[0][1])))


def _minutes(pages: Sequence[Page], listed: Sequence[Item]) -> tuple[Minutes, ...]:
    """The sets of minutes in the whole document, or in each of its listed items."""
    if not listed:
        return pages_to_minutes(pages)
    within = (pages[item.pages[0] - 1 : item.pages[1]] for item in listed if not item.exempt)
    return tuple(minutes for part in within for minutes in pages_to_minutes(part))


def _held(minutes: Minutes, whole: Minutes | None) -> tuple[Item, ...]:
    """The items of a set of minutes, after the set itself where it stands within a pack."""
    if minutes is whole:
        return minutes.items
    return (Item("", f"Minutes of {minutes.meeting}", minutes.pages, minutes.meeting), *minutes.items)


def _stamped(pages: Sequence[Page], meeting: Meeting | None) -> tuple[Item, ...]:
    """Items known by their stamps alone, where there is no agenda; titled from the report's cover."""
    starts = [(page, number) for page in pages if (number := stamped_item(page))]
    ends = [*(page.number - 1 for page, _ in starts[1:]), len(pages)][: len(starts)]
    return tuple(
        Item(number, _cover_title(page) or f"Item {number}", (page.number, end), meeting)
        for (page, number), end in zip(starts, ends, strict=True)
    )


def _kind(pages: Sequence[Page], sheet: FrontSheet, whole: Minutes | None) -> PackKind:
    """What the document is, by its front sheet, its opening lines, and whether it records a sitting."""
    if any(entry.printed[0] for entry in sheet.entries):
        return PackKind.SUPPLEMENT if sheet.supplement else PackKind.AGENDA_PACK
    if whole:
        return PackKind.MINUTES
    opening = "\n".join(line.text for line in pages[0].lines[:_OPENING_LINES])
    if re.search(r"^agenda\b", opening, re.I | re.M) and len(sheet.entries) > 2:
        return PackKind.AGENDA_PACK
    return next((kind for kind, pattern in _KINDS if pattern.search(opening)), PackKind.OTHER)


def _title(source: Source, kind: PackKind, meeting: Meeting | None, path: Path) -> str:
    """The document's title: as it says itself, else by its meeting, its cover or its name."""
    if not _JUNK_TITLE.match(source.title):
        return source.title
    if meeting and kind in (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT, PackKind.MINUTES):
        return f"{meeting}: {kind.value}"
    return _cover_title(source.pages[0]) or re.sub(r"[_\s]+", " ", path.stem)


def _cover_title(page: Page) -> str:
    """The title on a report's cover, "" if it says none."""
    return next((m["title"].strip() for line in page.lines[:30] if (m := _COVER_TITLE.match(line.text.strip()))), "")
