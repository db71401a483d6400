"""Pages that are pictures, or whose text layer is rubbish, read from their pictures where OCR is installed.

page ─ images ─▶ picture ─ find, turn, read ─▶ pieces ─ arrange ─▶ lines ─▶ the page, or unread as it was
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean, median
from time import monotonic, process_time
from typing import TYPE_CHECKING

from ingest.arrange import pieces_to_lines
from ingest.legible import why_unread
from ingest.ocr import Corners, Engine, OcrSettings, Piece, Pixels, is_installed, is_tall, to_pixels, turned
from ingest.papers import Box, Line, Page, Word
from ingest.pdf import images
from ingest.turn import FULL

if TYPE_CHECKING:
    from PIL.Image import Image

WANTED = ("scanned", "garbled")
DOTS = 150
"""Dots an inch at which a page is drawn: more gave no more words, and fewer lost some (docs/ocr.md)."""
TYPE = 0.7
"""The size of type as a share of the height of the box that OCR finds around a line."""


def read_scans(path: Path, pages: Sequence[Page], settings: OcrSettings) -> tuple[Page, ...]:
    """The pages, with those that could be read from their pictures; the others stay unread."""
    wanted = [page for page in pages if page.unread in WANTED]
    if not wanted or settings.page <= 0 or not is_installed():
        return tuple(pages)
    engine, end = Engine(settings.threads), monotonic() + settings.file
    read = {}
    for page, image in zip(wanted, images(path, wanted, DOTS / 72), strict=True):
        late = _watch(settings.page, end)
        read[page.number] = replace(page, ocr=True) if late() else read_scan(page, image, engine, late, settings)
    return tuple(read.get(page.number, page) for page in pages)


def _watch(seconds: float, end: float) -> Callable[[], bool]:
    """What tells when a page has had so many seconds of work, or the moment has come when its file must end."""
    start = process_time()
    return lambda: process_time() - start > seconds or monotonic() > end


def read_scan(page: Page, image: "Image", engine: Engine, late: Callable[[], bool], settings: OcrSettings) -> Page:
    """A page read from its picture before it is late; unread as it was where that failed."""
    pixels = to_pixels(image)
    turn, pixels, found = _upright(pixels, engine, settings)
    pieces = []
    for corners in found:
        if late():
            return replace(page, ocr=True)
        piece = engine.read(pixels, corners)
        if piece and piece.score >= settings.least:
            pieces.append(_in_points(piece))
    kept = _printed(page) if page.unread == "scanned" and not turn else ()
    seen = [piece for piece in pieces if not any(_covers(one.box, piece.box) for one in kept)]
    lines = pieces_to_lines([*kept, *seen])
    text = "\n".join(" ".join(piece.text for piece in line) for line in lines)
    if why_unread("\n".join(piece.text for piece in seen), 1):
        return replace(page, ocr=True)
    size = page.size if turn % 180 == 0 else (page.size[1], page.size[0])
    words = tuple(word for line in lines for piece in line for word in piece.words)
    return replace(
        page,
        text=text,
        words=words,
        lines=_lines(lines),
        size=size,
        turn=(page.turn + turn) % FULL,
        unread=None,
        ocr=True,
    )


def _upright(pixels: Pixels, engine: Engine, settings: OcrSettings) -> tuple[int, Pixels, Sequence[Corners]]:
    """How far clockwise a picture is to be turned for its text to be upright, it so turned, and where text stands."""
    found = engine.find(pixels)
    best: tuple[float, int, Pixels, Sequence[Corners]] = (-1.0, 0, pixels, found)
    for turn in (90, 270) if 2 * sum(map(is_tall, found)) > len(found) else (0, 180):
        picture = turned(pixels, turn) if turn else pixels
        here = engine.find(picture) if turn else found
        best = max(best, (_score(picture, here, engine, settings), turn, picture, here), key=lambda one: one[0])
        if best[0] >= settings.sure:
            break
    return best[1:]


def _score(pixels: Pixels, found: Sequence[Corners], engine: Engine, settings: OcrSettings) -> float:
    """How surely the widest pieces of a picture are read."""
    widest = sorted(found, key=lambda corners: float(corners[:, 0].max() - corners[:, 0].min()))[-settings.tried :]
    read = [engine.read(pixels, corners) for corners in widest]
    return fmean(piece.score if piece else 0.0 for piece in read) if read else 0.0


def _printed(page: Page) -> tuple[Piece, ...]:
    """What the page's text layer holds all the same: a stamp, put on a scan."""
    pieces, at = [], 0
    for line in page.lines:
        count = len(line.text.split())
        pieces.append(Piece(page.words[at : at + count], line.box))
        at += count
    return tuple(pieces)


def _covers(one: Box, other: Box) -> bool:
    """Whether a box lies over a third of another."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    area = (other[2] - other[0]) * (other[3] - other[1])
    return across > 0 and down > 0 and across * down > area / 3


def _in_points(piece: Piece) -> Piece:
    """A piece whose boxes are points."""
    words = tuple(Word(word.text, _scaled(word.box)) for word in piece.words)
    return replace(piece, words=words, box=_scaled(piece.box))


def _scaled(box: Box) -> Box:
    x0, top, x1, bottom = (round(edge * 72 / DOTS, 1) for edge in box)
    return (x0, top, x1, bottom)


def _lines(lines: Sequence[Sequence[Piece]]) -> tuple[Line, ...]:
    """Lines with the size of their type; heights that differ little are one size, as letters differ in height."""
    heights = [max(piece.box[3] - piece.box[1] for piece in line) for line in lines]
    usual = median(heights)
    made = []
    for line, height in zip(lines, heights, strict=True):
        x0, top, x1, bottom = zip(*(piece.box for piece in line), strict=True)
        size = usual if 0.7 * usual < height < 1.3 * usual else height
        text = " ".join(piece.text for piece in line)
        made.append(Line(text, (min(x0), min(top), max(x1), max(bottom)), round(TYPE * size, 1)))
    return tuple(made)
