"""The registers as text for people: entries under their sittings, in the width of a terminal."""

import re
import textwrap
from collections.abc import Sequence
from itertools import groupby

from app.register_render import changes
from app.render import plain
from ingest.entries import Amendment, Commitment, Decision, Outcome, Standing, Votes
from ingest.papers import spoken
from retrieval.taken import Taken
from retrieval.tracker import Followed

WIDTH, NUMBER = 80, 6
"""Of text for people: the columns of a line, and those of them for the number of the item."""
HELD = "\u00a0"
"""The blank at which no line is broken."""
_BARE_HEAD = re.compile(r"(?i)^(?:officers? |proposed )?recommendations?(?:\(s\))?(?: and reasons)?:?\n")


def decision_text(decision: Decision, outcome: Taken | None = None) -> str:
    """A decision for people, under its sitting: what became of the item, the words, who, and the page."""
    advice = decision.standing is Standing.RECOMMENDATION
    head = decision.item.title if decision.item else decision.place.title
    said = "recommended" if advice else str(decision.outcome)
    lines = [f"{head}: {said.upper()} ({_page(decision)})", *_BARE_HEAD.sub("", decision.text).split("\n")]
    if decision.outcome is Outcome.UNSURE:
        lines += [f"read as {read}: {text}" for read, text in decision.readings]
    lines += [_amendment_text(one) for one in decision.amendments]
    if decision.mover:
        lines.append(f"moved by {decision.mover}" + f", seconded by {decision.seconder}" * bool(decision.seconder))
    if decision.votes and decision.votes.in_favour is not None:
        lines.append(_votes_text(decision.votes))
    if decision.corrected:
        lines.append(f"corrected since: {decision.corrected}")
    if advice:
        lines += _taken_text(outcome)
    return _entry(decision, lines)


def _amendment_text(amendment: Amendment) -> str:
    said = f"{amendment.moved} {amendment.text}".strip()
    return f"amendment {'carried' if amendment.carried else 'lost'}: {said}"


def _votes_text(votes: Votes) -> str:
    sides = ((votes.in_favour, "for"), (votes.against or 0, "against"), (votes.abstained, "abstained"))
    return "votes: " + ", ".join(f"{count} {side}" for count, side in sides if count is not None)


def _taken_text(outcome: Taken | None) -> list[str]:
    """What the sitting made of a recommendation."""
    if outcome is None:
        return ["no decision on it is among the papers held"]
    how = "as recommended" if outcome.as_recommended else "not in the same words"
    return [
        f"decided: {outcome.decision.outcome}, {how}: {_where(outcome.decision)}, {outcome.decision.place.document}",
        *changes(outcome),
    ]


def commitment_text(commitment: Commitment, followed: Followed) -> str:
    """A commitment for people, under its sitting: who, what, by when, what became of it and the words that say so."""
    owner = commitment.owner or "nobody named"
    evidence = followed.evidence
    own = str(commitment.meeting or commitment.place.document)
    reason = followed.reason.replace(own, "the same paper")
    others = [mention for mention in followed.later if mention is not evidence]
    lines = [
        f"{owner[0].upper()}{owner[1:]}{_due(commitment)}: {str(followed.status).upper()} ({_page(commitment)})",
        commitment.action,
        f"{reason}: “{evidence.quote}”" if evidence else reason,
        *(f"also {mention.meeting or mention.document}: “{mention.quote}”" for mention in others),
    ]
    return _entry(commitment, lines)


def _due(commitment: Commitment) -> str:
    """When it is due, with the words that say so where they say it otherwise."""
    day, written = commitment.due, commitment.due_text
    if day is None:
        return f", “{written}”" if written else ""
    return f", due {spoken(day)}" + (f" (“{written}”)" if written and spoken(day) not in written else "")


def listed(entries: Sequence[tuple[Decision | Commitment, str]]) -> str:
    """Entries in their order, each run of one sitting and document under a line that names them."""
    blocks = []
    for heading, run in groupby(entries, lambda pair: _heading(pair[0])):
        blocks += [heading, *(text for _, text in run)]
    return "\n\n".join(blocks)


def _heading(entry: Decision | Commitment) -> str:
    """The sitting and how far its minutes can be relied on, and the file."""
    standing = entry.standing if isinstance(entry, Decision) else Standing.RECOMMENDATION
    known = "" if standing is Standing.RECOMMENDATION else f" ({standing} minutes)"
    lines = _wrapped(f"{entry.meeting or entry.place.title}{known}", "")
    return plain("\n".join([*lines, f"  {entry.place.document}"]))


def _entry(entry: Decision | Commitment, lines: Sequence[str]) -> str:
    """The lines of an entry beside the number of its item or minute, in the width of a terminal."""
    number = entry.item.number.rstrip(".") if entry.item else ""
    first, *rest = [line for text in lines if text for line in _wrapped(text, " " * NUMBER)]
    return plain("\n".join([f"{number:<{NUMBER - 1}} {first.lstrip()}", *rest]))


def _wrapped(text: str, margin: str) -> list[str]:
    """Lines of a text, broken only at blanks, and not at those that hold a page together."""
    wrapper = textwrap.TextWrapper(WIDTH, margin, f"{margin}  ", break_long_words=False, break_on_hyphens=False)
    return [line.replace(HELD, " ") for line in wrapper.wrap(text)]


def _page(entry: Decision | Commitment) -> str:
    """The page as people name it: page 48, PDF 2."""
    where = entry.place
    if not where.paged:
        return "no pages"
    pages = (f"page {where.printed[0]}" * bool(where.printed[0]), f"PDF {where.pages[0]}")
    return ", ".join(filter(None, pages)).replace(" ", HELD)


def _where(decision: Decision) -> str:
    """The minute and page of a decision, of the sitting that is spoken of."""
    number = f"minute {decision.item.number.rstrip('.')}, " if decision.item and decision.item.number else ""
    return f"{number}{_page(decision)}"
