"""Where the minutes of an item say that something was decided: from which word, and over which paragraphs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.blocks import Block
from ingest.register.parts import MARK
from ingest.register.wordings import Strength, deciding
from ingest.sentences import sentences

_OPEN = re.compile(r"(?:[:;,–—-]|\b(?:to|that|and|or|following|T H A T))\s*[-–—]?$")
_ENDED = re.compile(r"[.!?][\"'”’)]?$")
_LABEL = re.compile(
    r"(?i)^\W*(?:it was )?(?:unanimously )?(?:resolved|decisions?|resolutions?|agreed|council decision|"
    r"(?:officers? |proposed )?recommendations?(?:\(s\))?(?: and reasons)?)\W*$"
)
_BARE = re.compile(r"(?i)^\W*(?:all )?(?:agreed|carried|approved|noted|deferred|refused|defeated|lost)\W*$")
_RESOLVED = re.compile(r"(?i)r ?e ?s ?o ?l ?v ?e ?d|resolution|decision|recommendation")
_LEADS_IN = re.compile(r"(?i)\b(?:mov|propos|second|motion|vote|it was|was|were)")
AMENDED = re.compile(
    r"(?i)\bamendments?\b.*\b(?:carried|agreed|accepted|lost|fell|defeated|rejected)\b|"
    r"\b(?:carried|agreed|accepted|rejected)\b.*\bamendments?\b"
)
_STEM_WORDS = 14

Found: TypeAlias = tuple[Strength, re.Match[str]] | None
Finder: TypeAlias = Callable[[str, int, bool], Found]
"""Whether the first sentence of a text, which ends at that character, says it; True if it opens its paragraph."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that decide: those of the first paragraph from `start` to `end`, and the paragraphs that go on with them.

    `verb` is the deciding wording itself.
    """

    strength: Strength
    blocks: tuple[Block, ...]
    start: int
    end: int
    verb: str

    @property
    def stem(self) -> str:
        """The deciding words of the first paragraph."""
        return self.blocks[0].text[self.start : self.end].strip()

    @property
    def before(self) -> str:
        """What the first paragraph says ahead of them."""
        return self.blocks[0].text[: self.start].strip()

    @property
    def points(self) -> tuple[str, ...]:
        """The paragraphs that go on with the first, those cut by a page's end joined."""
        made: list[str] = []
        for block in self.blocks[1:]:
            if made and not block.is_point and not _ENDED.search(made[-1]):
                made[-1] += f" {block.text}"
            else:
                made.append(block.text)
        return tuple(made)

    @property
    def text(self) -> str:
        """All its words, a paragraph a line."""
        return "\n".join([self.stem, *self.points])


def statements(blocks: Sequence[Block]) -> tuple[Statement, ...]:
    """The statements of an item that decide: the formal and stated ones; the passing ones where there are no others.

    What became of an amendment decides nothing, unless the minutes of the item say no more than that.
    """
    found = list(each(blocks, _decides)) or list(each(blocks, deciding))
    strong = tuple(one for one in found if one.strength > Strength.PASSING)
    return strong or tuple(found)


def _decides(text: str, end: int, opens: bool) -> Found:
    return None if AMENDED.search(text[:end]) else deciding(text, end, opens)


def each(blocks: Sequence[Block], find: Finder) -> Iterator[Statement]:
    """The statements that `find` finds, one a paragraph, each with the paragraphs that go on with it."""
    at = 0
    while at < len(blocks):
        statement = _first(blocks, at, find)
        if statement:
            yield statement
        at += len(statement.blocks) if statement else 1


def _first(blocks: Sequence[Block], at: int, find: Finder) -> Statement | None:
    text = blocks[at].text
    mark = MARK.match(text)
    begin = offset = mark.end() if mark else 0
    for place, sentence in enumerate(sentences(text[offset:])):
        start = text.index(sentence, offset)
        offset = start + len(sentence)
        found = find(text[start:].rstrip(), len(sentence), place == 0)
        if not found:
            continue
        strength, match = found
        whole = bool(_RESOLVED.search(match.group()))
        if _BARE.match(sentence) and place:
            start = begin
        elif strength is Strength.PASSING or (whole and not _LEADS_IN.search(sentence[: match.start()])):
            start += match.start()
        end = len(text) if whole else max(offset, start + match.end() - match.start())
        following = tuple(_following(blocks, at, text[start:end].strip(), text[end:].strip(" .") == ""))
        return Statement(strength, (blocks[at], *following), start, end, match.group())
    return None


def _following(blocks: Sequence[Block], at: int, stem: str, last_of_paragraph: bool) -> Iterator[Block]:
    """The paragraphs that go on with a stem: its points; under a bare label, a paragraph with its own points."""
    rest = blocks[at + 1 :]
    if not last_of_paragraph or not rest or rest[0].level:
        return
    if _LABEL.match(stem) and not rest[0].is_point:
        yield rest[0]
        yield from _following(blocks, at + 1, rest[0].text, last_of_paragraph=True)
        return
    short = len(stem.split()) <= _STEM_WORDS and not _ENDED.search(stem)
    is_open = bool(_OPEN.search(stem) or _LABEL.match(stem))
    if not is_open and not (short and rest[0].is_point):
        return
    last = stem
    for place, block in enumerate(rest):
        if block.level or _outer(blocks[at], rest[:place], block):
            return
        goes_on = not _ENDED.search(last) and (_OPEN.search(last) or not block.text[:1].isupper())
        if not block.is_point and not goes_on and not _parts_points(rest, place):
            return
        yield block
        last = block.text


def _parts_points(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph, a reason say, stands between two points of one list: the next counts on from the last."""
    if not at or at + 1 == len(blocks) or blocks[at + 1].level:
        return False
    last, following = _figure(blocks[at - 1]), _figure(blocks[at + 1])
    return last is not None and following == last + 1


def _outer(first: Block, between: Sequence[Block], block: Block) -> bool:
    """Whether a numbered paragraph goes on with the numbers of the minutes, and not with those of the resolution."""
    outer, figure = _figure(first), _figure(block)
    within = next((inner for held in reversed(between) if (inner := _figure(held)) is not None), 0)
    return outer is not None and figure == outer + 1 and within + 1 != figure


def _figure(block: Block) -> int | None:
    """The number of a paragraph numbered in figures."""
    mark = MARK.match(block.text)
    return int(mark["mark"]) if mark and mark["mark"] and mark["mark"].isdigit() else None
