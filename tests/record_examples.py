"""A small record of a made council, for the tests of finding and answering: reports, a table's rows, minutes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest.papers import Chunk, Item, Kind, Meeting, Pack, PackKind, Page, Word
from retrieval.answers import Passage, Query
from retrieval.catalogue import Catalogue
from retrieval.models import HashedWords
from retrieval.query import understand
from retrieval.vectors import Vectors

MARCH = Meeting("Cabinet", date(2023, 3, 9))
JUNE = Meeting("Cabinet", date(2023, 6, 12))
SCRUTINY = Meeting("Children's Scrutiny Committee", date(2023, 11, 7))


def report(text: str, order: int = 0, meeting: Meeting | None = JUNE, page: int = 1, heading: str = "") -> Chunk:
    """A paragraph of a report."""
    headings = (heading,) if heading else ()
    return Chunk(
        "pack.pdf", "Pack", order, Kind.REPORT, (page, page), (str(page + 8), ""), text, meeting, headings=headings
    )


def minute(text: str, number: str = "118.", title: str = "Mill Lane", order: int = 0, page: int = 1) -> Chunk:
    """A minute of the March Cabinet."""
    item = Item(number, title, (page, page), MARCH)
    return Chunk("pack.pdf", "Pack", order, Kind.MINUTE, (page, page), (str(page + 8), ""), text, MARCH, item)


def row(*cells: tuple[str, str], unit: str = "", order: int = 0, page: int = 1, caption: str = "") -> Chunk:
    """A row of a table, as it stands on the page."""
    text = "\t".join(cell for _, cell in cells)
    made = report(text, order, page=page, heading=caption)
    return replace(made, kind=Kind.TABLE, cells=cells, unit=unit)


def asked(question: str, *history: str) -> Query:
    """A question understood against the made council's committees."""
    return understand(question, history, None, ("Cabinet", "Children's Scrutiny Committee"))


def passages(*chunks: Chunk) -> list[Passage]:
    """The chunks as found, best first, each half as good as the one before."""
    return [Passage(chunk, rank, 0.5**rank) for rank, chunk in enumerate(chunks, 1)]


def page_of(number: int, chunks: Sequence[Chunk], printed: str = "") -> Page:
    """A page on which the chunks of that page stand, a line each, with a box for each word."""
    held = [chunk.text for chunk in chunks if chunk.pages[0] <= number <= chunk.pages[1]]
    words = tuple(
        Word(word, (10.0 * at, 20.0 * line, 10.0 * at + 9, 20.0 * line + 12))
        for line, text in enumerate(held)
        for at, word in enumerate(text.split())
    )
    return Page(number, printed or str(number + 8), "\n".join(held), words, size=(595.0, 842.0))


def library(folder: Path, *chunks: Chunk) -> tuple[Catalogue, Vectors]:
    """A catalogue and vectors of one pack of these chunks, on as many pages as they say."""
    source = folder / "pack.pdf"
    source.write_bytes(b"made")
    count = max(chunk.pages[1] for chunk in chunks)
    pages = tuple(page_of(number, chunks) for number in range(1, count + 1))
    catalogue, vectors = Catalogue(folder / "store", "hashed-words"), Vectors(folder / "store", HashedWords())
    catalogue.add(Pack("pack.pdf", "Pack", "ab12", PackKind.AGENDA_PACK, JUNE, pages), chunks, source)
    vectors.add(chunks)
    return catalogue, vectors
