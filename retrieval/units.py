"""The smallest things that can be quoted: a sentence, a point of a list, a resolution, a row of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.papers import Chunk, Kind
from ingest.patterns import Rows, any_of, word
from ingest.sections import RECOMMENDS
from ingest.sentences import announces, sentences

DECIDES: Rows = (
    (word("resolved, agreed to, agreed that, agreed the, approved?, noted, carried, unanimously"), "Agreed that"),
    (r"\bagreed:?-?$", "Cabinet agreed:"),
    (word("deferred, refused, delegated?, endorsed?"), "was deferred"),
    (word("recommended that, recommended to"), "recommended to Council"),
)
_DECIDES = any_of(DECIDES)

LONG_CELL = 24


_PART = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s|that\b", re.I)
_RECOMMENDS = re.compile(r"\b(is|are) (asked|recommended|invited) to\b|\brecommendations?:?$", re.I)


@dataclass(frozen=True, slots=True)
class Unit:
    """Words to quote from a chunk, with those that announce them; `row` is set for a row of a table."""

    chunk: Chunk
    text: str
    lead: str = ""
    row: tuple[tuple[str, str], ...] = ()

    @property
    def decides(self) -> bool:
        """Whether the words, or those that announce them, record a decision."""
        return self.chunk.kind is Kind.MINUTE and bool(_DECIDES.search(f"{self.lead} {self.text}"))

    @property
    def recommends(self) -> bool:
        """Whether the words, or those that announce them, only recommend to a body what it may decide."""
        above = self.chunk.headings[-1] if self.chunk.headings else ""
        listed = RECOMMENDS.match(above) and _PART.match(self.text)
        return self.chunk.kind is not Kind.MINUTE and bool(listed or _RECOMMENDS.search(self.lead or self.text))


def units_of(chunk: Chunk) -> Iterator[Unit]:
    """The units of a chunk, in order; a decision with all its parts also whole."""
    if chunk.kind is Kind.TABLE:
        yield from _rows(chunk)
        return
    paragraphs = chunk.text.split("\n")
    lead = _announces(chunk.headings[-1]) if chunk.headings else ""
    if len(paragraphs) > 1 and _announces(paragraphs[0]):
        lead = paragraphs[0]
        yield Unit(chunk, chunk.text)
    for paragraph in paragraphs:
        if paragraph == lead:
            continue
        for sentence in sentences(paragraph):
            yield Unit(chunk, sentence, lead)


def _rows(chunk: Chunk) -> Iterator[Unit]:
    """A row or a field, and the sentences of its long cells under the row's label."""
    if not chunk.cells:
        return
    if len(chunk.cells) > 1 or "\t" in chunk.text:
        yield Unit(chunk, chunk.text, row=chunk.cells)
    label = next((cell for _, cell in chunk.cells if re.search(r"[A-Za-z]{3}.*\s", cell)), "")
    for _, cell in chunk.cells:
        if len(cell.split()) > LONG_CELL:
            lead = f"{label}:" if cell != label and len(label.split()) <= LONG_CELL else ""
            for sentence in sentences(cell):
                yield Unit(chunk, sentence, lead)


def _announces(text: str) -> str:
    """The text if it announces a list."""
    return text if announces(text) else ""
