"""The numbered parts of a resolution, as they nest: 2, 2.h, 8.a.ii."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.entries import Part

_BULLET = r"(?:[•●▪◦‣➢\u2022\uf0b7\uf0a7*+–-]\s*)?"
MARK = re.compile(
    rf"^{_BULLET}(?:\(?(?P<whole>\d{{1,2}}(?:\.(?:\d{{1,2}}|[a-z]))+)[.)]?\s+|\(?(?P<mark>\d{{1,2}}|[a-z]|[ivx]{{1,5}})[.)]\s*(?=\S))",
    re.I,
)
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?(?P<mark>\d{1,2}|[a-z]|[ivx]{1,5})\)\s+(?=\S)", re.I)
_DOTTED = re.compile(r"(?:(?<=\s)|^)(?P<mark>\d{1,2})\.\s+(?=[A-Z])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open: its kind of mark, and the value of its last part."""

    kind: str
    value: int


def numbered(points: Sequence[str]) -> tuple[Part, ...]:
    """The points as parts, each with its number as it nests; a point without a mark has none."""
    found = [MARK.match(point) for point in points]
    marks = [match["mark"] or "" if match else "" for match in found]
    stack: list[_Level] = []
    parts = []
    for match, mark, after, point in zip(found, marks, [*marks, ""][1:], points, strict=True):
        stack = _placed(stack, mark, after) if mark else stack
        number = ".".join(_printed(level) for level in stack) if mark else ""
        whole = match["whole"] if match else None
        parts.append(Part(whole or number, MARK.sub("", point)))
    return tuple(parts)


def inline(text: str) -> tuple[str, ...]:
    """A text with its parts numbered within it, cut before each number; the text alone where it numbers none."""
    for pattern in (_INLINE, _DOTTED):
        cuts = _run(list(pattern.finditer(text)))
        if len(cuts) > 1:
            ends = [*cuts, len(text)]
            pieces = [text[: cuts[0]], *(text[start:end] for start, end in pairwise(ends))]
            return tuple(piece.strip() for piece in pieces if piece.strip())
    return (text,)


def _run(found: Sequence[re.Match[str]]) -> list[int]:
    """Where the marks of one rising list stand, from its first."""
    cuts: list[int] = []
    level: _Level | None = None
    for match in found:
        for kind, value in _readings(match["mark"]):
            if (level is None and value == 1) or (level and kind == level.kind and value == level.value + 1):
                level = _Level(kind, value)
                cuts.append(match.start())
                break
    return cuts


def _placed(stack: list[_Level], mark: str, after: str) -> list[_Level]:
    """The open lists once this mark is read: it goes on with one of them, or opens one within the last."""
    readings = list(_readings(mark))
    for depth in range(len(stack) - 1, -1, -1):
        for kind, value in readings:
            if kind == stack[depth].kind and value == stack[depth].value + 1:
                return [*stack[:depth], _Level(kind, value)]
    firsts = [kind for kind, value in readings if value == 1]
    if firsts:
        following = {kind for kind, value in _readings(after) if value == 2}
        return [*stack, _Level(next((kind for kind in firsts if kind in following), firsts[0]), 1)]
    known = [level.kind for level in stack]
    kind, value = next((reading for reading in readings if reading[0] in known), readings[0])
    return [*stack[: known.index(kind) if kind in known else 0], _Level(kind, value)]


def _readings(mark: str) -> Iterator[tuple[str, int]]:
    """What a mark may be: a figure, a letter, a Roman figure; a printed I or l may be a 1."""
    low = mark.lower()
    if mark.isdigit():
        yield "figure", int(mark)
        return
    if mark in ("I", "l"):
        yield "figure", 1
    if low in _ROMAN:
        yield "roman", _ROMAN.index(low) + 1
    if len(low) == 1:
        yield "letter", ord(low) - ord("a") + 1


def _printed(level: _Level) -> str:
    if level.kind == "figure":
        return str(level.value)
    return _ROMAN[level.value - 1] if level.kind == "roman" else chr(ord("a") + level.value - 1)
