"""The index for others' llama-index programs: a retriever over whatever can search these papers.

    from retrieval.llama import MattersRetriever
    nodes = MattersRetriever(assistant, limit=5).retrieve("Who chairs the Cabinet?")

llama-index's global Settings are neither read nor set: no model of its is loaded.
"""

from typing import Protocol

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from ingest.papers import Chunk
from retrieval.answers import Filters, Passage

ANYTHING = Filters()


class Searcher(Protocol):
    """What can search the papers, as the Assistant can."""

    def search(self, words: str, filters: Filters, limit: int) -> list[Passage]:
        """The passages for these words, best first."""


class MattersRetriever(BaseRetriever):
    """Passages as llama-index's nodes: the verbatim text, and in the metadata the place it stands at."""

    def __init__(self, searcher: Searcher, filters: Filters = ANYTHING, limit: int = 10) -> None:
        super().__init__()
        self._searcher = searcher
        self._filters = filters
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        passages = self._searcher.search(query_bundle.query_str, self._filters, self._limit)
        return [NodeWithScore(node=_node(passage.chunk), score=passage.score) for passage in passages]


def _node(chunk: Chunk) -> TextNode:
    """A chunk as a node; what is not known, and the page of a text without pages, is left empty."""
    meeting = chunk.meeting
    place = {
        "document": chunk.document,
        "pdf_page": chunk.pages[0] if chunk.paged else "",
        "page_label": chunk.printed[0],
        "committee": meeting.committee if meeting else "",
        "date": meeting.date.isoformat() if meeting and meeting.date else "",
        "item": chunk.item.number if chunk.item else "",
        "kind": chunk.kind.value,
    }
    return TextNode(id_=chunk.id, text=chunk.text, metadata=place)
