"""The catalogue's tables, and how a document goes into them and out of them."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from ingest.entries import Amendment, Commitment, Decision
from ingest.papers import Chunk, Item, Pack, PackKind, Page, identity
from ingest.ties import Approval, Signs, Sitting
from retrieval.answers import Filters
from retrieval.records import (
    chunk_to_json,
    item_to_record,
    meeting_to_record,
    record_to_item,
    record_to_meeting,
    words_to_blob,
)

WEIGHTS = {"text": 1.0, "headings": 0.6, "title": 0.3}
TABLES = """
CREATE TABLE IF NOT EXISTS store (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
  document TEXT PRIMARY KEY, sha256 TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, meeting TEXT NOT NULL,
  items TEXT NOT NULL, supplements TEXT NOT NULL, paged INTEGER NOT NULL, modified TEXT NOT NULL,
  read_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, printed TEXT NOT NULL,
  label TEXT NOT NULL, text TEXT NOT NULL, words BLOB NOT NULL, width REAL NOT NULL, height REAL NOT NULL, unread TEXT,
  turn INTEGER NOT NULL, ocr INTEGER NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  place INTEGER NOT NULL, kind TEXT NOT NULL, committee TEXT NOT NULL, date TEXT, item TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chunks_by_document ON chunks (document, place);
CREATE TABLE IF NOT EXISTS signs (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE REFERENCES documents ON DELETE CASCADE, record TEXT NOT NULL,
  size INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS samples (
  key INTEGER NOT NULL, paper INTEGER NOT NULL REFERENCES signs ON DELETE CASCADE, page INTEGER NOT NULL,
  PRIMARY KEY (key, paper, page)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS samples_by_paper ON samples (paper);
CREATE TABLE IF NOT EXISTS relations (
  kind TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, first INTEGER NOT NULL,
  last INTEGER NOT NULL, target TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, target_first INTEGER NOT NULL,
  target_last INTEGER NOT NULL, reason TEXT NOT NULL, items TEXT NOT NULL, change TEXT NOT NULL,
  quote TEXT NOT NULL, said_on INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS relations_by_document ON relations (document);
CREATE INDEX IF NOT EXISTS relations_by_target ON relations (target);
CREATE TABLE IF NOT EXISTS acronyms (
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, short TEXT NOT NULL, long TEXT NOT NULL,
  weight INTEGER NOT NULL, PRIMARY KEY (document, short, long)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS acronyms_by_short ON acronyms (short);
CREATE INDEX IF NOT EXISTS acronyms_by_long ON acronyms (long);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, headings, title, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (words, 'row');
CREATE TABLE IF NOT EXISTS entries (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, register TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL, kind TEXT NOT NULL,
  committee TEXT NOT NULL, date TEXT, item TEXT NOT NULL, outcome TEXT NOT NULL, owner TEXT NOT NULL, due TEXT,
  business INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS entry_bodies (
  row INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS entries_by_date ON entries (register, date, document, place);
CREATE INDEX IF NOT EXISTS entries_by_committee ON entries (register, committee COLLATE NOCASE, date, document, place);
CREATE INDEX IF NOT EXISTS entries_by_document ON entries (document);
CREATE VIRTUAL TABLE IF NOT EXISTS entry_words USING fts5 (text, title, tokenize = 'porter unicode61');
"""
PAGES = "SELECT number, printed, label, unread, ocr FROM pages WHERE document = ? ORDER BY number"
KEPT = (Chunk, Item, Decision, Amendment, Commitment, Signs, Sitting, Approval)
FORM = identity(TABLES, *(field for kept in KEPT for field in kept.__dataclass_fields__))
"""What tells a store of this form from one of another: the tables, and the types that are kept in them."""


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
    rest = pack.paged, pack.modified, now
    db.execute(f"INSERT INTO documents VALUES ({_marks(10)})", (*head, meeting, items, supplements, *rest))
    pages = [
        (name, p.number, p.printed, p.label, p.text, words_to_blob(p), *p.size, p.unread, p.turn, p.ocr)
        for p in pack.pages
    ]
    db.executemany(f"INSERT INTO pages VALUES ({_marks(11)})", pages)
    for chunk in chunks:
        _insert_chunk(db, chunk)


def row_to_pack(row: tuple[Any, ...], pages: Sequence[tuple[Any, ...]]) -> Pack:
    """A pack without its pages' texts, of its row in `documents` and what `PAGES` finds."""
    document, title, sha256, kind, meeting, items, supplements, paged, modified = row
    return Pack(
        document=document,
        title=title,
        sha256=sha256,
        kind=PackKind(kind),
        meeting=record_to_meeting(json.loads(meeting)),
        pages=tuple(Page(n, has, "", label=label, unread=why, ocr=bool(ocr)) for n, has, label, why, ocr in pages),
        items=tuple(map(record_to_item, json.loads(items))),
        supplements=tuple(json.loads(supplements)),
        paged=bool(paged),
        modified=modified,
    )


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
