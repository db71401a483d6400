"""Dates as British papers write them: Thursday, 30th January, 2025 · 9 March 2023 · 7/11/23 · 2023-11-07."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "september" else "sept?(?:ember)?" for name in MONTHS)
"""The pattern of a month's name, in full or short; case is to be passed over."""
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th)?\.?"
_SPOKEN = re.compile(rf"\b{_DAY}(?:\s+day)?(?:\s+of)?[\s-]+(?P<month>{MONTH})\.?,?(?:[\s-]+(?P<year>\d{{4}}))?\b", re.I)
_AMERICAN = re.compile(rf"\b(?P<month>{MONTH})\.?\s+{_DAY},?(?:\s+(?P<year>\d{{4}}))\b", re.I)
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})\b", re.I)


def dates_in(text: str, year: int | None = None) -> Iterator[tuple[int, date]]:
    """Full dates in the order they stand, each with its place in the text; `year` serves those that name none."""
    found: dict[int, date] = {}
    for pattern in (_ISO, _SPOKEN, _AMERICAN, _FIGURES):
        for match in pattern.finditer(text):
            day, start = _date(match, year), match.start()
            if day and found.keys().isdisjoint(range(start - 3, start + 4)):
                found[start] = day
    yield from sorted(found.items())


def first_date(text: str) -> date | None:
    """The first full date in a text."""
    return next((day for _, day in dates_in(text)), None)


def months_in(text: str) -> Iterator[tuple[date, date]]:
    """The months named with their year and without a day (March 2023), as first and last day."""
    full = {at for at, _ in dates_in(text)}
    for match in _MONTH_YEAR.finditer(text):
        if full.isdisjoint(range(match.start() - 16, match.start() + 1)):
            first = date(int(match["year"]), month_number(match["month"]), 1)
            yield first, last_of_month(first)


def last_of_month(day: date) -> date:
    """The last day of that day's month."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def month_number(name: str) -> int:
    """1 for Jan or January, to 12."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _date(match: re.Match[str], year: int | None) -> date | None:
    """The date that a match names, or None where it is no day of the calendar."""
    named = match["year"]
    if named:
        year = int(named) + (2000 if len(named) == 2 else 0)
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    try:
        return date(year or 0, month, int(match["day"]))
    except ValueError:
        return None
