"""Texts published more than once: which pages repeat another document's words, and which replace them.

What counts is said with its reason: of the same words the meeting's own pack, of words that differ the newer version.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ingest.likeness import Change, Sketch, compare, narrowed, shared
from ingest.papers import PackKind, Span, spoken
from ingest.ties import PUBLISHED, Paper, Relation, Sitting, Tie, same_body, same_meeting

_MARKS = (
    (re.compile(r"\b(?:corrected|correction|erratum|errata)\b", re.I), 3),
    (re.compile(r"\b(?:amended|revised|revision|updated?|replacement|supplementary)\b", re.I), 2),
    (re.compile(r"\bfinal\b", re.I), 1),
    (re.compile(r"\bdraft\b", re.I), -1),
)
"""Words in a name or title that say which version it is, and how late a version."""
_VERSION = re.compile(r"\b(?:v|ver|version|rev) ?(\d{1,3})(?:\.(\d{1,3}))?\b", re.I)
_SUFFIX = re.compile(r"[-_ ]?\(?(?:[b-h]|\d{1,2})\)?")


@dataclass(frozen=True, slots=True)
class VersionSettings:
    """How alike (0 to 1) texts of a meeting must be, minutes of one, minutes of two dates; how long; what is told."""

    version: float = 0.85
    minutes: float = 0.5
    misdated: float = 0.97
    words: int = 60
    told: int = 2


@dataclass(frozen=True, slots=True)
class _Side:
    """One document's part in a likeness: its pages, whether they are the whole of it, and the minutes they are of."""

    paper: Paper
    pages: Span
    complete: bool
    sitting: Sitting | None


def repeats(
    one: Paper, other: Paper, sketches: Callable[[str], Sketch], texts: Callable[[str], Sequence[str]]
) -> Iterator[Relation]:
    """Where two documents have the same words, or nearly: duplicates, and what replaces what.

    `sketches` and `texts` give the sample and the text of each page of a document; texts are asked for where samples
    agree only.
    """
    s = VersionSettings()
    one, other = sorted((one, other), key=lambda paper: (paper.pages, paper.document))
    starts = [item.pages[0] for item in one.agenda]
    for likely in shared(sketches(one.document), sketches(other.document), starts):
        needed = _needed(
            _side(one, likely.pages, likely.complete[0]), _side(other, likely.other, likely.complete[1]), s
        )
        if needed > 1:
            continue
        ours, theirs = texts(one.document), texts(other.document)
        found = narrowed(likely, ours, theirs)
        old, new = ours[found.pages[0] - 1 : found.pages[1]], theirs[found.other[0] - 1 : found.other[1]]
        ratio, changes = compare(old, new)
        if ratio >= needed and sum(len(text.split()) for text in old) >= s.words:
            sides = _side(one, found.pages, found.complete[0]), _side(other, found.other, found.complete[1])
            yield _changed(*sides, changes, s) if changes else _duplicate(*sides)


def _side(paper: Paper, pages: Span, complete: bool) -> _Side:
    holding = (held for held in paper.signs.sittings if held.pages[0] <= pages[0] and pages[1] <= held.pages[1])
    return _Side(paper, pages, complete, next(holding, None))


def _needed(one: _Side, other: _Side, s: VersionSettings) -> float:
    """How alike two texts must be to be versions of one; more than 1 where nothing can make them so.

    Papers of two meetings are two papers, however alike; minutes of two dates are one where hardly more than the date
    differs. What belongs to no meeting may be of a year.
    """
    if one.sitting and other.sitting:
        if same_meeting(one.sitting.meeting, other.sitting.meeting):
            return s.minutes
        misdated = same_body(one.sitting.meeting, other.sitting.meeting) and one.complete and other.complete
        return s.misdated if misdated else 2.0
    if one.sitting or other.sitting:
        return 2.0
    if one.paper.meeting and other.paper.meeting:
        return s.version if same_meeting(one.paper.meeting, other.paper.meeting) else 2.0
    years = [sorted(re.findall(r"(?:19|20)\d\d", side.paper.title)) for side in (one, other)]
    return s.version if years[0] == years[1] or not (one.complete and other.complete) else 2.0


def _duplicate(one: _Side, other: _Side) -> Relation:
    """The same words: what a pack holds comes before what is published alone, minutes alone before a pack's."""
    copy, kept = sorted((one, other), key=lambda side: (_worth(side), side.paper.modified, side.paper.document))
    place = "" if kept.pages == (1, kept.paper.pages) else f" on {_range(kept.pages)}"
    what = "all its words" if copy.complete else f"the words of {_range(copy.pages)}"
    items = tuple(
        item.number.rstrip(".")
        for item in kept.paper.agenda
        if item.pages[0] <= kept.pages[0] and kept.pages[1] <= item.pages[1]
    )
    reason = f"{what} stand there too{place}"
    return Relation(Tie.DUPLICATE_OF, copy.paper.document, copy.pages, kept.paper.document, kept.pages, reason, items)


def _worth(side: _Side) -> int:
    """How much a document is to be preferred among those with the same words."""
    if side.sitting:
        return int(side.paper.kind is PackKind.MINUTES)
    return 2 if side.paper.kind in PUBLISHED else int(side.paper.meeting is not None)


def _changed(one: _Side, other: _Side, found: Sequence[Change], s: VersionSettings) -> Relation:
    """Nearly the same words: which of the two replaces the other, why, and what it changes."""
    later, why = _newer(one, other)
    old = one if later is other else other
    changes = found if later is other else [Change(change.new, change.old) for change in found]
    shown = [_shown(change) for change in changes[: s.told]]
    more = len(changes) - len(shown)
    change = "; ".join([*shown, *([f"{more} more change{'s' * (more > 1)}"] if more else [])])
    signs = later.paper.signs
    said = (signs.replaces, signs.replaces_on) if why == _SAYS else ("", 0)
    return Relation(
        Tie.REPLACES, later.paper.document, later.pages, old.paper.document, old.pages, why, (), change, *said
    )


def _shown(change: Change) -> str:
    was, now = _short(change.old), _short(change.new)
    if not was:
        return f"“{now}” was added"
    return f"“{was}” became “{now}”" if now else f"“{was}” was left out"


def _short(text: str, words: int = 12) -> str:
    held = text.split()
    return " ".join(held[:words]) + (" …" if len(held) > words else "")


_SAYS = "it says that it replaces another version"


def _newer(one: _Side, other: _Side) -> tuple[_Side, str]:
    """Which of two versions is the later, and what tells so: the first of the signs that tells them apart."""
    for signed, why in _LATER:
        if signed(one) != signed(other):
            return max(one, other, key=signed), why
    for side, before in ((one, other), (other, one)):
        stem, base = PurePath(side.paper.document).stem, PurePath(before.paper.document).stem
        if stem.startswith(base) and _SUFFIX.fullmatch(stem[len(base) :]):
            return side, f"its name is the other’s with “{stem[len(base) :]}” added"
    return _dated(one, other)


def _dated(one: _Side, other: _Side) -> tuple[_Side, str]:
    """The later by the files' own dates; where they have none or the same, the one read later, or named later."""
    old, new = sorted((one, other), key=lambda side: (side.paper.modified, side.paper.document))
    if old.paper.modified and old.paper.modified[:10] != new.paper.modified[:10]:
        days = [spoken(date.fromisoformat(side.paper.modified[:10])) for side in (new, old)]
        return new, f"its file was last changed on {days[0]}, the other’s on {days[1]}"
    new = max(one, other, key=lambda side: (side.paper.modified, side.paper.read_at, side.paper.document))
    return new, "nothing but the order in which they were changed, read or named tells them apart"


def _named(side: _Side) -> str:
    return re.sub(r"[_-]+", " ", f"{PurePath(side.paper.document).stem} {side.paper.title}")


def _version(side: _Side) -> float:
    return max((int(major) + int(minor or 0) / 1000 for major, minor in _VERSION.findall(_named(side))), default=0.0)


def _mark(side: _Side) -> float:
    named = _named(side)
    return max((float(worth) for pattern, worth in _MARKS if pattern.search(named)), key=abs, default=0.0)


def _range(pages: Span) -> str:
    """Pages of the file as people name them."""
    return f"PDF page {pages[0]}" if pages[0] == pages[1] else f"PDF pages {pages[0]}-{pages[1]}"


def _is_no_draft(side: _Side) -> float:
    return float(not (side.sitting and side.sitting.printed_draft))


def _says(side: _Side) -> float:
    return float(bool(side.paper.signs.replaces))


def _was_sent_later(side: _Side) -> float:
    return float(side.paper.kind is PackKind.SUPPLEMENT)


_LATER: tuple[tuple[Callable[[_Side], float], str], ...] = (
    (_is_no_draft, "the other is a draft"),
    (_says, _SAYS),
    (_version, "it has the higher version number"),
    (_mark, "its name says that it is the later version"),
    (_was_sent_later, "it was sent after the agenda"),
)
"""The signs that tell the later of two versions, the surest first, and how they are said."""
