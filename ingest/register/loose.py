"""Rows of a plan whose header is lost: known by the owners that its headed part names."""

import re
from collections.abc import Iterator, Sequence

from ingest.papers import Table
from ingest.register.due import cell_to_due
from ingest.register.plans import PlanRow

_ACRONYM = re.compile(r"^(?:[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z'’]*)$")
_PARTS = re.compile(r"[\s/,&;.()]+")
_STATE = re.compile(
    r"^(?:complete|done|closed|on track|off track|in progress|on-?going|not (?:yet )?(?:due|started)|started|begun"
    r"|behind|delayed|overdue|at risk|deferred|superseded|amber|red|green)\b",
    re.I,
)
_WORDS = 3
_OWNER_WORDS = 10
_NAMES = 6
_DATE_WORDS = 4


def words_of_owners(owners: Sequence[str]) -> frozenset[str]:
    """The words that a plan's owners are named with."""
    return frozenset(part.lower() for owner in owners for part in _PARTS.split(owner) if part.isalpha())


def table_to_loose_rows(table: Table, known: frozenset[str]) -> Iterator[PlanRow]:
    """The rows of a table without a header that name an owner, with the action before it and what follows."""
    for cells, page, box in zip(table.rows, table.row_pages, table.row_boxes, strict=True):
        texts = [" ".join(cell.split()) for cell in cells]
        at = next((at for at, text in enumerate(texts) if at and is_named(text, known)), None)
        action = next((text for text in reversed(texts[:at]) if len(text.split()) >= _WORDS), "") if at else ""
        if at and action:
            after = [text for text in texts[at + 1 :] if text]
            due = cell_to_due(after[0]) if after and len(after[0].split()) <= _DATE_WORDS else None
            due = due if due and due.day else None
            progress = _progress(after[1:] if due else after)
            yield PlanRow(action, texts[at], due, progress, "", tuple(cells), page, box, page)


def is_named(text: str, known: frozenset[str]) -> bool:
    """Whether a cell holds nothing but the words of owners and acronyms like them, or names beside an acronym."""
    parts = [part for part in _PARTS.split(text) if part]
    acronyms = [bool(_ACRONYM.match(part)) for part in parts]
    named = all(part.lower() in known or acronym for part, acronym in zip(parts, acronyms, strict=True))
    named = named or (any(acronyms) and len(parts) <= _NAMES and all(part[0].isupper() for part in parts))
    return 0 < len(parts) <= _OWNER_WORDS and named and not text[:1].isdigit()


def _progress(after: Sequence[str]) -> str:
    """What the last cell of a row says of its progress: the only one after the owner may say how it is measured."""
    if not after or not (len(after) > 1 or _STATE.match(after[-1])):
        return ""
    return after[-1]
