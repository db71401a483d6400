"""Lines of text out of printed pieces, and the title that stands above a table; needs no library."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.papers import Box, Word

_NUMBERED = re.compile(r"(table|figure|appendix|annex|chart)\b", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed word, or the part of one in a column: where it stands, and whether it is bold."""

    text: str
    box: Box
    bold: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def lies_in(piece: Piece, boxes: Iterable[Box]) -> bool:
    """Whether a piece lies in one of the boxes."""
    x, y = piece.middle
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)


def pieces_to_lines(pieces: Sequence[Piece]) -> tuple[Word, ...]:
    """Pieces, as printed, gathered into lines from the top; text over other text is a second line."""
    bands: list[list[int]] = []
    for at in sorted(range(len(pieces)), key=lambda at: pieces[at].middle[1]):
        box, height = pieces[at].box, pieces[at].middle[1]
        if bands and abs(height - pieces[bands[-1][-1]].middle[1]) < 0.4 * (box[3] - box[1]):
            bands[-1].append(at)
        else:
            bands.append([at])
    words = (_line(line) for band in bands for line in _apart([pieces[at] for at in sorted(band)]))
    return tuple(word for word in words if word.text)


def _apart(band: list[Piece]) -> list[list[Piece]]:
    """The pieces of one height as lines from left to right: one, or more where texts overlap."""
    runs: list[list[Piece]] = []
    for piece in band:
        if runs and piece.box[0] > runs[-1][-1].box[0]:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    lines: list[list[Piece]] = []
    for run in sorted(runs, key=lambda run: run[0].box[0]):
        room = (line for line in lines if line[-1].middle[0] < run[0].box[0])
        if line := next(room, None):
            line.extend(run)
        else:
            lines.append(run)
    return lines


def _line(pieces: list[Piece]) -> Word:
    x0, top, x1, bottom = zip(*(piece.box for piece in pieces), strict=True)
    return Word(" ".join(piece.text for piece in pieces), (min(x0), min(top), max(x1), max(bottom)))


def lines_to_caption(lines: Sequence[Word], top: float) -> str:
    """The title just above a grid: a short paragraph that does not end as a sentence does, or "Table 2 …"."""
    if not lines or top - lines[-1].box[3] > 30:
        return ""
    at = len(lines) - 1
    while at and lines[at].box[1] - lines[at - 1].box[3] < 0.5 * (lines[at].box[3] - lines[at].box[1]):
        at -= 1
    text = " ".join(line.text for line in lines[at:])
    return text if _NUMBERED.match(text) or (len(text) <= 160 and text[-1] not in ".;,") else ""


def line_middle(line: Word) -> float:
    """The height of a line on its page."""
    return (line.box[1] + line.box[3]) / 2
