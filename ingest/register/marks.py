"""Marks that give an action to somebody: "ACTION: Clerk", "(Action: Cllr Smith)", "c/f action Jo".

`MARKS` is the table to read: each with an example, the owner and the action that it gives.
"""

import re
from dataclasses import dataclass

_PERSON = (
    r"(?:the\s+)?(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?[A-Z][\w’'.-]*"
    r"(?:(?:\s*[/&,]\s*|\s+(?:and|of|for|the)\s+|\s+)[A-Z][\w’'.-]*){0,7}"
)
_ACTION = r"(?:[Aa]ctions?|ACTIONS?)(?:\s+[Pp]oints?)?"
MARKS = (
    (
        rf"[\[(]\s*{_ACTION}\s*(?:for|by)?\s*[:–-]?\s*(?P<owner>{_PERSON})\s*[\])]",
        "Chase the supplier of the benches (Action: Cllr Smith)", "Cllr Smith", "Chase the supplier of the benches",
    ),
    (
        rf"\b{_ACTION}\s*(?:for|by|on)?\s*[:–-]\s*(?P<owner>{_PERSON})\s+(?:to|will)\s+(?P<action>[a-z].*)$",
        "ACTION: Clerk to write to the landlord", "Clerk", "write to the landlord",
    ),
    (
        rf"\b{_ACTION}\s*(?:for|by|on)?\s*[:–-]\s*(?P<owner>{_PERSON})\s*\.?$",
        "A list of keyholders is needed. ACTION: Clerk", "Clerk", "A list of keyholders is needed",
    ),
    (
        rf"(?:\bc/f\s+)?\b{_ACTION}\s+(?P<owner>{_PERSON})\s+to\s+(?P<action>[a-z].*)$",
        "Lock still stiff, action Jo to oil it", "Jo", "oil it",
    ),
    (
        rf"(?:\bc/f\s+)?\b{_ACTION}\s+(?P<owner>{_PERSON})\s*\.?$",
        "Ask the baker about the sign, c/f action Jo", "Jo", "Ask the baker about the sign",
    ),
)  # fmt: skip
_COMPILED = tuple(re.compile(pattern) for pattern, *_ in MARKS)
_NUMBER = re.compile(r"^(?:[•●▪◦‣➢Ø\uf0b7\uf0a7*–-]\s*|o\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark's owner and action, and its clause without the mark's own words."""

    owner: str
    action: str
    clause: str


def words_to_mark(clause: str) -> Mark | None:
    """The mark in a clause: its action is what it says itself, or else the words before it."""
    for pattern in _COMPILED:
        match = pattern.search(clause)
        if match:
            before = _NUMBER.sub("", clause[: match.start()]).strip(" ,;:–-")
            given = match.groupdict().get("action") or ""
            whole = ", ".join(filter(None, (before, given)))
            return Mark(match["owner"].strip(" ."), (given or before).strip(" ."), whole)
    return None
