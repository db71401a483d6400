"""The items that an agenda lists: numbers as printed, titles, pages, and what it says of papers that are not there.

Councils number in many ways, and lists stand within items too: a numbered line opens an item where it belongs to
the chain of rising numbers of one form that looks most like an agenda. How each thing is worded is in `agenda_words`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ingest.agenda_words import (
    COLUMN,
    CONTENTS,
    EXCLUDES,
    EXPLAINS,
    LEADERS,
    LISTED_PAGES,
    NO_START,
    NUMBERS,
    OPEN_TO_ALL,
    PRIVATE,
    PUBLIC,
    RANGE_AT_END,
    RESTRICTED,
    RESTRICTED_LINE,
    note_alone,
    parted_note,
)
from ingest.papers import Line, Page

PART = re.compile(r"^\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]\s+(?P<title>\S.*)$")
DANGLES = re.compile(r"(?:[,&–-]|\b(?:of|the|and|to|for|in|on|with))$")
LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class ListSettings:
    """How a list of items is known: how far an item reaches (lines), and what a start must be worth."""

    reach: int = 14
    title_lines: int = 6
    private_words: int = 12
    least: float = 0.9
    gap: float = 0.05
    widest: float = 0.5
    farthest: int = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the agenda lists it: number, title, printed pages ("" if none), exempt or not, where it stands.

    `note` is what the agenda says in place of pages: to follow, attached, verbal; "" if nothing.
    """

    number: str
    title: str
    printed: tuple[str, str]
    exempt: bool
    page: int
    line: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the front sheet with its place; a number that stands alone is joined with the line below it."""

    text: str
    line: Line
    page: int
    at: int


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may open an item: its place among the rows, number, form, value, title and likeness."""

    at: int
    number: str
    form: str
    value: float
    title: str
    likeness: float


def front_to_entries(front: Sequence[Page], settings: ListSettings | None = None) -> tuple[Entry, ...]:
    """The items that a front sheet lists, in order; none where nothing looks like a list of business."""
    settings = settings or ListSettings()
    rows = [_Row(line.text.strip(), line, page.number, at) for page in front for at, line in enumerate(page.lines)]
    columned = _has_column([row.text for row in rows])
    starts = [start for at in range(len(rows)) for start in _starts(rows, at, columned)]
    chain = _chain(_without_inner(starts), settings)
    ends = [*(start.at for start in chain[1:]), len(rows)][: len(chain)]
    held: list[Entry] = []
    private, begun = False, 0
    for start, end in zip(chain, ends, strict=True):
        private = _in_private(rows[begun : start.at], private, bool(held), settings)
        block = rows[start.at : min(end, start.at + settings.reach)]
        held += _entries(start, block, private, columned, settings)
        begun = start.at + 1
    return tuple(_after_exclusion(held))


def _has_column(texts: Sequence[str]) -> bool:
    """Whether page numbers stand in a column of their own or after dots, and it is no table of contents."""
    agenda = any(re.match(r"^(?:agenda|order of business|business)\b", text, re.I) for text in texts)
    dotted = sum(bool(LEADERS.search(text)) for text in texts) > 1
    return agenda and (dotted or any(map(COLUMN.match, texts))) and not any(map(CONTENTS.match, texts))


def _starts(rows: Sequence[_Row], at: int, columned: bool) -> Iterator[_Start]:
    """The line as a start, once for each form that its number may have."""
    match = NUMBERS.match(rows[at].text)
    title = (match["title"] or "").strip() if match else ""
    if not match or (not title and at + 1 == len(rows)):
        return
    title = title or rows[at + 1].text
    after = [row.text for row in rows[at + 1 : at + LOOK_AHEAD]]
    ahead = takewhile(lambda text: not NUMBERS.match(text), after)
    paged = bool(LISTED_PAGES.search(" ".join([rows[at].text, *ahead])) or (columned and RANGE_AT_END.search(title)))
    if NO_START.match(title):
        return
    small = not (paged or title[:1].isupper() or title[:1].isdigit() or title[:1] in "'\"‘“")
    marked = bool(match["dot"] or match["item"])
    likeness = 0.3 + (2.0 if paged else 0.0) + (0.7 if marked else 0.0) + (0.5 if rows[at].line.bold else 0.0)
    likeness -= 2.0 if small else 0.0
    for form, value in _values(match["number"]):
        yield _Start(at, re.sub(r"\s", "", match["number"]), form, value, title, likeness)


def _values(number: str) -> Iterator[tuple[str, float]]:
    """The forms that a number may have, and its value in each: 25/36 may run on to 25/37 or to 26/36."""
    parts = re.split(r"/", number)
    if len(parts) > 1 and all(part.isdigit() for part in parts[:2]):
        yield f"{parts[0]}/", float(parts[1])
        yield f"/{'/'.join(parts[1:])}", float(parts[0])
    elif number[0].isalpha():
        digits = re.sub(r"\D", "", number)
        yield "letter", 1000.0 * ord(number[0]) + float(digits)
    else:
        whole, within = re.match(r"(\d+)\W*(\w*)", number).groups()  # type: ignore[union-attr]
        inner = float(within) if within.isdigit() else float(ord(within.lower()) - 96) if within else 0.0
        yield "number", float(whole) + inner / 100


def _without_inner(starts: Sequence[_Start]) -> tuple[_Start, ...]:
    """The starts without lists that stand within an item: from 1 again to where the item's own number goes on."""
    kept: list[_Start] = []
    at = 0
    while at < len(starts):
        length = _inner(kept[-1].value, starts[at:]) if kept else 0
        kept += () if length else (starts[at],)
        at += max(length, 1)
    return tuple(kept)


def _inner(outer: float, starts: Sequence[_Start]) -> int:
    """How many starts are a list within the item numbered `outer`, 0 where they are none."""
    value = 1
    while value <= len(starts) and starts[value - 1].value == value != outer + 1:
        value += 1
    resumed = value <= len(starts) and starts[value - 1].value == outer + 1
    return value - 1 if resumed else 0


def _chain(starts: Sequence[_Start], settings: ListSettings) -> tuple[_Start, ...]:
    """The rising chain of one form that looks most like a list of items; of equals the later lines."""
    best: list[tuple[float, int]] = []
    for at, start in enumerate(starts):
        options = [(0.0, -1)]
        for before in range(at):
            step = start.value - starts[before].value
            apart = starts[before].at < start.at and starts[before].form == start.form
            if apart and 0 < step <= (settings.farthest if start.form != "letter" else 2000):
                options.append((best[before][0] - min(settings.gap * max(step - 1, 0), settings.widest), before))
        gained, came_from = max(options)
        best.append((gained + start.likeness, came_from))
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    if at < 0 or best[at][0] < settings.least:
        return ()
    chain: list[_Start] = []
    while at >= 0:
        chain.append(starts[at])
        at = best[at][1]
    return tuple(reversed(chain))


def _in_private(between: Sequence[_Row], private: bool, begun: bool, settings: ListSettings) -> bool:
    """Whether what follows is private business, by the last heading that says so or the contrary."""
    for row in between:
        if begun and PRIVATE.match(row.text) and len(row.text.split()) <= settings.private_words:
            private = True
        elif PUBLIC.match(row.text):
            private = False
    return private


def _entries(
    start: _Start, block: Sequence[_Row], private: bool, columned: bool, settings: ListSettings
) -> Iterator[Entry]:
    """An item and those of its parts (a), (b) that have pages of their own."""
    parts = [at for at, row in enumerate(block) if at and _part(row.text) and _pages([row.text], columned)]
    own = block[: parts[0]] if parts else block
    stop = next((at for at, row in enumerate(own) if at and (PRIVATE.match(row.text) or PUBLIC.match(row.text))), None)
    yield _entry(start.number, start.title, own[:stop], private, columned, settings)
    for at, following in pairwise([*parts, len(block)]):
        letter, title = _part(block[at].text) or ("", "")
        yield _entry(f"{start.number.rstrip('.')}{letter}", title, block[at:following], private, columned, settings)


def _part(text: str) -> tuple[str, str] | None:
    """The letter and the words of a part of an item."""
    match = PART.match(text)
    return (match["letter"], match["title"]) if match else None


def _entry(
    number: str, title: str, block: Sequence[_Row], private: bool, columned: bool, settings: ListSettings
) -> Entry:
    """An item of its lines, the first of which opens it."""
    alone = title not in block[0].text
    texts = [title, *(row.text for row in block[2 if alone else 1 :])]
    found = _pages(texts, columned)
    if columned and found:
        texts[found[1]] = RANGE_AT_END.sub("", LEADERS.sub(" ", texts[found[1]]))
    styles = [block[min(alone, len(block) - 1)].line, *(row.line for row in block[2 if alone else 1 :])]
    shown = _title(texts, styles, found[1] if found else -1, settings)
    if within := LISTED_PAGES.search(shown):
        shown = shown[: within.start()]
    shown, note = parted_note(shown)
    note = note or next((said for text in texts[1:] if (said := note_alone(text))), "")
    exempt = private or bool(RESTRICTED.search(shown)) or any(map(RESTRICTED_LINE.match, texts[1:]))
    printed = found[0] if found else ("", "")
    return Entry(number, " ".join(shown.split()).strip(" :*-–—."), printed, exempt, block[0].page, block[0].at, note)


def _pages(texts: Sequence[str], columned: bool) -> tuple[tuple[str, str], int] | None:
    """The pages that an item's lines give, and the last of the lines that it takes to say them."""
    for end in range(len(texts)):
        if match := LISTED_PAGES.search(" ".join(texts[: end + 1])):
            return (match["first"], match["last"] or match["first"]), end
    for at, text in enumerate(texts if columned else ()):
        if match := RANGE_AT_END.search(text):
            return (match["first"], match["last"] or match["first"]), at
    return None


def _title(texts: Sequence[str], lines: Sequence[Line], paged: int, settings: ListSettings) -> str:
    """The words of the title: lines set as the first is, to the pages, or where it plainly goes on."""
    words = [texts[0]]
    for at, (text, line) in enumerate(zip(texts[1 : settings.title_lines], lines[1:], strict=False), 1):
        same = line.bold == lines[0].bold and abs(line.size - lines[0].size) < 0.5
        opens = at > paged and (NUMBERS.match(text) or PART.match(text))
        over = opens or re.search(r"[.;?]$", words[-1]) or EXPLAINS.match(text)
        goes_on = at <= paged or line.bold or re.match(r"[a-z(&–-]", text) or DANGLES.search(words[-1])
        if over or not same or not goes_on:
            break
        words.append(text)
    return " ".join(words)


def _after_exclusion(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The items, private where they stand after the one that excludes the public and no paper of theirs is listed."""
    excluded = False
    for at, entry in enumerate(entries):
        listed_after = any(later.printed[0] and not later.exempt for later in entries[at + 1 :])
        yield replace(entry, exempt=True) if excluded and not OPEN_TO_ALL.match(entry.title) else entry
        excluded = excluded or (bool(EXCLUDES.search(entry.title)) and not listed_after)
