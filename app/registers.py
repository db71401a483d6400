"""The verbs of the registers: decisions and commitments, found, and printed as text, JSON or a table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import register_render as shown
from app import register_text as text
from app import wiring
from app.progress import counted
from app.settings import load
from app.verbs import say, say_json, say_table, warn
from ingest.entries import Commitment, Decision, Standing
from ingest.papers import Kind
from retrieval.answers import Filters
from retrieval.related import Ties
from retrieval.taken import Taken, taken
from retrieval.tracker import follow, later_mentions

if TYPE_CHECKING:
    from retrieval.catalogue import Catalogue


SHOWN, ALL = 50, -1
"""How many entries are given where nobody says how many: as text, and as JSON or a table."""


def decisions(
    words: str | None,
    filters: Filters,
    everything: bool,
    top: int | None,
    store: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the register of decisions; items that decided nothing, and procedure, only where everything is wanted."""
    catalogue = wiring.open_catalogue(load(store=store))
    limit = top or (ALL if as_json or as_csv else SHOWN)
    found = decided(catalogue, words, filters, everything, limit)
    if as_json:
        say_json([shown.decision_json(*pair) for pair in found])
    elif as_csv:
        say_table(shown.table([shown.decision_row(*pair) for pair in found], shown.DECISION_COLUMNS))
    else:
        _say_listed([(one, text.decision_text(one, outcome)) for one, outcome in found], "decision", limit)


def decided(
    catalogue: "Catalogue", words: str | None, filters: Filters, everything: bool, limit: int
) -> list[tuple[Decision, Taken | None]]:
    """The decisions that fit, each as it stands today, and the recommendations with what was made of them."""
    held = catalogue.ledger.decisions(_asked(words), filters, not everything, limit)
    days = {one.meeting.date for one in held if one.standing is Standing.RECOMMENDATION and one.meeting}
    minuted = {
        day: catalogue.ledger.decisions(filters=Filters(since=day, until=day, kind=Kind.MINUTE))
        for day in days
        if day is not None
    }
    return [(one, _taken(one, minuted)) for one in standing(held, catalogue.ties)]


def standing(found: Sequence[Decision], ties: Ties) -> list[Decision]:
    """The decisions, those of minutes that a later meeting approved as confirmed, with what it corrected."""
    footings = ties.footings([(one.place.document, one.place.pages, one.meeting) for one in found])
    return [
        replace(one, standing=footing.standing, corrected=footing.correction(one.item.number if one.item else ""))
        if footing.standing and one.standing is Standing.DRAFT
        else one
        for one, footing in zip(found, footings, strict=True)
    ]


def commitments(
    words: str | None,
    filters: Filters,
    owner: str,
    due_before: date | None,
    top: int | None,
    store: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the register of commitments, each with what later papers say of it."""
    catalogue = wiring.open_catalogue(load(store=store))
    limit = top or (ALL if as_json or as_csv else SHOWN)
    held = catalogue.ledger.commitments(_asked(words), filters, owner, due_before, limit)
    today = date.today()
    found = [(one, follow(one, later_mentions(one, catalogue), today)) for one in counted(held)]
    if as_json:
        say_json([shown.commitment_json(one, followed) for one, followed in found])
    elif as_csv:
        say_table(shown.table([shown.commitment_row(*pair) for pair in found], shown.COMMITMENT_COLUMNS))
    else:
        _say_listed([(one, text.commitment_text(one, followed)) for one, followed in found], "commitment", limit)


def _asked(words: str | None) -> list[str]:
    return re.findall(r"\w+", words or "")


def _taken(one: Decision, minuted: Mapping[date, Sequence[Decision]]) -> Taken | None:
    """What the sitting made of a recommendation, by the decisions minuted of each day."""
    if one.standing is not Standing.RECOMMENDATION or not one.meeting or not one.meeting.date:
        return None
    return taken(one, minuted[one.meeting.date])


def _say_listed(texts: Sequence[tuple[Decision | Commitment, str]], what: str, limit: int) -> None:
    """Prints entries under their sittings; says where there may be more than were wanted."""
    say(text.listed(texts) or f"No {what} is recorded that fits, in the papers held.")
    if len(texts) == limit:
        warn(f"these are the first {limit}: there may be more; -k {2 * limit} shows more, words and filters show fewer")
