"""Due dates: the words that set one, and the last day that they allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.dates import last_of_month, month_number
from ingest.register.when import FORMS, MONTH, Form, day, month, no_day, week

LEADS = (
    (
        "by, no later than, not later than, by the latest, before, prior to, in time for, ahead of, "
        "in advance of, until, for publication in, within",
        2,
    ),
    ("at, on, in, during", 1),
)
"""What sets a date, and how plainly: a deadline, or only a time."""
_BETWEEN = (
    r"\s+(?:(?:the|its|their|an?)\s+)?(?:(?:very\s+)?end\s+of\s+(?:the\s+)?(?:month\s+of\s+)?"
    r"|(?:evening|morning|afternoon|start|beginning|month|meeting)\s+(?:of|on|in)\s+|(?:event|meeting)\s+on\s+)?"
)
_COMPILED = tuple((re.compile(form.pattern, re.I if form.pattern.islower() else 0), form) for form in FORMS)
_LEADS = tuple(
    (re.compile(rf"\b(?:{'|'.join(words.split(', '))}){_BETWEEN}$".replace(" ", r"\s+"), re.I), plain)
    for words, plain in LEADS
)
_ITSELF = re.compile(r"^(?:within|in\b|week|w/c|next month|as soon|asap|at once|urgently|immediately)", re.I)
_BEFORE = re.compile(r"^(?:before|prior|ahead|in advance)", re.I)
_STARTED = re.compile(r"^\s*(?:commenc|start|from|beg[au]n|since)", re.I)
_COLUMN = re.compile(rf"(?:\b(?P<year>\d\d)[-\s])?{MONTH}(?:[-\s'’](?P<then>\d\d))?$")


@dataclass(frozen=True, slots=True)
class Due:
    """What the words of a due date allow: the last day, None where they set none, and the words."""

    day: date | None
    text: str


def words_to_due(words: str, made: date | None) -> Due | None:
    """The due date that a sentence sets beside its meeting's date: the last deadline, or else the first time named."""
    best: tuple[int, int, Due] | None = None
    for match, form in _found(words):
        lead = _lead(words, match, form)
        if lead is None:
            continue
        start, plain = lead
        said = words[start : match.end()].strip(" ,")
        last = _allowed(said, form, match, made)
        plain = plain if last else 0
        rank = (plain, match.start() if plain > 1 else -match.start())
        if best is None or rank > best[:2]:
            best = (*rank, Due(last, said))
    return best[2] if best else None


def cell_to_due(cell: str) -> Due | None:
    """The due date in a table's cell: the last day that it names with its year, none for when something began.

    A log's "March" may be this year's or the last: without a year it is kept as words alone.
    """
    text = " ".join(cell.split())
    if not text:
        return None
    if _STARTED.match(text):
        return Due(None, text)
    days = _days(text) or _days(re.sub(r"(?<=[A-Za-z]) (?=[a-z])", "", text))
    return Due(max(days, default=None), text)


def header_to_month(header: str) -> date | None:
    """The last day of the month that heads a column of a time chart ("23-Sep", "Sep-23"); None for other heads."""
    found = _COLUMN.search(header.strip())
    year = found and (found["year"] or found["then"])
    return last_of_month(date(2000 + int(year), month_number(found["month"]), 1)) if found and year else None


def _found(words: str) -> Iterator[tuple[re.Match[str], Form]]:
    """The stretches that say when, each by the first form that fits it."""
    taken: list[tuple[int, int]] = []
    for pattern, form in _COMPILED:
        for match in pattern.finditer(words):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match, form


def _days(text: str) -> list[date]:
    found = (form.reading(match, None) for match, form in _found(text))
    return [last for last in found if last]


def _lead(words: str, match: re.Match[str], form: Form) -> tuple[int, int] | None:
    """Where the words that set the date begin, and how plainly they do; None where nothing sets it."""
    for pattern, plain in _LEADS:
        before = pattern.search(words[: match.start()])
        if before and (form.reading in (day, week)) >= before.group().lower().startswith("on"):
            return before.start(), plain
    return (match.start(), 2) if _ITSELF.match(match.group()) else None


def _allowed(said: str, form: Form, match: re.Match[str], made: date | None) -> date | None:
    """The last day that the words allow: the day before one that something must be done before."""
    last = None if form.reading is no_day else form.reading(match, made)
    if last is None or not _BEFORE.match(said) or re.search(r"\bend\b", said, re.I):
        return last
    if form.reading is month:
        return last.replace(day=1) - timedelta(days=1)
    return last - timedelta(days=1) if form.reading is day else last
