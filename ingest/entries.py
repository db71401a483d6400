"""What the registers hold: what was decided, and what was promised; frozen, checked where they are made.

Every entry has its place: the words as they stand on its pages, and the boxes of those words.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from ingest.papers import Box, Item, Kind, Meeting, Span, identity


class Outcome(StrEnum):
    """What became of an item; `UNSURE` where two readings of the record disagree."""

    AGREED = "agreed"
    APPROVED = "approved"
    NOTED = "noted"
    RECOMMENDED = "recommended"
    REFERRED = "referred"
    DEFERRED = "deferred"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NONE = "none"
    UNSURE = "unsure"


class Standing(StrEnum):
    """How far an entry can be relied on: minutes until approved are a draft, and a report only recommends."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry's words stand: the document, its title, the pages, their printed numbers, a box for each line."""

    document: str
    title: str
    pages: Span
    printed: tuple[str, str] = ("", "")
    boxes: tuple[tuple[int, Box], ...] = field(default=(), repr=False)
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a resolution: the number as it nests (2.h), and its words."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes as recorded: totals (None where not given), and the names, where they are printed, of each side."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment put to the meeting: what became of it as recorded, whether it was carried, and the motion for it.

    `moved` are the words that moved it where they stand before, "" where they are the same or are not recorded.
    """

    text: str
    carried: bool
    moved: str = ""


@dataclass(frozen=True)
class Decision:
    """What was decided on an item, or recommended by its report: the exact words, their parts, and who.

    `readings` are the two outcomes, with the words behind each, where the outcome is unsure. A `procedural` one keeps
    the meeting in order (its minutes, an adjournment) and decides none of its business. `corrected` are the words of a
    later meeting that approved these minutes with a correction to this one.
    """

    place: Place
    order: int
    meeting: Meeting | None
    item: Item | None
    outcome: Outcome
    text: str
    standing: Standing
    parts: tuple[Part, ...] = ()
    conditions: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    mover: str = ""
    seconder: str = ""
    votes: Votes | None = None
    amendments: tuple[Amendment, ...] = ()
    procedural: bool = False
    corrected: str = ""
    readings: tuple[tuple[Outcome, str], ...] = ()

    def __post_init__(self) -> None:
        if self.outcome is not Outcome.NONE and not self.text.strip():
            raise ValueError("a decision has words")

    @property
    def business(self) -> bool:
        """Whether something of the meeting's business was decided."""
        return not self.procedural and self.outcome is not Outcome.NONE

    @cached_property
    def id(self) -> str:
        """The entry's name by its contents and place."""
        return identity("decision", self.place.document, self.order, self.place.pages, self.text)


@dataclass(frozen=True)
class Commitment:
    """What somebody undertook: owner as printed ("" where none is named), action, date, and where it was made.

    `due` is the last day that the words of `due_text` allow. `progress` is what the same row or paragraph says
    became of it, `rag` the colour only where the word for it is printed. `quote` stands on the page, in text of `kind`.
    """

    place: Place
    order: int
    meeting: Meeting | None
    item: Item | None
    owner: str
    action: str
    quote: str
    due: date | None = None
    due_text: str = ""
    progress: str = ""
    rag: str = ""
    kind: Kind = Kind.MINUTE

    def __post_init__(self) -> None:
        if not self.action.strip() or not self.quote.strip():
            raise ValueError("a commitment has an action and its words")

    @cached_property
    def id(self) -> str:
        """The entry's name by its contents and place."""
        return identity("commitment", self.place.document, self.order, self.place.pages, self.quote)


@dataclass(frozen=True, slots=True)
class Register:
    """All that a document enters in the registers: decisions and recommendations, and commitments, in its order."""

    decisions: tuple[Decision, ...] = ()
    commitments: tuple[Commitment, ...] = ()
