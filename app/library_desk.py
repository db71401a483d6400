"""The page's desk over a library: questions to the assistant, pages and their pictures from the catalogue."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from app.desk import Leaf
from ingest.errors import StoreError
from ingest.papers import Box, Item, Meeting, Pack, PackKind, Page
from ingest.pdf import picture
from retrieval.answers import Answer, Filters, Status

if TYPE_CHECKING:
    from retrieval.assistant import Assistant
    from retrieval.catalogue import Catalogue

EXAMPLES = 4
TRIED = 24
LONGEST = 90
"""How many examples are offered, how many are tried to find them, and how long a title may be."""
ROUTINE = re.compile(
    r"^attendance$|\b(apolog|declaration|minutes|urgent business|announcement|question|exclusion|exempt|welcome|"
    r"membership|work programme|forward plan|appointment|action (log|list)|confidential|petition|"
    r"close of the meeting|next meeting)",
    re.I,
)
"""Business of every meeting, which makes a poor example."""
SCALE = 2.0
"""Pixels a point: sharp when a page is shown larger than it is."""


class LibraryDesk:
    """A desk over a catalogue and the assistant that answers from it."""

    def __init__(self, catalogue: "Catalogue", assistant: "Assistant") -> None:
        self._catalogue = catalogue
        self._assistant = assistant
        self._examples: tuple[str, ...] | None = None
        self._drawing = Lock()  # PDFium draws for one thread at a time

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        """The answer to a question, earlier questions oldest first."""
        return self._assistant.ask(question, history, filters)

    def leaf(self, document: str, number: int, boxes: Sequence[Box]) -> Leaf:
        """A page of a held document with the boxes marked; the nearest page where there is no such page."""
        pack = self._pack(document)
        number = min(max(number, 1), len(pack.pages))
        page = self._catalogue.page(document, number)
        image = self._drawn(document, page, boxes) if any(page.size) else None
        return Leaf(
            document,
            pack.title,
            number,
            len(pack.pages),
            page.printed,
            page.text,
            image,
            page.size,
            pack.paged,
        )

    def committees(self) -> Sequence[str]:
        """The committees whose meetings are held, in order of name."""
        return sorted({sitting.committee for held in self._catalogue.documents() for sitting in sittings(held.pack)})

    def examples(self) -> Sequence[str]:
        """A few questions that the papers held can answer: each is tried once before it is offered."""
        if self._examples is None:
            self._examples = tuple(self._answered(self._candidates()))
        return self._examples

    def _candidates(self) -> list[tuple[str, Item]]:
        """Questions made of the titles of minutes: a few of each meeting, the latest meeting first."""
        minuted = [
            (sitting.date, place, item)
            for pack in (held.pack for held in self._catalogue.documents())
            for sitting, items in groupby(telling(pack), key=lambda item: item.meeting)
            if sitting and sitting.date
            for place, item in enumerate(items)
        ]
        minuted.sort(key=lambda found: (found[1], -found[0].toordinal()))
        return [(f"What was decided about {item.title.rstrip(' .')}?", item) for _, _, item in minuted[:TRIED]]

    def _answered(self, candidates: Sequence[tuple[str, Item]]) -> list[str]:
        """The first few of the questions that are answered from the very minute."""
        found: list[str] = []
        for question, item in candidates:
            if len(found) == EXAMPLES or question in found:
                continue
            answer = self._assistant.ask(question)
            if answer.status is Status.ANSWERED and answer.citations[0].chunk.item == item:
                found.append(question)
        return found

    def _pack(self, document: str) -> Pack:
        for held in self._catalogue.documents():
            if held.pack.document == document:
                return held.pack
        raise StoreError(f"{document} is no longer in the store")

    def _drawn(self, document: str, page: Page, boxes: Sequence[Box]) -> bytes:
        with self._drawing:
            return picture(self._catalogue.file(document), page.number, boxes, SCALE, page.turn)


def telling(pack: Pack) -> Iterator[Item]:
    """The minutes of a document whose titles say what they are about."""
    for item in pack.items:
        minuted = pack.kind is PackKind.MINUTES or item.meeting != pack.meeting
        if minuted and not item.exempt and len(item.title) <= LONGEST and not ROUTINE.search(item.title):
            yield item


def sittings(pack: Pack) -> set[Meeting]:
    """The meetings that a document is for or records."""
    return {sitting for sitting in (pack.meeting, *(item.meeting for item in pack.items)) if sitting}
