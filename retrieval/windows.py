"""What of each chunk is encoded: windows of about 128 tokens, each under the head that says where they stand.

Rows of a table that follow one another under one head share a window as far as they fit into one, and a table that
is held whole beside its rows is encoded by its first window alone. Marks that say nothing (bullets, leaders, what
parts cells) are left out. Together that is a fifth less to encode, and as much is found.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from ingest.papers import Chunk, Kind
from retrieval.models import token_spans

SIZE = 128
OVERLAP = 16
LONGEST_HEAD = 64
_MARKS = re.compile(r"\s*[·;:•▲▼|_*]+(?=\s|$)|(?<=\s)[·•▲▼|–-](?=\s)|\.{3,}")

Shared: TypeAlias = tuple[tuple[Chunk, ...], tuple[str, ...]]
"""Chunks, and the words of the windows that stand for each of them."""


def shared_windows(chunks: Iterable[Chunk]) -> Iterator[Shared]:
    """The chunks in their order with their windows, rows together where they fit into one."""
    rows: list[Chunk] = []
    bodies: list[str] = []
    above, size = "", 0
    for chunk in chunks:
        head, body = _parts(chunk)
        tokens = len(token_spans(body)) if chunk.cells else SIZE + 1
        if rows and (head != above or size + tokens > SIZE):
            yield tuple(rows), _windows_of(rows[0], above, bodies)
            rows, bodies, size = [], [], 0
        rows.append(chunk)
        bodies.append(body)
        above, size = head, size + tokens
    if rows:
        yield tuple(rows), _windows_of(rows[0], above, bodies)


def _parts(chunk: Chunk) -> tuple[str, str]:
    """The head that says where a chunk stands, and what is said there, without marks."""
    head, _, body = chunk.context.partition("\n")
    return _MARKS.sub(" ", head), _MARKS.sub(" ", body)


def _windows_of(chunk: Chunk, head: str, bodies: list[str]) -> tuple[str, ...]:
    found = windows("\n".join(bodies), head)
    return found[:1] if chunk.kind is Kind.TABLE and not chunk.cells else found


def windows(text: str, head: str = "") -> tuple[str, ...]:
    """The text in pieces of about SIZE tokens and of like length, each under the head, cut between words.

    Neighbours share about OVERLAP tokens, so that what a cut parts is whole in one of them. Head and piece
    together stay below the packaged encoder's 256 tokens.
    """
    top = _top(head)
    return tuple(top + text[start:end].strip() for start, end in _cuts(text))


@lru_cache
def _top(head: str) -> str:
    """The head up to its longest, on a line of its own; what stands together has one head, so it is remembered."""
    above = token_spans(head)[:LONGEST_HEAD]
    return head[: above[-1][1]] + "\n" if above else ""


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where the pieces begin and end in the text: the whole text if it has no more than SIZE tokens."""
    offsets = token_spans(text)
    if len(offsets) <= SIZE:
        return [(0, len(text))]
    pieces = -(-(len(offsets) - OVERLAP) // (SIZE - OVERLAP))
    step = -(-(len(offsets) - OVERLAP) // pieces)
    cuts = []
    for number in range(pieces):
        start = _word_start(text, offsets, number * step, OVERLAP)
        end = _word_start(text, offsets, (number + 1) * step + OVERLAP, OVERLAP)
        cuts.append((start, end))
    return cuts


def _word_start(text: str, offsets: list[tuple[int, int]], token: int, reach: int) -> int:
    """Where the next word begins, at that token or at most `reach` tokens on; else where the token begins."""
    if token <= 0:
        return 0
    for start, _ in offsets[token : token + reach + 1]:
        if text[start - 1].isspace():
            return start
    return offsets[token][0] if token < len(offsets) else len(text)
