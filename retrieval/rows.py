"""The catalogue's tables, and how a document goes into them and out of them."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from ingest.papers import Chunk, Pack
from retrieval.answers import Filters
from retrieval.records import chunk_to_json, item_to_record, meeting_to_record, words_to_blob

WEIGHTS = {"text": 1.0, "headings": 0.6, "title": 0.3}
TABLES = """
CREATE TABLE IF NOT EXISTS store (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
  document TEXT PRIMARY KEY, sha256 TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, meeting TEXT NOT NULL,
  items TEXT NOT NULL, supplements TEXT NOT NULL, paged INTEGER NOT NULL, read_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, printed TEXT NOT NULL,
  label TEXT NOT NULL, text TEXT NOT NULL, words BLOB NOT NULL, width REAL NOT NULL, height REAL NOT NULL, unread TEXT,
  PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  place INTEGER NOT NULL, kind TEXT NOT NULL, committee TEXT NOT NULL, date TEXT, item TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunks_by_document ON chunks (document, place);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, headings, title, tokenize = 'porter unicode61');
"""


def remove(db: sqlite3.Connection, document: str) -> tuple[str, ...]:
    """Takes out a document's rows; gives the ids of its chunks."""
    rows = db.execute("SELECT row, id FROM chunks WHERE document = ?", (document,)).fetchall()
    db.executemany("DELETE FROM words WHERE rowid = ?", [(row,) for row, _ in rows])
    db.execute("DELETE FROM documents WHERE document = ?", (document,))
    return tuple(id_ for _, id_ in rows)


def insert(db: sqlite3.Connection, pack: Pack, chunks: Sequence[Chunk]) -> None:
    """Puts in a document's rows."""
    items = json.dumps([item_to_record(item) for item in pack.items], ensure_ascii=False)
    meeting = json.dumps(meeting_to_record(pack.meeting))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            pack.document,
            pack.sha256,
            pack.title,
            pack.kind,
            meeting,
            items,
            json.dumps(pack.supplements),
            pack.paged,
            now,
        ),
    )
    db.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (pack.document, p.number, p.printed, p.label, p.text, words_to_blob(p), *p.size, p.unread)
            for p in pack.pages
        ],
    )
    for chunk in chunks:
        meeting_date = chunk.meeting.date.isoformat() if chunk.meeting and chunk.meeting.date else None
        row = db.execute(
            "INSERT INTO chunks (id, document, place, kind, committee, date, item, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                chunk.id,
                chunk.document,
                chunk.order,
                chunk.kind,
                chunk.meeting.committee if chunk.meeting else "",
                meeting_date,
                chunk.item.number if chunk.item else "",
                chunk_to_json(chunk),
            ),
        ).lastrowid
        heads = [head for head, _ in chunk.cells]
        above = "\n".join([*chunk.headings, *heads, chunk.item.title if chunk.item else ""])
        db.execute(
            "INSERT INTO words (rowid, text, headings, title) VALUES (?, ?, ?, ?)",
            (row, chunk.text, above, chunk.title),
        )


def conditions(filters: Filters) -> tuple[str, list[str]]:
    """The SQL that confines a search, and its values."""
    options = (
        ("chunks.committee LIKE ?", f"%{filters.committee}%" if filters.committee else ""),
        ("chunks.date >= ?", filters.since.isoformat() if filters.since else ""),
        ("chunks.date <= ?", filters.until.isoformat() if filters.until else ""),
        ("rtrim(chunks.item, '.') = ?", filters.item.rstrip(".")),
        ("chunks.kind = ?", filters.kind.value if filters.kind else ""),
        ("chunks.document = ?", filters.document),
    )
    used = [(sql, value) for sql, value in options if value]
    return "".join(f" AND {sql}" for sql, _ in used), [value for _, value in used]
