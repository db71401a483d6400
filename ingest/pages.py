"""Pages as seen: words, lines and boxes, and where a quote stands on them.

Boxes are (x0, top, x1, bottom) in PDF points (1/72 inch) from the top left of the page as it is seen.
"""

import html
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]

_ALIKE = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})


def squash(text: str) -> str:
    """The letters, digits, £ and % of a text, lower case: what two texts must share to be the same words."""
    return re.sub(r"[^a-z0-9£%]+", "", html.unescape(text).translate(_ALIKE).lower())


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, and where it stands."""

    text: str
    box: Box

    def __reduce__(self) -> tuple[type["Word"], tuple[str, Box]]:
        """A third of the time to send: a pack's hundred thousand words come from another process."""
        return Word, (self.text, self.box)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set: its text, box, font size in points, and whether it is bold; only for ingest.

    `lead` is what it opens with in bold (after its number, if that is plain) where the rest is not bold.
    """

    text: str
    box: Box = (0.0, 0.0, 0.0, 0.0)
    size: float = 0.0
    bold: bool = False
    lead: str = ""


@dataclass(frozen=True)
class Page:
    """A page: text in reading order, words with boxes, its size in points, and why it is unread if it is.

    `words` are the blank-separated words of `text`, in the same order, and `lines` its lines; empty where
    there is no layout. `turn` is how far the page as a viewer shows it is turned clockwise (0, 90, 180, 270) to be
    read: size and boxes are those of the turned page. `ocr` is whether its picture was read: of a page that is
    unread all the same, that this was tried.
    """

    number: int
    printed: str
    text: str
    words: tuple[Word, ...] = ()
    label: str = ""
    size: tuple[float, float] = (0.0, 0.0)
    unread: str | None = None
    lines: tuple[Line, ...] = field(default=(), repr=False)
    turn: int = 0
    ocr: bool = False

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"pages count from 1, not {self.number}")
        if self.unread not in (None, "scanned", "garbled", "blank"):
            raise ValueError(f"unknown reason for an unread page: {self.unread}")

    @cached_property
    def squashed(self) -> str:
        """The page's text, squashed."""
        return squash(self.text)

    def place_of(self, at: int) -> Box:
        """Where a line stands: its box, or without layout its turn."""
        box = self.lines[at].box
        return box if any(box) else turn(at)

    def holds(self, quote: str) -> bool:
        """Whether the quote stands on this page as one run of words."""
        key = squash(quote)
        return bool(key) and key in self.squashed

    def boxes_of(self, quote: str) -> tuple[Box, ...]:
        """Where the quote stands: one box a line; empty if it does not, or the page has no layout."""
        keys = [squash(word.text) for word in self.words]
        start = "".join(keys).find(squash(quote))
        if start < 0 or not squash(quote):
            return ()
        end, at, hit = start + len(squash(quote)), 0, []
        for word, key in zip(self.words, keys, strict=True):
            if key and at < end and at + len(key) > start:
                hit.append(word.box)
            at += len(key)
        return lines_of(hit)


def turn(at: int) -> Box:
    """The place of a line that has no layout: its turn among the lines, as if they stood ten points apart."""
    return (0.0, 10.0 * at, 0.0, 10.0 * at + 10.0)


def lines_of(boxes: list[Box]) -> tuple[Box, ...]:
    """Boxes of consecutive words joined into one box a line (words whose heights overlap by half)."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _same_line(lines[-1], box):
            last = lines[-1]
            lines[-1] = (
                min(last[0], box[0]),
                min(last[1], box[1]),
                max(last[2], box[2]),
                max(last[3], box[3]),
            )
        else:
            lines.append(box)
    return tuple(tuple(round(x, 1) for x in line) for line in lines)  # type: ignore[misc]


def _same_line(a: Box, b: Box) -> bool:
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    return overlap > 0.5 * min(a[3] - a[1], b[3] - b[1]) and -2 < b[0] - a[2] < 40
