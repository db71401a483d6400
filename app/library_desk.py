"""The page's desk over a library: questions to the assistant, pages and their pictures from the catalogue."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.desk import Leaf
from ingest.papers import Box, Meeting, Pack
from ingest.pdf import picture
from retrieval.answers import Answer, Filters, Status

if TYPE_CHECKING:
    from retrieval.assistant import Assistant
    from retrieval.catalogue import Catalogue

EXAMPLES = 4
TRIED = 24
"""How many questions are tried for examples."""


class LibraryDesk:
    """A desk over a catalogue and the assistant that answers from it."""

    def __init__(self, catalogue: "Catalogue", assistant: "Assistant") -> None:
        self._catalogue = catalogue
        self._assistant = assistant
        self._examples: tuple[str, ...] | None = None

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        """The answer to a question, earlier questions oldest first."""
        return self._assistant.ask(question, history, filters)

    def leaf(self, document: str, number: int, boxes: Sequence[Box]) -> Leaf:
        """A page of a held document with the boxes marked; the nearest page where there is no such page."""
        pack = next(held.pack for held in self._catalogue.documents() if held.pack.document == document)
        number = min(max(number, 1), len(pack.pages))
        page = self._catalogue.page(document, number)
        image = picture(self._catalogue.file(document), number, boxes) if any(page.size) else None
        return Leaf(document, pack.title, number, len(pack.pages), page.printed, page.text, image, pack.paged)

    def committees(self) -> Sequence[str]:
        """The committees whose meetings are held, in order of name."""
        return sorted(
            {sitting.committee for held in self._catalogue.documents() for sitting in sittings(held.pack)}
        )

    def examples(self) -> Sequence[str]:
        """A few questions that the papers held can answer: each is tried once before it is offered."""
        if self._examples is None:
            self._examples = tuple(self._answered(self._candidates()))
        return self._examples

    def _candidates(self) -> list[str]:
        """Questions made of the titles of minutes, the latest meeting first."""
        minuted = [
            (sitting.date, item.title, sitting)
            for held in self._catalogue.documents()
            for item in held.pack.items
            if (sitting := item.meeting) and sitting.date and sitting != held.pack.meeting
        ]
        minuted.sort(key=lambda found: found[0], reverse=True)
        return [f"What did {who.committee} decide about {title}?" for _, title, who in minuted[:TRIED]]

    def _answered(self, questions: Sequence[str]) -> list[str]:
        """The first few of the questions that are answered."""
        found: list[str] = []
        for question in questions:
            if len(found) < EXAMPLES and self._assistant.ask(question).status is Status.ANSWERED:
                found.append(question)
        return found


def sittings(pack: Pack) -> set[Meeting]:
    """The meetings that a document is for or records."""
    return {sitting for sitting in (pack.meeting, *(item.meeting for item in pack.items)) if sitting}
