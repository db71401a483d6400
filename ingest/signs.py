"""What a document says of itself that ties it to others: references, drafts, approvals, what it replaces."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.dates import dates_in
from ingest.papers import Chunk, Item, Kind, Pack, PackKind
from ingest.sentences import sentences
from ingest.ties import Approval, Signs, Sitting

OPENING_LINES, COVER_LINES, FRONT_PAGES = 15, 40, 2
_ITEM = re.compile(r"^\(item [^)]{1,8}\)\s*", re.I)
_REFERENCE = re.compile(r"(?<![\w/-])(?!(?:19|20)\d\d[/-])(?:[A-Z]{1,5}[/-])?\d{2,4}[/-]\d{3,6}(?![\w/])")
_CONFIRMED = re.compile(
    r"\bthese minutes were (?:duly )?(?:confirmed|approved|agreed|adopted|signed)\b"
    r"|^\W*(?:confirmed|approved) minutes\W*$|^\W*minutes\W+(?:confirmed|approved)\W*$",
    re.I,
)
_DRAFT = re.compile(
    r"^\W*(?:draft|unconfirmed)(?:\W+(?:minutes|record|subject to|until)\b.{0,80})?\W*$"
    r"|\bminutes\b.{0,60}[(–-]\s*(?:draft|unconfirmed)\b|^\W*minutes\W+(?:draft|unconfirmed)\W*$",
    re.I,
)
_MINUTES = re.compile(r"\bminutes\b", re.I)
_APPROVED = re.compile(
    r"\b(?:approved?|agreed|confirm(?:ed)?|adopt(?:ed)?|accepted|signed"
    r"|(?:correct|accurate|true|fair)(?: and (?:correct|accurate|fair|true))? (?:and \w+ )?(?:record|account))\b",
    re.I,
)
_NOT_YET = re.compile(
    r"^\W*(?:\(?\w{1,3}[.)] )?to (?:approve|agree|confirm|adopt|accept|sign|receive|consider|note)\b"
    r"|\b(?:to be|will be|would be|be asked to|is asked to|for approval"
    r"|not (?:yet )?(?:been )?(?:approved|agreed|confirmed)"
    r"|deferred|yet to be)\b",
    re.I,
)
_CORRECTED = re.compile(
    r"\b(?:subject to|with the (?:following )?(?:amendments?|corrections?|addition|exception)|as amended"
    r"|following (?:amendments?|corrections?)|amended to read)\b.*",
    re.I | re.S,
)
_OF_APPROVAL = re.compile(
    r",?\s*(?:that )?the minutes of\b.*|,?\s*(?:be |were )(?:approved|agreed|confirmed)\b.*", re.I | re.S
)
_REPLACES = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing))\b.{0,60}\b(?:version|report|paper|appendix|appendices|pages?|minutes"
    r"|agenda|document|one)\b",
    re.I | re.S,
)


def pack_to_signs(pack: Pack, chunks: Sequence[Chunk]) -> Signs:
    """The signs of a document, of which the texts of its pages and its chunks are given."""
    replaces = next(_replacing(pack), (0, ""))
    return Signs(
        references=tuple(sorted(_references(pack))),
        sittings=tuple(_sittings(pack, chunks)),
        replaces=replaces[1],
        replaces_on=replaces[0],
    )


def references_in(text: str) -> set[str]:
    """The numbers by which decisions and applications go, with one kind of stroke; ranges of years are none."""
    return {found.upper().replace("-", "/") for found in _REFERENCE.findall(text)}


def _references(pack: Pack) -> set[str]:
    """The references in a document's name, title and on its cover; an agenda's are its items'."""
    if pack.kind in (PackKind.AGENDA_PACK, PackKind.MINUTES):
        return set()
    cover = "\n".join(pack.pages[0].text.splitlines()[:COVER_LINES])
    return references_in(f"{pack.document.replace('_', ' ')}\n{pack.title}\n{cover}")


def _replacing(pack: Pack) -> Iterator[tuple[int, str]]:
    """The pages and sentences at a document's front that say that it replaces another version."""
    for page in pack.pages[:FRONT_PAGES]:
        for sentence in sentences(" ".join(page.text.splitlines()[:COVER_LINES])):
            if _REPLACES.search(sentence) and len(sentence.split()) < 60:
                yield page.number, sentence


def _sittings(pack: Pack, chunks: Sequence[Chunk]) -> Iterator[Sitting]:
    """The sets of minutes in a document: it, where it is minutes, else those that it holds."""
    if pack.kind is PackKind.MINUTES and pack.meeting:
        sets = [Item("", "", (1, len(pack.pages)), pack.meeting)]
    else:
        sets = [item for item in pack.items if item.record]
    for held in sets:
        if held.meeting:
            told = _told_draft(pack, held)
            put = f"put to {pack.meeting} to approve" if pack.meeting and pack.meeting != held.meeting else ""
            approvals = tuple(_approvals(held, chunks))
            confirmed = "" if told else _told_confirmed(pack, held)
            yield Sitting(held.meeting, held.pages, told or put, bool(told), approvals, confirmed)


def _told_draft(pack: Pack, held: Item) -> str:
    """How a set of minutes says that it is a draft: at its top, or in the name of a document that it fills."""
    top = pack.page(held.pages[0]).text.splitlines()[:OPENING_LINES]
    if any(_DRAFT.search(line) for line in top):
        return f"printed as a draft on page {held.pages[0]}"
    named = re.sub(r"[_-]+", " ", f"{pack.document} {pack.title}")
    return (
        "called a draft in its name"
        if held.pages == (1, len(pack.pages)) and re.search(r"\bdraft\b", named, re.I)
        else ""
    )


def _told_confirmed(pack: Pack, held: Item) -> str:
    """The words on its first page with which a set of minutes says that it was confirmed."""
    lines = pack.page(held.pages[0]).text.splitlines()
    return next((line.strip() for line in lines if _CONFIRMED.search(line)), "")


def _approvals(held: Item, chunks: Sequence[Chunk]) -> Iterator[Approval]:
    """What a set of minutes approves: sentences that say so of minutes of an earlier day, of that body."""
    for chunk in chunks:
        if (
            chunk.kind is not Kind.MINUTE
            or chunk.meeting != held.meeting
            or not chunk.meeting
            or not chunk.meeting.date
        ):
            continue
        above = f"{chunk.item.title if chunk.item else ''} {' '.join(chunk.headings)}"
        if not _MINUTES.search(f"{above} {chunk.text}"):
            continue
        for sentence in sentences(_ITEM.sub("", " ".join(chunk.text.split()))):
            if _MINUTES.search(sentence) and _APPROVED.search(sentence) and not _NOT_YET.search(sentence):
                for day in _days(sentence, chunk.meeting.date) or _days(above, chunk.meeting.date):
                    yield Approval(day, chunk.pages[0], sentence, _corrected(sentence, chunk.text))


def _days(text: str, before: date) -> list[date]:
    """The days named before that day; a day without its year is of the same year."""
    return [day for _, day in dates_in(text, before.year) if day < before]


def _corrected(sentence: str, text: str) -> str:
    """With what change minutes were approved, "" where with none; a change announced is said in what follows."""
    found = _CORRECTED.search(sentence)
    if not found:
        return ""
    said = _OF_APPROVAL.sub("", found[0]).strip()
    following = " ".join(text.split()).partition(sentence)[2].strip()
    return f"{said} {following}".strip() if said.endswith(":") else said
