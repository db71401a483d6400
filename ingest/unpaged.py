"""Texts without pages: where each listed item's report begins among the lines, and the minutes within."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ingest.agenda import FrontSheet, entry_to_item
from ingest.heads import ChainSettings
from ingest.listed import Entry
from ingest.minutes import Minutes, opening, pages_to_minutes
from ingest.papers import Item, Line, Page, squash

_COVER = re.compile(r"^(?:title(?: of report)?|subject(?: matter)?|report title)\s*:\s*(?P<title>\S.*)$", re.I)
_MINUTES = re.compile(r"^(?:draft )?minutes\b", re.I)
_LABELLED = re.compile(r"^(?:date(?: of meeting)?|committee|meeting|report (?:to|of|by)|from|to)\s*:", re.I)


@dataclass(frozen=True, slots=True)
class UnpagedSettings:
    """How alike a title must be (per cent) on a cover and as a heading, how long a heading is, and the front sheet."""

    cover: float = 82.0
    heading: float = 92.0
    heading_words: int = 20
    cover_lines: int = 4
    front_lines: int = 150


def front_of(page: Page, settings: UnpagedSettings | None = None) -> Page:
    """The part of a text that may be its front sheet."""
    settings = settings or UnpagedSettings()
    return replace(page, lines=page.lines[: settings.front_lines])


def sheet_to_sections(sheet: FrontSheet, page: Page, settings: UnpagedSettings | None = None) -> tuple[Item, ...]:
    """The items that the agenda lists with pages, each from the line where its report begins."""
    settings = settings or UnpagedSettings()
    listed = [entry for entry in sheet.entries if entry.printed[0] or entry.note == "attached"]
    at = max((entry.line for entry in listed), default=-1) + 1
    items = []
    for entry in listed:
        start = _start(entry, page, at, sheet, settings)
        if start is not None:
            said = (f"heading: line {start + 1}",)
            items.append(replace(entry_to_item(entry, sheet), pages=(1, 1), line=start, clues=said))
            at = start + 1
    return tuple(items)


def sections_to_minutes(items: Sequence[Item], page: Page) -> tuple[Minutes, ...]:
    """The sets of minutes within a text, each in its item, or in the whole where nothing is listed."""
    starts = [item.line for item in items] or [0]
    ends = [*starts[1:], len(page.lines)]
    return tuple(
        _shifted(minutes, start)
        for start, end in zip(starts, ends, strict=True)
        for minutes in pages_to_minutes([replace(page, lines=page.lines[start:end])])
    )


def _shifted(minutes: Minutes, start: int) -> Minutes:
    items = tuple(replace(item, line=item.line + start) for item in minutes.items)
    return replace(minutes, items=items, line=start)


def _start(entry: Entry, page: Page, at: int, sheet: FrontSheet, settings: UnpagedSettings) -> int | None:
    """The line where an item's report begins: at its cover, else at its heading; minutes where they begin."""
    committee = squash(sheet.meeting.committee) if sheet.meeting else ""
    if _MINUTES.match(entry.title):
        return next(_openings(page, at, committee), None)
    covers = (
        line
        for line in range(at, len(page.lines))
        if (match := _COVER.match(page.lines[line].text)) and _alike(entry.title, match["title"]) >= settings.cover
    )
    headings = (line for line in range(at, len(page.lines)) if _heads(page.lines[line], entry, settings))
    found = next(covers, None)
    found = next(headings, None) if found is None else found
    return None if found is None else _to_top(page.lines, found, at, committee, settings)


def _heads(line: Line, entry: Entry, settings: UnpagedSettings) -> bool:
    short = line.bold or len(line.text.split()) <= settings.heading_words
    return short and _alike(entry.title, line.text) >= settings.heading


def _alike(title: str, text: str) -> float:
    return float(fuzz.ratio(squash(title), squash(text)))


def _openings(page: Page, at: int, committee: str) -> Iterator[int]:
    """The lines from which a set of minutes begins: those that name the committee alone, or minutes."""
    for line in range(at, len(page.lines)):
        text = page.lines[line].text
        heads = squash(text) == committee or _MINUTES.match(text)
        if heads and opening(replace(page, lines=page.lines[line:]), ChainSettings()):
            yield line


def _to_top(lines: Sequence[Line], found: int, at: int, committee: str, settings: UnpagedSettings) -> int:
    """The first line of the cover that a title stands on: its committee and the labels above it."""
    start = found
    for line in range(found - 1, max(at, found - settings.cover_lines) - 1, -1):
        if not _LABELLED.match(lines[line].text) and squash(lines[line].text) != committee:
            break
        start = line
    return start
