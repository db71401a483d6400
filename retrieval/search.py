"""Finding: by words, by meaning, and both fused by rank; each takes a query and gives passages, best first.

Fusion is reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009) with k = 10, the best on papers like these.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ingest.papers import Chunk, Kind
from retrieval.answers import Filters, Passage, Query
from retrieval.catalogue import Catalogue
from retrieval.query import on

Finder: TypeAlias = Callable[[Query, int], list[Passage]]


class Nearest(Protocol):
    """What finds chunks by meaning: ids with their likeness, best first."""

    def find(self, words: str, filters: Filters, limit: int) -> list[tuple[str, float]]:
        """The ids of the chunks nearest to the words."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How many each finder gives, the constant of fusion, and what a named sitting, number or kind is worth.

    `apart` is for what surrounds the content: a sign-off, a form, a contents page.
    """

    depth: int = 60
    k: int = 10
    named_meeting: float = 1.35
    named_committee: float = 1.1
    named_number: float = 1.3
    minutes_for_decisions: float = 1.25
    apart: float = 0.4


def by_words(catalogue: Catalogue) -> Finder:
    """A finder by the words of a chunk and of what stands above it."""

    def find(query: Query, limit: int) -> list[Passage]:
        beside = (part for pair in query.same for part in pair)
        return catalogue.find((*query.terms, *beside), query.filters, limit)

    return find


def by_meaning(catalogue: Catalogue, vectors: Nearest) -> Finder:
    """A finder by the likeness of vectors."""

    def find(query: Query, limit: int) -> list[Passage]:
        near = vectors.find(said_out(query), query.filters, limit)
        chunks = catalogue.chunks([id_ for id_, _ in near])
        held = [(chunks[id_], likeness) for id_, likeness in near if id_ in chunks]
        return [Passage(chunk, rank, likeness) for rank, (chunk, likeness) in enumerate(held, 1)]

    return find


def said_out(query: Query) -> str:
    """The question with its acronyms said out and its words as the papers spell them, to be compared by meaning."""
    text = query.whole
    for written, read in query.read_as:
        text = re.sub(rf"\b{re.escape(written)}\b", read, text, flags=re.IGNORECASE)
    longer = [long for short, long in query.same if long not in text.lower()]
    return f"{text} ({', '.join(longer)})" if longer else text


def by_both(finders: Sequence[Finder], settings: SearchSettings | None = None) -> Finder:
    """A finder that fuses others and lifts what the question names."""
    settings = settings or SearchSettings()

    def find(query: Query, limit: int) -> list[Passage]:
        chunks: dict[str, Chunk] = {}
        scores: dict[str, float] = {}
        for finder in finders:
            for passage in finder(query, max(limit, settings.depth)):
                chunks[passage.chunk.id] = passage.chunk
                scores[passage.chunk.id] = scores.get(passage.chunk.id, 0.0) + 1 / (settings.k + passage.rank)
        lifted = {id_: score * lift(chunks[id_], query, settings) for id_, score in scores.items()}
        best = sorted(lifted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        return [Passage(chunks[id_], rank, score) for rank, (id_, score) in enumerate(best, 1)]

    return find


def lift(chunk: Chunk, query: Query, settings: SearchSettings) -> float:
    """What a chunk's score is multiplied by for the sitting, number and kind that the question names."""
    factor = 1.0
    if chunk.meeting and on(chunk.meeting.date, query.dates):
        factor *= settings.named_meeting
    if chunk.meeting and chunk.meeting.committee in query.committees:
        factor *= settings.named_committee
    if chunk.item and chunk.item.number.rstrip(".") in query.numbers:
        factor *= settings.named_number
    if query.wants == "decision" and chunk.kind is Kind.MINUTE:
        factor *= settings.minutes_for_decisions
    if chunk.apart:
        factor *= settings.apart
    return factor
