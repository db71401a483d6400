"""Numbered lines of a front sheet, and which of them open items of business.

Lists stand within items too: a numbered line opens an item where it belongs to the chain of rising numbers of one form
that looks most like an agenda.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.agenda_words import LISTED_PAGES, NO_START, NUMBERS, RANGE_AT_END
from ingest.papers import Line

LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """What a chain of starts must be worth, and what a gap in its numbers costs."""

    least: float = 0.9
    gap: float = 0.05
    widest: float = 0.5
    farthest: int = 40
    farthest_lettered: int = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the front sheet with its place; a number that stands alone is joined with the line below it."""

    text: str
    line: Line
    page: int
    at: int


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may open an item: its place among the rows, number, form, value, title and likeness."""

    at: int
    number: str
    form: str
    value: float
    title: str
    likeness: float


def rows_to_starts(rows: Sequence[Row], columned: bool, settings: ChainSettings | None = None) -> tuple[Start, ...]:
    """The lines that open items, in order; `columned` where page numbers stand in a column of their own."""
    starts = [start for at in range(len(rows)) for start in _starts(rows, at, columned)]
    return _chain(_without_inner(starts), settings or ChainSettings())


def _starts(rows: Sequence[Row], at: int, columned: bool) -> Iterator[Start]:
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
        yield Start(at, re.sub(r"\s", "", match["number"]), form, value, title, likeness)


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


def _without_inner(starts: Sequence[Start]) -> tuple[Start, ...]:
    """The starts without lists that stand within an item: from 1 again to where the item's own number goes on."""
    kept: list[Start] = []
    at = 0
    while at < len(starts):
        length = _inner(kept[-1].value, starts[at:]) if kept else 0
        kept += () if length else (starts[at],)
        at += max(length, 1)
    return tuple(kept)


def _inner(outer: float, starts: Sequence[Start]) -> int:
    """How many starts are a list within the item numbered `outer`, 0 where they are none."""
    value = 1
    while value <= len(starts) and starts[value - 1].value == value != outer + 1:
        value += 1
    resumed = value <= len(starts) and starts[value - 1].value == outer + 1
    return value - 1 if resumed else 0


def _chain(starts: Sequence[Start], settings: ChainSettings) -> tuple[Start, ...]:
    """The rising chain of one form that looks most like a list of items; of equals the later lines."""
    best: list[tuple[float, int]] = []
    for at, start in enumerate(starts):
        options = [(0.0, -1)]
        for before in range(at):
            step = start.value - starts[before].value
            apart = starts[before].at < start.at and starts[before].form == start.form
            if apart and 0 < step <= (settings.farthest_lettered if start.form == "letter" else settings.farthest):
                options.append((best[before][0] - min(settings.gap * max(step - 1, 0), settings.widest), before))
        gained, came_from = max(options)
        best.append((gained + start.likeness, came_from))
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    if at < 0 or best[at][0] < settings.least:
        return ()
    chain: list[Start] = []
    while at >= 0:
        chain.append(starts[at])
        at = best[at][1]
    return tuple(reversed(chain))
