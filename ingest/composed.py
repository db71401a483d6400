"""Words and lines out of a page's characters, as pdfium orders them."""

import re
from collections.abc import Iterator, Sequence

from ingest.glyphs import Glyphs
from ingest.papers import Box, Line, Word

_JOINED = str.maketrans({"Ɵ": "ti", "Ʃ": "tt", "ƞ": "tti"})
_NUMBER = re.compile(r"\(?[\w/.-]{0,6}\d[\w/.-]{0,6}[.):]?|\(?[a-zA-Z][.)]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffe|\uffff")
_WORD, _BREAK = re.compile(r"\S+"), re.compile(r"(\r\n|\r|\n)")


def glyphs_to_lines(glyphs: Glyphs) -> tuple[list[tuple[int, Word]], tuple[Line, ...]]:
    """The words of a page with their places in its text, and its lines."""
    levels: list[list[tuple[int, Word]]] = []
    placed: list[tuple[int, Word]] = []
    for start, text in _lines_of(glyphs.text):
        here = list(_words_of(glyphs, start, text))
        placed += here
        for level in _levels(here):
            if levels and _goes_on(glyphs, levels[-1][-1][1], level[0]):
                levels[-1] += level
            else:
                levels.append(level)
    return placed, tuple(_line(glyphs, level) for level in levels)


def _lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a page's text with its place, as pdfium orders them."""
    start = 0
    for piece in _BREAK.split(text):
        if piece.strip():
            yield start, piece
        start += len(piece)


def _words_of(glyphs: Glyphs, start: int, line: str) -> Iterator[tuple[int, Word]]:
    """The words of a line with their places in the text, without pdfium's marks of soft hyphens.

    Calibri's joined letters, which no English word has, are written out: MeeƟng is Meeting.
    """
    for match in _WORD.finditer(line):
        found = match.group()
        text = found if found.isascii() and found.isprintable() else _CONTROL.sub("", found).translate(_JOINED)
        if text:
            at = start + match.start()
            yield at, Word(text, glyphs.box(at, len(found)))


def _levels(placed: Sequence[tuple[int, Word]]) -> Iterator[list[tuple[int, Word]]]:
    """Words of one level each, with their places: pdfium joins a page's foot to its head."""
    here: list[tuple[int, Word]] = []
    for index, (at, word) in enumerate(placed, 1):
        here.append((at, word))
        following = placed[index][1].box if index < len(placed) else None
        if following is None or following[1] > word.box[3] + 6 or following[3] < word.box[1] - 6:
            yield here
            here = []


def _goes_on(glyphs: Glyphs, last: Word, new: tuple[int, Word]) -> bool:
    """Whether a line goes on with what pdfium took for another: at its height and close, as words set unevenly are."""
    at, word = new
    gap = word.box[0] - last.box[2]
    if gap <= -1:
        return False
    size = glyphs.type(at, glyphs.owner(at)).size
    return abs(word.box[1] + word.box[3] - last.box[1] - last.box[3]) < 0.7 * size and gap < 0.6 * size


def _line(glyphs: Glyphs, level: Sequence[tuple[int, Word]]) -> Line:
    """A line as set; its last word speaks for its style: labels before it are bold too."""
    words, last = [word for _, word in level], level[-1][0]
    type_ = glyphs.type(last, glyphs.owner(last))
    lead = "" if type_.bold else " ".join(_lead(glyphs, level))
    return Line(" ".join(word.text for word in words), _around(words), type_.size, type_.bold, lead)


def _lead(glyphs: Glyphs, level: Sequence[tuple[int, Word]]) -> Iterator[str]:
    """The words in bold that a line opens with, after its number if that is plain."""
    for index, (at, word) in enumerate(level):
        if glyphs.type(at, glyphs.owner(at)).bold:
            yield word.text
        elif index or not _NUMBER.fullmatch(word.text):
            return


def _around(words: Sequence[Word]) -> Box:
    """The box around words, those without a box left out."""
    boxes = [word.box for word in words if word.box[2] > word.box[0]] or [words[0].box]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
