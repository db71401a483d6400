"""Others' llama-index programs get our passages, word for word, with their places."""

from datetime import date

from llama_index.core import Settings

from ingest.papers import Chunk, Item, Kind, Meeting
from retrieval.answers import Filters, Passage
from retrieval.llama import MattersRetriever

MINUTE = Chunk(
    document="pack.pdf",
    title="Pack",
    order=0,
    kind=Kind.MINUTE,
    pages=(12, 13),
    printed=("9", "10"),
    text="RESOLVED: That the lease be granted.",
    meeting=Meeting("Cabinet", date(2023, 3, 9)),
    item=Item("118", "Depot", (12, 13)),
)
NOTE = Chunk("notes.txt", "Notes", 0, Kind.REPORT, (1, 1), ("", ""), "The depot is shut.", paged=False)


class Shelf:
    """A searcher that gives what is on it, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Filters, int]] = []

    def search(self, words: str, filters: Filters, limit: int) -> list[Passage]:
        """Two passages, whatever the words."""
        self.asked.append((words, filters, limit))
        return [Passage(MINUTE, 1, 0.5), Passage(NOTE, 2, 0.25)]


def test_passages_become_nodes_with_their_places() -> None:
    """The text is verbatim, the order and the scores are ours, the metadata is the place."""
    first, second = MattersRetriever(Shelf()).retrieve("Who has the lease?")
    assert (first.node_id, first.text, first.score) == (
        MINUTE.id,
        "RESOLVED: That the lease be granted.",
        0.5,
    )
    assert first.metadata == {
        "document": "pack.pdf",
        "pdf_page": 12,
        "page_label": "9",
        "committee": "Cabinet",
        "date": "2023-03-09",
        "item": "118",
        "kind": "minute",
    }
    assert second.score == 0.25


def test_what_is_not_known_is_empty() -> None:
    """A text without pages, meeting or item has no page number to mislead with."""
    place = MattersRetriever(Shelf()).retrieve("depot")[1].metadata
    assert (place["pdf_page"], place["page_label"], place["committee"], place["date"]) == ("", "", "", "")


def test_filters_and_limit_are_passed_on() -> None:
    """The searcher is asked for the words, within the filters, as many as wanted."""
    shelf = Shelf()
    MattersRetriever(shelf, Filters(committee="Cabinet"), limit=3).retrieve("lease")
    assert shelf.asked == [("lease", Filters(committee="Cabinet"), 3)]


def test_no_global_model_is_made() -> None:
    """llama-index's Settings, whose defaults are a paid service, stay as they were."""
    MattersRetriever(Shelf()).retrieve("lease")
    assert (Settings._llm, Settings._embed_model) == (None, None)
