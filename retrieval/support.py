"""Whether words hold what a question insists on: the period and the names in it, and the kind of thing asked for.

A near miss is worse than no answer: the right indicator for another month, the right scheme without its cost.
"""

import re
from collections.abc import Mapping, Sequence

from retrieval.answers import Query
from retrieval.terms import is_period, names_in, stems_of
from retrieval.units import Unit

PERSON = re.compile(
    r"\b(Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Director|Officer|Manager|Head of|Lead|Chair|Leader|Team|HoS|Service|Board|Group|Ltd|Member)\b"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+\b"
)
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(
    rf"\b({_MONTHS}|[JFMASOND][a-z]{{2}}[- ]\d\d)\b|\b\d{{1,2}}/\d{{1,2}}(/\d{{2,4}})?\b|\b(19|20)\d\d\b|\b(spring|summer|autumn|winter)\b"
    r"|\b\d+ (days?|weeks?|months?|years?)\b|\b(weekly|monthly|quarterly|annual(ly)?|daily)\b",
    re.I,
)
NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|all|none|no|once|twice|double)\b",
    re.I,
)
MONEY = re.compile(r"£|\b(million|billion|pence|pounds?|free)\b|\bno (cost|charge)|\d[\d,.]*\s?(m|k|bn)\b", re.I)
VOTES = re.compile(r"\bvot(e|es|ed|ing)\b|\b(for|against):? \d|\bunanimous|\babstain|\babstention", re.I)
_ASKS_VOTES = re.compile(r"\bvot(e|es|ed|ing)\b", re.I)
_NO_COUNT = re.compile(
    rf"^\W*\(?\d+(\.\d+)*[.)]?\s|\b\d{{1,2}}(st|nd|rd|th)?\s({_MONTHS})(\s\d{{4}})?|({_MONTHS})\s\d{{4}}|\b\d{{1,2}}([.:]\d\d)?\s?[ap]m\b",
    re.I,
)
_ASKS_MONEY = re.compile(r"\b(how much|cost|costs|price|worth|paid|pay|spend|spent|budget|funding|grant|£)\b|£", re.I)
_ASKS_NUMBER = re.compile(r"\bhow many\b|\b(what|which) (percentage|share|proportion|number|rate)\b", re.I)
_ASKS_DECIDED = re.compile(
    r"\bwhat (did|has|have|was|were|had)\b.{0,60}\b(decide|agree|resolve|approve|vote)d?\b|\bdecisions? (was|were|did|on|about)\b|\b(was|were|has|have|did)\b.{0,80}\b(agree|approve|refuse|resolve|decide|reject)d?\b",
    re.I,
)
_ASKS_RECOMMENDED = re.compile(r"\brecommend|\bpropos|\basked to\b|\bwhy\b", re.I)
_DECIDED = re.compile(
    r"\b(Cabinet|Council|Committee|Panel|Board|Executive|Members|Scrutiny|Councillors)\b.{0,120}\b(approved|agreed|decided|resolved|deferred|granted|refused|rejected|endorsed|adopted|signed off|noted|voted|supported|lost|carried)\b|\b(approved|agreed|deferred|endorsed|noted|decided|rejected|refused) .{0,80}\b(Cabinet|Council|Committee|Board|Panel)\b",
    re.I,
)
_NOT_AN_AMOUNT = re.compile(r"\b(why|who|when|which|how is|how are|how will|what is|what was|what happen)\b", re.I)


def demands(query: Query, frequency: Mapping[str, int], total: int) -> tuple[frozenset[str], frozenset[str]]:
    """The periods and the rarer names that a question insists on, as stems."""
    periods = frozenset(stem for stem in stems_of(query.question) if is_period(stem))
    rare = {stem for term in query.terms for stem in stems_of(term) if frequency.get(term, 0) <= 0.04 * total}
    return periods, frozenset(stem for stem in names_in(query.question) if stem in rare)


def lacks(unit: Unit, query: Query, periods: frozenset[str], names: frozenset[str]) -> str:
    """What the unit lacks of what the question insists on, in words; "" where it lacks nothing."""
    own = " ".join([unit.text, *(head for head, _ in unit.row)])
    held = {*stems_of(unit.chunk.context), *stems_of(unit.chunk.text), *stems_of(unit.lead)}
    dated = any(is_period(stem) for head, _ in unit.row for stem in stems_of(head))
    for_periods = set(stems_of(own)) if dated else held
    if periods and not any(period in for_periods or _month_said(period, unit) for period in periods):
        return "the period asked for"
    if names and not names & held:
        return "the name asked for"
    wanted = thing_wanted(query)
    said = f"{unit.lead} {own} {unit.chunk.unit}"
    if wanted and not wanted[1].search(_NO_COUNT.sub(" ", said) if wanted[1] is NUMBER else said):
        return wanted[0]
    if asks_decided(query.question) and not (unit.decides or _DECIDED.search(unit.text)):
        return "a decision: the papers held only report or recommend"
    return ""


def asks_decided(question: str) -> bool:
    """Whether the question is after what was decided, not what was recommended."""
    return bool(_ASKS_DECIDED.search(question)) and not _ASKS_RECOMMENDED.search(question)


def thing_wanted(query: Query) -> tuple[str, re.Pattern[str]] | None:
    """What an answer must hold to be one, with how it is known, where the question's words say."""
    if _ASKS_VOTES.search(query.question):
        return "how the votes fell", VOTES
    if query.wants == "who":
        return "a name or a role", PERSON
    if query.wants == "when":
        return "a date", DATE
    if query.wants == "figure" and _ASKS_NUMBER.search(query.question):
        return "a number", NUMBER
    if query.wants == "figure" and _ASKS_MONEY.search(query.question) and not _NOT_AN_AMOUNT.search(query.question):
        return "an amount", MONEY
    return None


def _month_said(period: str, unit: Unit) -> bool:
    """Whether the unit says the period's month without its year."""
    if not period.startswith("m"):
        return False
    name = _MONTHS.split("|")[int(period[-2:]) - 1]
    return bool(re.search(rf"\b{name}\b(?!\s*20\d\d)", unit.text, re.I))


def insisting(query: Query, wanting: Sequence[str]) -> str:
    """The reason why there is no answer where the papers speak of the matter but lack what was asked."""
    missing = " or ".join(dict.fromkeys(lack for lack in wanting if lack))
    if not missing:
        return "Not in the papers: the nearest places speak of something else."
    return f"Not in the papers: they speak of the matter, but without {missing}."
