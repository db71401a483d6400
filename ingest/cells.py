"""The text of a table's cell out of its lines: words that the column's width broke are joined again."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from ingest.papers import Box, Word

_DASHES = re.compile(r"^[-–—]{2,}$")
_HYPHEN_KEPT = re.compile(r"^(and|or|to)\b")
_NARROW = "iljtfrI1.,:;'|!()"
_WIDE = "mwMWG@%"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as found: its box, and its lines of text with theirs."""

    box: Box
    lines: tuple[Word, ...] = ()


def cells_to_whole_words(cells: Iterable[Cell]) -> frozenset[str]:
    """The words that cannot have been broken: those inside a line, and those alone in a cell of one line."""
    whole: set[str] = set()
    for cell in cells:
        last = len(cell.lines) - 1
        for at, line in enumerate(cell.lines):
            words = line.text.split()
            whole.update(words[(at > 0) : len(words) - (at < last)])
    return frozenset(word for word in whole if len(word) > 1)


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
    if right == "%" and left[-1].isdigit():
        return True
    if left[-1] in "-\xad/" and len(left) > 1:
        return right[0].isalnum() and not _HYPHEN_KEPT.match(right)
    if left + right in whole:
        return _is_full(cell, at)
    turns = (left[-1].islower() and right[0].isupper()) or (left[-1].isalpha() and right[0].isdigit())
    if turns or not left[-1].isalnum() or left in whole or right in whole:
        return False
    return _is_full(cell, at) and _is_too_wide(cell, at, left)


def _is_full(cell: Cell, at: int) -> bool:
    """Whether the first letter of line `at` had no room at the end of the line before."""
    line, letter = cell.lines[at - 1], cell.lines[at].text[0]
    width = 0.7 if letter in _NARROW else 1.6 if letter in _WIDE else 1.2
    return line.box[2] + width * _letter(line) > _right_edge(cell)


def _is_too_wide(cell: Cell, at: int, left: str) -> bool:
    """Whether the word begun is wider than the cell, so that nothing but breaking it was possible."""
    word = left
    for line in cell.lines[at:]:
        word += line.text.split()[0]
        if " " in line.text:
            break
    return 1.1 * len(word) * _letter(cell.lines[at - 1]) > _right_edge(cell) - cell.lines[at].box[0]


def _right_edge(cell: Cell) -> float:
    """How far text may go: the padding on the right is taken to be that on the left."""
    padding = max(0.0, min(line.box[0] for line in cell.lines) - cell.box[0])
    return max(cell.box[2] - min(padding, 8.0), *(line.box[2] for line in cell.lines))


def _letter(line: Word) -> float:
    """The mean width of a letter of the line."""
    return (line.box[2] - line.box[0]) / len(line.text)
