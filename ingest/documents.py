"""Plain text and Markdown: no layout, and no pages unless form feeds part them."""

import html
import re
from pathlib import Path

from ingest.errors import BrokenPaper, NotAPaper
from ingest.papers import Line, Page

_TAG = re.compile(r"</?(?:a|b|br|em|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.I)
_MARKUP = re.compile(r"\*\*|__|^\s*>\s?|^\s*\|?[-: |]{4,}\|?\s*$")
_HEADING = re.compile(r"^#{1,6}\s+(?P<title>.+?)\s*#*$")
_BOLD = re.compile(r"^\s*(?:[-*]\s+)?(?:\w{1,9}[.)]\s+)?\*\*[^*]+\*\*:?(?:\s*\([^()]*\))?\s*$")
HEADING_SIZE, BODY_SIZE = 12.0, 10.0


def read_text(path: Path) -> tuple[tuple[Page, ...], bool]:
    """The pages of a text or Markdown file, and whether they are real pages; raises NotAPaper or BrokenPaper."""
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
        return Line(_MARKUP.sub("", heading["title"]).strip(), size=HEADING_SIZE, bold=True)
    bold = _BOLD.match(row)
    return Line(" ".join(_MARKUP.sub("", row).split()), size=BODY_SIZE, bold=bool(bold))
