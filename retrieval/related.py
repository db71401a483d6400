"""The catalogue's part that knows what belongs together: signs and samples of documents, and their relations.

A document's signs, samples and relations go with it. They are worked out for the documents that have none yet, against
those that have: nothing is worked out twice.
"""

import json
from collections.abc import Container, Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter

from ingest.errors import StoreError
from ingest.papers import Meeting, PackKind, Span
from ingest.ties import Footing, Paper, Relation, Signs, Sitting, Tie
from retrieval.database import Database
from retrieval.records import record_to_item, record_to_meeting

_SIGNS = TypeAdapter(Signs)
FEWEST, SHARE, ENOUGH = 2, 0.25, 50
"""How many samples documents must have in common to be compared: at least; in share of the smaller's; in any case."""
_PAPERS = (
    "SELECT d.document, d.title, d.kind, d.meeting, d.items, d.modified, d.read_at, "
    "(SELECT count(*) FROM pages p WHERE p.document = d.document), s.record "
    "FROM documents d LEFT JOIN signs s ON s.document = d.document"
)
_SHARING = (
    "SELECT s.document, count(DISTINCT m.key), s.size FROM samples m JOIN signs s ON s.id = m.paper "
    "WHERE m.key IN (SELECT value FROM json_each(?)) GROUP BY s.id"
)


class Ties:
    """What a catalogue's documents say of themselves, and how they are related."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def unrelated(self) -> tuple[str, ...]:
        """The documents whose relations are still to be worked out, by name."""
        query = "SELECT document FROM documents WHERE document NOT IN (SELECT document FROM signs) ORDER BY document"
        return tuple(document for (document,) in self._db.rows(query))

    def papers(self) -> tuple[Paper, ...]:
        """The documents whose relations are worked out, by name."""
        return tuple(map(_paper, self._db.rows(f"{_PAPERS} WHERE s.id NOT NULL ORDER BY d.document")))

    def paper(self, document: str) -> Paper:
        """A document, its signs empty where they are not worked out; StoreError if it is not held."""
        row = self._db.row(f"{_PAPERS} WHERE d.document = ?", (document,))
        if row is None:
            raise StoreError(f"{document} is no longer in the store: run the ingest again")
        return _paper(row)

    def texts(self, document: str) -> tuple[str, ...]:
        """The texts of a document's pages; empty where it is not held."""
        rows = self._db.rows("SELECT text FROM pages WHERE document = ? ORDER BY number", (document,))
        return tuple(text for (text,) in rows)

    def sharing(self, sketch: Sequence[frozenset[int]]) -> frozenset[str]:
        """The documents that have many of these samples too."""
        keys = frozenset().union(*sketch)
        rows = self._db.rows(_SHARING, (json.dumps(sorted(keys)),))
        return frozenset(
            document
            for document, common, size in rows
            if common >= max(FEWEST, min(ENOUGH, SHARE * min(size, len(keys))))
        )

    def sketch(self, document: str) -> tuple[frozenset[int], ...]:
        """The samples of each page of a document, to the last page that has any."""
        pages: dict[int, set[int]] = {}
        query = "SELECT page, key FROM samples WHERE paper = (SELECT id FROM signs WHERE document = ?)"
        for number, key in self._db.rows(query, (document,)):
            pages.setdefault(number, set()).add(key)
        return tuple(frozenset(pages.get(number, ())) for number in range(1, max(pages, default=0) + 1))

    def keep(
        self, document: str, signs: Signs, sketch: Sequence[frozenset[int]], relations: Sequence[Relation]
    ) -> None:
        """Keeps what was worked out for a document, whole or not at all; what is no longer held is passed over."""
        size = len(frozenset().union(*sketch))
        with self._db.transaction() as db:
            made = db.execute(
                "INSERT INTO signs (document, record, size) SELECT document, ?, ? FROM documents WHERE document = ?",
                (_SIGNS.dump_json(signs).decode(), size, document),
            )
            if not made.rowcount:
                return
            rows = [(key, made.lastrowid, number) for number, page in enumerate(sketch, 1) for key in page]
            db.executemany("INSERT INTO samples VALUES (?, ?, ?)", rows)
            db.executemany(
                "INSERT INTO relations SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? "
                "WHERE (SELECT count(*) FROM documents WHERE document IN (?, ?)) = 2",
                [(*_row(relation), relation.document, relation.target) for relation in relations],
            )

    def relations(self, documents: Iterable[str] = ()) -> tuple[Relation, ...]:
        """The relations from or to these documents, or all, in order of names and pages."""
        order = "ORDER BY document, target, first, target_first, kind"
        names = json.dumps(sorted(set(documents)))
        if names == "[]":
            return tuple(map(_relation, self._db.rows(f"SELECT * FROM relations {order}")))
        named = "(SELECT value FROM json_each(?1))"
        query = f"SELECT * FROM relations WHERE document IN {named} OR target IN {named} {order}"
        return tuple(map(_relation, self._db.rows(query, (names,))))

    def by_document(self, documents: Iterable[str] = ()) -> dict[str, tuple[Relation, ...]]:
        """The relations from or to these documents, or all, by each document that has a part in them."""
        found: dict[str, tuple[Relation, ...]] = {}
        for relation in self.relations(documents):
            for document in (relation.document, relation.target):
                found[document] = (*found.get(document, ()), relation)
        return found

    def standing(self, document: str, pages: Span, meeting: Meeting | None = None) -> Footing:
        """What pages rest on: what replaced them; for minutes of that meeting, whether they are confirmed."""
        return self.footings([(document, pages, meeting)])[0]

    def footings(self, places: Sequence[tuple[str, Span, Meeting | None]]) -> tuple[Footing, ...]:
        """What passages rest on, each given by document, pages and the sitting that its words record."""
        names = {document for document, _, _ in places}
        relations = self.by_document(self.by_document(names)) if names else {}
        query = "SELECT document, record FROM signs WHERE document IN (SELECT value FROM json_each(?))"
        records = self._db.rows(query, (json.dumps(sorted(names)),))
        sittings = {document: _SIGNS.validate_json(record).sittings for document, record in records}
        older = {doc for held in relations.values() for relation in held if (doc := relation.outdone)}
        return tuple(
            _footing(*place, relations.get(place[0], ()), sittings.get(place[0], ()), older) for place in places
        )


def _footing(
    document: str,
    pages: Span,
    meeting: Meeting | None,
    relations: Sequence[Relation],
    sittings: Sequence[Sitting],
    older: Container[str],
) -> Footing:
    """What a passage rests on, by its document's relations; what replaced it is best a text that is itself no older."""
    onto = [r for r in relations if r.target == document and _within(pages, r.target_pages)]
    own = [r for r in relations if r.document == document and _within(pages, r.pages)]
    sitting = next((held for held in sittings if held.meeting == meeting and _within(pages, held.pages)), None)
    confirmed = [r for r in onto if sitting and r.kind is Tie.CONFIRMS and r.target_pages == sitting.pages]
    replaced = sorted((r for r in onto if r.kind is Tie.REPLACES), key=lambda r: r.document in older)
    duplicate = [r for r in own if r.kind is Tie.DUPLICATE_OF]
    return Footing(
        replaced=next(iter(replaced), None),
        duplicate=next(iter(duplicate), None),
        confirmed=next(iter(confirmed), None),
        sitting=sitting,
    )


def _within(pages: Span, span: Span) -> bool:
    return span[0] <= pages[0] and pages[1] <= span[1]


def _row(relation: Relation) -> tuple[Any, ...]:
    r = relation
    items = json.dumps(r.items)
    return r.kind, r.document, *r.pages, r.target, *r.target_pages, r.reason, items, r.change, r.quote, r.said_on


def _relation(row: tuple[Any, ...]) -> Relation:
    kind, document, first, last, target, target_first, target_last, reason, items, change, quote, said_on = row
    pages, there = (first, last), (target_first, target_last)
    return Relation(Tie(kind), document, pages, target, there, reason, tuple(json.loads(items)), change, quote, said_on)


def _paper(row: tuple[Any, ...]) -> Paper:
    document, title, kind, meeting, items, modified, read_at, pages, record = row
    return Paper(
        document=document,
        title=title,
        kind=PackKind(kind),
        meeting=record_to_meeting(json.loads(meeting)),
        pages=pages,
        signs=_SIGNS.validate_json(record) if record else Signs(),
        items=tuple(map(record_to_item, json.loads(items))),
        modified=modified,
        read_at=read_at,
    )
