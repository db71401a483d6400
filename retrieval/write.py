"""Writing an answer: the best units in the record's own words, widened to what follows them, within the limits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Kind
from ingest.sentences import sentences
from retrieval.answers import Query
from retrieval.cells import said_row
from retrieval.rank import Scored
from retrieval.terms import stems_of
from retrieval.units import Unit

LONG = frozenset({"decision", "commitment", "list", "compare", "explain"})


@dataclass(frozen=True, slots=True)
class WriteSettings:
    """The limits of an answer in words and units (those that begin with `long` where much was asked for).

    Less than `held` of the question's weight is no answer; units below `close` of the best one's score are left out.
    """

    held: float = 0.25
    close: float = 0.77
    passage: int = 80
    long_passage: int = 110
    words: int = 115
    long_words: int = 230
    units: int = 3
    long_units: int = 4


def choose(
    query: Query, scored: Sequence[Scored], s: WriteSettings, decided: Callable[[Unit], Unit | None] = lambda _: None
) -> list[Unit]:
    """The best unit, widened, and those close to it that say something else, within the limits.

    Where a decision is asked for, words about an item give way to what was `decided` on it, if that is not too long.
    Beside a row of a table other rows stand only where several were asked for: its neighbours' figures mislead.
    """
    chosen: list[Unit] = []
    limit = s.long_words if query.wants in LONG else s.words
    used = 0
    several = query.wants in ("list", "compare")
    for found in scored:
        if len(chosen) == (s.long_units if query.wants in LONG else s.units) or found.score < s.close * scored[0].score:
            break
        if found.unit.row and not several and any(held.row for held in chosen):
            continue
        unit = (query.wants == "decision" and decided(found.unit)) or found.unit
        unit = unit if unit is not found.unit and fits(unit, s) else widened(found.unit, query, s)
        words = len(shown(unit, query).split())
        if used + words <= limit and not any(_same(unit, held) for held in chosen):
            chosen.append(unit)
            used += words
    return chosen


def fits(unit: Unit, s: WriteSettings) -> bool:
    """Whether a decision is short enough to be given whole."""
    return len(unit.text.split()) <= s.long_words


def widened(unit: Unit, query: Query, s: WriteSettings) -> Unit:
    """A sentence with those after it in its paragraph; a decision or list with all its parts."""
    if unit.row:
        return unit
    whole = " ".join(unit.chunk.text.split())
    if query.wants in ("decision", "list") and (unit.lead or unit.decides) and len(whole.split()) <= s.long_words - 40:
        return replace(unit, text=unit.chunk.text, lead="" if unit.lead in unit.chunk.text else unit.lead)
    text, rest = unit.text, unit.chunk.text.partition(unit.text)[2]
    limit = s.long_passage if query.wants in LONG else s.passage
    for part in re.split(r"[\n\t]", rest) if _runs_on(unit, query) else [re.split(r"[\n\t]", rest)[0]]:
        for sentence in sentences(part.strip()):
            if len(text.split()) + len(sentence.split()) > limit:
                return replace(unit, text=text)
            text = f"{text} {sentence}"
    return replace(unit, text=text)


def _runs_on(unit: Unit, query: Query) -> bool:
    """Whether what follows a sentence's paragraph belongs to it: it announces a list, or a list is wanted."""
    return unit.chunk.kind is not Kind.TABLE and (
        query.wants in ("list", "decision") or unit.text.rstrip(" -–").endswith(":")
    )


def _same(unit: Unit, other: Unit) -> bool:
    """Whether one unit's words stand in the other's."""
    return unit.text in other.text or other.text in unit.text or set(stems_of(unit.text)) == set(stems_of(other.text))


def shown(unit: Unit, query: Query) -> str:
    """How a unit is said: its own words, a table's row by the cells asked for."""
    if unit.row:
        return said_row(unit, query)
    lead = f"{unit.lead} " if unit.lead and len(unit.lead.split()) < 25 else ""
    return lead + " ".join(unit.text.split())
