"""PDF files: pages with words and boxes (pypdfium2), outline and labels (pypdf), and pictures of pages.

The one module that knows pypdf and pypdfium2. Boxes are points from the top left of the page as it is seen,
so a page that is stored turned has its boxes turned with it.
"""

import ctypes
import io
import logging
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf.errors import PyPdfError

from ingest.drawn import Drawing, count_marks, is_bold, paths_to_drawing
from ingest.errors import BrokenPaper, LockedPaper, NotAPaper
from ingest.legible import why_unread
from ingest.papers import Box, Line, Page, Word

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_JOINED = str.maketrans({"Ɵ": "ti", "Ʃ": "tt", "ƞ": "tti"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffe|\uffff")
_STRUCTURE_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
RULES_OF_A_TABLE = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a PDF's outline: depth from 0, title, and the page it opens, from 1."""

    depth: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF holds before it is understood: pages, outline, title, and what is drawn on pages with rules."""

    pages: tuple[Page, ...]
    outline: tuple[Entry, ...]
    title: str
    drawn: tuple[Drawing, ...]


def read_pdf(path: Path) -> Reading:
    """Reads a PDF; raises NotAPaper, LockedPaper or BrokenPaper with the reason."""
    with path.open("rb") as file:
        if b"%PDF" not in file.read(1024):
            raise NotAPaper(f"{path.name}: not a PDF (it does not begin with %PDF); convert it, or check the download")
    labels, outline, title = _structure(path)
    document = _opened(path)
    try:
        if len(document) == 0:
            raise BrokenPaper(f"{path.name}: the PDF has no pages; download it again")
        pages, drawn = [], []
        for index in range(len(document)):
            label = labels[index] if index < len(labels) else ""
            page, drawing = _page(document, index, label, path.name)
            pages.append(page)
            drawn += [drawing] if drawing else []
    finally:
        document.close()
    return Reading(tuple(pages), outline, title, tuple(drawn))


def picture(path: Path, page: int, boxes: Sequence[Box] = (), scale: float = 1.5) -> bytes:
    """A page (from 1) as a PNG with the boxes marked in yellow; `scale` is pixels a point."""
    from PIL import Image, ImageChops, ImageDraw

    document = _opened(path)
    try:
        if not 1 <= page <= len(document):
            raise BrokenPaper(f"{path.name}: there is no page {page}; it has {len(document)}")
        image = document[page - 1].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    marks = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(marks)
    for x0, top, x1, bottom in boxes:
        pen.rectangle([(x0 - 2) * scale, (top - 1) * scale, (x1 + 2) * scale, (bottom + 1) * scale], fill="#ffe566")
    file = io.BytesIO()
    ImageChops.multiply(image, marks).save(file, "PNG")
    return file.getvalue()


def _structure(path: Path) -> tuple[list[str], tuple[Entry, ...], str]:
    """Page labels, outline and title by pypdf; empty where they are damaged: the pages may still be read."""
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedPaper(f"{path.name}: the PDF needs a password; save a copy without one and add that")
        title = (reader.metadata.title if reader.metadata else None) or ""
        return list(reader.page_labels), tuple(_entries(reader, reader.outline, 0)), " ".join(title.split())
    except _STRUCTURE_FAULTS:
        return [], (), ""


def _entries(reader: pypdf.PdfReader, nodes: Any, depth: int) -> Iterator[Entry]:
    for node in nodes:
        if isinstance(node, list):
            yield from _entries(reader, node, depth + 1)
            continue
        page = reader.get_destination_page_number(node)
        if page is not None and page >= 0:
            yield Entry(depth, " ".join(str(node.title).split()), page + 1)


def _opened(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise LockedPaper(f"{path.name}: the PDF needs a password; save a copy without one and add that") from fault
        raise BrokenPaper(f"{path.name}: the PDF is damaged and cannot be opened; download it again") from fault


def _page(document: pdfium.PdfDocument, index: int, label: str, name: str) -> tuple[Page, Drawing | None]:
    """A page as read, and what is drawn on it if that may be a table."""
    try:
        page = document[index]
    except pdfium.PdfiumError as fault:
        raise BrokenPaper(f"{name}: page {index + 1} is damaged; download the file again") from fault
    sheet = page.get_textpage()
    turn = _Turn(page)
    lines: list[Line] = []
    placed: list[tuple[int, Word]] = []
    for start, text in _lines_of(sheet):
        here = list(_words_of(sheet, start, text, turn))
        placed += here
        for at, level in _levels(here):
            lines.append(Line(" ".join(word.text for word in level), _around(level), *_style(sheet, at)))
    paths, pictures = count_marks(page)
    drawing = paths_to_drawing(index + 1, paths, sheet, placed, turn.seen) if len(paths) >= RULES_OF_A_TABLE else None
    text = "\n".join(line.text for line in lines)
    words = tuple(word for _, word in placed)
    made = Page(index + 1, "", text, words, label, turn.size, why_unread(text, pictures), tuple(lines))
    sheet.close()
    page.close()
    return made, drawing


def _lines_of(sheet: pdfium.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Each line's place in the page's text and the line, as pdfium orders them."""
    start = 0
    for piece in re.split(r"(\r\n|\r|\n)", sheet.get_text_range(errors="replace")):
        if piece.strip():
            yield start, piece
        start += len(piece)


def _words_of(sheet: pdfium.PdfTextPage, start: int, line: str, turn: "_Turn") -> Iterator[tuple[int, Word]]:
    """The words of a line with their places in the text, without pdfium's marks of soft hyphens.

    Calibri's joined letters, which no English word has, are written out: MeeƟng is Meeting.
    """
    for match in re.finditer(r"\S+", line):
        text = _CONTROL.sub("", match.group()).translate(_JOINED)
        if text:
            at = start + match.start()
            first = raw.FPDFText_GetCharIndexFromTextIndex(sheet.raw, at)
            yield at, Word(text, turn.box(sheet, first, len(match.group())))


def _levels(placed: list[tuple[int, Word]]) -> Iterator[tuple[int, list[Word]]]:
    """Words of one level each, with the place of the last: pdfium joins a page's foot to its head."""
    here: list[Word] = []
    for index, (at, word) in enumerate(placed):
        here.append(word)
        following = placed[index + 1][1].box if index + 1 < len(placed) else None
        if following is None or following[1] > word.box[3] + 6 or following[3] < word.box[1] - 6:
            yield at, here
            here = []


class _Turn:
    """A page's size as seen, and the way from its stored coordinates to boxes as seen."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.size = (round(page.get_width(), 1), round(page.get_height(), 1))
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._rotation = page.get_rotation() % 360

    def box(self, sheet: pdfium.PdfTextPage, first: int, count: int) -> Box:
        """The box of a run of characters, as seen."""
        found = raw.FPDFText_CountRects(sheet.raw, first, count)
        corners = [ctypes.c_double() for _ in range(4)]
        rects = []
        for index in range(found):
            raw.FPDFText_GetRect(sheet.raw, index, *corners)
            left, top, right, bottom = (corner.value for corner in corners)
            rects.append(self.seen(left, bottom, right, top))
        if not rects:
            return (0.0, 0.0, 0.0, 0.0)
        x0, y0 = min(r[0] for r in rects), min(r[1] for r in rects)
        x1, y1 = max(r[2] for r in rects), max(r[3] for r in rects)
        return (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as seen, of one as stored."""
        if self._rotation == 90:
            return (bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        if self._rotation == 180:
            return (self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        if self._rotation == 270:
            return (self._top - top, self._right - right, self._top - bottom, self._right - left)
        return (left - self._left, self._top - top, right - self._left, self._top - bottom)


def _style(sheet: pdfium.PdfTextPage, text_index: int) -> tuple[float, bool]:
    """Size in points and boldness there (a line's last word speaks for it: labels before it are bold too)."""
    at = raw.FPDFText_GetCharIndexFromTextIndex(sheet.raw, text_index)
    matrix = raw.FS_MATRIX()
    scale = math.hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(sheet.raw, at, matrix) else 1.0
    return round(raw.FPDFText_GetFontSize(sheet.raw, at) * scale, 1), is_bold(sheet, at)


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words if word.box[2] > word.box[0]] or [words[0].box]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
