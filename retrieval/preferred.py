"""Passages that count come first: the same words stand once, and superseded texts and copies come last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.papers import squash
from ingest.ties import Footing
from retrieval.answers import Passage, Query
from retrieval.related import Ties
from retrieval.search import Finder

SPARE = 16
"""How many passages more are looked for, to fill the places of those that say the same."""
SHORTEST = 24
"""From how many letters on words are the same because they were published twice."""


def by_standing(finder: Finder, ties: Ties) -> Finder:
    """A finder that gives what another finds by what it rests on: texts that count, then superseded ones and copies."""

    def find(query: Query, limit: int) -> list[Passage]:
        found = finder(query, limit + SPARE)
        footings = ties.footings([(one.chunk.document, one.chunk.pages, one.chunk.meeting) for one in found])
        known = [replace(one, footing=footing) for one, footing in zip(found, footings, strict=True)]
        best = sorted(once(known), key=lambda one: -one.score)[:limit]
        best.sort(key=lambda one: not one.footing.counts)
        return [replace(one, rank=rank) for rank, one in enumerate(best, 1)]

    return find


def once(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, best first, without those whose words another that counts has too: they are named with it."""
    alike: dict[str, list[Passage]] = {}
    for one in passages:
        alike.setdefault(squash(one.chunk.text), []).append(one)
    for words, group in alike.items():
        kept = [one for one in group if one.footing.counts] or group[:1]
        copies = [one for one in group if one not in kept]
        if len(words) < SHORTEST or not copies:
            yield from group
        else:
            best = max(one.score for one in group)
            yield replace(kept[0], score=best, also=tuple(one.chunk for one in copies))
            yield from kept[1:]


def cautions(footing: Footing, number: str) -> Iterator[str]:
    """What must be said of an answer out of a text that was replaced, or minutes not confirmed as they stand.

    A correction that names other minutes than the one of this `number` is of no concern.
    """
    replaced, confirmed, sitting = footing.replaced, footing.confirmed, footing.sitting
    if replaced:
        yield f"A later version of this paper is held: {replaced.document} ({replaced.reason}): {replaced.change}."
    if sitting and sitting.draft and not confirmed and not sitting.confirmed:
        yield f"From draft minutes of {sitting.meeting} ({sitting.draft}), not yet confirmed in the papers held."
    if confirmed and footing.correction(number):
        yield f"These minutes were approved with a correction: “{confirmed.quote}” ({confirmed.document})."
