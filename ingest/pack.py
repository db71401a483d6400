"""Puts a document together: pages, what it is, its meeting, its items, the minutes within it, and its tables."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.agenda import FrontSheet, front_to_sheet, sheet_to_agenda, without_papers
from ingest.aligned import find_aligned
from ingest.clues import pages_to_front, sheet_to_items, stamped_item
from ingest.documents import PDF, READABLE, read_document
from ingest.doubts import meeting_doubts
from ingest.drawn import Drawing
from ingest.errors import NotAPaper
from ingest.fields import find_fields
from ingest.minutes import Minutes, pages_to_minutes
from ingest.notes import with_notes
from ingest.ocr import OcrSettings
from ingest.papers import Box, Item, Meeting, Pack, PackKind, Page, Table
from ingest.pdf import read_pdf
from ingest.printed import number_pages
from ingest.scans import read_scans
from ingest.structure import Entry as Bookmark
from ingest.tables import find_tables
from ingest.titles import cover_title, document_title
from ingest.unpaged import front_of, sections_to_minutes, sheet_to_sections

_KINDS = (
    (
        PackKind.DECISION_SHEET,
        re.compile(r"(?<!proposed )(record of decisions?|decision (sheet|notice|details)|decisions taken)\b", re.I),
    ),
    (
        PackKind.REPORT,
        re.compile(
            r"^(title of report|report (to|of|by)|from|subject|date of meeting)\s*:|proposed record of",
            re.I | re.M,
        ),
    ),
    (PackKind.OTHER, re.compile(r"\b(eqia|equality impact assessment|dpia)\b", re.I)),
    (PackKind.PLAN, re.compile(r"\b(plan|strategy|policy|framework)\b", re.I)),
    (PackKind.REPORT, re.compile(r"^.{0,60}\breport$", re.I | re.M)),
)
_OPENING_LINES = 14


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its reader gives it, before anything is understood."""

    pages: tuple[Page, ...]
    title: str
    paged: bool
    tables: tuple[Table, ...]
    outline: tuple[Bookmark, ...] = ()
    modified: str = ""


def read_pack(path: Path, ocr: OcrSettings | None = None) -> Pack:
    """Reads a file into a pack, pictures of text too where OCR is given; raises PaperError where it cannot."""
    source = _source(path, ocr)
    sheet = front_to_sheet(_front(source))
    listed = _listed(source, sheet)
    found = _minutes(source, listed)
    whole = found[0] if found and (found[0].pages[0], found[0].line) == (1, 0) and not listed else None
    kind = _kind(source, sheet, listed, whole)
    meeting = whole.meeting if whole else sheet.meeting
    items = () if whole else _items(listed, kind, sheet, source.pages)
    head = () if source.pages[0].unread else source.pages[0].lines
    return Pack(
        document=path.name,
        title=document_title(source.title, kind, meeting, head, path.stem),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        kind=kind,
        meeting=meeting,
        pages=source.pages,
        items=(*items, *(item for minutes in found for item in _held(minutes, whole))),
        tables=source.tables,
        supplements=tuple(item.number for item in items) if sheet.supplement else (),
        paged=source.paged,
        modified=source.modified,
        doubts=meeting_doubts(meeting, source.pages if whole else source.pages[:1]),
    )


def _source(path: Path, ocr: OcrSettings | None) -> Source:
    """The pages and tables of a file, by its kind."""
    if path.suffix.lower() not in READABLE:
        raise NotAPaper(f"{path.name}: files of this kind are not read; give PDF, Word (DOCX), HTML, text or Markdown")
    if path.stat().st_size == 0:
        raise NotAPaper(f"{path.name}: the file is empty; check the download")
    if path.suffix.lower() in PDF:
        reading = read_pdf(path)
        pages = number_pages(read_scans(path, reading.pages, ocr) if ocr else reading.pages)
        lettered = [drawing for drawing in reading.drawn if not _is_picture(pages[drawing.page - 1])]
        tables = _tables(pages, lettered)
        return Source(pages, reading.title, True, tables, reading.outline, reading.modified)
    flowing = read_document(path)
    return Source(flowing.pages, flowing.title, flowing.paged, flowing.tables)


def _is_picture(page: Page) -> bool:
    """Whether a page's text layer is not what it says: the words drawn between its rules are none."""
    return page.ocr or bool(page.unread)


def _tables(pages: Sequence[Page], drawn: Sequence[Drawing]) -> tuple[Table, ...]:
    """The tables of a PDF in reading order: those ruled, those that stand in columns, and blocks of fields."""
    found = list(find_tables(pages, drawn))
    taken: dict[int, list[Box]] = {}
    for table in found:
        for number, box in table.areas:
            taken.setdefault(number, []).append(box)
    last: Table | None = None
    for page in (page for page in pages if not page.unread):
        held = taken.setdefault(page.number, [])
        aligned = find_aligned(page, held, before=last if last and last.pages[1] == page.number - 1 else None)
        last = aligned[-1] if aligned else None
        held += [box for table in aligned for _, box in table.areas]
        fields = find_fields(page, held)
        held += [box for table in fields for _, box in table.areas]
        found += [*aligned, *fields]
    noted = (with_notes(table, pages, taken[table.areas[-1][0]]) for table in found)
    return tuple(sorted(noted, key=lambda table: (table.row_pages[0], table.row_boxes[0][1])))


def _front(source: Source) -> tuple[Page, ...]:
    return pages_to_front(source.pages, source.outline) if source.paged else (front_of(source.pages[0]),)


def _listed(source: Source, sheet: FrontSheet) -> tuple[Item, ...]:
    """The items that the agenda lists, where they stand."""
    if source.paged:
        return sheet_to_items(sheet, source.pages, source.outline)
    return sheet_to_sections(sheet, source.pages[0])


def _items(listed: tuple[Item, ...], kind: PackKind, sheet: FrontSheet, pages: Sequence[Page]) -> tuple[Item, ...]:
    """The items listed with their papers; else those stamped; else those of an agenda without papers."""
    if listed:
        order = [entry.number for entry in sheet.entries]
        return tuple(sorted((*listed, *without_papers(sheet, listed)), key=lambda item: order.index(item.number)))
    return _stamped(pages, sheet.meeting) or (sheet_to_agenda(sheet) if kind is PackKind.AGENDA_PACK else ())


def _minutes(source: Source, listed: Sequence[Item]) -> tuple[Minutes, ...]:
    """The sets of minutes in the whole document, or in each of its listed items."""
    pages = source.pages
    if not source.paged:
        return sections_to_minutes(listed, pages[0])
    if not listed:
        return pages_to_minutes(pages)
    within = (pages[item.pages[0] - 1 : item.pages[1]] for item in listed)
    return tuple(minutes for part in within for minutes in pages_to_minutes(part))


def _held(minutes: Minutes, whole: Minutes | None) -> tuple[Item, ...]:
    """The items of a set of minutes, after the set itself where it stands within a pack."""
    if minutes is whole:
        return minutes.items
    held = Item("", f"Minutes of {minutes.meeting}", minutes.pages, minutes.meeting, line=minutes.line, record=True)
    return (held, *minutes.items)


def _stamped(pages: Sequence[Page], meeting: Meeting | None) -> tuple[Item, ...]:
    """Items known by their stamps alone, where there is no agenda; titled from the report's cover."""
    starts = [(page, number) for page in pages if (number := stamped_item(page))]
    ends = [*(page.number - 1 for page, _ in starts[1:]), len(pages)][: len(starts)]
    return tuple(
        Item(
            number,
            cover_title(page.lines) or f"Item {number}",
            (page.number, end),
            meeting,
            clues=(f"stamp: PDF {page.number}",),
        )
        for (page, number), end in zip(starts, ends, strict=True)
    )


def _kind(source: Source, sheet: FrontSheet, listed: Sequence[Item], whole: Minutes | None) -> PackKind:
    """What the document is, by its front sheet, its opening lines, and whether it records a sitting."""
    if listed or any(entry.printed[0] for entry in sheet.entries):
        return PackKind.SUPPLEMENT if sheet.supplement else PackKind.AGENDA_PACK
    if whole:
        return PackKind.MINUTES
    opening = "\n".join(line.text for line in source.pages[0].lines[:_OPENING_LINES])
    if re.search(r"^agenda\b", opening, re.I | re.M) and len(sheet.entries) > 2:
        return PackKind.AGENDA_PACK
    return next((kind for kind, pattern in _KINDS if pattern.search(opening)), PackKind.OTHER)
