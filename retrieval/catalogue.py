"""The catalogue: what has been read, in SQLite, the source of truth; it and `rows` alone know SQLite.

One transaction a document, so that it is there whole or not at all. A copy of each file is kept beside it, for pictures.
"""

import json
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.errors import StoreError
from ingest.papers import Chunk, Meeting, Pack, PackKind, Page
from retrieval.answers import Filters, Passage
from retrieval.records import blob_to_words, json_to_chunk, record_to_item, record_to_meeting
from retrieval.rows import TABLES, WEIGHTS, conditions, insert, remove

FORMAT = "1"
NAME = "catalogue.sqlite"


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the store: the pack with its pages' texts left out, when it was read, how many chunks it has."""

    pack: Pack
    read_at: str
    chunks: int
    replaced_by: str | None = None


class Catalogue:
    """Packs, pages, chunks and full text in `folder`, made with the encoder named."""

    def __init__(self, folder: Path, encoder: str) -> None:
        self._folder = folder
        self._files = folder / "files"
        self._local = threading.local()
        try:
            self._files.mkdir(parents=True, exist_ok=True)
            with self._transaction() as db:
                db.executescript(TABLES)
                db.execute("INSERT OR IGNORE INTO store VALUES ('format', ?), ('encoder', ?)", (FORMAT, encoder))
        except (OSError, sqlite3.Error) as fault:
            raise StoreError(
                f"the store {folder} cannot be opened: {fault}; check the folder, or give --store"
            ) from fault
        made = dict(self._db.execute("SELECT key, value FROM store").fetchall())
        if made["format"] != FORMAT:
            raise StoreError(f"the store {folder} is of form {made['format']}, not {FORMAT}: ingest the papers anew")
        if made["encoder"] != encoder:
            raise StoreError(
                f"the store {folder} was made with encoder {made['encoder']}, not {encoder}: "
                f"set encoder to that, or ingest into another store"
            )

    @staticmethod
    def made_in(folder: Path) -> bool:
        """Whether the folder holds a catalogue; opening one makes it where there is none."""
        return (folder / NAME).is_file()

    def add(self, pack: Pack, chunks: Sequence[Chunk], source: Path) -> tuple[str, ...]:
        """Keeps a document whole, in place of any older one of that name, and gives the ids of the chunks it replaced.

        `source` is the file, copied into the store for pictures of its pages.
        """
        kept = self._kept(pack.sha256, source.suffix)
        if not kept.exists():
            self._copy(source, kept)
        with self._transaction() as db:
            old = db.execute("SELECT sha256 FROM documents WHERE document = ?", (pack.document,)).fetchone()
            gone = set(remove(db, pack.document)) - {chunk.id for chunk in chunks}
            insert(db, pack, chunks)
        if old and old[0] != pack.sha256:
            self._drop_file(old[0])
        return tuple(gone)

    def forget(self, document: str) -> tuple[str, ...]:
        """Takes a document out, whole; gives the ids of its chunks. StoreError if it is not held."""
        held = self._db.execute("SELECT sha256 FROM documents WHERE document = ?", (document,)).fetchone()
        if held is None:
            raise StoreError(f"{document} is not in the store; `matters documents` lists what is")
        with self._transaction() as db:
            ids = remove(db, document)
        self._drop_file(held[0])
        return ids

    def holds(self, document: str, sha256: str) -> bool:
        """Whether that very document is held."""
        query = "SELECT 1 FROM documents WHERE document = ? AND sha256 = ?"
        return self._db.execute(query, (document, sha256)).fetchone() is not None

    def documents(self) -> tuple[Held, ...]:
        """Every document held, by name."""
        rows = self._db.execute(
            "SELECT document, title, sha256, kind, meeting, items, supplements, paged, read_at, "
            "(SELECT count(*) FROM chunks c WHERE c.document = d.document) FROM documents d ORDER BY document"
        ).fetchall()
        return tuple(self._held(row) for row in rows)

    def chunk_ids(self, document: str) -> tuple[str, ...]:
        """The ids of a document's chunks, in reading order."""
        query = "SELECT id FROM chunks WHERE document = ? ORDER BY place"
        return tuple(row[0] for row in self._db.execute(query, (document,)))

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of those ids that are held."""
        marks = ",".join("?" * len(ids))
        rows = self._db.execute(f"SELECT id, body FROM chunks WHERE id IN ({marks})", tuple(ids))
        return {id_: json_to_chunk(body) for id_, body in rows}

    def every_chunk(self) -> Iterator[Chunk]:
        """Every chunk, document by document in reading order."""
        for (body,) in self._db.execute("SELECT body FROM chunks ORDER BY document, place"):
            yield json_to_chunk(body)

    def neighbours(self, chunk: Chunk, before: int, after: int) -> tuple[Chunk, ...]:
        """The chunks of a document around one, itself left out, in reading order."""
        query = "SELECT body FROM chunks WHERE document = ? AND place BETWEEN ? AND ? AND place != ? ORDER BY place"
        bounds = (chunk.document, chunk.order - before, chunk.order + after, chunk.order)
        return tuple(json_to_chunk(body) for (body,) in self._db.execute(query, bounds))

    def page(self, document: str, number: int) -> Page:
        """A page with its words; StoreError if it is not held."""
        row = self._db.execute(
            "SELECT printed, text, words, label, width, height, unread FROM pages WHERE document = ? AND number = ?",
            (document, number),
        ).fetchone()
        if row is None:
            raise StoreError(f"{document} has no page {number} in the store; `matters documents` lists what is held")
        printed, text, words, label, width, height, unread = row
        return Page(number, printed, text, blob_to_words(words), label, (width, height), unread)

    def file(self, document: str) -> Path:
        """The kept copy of a document's file."""
        row = self._db.execute("SELECT sha256 FROM documents WHERE document = ?", (document,)).fetchone()
        if row is None:
            raise StoreError(f"{document} is not in the store; `matters documents` lists what is")
        return self._kept(row[0], Path(document).suffix)

    def committees(self) -> tuple[str, ...]:
        """The committees whose sittings the store records, by name."""
        rows = self._db.execute("SELECT DISTINCT committee FROM chunks WHERE committee != '' ORDER BY committee")
        return tuple(row[0] for row in rows)

    def meetings(self) -> tuple[Meeting, ...]:
        """The sittings that the store records, latest first."""
        rows = self._db.execute(
            "SELECT DISTINCT committee, date FROM chunks WHERE date IS NOT NULL ORDER BY date DESC, committee"
        )
        return tuple(Meeting(committee, date.fromisoformat(day)) for committee, day in rows)

    def find(self, terms: Sequence[str], filters: Filters, limit: int) -> list[Passage]:
        """The chunks that share most with the terms by BM25, best first; a term of several words is a phrase."""
        asked = " OR ".join('"' + term.replace('"', " ") + '"' for term in terms if any(map(str.isalnum, term)))
        if not asked:
            return []
        where, values = conditions(filters)
        weights = ", ".join(map(str, WEIGHTS.values()))
        rows = self._db.execute(
            f"SELECT chunks.body, -bm25(words, {weights}) AS score FROM words JOIN chunks ON chunks.row = words.rowid "
            f"WHERE words MATCH ?{where} ORDER BY score DESC, chunks.id LIMIT ?",
            (asked, *values, limit),
        )
        return [Passage(json_to_chunk(body), rank, score) for rank, (body, score) in enumerate(rows, 1)]

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many chunks each term stands, in any of its forms."""
        query = "SELECT count(*) FROM words WHERE words MATCH ?"
        asked = {term: '"' + term.replace('"', " ") + '"' for term in terms if any(map(str.isalnum, term))}
        return {term: int(self._db.execute(query, (words,)).fetchone()[0]) for term, words in asked.items()}

    def size(self) -> int:
        """How many chunks are held."""
        return int(self._db.execute("SELECT count(*) FROM chunks").fetchone()[0])

    def _held(self, row: tuple[str, ...]) -> Held:
        document, title, sha256, kind, meeting, items, supplements, paged, read_at, chunks = row
        query = "SELECT number, printed, label, unread FROM pages WHERE document = ? ORDER BY number"
        pages = self._db.execute(query, (document,))
        pack = Pack(
            document=document,
            title=title,
            sha256=sha256,
            kind=PackKind(kind),
            meeting=record_to_meeting(json.loads(meeting)),
            pages=tuple(Page(n, printed, "", label=label, unread=unread) for n, printed, label, unread in pages),
            items=tuple(map(record_to_item, json.loads(items))),
            supplements=tuple(json.loads(supplements)),
            paged=bool(paged),
        )
        return Held(pack, read_at, int(chunks))

    def _kept(self, sha256: str, suffix: str) -> Path:
        return self._files / f"{sha256}{suffix.lower()}"

    def _copy(self, source: Path, kept: Path) -> None:
        """Copies a file so that it is there whole or not at all."""
        part = kept.with_suffix(".part")
        try:
            shutil.copyfile(source, part)
            part.replace(kept)
        except OSError as fault:
            raise StoreError(
                f"{source.name} cannot be kept in {self._files}: {fault.strerror}; make room there"
            ) from fault

    def _drop_file(self, sha256: str) -> None:
        """Removes the kept file, unless another document has the same contents."""
        if self._db.execute("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)).fetchone() is None:
            for path in self._files.glob(f"{sha256}.*"):
                path.unlink()

    @property
    def _db(self) -> sqlite3.Connection:
        """This thread's connection."""
        if not hasattr(self._local, "db"):
            self._local.db = sqlite3.connect(self._folder / NAME, timeout=30)
            self._local.db.execute("PRAGMA journal_mode = WAL")
            self._local.db.execute("PRAGMA foreign_keys = ON")
        connection: sqlite3.Connection = self._local.db
        return connection

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._db as db:
                yield db
        except sqlite3.Error as fault:
            raise StoreError(
                f"the store {self._folder} cannot be used: {fault}; "
                "see that it has room and may be written, or give another --store"
            ) from fault
