"""The characters of an open page of a PDF: its text, where runs of it stand, and how they are set.

Knows pypdfium2 as `ingest.pdf` does, which opens the page. Every call into pdfium costs a microsecond, and a pack has
a million characters: so boxes are asked for words, not letters, and type once for each text object.
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.pages import Box
from ingest.turn import FULL, Turn

NO_BOX = (0.0, 0.0, 0.0, 0.0)
_count_rects, _get_rect = raw.FPDFText_CountRects, raw.FPDFText_GetRect
_FORCED_BOLD = 0x40000
_BOLD_WEIGHT = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"cmbx")
"""What the names of bold fonts hold; cmbx are TeX's."""
_LETTERS, _SAMPLES = 16, 32


@dataclass(frozen=True, slots=True)
class Type:
    """How characters are set: size in points, and whether they are bold."""

    size: float
    bold: bool


class Glyphs:
    """The characters of a page's text layer; places are those in `text`, boxes those of the upright page."""

    def __init__(self, sheet: pdfium.PdfTextPage, turn: Turn) -> None:
        self.sheet = sheet.raw
        self.seen = turn.seen
        self.text: str = sheet.get_text_range(errors="replace")
        last = len(self.text) - 1
        self._direct = sheet.count_chars() == last + 1 and self._asked_index(last) == last
        self._corners = tuple(ctypes.c_double() for _ in range(4))
        self._matrix, self._name, self._flags = raw.FS_MATRIX(), ctypes.create_string_buffer(128), ctypes.c_int()
        self._rect = raw.FS_RECTF()
        self._types: dict[int, Type] = {}

    def index(self, place: int) -> int:
        """Which of pdfium's characters stands at a place in the text: it leaves out some and makes up some."""
        return place if self._direct else self._asked_index(place)

    def box(self, place: int, count: int) -> Box:
        """The box of a run of characters, without one where nothing is drawn."""
        sheet, (left, top, right, bottom) = self.sheet, self._corners
        found = _count_rects(sheet, place if self._direct else self._asked_index(place), count)
        if not _get_rect(sheet, 0, left, top, right, bottom):
            return NO_BOX
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        for at in range(1, found):
            _get_rect(sheet, at, left, top, right, bottom)
            x0, y0 = min(x0, left.value), min(y0, bottom.value)
            x1, y1 = max(x1, right.value), max(y1, top.value)
        x0, y0, x1, y1 = self.seen(x0, y0, x1, y1)
        return (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))

    def type_box(self, index: int, box: Box) -> Box:
        """The box of one of pdfium's characters, as tall and wide as its type; `box` where that is not known."""
        rect = self._rect
        if not raw.FPDFText_GetLooseCharBox(self.sheet, index, rect):
            return box
        found = self.seen(rect.left, rect.bottom, rect.right, rect.top)
        return found if found[0] < found[2] and found[1] < found[3] else box

    def owner(self, place: int) -> int:
        """The address of the text object that drew a character; 0 where pdfium made the character up."""
        found = raw.FPDFText_GetTextObject(self.sheet, self.index(place))
        return ctypes.addressof(found.contents) if found else 0

    def type(self, place: int, owner: int) -> Type:
        """How a character of a text object is set; asked once for each."""
        if owner not in self._types or not owner:
            self._types[owner] = self._asked_type(place)
        return self._types[owner]

    def _asked_index(self, place: int) -> int:
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self.sheet, place))

    def _asked_type(self, place: int) -> Type:
        at = self.index(place)
        matrix, name, flags = self._matrix, self._name, self._flags
        scale = math.hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(self.sheet, at, matrix) else 1.0
        raw.FPDFText_GetFontInfo(self.sheet, at, name, 128, flags)
        known = name.value.lower()
        bold = any(mark in known for mark in _BOLD_NAMES) or bool(flags.value & _FORCED_BOLD)
        heavy = bold or raw.FPDFText_GetFontWeight(self.sheet, at) >= _BOLD_WEIGHT
        return Type(round(raw.FPDFText_GetFontSize(self.sheet, at) * scale, 1), heavy)


def sheet_to_turn(sheet: pdfium.PdfTextPage) -> int | None:
    """How far a stored page must be turned clockwise for most of its text to be upright; None of little text."""
    count, turns = sheet.count_chars(), Counter[int]()
    for at in range(0, count, 1 + count // _SAMPLES):
        if raw.FPDFText_GetTextObject(sheet.raw, at) and raw.FPDFText_GetUnicode(sheet.raw, at) > ord(" "):
            turns[round(math.degrees(raw.FPDFText_GetCharAngle(sheet.raw, at)) / 90) % 4 * 90] += 1
    if turns.total() < _LETTERS:
        return None
    angle, found = turns.most_common(1)[0]
    return (FULL - angle) % FULL if 2 * found > turns.total() else None
