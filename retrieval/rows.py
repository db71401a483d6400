"""The catalogue's tables, and how a document goes into them and out of them."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from ingest.entries import Commitment, Decision
from ingest.papers import Chunk, Item, Pack, identity
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
  turn INTEGER NOT NULL, ocr INTEGER NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  place INTEGER NOT NULL, kind TEXT NOT NULL, committee TEXT NOT NULL, date TEXT, item TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunks_by_document ON chunks (document, place);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, headings, title, tokenize = 'porter unicode61');
CREATE TABLE IF NOT EXISTS entries (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, register TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL, kind TEXT NOT NULL,
  committee TEXT NOT NULL, date TEXT, item TEXT NOT NULL, outcome TEXT NOT NULL, owner TEXT NOT NULL, due TEXT,
  body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS entries_by_date ON entries (register, date, document, place);
CREATE INDEX IF NOT EXISTS entries_by_document ON entries (document);
CREATE VIRTUAL TABLE IF NOT EXISTS entry_words USING fts5 (text, title, tokenize = 'porter unicode61');
"""
KEPT = (Chunk, Item, Decision, Commitment)
FORM = identity(TABLES, *(field for kept in KEPT for field in kept.__dataclass_fields__))
"""What tells a store of this form from one of another: the tables, and what is kept of chunks, items and entries."""


def remove(db: sqlite3.Connection, document: str) -> tuple[str, ...]:
    """Takes out a document's rows; gives the ids of its chunks."""
    rows = db.execute("SELECT row, id FROM chunks WHERE document = ?", (document,)).fetchall()
    db.executemany("DELETE FROM words WHERE rowid = ?", [(row,) for row, _ in rows])
    db.execute("DELETE FROM entry_words WHERE rowid IN (SELECT row FROM entries WHERE document = ?)", (document,))
    db.execute("DELETE FROM documents WHERE document = ?", (document,))
    return tuple(id_ for _, id_ in rows)


def insert(db: sqlite3.Connection, pack: Pack, chunks: Sequence[Chunk]) -> None:
    """Puts in a document's rows."""
    items = json.dumps([item_to_record(item) for item in pack.items], ensure_ascii=False)
    meeting = json.dumps(meeting_to_record(pack.meeting))
    supplements = json.dumps(pack.supplements)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    name, head = pack.document, (pack.document, pack.sha256, pack.title, pack.kind)
    db.execute(f"INSERT INTO documents VALUES ({_marks(9)})", (*head, meeting, items, supplements, pack.paged, now))
    pages = [
        (name, p.number, p.printed, p.label, p.text, words_to_blob(p), *p.size, p.unread, p.turn, p.ocr)
        for p in pack.pages
    ]
    db.executemany(f"INSERT INTO pages VALUES ({_marks(11)})", pages)
    for chunk in chunks:
        _insert_chunk(db, chunk)


def _insert_chunk(db: sqlite3.Connection, chunk: Chunk) -> None:
    """Puts in a chunk, and its words in the full text."""
    day = chunk.meeting.date.isoformat() if chunk.meeting and chunk.meeting.date else None
    committee = chunk.meeting.committee if chunk.meeting else ""
    item = (chunk.item.number, chunk.item.title) if chunk.item else ("", "")
    place = (chunk.id, chunk.document, chunk.order, chunk.kind, committee, day, item[0], chunk_to_json(chunk))
    row = db.execute(f"INSERT INTO chunks VALUES (NULL, {_marks(8)})", place).lastrowid
    above = "\n".join([*chunk.headings, *(header for header, _ in chunk.cells), item[1]])
    words = (row, chunk.text, above, chunk.title)
    db.execute(f"INSERT INTO words (rowid, {', '.join(WEIGHTS)}) VALUES ({_marks(4)})", words)


def _marks(count: int) -> str:
    """So many places for values in SQL."""
    return ", ".join("?" * count)


def conditions(filters: Filters, table: str = "chunks") -> tuple[str, list[str]]:
    """The SQL that confines a search of a table, and its values."""
    options = (
        (f"{table}.committee = ? COLLATE NOCASE", filters.committee),
        (f"{table}.date >= ?", filters.since.isoformat() if filters.since else ""),
        (f"{table}.date <= ?", filters.until.isoformat() if filters.until else ""),
        (f"rtrim({table}.item, '.') = ? COLLATE NOCASE", filters.item.strip().rstrip(".")),
        (f"{table}.kind = ?", filters.kind.value if filters.kind else ""),
        (f"{table}.document = ?", filters.document),
    )
    used = [(sql, value) for sql, value in options if value]
    return "".join(f" AND {sql}" for sql, _ in used), [value for _, value in used]
