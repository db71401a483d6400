"""The registers as kept: decisions and commitments go in with their document, and are found by words and filters."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from pydantic import TypeAdapter

from ingest.entries import Commitment, Decision, Register, Standing
from ingest.papers import Kind
from retrieval.answers import Filters
from retrieval.database import Database
from retrieval.rows import conditions

DECISION, COMMITMENT = "decision", "commitment"
_DECISION, _COMMITMENT = TypeAdapter(Decision), TypeAdapter(Commitment)


def enter(db: sqlite3.Connection, register: Register) -> None:
    """Puts in the entries of a document."""
    for decision in register.decisions:
        report = decision.standing is Standing.RECOMMENDATION
        body, kind = _DECISION.dump_json(decision), Kind.REPORT if report else Kind.MINUTE
        _enter(db, DECISION, decision, kind, decision.text, body, (decision.outcome, "", None, decision.business))
    for commitment in register.commitments:
        due = commitment.due.isoformat() if commitment.due else None
        words = f"{commitment.owner}\n{commitment.action}\n{commitment.quote}"
        body = _COMMITMENT.dump_json(commitment)
        _enter(db, COMMITMENT, commitment, commitment.kind, words, body, ("", commitment.owner, due, True))


def _enter(
    db: sqlite3.Connection,
    register: str,
    entry: Decision | Commitment,
    kind: Kind,
    words: str,
    body: bytes,
    rest: tuple[str, str, str | None, bool],
) -> None:
    meeting, item = entry.meeting, entry.item
    day = meeting.date.isoformat() if meeting and meeting.date else None
    place = (entry.id, register, entry.place.document, entry.order, kind, meeting.committee if meeting else "", day)
    number, title = (item.number, item.title) if item else ("", entry.place.title)
    values = (*place, number, *rest)
    row = db.execute(f"INSERT INTO entries VALUES (NULL, {', '.join('?' * len(values))})", values).lastrowid
    db.execute("INSERT INTO entry_bodies VALUES (?, ?)", (row, body.decode()))
    db.execute("INSERT INTO entry_words (rowid, text, title) VALUES (?, ?, ?)", (row, words, title))


class Ledger:
    """The registers in a catalogue's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def decisions(
        self, words: Sequence[str] = (), filters: Filters | None = None, business: bool = False, limit: int = -1
    ) -> list[Decision]:
        """The decisions and recommendations that fit, or only those on business; ordered as `_bodies` says."""
        also = " AND entries.business" * business
        return [_DECISION.validate_json(body) for body in self._bodies(DECISION, words, filters, also, (), limit)]

    def commitments(
        self,
        words: Sequence[str] = (),
        filters: Filters | None = None,
        owner: str = "",
        due_before: date | None = None,
        limit: int = -1,
    ) -> list[Commitment]:
        """The commitments that fit; ordered as `_bodies` says."""
        also, values = "", []
        if owner:
            also, values = " AND entries.owner LIKE ? ESCAPE '!'", [f"%{_literal(owner)}%"]
        if due_before:
            also, values = f"{also} AND entries.due < ?", [*values, due_before.isoformat()]
        bodies = self._bodies(COMMITMENT, words, filters, also, values, limit)
        return [_COMMITMENT.validate_json(body) for body in bodies]

    def _bodies(
        self, register: str, words: Sequence[str], filters: Filters | None, also: str, values: Sequence[str], limit: int
    ) -> list[str]:
        """The entries that hold all the words, or if there are none, any of them: the best first.

        Without words they are those of the latest meetings first.
        """
        where, wanted = conditions(filters or Filters(), "entries")
        fits = f"register = ?{where}{also}"
        held: tuple[str | int, ...] = (register, *wanted, *values, limit)
        if not words:
            return self._read(f"entries WHERE {fits} ORDER BY date DESC, document, place", held)
        query = (
            "entry_words JOIN entries ON entries.row = entry_words.rowid "
            f"WHERE entry_words MATCH ? AND {fits} "
            "ORDER BY bm25(entry_words, 1.0, 0.6), date DESC, document, place"
        )
        phrases = ['"' + word.replace('"', " ") + '"' for word in words]
        return self._read(query, (" AND ".join(phrases), *held)) or self._read(query, (" OR ".join(phrases), *held))

    def _read(self, query: str, values: Sequence[str | int]) -> list[str]:
        """The bodies of the first entries that a query finds: they alone are read, for they are long."""
        body = "SELECT body FROM entry_bodies WHERE entry_bodies.row = found.row"
        rows = self._db.rows(f"SELECT ({body}) FROM (SELECT entries.row FROM {query} LIMIT ?) AS found", values)
        return [body for (body,) in rows]


def _literal(text: str) -> str:
    """A text in which no sign means anything to LIKE."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
