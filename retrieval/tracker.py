"""What became of a commitment or a decision: what later papers say of it, and what that comes to.

Nothing is inferred from silence but that there is no later mention in the papers held.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from ingest.dates import dates_in
from ingest.entries import Commitment, Decision
from ingest.papers import Chunk, Kind, Meeting
from ingest.sentences import sentences
from retrieval.answers import Filters, Passage
from retrieval.states import Became, words_to_state
from retrieval.terms import stem, stems_of, words_of

_CARRIERS = """
    agree agreed board bring brought cabinet circulate circulated committee council councillors give given make members
    officers panel provide provided report reported request requested send sent set submit submitted take write
"""
CARRIERS = frozenset(_CARRIERS.split())
"""Words that carry a promise and are not what it is about."""
SILENCE = "no later mention in the papers held"
_PROGRESS = re.compile(r"progress|update|status|position|outcome|comment|response|result", re.I)


@dataclass(frozen=True, slots=True)
class FollowSettings:
    """How alike a passage must be to speak of the same thing.

    `share` is of the weight of the words of the action, of which at least `words` stand together and are `density` of
    the words there; one fewer will do where they are `compact` of them. Where a passage refers to the minute or the
    day, `referred_share` and `referred_words` do. An action of fewer words than `telling` takes its item's title, but
    half of its own words must be there. `looked` passages are looked at.
    """

    share: float = 0.6
    words: int = 4
    density: float = 0.2
    compact: float = 0.5
    telling: int = 6
    referred_share: float = 0.3
    referred_words: int = 2
    looked: int = 40


class Desk(Protocol):
    """Where passages are found by their words: the catalogue."""

    def find(self, terms: Sequence[str], filters: Filters, limit: int) -> list[Passage]:
        """The passages that share most with the words."""

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each word stands."""

    def size(self) -> int:
        """How many passages there are."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a paper says of it: the words, where they stand, the sitting that they are of, and the state they tell."""

    quote: str
    document: str
    meeting: Meeting | None
    pdf_page: int | None
    printed: str = ""
    says: Became | None = None

    @property
    def date(self) -> date | None:
        """The day of the sitting."""
        return self.meeting.date if self.meeting else None


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of it, why that is said, and the later mentions by date; `evidence` is the one that says so."""

    status: Became
    reason: str
    later: tuple[Mention, ...] = ()
    evidence: Mention | None = None


def follow(commitment: Commitment, mentions: Iterable[Mention], today: date) -> Followed:
    """What became of a commitment as of today, by the newest paper that says so; its own row's progress is evidence."""
    later = tuple(sorted(mentions, key=_by_date))
    telling = [mention for mention in (*_own(commitment), *later) if mention.says]
    if not telling:
        not_due = commitment.due is not None and today <= commitment.due
        return Followed(Became.OPEN if not_due else Became.UNKNOWN, f"{'not yet due; ' * not_due}{SILENCE}", later)
    newest = telling[-1]
    said = f"{newest.meeting}" if newest.meeting else newest.document
    due = commitment.due
    if newest.says is not Became.OPEN or due is None:
        return Followed(newest.says or Became.UNKNOWN, said, later, newest)
    if newest.date and newest.date > due:
        return Followed(Became.OVERDUE, f"{said}: not done when due", later, newest)
    if today > due:
        return Followed(Became.UNKNOWN, f"{said}: open then; since it fell due {SILENCE}", later, newest)
    return Followed(Became.OPEN, said, later, newest)


def later_mentions(
    entry: Commitment | Decision, desk: Desk, settings: FollowSettings | None = None
) -> tuple[Mention, ...]:
    """What papers of later sittings say of the same thing, by date; none where the entry's own has no date."""
    settings = settings or FollowSettings()
    made = entry.meeting.date if entry.meeting else None
    words = {stem(word): word for word in words_of(_about(entry, settings)) if word not in CARRIERS}
    if made is None or len(words) < settings.referred_words:
        return ()
    held = desk.document_frequency(words.values())
    weights = {root: math.log(1 + desk.size() / (1 + held.get(word, 0))) for root, word in words.items()}
    found = desk.find(tuple(words.values()), Filters(since=made + timedelta(days=1)), settings.looked)
    own = entry.action if isinstance(entry, Commitment) else _about(entry, settings)
    mentions = (_mention(passage.chunk, _Sought(entry, made, _roots(own), weights, settings)) for passage in found)
    kept = {(mention.document, mention.pdf_page, mention.quote): mention for mention in mentions if mention}
    return tuple(sorted(kept.values(), key=_by_date))


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for: the entry, the day it was made, its own words, and the weight of each word."""

    entry: Commitment | Decision
    made: date
    own: frozenset[str]
    weights: Mapping[str, float]
    settings: FollowSettings

    def share(self, text: str) -> tuple[float, int]:
        """The share of the weight of the words that stand in a text, and how many of them do."""
        shared = set(stems_of(text)) & self.weights.keys()
        return sum(self.weights[root] for root in shared) / (sum(self.weights.values()) or 1.0), len(shared)

    def alike(self, text: str, refers: bool) -> bool:
        """Whether a text speaks of the same thing."""
        share, words = self.share(text)
        if refers:
            return share >= self.settings.referred_share and words >= self.settings.referred_words
        there = set(stems_of(text))
        dense = words / (len(there) or 1)
        enough = words >= self.settings.words - (dense >= self.settings.compact) and dense >= self.settings.density
        return share >= self.settings.share and enough and 2 * len(there & self.own) >= len(self.own)

    def named_in(self, cells: Iterable[str]) -> bool:
        """Whether a row names the minute in a cell of its own."""
        number = self.entry.item.number.rstrip(".") if self.entry.item else ""
        return bool(number) and any(
            re.match(rf"{re.escape(number)}(?:\s*\([a-z\d]+\))*$", cell.strip()) for cell in cells
        )


def _about(entry: Commitment | Decision, settings: FollowSettings) -> str:
    """The words that a later paper would use of it."""
    title = entry.item.title if entry.item else ""
    if isinstance(entry, Decision):
        return f"{title} {entry.parts[0].text if entry.parts else entry.text}"
    return entry.action if len(set(words_of(entry.action))) >= settings.telling else f"{entry.action} {title}"


def _roots(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about."""
    return frozenset(stem(word) for word in words_of(text) if word not in CARRIERS)


def _own(commitment: Commitment) -> Iterator[Mention]:
    """What the commitment's own row says of its progress, on the day of its paper."""
    if commitment.progress:
        place = commitment.place
        page = place.pages[0] if place.paged else None
        state = words_to_state(commitment.progress)
        yield Mention(commitment.progress, place.document, commitment.meeting, page, place.printed[0], state)


def _mention(chunk: Chunk, sought: _Sought) -> Mention | None:
    """The words of a passage that speak of the same thing, with the state that they tell; None if none do."""
    if chunk.kind is Kind.TABLE and not chunk.cells:
        return None
    read = (_row if chunk.cells else _prose)(chunk, sought)
    page = chunk.pages[0] if chunk.paged else None
    return Mention(read[0], chunk.document, chunk.meeting, page, chunk.printed[0], read[1]) if read else None


def _row(chunk: Chunk, sought: _Sought) -> tuple[str, Became | None] | None:
    """A row of a plan or log that is of the same thing: what its columns of progress say, else the row's own words."""
    refers = sought.named_in(cell for _, cell in chunk.cells) and sought.alike(chunk.text, refers=True)
    cells = [cell for _, cell in chunk.cells]
    beside = [" ".join(pair) for pair in pairwise(cells)]
    if not refers and not any(sought.alike(text, refers=False) for text in (*cells, *beside)):
        return None
    progress = [cell for head, cell in chunk.cells if _PROGRESS.search(head)]
    telling = next((cell for cell in progress if words_to_state(cell)), None)
    if telling:
        return telling, words_to_state(telling)
    return max((cell for _, cell in chunk.cells), key=sought.share), None


def _prose(chunk: Chunk, sought: _Sought) -> tuple[str, Became | None] | None:
    """The sentence that is of the same thing, to the next that tells a state where it tells none itself."""
    parts = [sentence for line in chunk.text.split("\n") for sentence in sentences(line)]
    best = max(range(len(parts)), key=lambda at: sought.share(parts[at]))
    refers = any(day == sought.made for _, day in dates_in(chunk.text))
    if not (sought.alike(parts[best], refers=False) or (refers and sought.alike(chunk.text, refers=True))):
        return None
    quote, state = _to_state(parts, best, len(parts) if refers else 2)
    return (quote, state) if state or quote.rstrip("\"'”’)").endswith((".", ";", "!", "?")) else None


def _to_state(parts: Sequence[str], first: int, reach: int) -> tuple[str, Became | None]:
    """The sentences from one to the next within reach that tells a state, and that state; the one alone for none."""
    for at, part in enumerate(parts[first : first + reach], first):
        state = words_to_state(part)
        if state:
            return " ".join(parts[first : at + 1]), state
    return parts[first], None


def _by_date(mention: Mention) -> tuple[date, int]:
    """Earlier sittings first, and of one day's papers the one that reports it done last."""
    order = (None, Became.OPEN, Became.OVERDUE, Became.SUPERSEDED, Became.DONE)
    return mention.date or date.min, order.index(mention.says)
