"""The types of what belongs together: what a document says of itself, and the relations between documents.

Relations and what they rest on are kept by the catalogue; they are worked out in `signs`, `likeness` and `relations`.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.entries import Standing
from ingest.papers import Item, Meeting, PackKind, Span

PUBLISHED = (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT)
"""What is published with an agenda."""


class Tie(StrEnum):
    """How a document is related to another, its target."""

    SUPPLEMENT_OF = "supplement of"
    PART_OF = "part of"
    DUPLICATE_OF = "duplicate of"
    REPLACES = "replaces"
    CONFIRMS = "confirms"


@dataclass(frozen=True, slots=True)
class Relation:
    """That pages of a document are related to pages of another, and why.

    `items` are the agenda items of the target concerned; `change` says what the document changes in the target, "" for
    nothing; `quote` are the document's own words that say so, on page `said_on` (0 where none do).
    """

    kind: Tie
    document: str
    pages: Span
    target: str
    target_pages: Span
    reason: str
    items: tuple[str, ...] = ()
    change: str = ""
    quote: str = ""
    said_on: int = 0

    def __post_init__(self) -> None:
        if self.document == self.target:
            raise ValueError(f"{self.document} is not related to itself")

    @property
    def outdone(self) -> str:
        """The document of the two that the other is to be preferred to; "" where neither is."""
        if self.kind is Tie.REPLACES:
            return self.target
        return self.document if self.kind is Tie.DUPLICATE_OF else ""


@dataclass(frozen=True, slots=True)
class Approval:
    """That a meeting approved the minutes of the sitting of a day, in its words; `corrected` says with what change."""

    day: date
    page: int
    quote: str
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A set of minutes in a document: the sitting, its pages, how it is known for a draft, and what it approved.

    `printed_draft` is whether the set itself says that it is a draft, not only the place where it stands, `confirmed`
    its own words that it was confirmed since.
    """

    meeting: Meeting
    pages: Span
    draft: str = ""
    printed_draft: bool = False
    approvals: tuple[Approval, ...] = ()
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a document says of itself that ties it to others.

    `references` are the numbers by which a decision goes (24/00109); `replaces` are its words that say that it replaces
    another version, on page `replaces_on`.
    """

    references: tuple[str, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    replaces: str = ""
    replaces_on: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as its relations see it: its face, and its signs. `modified` and `read_at` are ISO times or ""."""

    document: str
    title: str
    kind: PackKind
    meeting: Meeting | None
    pages: int
    signs: Signs
    items: tuple[Item, ...] = ()
    modified: str = ""
    read_at: str = ""

    @property
    def agenda(self) -> tuple[Item, ...]:
        """The items of the agenda of a pack or a supplement."""
        if self.kind not in PUBLISHED:
            return ()
        return tuple(item for item in self.items if item.number and item.meeting in (None, self.meeting))


@dataclass(frozen=True, slots=True)
class Footing:
    """What a passage rests on: what replaced it, where else its words stand, and whether its minutes are confirmed.

    `sitting` is the set of minutes that it stands in; None where it is no minute.
    """

    replaced: Relation | None = None
    duplicate: Relation | None = None
    confirmed: Relation | None = None
    sitting: Sitting | None = None

    @property
    def counts(self) -> bool:
        """Whether no other text held is to be preferred to it."""
        return not self.replaced and not self.duplicate

    @property
    def standing(self) -> Standing | None:
        """How far minutes can be relied on: a draft until they or later ones say otherwise; None for the rest."""
        if self.sitting is None:
            return None
        return Standing.CONFIRMED if self.confirmed or self.sitting.confirmed else Standing.DRAFT

    def correction(self, number: str) -> str:
        """The words that confirmed its minutes with a correction; "" for none, or for one to other minutes."""
        if not self.confirmed or not self.confirmed.change:
            return ""
        told = f"{self.confirmed.change} {self.confirmed.quote}"
        named = re.findall(r"\bminutes? (?:no\.? ?|number )?(\d+)", told)
        return self.confirmed.quote if not named or number.rstrip(".") in named else ""

    @property
    def name(self) -> str:
        """The footing in a word: superseded, duplicate, confirmed, draft, current."""
        if self.replaced:
            return "superseded"
        return "duplicate" if self.duplicate else str(self.standing or "current")


def same_meeting(one: Meeting | None, other: Meeting | None) -> bool:
    """Whether two sittings are one, however their committee is printed; of sittings without a date none is."""
    return bool(one and other and one.date and one.date == other.date and same_body(one, other))


def same_body(one: Meeting, other: Meeting) -> bool:
    """Whether two sittings are of one body: The Cabinet, CABINET."""
    return _body(one.committee) == _body(other.committee)


def _body(name: str) -> str:
    return re.sub(r"^(?:meeting ?of ?)?(?:the ?)?", "", name.lower().replace("&", "and")).replace(" ", "")
