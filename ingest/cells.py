"""The text of a table's cell out of its lines: words that the column's width broke are joined again."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from ingest.papers import Box, Word

_DASHES = re.compile(r"^[-–—]{2,}$")
_HYPHEN_KEPT = re.compile(r"^(and|or|to)\b")
_GOES_ON = re.compile(r"[%_]|-[A-Za-z]")
_NUMBERED = re.compile(r"^\d[\d.]*\.$")
_EDGES = ".,;:!?()[]'\"‘’“”•*"
_NARROW, _WIDE = "iljtfrI1.,:;'|!()- ", "mwMWG@%"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as found: its box, and its lines of text with theirs."""

    box: Box
    lines: tuple[Word, ...] = ()

    @property
    def text_box(self) -> Box:
        """The box around its lines, to a tenth of a point."""
        x0, top, x1, bottom = zip(*(line.box for line in self.lines), strict=True)
        return (round(min(x0), 1), round(min(top), 1), round(max(x1), 1), round(max(bottom), 1))


def lines_to_whole_words(cells: Iterable[Sequence[str]]) -> frozenset[str]:
    """The words that cannot have been broken, of cells as lines: those inside a line, or in an only line."""
    whole: set[str] = set()
    for lines in cells:
        for at, line in enumerate(lines):
            words = line.split()
            whole.update(words[(at > 0) : len(words) - (at < len(lines) - 1)])
    return frozenset(word for word in map(_bare, whole) if len(word) > 1)


def _bare(word: str) -> str:
    return word.strip(_EDGES).casefold()


def cell_to_text(cell: Cell, whole: Set[str]) -> str:
    """A cell's lines as one text; a line of dashes, which some exporters leave for a rule, is no text."""
    text = ""
    for at, line in enumerate(cell.lines):
        if not text:
            text = line.text
        elif _is_broken(cell, at, text, whole):
            text = text.removesuffix("\xad") + line.text
        else:
            text = f"{text} {line.text}"
    text = " ".join(text.split())
    return "" if _DASHES.match(text.replace(" ", "")) else text


def _is_broken(cell: Cell, at: int, before: str, whole: Set[str]) -> bool:
    """Whether line `at` goes on with the word that ends `before`."""
    left, right = before.split()[-1], cell.lines[at].text.split()[0]
    if _GOES_ON.match(right) or left[-1] == "_" or (right[0].isdigit() and _NUMBERED.match(left)):
        return left[-1].isalnum() or left[-1] in "_."
    if left[-1] in "-\xad/" and len(left) > 1:
        return right[0].isalnum() and not _HYPHEN_KEPT.match(right)
    if not (left := left.rsplit("/", 1)[-1]):
        return False
    grown = _grown(cell, at, left)
    if any(_bare(word) in whole for word in grown):
        return _is_full(cell, at)
    begins = right[0].isupper() and (right[1:2].islower() or not left[-1].isupper())
    turns = begins or (left[-1].isalpha() and right[0].isdigit())
    known = (_bare(left) in whole, _bare(right) in whole)
    if turns or not left[-1].isalnum() or (any(known) if left.isalpha() else all(known)):
        return False
    width = 1.1 * _ems(grown[-1]) * _scale(cell.lines[at - 1])
    return _is_full(cell, at) and width > _right_edge(cell) - cell.lines[at].box[0]


def _grown(cell: Cell, at: int, left: str) -> list[str]:
    """What a word becomes with the lines from `at`, as long as these hold nothing else."""
    words = [left]
    for line in cell.lines[at:]:
        words.append(words[-1] + line.text.split()[0])
        if " " in line.text:
            break
    return words[1:]


def _is_full(cell: Cell, at: int) -> bool:
    """Whether the first letter of line `at` had no room at the end of the line before."""
    before = cell.lines[at - 1]
    return before.box[2] + _scale(before) * _ems(cell.lines[at].text[0]) > _right_edge(cell) - 0.5


def _right_edge(cell: Cell) -> float:
    """How far text may go: the padding on the right is taken to be that on the left."""
    padding = max(0.0, min(line.box[0] for line in cell.lines) - cell.box[0])
    return max(cell.box[2] - min(padding, 8.0), *(line.box[2] for line in cell.lines))


def _ems(text: str) -> float:
    """About how wide a text is, in heights of its type."""
    return sum(0.3 if letter in _NARROW else 0.9 if letter in _WIDE else 0.6 for letter in text)


def _scale(line: Word) -> float:
    """How many points one em of `_ems` is in this line."""
    return (line.box[2] - line.box[0]) / _ems(line.text)
