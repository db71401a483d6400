"""Documents that are no PDF: Word, HTML, Markdown and plain text; and the one list of all that is read.

They have no layout, and no pages but where form feeds part a text. Readers are imported when they are needed.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ingest.errors import BrokenPaper, NotAPaper
from ingest.flow import Cell, Frame, Paragraph, Part, flow_to_sheet
from ingest.papers import Page, Table

PDF, WORD, WEB = (".pdf",), (".docx",), (".html", ".htm")
TEXT = (".txt", ".text", ".md", ".markdown")
READABLE = (*PDF, *WORD, *WEB, *TEXT)
LARGEST_TEXT = 32_000_000

_TAG = re.compile(r"</?(?:a|b|br|em|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.I)
_MARKUP = re.compile(r"\*\*|__|^\s*>\s?|^\s*\|?[-: |]{4,}\|?\s*$")
_TABLED, _RULE = re.compile(r"^\s*\|.*\|\s*$"), re.compile(r"^[\s|:-]*-[\s|:-]*$")
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<title>.+?)\s*#*$")
_BOLD = re.compile(r"^\s*(?:[-*]\s+)?(?:\w{1,9}[.)]\s+)?\*\*[^*]+\*\*:?(?:\s*\([^()]*\))?\s*$")
_LEAD = re.compile(r"^\s*(?:[-*]\s+)?(?:\w{1,9}[.)]\s+)?\*\*(?P<lead>[^*]+)\*\*")


@dataclass(frozen=True, slots=True)
class Flowing:
    """A document that is no PDF, as read: its pages and whether they are real pages, its title, and its tables."""

    pages: tuple[Page, ...]
    paged: bool
    title: str = ""
    tables: tuple[Table, ...] = ()


def read_document(path: Path) -> Flowing:
    """Reads a Word document, an HTML page or a text; raises a PaperError with the reason where it cannot."""
    kind = path.suffix.lower()
    if kind in TEXT:
        return read_text(path)
    if kind in WORD:
        from ingest.docx import read_docx

        parts, title = read_docx(path)
    else:
        from ingest.html import read_html

        parts, title = read_html(path)
    page, tables = flow_to_sheet(parts)
    if not page.lines:
        raise NotAPaper(f"{path.name}: it holds no text; check the file")
    return Flowing((page,), False, title, tables)


def read_text(path: Path) -> Flowing:
    """A text or Markdown file; raises NotAPaper or BrokenPaper."""
    if path.stat().st_size > LARGEST_TEXT:
        raise NotAPaper(f"{path.name}: more than {LARGEST_TEXT // 1_000_000} MB of text; give the papers alone")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BrokenPaper(f"{path.name}: not UTF-8 text (byte {fault.start}); save it as UTF-8") from fault
    if "\x00" in text:
        raise NotAPaper(f"{path.name}: not a text file (it holds NUL bytes); check what it is")
    sheets = [flow_to_sheet(_parts(sheet), number) for number, sheet in enumerate(text.split("\f"), 1)]
    if not any(page.lines for page, _ in sheets):
        raise NotAPaper(f"{path.name}: the file is empty; check the download")
    tables = tuple(table for _, held in sheets for table in held)
    return Flowing(tuple(page for page, _ in sheets), len(sheets) > 1, tables=tables)


def _parts(sheet: str) -> Iterator[Part]:
    """The rows of a sheet as paragraphs, those of Markdown's tables as tables."""
    for drawn, rows in groupby(sheet.splitlines(), key=lambda row: bool(_TABLED.match(row))):
        held = list(rows)
        if drawn and len(held) > 1 and _RULE.match(held[1]):
            yield Frame(tuple(_cells(row, heads=at == 0) for at, row in enumerate(held) if at != 1))
        else:
            yield from map(_paragraph, held)


def _cells(row: str, heads: bool) -> tuple[Cell, ...]:
    texts = row.strip().strip("|").split("|")
    return tuple(Cell((_paragraph(text.strip()),) if text.strip() else (), heads=heads) for text in texts)


def _paragraph(row: str) -> Paragraph:
    """A row as it reads, without its marks of headings, of bold and of HTML."""
    row = html.unescape(_TAG.sub("", row))
    heading = _HEADING.match(row.strip())
    if heading:
        return Paragraph(_MARKUP.sub("", heading["title"]), len(heading["marks"]))
    bold, lead = _BOLD.match(row), _LEAD.match(row)
    return Paragraph(_MARKUP.sub("", row), 0, bool(bold), _MARKUP.sub("", lead["lead"]) if lead and not bold else "")
