"""Whether words hold what a question insists on: the period and the names in it, and the kind of thing asked for.

A near miss is worse than no answer: the right indicator for another month, the right scheme without its cost.
"""

import re
from collections.abc import Mapping, Sequence

from ingest.patterns import Rows, any_of, word
from retrieval.answers import Query
from retrieval.terms import alike, is_period, names_in, stems_of
from retrieval.units import Unit

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PEOPLE: Rows = (
    (word("Councillor, Cllr, Mr, Mrs, Ms, Miss, Dr, Sir, Member, Leader, Chair"), "Councillor"),
    (word("Director, Officer, Manager, Head of, Lead, HoS"), "the Head of Service"),
    (word("Team, Service, Board, Group, Ltd"), "the Youth Service"),
    (r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", "Jane Smith"),
)
DATES: Rows = (
    (word(", ".join(MONTHS)), "by March"),
    (r"\b[JFMASOND][a-z]{2}[- ]\d\d\b", "Sep-23"),
    (r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b", "10/11"),
    (r"\b(?:19|20)\d\d\b", "in 2024"),
    (word("spring, summer, autumn, winter"), "next autumn"),
    (r"\b\d+ (?:days?|weeks?|months?|years?)\b", "6 weeks"),
    (word("weekly, monthly, quarterly, annual, annually, daily"), "quarterly"),
)
NUMBERS: Rows = (
    (r"\d", "7"),
    (word("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve"), "up to four beds"),
    (word("half, third, quarter, all, none, no, once, twice, double"), "a third of them"),
)
SUMS: Rows = (
    ("£", "£9"),
    (word("million, billion, pence, pounds?, free"), "free of charge"),
    (r"\d[.,]\d+\s?(?:m|k|bn)\b", "1.2m"),
    (r"\bno (?:cost|charge)", "at no cost"),
)
COUNTS_NOTHING: Rows = (
    (r"^\W*\(?\d+(?:\.\d+)*[.)]?\s", "3.2 The lease"),
    (rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(MONTHS)})(?:\s\d{{4}})?", "9 March 2023"),
    (rf"(?:{'|'.join(MONTHS)})\s\d{{4}}", "March 2023"),
    (r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b", "10.30 am"),
)
"""Figures that say where or when, and how many of nothing."""
VOTES: Rows = (
    (r"\bvot(?:e|es|ed|ing)\b.{0,40}\b(?:for|against|lost|carried|tied|agreed)\b", "the vote was lost"),
    (r"\b\d+ votes?\b", "by 9 votes to 4"),
    (r"\b(?:for|against):? \d", "For 7"),
    (r"\bunanimous|\babstain|\babstention", "unanimously"),
)
ASKS_VOTES: Rows = ((word("vote, votes, voted, voting"), "how did they vote"),)
ASKS_SUM: Rows = (
    ("£", "more than £500"),
    (word("how much, cost, costs, price, worth, paid, pay, spend, spent"), "how much"),
    (word("budget, funding, grant"), "the grant"),
)
ASKS_SUM_OUTRIGHT: Rows = (
    (
        r"\bwhat (?:is|was|were|are|will be) (?:the )?(?:[\w'’-]+ ){0,4}(?:cost|price|fee|charge)s?\b",
        "what was the firm's total price",
    ),
    (r"\bin pounds\b", "the price in pounds"),
)
ASKS_NO_SUM: Rows = (
    (word("why, who, when, which"), "why is the budget overspent"),
    (word("how is, how are, how will, what is, what was, what happen"), "how is the grant shared out"),
)
ASKS_NUMBER: Rows = (
    (r"\bhow many\b", "how many"),
    (r"\b(?:what|which) (?:percentage|share|proportion|number|rate)\b", "what share of them"),
)
ASKS_DECIDED: Rows = (
    (
        r"\bwhat (?:did|has|have|was|were|had)\b.{0,60}\b(?:decide|agree|resolve|approve|vote)d?\b",
        "what did Cabinet agree",
    ),
    (r"\bdecisions? (?:was|were|did|on|about)\b", "the decision on the depot"),
    (
        r"\b(?:was|were|has|have|did)\b.{0,80}\b(?:agree|approve|refuse|resolve|decide|reject)d?\b",
        "was the lease approved",
    ),
)
ASKS_TAKEN: Rows = (
    (
        r"\b(?:did|has|have|was|were)\b.{0,60}\b(?:agree|approve|accept|adopt|reject|refuse|take up)(?:d|ed)?\b.{0,40}"
        r"\b(?:recommend|propos)",
        "did Cabinet accept the recommendation",
    ),
    (
        r"\b(?:recommend|propos)\w+.{0,60}\b(?:agreed|approved|accepted|adopted|rejected|refused)\b",
        "was the proposal agreed",
    ),
)
ASKS_RECOMMENDED: Rows = (
    (r"\brecommend|\bpropos", "what was proposed"),
    (r"\basked to\b", "what was Cabinet asked to approve"),
    (r"\bwhy\b", "why was it refused"),
)
DECIDED: Rows = (
    (
        word("Cabinet, Council, Committee, Panel, Board, Executive, Members, Scrutiny, Councillors")
        + ".{0,120}"
        + word(
            "approved, agreed, decided, resolved, deferred, granted, refused, rejected, endorsed, adopted, signed off, "
            "noted, voted, supported, lost, carried"
        ),
        "Cabinet has agreed",
    ),
    (
        r"\b(?:approved|agreed|deferred|endorsed|noted|decided|rejected|refused) .{0,80}"
        + word("Cabinet, Council, Committee, Board, Panel"),
        "agreed by the Board",
    ),
)
PERSON = any_of(PEOPLE, re.NOFLAG)
DATE = any_of(DATES)
NUMBER = any_of(NUMBERS)
MONEY = any_of(SUMS)
_ASKS_SUM = any_of(ASKS_SUM)
_ASKS_SUM_OUTRIGHT = any_of(ASKS_SUM_OUTRIGHT)
_ASKS_NO_SUM = any_of(ASKS_NO_SUM)
_ASKS_NUMBER = any_of(ASKS_NUMBER)
_ASKS_DECIDED = any_of(ASKS_DECIDED)
_ASKS_RECOMMENDED = any_of(ASKS_RECOMMENDED)
_ASKS_TAKEN = any_of(ASKS_TAKEN)
_ASKS_VOTES = any_of(ASKS_VOTES)
_COUNTS_NOTHING = any_of(COUNTS_NOTHING)
_DECIDED = any_of(DECIDED)
_VOTES = any_of(VOTES)


NO_DECISION = "a decision: the papers held only report or recommend"


def demands(query: Query, frequency: Mapping[str, int], total: int) -> tuple[frozenset[str], frozenset[str]]:
    """The periods and the rarer names that a question insists on, as stems."""
    periods = frozenset(stem for stem in stems_of(query.question) if is_period(stem))
    rare = {stem for term in query.terms for stem in stems_of(term) if frequency.get(term, 0) <= 0.04 * total}
    return periods, frozenset(stem for stem in names_in(query.question) if stem in rare)


def lacks(unit: Unit, query: Query, periods: frozenset[str], names: frozenset[str]) -> str:
    """What the unit lacks of what the question insists on, in words; "" where it lacks nothing."""
    own = " ".join([unit.text, *(head for head, _ in unit.row)])
    stems = {*stems_of(unit.chunk.context), *stems_of(unit.chunk.text), *stems_of(unit.lead)}
    held = alike(stems, query.same)
    dated = any(is_period(stem) for head, _ in unit.row for stem in stems_of(head))
    for_periods = set(stems_of(own)) if dated else held
    if periods and not any(period in for_periods or _month_said(period, unit) for period in periods):
        return "the period asked for"
    if not names <= held:
        return "the name asked for"
    wanted = thing_wanted(query)
    said = f"{unit.lead} {own} {unit.chunk.unit}"
    if wanted and not wanted[1].search(_COUNTS_NOTHING.sub(" ", said) if wanted[1] is NUMBER else said):
        return wanted[0]
    if asks_decided(query.question) and not (unit.decides or _DECIDED.search(unit.text)):
        return NO_DECISION
    return ""


def asks_decided(question: str) -> bool:
    """Whether the question is after what was decided, not what was recommended."""
    advice = _ASKS_RECOMMENDED.search(question) and not _ASKS_TAKEN.search(question)
    return bool(_ASKS_DECIDED.search(question)) and not advice


def asks_recommended(question: str) -> bool:
    """Whether the question is after what was recommended, not what was made of it."""
    return bool(re.search(r"\brecommend", question, re.IGNORECASE)) and not _ASKS_TAKEN.search(question)


def thing_wanted(query: Query) -> tuple[str, re.Pattern[str]] | None:
    """What an answer must hold to be one, with how it is known, where the question's words say."""
    if _ASKS_VOTES.search(query.question):
        return "how the votes fell", _VOTES
    if query.wants == "who":
        return "a name or a role", PERSON
    if query.wants == "when":
        return "a date", DATE
    if query.wants == "figure" and _ASKS_NUMBER.search(query.question):
        return "a number", NUMBER
    outright = _ASKS_SUM_OUTRIGHT.search(query.question)
    sum_asked = _ASKS_SUM.search(query.question) and not _ASKS_NO_SUM.search(query.question)
    if query.wants == "figure" and (outright or sum_asked):
        return "an amount", MONEY
    return None


def _month_said(period: str, unit: Unit) -> bool:
    """Whether the unit says the period's month without its year."""
    if not period.startswith("m"):
        return False
    name = MONTHS[int(period[-2:]) - 1]
    return bool(re.search(rf"\b{name}\b(?!\s*20\d\d)", unit.text, re.I))


def insisting(query: Query, wanting: Sequence[str]) -> str:
    """The reason why there is no answer where the papers speak of the matter but lack what was asked."""
    missing = " or ".join(dict.fromkeys(lack for lack in wanting if lack))
    if not missing:
        return "Not in the papers: the nearest places speak of something else."
    return f"Not in the papers: the nearest places are without {missing}."
