"""The verbs of the registers: decisions and commitments, found, and printed as text, JSON or a table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app import register_render as shown
from app import wiring
from app.progress import counted
from app.settings import load
from app.verbs import say, say_json
from ingest.entries import Decision, Outcome, Standing
from retrieval.answers import Filters
from retrieval.ledger import Ledger
from retrieval.related import Ties
from retrieval.taken import Taken, taken
from retrieval.tracker import follow, later_mentions


def decisions(
    words: str | None, filters: Filters, everything: bool, store: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Print the register of decisions; items that decided nothing, and procedure, only where everything is wanted."""
    catalogue = wiring.open_catalogue(load(store=store))
    held = [
        one
        for one in catalogue.ledger.decisions(_asked(words), filters)
        if everything or not (one.procedural or one.outcome is Outcome.NONE)
    ]
    found = standing(held, catalogue.ties)
    if as_json:
        say_json([shown.decision_json(one, _taken(one, catalogue.ledger)) for one in found])
    elif as_csv:
        say(shown.table([shown.decision_row(one) for one in found], shown.DECISION_COLUMNS))
    else:
        say(_listed([shown.decision_text(one, _taken(one, catalogue.ledger)) for one in found], "decision"))


def standing(found: Sequence[Decision], ties: Ties) -> list[Decision]:
    """The decisions, those of minutes that a later meeting approved as confirmed."""
    footings = ties.footings([(one.place.document, one.place.pages, one.meeting) for one in found])
    return [
        replace(one, standing=footing.standing) if footing.standing and one.standing is Standing.DRAFT else one
        for one, footing in zip(found, footings, strict=True)
    ]


def commitments(
    words: str | None,
    filters: Filters,
    owner: str,
    due_before: date | None,
    store: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the register of commitments, each with what later papers say of it."""
    catalogue = wiring.open_catalogue(load(store=store))
    held = catalogue.ledger.commitments(_asked(words), filters, owner, due_before)
    today = date.today()
    found = [(one, follow(one, later_mentions(one, catalogue), today)) for one in counted(held)]
    if as_json:
        say_json([shown.commitment_json(one, followed) for one, followed in found])
    elif as_csv:
        say(shown.table([shown.commitment_row(*pair) for pair in found], shown.COMMITMENT_COLUMNS))
    else:
        say(_listed([shown.commitment_text(*pair) for pair in found], "commitment"))


def _asked(words: str | None) -> list[str]:
    return re.findall(r"\w+", words or "")


def _taken(one: Decision, ledger: Ledger) -> Taken | None:
    """What became of a recommendation."""
    if one.standing is not Standing.RECOMMENDATION or not one.meeting or not one.meeting.date:
        return None
    day = one.meeting.date
    return taken(one, ledger.decisions(filters=Filters(since=day, until=day)))


def _listed(texts: Sequence[str], what: str) -> str:
    return "\n\n".join(texts) or f"No {what} is recorded that fits, in the papers held."
