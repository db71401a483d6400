"""Made texts and documents for the tests of what belongs together."""

from datetime import date
from itertools import islice, product
from typing import Any

from ingest.papers import Item, Meeting, PackKind
from ingest.ties import Approval, Paper, Relation, Signs, Sitting, Tie

CABINET = Meeting("Cabinet", date(2024, 6, 4))
LOUD = Meeting("THE CABINET", date(2024, 6, 4))
JULY = Meeting("Cabinet", date(2024, 7, 9))
_SYLLABLES = ("ba", "co", "du", "fe", "gi", "ho", "ju", "ka", "le", "mi")


def prose(subject: str, words: int = 200, per_line: int = 10) -> str:
    """A text of so many different words about a subject, the same each time."""
    made = [f"{subject}{''.join(parts)}" for parts in islice(product(_SYLLABLES, repeat=4), words)]
    return "\n".join(" ".join(made[at : at + per_line]) for at in range(0, words, per_line))


def paper(document: str = "report.pdf", kind: PackKind = PackKind.REPORT, **changes: Any) -> Paper:
    """A report of two pages for Cabinet, or what the changes make of it."""
    held: dict[str, Any] = {"title": "Mill Lane depot", "meeting": CABINET, "pages": 2, "signs": Signs(), **changes}
    return Paper(document, kind=kind, **held)


def agenda(*titles: str, document: str = "agenda.pdf", **changes: Any) -> Paper:
    """An agenda whose items have these titles, the first of them item 5, a page each."""
    meeting = changes.get("meeting", CABINET)
    items = tuple(Item(f"{n}.", title, (n - 4, n - 4), meeting) for n, title in enumerate(titles, 5))
    return paper(document, PackKind.AGENDA_PACK, items=items, pages=max(1, len(items)), **changes)


def minutes(document: str, meeting: Meeting, *approvals: Approval, pages: int = 2, draft: str = "") -> Paper:
    """The minutes of a meeting, printed as a draft where it is said how."""
    held = Sitting(meeting, (1, pages), draft, bool(draft), approvals)
    return paper(document, PackKind.MINUTES, meeting=meeting, pages=pages, signs=Signs(sittings=(held,)))


def related(kind: Tie, document: str, target: str, **changes: Any) -> Relation:
    """A relation between two pages of two documents."""
    held: dict[str, Any] = {"pages": (1, 2), "target_pages": (1, 2), "reason": "made so", **changes}
    return Relation(kind, document, target=target, **held)
