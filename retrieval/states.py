"""What words say became of something: a table to be read, each wording with an example."""

import re
from enum import StrEnum

from ingest.patterns import Rows, any_of


class Became(StrEnum):
    """What became of a commitment, as far as the papers say."""

    OPEN = "open"
    DONE = "reported done"
    OVERDUE = "overdue"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


_DONE = "sent|circulated|provided|published|supplied|issued|written|delivered|fitted|installed|appointed|recruited"
_OVER = "complete|completed|done|closed|achieved|actioned|implemented|discharged"
_TELLING: tuple[tuple[Became, Rows], ...] = (
    (
        Became.SUPERSEDED,
        (
            (r"\bsuperseded\b", "Superseded by the new strategy"),
            (r"\b(?:been|was|is|are|were) replaced by\b", "This action was replaced by action 9"),
            (r"\bno longer (?:required|needed|relevant|applicable|to be|being)\b", "No longer required"),
            (r"\b(?:removed from|merged (?:with|into)|moved to) (?:the|an?|action|item)\b", "Merged with action 4"),
            (r"\bwill not (?:now )?(?:be taken forward|proceed|go ahead)\b", "The trial will not now go ahead"),
        ),
    ),
    (
        Became.OVERDUE,
        (
            (r"^overdue\b", "Overdue. The counters broke"),
            (r"\b(?:is|are|was|remains?|now) (?:\w+ )?overdue\b", "The note is now overdue"),
            (r"\bmissed (?:the|its|their) (?:deadline|date|target)\b", "The team missed its deadline"),
            (r"\bdue (?:in|by|on) [^.;]{3,30} but (?:has|have) not\b", "It was due in May but has not come"),
        ),
    ),
    (
        Became.OPEN,
        (
            (r"^(?:on track|not yet|not started|in progress|on-?going|begun|started|open)\b", "On track. Half done"),
            (r"^(?:at risk|behind|delayed|awaiting|outstanding|partially|part complete|to be)\b", "Behind schedule"),
            (r"\b(?:is|are|was|were|has|have|had) (?:still |yet )?(?:not|to be)(?: yet)?(?: been)? \w+(?:ed|en|t)\b",
             "The letter has not yet been sent"),
            (r"\b(?:remains?|still|is|are) (?:outstanding|in progress|under ?way|incomplete|awaited|to be)\b",
             "The report is still outstanding"),
            (r"\b(?:is|are) (?:now |still )?(?:expected|on track|not (?:yet )?complete)\b", "It is on track for June"),
        ),
    ),
    (
        Became.DONE,
        (
            (rf"^(?:{_OVER}|delivered)\b", "Complete. Sent in May"),
            (rf"\b(?:is|are|was|were|been|now|being) (?:now )?(?:{_OVER})\b", "The wall has been completed"),
            (r"\bcompletes? (?:the|this|that) action\b", "This note completes the action"),
            (rf"\b(?:has|have|had|was|were) (?:since |now )?(?:been )?(?:{_DONE})\b", "The figures were sent"),
            (rf"^(?:{_DONE}) (?:on|in|to)\b", "Sent on 4 May"),
            (r"\bin force since\b", "In force since 1 March"),
        ),
    ),
)  # fmt: skip
STATES = tuple((state, row) for state, rows in _TELLING for row in rows)
"""Each wording with the state that it tells, in the order in which they are asked."""
_OPENS = tuple((state, any_of([row for row in rows if row[0].startswith("^")])) for state, rows in _TELLING)
LONG = 30
"""The words of a text in which "done" is said of all of it."""
_ANYWHERE = tuple((state, any_of(rows)) for state, rows in _TELLING)


def words_to_state(text: str) -> Became | None:
    """What the words say became of something: by how they open, or else by what stands in them; None for nothing.

    A long text that says somewhere that something is done need not say it of this.
    """
    words = re.sub(r"^\W+", "", text)
    opens = next((state for state, pattern in _OPENS if pattern.pattern and pattern.search(words)), None)
    found = opens or next((state for state, pattern in _ANYWHERE if pattern.search(words)), None)
    return None if found is Became.DONE and not opens and len(words.split()) > LONG else found
