"""Whether what was found as a table is one; what is not is read as text, so that no word is lost."""

import re
from collections.abc import Sequence
from itertools import pairwise

_CUT = re.compile(r"\w{2,},?$")
_GOES_ON = re.compile(r"[a-z]{2,} ")
_LETTER = re.compile(r"(?<!\S)[b-hj-zB-HJ-Z](?!\S)")
LEAST_FILLED = 0.12
MOST_GLUED = 0.3
MOST_CUT = 0.4
MOST_LETTERS = 0.4
PROSE = 300


def why_broken(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Why rows of cells are no table, in words; "" where they are one."""
    if not rows or len(rows[0]) < 2:
        return "one column"
    if len(rows) < (1 if header else 2):
        return "one row without a header"
    texts = [text for row in rows for text in row if text]
    if not any(sum(map(bool, row)) > 1 for row in rows):
        return "no two cells beside each other"
    if len(rows) <= 2 and max(map(len, texts)) > max(PROSE, 0.8 * sum(map(len, texts))):
        return "prose in a frame"
    if len(texts) < LEAST_FILLED * len(rows) * len(rows[0]):
        return "mostly empty"
    if sum(map(_is_glued, texts)) > MOST_GLUED * len(rows):
        return "figures glued in one cell"
    if len(rows) > 2 and sum(map(_is_cut, rows)) > MOST_CUT * len(rows):
        return "sentences that run on over columns"
    if sum(map(_is_spelled, texts)) > MOST_LETTERS * len(texts):
        return "words cut into letters"
    return ""


def _is_glued(text: str) -> bool:
    """Whether a cell holds two figures with decimals and nothing else: a rule between columns is missing."""
    parts = text.split()
    return len(parts) > 1 and all("." in part and part.strip("-–£()%.,0123456789") == "" for part in parts)


def _is_cut(row: Sequence[str]) -> bool:
    """Whether a line of text runs on from a cell into the next."""
    filled = [text for text in row if text]
    return any(_CUT.search(a) and len(a.split()) > 3 and _GOES_ON.match(b) for a, b in pairwise(filled))


def _is_spelled(text: str) -> bool:
    """Whether most words of a cell are single letters."""
    words = text.split()
    return len(words) > 2 and 2 * len(_LETTER.findall(text)) > len(words)
