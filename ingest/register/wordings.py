"""What the wordings of `wordings.toml` say of a sentence: whether it decides, how surely, and to what outcome."""

import re
import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

from ingest.entries import Outcome
from ingest.register.language import compiled


class Strength(IntEnum):
    """How surely a wording decides: only where nothing else does, where a paragraph begins with it, or always."""

    PASSING = 1
    STATED = 2
    FORMAL = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of the table: its pattern, what it means (a strength or an outcome, "" where neither), its example."""

    pattern: re.Pattern[str]
    meaning: str
    example: str


@cache
def wordings(table: str) -> tuple[Wording, ...]:
    """The rows of a table: decides, recommends, outcome, verb, empty or procedural."""
    read = tomllib.loads(files("ingest.register").joinpath("wordings.toml").read_text(encoding="utf-8"))
    return tuple(
        Wording(compiled(row["says"], read["lists"]), row.get("strength", row.get("outcome", "")), row["example"])
        for row in read[table]
    )


def deciding(paragraph: str, end: int, opens: bool) -> tuple[Strength, re.Match[str]] | None:
    """How surely the sentence that begins this text and ends at `end` decides; `opens` if it opens its paragraph."""
    return _found("decides", paragraph, end, opens)


def recommending(paragraph: str, end: int, opens: bool) -> tuple[Strength, re.Match[str]] | None:
    """How surely that sentence recommends."""
    return _found("recommends", paragraph, end, opens)


def _found(table: str, paragraph: str, end: int, opens: bool) -> tuple[Strength, re.Match[str]] | None:
    for wording in wordings(table):
        match = wording.pattern.search(paragraph)
        strength = Strength[wording.meaning.upper()]
        if match and match.start() < end and (opens or strength is not Strength.STATED):
            return strength, match
    return None


def says(table: str, text: str) -> bool:
    """Whether a wording of that table stands in the text."""
    return any(wording.pattern.search(text) for wording in wordings(table))


def settled(text: str) -> Outcome | None:
    """The outcome that these words settle whatever else they say."""
    return next((Outcome(row.meaning) for row in wordings("outcome") if row.pattern.search(text)), None)


def first_verb(text: str) -> Outcome | None:
    """What a part of a resolution does, by the verb that comes first in it, the longest if several begin there."""
    found = [(match, row.meaning) for row in wordings("verb") if (match := row.pattern.search(text))]
    first = min(found, key=lambda pair: (pair[0].start(), -pair[0].end()), default=None)
    return Outcome(first[1]) if first else None
