"""Documents that are no PDF: Word, HTML, Markdown and plain text; and the one list of all that is read.

They have no layout, and no pages but where form feeds part a text. Readers are imported when they are needed.
"""

import html
import re
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import BrokenPaper, NotAPaper
from ingest.flow import BODY_SIZE, flow_to_sheet, heading_size
from ingest.legible import unspaced
from ingest.papers import Line, Page, Table

PDF, WORD, WEB = (".pdf",), (".docx",), (".html", ".htm")
TEXT = (".txt", ".text", ".md", ".markdown")
READABLE = (*PDF, *WORD, *WEB, *TEXT)
LARGEST_TEXT = 32_000_000

_TAG = re.compile(r"</?(?:a|b|br|em|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.I)
_MARKUP = re.compile(r"\*\*|__|^\s*>\s?|^\s*\|?[-: |]{4,}\|?\s*$")
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
        pages, paged = read_text(path)
        return Flowing(pages, paged)
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


def read_text(path: Path) -> tuple[tuple[Page, ...], bool]:
    """The pages of a text or Markdown file, and whether they are real pages; raises NotAPaper or BrokenPaper."""
    if path.stat().st_size > LARGEST_TEXT:
        raise NotAPaper(f"{path.name}: more than {LARGEST_TEXT // 1_000_000} MB of text; give the papers alone")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BrokenPaper(f"{path.name}: not UTF-8 text (byte {fault.start}); save it as UTF-8") from fault
    if "\x00" in text:
        raise NotAPaper(f"{path.name}: not a text file (it holds NUL bytes); check what it is")
    sheets = text.split("\f")
    pages = tuple(_page(number, sheet) for number, sheet in enumerate(sheets, 1))
    if not any(page.text.strip() for page in pages):
        raise NotAPaper(f"{path.name}: the file is empty; check the download")
    return pages, len(sheets) > 1


def _page(number: int, sheet: str) -> Page:
    lines = tuple(line for row in sheet.splitlines() if (line := _line(row)).text)
    return Page(number, "", "\n".join(line.text for line in lines), lines=lines, unread=None if lines else "blank")


def _line(row: str) -> Line:
    """A row as it reads, without its marks of headings, of bold and of HTML."""
    row = html.unescape(_TAG.sub("", row))
    heading = _HEADING.match(row.strip())
    if heading:
        return Line(_plain(heading["title"]), size=heading_size(len(heading["marks"])), bold=True)
    bold, lead = _BOLD.match(row), _LEAD.match(row)
    return Line(_plain(row), size=BODY_SIZE, bold=bool(bold), lead=_plain(lead["lead"]) if lead and not bold else "")


def _plain(row: str) -> str:
    return " ".join(unspaced(_MARKUP.sub("", row)).split())
