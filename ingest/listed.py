"""The items that an agenda lists: numbers as printed, titles, pages, and what it says of papers that are not there.

Which lines open items is found in `starts`; how each thing is worded is in `agenda_words`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.agenda_words import (
    COLUMN,
    CONTENTS,
    EXCLUDES,
    EXPLAINS,
    LEADERS,
    LISTED_PAGES,
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
from ingest.starts import Row, Start, rows_to_starts

PART = re.compile(r"^\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]\s+(?P<title>\S.*)$")
DANGLES = re.compile(r"(?:[,&–-]|\b(?:of|the|and|to|for|in|on|with))$")


@dataclass(frozen=True, slots=True)
class ListSettings:
    """How far an item and its title reach (lines), and how long a heading over private business is (words)."""

    reach: int = 14
    title_lines: int = 6
    private_words: int = 12


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


def front_to_entries(front: Sequence[Page], settings: ListSettings | None = None) -> tuple[Entry, ...]:
    """The items that a front sheet lists, in order; none where nothing looks like a list of business."""
    settings = settings or ListSettings()
    rows = [Row(line.text.strip(), line, page.number, at) for page in front for at, line in enumerate(page.lines)]
    columned = _has_column([row.text for row in rows])
    chain = rows_to_starts(rows, columned)
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


def _in_private(between: Sequence[Row], private: bool, begun: bool, settings: ListSettings) -> bool:
    """Whether what follows is private business, by the last heading that says so or the contrary."""
    for row in between:
        if begun and PRIVATE.match(row.text) and len(row.text.split()) <= settings.private_words:
            private = True
        elif PUBLIC.match(row.text):
            private = False
    return private


def _entries(
    start: Start, block: Sequence[Row], private: bool, columned: bool, settings: ListSettings
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
    number: str, title: str, block: Sequence[Row], private: bool, columned: bool, settings: ListSettings
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
