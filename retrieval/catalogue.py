"""The catalogue: what has been read, the source of truth; it, `rows` and `database` alone know SQLite.

One transaction a document, so that it is there whole or not at all. A copy of its file is kept beside it, for pictures.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.entries import Register
from ingest.errors import StoreError
from ingest.papers import Chunk, Meeting, Pack, Page
from ingest.ties import Footing, Relation
from retrieval.answers import Filters, Passage
from retrieval.database import Database
from retrieval.ledger import Ledger, enter
from retrieval.lexicon import Lexicon, record_acronyms
from retrieval.records import blob_to_words, json_to_chunk
from retrieval.related import Ties
from retrieval.rows import FORM, PAGES, TABLES, WEIGHTS, conditions, insert, remove, row_to_pack

NAME = "catalogue.sqlite"
NOTHING_ENTERED = Register()


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the store: the pack without its pages' texts, when it was read, its chunks, its relations."""

    pack: Pack
    read_at: str
    chunks: int
    footing: Footing = field(default_factory=Footing)
    relations: tuple[Relation, ...] = ()


class Catalogue:
    """Packs, pages, chunks and full text in `folder`, made with the encoder named."""

    def __init__(self, folder: Path, encoder: str) -> None:
        self._files = folder / "files"
        try:
            self._files.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise StoreError(
                f"the store {folder} cannot be opened: {fault.strerror}; check the folder, or give another --store"
            ) from fault
        self._db = Database(folder, NAME, TABLES)
        self.ledger = Ledger(self._db)
        self.ties = Ties(self._db)
        self.lexicon = Lexicon(self._db)
        made = self._made() or self._make(encoder)
        if made.get("form") != FORM:
            raise StoreError(
                f"the store {folder} was made by another version of the program: remove it and ingest the papers anew"
            )
        if made["encoder"] != encoder:
            raise StoreError(
                f"the store {folder} was made with encoder {made['encoder']}, not {encoder}: "
                f"set encoder to that, or ingest into another store"
            )

    @staticmethod
    def made_in(folder: Path) -> bool:
        """Whether the folder holds a catalogue; opening one makes it where there is none."""
        return (folder / NAME).is_file()

    def add(
        self, pack: Pack, chunks: Sequence[Chunk], source: Path, register: Register = NOTHING_ENTERED
    ) -> tuple[str, ...]:
        """Keeps a document whole, in place of any older one of that name, and gives the ids of the chunks it replaced.

        `source` is the file, copied into the store for pictures of its pages.
        """
        kept = self._kept(pack.sha256, source.suffix)
        if not kept.exists():
            self._copy(source, kept)
        old = self._sha256(pack.document)
        with self._db.transaction() as db:
            gone = set(remove(db, pack.document)) - {chunk.id for chunk in chunks}
            insert(db, pack, chunks)
            enter(db, register)
            record_acronyms(db, pack.document, chunks)
        if old and old != pack.sha256:
            self._drop_file(old)
        return tuple(gone)

    def forget(self, document: str) -> tuple[str, ...]:
        """Takes a document out, whole; gives the ids of its chunks. StoreError if it is not held."""
        sha256 = self._sha256(document)
        if sha256 is None:
            raise _not_held(document)
        with self._db.transaction() as db:
            ids = remove(db, document)
        self._drop_file(sha256)
        return ids

    def holds(self, document: str, sha256: str) -> bool:
        """Whether that very document is held, and the copy of its file."""
        return self._sha256(document) == sha256 and self._kept(sha256, Path(document).suffix).is_file()

    def waits(self, document: str) -> bool:
        """Whether pages of a document are pictures that nobody has tried to read."""
        query = "SELECT count(*) FROM pages WHERE document = ? AND unread IN ('scanned', 'garbled') AND NOT ocr"
        return bool(self._count(query, document))

    def documents(self) -> tuple[Held, ...]:
        """Every document held, by name."""
        rows = self._db.rows(
            "SELECT document, title, sha256, kind, meeting, items, supplements, paged, modified, read_at, "
            "(SELECT count(*) FROM chunks c WHERE c.document = d.document) FROM documents d ORDER BY document"
        )
        packs = [row_to_pack(row[:-2], self._db.rows(PAGES, row[:1])) for row in rows]
        footings = self.ties.footings([(pack.document, (1, len(pack.pages)), pack.meeting) for pack in packs])
        relations = self.ties.by_document()
        return tuple(
            Held(pack, row[-2], row[-1], footing, relations.get(pack.document, ()))
            for pack, row, footing in zip(packs, rows, footings, strict=True)
        )

    def chunk_ids(self, document: str = "") -> tuple[str, ...]:
        """The ids of a document's chunks, or of all, in reading order."""
        query = "SELECT id FROM chunks WHERE document = ? OR ? = '' ORDER BY document, place"
        return tuple(id_ for (id_,) in self._db.rows(query, (document, document)))

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of those ids that are held."""
        marks = ",".join("?" * len(ids))
        rows = self._db.rows(f"SELECT id, body FROM chunks WHERE id IN ({marks})", ids)
        return {id_: json_to_chunk(body) for id_, body in rows}

    def every_chunk(self) -> Iterator[Chunk]:
        """Every chunk, document by document in reading order."""
        for (body,) in self._db.each("SELECT body FROM chunks ORDER BY document, place"):
            yield json_to_chunk(body)

    def page(self, document: str, number: int) -> Page:
        """A page with its words; StoreError if it is not held."""
        row = self._db.row(
            "SELECT printed, text, words, label, width, height, unread, turn, ocr FROM pages "
            "WHERE document = ? AND number = ?",
            (document, number),
        )
        if row is None:
            raise StoreError(f"{document} has no page {number} in the store; `matters documents` lists what is held")
        printed, text, words, label, width, height, unread, turn, ocr = row
        size = (width, height)
        return Page(number, printed, text, blob_to_words(words), label, size, unread, turn=turn, ocr=bool(ocr))

    def file(self, document: str) -> Path:
        """The kept copy of a document's file."""
        sha256 = self._sha256(document)
        if sha256 is None:
            raise _not_held(document)
        return self._kept(sha256, Path(document).suffix)

    def committees(self) -> tuple[str, ...]:
        """The committees whose sittings the store records, by name."""
        query = "SELECT DISTINCT committee FROM chunks WHERE committee != '' ORDER BY committee"
        return tuple(committee for (committee,) in self._db.rows(query))

    def find(self, terms: Sequence[str], filters: Filters, limit: int) -> list[Passage]:
        """The chunks that share most with the terms by BM25, best first; a term of several words is a phrase."""
        asked = " OR ".join(_phrase(term) for term in terms if _can_stand(term))
        if not asked:
            return []
        where, values = conditions(filters)
        weights = ", ".join(map(str, WEIGHTS.values()))
        rows = self._db.rows(
            f"SELECT chunks.body, -bm25(words, {weights}) AS score FROM words JOIN chunks ON chunks.row = words.rowid "
            f"WHERE words MATCH ?{where} ORDER BY score DESC, chunks.id LIMIT ?",
            (asked, *values, limit),
        )
        return [Passage(json_to_chunk(body), rank, score) for rank, (body, score) in enumerate(rows, 1)]

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many chunks each term stands, in any of its forms."""
        query = "SELECT count(*) FROM words WHERE words MATCH ?"
        return {term: self._count(query, _phrase(term)) for term in terms if _can_stand(term)}

    def size(self) -> int:
        """How many chunks are held."""
        return self._count("SELECT count(*) FROM chunks")

    def minuted(self, meeting: Meeting) -> bool:
        """Whether minutes of that sitting are held."""
        day = meeting.date.isoformat() if meeting.date else ""
        query = "SELECT count(*) FROM chunks WHERE kind = 'minute' AND committee = ? AND date = ?"
        return bool(self._count(query, meeting.committee, day))

    def papers(self) -> int:
        """How many documents are held."""
        return self._count("SELECT count(*) FROM documents")

    def _count(self, query: str, *values: str) -> int:
        return int(self._db.rows(query, values)[0][0])

    def _sha256(self, document: str) -> str | None:
        """What a held document's file hashes to; None where it is not held."""
        row = self._db.row("SELECT sha256 FROM documents WHERE document = ?", (document,))
        return row[0] if row else None

    def _made(self) -> dict[str, str]:
        """What the store says of itself; nothing where it is new."""
        return dict(self._db.rows("SELECT key, value FROM store"))

    def _make(self, encoder: str) -> dict[str, str]:
        """What a new store says of itself from now on."""
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO store VALUES ('form', ?), ('encoder', ?)", (FORM, encoder))
        return self._made()

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
        if not self._db.rows("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)):
            for path in self._files.glob(f"{sha256}.*"):
                path.unlink()


def _not_held(document: str) -> StoreError:
    return StoreError(f"{document} is not in the store; `matters documents` lists what is")


def _can_stand(term: str) -> bool:
    """Whether a term has a letter or a figure, without which the full text knows no word."""
    return any(map(str.isalnum, term))


def _phrase(term: str) -> str:
    """A term as a phrase of the full text's language, in which a quotation mark would end it."""
    return '"' + term.replace('"', " ") + '"'
