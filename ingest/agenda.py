"""Front sheets: which committee, when, what kind of document, and its items with their pages.

Each step is a function from what the step before it found; a council's layout is a pattern in the tables here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.dates import dates_in, first_date
from ingest.listed import Entry, front_to_entries
from ingest.papers import Item, Line, Meeting, Page

BODY = re.compile(
    r"\b(cabinet|committee|sub-?committee|council|panel|board|executive|forum|commission|assembly|authority|"
    r"partnership|working party|working group|task group|governors|trustees)\b",
    re.I,
)
WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_FURNITURE = re.compile(
    r"[-–—:,\s]*\b(supplement(ary)?( agenda)?( pack)?|public reports pack|reports pack|agenda( pack)?"
    r"|public document pack|minutes|to follow|addendum|meeting of( the)?|notice of|a?\s*meeting)\b[-–—:,\s]*",
    re.I,
)
_SENT = re.compile(r"additional information (is )?enclosed|now able to enclose", re.I)
_SUPPLEMENT = re.compile(r"\b(supplement(ary)?|addendum|update sheet)\b", re.I)
_HEADING_WORDS = 16
_SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "a", "an", "at", "by"}
_SMALL_PARTS = {"cum", "on", "upon", "in", "le", "de", "by", "the", "under", "next"}
_MEETING_OF = re.compile(
    r"(?:[Mm]eeting|[Mm]inutes) of (?:the )?(?P<name>[A-Z][\w&,'’ -]*?),?\s+(?:held|on|meeting|was|were|at|will)\b"
    r"|^MINUTES OF (?:THE |A )?(?:MEETING OF (?:THE )?)?(?P<loud>[A-Z][A-Z&,'’ -]*?) (?:MEETING|HELD)\b"
)
_DECIDED_AT = re.compile(r"^(?:decided|made) at (?:the )?meeting:\s*(?P<day>[\d/.-]+)\s*[-–]\s*(?P<name>\S.*)$", re.I)
_DAY_NAME = re.compile(r"[\s,–—-]*(?:\b\w+day)?[\s,–—-]*$", re.I)
_LEAD = re.compile(r"^(?:of|to|by|committee|decision of|the|held on)[:\s]+(?=[A-Z])(?:the\s+)?", re.I)
_SENTENCE = re.compile(
    r"[.;?@]|\bwill\b|\bmembers? of\b|\b(is|are|was|were|following|recommendations?|held|agreed)\b|\d", re.I
)
_LONE = re.compile(r"(overview and |and |scrutiny |sub-?)*(committee|panel|board|council|forum)", re.I)
_NOT_A_BODY = re.compile(
    r"council (house|chamber|offices|tax)|director|department|officer|^(committee|council|board)$", re.I
)
_KIND_OF_COUNCIL = re.compile(r"(?:(?:parish|town|community|city|borough|district|county) )?council", re.I)


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """What a front sheet says: the meeting, whether it is a supplement, and the items listed."""

    meeting: Meeting | None
    supplement: bool
    entries: tuple[Entry, ...]


def front_to_sheet(front: Sequence[Page]) -> FrontSheet:
    """The meeting, the kind and the items of a front sheet."""
    lines = [line for page in front for line in page.lines]
    text = "\n".join(line.text for line in lines)
    headed = any(_SUPPLEMENT.search(line.text) and len(line.text.split()) <= _HEADING_WORDS for line in lines[:25])
    supplement = headed or bool(_SENT.search(text))
    return FrontSheet(lines_to_meeting(lines), supplement, front_to_entries(front))


def lines_to_meeting(lines: Sequence[Line], within: int = 60) -> Meeting | None:
    """The sitting that a heading names: a date (a weekday's first) with the committee on its line or nearest above."""
    for match in (_DECIDED_AT.match(line.text) for line in lines):
        if match and (decided := next(dates_in(match["day"]), None)):
            return Meeting(match["name"], decided[1])
    dated = [(at, day) for at, line in enumerate(lines[:within]) if (day := first_date(line.text))]
    named = [(at, day) for at, day in dated if WEEKDAY.search(lines[at].text)]
    for at, day in named or dated:
        committee = _committee(lines, at)
        if committee:
            return Meeting(_in_full(committee, lines[: at + 3]), day)
    return None


def _in_full(committee: str, lines: Sequence[Line]) -> str:
    """The fuller name that another heading gives a body that is named by its kind alone ("Parish Council")."""
    if not _KIND_OF_COUNCIL.fullmatch(committee):
        return committee
    names = (titled(committee_in(line.text)) for line in lines)
    return next((name for name in names if name.lower().endswith(f" {committee.lower()}")), committee)


def sheet_to_agenda(sheet: FrontSheet) -> tuple[Item, ...]:
    """The items of an agenda without papers, each where it is listed, to where the next is."""
    following = [entry.page for entry in sheet.entries[1:]] + [sheet.entries[-1].page if sheet.entries else 0]
    pairs = zip(sheet.entries, following, strict=False)
    return tuple(replace(entry_to_item(entry, sheet), pages=(entry.page, last)) for entry, last in pairs)


def entry_to_item(entry: Entry, sheet: FrontSheet) -> Item:
    """An item where the agenda lists it, which is all that is known of one without a paper in the file."""
    here = (entry.page, entry.page)
    said = (f"agenda: PDF {entry.page}",)
    return Item(
        entry.number, entry.title, here, sheet.meeting, entry.exempt, entry.line, entry.printed, entry.note, said
    )


def without_papers(sheet: FrontSheet, found: Sequence[Item]) -> tuple[Item, ...]:
    """The items listed as exempt or to follow that have no paper in the file, each where it is listed."""
    held = {item.number for item in found}
    awaited = (e for e in sheet.entries if e.number not in held and (e.exempt or e.note == "to follow"))
    return tuple(entry_to_item(entry, sheet) for entry in awaited)


def titled(name: str) -> str:
    """A committee's name in headline style where it is printed in capitals."""
    if name != name.upper():
        return name
    words = name.lower().split()
    return " ".join(w if w in _SMALL and i else _capital(w) for i, w in enumerate(words))


def _capital(word: str) -> str:
    parts = word.split("-")
    return "-".join(p if p in _SMALL_PARTS and i else p[:1].upper() + p[1:] for i, p in enumerate(parts))


def _committee(lines: Sequence[Line], at: int) -> str:
    """The body named on the dated line, or on the nearest lines above it, else just below."""
    around = [at, *range(at - 1, max(at - 8, -1), -1), *range(at + 1, min(at + 3, len(lines)))]
    for where in around:
        name = committee_in(_whole(lines, where))
        if name:
            return titled(name)
    return ""


def _whole(lines: Sequence[Line], where: int) -> str:
    """A heading line, joined with the one above where the name of a body runs over two lines of one style."""
    line, above = lines[where], lines[where - 1] if where else None
    text = line.text.strip()
    if above is None or abs(line.size - above.size) > 0.5 or line.bold != above.bold:
        return text
    loud = above.text.upper() == above.text and text.upper() == text and BODY.search(text)
    if _LONE.fullmatch(text) or (loud and not re.search(r"\d|COUNCIL$|^MINUTES|^AGENDA", above.text.strip())):
        return f"{above.text.strip()} {text}"
    return text


def committee_in(text: str) -> str:
    """The committee that a heading line names, without date and furniture; "" where it is a sentence or names none."""
    held = _MEETING_OF.search(text)
    name = (held["name"] or held["loud"]) if held else ""
    if BODY.search(name):
        return _FURNITURE.sub(" ", name).strip()
    for at, _ in dates_in(text):
        text = _DAY_NAME.sub("", text[:at])
        break
    text = _FURNITURE.sub(" ", text).strip(" .:-–—,")
    text = _LEAD.sub("", text)
    if len(text.split()) > 14 or _SENTENCE.search(text) or _NOT_A_BODY.search(text) or not BODY.search(text):
        return ""
    return text
