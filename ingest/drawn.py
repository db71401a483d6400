"""What is drawn on a page of a PDF beside its text: ruling lines, tints, and the words parted where a rule parts them.

Knows pypdfium2 as `ingest.pdf` does, which calls it with the page open. A page of more lines than `MOST_RULES` is a
map or a chart: it has no rules here.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.glyphs import Glyphs
from ingest.lines import Piece
from ingest.notes import SUPERSCRIPTS
from ingest.papers import Box, Word

MOST_RULES = 6000
_LEAST = 1.0
_STRAIGHT = 0.05
_DEPTH = 3
_APART = 1.0
_SMALL = 0.85
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page's ruling lines (boxes without width or without height), tints, and printed pieces in their order."""

    page: int
    rules: tuple[Box, ...]
    tints: tuple[Box, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A path that is drawn on a page, and the forms that it stands in, innermost first."""

    found: Any
    forms: tuple[Any, ...]


def count_marks(page: pdfium.PdfPage) -> tuple[list[Path], int]:
    """The drawn paths of a page and how many pictures it has, forms included."""
    paths, pictures = [], 0
    for found, kind, forms in _objects(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page.raw, ()):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            paths.append(Path(found, forms))
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
    return paths, pictures


def _objects(
    count: Callable[[Any], int], get: Callable[[Any, int], Any], holder: Any, forms: tuple[Any, ...]
) -> Iterator[tuple[Any, int, tuple[Any, ...]]]:
    """What is drawn on a page or in a form, its kind, and the forms that it stands in."""
    for at in range(count(holder)):
        found = get(holder, at)
        kind = raw.FPDFPageObj_GetType(found)
        yield found, kind, forms
        if kind == raw.FPDF_PAGEOBJ_FORM and len(forms) + 1 < _DEPTH:
            inner = (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
            yield from _objects(*inner, found, (found, *forms))


def paths_to_drawing(number: int, paths: Sequence[Path], glyphs: Glyphs, words: Sequence[tuple[int, Word]]) -> Drawing:
    """The drawing of a page; `words` come with their places in the text."""
    rules: list[Box] = []
    tints: list[Box] = []
    for path in paths:
        lines = [glyphs.seen(*line) for line in _straight_lines(path)]
        rules += [line for line in lines if max(line[2] - line[0], line[3] - line[1]) >= _LEAST]
        if lines and _is_tinted(path):
            x0, top, x1, bottom = zip(*lines, strict=True)
            tints.append((min(x0), min(top), max(x1), max(bottom)))
        if len(rules) > MOST_RULES:
            return Drawing(number, (), (), ())
    upright = sorted(rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1])
    return Drawing(number, tuple(rules), tuple(tints), tuple(_shown(glyphs, words, upright)))


def _shown(glyphs: Glyphs, words: Sequence[tuple[int, Word]], upright: Sequence[Box]) -> Iterator[Piece]:
    """The pieces of the words that are not clipped away; the upright rules come from the left."""
    windows: dict[int, Box | None] = {}
    for place, word in words:
        owner = glyphs.owner(place)
        if owner not in windows:
            windows[owner] = _window(glyphs, place) if owner else None
        for piece in _pieces(glyphs, place, word, glyphs.type(place, owner).bold, upright):
            if _is_seen(piece, windows[owner]):
                yield piece


def _window(glyphs: Glyphs, place: int) -> Box | None:
    """What the clip path of a character's text object leaves to be seen; None where it has none."""
    clip = raw.FPDFPageObj_GetClipPath(raw.FPDFText_GetTextObject(glyphs.sheet, glyphs.index(place)))
    x, y = ctypes.c_float(), ctypes.c_float()
    windows = []
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        points = []
        for at in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
            points.append((x.value, y.value))
        if points:
            across, up = zip(*points, strict=True)
            windows.append(glyphs.seen(min(across), min(up), max(across), max(up)))
    if not windows:
        return None
    x0, top, x1, bottom = zip(*windows, strict=True)
    return (max(x0), max(top), min(x1), min(bottom))


def _is_seen(piece: Piece, window: Box | None) -> bool:
    """Whether the middle of a piece lies in the window, or within a point of it."""
    x, y = piece.middle
    return not window or (window[0] - 1 <= x <= window[2] + 1 and window[1] - 1 <= y <= window[3] + 1)


def _straight_lines(path: Path) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright lines of a path as left, bottom, right, top in the page's stored coordinates."""
    matrix = _matrix(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for at in range(min(raw.FPDFPath_CountSegments(path.found), MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path.found, at)
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


def _matrix(path: Path) -> pdfium.PdfMatrix:
    """What turns a path's coordinates into the page's, through the forms that it stands in."""
    matrix = pdfium.PdfMatrix()
    for found in (path.found, *path.forms):
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(found, own)
        matrix = matrix.multiply(pdfium.PdfMatrix.from_raw(own))
    return matrix


def _is_tinted(path: Path) -> bool:
    """Whether a path is filled with a colour that is not white."""
    mode, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(path.found, mode, stroke)
    colours = [ctypes.c_uint() for _ in range(4)]
    if mode.value == raw.FPDF_FILLMODE_NONE or not raw.FPDFPageObj_GetFillColor(path.found, *colours):
        return False
    return colours[3].value > 0 and any(colour.value < _WHITE for colour in colours[:3])


def _pieces(glyphs: Glyphs, place: int, word: Word, bold: bool, upright: Sequence[Box]) -> Iterator[Piece]:
    """A word as tall and wide as its type, in parts where a rule or a line's end stands between its letters."""
    at = glyphs.index(place)
    first = glyphs.type_box(at, word.box)
    last = glyphs.type_box(at + len(word.text) - 1, word.box)
    x0, top, x1, bottom = first[0], first[1], last[2], first[3]
    middle, raised = (top + bottom) / 2, _is_raised(last, first)
    between = upright[bisect_right(upright, x0 + 1, key=_left) : bisect_left(upright, x1 - 1, key=_left)]
    cuts = [rule[0] for rule in between if rule[1] <= middle <= rule[3]]
    if not cuts and not raised and (last[1] + last[3]) / 2 < bottom:
        yield Piece(word.text, (x0, top, x1, bottom), bold)
        return
    for text, boxes in _parts(_letters(glyphs, at, word), cuts):
        yield Piece(text, (boxes[0][0], boxes[0][1], boxes[-1][2], boxes[0][3]), bold)


def _left(box: Box) -> float:
    return box[0]


def _parts(letters: Iterable[tuple[str, Box]], cuts: Sequence[float]) -> Iterator[tuple[str, list[Box]]]:
    """The parts of a word with the boxes of their letters; a rule through a letter or beside it parts nothing."""
    text, boxes = "", list[Box]()
    for letter, box in letters:
        if boxes and (_is_cut(boxes[-1], box, cuts) or box[1] > boxes[-1][3]):
            yield text, boxes
            text, boxes = "", []
        raised = boxes and _is_raised(box, boxes[0])
        text, boxes = text + (letter.translate(SUPERSCRIPTS) if raised else letter), [*boxes, box]
    if boxes:
        yield text, boxes


def _is_raised(box: Box, first: Box) -> bool:
    """Whether a letter is smaller than the first of its word and stands higher, as the mark of a note does."""
    height = first[3] - first[1]
    return box[3] - box[1] < _SMALL * height and first[1] - height < box[1] < box[3] < first[3] - 0.1 * height


def _is_cut(left: Box, right: Box, cuts: Sequence[float]) -> bool:
    return right[0] - left[2] > _APART and any(left[2] <= cut <= right[0] for cut in cuts)


def _letters(glyphs: Glyphs, at: int, word: Word) -> Iterator[tuple[str, Box]]:
    """The letters of a word with the boxes of their type, and the hyphen that pdfium takes out at a line's end."""
    rest, sheet = word.text, glyphs.sheet
    for place in range(at, min(at + 2 * len(word.text), raw.FPDFText_CountChars(sheet))):
        letter = chr(raw.FPDFText_GetUnicode(sheet, place))
        hyphen = raw.FPDFText_IsHyphen(sheet, place) == 1
        if not rest or not (hyphen or rest.startswith(letter)):
            break
        rest = rest if hyphen else rest[1:]
        yield "-" if hyphen else letter, glyphs.type_box(place, word.box)
    if rest:
        yield rest, word.box
