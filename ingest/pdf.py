"""PDF files: pages with words and boxes, what `structure` finds of outline, labels and title, and pictures of pages.

The one module that opens pages; with `glyphs` and `drawn` the only one that knows pypdfium2. A page is turned so that
most of its text is upright, whatever the file says of its rotation, and boxes are points from its top left then;
`Page.turn` says how far it was turned beyond what a viewer shows, for `picture` to show it so too.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from ingest.composed import glyphs_to_lines
from ingest.drawn import Drawing, count_marks, paths_to_drawing
from ingest.errors import BrokenPaper, LockedPaper, NotAPaper
from ingest.glyphs import Glyphs, sheet_to_turn
from ingest.legible import why_unread
from ingest.papers import Box, Page
from ingest.structure import Entry, read_structure
from ingest.turn import FULL, Turn

if TYPE_CHECKING:
    from PIL.Image import Image

logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

RULES_OF_A_TABLE = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF holds before it is understood: pages, outline, title, what is drawn on pages with rules.

    `modified` is the ISO time of its last change, "" where the file does not say.
    """

    pages: tuple[Page, ...]
    outline: tuple[Entry, ...]
    title: str
    drawn: tuple[Drawing, ...]
    modified: str = ""


def read_pdf(path: Path) -> Reading:
    """Reads a PDF; raises NotAPaper, LockedPaper or BrokenPaper with the reason."""
    with path.open("rb") as file:
        if b"%PDF" not in file.read(1024):
            raise NotAPaper(f"{path.name}: not a PDF (it does not begin with %PDF); convert it, or check the download")
    document = _opened(path)
    try:
        if len(document) == 0:
            raise BrokenPaper(f"{path.name}: the PDF has no pages; download it again")
        structure = read_structure(path)
        pages, drawn = [], []
        for index in range(len(document)):
            label = structure.labels[index] if index < len(structure.labels) else ""
            page, drawing = _page(document, index, label, path.name)
            pages.append(page)
            drawn += [drawing] if drawing else []
    finally:
        document.close()
    return Reading(tuple(pages), structure.outline, structure.title, tuple(drawn), structure.modified)


def picture(path: Path, page: int, boxes: Sequence[Box] = (), scale: float = 1.5, turn: int = 0) -> bytes:
    """A page (from 1) as a PNG with the boxes marked in yellow; `scale` is pixels a point, `turn` the page's own."""
    from PIL import Image, ImageChops, ImageDraw

    document = _opened(path)
    try:
        if not 1 <= page <= len(document):
            raise BrokenPaper(f"{path.name}: there is no page {page}; it has {len(document)}")
        image = document[page - 1].render(scale=scale, rotation=turn).to_pil().convert("RGB")
    finally:
        document.close()
    marks = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(marks)
    for x0, top, x1, bottom in boxes:
        pen.rectangle([(x0 - 2) * scale, (top - 1) * scale, (x1 + 2) * scale, (bottom + 1) * scale], fill="#ffe566")
    file = io.BytesIO()
    ImageChops.multiply(image, marks).save(file, "PNG")
    return file.getvalue()


def images(path: Path, pages: Sequence[Page], scale: float) -> "Iterator[Image]":
    """Pictures of pages as they were read, one after the other; `scale` is pixels a point."""
    document = _opened(path)
    try:
        for page in pages:
            yield document[page.number - 1].render(scale=scale, rotation=page.turn).to_pil().convert("RGB")
    finally:
        document.close()


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
    shown = page.get_rotation()
    sheet = _upright(page)
    turn = Turn(page.get_bbox(), page.get_rotation())
    glyphs = Glyphs(sheet, turn)
    placed, lines = glyphs_to_lines(glyphs)
    paths, pictures = count_marks(page)
    drawing = paths_to_drawing(index + 1, paths, glyphs, placed) if len(paths) >= RULES_OF_A_TABLE else None
    text = "\n".join(line.text for line in lines)
    words = tuple(word for _, word in placed)
    unread, turned = why_unread(text, pictures), (turn.degrees - shown) % FULL
    made = Page(index + 1, "", text, words, label, turn.size, unread, lines, turned)
    sheet.close()
    page.close()
    return made, drawing


def _upright(page: pdfium.PdfPage) -> pdfium.PdfTextPage:
    """The text of a page, which is turned so that most of it runs from left to right."""
    sheet = page.get_textpage()
    needed = sheet_to_turn(sheet)
    if needed is None or needed == page.get_rotation():
        return sheet
    sheet.close()
    page.set_rotation(needed)
    return page.get_textpage()
