"""Words as they are compared: stems without the commonest, with months of a year and figures made alike."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

from ingest.dates import dates_in, month_number

_STEMMER = snowballstemmer.stemmer("english")
_MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = re.compile(rf"\b(?P<month>{_MONTH_NAME})\.?[\s'’-]*(?P<year>20\d\d|\d\d)(?!\d|st|nd|rd|th)\b", re.I)
_MONTH_ALONE = re.compile(_MONTH_NAME, re.I)
_YEARS = re.compile(r"\b(?:20)?(?P<first>\d\d)\s*[/–-]\s*(?:20)?(?P<second>\d\d)\b")
_WORD = re.compile(r"£?\d[\d,]*(?:\.\d+)?(?:[a-z%]+)?|[a-z]+(?:'[a-z]+)?", re.I)
_STOP = """
    a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing don down during each few for from further had has have
    having he her here hers him his how i if in into is it its itself just like me more most my no nor not now
    of off on once only or other our out over own same she should so some such than that the their them then
    there these they this those through to too under until up us very was we were what when where which while
    who whom why will with would you your got get gets going go tell please know say says said give gave much
    many whose anyone anything actually done
"""
STOP = frozenset(_STOP.split())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    return str(_STEMMER.stemWord(word))


def words_of(text: str) -> Iterator[str]:
    """The words that count, in lower case, as written; figures without their thousands' commas."""
    for match in _WORD.finditer(text.replace("’", "'")):
        word = match.group().lower().removesuffix("'s")
        if word not in STOP and (len(word) > 1 or word.isdigit()):
            yield word.replace(",", "")


@lru_cache(maxsize=8_192)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that count, then the months of years (m2023-03) and financial years (y22/23) named."""
    named = [f"m{_year(m['year'])}-{month_number(m['month']):02}" for m in _MONTH.finditer(text)]
    named += [f"m{day:%Y-%m}" for _, day in dates_in(text)]
    named += [f"y{m['first']}/{m['second']}" for m in _YEARS.finditer(text) if int(m["second"]) == int(m["first"]) + 1]
    return (*(stem(word) for word in words_of(text)), *named)


def alike(stems: set[str], same: Iterable[tuple[str, str]]) -> set[str]:
    """The stems with those of the acronyms and phrases that stand for each other."""
    made = set(stems)
    for short, long in same:
        letters, words = set(stems_of(short)), set(stems_of(long))
        if letters <= stems or words <= stems:
            made |= letters | words
    return made


def _year(figures: str) -> str:
    return figures if len(figures) == 4 else f"20{figures}"


def is_period(term: str) -> bool:
    """Whether a stem names a month of a year or a financial year."""
    return bool(re.fullmatch(r"m\d{4}-\d\d|y\d\d/\d\d", term))


def names_in(text: str) -> tuple[str, ...]:
    """The stems of the names in a question: words with a capital that begin no sentence, and acronyms."""
    found = re.finditer(r"(?<![.?!]\s)(?<!^)\b(?:[A-Z][a-z]+(?:'[a-z]+)?|[A-Z]{2,}[a-z]?)\b|^[A-Z]{2,}\b", text)
    words = (match.group().lower().removesuffix("'s") for match in found)
    return tuple(stem(word) for word in words if word not in STOP and not _MONTH_ALONE.fullmatch(word))
