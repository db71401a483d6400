"""Vectors of the chunks, kept in Chroma: made from the catalogue, so they can be made again at will.

This module alone knows chromadb and llama-index's ChromaVectorStore. Vectors are added through llama-index's
store, whose import takes two seconds, so it is imported by the first `add`; a question reads the collection
itself and waits for chromadb only. Chroma holds vectors and what the filters need, never the text.

What must be minded: `add` on a known id silently keeps the old vector (hence remove, then add); only numbers
compare with $gte (hence dates as yyyymmdd, 0 for none); a query has lost live records after deletes (hence
`check`); without vectors and with an embedding function Chroma would fetch a model.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import chromadb
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError

from ingest.errors import StoreError
from ingest.papers import Chunk
from retrieval.answers import Filters
from retrieval.models import Encoder
from retrieval.windows import Shared, shared_windows

if TYPE_CHECKING:
    from llama_index.core.schema import BaseNode, TextNode

T = TypeVar("T")
R = TypeVar("R")

COLLECTION = "matters-arising"
BATCH = 256
GRAPH = CreateHNSWConfiguration(space="cosine", ef_construction=200, ef_search=400, max_neighbors=32)
"""How widely Chroma looks. By default it misses 6 % of the nearest 60 of 2,400, and others in each process, as it puts
what it has not yet written into its graph anew, by threads; this finds them all, also of 5,000."""
NEIGHBOURS = 10
SAME = 1e-5


class Vectors:
    """The windows of every chunk as vectors of one encoder, in a folder of the store."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._folder = folder
        self._encoder = encoder
        with self._chroma():
            settings = Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(str((folder / "vectors").resolve()), settings)
            self._collection = self._open()

    def add(self, chunks: Iterable[Chunk]) -> None:
        """Keeps the vectors of these chunks, in place of any that they had; the next are encoded meanwhile."""
        from llama_index.vector_stores.chroma import ChromaVectorStore

        store = ChromaVectorStore(chroma_collection=self._collection)
        for batch, nodes in _one_ahead(self._nodes, _batches(shared_windows(chunks), BATCH)):
            self.remove([chunk.id for alike, _ in batch for chunk in alike])
            with self._chroma():
                store.add(nodes)

    def remove(self, ids: Sequence[str]) -> None:
        """Forgets the vectors of these chunks; ids that it does not hold are no matter."""
        with self._chroma():
            for batch in _batches(ids, BATCH):
                held = self._collection.get(where=_of(batch), include=[])["ids"]
                for some in _batches(held, BATCH):
                    self._collection.delete(ids=some)

    def find(self, words: str, filters: Filters, limit: int) -> list[tuple[str, float]]:
        """The chunks nearest in meaning, best first, with the cosine of their best window."""
        if limit < 1 or not words.strip():
            return []
        row, where, count = self._encoder.encode([words]), _where(filters), 2 * limit
        while True:
            with self._chroma():
                found = self._collection.query(
                    query_embeddings=row, n_results=count, where=where, include=["distances", "metadatas"]
                )
            best = _best(found)
            if len(best) >= limit or len(found["ids"][0]) < count:
                return best[:limit]
            count *= 2

    def held(self) -> frozenset[str]:
        """The ids of the chunks that have vectors."""
        with self._chroma():
            windows_held = self._collection.get(include=[])["ids"]
        return frozenset(id_.partition("#")[0] for id_ in windows_held)

    def check(self, ids: Sequence[str]) -> bool:
        """Whether each of these chunks is held and every window of it is found by its own vector."""
        with self._chroma():
            return all(self._found(batch) for batch in _batches(ids, BATCH))

    def rebuild(self, chunks: Iterable[Chunk]) -> None:
        """Drops everything and keeps these chunks instead."""
        with self._chroma():
            self._client.delete_collection(COLLECTION)
            self._collection = self._open()
        self.add(chunks)

    def _nodes(self, batch: list[Shared]) -> "tuple[list[Shared], list[BaseNode]]":
        """What was given, and a node for each window of each chunk."""
        rows = iter(self._encoder.encode([text for _, texts in batch for text in texts]).tolist())
        nodes: list[BaseNode] = []
        for alike, texts in batch:
            for number, row in enumerate(islice(rows, len(texts))):
                nodes += [_node(chunk, number, row) for chunk in alike]
        return batch, nodes

    def _open(self) -> chromadb.Collection:
        """The collection, made if there is none; a StoreError if another encoder made it."""
        encoder = {"encoder": self._encoder.name, "size": self._encoder.size}
        try:
            collection = self._client.get_collection(COLLECTION, embedding_function=None)
        except NotFoundError:
            return self._client.create_collection(
                COLLECTION,
                metadata=encoder,
                configuration={"hnsw": GRAPH},
                embedding_function=None,
            )
        if collection.metadata != encoder:
            made, now = (collection.metadata or {}).get("encoder"), self._encoder.name
            raise StoreError(
                f"the store in {self._folder} was made with the encoder {made}, not {now}: "
                f"use {made}, or read the papers into a new store"
            )
        return collection

    def _found(self, ids: Sequence[str]) -> bool:
        """Whether these chunks are held and found; a twin of the same vector may stand in for a window."""
        held = self._collection.get(where=_of(ids), include=["embeddings", "metadatas"])
        if {meta["chunk"] for meta in held["metadatas"] or []} != set(ids):
            return False
        near = self._collection.query(query_embeddings=held["embeddings"], n_results=NEIGHBOURS, include=["distances"])
        return all(
            own in found or max(distances) < SAME
            for own, found, distances in zip(held["ids"], near["ids"], near["distances"] or [], strict=True)
        )

    @contextmanager
    def _chroma(self) -> Iterator[None]:
        """Turns Chroma's errors into ours."""
        try:
            yield
        except ChromaError as exc:
            raise StoreError(
                f"the vectors in {self._folder / 'vectors'} cannot be used ({exc}): "
                "see that it has room and may be written; if so remove it and ingest again, which makes them anew"
            ) from exc


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in lists of at most that many."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def _one_ahead(work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """What the work makes of each thing, in their order; it is at the next one while one is used."""
    with ThreadPoolExecutor(1) as pool:
        begun: Future[R] | None = None
        for thing in things:
            coming = pool.submit(work, thing)
            if begun:
                yield begun.result()
            begun = coming
        if begun:
            yield begun.result()


def _node(chunk: Chunk, number: int, row: list[float]) -> "TextNode":
    """A window as llama-index's store takes it: its vector and what the filters need, without its text."""
    from llama_index.core.schema import TextNode

    return TextNode(id_=f"{chunk.id}#{number}", text="", embedding=row, metadata=_marks(chunk))


def _marks(chunk: Chunk) -> dict[str, str | int]:
    """What a chunk can be filtered by; nothing is None, which Chroma does not take."""
    day = chunk.meeting.date if chunk.meeting else None
    return {
        "chunk": chunk.id,
        "document": chunk.document,
        "committee": chunk.meeting.committee.lower() if chunk.meeting else "",
        "date": int(f"{day:%Y%m%d}") if day else 0,
        "item": _bare(chunk.item.number) if chunk.item else "",
        "kind": chunk.kind.value,
    }


def _of(ids: Sequence[str]) -> dict[str, Any]:
    """Chroma's condition for the windows of these chunks."""
    return {"chunk": {"$in": list(ids)}}


def _bare(number: str) -> str:
    """An item's number without its full stop, in lower case."""
    return number.strip().rstrip(".").lower()


def _where(filters: Filters) -> dict[str, Any] | None:
    """The filters as Chroma's condition; None where nothing is confined."""
    alike = {
        "committee": filters.committee.lower(),
        "document": filters.document,
        "item": _bare(filters.item),
        "kind": filters.kind.value if filters.kind else "",
    }
    conditions: list[dict[str, Any]] = [{key: value} for key, value in alike.items() if value]
    if filters.since or filters.until:
        conditions.append({"date": {"$gte": int(f"{filters.since:%Y%m%d}") if filters.since else 1}})
    if filters.until:
        conditions.append({"date": {"$lte": int(f"{filters.until:%Y%m%d}")}})
    return {"$and": conditions} if len(conditions) > 1 else next(iter(conditions), None)


def _best(found: Any) -> list[tuple[str, float]]:
    """Each chunk found once, by its nearest window, best first."""
    best: dict[str, float] = {}
    for meta, distance in zip(found["metadatas"][0], found["distances"][0], strict=True):
        best[meta["chunk"]] = max(best.get(meta["chunk"], -1.0), 1.0 - float(distance))
    return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
