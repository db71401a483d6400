"""Pieces of text on a page put in reading order: columns of prose one after another, what stands level in one line."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median

from ingest.ocr import Piece

PROSE = 20
"""How many letters the middle one of a column's pieces has at least: fewer are cells of a table."""
COLUMN = 5
"""How many pieces a column has at least."""


def pieces_to_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of a page in reading order, each from the left; a crooked scan is levelled first."""
    wide = [piece.sinks for piece in pieces if len(piece.text) >= PROSE]
    sinks = median(wide) if wide else 0.0
    return [line for block in _blocks(pieces) for line in _lines(block, sinks)]


def _blocks(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """What is to be read one after another: above two columns, the left one, the right one, and below them."""
    found = _columns(pieces)
    if not found:
        yield pieces
        return
    gutter, top, bottom = found
    band = [piece for piece in pieces if top < _middle(piece) < bottom]
    parts = (
        [piece for piece in pieces if _middle(piece) <= top],
        [piece for piece in band if piece.box[2] <= gutter],
        [piece for piece in band if piece.box[2] > gutter],
        [piece for piece in pieces if _middle(piece) >= bottom],
    )
    for part in parts:
        yield from _blocks(part) if part else ()


def _columns(pieces: Sequence[Piece]) -> tuple[float, float, float] | None:
    """The gutter between the two longest columns of prose, and between which heights nothing crosses it."""
    best, found = 0, None
    for gutter in {piece.box[2] for piece in pieces}:
        crossing = sorted(_middle(piece) for piece in pieces if piece.box[0] < gutter < piece.box[2])
        for top, bottom in pairwise([-math.inf, *crossing, math.inf]):
            band = [piece for piece in pieces if top < _middle(piece) < bottom]
            left = [piece for piece in band if piece.box[2] <= gutter]
            right = [piece for piece in band if piece.box[2] > gutter]
            if min(len(left), len(right)) > best and _is_prose(left) and _is_prose(right):
                best, found = min(len(left), len(right)), (gutter, top, bottom)
    return found


def _is_prose(pieces: Sequence[Piece]) -> bool:
    return len(pieces) >= COLUMN and median(len(piece.text) for piece in pieces) >= PROSE


def _lines(pieces: Sequence[Piece], sinks: float) -> Iterator[list[Piece]]:
    """The pieces of a block, line by line: those whose middles, levelled, are nearer than half a line."""
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: _level(piece, sinks)):
        height = min(one.box[3] - one.box[1] for one in [*line, piece])
        if line and _level(piece, sinks) - fmean(_level(one, sinks) for one in line) > height / 2:
            yield sorted(line, key=lambda one: one.box[0])
            line = []
        line.append(piece)
    if line:
        yield sorted(line, key=lambda one: one.box[0])


def _level(piece: Piece, sinks: float) -> float:
    """The height of a piece's middle, as if the page were not crooked."""
    return _middle(piece) - sinks * (piece.box[0] + piece.box[2]) / 2


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2
