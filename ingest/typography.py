"""How a document is set: the size of its text, the pitch of its lines, and which lines stand out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.papers import Line

NO_BOX = (0.0, 0.0, 0.0, 0.0)
_SPACED_HEADING = re.compile(r"^(?:appendix|annex|section|part|schedule)\s+[\w.]+", re.I)
_CAPTION = re.compile(r"^(?:table|figure|chart)\s+\w{1,4}\b", re.I)


@dataclass(frozen=True, slots=True)
class HeadingSettings:
    """What stands out: how much larger (points), how long at most (words), beside how many pages' text."""

    change: float = 0.8
    words: int = 16
    spaced_words: int = 12
    reach: int = 2
    pitch_share: float = 0.1
    usual_pitch: float = 1.25
    closest: float = 0.9
    farthest: float = 2.2


@dataclass(frozen=True, slots=True)
class Body:
    """How the text around a page is set: its size, and whether it is bold."""

    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Typography:
    """How the pages of a document are set: the body of each, and the pitch from line to line of each size."""

    bodies: dict[int, Body]
    pitches: dict[float, float]
    settings: HeadingSettings

    def stands_out(self, page: int, line: Line) -> bool:
        """Whether a line looks like a heading: bold, larger or in capitals, short, and no sentence."""
        text, words, body = line.text.strip(), len(line.text.split()), self.bodies[page]
        if words > self.settings.words or not re.search(r"[A-Za-z]{2}", text) or re.search(r"[.;,]$", text):
            return False
        if _CAPTION.match(text):
            return False
        loud = text.upper() == text and len(re.findall(r"[A-Z]", text)) > 5
        larger = line.size > body.size + self.settings.change
        spaced = _SPACED_HEADING.match(text) and words < self.settings.spaced_words
        return (line.bold and not body.bold) or larger or loud or bool(spaced)

    def pitch(self, size: float) -> float:
        """How far apart the tops of two lines of a paragraph are."""
        return self.pitches.get(size, self.settings.usual_pitch * size)

    def restyled(self, last: Line, new: Line) -> bool:
        """Whether the size changes from one line to the next."""
        return abs(last.size - new.size) > self.settings.change


def lines_to_typography(lines: Sequence[tuple[int, Line]], settings: HeadingSettings | None = None) -> Typography:
    """How a document is set, from the lines of its text with their pages."""
    settings = settings or HeadingSettings()
    inked: dict[int, Counter[tuple[float, bool]]] = {}
    for page, line in lines:
        inked.setdefault(page, Counter())[line.size, line.bold] += len(line.text)
    bodies = {
        page: _body(inked.get(page + step, Counter()) for step in range(-settings.reach, settings.reach + 1))
        for page in inked
    }
    return Typography(bodies, _pitches(lines, settings), settings)


def _body(inked: Iterable[Counter[tuple[float, bool]]]) -> Body:
    """The size and weight in which most is set."""
    sizes, bold, total = Counter[float](), 0, 0
    for page in inked:
        for (size, is_bold), count in page.items():
            sizes[size] += count
            bold, total = bold + count * is_bold, total + count
    return Body(sizes.most_common(1)[0][0], 2 * bold > total)


def _pitches(lines: Sequence[tuple[int, Line]], settings: HeadingSettings) -> dict[float, float]:
    """For each size the least pitch that is common: that of the lines of one paragraph."""
    seen: dict[float, Counter[float]] = {}
    for (page, last), (new_page, new) in pairwise(lines):
        pitch = new.box[1] - last.box[1]
        near = settings.closest * new.size < pitch < settings.farthest * new.size
        if page == new_page and last.size == new.size and near:
            seen.setdefault(new.size, Counter())[round(pitch * 2) / 2] += 1
    return {
        size: min(pitch for pitch, n in found.items() if n >= settings.pitch_share * found.total())
        for size, found in seen.items()
        if max(found.values()) >= settings.pitch_share * found.total()
    }
