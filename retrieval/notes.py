"""What must be said beside an answer: what it leaves out, how the question was read, what became of a promise."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.entries import Commitment
from ingest.papers import squash
from retrieval.answers import Query
from retrieval.tracker import SILENCE, Followed
from retrieval.units import Unit

_STOP = re.compile(r"[.!?][\"'”’)]*\s*$")


def became(promise: Commitment, followed: Followed) -> str:
    """What to say of a commitment: what a later paper says became of it, or that none held does."""
    said = followed.evidence
    if said is None or said not in followed.later:
        return f"“{promise.action}”: {SILENCE}."
    return f"“{promise.action}”: {followed.status} ({followed.reason}: “{said.quote}”, {said.document})."


def read_as(query: Query) -> Iterator[str]:
    """What to say where words of the question were taken for misspelt."""
    for written, read in query.read_as:
        yield f"“{written}” was read as “{read}…”, a word of the papers."


def never_used(words: Sequence[str], frequency: Mapping[str, int]) -> Iterator[str]:
    """What to say where the papers never use words of the question: the answer may be about something else."""
    strange = [f"“{word}”" for word in dict.fromkeys(words) if not frequency[word] and len(word) > 3]
    if strange:
        yield f"The papers never use {', '.join(strange)}: check that this is what you asked about."


def left_out(unit: Unit) -> Iterator[str]:
    """What to say where a resolution has more parts than are quoted; nothing where it is quoted whole."""
    item = unit.chunk.item
    stopped = bool(_STOP.search(unit.text))
    parted = bool(unit.lead) or not stopped or squash(unit.text) != squash(unit.chunk.text)
    if unit.decides and parted and item and item.number:
        yield f"More may have been resolved under minute {item.number.rstrip('.')} than is quoted here: see its page."
