"""Which blocks are headings, and how high: by how they are set, by their words, and by what stands under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.papers import Item
from ingest.paragraphs import TITLE_WORDS, Block
from ingest.sections import SECTION
from ingest.typography import NO_BOX, Typography

_VALUE = re.compile(
    r"^\W*(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|Table|Figure|Chart)\b|:\s+\S|\d{4}|,$|^[A-Z]\.|[£%]|\s\W?\d+[.,]\d"
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
PROSE_WORDS = 6


@dataclass(frozen=True, slots=True)
class LevelSettings:
    """How long a heading is at most (words), and how many of one level in a row are a list."""

    words: int = 24
    run: int = 3


def with_headings(
    blocks: Sequence[Block], look: Typography, settings: LevelSettings | None = None
) -> tuple[Block, ...]:
    """The blocks, each heading with its level."""
    settings = settings or LevelSettings()
    levelled = [_level(block, look, settings) for block in blocks]
    return _without_lists(_with_plain_headings(levelled), settings)


def _level(block: Block, look: Typography, settings: LevelSettings) -> Block:
    """The block with its level, if it is an item's own heading or stands out as one."""
    first, words = block.lines[0], len(block.text.split())
    if block.item and _opens(block, block.item, settings):
        return replace(block, level=(-round(first.line.size) - 1, 0))
    short = len(block.lines) <= 3 and words <= settings.words
    if short and SECTION.match(block.text):
        return replace(block, level=(-round(first.line.size), 1))
    if short and all(look.stands_out(one.page, one.line) for one in block.lines):
        loud = first.line.text.upper() == first.line.text
        return replace(block, level=(-round(first.line.size), 0 if loud else 1))
    return block


def _opens(block: Block, item: Item, settings: LevelSettings) -> bool:
    """Whether a block is a numbered item's own heading, however it is set."""
    begins = (block.lines[0].page, block.lines[0].at) == (item.pages[0], item.line) and bool(item.number)
    return begins and block.text.startswith(item.number) and len(block.text.split()) <= settings.words


def _with_plain_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with those made headings that are set as the text is, but stand like headings over prose."""
    following = [*blocks[1:], None][: len(blocks)]
    return tuple(
        replace(block, level=(-round(block.lines[0].line.size), 2))
        if after and not block.level and _is_plain_heading(block, after)
        else block
        for block, after in zip(blocks, following, strict=True)
    )


def _is_plain_heading(block: Block, after: Block) -> bool:
    return (
        len(block.lines) == 1
        and block.lines[0].line.box != NO_BOX
        and block.titles
        and not (_VALUE.search(block.text) or (block.leads and after.is_point))
        and after.item is block.item
        and not after.level
        and len(after.text.split()) > TITLE_WORDS
        and len(_LOWER_WORD.findall(after.text)) >= PROSE_WORDS
    )


def _without_lists(blocks: Sequence[Block], settings: LevelSettings) -> tuple[Block, ...]:
    """The blocks with those headings made text that stand over nothing: the last of an item, and lists in bold."""
    following = [*blocks[1:], None][: len(blocks)]
    over = [
        block if after and after.item is block.item else replace(block, level=())
        for block, after in zip(blocks, following, strict=True)
    ]
    made: list[Block] = []
    for (level, _), row in groupby(over, key=lambda block: (block.level, block.item)):
        held = tuple(row)
        in_row = level and len(held) >= settings.run
        made += [replace(block, level=()) for block in held] if in_row else held
    return tuple(made)
