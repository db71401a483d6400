"""Lines of text out of printed letters, and the title that stands above a table; needs no library."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.papers import Box, Word

_NUMBERED = re.compile(r"(table|figure|appendix|annex|chart)\b", re.I)


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed character: where it stands, and whether it is bold."""

    text: str
    box: Box
    bold: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def lies_in(letter: Letter, boxes: Iterable[Box]) -> bool:
    """Whether a letter lies in one of the boxes."""
    x, y = letter.middle
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)


def letters_to_lines(letters: Sequence[Letter]) -> tuple[Word, ...]:
    """Letters, as printed, gathered into lines from the top; text over other text is a second line."""
    bands: list[list[int]] = []
    for at in sorted(range(len(letters)), key=lambda at: letters[at].middle[1]):
        box, height = letters[at].box, letters[at].middle[1]
        if bands and abs(height - letters[bands[-1][-1]].middle[1]) < 0.4 * (box[3] - box[1]):
            bands[-1].append(at)
        else:
            bands.append([at])
    words = (_line(line) for band in bands for line in _apart([letters[at] for at in sorted(band)]))
    return tuple(word for word in words if word.text)


def _apart(band: list[Letter]) -> list[list[Letter]]:
    """The letters of one height as lines from left to right: one, or more where texts overlap."""
    runs: list[list[Letter]] = []
    for letter in band:
        if runs and letter.box[0] > runs[-1][-1].box[0]:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    lines: list[list[Letter]] = []
    for run in sorted(runs, key=lambda run: run[0].box[0]):
        room = (line for line in lines if line[-1].middle[0] < run[0].box[0])
        if line := next(room, None):
            line.extend(run)
        else:
            lines.append(run)
    return lines


def _line(letters: list[Letter]) -> Word:
    text, right = "", letters[0].box[0]
    for letter in letters:
        if letter.box[0] - right > 0.25 * (letter.box[3] - letter.box[1]):
            text += " "
        text, right = text + letter.text, max(right, letter.box[2])
    inked = [letter.box for letter in letters if letter.text.strip()] or [letters[0].box]
    x0, top, x1, bottom = zip(*inked, strict=True)
    return Word(" ".join(text.split()), (min(x0), min(top), max(x1), max(bottom)))


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
