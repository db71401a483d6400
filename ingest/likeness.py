"""Where two documents have the same words, found by samples of them; and what differs but for stamps and numbers.

A page's sample are those of its runs of words whose hash is a multiple of `SAMPLE`: the same words give the same sample
wherever they stand, so that a report is found in a pack though the pages break elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import TypeAlias
from unicodedata import normalize

from rapidfuzz.distance import LCSseq

from ingest.papers import Span, squash

RUN, SAMPLE = 6, 16
"""How many words make a run, and of how many runs one is kept in the sample."""
Sketch: TypeAlias = Sequence[frozenset[int]]
"""The sample of each page of a document."""
_WORD = re.compile(r"[a-z0-9£%]+")
_STAMP = re.compile(
    r"^(?:agenda item \S+|page \d+(?: of \d+)?|(?:this )?page is intentionally left blank)(?: page \d+)?$", re.I
)
_NUMBER, _EDGE = re.compile(r"^\W*(?:\d{1,4}|[ivx]{1,6})\W*$", re.I), 2


@dataclass(frozen=True, slots=True)
class LikenessSettings:
    """From what share of its sample a page is taken for a page of the other, and how many others may stand between.

    A stretch of pages counts from a share of a document's whole sample, or from so many pages. Texts of more than
    `most` words are compared by lines, those of more lines by pages.
    """

    page: float = 0.4
    gap: int = 2
    whole: float = 0.85
    pages: int = 3
    most: int = 30_000


@dataclass(frozen=True, slots=True)
class Shared:
    """Pages of one document whose words stand on pages of another, and whether they are the whole of either."""

    pages: Span
    other: Span
    complete: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the one and the words of the other that stand in their place; "" where there are none."""

    old: str
    new: str


def page_to_sample(text: str, sample: int = SAMPLE) -> frozenset[int]:
    """The sample of a page's words; of 1 all its runs."""
    words = _WORD.findall(normalize("NFKC", "\n".join(page_to_lines(text))).lower())
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    hashes = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
    return frozenset(key >> 1 for key in hashes if key % sample == 0)


def page_to_lines(text: str) -> list[str]:
    """The lines of a page without its stamps, and the numbers at its edges."""
    lines = [line.strip() for line in text.splitlines() if any(map(str.isalnum, line))]
    inner = range(_EDGE, len(lines) - _EDGE)
    return [
        line for at, line in enumerate(lines) if not _STAMP.match(line) and (at in inner or not _NUMBER.match(line))
    ]


def page_to_words(text: str) -> list[str]:
    """The words of a page as printed, without its stamps, and the numbers at its edges."""
    return [word for line in page_to_lines(text) for word in line.split() if squash(word)]


def shared(one: Sketch, other: Sketch, starts: Sequence[int] = ()) -> Iterator[Shared]:
    """The stretches of one document that stand in another; at the pages of `starts` a new one begins."""
    s = LikenessSettings()
    sizes = len(_keys(one)), len(_keys(other))
    for span in _stretches(one, _keys(other), starts, s):
        there = _best(other, _keys(one, span), (1, len(other)), s)
        here = there and _best(one, _keys(other, there), span, s)
        if here and there:
            whole = len(_keys(one, here)) >= s.whole * sizes[0], len(_keys(other, there)) >= s.whole * sizes[1]
            if any(whole) or here[1] - here[0] + 1 >= s.pages:
                yield Shared(here, there, whole)


def narrowed(found: Shared, one: Sequence[str], other: Sequence[str]) -> Shared:
    """The same stretches without pages that only their small samples made alike, by the texts of all pages of both."""
    s = LikenessSettings()
    pages = [page_to_sample(text, 1) for text in one[: found.pages[1]]]
    others = [page_to_sample(text, 1) for text in other[: found.other[1]]]
    here = _best(pages, _keys(others, found.other), found.pages, s) or found.pages
    there = _best(others, _keys(pages, here), found.other, s) or found.other
    return Shared(_to_the_ends(here, one), _to_the_ends(there, other), found.complete)


def _to_the_ends(span: Span, texts: Sequence[str]) -> Span:
    """A stretch with the pages before it and after it, where all of them are blank."""
    first, last = span
    before, after = any(map(page_to_words, texts[: first - 1])), any(map(page_to_words, texts[last:]))
    return first if before else 1, last if after else len(texts)


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[float, tuple[Change, ...]]:
    """How much of two texts is the same, 0 to 1, and the words that differ in more than how they are set."""
    was, now = _parts(old, page_to_words), _parts(new, page_to_words)
    for coarser in (page_to_lines, _whole):
        if max(len(was), len(now)) > LikenessSettings().most:
            was, now = _parts(old, coarser), _parts(new, coarser)
    steps = LCSseq.opcodes([squash(part) for part in was], [squash(part) for part in now])
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    found = []
    for equal, group in groupby(steps, key=lambda step: step.tag == "equal"):
        if not equal:
            parts = list(group)
            here = was[parts[0].src_start : parts[-1].src_end]
            there = now[parts[0].dest_start : parts[-1].dest_end]
            if _letters(here) != _letters(there):
                found.append(Change(" ".join(here), " ".join(there)))
    return 2 * same / max(1, len(was) + len(now)), tuple(found)


def _parts(texts: Sequence[str], cut: Callable[[str], list[str]]) -> list[str]:
    return [part for text in texts for part in cut(text)]


def _whole(text: str) -> list[str]:
    return ["\n".join(page_to_lines(text))]


def _letters(words: Sequence[str]) -> str:
    """Words run together, the letters and figures that are taken for one another in numbering made one."""
    return squash("".join(words)).translate(str.maketrans("il", "11"))


def _keys(sketch: Sketch, span: Span | None = None) -> frozenset[int]:
    first, last = span or (1, len(sketch))
    return frozenset().union(*sketch[first - 1 : last])


def _stretches(sketch: Sketch, held: frozenset[int], starts: Sequence[int], s: LikenessSettings) -> Iterator[Span]:
    """The stretches of pages that are found in the other document."""
    first = last = 0
    for number, page in enumerate(sketch, 1):
        if not page or len(page & held) < s.page * len(page):
            continue
        if first and (number - last > s.gap or any(last < start <= number for start in starts)):
            yield first, last
            first = 0
        first, last = first or number, number
    if first:
        yield first, last


def _best(sketch: Sketch, held: frozenset[int], within: Span, s: LikenessSettings) -> Span | None:
    """The stretch within these pages that has most of what is held."""
    found = [
        (a + within[0] - 1, b + within[0] - 1) for a, b in _stretches(sketch[within[0] - 1 : within[1]], held, (), s)
    ]
    return max(found, key=lambda span: len(_keys(sketch, span) & held), default=None)
