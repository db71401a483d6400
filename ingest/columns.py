"""Figures that stand under one another: lines, runs of them, and the columns they share.

words ── words_to_lines ──▶ lines of segments, parted by wide gaps; the figures at their ends kept apart
lines ── lines_to_blocks ─▶ runs of lines whose figures stand under one another
block ── lines_to_columns ▶ columns that enough lines share
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.headers import is_figure
from ingest.papers import Box, Word

_SIGNS = ("+", "-", "–", "−", "£")
_BLANKS = ("-", "–", "—", "n/a", "N/A")


@dataclass(frozen=True, slots=True)
class AlignedSettings:
    """How many lines and columns make a table; distances in heights of type; a title's greatest length in letters.

    `titled` is how many lines above a table may say its unit in brackets.
    """

    lines: int = 3
    columns: int = 3
    gap: float = 0.7
    leading: float = 3.5
    headers: int = 8
    title: int = 40
    titled: int = 4

    def __post_init__(self) -> None:
        if self.lines < 2 or self.columns < 2:
            raise ValueError("lines and columns: a table needs two of each")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A line: its segments of text, then the figures that end it."""

    box: Box
    texts: tuple[Word, ...]
    figures: tuple[Word, ...]


def words_to_lines(words: Sequence[Word], settings: AlignedSettings) -> list[Aligned]:
    """Words gathered by height, from the top; those that end a line in figures are kept as figures."""
    height = median(word.box[3] - word.box[1] for word in words)
    levels: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3]):
        if levels and _level(word) - _level(levels[-1][0]) < 0.5 * height:
            levels[-1].append(word)
        else:
            levels.append([word])
    return [_line(sorted(level, key=lambda word: word.box[0]), settings.gap, height) for level in levels]


def _line(words: list[Word], gap: float, height: float) -> Aligned:
    """A line with its text joined to segments and a lone sign joined to its figure."""
    segments: list[Word] = []
    for word in words:
        if segments and segments[-1].text in _SIGNS and is_figure(segments[-1].text + word.text):
            segments[-1] = _joined(segments[-1], word, "")
        else:
            segments.append(word)
    at = len(segments)
    while at and (is_figure(segments[at - 1].text) or segments[at - 1].text in _BLANKS):
        at -= 1
    texts: list[Word] = []
    for word in segments[:at]:
        if texts and word.box[0] - texts[-1].box[2] < gap * max(height, word.box[3] - word.box[1]):
            texts[-1] = _joined(texts[-1], word, " ")
        else:
            texts.append(word)
    return Aligned(around(words), tuple(texts), tuple(segments[at:]))


def lines_to_blocks(lines: Sequence[Aligned], settings: AlignedSettings, height: float) -> list[tuple[int, int]]:
    """First and last line of each run of figures under one another; lines of labels may stand between."""
    blocks: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = _run(lines, at, settings, height) if len(lines[at].figures) >= settings.columns else at
        strong = sum(len(line.figures) >= settings.columns for line in lines[at : end + 1])
        if strong >= settings.lines:
            blocks.append((at, end))
        at = end + 1
    return blocks


def _run(lines: Sequence[Aligned], start: int, settings: AlignedSettings, height: float) -> int:
    """The last line with figures that goes on with those from `start`."""
    places, end = [word.box for word in lines[start].figures], start
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if line.box[1] - lines[at - 1].box[3] > settings.leading * height:
            break
        if line.figures and any(_overlap(word.box, place) for word in line.figures for place in places):
            places += [word.box for word in line.figures]
            end = at
        elif line.figures or any(word.box[2] > min(place[2] for place in places) for word in line.texts):
            break
    return end


def lines_to_columns(lines: Iterable[Aligned], settings: AlignedSettings) -> list[tuple[float, float]]:
    """Left and right of each column that enough lines share."""
    groups: list[list[Box]] = []
    for box in sorted(word.box for line in lines for word in line.figures):
        if groups and box[0] < max(held[2] for held in groups[-1]):
            groups[-1].append(box)
        else:
            groups.append([box])
    shared = [group for group in groups if len(group) >= settings.lines]
    return [(min(box[0] for box in group), max(box[2] for box in group)) for group in shared]


def _joined(left: Word, right: Word, between: str) -> Word:
    return Word(left.text + between + right.text, around([left, right]))


def around(things: Iterable[Word | Aligned]) -> Box:
    """The box around some boxes."""
    x0, top, x1, bottom = zip(*(thing.box for thing in things), strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def _level(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def middle(box: Box) -> float:
    """The middle of a box, from left to right."""
    return (box[0] + box[2]) / 2


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2]


def spans(box: Box, column: tuple[float, float]) -> bool:
    """Whether a box stands over a column."""
    return box[0] < column[1] and column[0] < box[2]


def inside(box: Box, area: Box) -> bool:
    """Whether the middle of a box lies in an area."""
    x, y = middle(box), (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]
