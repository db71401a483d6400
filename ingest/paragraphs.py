"""The types of what is set together: a line in its place, and a heading, paragraph or point of a list made of lines."""

import re
from dataclasses import dataclass

from ingest.papers import Item, Line
from ingest.sentences import announces

POINT = re.compile(
    r"^(?:[•●▪◦‣➢Ø\u2022\uf0b7\uf0a7*+–-]\s+|o\s+(?=[A-Z])"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*(?=\S)|\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\s*"
    r"|[Il\d]{1,2}(?:\.[Il\d]{1,3}){1,3}\.?\s+)"
)
LONE_MARK = re.compile(r"^(?:[•●▪◦‣➢\u2022\uf0b7\uf0a7–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])$")
_ENDED = re.compile(r"[.;:!?][\"'’”)]?$")
_ABBREVIATED = re.compile(r"\b(?:No|Nos|Cllr|Cllrs|Mr|Mrs|Ms|Dr|St|para|e\.g|i\.e|approx)\.$")
_TITLE = re.compile(r"^(?:(?:\d{1,2}[.)]?|[A-Z][.)])\s+)?[A-Z](?:[^.;?!@]|[.](?=\w))*$")
TITLE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page and its place among the page's lines."""

    page: int
    at: int
    line: Line


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a point of a list; a smaller `level` is a higher heading, () is none.

    `apart` says why it is no content, "" where it is: see `apart`.
    """

    lines: tuple[Placed, ...]
    item: Item | None
    level: tuple[float, ...] = ()
    apart: str = ""

    @property
    def text(self) -> str:
        """The words, lines joined; a word parted at a line's end by a hyphen is left as printed."""
        return " ".join(placed.line.text for placed in self.lines)

    @property
    def pages(self) -> tuple[int, int]:
        """First and last page."""
        return self.lines[0].page, self.lines[-1].page

    @property
    def is_point(self) -> bool:
        """Whether it is a point of a list."""
        return bool(POINT.match(self.text))

    @property
    def titles(self) -> bool:
        """Whether it reads as a title: a few words from a capital on, and no sentence."""
        return len(self.text.split()) <= TITLE_WORDS and bool(_TITLE.match(self.text))

    @property
    def ends(self) -> bool:
        """Whether a sentence or a clause ends with it."""
        return ended(self.lines[-1].line)

    @property
    def leads(self) -> bool:
        """Whether it announces a list."""
        return announces(self.text)


def ended(line: Line) -> bool:
    """Whether a sentence or a clause ends with this line."""
    text = line.text.rstrip()
    return bool(_ENDED.search(text)) and not _ABBREVIATED.search(text)
