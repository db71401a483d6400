"""What is drawn on a page of a PDF beside its text: ruling lines, tints, and the words parted where a rule parts them.

Knows pypdfium2 as `ingest.pdf` does, which calls it with the page open. A page of more lines than `MOST_RULES` is a
map or a chart: it has no rules here.
"""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.lines import Piece
from ingest.papers import Box, Word

MOST_RULES = 6000
_LEAST = 1.0
_STRAIGHT = 0.05
_DEPTH = 3
_APART = 1.0
_WHITE = 255

Seen: TypeAlias = Callable[[float, float, float, float], Box]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page's ruling lines (boxes without width or without height), tints, and printed pieces in their order."""

    page: int
    rules: tuple[Box, ...]
    tints: tuple[Box, ...]
    pieces: tuple[Piece, ...]


def count_marks(page: pdfium.PdfPage) -> tuple[list[pdfium.PdfObject], int]:
    """The drawn paths of a page and how many pictures it has, forms included."""
    paths, pictures = [], 0
    for found in page.get_objects(max_depth=_DEPTH):
        if found.type == raw.FPDF_PAGEOBJ_PATH:
            paths.append(found)
        pictures += found.type == raw.FPDF_PAGEOBJ_IMAGE
    return paths, pictures


def paths_to_drawing(
    number: int,
    paths: Sequence[pdfium.PdfObject],
    sheet: pdfium.PdfTextPage,
    words: Sequence[tuple[int, Word]],
    seen: Seen,
) -> Drawing:
    """The drawing of a page; `words` come with their places in the text, `seen` turns what is stored."""
    rules: list[Box] = []
    tints: list[Box] = []
    for path in paths:
        lines = [seen(*line) for line in _straight_lines(path)]
        rules += [line for line in lines if max(line[2] - line[0], line[3] - line[1]) >= _LEAST]
        if lines and _is_tinted(path):
            x0, top, x1, bottom = zip(*lines, strict=True)
            tints.append((min(x0), min(top), max(x1), max(bottom)))
        if len(rules) > MOST_RULES:
            return Drawing(number, (), (), ())
    upright = [rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1]]
    return Drawing(number, tuple(rules), tuple(tints), tuple(_shown(sheet, words, upright, seen)))


def _shown(
    sheet: pdfium.PdfTextPage, words: Sequence[tuple[int, Word]], upright: Sequence[Box], seen: Seen
) -> Iterator[Piece]:
    """The pieces of the words that are not clipped away."""
    windows: dict[int | None, Box | None] = {}
    for text_at, word in words:
        at = raw.FPDFText_GetCharIndexFromTextIndex(sheet.raw, text_at)
        text = raw.FPDFText_GetTextObject(sheet.raw, at)
        address = ctypes.cast(text, ctypes.c_void_p).value
        if address not in windows:
            windows[address] = _window(text, seen) if address else None
        for piece in _pieces(sheet, at, word, upright, seen):
            if _is_seen(piece, windows[address]):
                yield piece


def _window(text: raw.FPDF_PAGEOBJECT, seen: Seen) -> Box | None:
    """What a text object's clip path leaves to be seen; None where it has none."""
    clip = raw.FPDFPageObj_GetClipPath(text)
    x, y = ctypes.c_float(), ctypes.c_float()
    windows = []
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        points = []
        for at in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
            points.append((x.value, y.value))
        if points:
            across, up = zip(*points, strict=True)
            windows.append(seen(min(across), min(up), max(across), max(up)))
    if not windows:
        return None
    x0, top, x1, bottom = zip(*windows, strict=True)
    return (max(x0), max(top), min(x1), min(bottom))


def _is_seen(piece: Piece, window: Box | None) -> bool:
    """Whether the middle of a piece lies in the window, or within a point of it."""
    x, y = piece.middle
    return not window or (window[0] - 1 <= x <= window[2] + 1 and window[1] - 1 <= y <= window[3] + 1)


def _straight_lines(path: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright lines of a path as left, bottom, right, top in the page's stored coordinates."""
    matrix = _matrix(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for at in range(min(raw.FPDFPath_CountSegments(path.raw), MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _line(last, point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _line(last, start)
            last = start


def _line(one: tuple[float, float], other: tuple[float, float]) -> Iterator[tuple[float, float, float, float]]:
    """The line between two points, if it is level or upright."""
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    if right - left <= _STRAIGHT or top - bottom <= _STRAIGHT:
        yield left, bottom, right, top


def _matrix(found: pdfium.PdfObject) -> pdfium.PdfMatrix:
    """What turns an object's coordinates into the page's, through the forms that it stands in."""
    matrix = found.get_matrix()
    while found.container:
        found = found.container
        matrix = matrix.multiply(found.get_matrix())
    return matrix


def _is_tinted(path: pdfium.PdfObject) -> bool:
    """Whether a path is filled with a colour that is not white."""
    mode, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(path.raw, mode, stroke)
    colours = [ctypes.c_uint() for _ in range(4)]
    if mode.value == raw.FPDF_FILLMODE_NONE or not raw.FPDFPageObj_GetFillColor(path.raw, *colours):
        return False
    return colours[3].value > 0 and any(colour.value < _WHITE for colour in colours[:3])


def _pieces(sheet: pdfium.PdfTextPage, at: int, word: Word, upright: Sequence[Box], seen: Seen) -> Iterator[Piece]:
    """A word as tall and wide as its type, in parts where a rule or a line's end stands between its letters."""
    first = _type_box(sheet, at, word.box, seen)
    last = _type_box(sheet, at + len(word.text) - 1, word.box, seen)
    x0, top, x1, bottom = first[0], first[1], last[2], first[3]
    middle, bold = (top + bottom) / 2, is_bold(sheet, at)
    cuts = [rule[0] for rule in upright if x0 + 1 < rule[0] < x1 - 1 and rule[1] <= middle <= rule[3]]
    if not cuts and (last[1] + last[3]) / 2 < bottom:
        yield Piece(word.text, (x0, top, x1, bottom), bold)
        return
    for text, boxes in _parts(_letters(sheet, at, word, seen), cuts):
        yield Piece(text, (boxes[0][0], boxes[0][1], boxes[-1][2], boxes[0][3]), bold)


def _parts(letters: Iterable[tuple[str, Box]], cuts: Sequence[float]) -> Iterator[tuple[str, list[Box]]]:
    """The parts of a word with the boxes of their letters; a rule through a letter or beside it parts nothing."""
    text, boxes = "", list[Box]()
    for letter, box in letters:
        if boxes and (_is_cut(boxes[-1], box, cuts) or box[1] > boxes[-1][3]):
            yield text, boxes
            text, boxes = "", []
        text, boxes = text + letter, [*boxes, box]
    if boxes:
        yield text, boxes


def _is_cut(left: Box, right: Box, cuts: Sequence[float]) -> bool:
    return right[0] - left[2] > _APART and any(left[2] <= cut <= right[0] for cut in cuts)


def _letters(sheet: pdfium.PdfTextPage, at: int, word: Word, seen: Seen) -> Iterator[tuple[str, Box]]:
    """The letters of a word with the boxes of their type, and the hyphen that pdfium takes out at a line's end."""
    rest = word.text
    for place in range(at, min(at + 2 * len(word.text), raw.FPDFText_CountChars(sheet.raw))):
        letter = chr(raw.FPDFText_GetUnicode(sheet.raw, place))
        hyphen = raw.FPDFText_IsHyphen(sheet.raw, place) == 1
        if not rest or not (hyphen or rest.startswith(letter)):
            break
        rest = rest if hyphen else rest[1:]
        yield "-" if hyphen else letter, _type_box(sheet, place, word.box, seen)
    if rest:
        yield rest, word.box


def _type_box(sheet: pdfium.PdfTextPage, at: int, box: Box, seen: Seen) -> Box:
    """The box of a character as tall and wide as its type; `box` where that is not known."""
    rect = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(sheet.raw, at, rect):
        return box
    found = seen(rect.left, rect.bottom, rect.right, rect.top)
    return found if found[0] < found[2] and found[1] < found[3] else box


def is_bold(sheet: pdfium.PdfTextPage, at: int) -> bool:
    """Whether a character is bold, by its font's name, flags or weight."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(sheet.raw, at, name, 128, flags)
    known = name.value.lower()
    return b"bold" in known or b"black" in known or bool(flags.value & 0x40000) or _weight(sheet, at) >= 600


def _weight(sheet: pdfium.PdfTextPage, at: int) -> int:
    return int(raw.FPDFText_GetFontWeight(sheet.raw, at))
