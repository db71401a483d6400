"""The registers as JSON, and as rows for a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from app.render import item_json, meeting_json
from ingest.entries import Commitment, Decision, Place, Votes
from retrieval.taken import Taken
from retrieval.tracker import Followed, Mention

DECISION_COLUMNS = (
    "committee", "date", "item", "title", "outcome", "status", "text", "conditions", "decided", "changes",
    "mover", "seconder", "for", "against", "abstain", "document", "pdf_page", "page_label",
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
        "amendments": [{"text": one.text, "carried": one.carried, "moved": one.moved} for one in decision.amendments],
        "procedural": decision.procedural,
        "corrected": decision.corrected or None,
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


def decision_row(decision: Decision, outcome: Taken | None = None) -> dict[str, Any]:
    """A decision as a row of `DECISION_COLUMNS`; a recommendation beside what was decided, and how that differs."""
    votes = decision.votes or Votes()
    return _row(decision) | {
        "outcome": str(decision.outcome),
        "status": str(decision.standing),
        "text": decision.text,
        "conditions": "; ".join(decision.conditions),
        "decided": str(outcome.decision.outcome) if outcome else "",
        "changes": "\n".join(changes(outcome)) if outcome else "",
        "mover": decision.mover,
        "seconder": decision.seconder,
        "for": votes.in_favour,
        "against": votes.against,
        "abstain": votes.abstained,
    }


def changes(outcome: Taken) -> list[str]:
    """How a decision differs from what was recommended, a line each."""
    return [
        *(f"now: {after}" for _, after in outcome.changed),
        *(f"added: {part}" for part in outcome.added),
        *(f"not in the decision: {part}" for part in outcome.dropped),
    ]


def _row(entry: Decision | Commitment) -> dict[str, Any]:
    meeting, item = entry.meeting, entry.item
    return {
        "committee": meeting.committee if meeting else "",
        "date": meeting.date.isoformat() if meeting and meeting.date else "",
        "item": item.number.rstrip(".") if item else "",
        "title": item.title if item else entry.place.title,
        **_place_json(entry.place),
    }


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
