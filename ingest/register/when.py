"""How papers write when: a table of forms, each with an example and the last day that it allows.

The examples stand beside a meeting on 9 March 2023. Words that set no day ("ongoing") have None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from ingest.dates import dates_in, last_of_month, month_number

MONTH = (
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|[A-Z]{3,9}(?<=JUNE|JULY))\b\.?"
)
DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?(?:"
    + r"\d{1,2}\s?(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
    + MONTH.replace("?P<month>", "?:")
    + r",?(?:[\s-]+\d{4}\b)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\d{4}-\d\d-\d\d\b)"
)
FINANCIAL = r"(?P<first>20\d\d|\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)\b"
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
"""The last month of each season."""
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
THIRDS = {"early": 10, "mid": 20}
"""The last day of a month's first and second third."""
Reading: TypeAlias = Callable[[re.Match[str], date | None], date | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write when: its pattern, the last day that it allows beside a meeting's date, and an example."""

    pattern: str
    reading: Reading
    example: str
    day: date | None


def day(match: re.Match[str], made: date | None) -> date | None:
    """A full day; the next such day where it names no year."""
    text = match.group()
    for year in (None, made.year, made.year + 1) if made else (None,):
        found = next((found for _, found in dates_in(text, year=year)), None)
        if found and (year is None or made is None or found >= made):
            return found
    return None


def month(match: re.Match[str], made: date | None) -> date | None:
    """The last day of a month, or of its first or second third; the next such month where it names no year."""
    number = month_number(match["month"])
    year = _year(match.groupdict().get("year"), made, number)
    if year is None:
        return None
    last = last_of_month(date(year, number, 1))
    return last.replace(day=THIRDS.get((match["part"] or "").lower(), last.day))


def season(match: re.Match[str], made: date | None) -> date | None:
    """The last day of a season; a winter ends in the year after the one that it is named for."""
    name = match["season"].lower()
    year = _year(match["year"], made, SEASONS[name])
    if year is None:
        return None
    return last_of_month(date(year + (name == "winter" and bool(match["year"])), SEASONS[name], 1))


def quarter(match: re.Match[str], _: date | None) -> date | None:
    """The last day of a quarter of a financial year, which begins in April."""
    number = int(match["quarter"])
    return last_of_month(date(_long(match["first"]) + (number == 4), (3 * number + 2) % 12 + 1, 1))


def financial(match: re.Match[str], _: date | None) -> date | None:
    """The last day of a financial year, 31 March; None where the two years do not follow each other."""
    follows = int(match["second"]) == (int(match["first"]) + 1) % 100
    return date(_long(match["first"]) + 1, 3, 31) if follows else None


def year_end(match: re.Match[str], made: date | None) -> date | None:
    """The last day of the year named, or of the calendar or financial year that is running."""
    if match.groupdict().get("year"):
        return date(_long(match["year"]), 12, 31)
    if made is None:
        return None
    ends_in_march = re.search(r"financial|municipal", match.group(), re.I)
    return date(made.year + (made.month > 3), 3, 31) if ends_in_march else date(made.year, 12, 31)


def within(match: re.Match[str], made: date | None) -> date | None:
    """So many days, working days, weeks, months or years from the meeting."""
    if made is None:
        return None
    said, span = match["count"].lower(), match["span"].lower()
    count = int(said) if said.isdigit() else NUMBERS.index(said) + 1 if said in NUMBERS else 1
    if span.startswith(("month", "year")):
        return months_on(made, count * (12 if span.startswith("year") else 1))
    if span.startswith("working"):
        return made + timedelta(days=count + 2 * ((min(made.weekday(), 4) + count) // 5))
    return made + timedelta(days=count * (7 if span.startswith("week") else 1))


def week(match: re.Match[str], made: date | None) -> date | None:
    """The Sunday of a day's week."""
    found = day(match, made)
    return found + timedelta(days=6 - found.weekday()) if found else None


def next_month(_: re.Match[str], made: date | None) -> date | None:
    """The last day of the month after the meeting's."""
    return last_of_month(months_on(made.replace(day=1), 1)) if made else None


def christmas(_: re.Match[str], made: date | None) -> date | None:
    """Christmas Day of the meeting's year."""
    return date(made.year, 12, 25) if made else None


def no_day(_: re.Match[str], __: date | None) -> None:
    """What sets no day."""


def months_on(start: date, count: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    year, number = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, number + 1, min(start.day, last_of_month(date(year, number + 1, 1)).day))


def _year(named: str | None, made: date | None, number: int) -> int | None:
    """The year named, else that of the next such month from the meeting on."""
    if named:
        return _long(named)
    return made.year + (number < made.month) if made else None


def _long(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


_PART = r"(?:\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd)[\s-]+(?:of\s+|in\s+)?)?"
_SPAN = r"(?P<span>(?:working\s+)?days?|weeks?|months?|years?)\b"
_COUNT = rf"(?P<count>\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
FORMS = (
    Form(rf"(?:week (?:beginning|commencing|of)|w/c|weekend of)\s+{DAY}", week, "w/c 20 March 2023", date(2023, 3, 26)),
    Form(DAY, day, "31 st March", date(2023, 3, 31)),
    Form(rf"(?:Q|[Qq]uarter\s)(?P<quarter>[1-4]),?\s*(?:of\s+)?{FINANCIAL}", quarter, "Q3 2023/24", date(2023, 12, 31)),
    Form(rf"{_PART}{MONTH}[\s,'’-]*(?P<year>20\d\d|\d\d)(?![\d/])", month, "mid Sept 23", date(2023, 9, 20)),
    Form(
        rf"\b(?P<season>{'|'.join(SEASONS)})\b(?:\s+(?:of\s+)?(?P<year>20\d\d)(?:\s?[/–-]\s?\d\d)?)?",
        season, "autumn 2024", date(2024, 11, 30),
    ),
    Form(rf"{_PART}{MONTH}(?!\s+\d)", month, "March", date(2023, 3, 31)),
    Form(rf"(?:financial\s+year\s+)?\b{FINANCIAL}", financial, "2023/24", date(2024, 3, 31)),
    Form(
        r"\bend\s+of\s+(?:the|this)\s+(?:(?:calendar|financial|municipal)\s+)?year",
        year_end, "end of the financial year", date(2023, 3, 31),
    ),
    Form(r"\b(?P<year>20\d\d)\b", year_end, "2024", date(2024, 12, 31)),
    Form(
        rf"\b(?:within|in)\s+(?:the\s+next\s+)?{_COUNT}\s+{_SPAN}(?:['’]?\s+time\b)?(?!\s+of\b(?!\s+(?:the|this)\s+meeting))",
        within, "within six months", date(2023, 9, 9),
    ),
    Form(r"\bnext\s+month\b", next_month, "next month", date(2023, 4, 30)),
    Form(r"\bchristmas\b", christmas, "Christmas", date(2023, 12, 25)),
    Form(
        r"\b(?:next|following|forthcoming|future)\s+(?:\w+\s+){0,3}(?:meeting|cycle)s?\b",
        no_day, "next Cabinet meeting", None,
    ),
    Form(r"\bin\s+due\s+course\b", no_day, "in due course", None),
    Form(
        r"\bas\s+soon\s+as\s+(?:possible|practicable)\b|\basap\b|\bat\s+once\b|\burgently\b|\bimmediately\b",
        no_day, "as soon as practicable", None,
    ),
    Form(r"\bon-?\s?going\b|\brolling\b|\btb[ca]\b", no_day, "ongoing", None),
)  # fmt: skip
