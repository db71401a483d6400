"""The verbs of the registers: decisions and commitments, found, and printed as text, JSON or a table."""

import re
from collections.abc import Sequence
from pathlib import Path

from app import register_render as shown
from app import wiring
from app.settings import load
from app.verbs import say, say_json
from ingest.entries import Decision, Outcome, Standing
from retrieval.answers import Filters
from retrieval.ledger import Ledger
from retrieval.taken import Taken, taken


def decisions(
    words: str | None, filters: Filters, everything: bool, store: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Print the register of decisions; items that decided nothing, and procedure, only where everything is wanted."""
    ledger = wiring.open_catalogue(load(store=store)).ledger
    found = [
        (one, _taken(one, ledger))
        for one in ledger.decisions(re.findall(r"\w+", words or ""), filters)
        if everything or not (one.procedural or one.outcome is Outcome.NONE)
    ]
    if as_json:
        say_json([shown.decision_json(one, outcome) for one, outcome in found])
    elif as_csv:
        say(shown.table([shown.decision_row(one) for one, _ in found], shown.DECISION_COLUMNS))
    else:
        say(_listed([shown.decision_text(one, outcome) for one, outcome in found], "decision"))


def _taken(one: Decision, ledger: Ledger) -> Taken | None:
    """What became of a recommendation."""
    if one.standing is not Standing.RECOMMENDATION or not one.meeting or not one.meeting.date:
        return None
    day = one.meeting.date
    return taken(one, ledger.decisions(filters=Filters(since=day, until=day)))


def _listed(texts: Sequence[str], what: str) -> str:
    return "\n\n".join(texts) or f"No {what} is recorded that fits, in the papers held."
