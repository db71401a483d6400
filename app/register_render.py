"""The registers as JSON, as rows for a spreadsheet, and as text for people."""

import textwrap
from collections.abc import Sequence
from typing import Any

from app.render import WIDTH, item_json, meeting_json, plain
from ingest.entries import Commitment, Decision, Outcome, Place, Standing, Votes
from ingest.papers import Kind, place, spoken
from retrieval.taken import Taken
from retrieval.tracker import Followed, Mention

DECISION_COLUMNS = (
    "committee", "date", "item", "title", "outcome", "status", "text", "conditions", "mover", "seconder",
    "for", "against", "abstain", "document", "pdf_page", "page_label",
)  # fmt: skip
COMMITMENT_COLUMNS = (
    "committee", "date", "item", "title", "owner", "action", "due", "due_text", "status", "because", "quote",
    "document", "pdf_page", "page_label",
)  # fmt: skip


def decision_json(decision: Decision, outcome: Taken | None = None) -> dict[str, Any]:
    """A decision as `decisions --json` gives it; a recommendation also with what was made of it."""
    return {
        "id": decision.id,
        "meeting": meeting_json(decision.meeting),
        "item": item_json(decision.item),
        "outcome": str(decision.outcome),
        "text": decision.text,
        "parts": [{"number": part.number, "text": part.text} for part in decision.parts],
        "conditions": list(decision.conditions),
        "delegations": list(decision.delegations),
        "mover": decision.mover or None,
        "seconder": decision.seconder or None,
        "votes": _votes_json(decision.votes),
        "status": str(decision.standing),
        "amendments": [{"text": one.text, "carried": one.carried} for one in decision.amendments],
        "procedural": decision.procedural,
        "readings": [{"outcome": str(read), "text": text} for read, text in decision.readings],
        "decided": _taken_json(outcome),
        **_place_json(decision.place),
    }


def _votes_json(votes: Votes | None) -> dict[str, Any] | None:
    if votes is None:
        return None
    names = [{"side": side, "names": names} for side, names in votes.names]
    return {"for": votes.in_favour, "against": votes.against, "abstain": votes.abstained, "names": names}


def _taken_json(outcome: Taken | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {
        "id": outcome.decision.id,
        "outcome": str(outcome.decision.outcome),
        "as_recommended": outcome.as_recommended,
        "changed": [{"recommended": before, "decided": after} for before, after in outcome.changed],
        "added": list(outcome.added),
        "dropped": list(outcome.dropped),
    }


def _place_json(where: Place) -> dict[str, Any]:
    return {
        "document": where.document,
        "pdf_page": where.pages[0] if where.paged else None,
        "page_label": where.printed[0],
    }


def decision_row(decision: Decision) -> dict[str, Any]:
    """A decision as a row of `DECISION_COLUMNS`."""
    votes = decision.votes or Votes()
    return _row(decision) | {
        "outcome": str(decision.outcome),
        "status": str(decision.standing),
        "text": decision.text,
        "conditions": "; ".join(decision.conditions),
        "mover": decision.mover,
        "seconder": decision.seconder,
        "for": votes.in_favour,
        "against": votes.against,
        "abstain": votes.abstained,
    }


def _row(entry: Decision | Commitment) -> dict[str, Any]:
    meeting, item = entry.meeting, entry.item
    return {
        "committee": meeting.committee if meeting else "",
        "date": meeting.date.isoformat() if meeting and meeting.date else "",
        "item": item.number.rstrip(".") if item else "",
        "title": item.title if item else entry.place.title,
        **_place_json(entry.place),
    }


def decision_text(decision: Decision, outcome: Taken | None = None) -> str:
    """A decision for people: what became of the item, the words, who, and where it stands."""
    head = decision.item.title if decision.item else decision.place.title
    said = "recommended only" if decision.standing is Standing.RECOMMENDATION else str(decision.outcome)
    lines = [f"{head}: {said.upper()}", *_wrapped(decision.text)]
    if decision.outcome is Outcome.UNSURE:
        lines += [f"  read as {read}: {text}" for read, text in decision.readings]
    if decision.mover:
        lines.append(f"  moved by {decision.mover}, seconded by {decision.seconder}")
    if decision.votes and decision.votes.in_favour is not None:
        lines.append(f"  votes: {decision.votes.in_favour} for, {decision.votes.against or 0} against")
    if outcome:
        how = "as recommended" if outcome.as_recommended else "not in the same words"
        lines.append(f"  decided: {outcome.decision.outcome}, {how}, {_where(outcome.decision, Kind.MINUTE)}")
        lines += _wrapped("\n".join(f"now: {after}" for _, after in outcome.changed))
        lines += _wrapped("\n".join(f"added: {part}" for part in outcome.added))
        lines += _wrapped("\n".join(f"not decided: {part}" for part in outcome.dropped))
    kind = Kind.REPORT if decision.standing is Standing.RECOMMENDATION else Kind.MINUTE
    return plain("\n".join([*lines, f"  {_where(decision, kind)} ({decision.standing})"]))


def commitment_json(commitment: Commitment, followed: Followed) -> dict[str, Any]:
    """A commitment as `commitments --json` gives it, with what became of it."""
    return {
        "id": commitment.id,
        "owner": commitment.owner,
        "action": commitment.action,
        "due": commitment.due.isoformat() if commitment.due else None,
        "due_text": commitment.due_text,
        "made_at": meeting_json(commitment.meeting),
        "item": item_json(commitment.item),
        "status": str(followed.status),
        "because": followed.reason,
        "later": [_mention_json(mention) for mention in followed.later],
        "progress": commitment.progress or None,
        "rag": commitment.rag or None,
        "quote": commitment.quote,
        **_place_json(commitment.place),
    }


def _mention_json(mention: Mention) -> dict[str, Any]:
    return {
        "meeting": meeting_json(mention.meeting),
        "quote": mention.quote,
        "document": mention.document,
        "pdf_page": mention.pdf_page,
        "page_label": mention.printed,
        "says": str(mention.says) if mention.says else None,
    }


def commitment_row(commitment: Commitment, followed: Followed) -> dict[str, Any]:
    """A commitment as a row of `COMMITMENT_COLUMNS`."""
    return _row(commitment) | {
        "owner": commitment.owner,
        "action": commitment.action,
        "due": commitment.due.isoformat() if commitment.due else "",
        "due_text": commitment.due_text,
        "status": str(followed.status),
        "because": followed.reason,
        "quote": commitment.quote,
    }


def commitment_text(commitment: Commitment, followed: Followed) -> str:
    """A commitment for people: who, what, by when, what became of it and the words that say so."""
    due = f", due {spoken(commitment.due)}" if commitment.due else ""
    written = f" (“{commitment.due_text}”)" if commitment.due_text else ""
    evidence = followed.evidence
    told = f"{followed.reason}: “{evidence.quote}”" if evidence else followed.reason
    others = [mention for mention in followed.later if mention is not evidence]
    lines = [
        f"{commitment.owner or 'Nobody named'}: {str(followed.status).upper()}{due}{written}",
        *_wrapped(commitment.action),
        *_wrapped(told),
        *_wrapped("\n".join(f"also {mention.meeting or mention.document}: “{mention.quote}”" for mention in others)),
        f"  {_where(commitment, commitment.kind)}",
    ]
    return plain("\n".join(lines))


def _wrapped(text: str) -> list[str]:
    return [
        line
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, WIDTH, initial_indent="  ", subsequent_indent="    ")
    ]


def _where(entry: Decision | Commitment, kind: Kind) -> str:
    page = entry.place.pages[0] if entry.place.paged else None
    named = place(entry.meeting, entry.place.title, entry.item, kind, page, entry.place.printed[0])
    return f"{named}, {entry.place.document}"


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    """The rows as CSV with a heading, as spreadsheets read it; a cell that would be a formula is made text."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(row.get(name)) for name in columns} for row in rows)
    return out.getvalue().rstrip("\n")


def _harmless(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t"):
        return f"'{value}"
    return "" if value is None else value
