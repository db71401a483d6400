"""What was asked: its words, the sittings, items and kind of answer that it names, and whether it is ours to answer.

The tables here are read from top to bottom; the first pattern that fits says what is wanted.
"""

import re
from collections.abc import Sequence
from datetime import date

from ingest.dates import dates_in, months_in
from retrieval.answers import Filters, Query
from retrieval.terms import words_of

WANTS = (
    (
        "compare",
        r"\bcompar\w+|\bversus\b|\bvs\.?\b|\b(better|worse|higher|lower|more|less|fewer|bigger|smaller)\b.*\bthan\b|\bdifference between\b"
        r"|\b(better|worse|higher|lower) or\b|\breach\b.*\b(number|target)\b|\bgone (up|down)\b|\b(rise|fall|risen|fallen|change[ds]?)\b.*\bsince\b",
    ),
    (
        "list",
        r"\b(list|name|which (?:\w+ ){0,3}(?:organisations|councils|services|groups|areas|wards|schemes|members|councillors))\b|\bwhat are the\b.*s\b"
        r"|\bwhich\b.*\bare (?:proposed|listed|named)\b",
    ),
    (
        "who",
        r"\bwho(se|m)?\b|\bwhich (officer|councillor|member|person|director|cabinet member)\b|\bnamed? (?:lead|chair)\b",
    ),
    (
        "when",
        r"\bwhen\b|\bwhat (date|day|month|year|time)\b|\bby when\b|\bhow (soon|long)\b|\bdeadline\b|\bdue\b.*\bdate\b|\bwhich (year|month|day)\b",
    ),
    (
        "decision",
        r"\b(decid\w*|decision|resolv\w*|resolution|agreed?|approv\w*|voted?|vote|refus\w+|reject\w+|adopt(ed)?|recommend\w*|minuted?|signed off|go ahead)\b",
    ),
    (
        "commitment",
        r"\b(promis\w*|commit(ted|ment)?s?|undert\w+|action(s|ed)?|report(ing)? back|bring back|follow.?up|plan(s|ned)? for|plans? to|meant to|supposed to)\b",
    ),
    (
        "figure",
        r"\bhow (much|many|big|far|old|large)\b|\bwhat (percentage|share|proportion|number|amount|figure|rate|value|sum)\b|%|£|\b(cost|budget|total|rate|spend|spent|percentage)\b",
    ),
    (
        "explain",
        r"\bwhy\b|\bhow (does|do|did|is|are|was|were|will|would|can|could)\b|\bexplain\b|\bwhat happens\b|\breasons?\b|\bwhat does .* mean\b",
    ),
)
_AGAINST = re.compile(
    r"\b(system|hidden|secret|initial|developer)\s+(prompt|instructions?|message)|\bignore\b.{0,60}\b(instruction|rule|source|paper|document|prompt|previous|above)"
    r"|\b(disregard|forget|override|bypass)\b.{0,40}\b(instruction|rule|guard|source|paper)|\bpretend (to be|you)\b|\bact as (if|an?)\b|\bjailbreak|\bdeveloper mode"
    r"|\b(you are|you're) now\b|\bprint your\b|\breveal your\b",
    re.I,
)
_PRIVATE = re.compile(
    r"\b(home )?address(es)?\b.{0,50}\b(of|for)\b.{0,40}\b(child|children|girl|boy|pupil|resident|victim|famil|foster|councillor)|\bnames?\b.{0,30}\b(of|for)\b.{0,20}\bthe (child|children|victims?|pupils?)"
    r"|\b(medical|care|personal) records?\b.{0,30}\bof\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(write|compose|draft)\b.{0,30}\b(poem|song|story|essay|code|script|speech|limerick|joke)\b|\btell me a joke\b|\bweather\b.{0,30}\b(today|tomorrow|forecast)"
    r"|\b(recipe|football score|horoscope|lottery numbers|stock price)\b|\bwhat is your (name|favourite)|\bwho (made|built|created) you\b|\btranslate\b.{0,40}\binto\b"
    r"|\bshould I\b|\bwill I win\b|\b(do you|what do you) think\b|\bin your (view|opinion)\b|\bcan I (stop|refuse|sue)\b|\bweather\b"
    r"|\bcapital of\b|\bmeaning of life\b|\bbest (restaurant|pub|hotel|takeaway)\b",
    re.I,
)
_LATEST = re.compile(r"\b(latest|most recent|current(ly)?|newest|up.to.date|now|last meeting|so far)\b", re.I)
_NUMBERED = re.compile(
    r"\b(?:item|minute|min\.?|agenda item)\s+(?:no\.?\s*|number\s*)?(\d+[a-z]?(?:/\w+)?|[A-Z]\d+)\b", re.I
)
_POINTS_BACK = re.compile(
    r"\b(it|its|they|them|their|that|those|this|these|he|she|his|her|there|then|same|one|ones|instead|also|else)\b|^\s*(and|but|so|what about|how about)\b",
    re.I,
)


def understand(
    question: str,
    history: Sequence[str] = (),
    filters: Filters | None = None,
    committees: Sequence[str] = (),
) -> Query:
    """A question understood against the committees that the store knows."""
    whole = _whole(question, history)
    return Query(
        question=question,
        whole=whole,
        terms=tuple(dict.fromkeys(words_of(whole))),
        wants=wanted(question),
        committees=_committees(whole, committees),
        dates=(*((day, day) for _, day in dates_in(whole)), *months_in(whole)),
        numbers=tuple(_NUMBERED.findall(whole)),
        latest=bool(_LATEST.search(question)),
        filters=filters or Filters(),
    )


def wanted(question: str) -> str:
    """The kind of answer asked for; "other" where the words do not say."""
    return next((kind for kind, pattern in WANTS if re.search(pattern, question, re.I)), "other")


def refused(question: str) -> str | None:
    """Why a question is declined before any search, or None where it is ours to answer."""
    if _AGAINST.search(question):
        return "This asks the assistant to set its sources or rules aside; it only answers from the papers."
    if _PRIVATE.search(question):
        return (
            "This asks for private details of people, which the assistant does not give; it answers on public business."
        )
    if _ELSEWHERE.search(question):
        return "This is not a question about the committee papers, which are all that the assistant answers from."
    return None


def _whole(question: str, history: Sequence[str]) -> str:
    """A follow-up with the question that it points back to before it."""
    if not history:
        return question
    leans = bool(_POINTS_BACK.search(question)) or len(list(words_of(question))) < 4
    return f"{history[-1]} {question}" if leans else question


def _committees(text: str, committees: Sequence[str]) -> tuple[str, ...]:
    """The committees of the store that the question names: by name, or by half the words of a long one."""
    low = text.lower()
    asked = set(words_of(text))
    named = []
    for committee in committees:
        words = [word for word in words_of(committee) if word not in ("committee", "overview")]
        if committee.lower() in low or (len(words) > 1 and sum(word in asked for word in words) > 0.6 * len(words)):
            named.append(committee)
    return tuple(named)


def on(day: date | None, dates: Sequence[tuple[date, date]]) -> bool:
    """Whether a sitting's day lies within one of the spans asked for."""
    return day is not None and any(first <= day <= last for first, last in dates)
