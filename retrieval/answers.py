"""The types that flow from a question to its answer: frozen, checked where they are made."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ingest.papers import Box, Chunk, Kind, Meeting, place
from ingest.ties import Footing

MARK = re.compile(r"\[(\d+)\]")


class Status(StrEnum):
    """Whether there is an answer, and if not, why not."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is confined to; None or "" means anything. Dates are of the meeting, both ends included."""

    committee: str = ""
    since: date | None = None
    until: date | None = None
    item: str = ""
    kind: Kind | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood: the whole question (follow-ups made whole), its words, and what it names.

    `wants` is what kind of answer is asked for: decision, commitment, who, when, figure, list, compare, explain, other.
    `meetings` are the sittings named; `numbers` the item or minute numbers named; `filters` what the asker confined.
    `same` pairs an acronym with what it stands for in the papers; `read_as` a word misspelt with how they spell it.
    """

    question: str
    whole: str
    terms: tuple[str, ...]
    wants: str = "other"
    committees: tuple[str, ...] = ()
    dates: tuple[tuple[date, date], ...] = ()
    numbers: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    same: tuple[tuple[str, str], ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found, best first: rank from 1, score comparable within one search only.

    `footing` is what it rests on; `also` are the chunks of other documents that have the same words.
    """

    chunk: Chunk
    rank: int
    score: float
    footing: Footing = field(default_factory=Footing)
    also: tuple[Chunk, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that supports a sentence: the mark in the text, the chunk, the words quoted and where they stand.

    `also` are the chunks of other documents that have the same words.
    """

    mark: int
    chunk: Chunk
    quote: str
    pdf_page: int | None
    printed: str
    boxes: tuple[Box, ...] = ()
    also: tuple[Chunk, ...] = ()

    @property
    def where(self) -> str:
        """How the cited place is named to people."""
        chunk = self.chunk
        return place(chunk.meeting, chunk.title, chunk.item, chunk.kind, self.pdf_page, self.printed)

    @property
    def meeting(self) -> Meeting | None:
        """The sitting that the quoted words record."""
        return self.chunk.meeting


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said: with citations where answered, with a reason where not. Marks and citations are the same set."""

    question: str
    status: Status
    text: str = ""
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.0
    writer: str = "extract"
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    nearest: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        marks = {int(mark) for mark in MARK.findall(self.text)}
        if marks != {citation.mark for citation in self.citations}:
            raise ValueError("the marks in the text and the citations are not the same set")
        if (self.status is Status.ANSWERED) != bool(self.citations):
            raise ValueError("an answer has citations, and what has none is not an answer")
        if self.status is not Status.ANSWERED and not self.reason:
            raise ValueError("what is not answered says why")
