"""Nothing leaves that is not on its page: words become citations only where their pages bear them out.

Words that run over a page's end are cited on both pages; what stands on neither is taken out.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.papers import Page, squash
from retrieval.answers import Citation
from retrieval.units import Unit

SHORTEST = 12


def borne_out(unit: Unit, first: int, page_of: Callable[[str, int], Page]) -> tuple[Unit, tuple[Citation, ...]] | None:
    """The unit as far as its pages bear it out, with citations marked from `first` on; None where they do not."""
    pages = [page_of(unit.chunk.document, n) for n in range(unit.chunk.pages[0], unit.chunk.pages[1] + 1)]
    return _row_borne_out(unit, first, pages) if unit.row else _words_borne_out(unit, first, pages)


def _words_borne_out(unit: Unit, first: int, pages: Sequence[Page]) -> tuple[Unit, tuple[Citation, ...]] | None:
    runs = list(words_to_runs(unit.text, pages))
    whole = len(squash(unit.text)) < SHORTEST
    telling = [(page, run) for page, run in runs if whole or len(squash(run)) >= SHORTEST]
    if not telling:
        return None
    marked = enumerate(telling, first)
    citations = tuple(_citation(unit, mark, page, run) for mark, (page, run) in marked)
    return replace(unit, text=" ".join(run for _, run in runs)), citations


def words_to_runs(text: str, pages: Sequence[Page]) -> Iterator[tuple[Page, str]]:
    """The text from its first word on, page by page: on each the longest run that stands there."""
    words = list(re.finditer(r"\S+", text))
    start = 0
    for page in pages:
        if start == len(words):
            return
        begin = words[start].start()
        lengths = range(start, len(words))
        held = bisect_right(lengths, 0, key=lambda at, b=begin, p=page: int(not p.holds(text[b : words[at].end()])))  # type: ignore[misc]
        if held:
            start += held
            yield page, text[begin : words[start - 1].end()]


def _row_borne_out(unit: Unit, first: int, pages: Sequence[Page]) -> tuple[Unit, tuple[Citation, ...]] | None:
    """A row with the cells that its pages bear out, quoted on each by the longest run that stands together there."""
    cells = unit.text.split("\t")
    runs = [longest_run([part for cell in cells for part in _part(cell, page, pages)], page) for page in pages]
    least = min(SHORTEST, len(squash(unit.text)))
    telling = [(page, run) for page, run in zip(pages, runs, strict=True) if run and len(squash(run)) >= least]
    if not telling:
        return None
    row = tuple((head, cell) for head, cell in unit.row if _stands(cell, pages))
    citations = (_citation(unit, mark, page, run) for mark, (page, run) in enumerate(telling, first))
    return replace(unit, row=row), tuple(citations)


def _part(cell: str, page: Page, pages: Sequence[Page]) -> list[str]:
    """A cell, or as much of it as stands on the page where the page's end cuts it."""
    if len(pages) == 1 or page.holds(cell):
        return [cell]
    return [run for held, run in words_to_runs(cell, pages) if held is page]


def _stands(cell: str, pages: Sequence[Page]) -> bool:
    """Whether a cell stands on one of the pages, or over them."""
    if not squash(cell) or any(page.holds(cell) for page in pages):
        return True
    return len(pages) > 1 and squash("".join(run for _, run in words_to_runs(cell, pages))) == squash(cell)


def longest_run(cells: Sequence[str], page: Page) -> str:
    """The longest run of cells that stands on the page, parted by tabs; "" where none does."""
    best, start = "", 0
    for end in range(1, len(cells) + 1):
        while start < end and not page.holds("\t".join(cells[start:end])):
            start += 1
        run = "\t".join(cells[start:end])
        best = max(best, run, key=lambda text: len(squash(text)))
    return best


def _citation(unit: Unit, mark: int, page: Page, quote: str) -> Citation:
    number = page.number if unit.chunk.paged else None
    printed = page.printed or ("" if unit.chunk.paged else _range(unit))
    return Citation(mark, unit.chunk, quote, number, printed, page.boxes_of(quote))


def _range(unit: Unit) -> str:
    """The printed pages of a text without pages, as its agenda gives them."""
    return "–".join(dict.fromkeys(part for part in unit.chunk.printed if part))
