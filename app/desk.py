"""What the page asks of the program: a question, a page's picture, the committees held, questions to try."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest.papers import Box
from retrieval.answers import Answer, Filters


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as shown: where it stands, its text, its picture (None without a layout), its size in points."""

    document: str
    title: str
    number: int
    count: int
    printed: str
    text: str
    picture: bytes | None
    size: tuple[float, float] = (0.0, 0.0)
    paged: bool = True


class Desk(Protocol):
    """Where a reader's requests go; the page knows nothing else of the program."""

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        """The answer to a question, earlier questions oldest first."""

    def leaf(self, document: str, number: int, boxes: Sequence[Box]) -> Leaf:
        """A page of a held document with the boxes marked; the nearest where there is no such page."""

    def committees(self) -> Sequence[str]:
        """The committees whose meetings are held, in order of name."""

    def examples(self) -> Sequence[str]:
        """A few questions that the papers held can answer."""
