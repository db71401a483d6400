"""Nothing leaves that is not on its page: a quote becomes a citation only where the page bears it out."""

from collections.abc import Callable, Sequence

from ingest.papers import Page, squash
from retrieval.answers import Citation
from retrieval.units import Unit

SHORTEST = 12


def to_citation(unit: Unit, mark: int, page_of: Callable[[str, int], Page]) -> Citation | None:
    """The unit's words with page and boxes; where they run over pages, the longest run on one of them; else None."""
    pages = [page_of(unit.chunk.document, n) for n in range(unit.chunk.pages[0], unit.chunk.pages[1] + 1)]
    pieces = unit.text.split("\t") if unit.row else unit.text.split()
    joint = "\t" if unit.row else " "
    found = [(page, longest_run(pieces, page, joint)) for page in pages]
    page, quote = max(found, key=lambda pair: len(squash(pair[1])))
    if len(squash(quote)) < min(SHORTEST, len(squash(unit.text))) or not quote:
        return None
    number = page.number if unit.chunk.paged else None
    printed = page.printed or ("" if unit.chunk.paged else _range(unit))
    return Citation(mark, unit.chunk, quote, number, printed, page.boxes_of(quote))


def longest_run(pieces: Sequence[str], page: Page, joint: str) -> str:
    """The longest run of pieces that stands on the page, joined; "" where none does."""
    whole = joint.join(pieces)
    if page.holds(whole):
        return whole
    best = ""
    start = 0
    for end in range(1, len(pieces) + 1):
        while start < end and not page.holds(joint.join(pieces[start:end])):
            start += 1
        run = joint.join(pieces[start:end])
        if len(squash(run)) > len(squash(best)):
            best = run
    return best


def _range(unit: Unit) -> str:
    """The printed pages of a text without pages, as its agenda gives them."""
    return "–".join(dict.fromkeys(part for part in unit.chunk.printed if part))
