"""Commitments in the words of minutes: what was undertaken, asked for, delegated or resolved, clause by clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.register.actors import PRONOUNS, is_group, is_owner, owner_at_start, owner_before, trimmed
from ingest.register.due import Due, words_to_due
from ingest.register.marks import words_to_mark
from ingest.register.promises import Promise, promises
from ingest.sentences import sentences

RESOLVED, DATED, PEOPLE, APART = "resolved", "dated", "people", "apart"
"""Where a wording may count only."""


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment as found in words: its owner as printed, the action, the words it stands in, and when it is due."""

    owner: str
    action: str
    quote: str
    due: Due | None = None


_CLAUSES = re.compile(
    r";\s+(?:and\s+|or\s+)?|\s+[•●▪◦‣➢Ø\uf0a7\uf0b7\uf0d8]+\s+|(?<=[\s:])(?=\((?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s)|\s+[–—]\s+(?=[^–—]*\baction\b)"
)
_NUMBER = r"(?:[•●▪◦‣➢Ø\uf0b7\uf0a7\uf0d8*–-]\s*|\(?(?:\d{1,2}|[a-z]|[ivxIVX]{1,4})[.)]\s*)"
_OPENED = re.compile(rf"{_NUMBER}*(?:(?:and|that)\b[\s:-]*)*", re.I)
_OPENING = re.compile(rf"^{_NUMBER}*(?:(?:and|that|the (?:cabinet|committee|council) agreed to)\b[\s:-]*)*", re.I)
_RESOLVED = re.compile(
    r"^.*?\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed|RESOLUTION|DECISION|Decision)\b[\s:–-]*(?:(?:that|to)\b\s*)?"
    r"(?:(?i:the )?(?i:cabinet|committee|council|panel|board)\b\s*(?:agrees?\b)?[\s:]*(?:to\b)?)?[\s:–-]*"
)
_LEADS_IN = re.compile(r"^.*?\b(?:resolved|agreed)\b(?: that| to)?", re.I)
_LEADS_UP = re.compile(r"\b(?:resolved|agreed)(?: that| to)?[\s:–-]*$", re.I)
_DOUBT = re.compile(
    r"\b(?:(?:asked|queried|questioned|enquired|wondered|unclear|whether|considered)\s+(?:if|whether)|if|whether|unless|suggested|"
    r"hoped|could|might|proposed that|would have|urged|recommended)\b[^.]{0,160}$",
    re.I,
)
_OUTSIDE = re.compile(
    r"\b(?:residents?|public|petition\w*|parents|applicants?|objectors?|neighbours?|businesses|visitors|speakers?)"
    r"\s+(?:(?:have|had|has|also)\s+)*$",
    re.I,
)
_POINTS_BACK = re.compile(r"\b(?:this|it|these|them)\b(?=\s*(?:[,.;]|$|(?:and|up|down|out|with)\b))", re.I)
_TAIL = re.compile(r"(?:[\s,;:.–-]|\band)+$")
_HEAD = re.compile(rf"^(?:{_NUMBER}|o\s+(?=[A-Z]))+")
_ENDS_OWNER = re.compile(r",?\s+(?:subject to|provided|so long as|who|which|if|and that|unless)\b.*$")
_COUNTED = re.compile(r"\b[a-z]{3,}\b", re.I)
_LITTLE_WORDS = """
    the and for his her its their who has had this that with from case try out
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


def paragraph_to_found(
    text: str, names: frozenset[str], made: date | None, resolved: tuple[int, int] = (0, 0), before: str = ""
) -> tuple[Found, ...]:
    """The commitments in a paragraph of minutes, `before` being the sentence that stands above it.

    `resolved` is the stretch of it that says what a meeting resolved.
    """
    found: list[Found] = []
    at = 0
    for sentence in sentences(text):
        for clause in filter(None, _CLAUSES.split(sentence)):
            at = max(at, text.find(clause, at))
            held = at < resolved[1] and at + len(clause) > resolved[0]
            found += clause_to_found(clause, sentence, before, names, made, held)
        before = sentence
    return tuple(found)


def clause_to_found(
    clause: str, sentence: str, before: str, names: frozenset[str], made: date | None, resolved: bool
) -> list[Found]:
    """The commitments in a clause: by a mark ("action: Clerk") if it has one, else by the wordings in their order."""
    mark = words_to_mark(clause)
    if mark:
        told = _told(Found(mark.owner, mark.action, clause), mark.clause, before, made)
        return [told] if told.action else []
    found: list[tuple[tuple[int, int], Found]] = []
    small = clause.lower()
    for wording in promises():
        cued = not wording.cues or any(cue in small for cue in wording.cues)
        if not cued or (RESOLVED in wording.only and not resolved):
            continue
        for span, one in _matches(wording, clause, sentence, before, names):
            if any(span[0] < end and start < span[1] for (start, end), _ in found):
                continue
            short = APART in wording.only or _counted(one.action) < 2
            told = _told(one, clause, before, made) if short else _dated(one, made)
            if DATED not in wording.only:
                found.append((span, told))
            elif told.due:
                found += [(span, part) for part in _each_dated(one, made) or [told]]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _matches(
    wording: Promise, clause: str, sentence: str, before: str, names: frozenset[str]
) -> Iterator[tuple[tuple[int, int], Found]]:
    """Where a wording fits a clause, with the owner that it names."""
    offset = _opening(clause, RESOLVED in wording.only) if wording.opens else 0
    body = clause[offset:]
    for match in _everywhere(wording.pattern, body):
        if _doubted(body[: match.start()], wording):
            continue
        if wording.whole:
            begins = match.start() + offset
            yield (begins, len(clause)), Found("", _clean(clause[begins:]), clause)
            continue
        owner = _owner(wording, match, body, sentence, before, names)
        if owner is not None and not (PEOPLE in wording.only and is_group(owner)):
            yield (
                (match.start("action") + offset, match.end("action") + offset),
                Found(owner, _clean(match["action"]), clause),
            )


def _opening(clause: str, resolved: bool) -> int:
    """Where a clause begins after its number, and after the words that resolve it."""
    verdict = _RESOLVED.match(clause) if resolved else None
    after = verdict.end() if verdict else 0
    number = _OPENING.match(clause, after) if not after else _OPENED.match(clause, after)
    return number.end() if number else after


def _everywhere(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match of a pattern, those within another too."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _owner(
    wording: Promise, match: re.Match[str], body: str, sentence: str, before: str, names: frozenset[str]
) -> str | None:
    """The owner of a match, "" where the wording has none, None where it needs one and there is none."""
    if not wording.owner_first:
        if "owner" not in match.re.groupindex:
            return ""
        named = trimmed(_ENDS_OWNER.sub("", match["owner"]))
        return named if is_owner(named, names) else None
    ahead = body[: match.start()].rstrip()
    owner = owner_before(ahead, names)
    if APART in wording.only:
        return owner if _apart(ahead, owner) else None
    last = ahead.rsplit(maxsplit=1)[-1].lower() if ahead else ""
    if last in PRONOUNS:
        return _subject(sentence, names) or _subject(before, names) or owner_at_start(before, names) or None
    if last == "and":
        return _subject(sentence, names) or owner_at_start(body, names) or None
    return owner or None


def _apart(before: str, owner: str) -> bool:
    """Whether an owner opens its clause, or stands after a comma, a dash or a bracket."""
    left = before[: before.rfind(owner)] if owner else before
    return bool(owner) and bool(
        re.search(rf"(?:^|[,;:.(–•-])\s*(?:{_NUMBER}|that\s)*$", left, re.I) or _LEADS_UP.search(left)
    )


def _subject(sentence: str, names: frozenset[str]) -> str:
    """Who a sentence begins with ("Cllr Hall said that he would …")."""
    verb = re.search(
        r"\s(?:said|stated|advised|confirmed|reported|explained|added|replied|responded|agreed|noted|informed|apologised|thanked)\b",
        sentence,
    )
    return owner_before(sentence[: verb.start()], names) if verb else ""


def _doubted(before: str, wording: Promise) -> bool:
    """Whether what stands before makes the words a question, a wish or a condition."""
    plain = wording.whole or PEOPLE in wording.only or wording.owner_first
    return bool(_OUTSIDE.search(before)) or (plain and bool(_DOUBT.search(before)))


def _told(found: Found, clause: str, before: str, made: date | None) -> Found:
    """The commitment with words enough to know what it is about: its clause, and the sentence before."""
    around = _counted(_LEADS_IN.sub("", clause)) - _counted(found.action) - _counted(found.owner)
    known = _counted(found.action) > 3 or (around <= 0 and _counted(found.action) > 1)
    if known and not _POINTS_BACK.search(found.action):
        return _dated(found, made)
    action, quote = re.sub(r"\s*\([^)]*\)", "", clause), found.quote
    if before and (_POINTS_BACK.search(clause) or _counted(clause) < 2):
        action, quote = f"{before} {action}", f"{before} {quote}"
    return _dated(replace(found, action=_clean(action), quote=quote), made)


def _each_dated(found: Found, made: date | None) -> list[Found]:
    """The parts of an action that are parted by "and" and have each a date of their own; none where they have not."""
    parts = re.split(r"\s+and\s+(?=[a-z]+ed\b)", found.action)
    dated = [_dated(replace(found, action=part, quote=part), made) for part in parts]
    return dated if len(dated) > 1 and all(words_to_due(part, made) for part in parts) else []


def _counted(text: str) -> int:
    return sum(word.lower() not in _LITTLE for word in _COUNTED.findall(text))


def _dated(found: Found, made: date | None) -> Found:
    """The commitment with its due date, taken off the end of its action."""
    due = words_to_due(found.action, made) or words_to_due(found.quote, made)
    action = found.action
    if due and action.endswith(due.text) and len(action) > len(due.text) + 8:
        action = _clean(action.removesuffix(due.text))
    return replace(found, action=action, due=due)


def _clean(action: str) -> str:
    return _TAIL.sub("", _HEAD.sub("", action.strip(" ,;:")))
