"""How one answer is scored: a pure function of question, answer, passages and pages.

- right: answered, every group of `must_contain` met, nothing of `must_not_contain` said, and not too
  long; for a question that the papers do not answer: not answered.
- trusted: right, and a citation names a page that holds the evidence.
- a quote is true if its letters stand on the page that it names, or run on to the next.
"""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evals.questions import Question, Spot
from ingest.errors import StoreError
from retrieval.answers import MARK, Answer, Citation, Passage, Status

PageText: TypeAlias = Callable[[str, int], str]
"""The text of a document's page, from 1; StoreError where there is no such page."""

SHORTEST_QUOTE = 12

_TAG = re.compile(r"<[^>]+>")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_QUOTES_AND_DASHES = str.maketrans("\u2019\u2018\u201c\u201d\u2013\u2014\u2011\u00a0", "''\"\"--- ")


def plain(text: str) -> str:
    """A text as it is compared: lower case, no markup, plain quotes and dashes, 1,000 as 1000."""
    text = html.unescape(_TAG.sub(" ", text)).lower().translate(_QUOTES_AND_DASHES)
    return " ".join(_THOUSANDS.sub("", text.replace("**", "")).split())


def letters(text: str) -> str:
    """The letters, digits, £ and % of a text: what a quote and its page must share."""
    return re.sub(r"[^a-z0-9£%]", "", plain(text))


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer is worth; None where a score does not apply.

    `words`, `missing`, `unwanted`, `cited` and `precision` are of answerable questions only. `cited` and
    `ranks` have an entry for each quote of the evidence: whether one of its pages is cited, and the rank
    of the first passage on one of its pages. `quotes_true` is None where no page texts were given, `ranks`
    where nothing was searched.
    """

    question: Question
    answered: bool
    seconds: float
    quotes: int
    quotes_true: int | None = None
    words: int | None = None
    missing: tuple[tuple[str, ...], ...] = ()
    unwanted: tuple[str, ...] = ()
    cited: tuple[bool, ...] | None = None
    precision: float | None = None
    ranks: tuple[int | None, ...] | None = None

    @property
    def right(self) -> bool:
        """Whether the answer is right; where the papers do not answer, whether it was refused."""
        if not self.question.answerable:
            return not self.answered
        return self.answered and not self.missing and not self.unwanted and not self.too_long

    @property
    def too_long(self) -> bool:
        """Whether the answer has more words than its type allows."""
        return self.words is not None and self.words > self.question.limit

    @property
    def trusted(self) -> bool | None:
        """Whether the answer is right and names a page that holds the evidence."""
        return None if self.cited is None else self.right and any(self.cited)

    @property
    def reciprocal(self) -> float | None:
        """One over the rank of the first passage on a page with evidence; 0 if none was found."""
        if self.ranks is None:
            return None
        return max((1 / rank for rank in self.ranks if rank), default=0.0)


def score(
    question: Question,
    answer: Answer,
    passages: Sequence[Passage] | None = None,
    page_text: PageText | None = None,
) -> Score:
    """The score of an answer, of the passages found for its question, and of its quotes."""
    answered, seconds, quotes = answer.status is Status.ANSWERED, answer.seconds, len(answer.citations)
    true = None if page_text is None else sum(is_true(citation, page_text) for citation in answer.citations)
    if not question.answerable:
        return Score(question, answered, seconds, quotes, true)
    text = plain(MARK.sub(" ", answer.text))
    named = {(citation.chunk.document, citation.pdf_page) for citation in answer.citations}
    good = {place for spots in question.gold_pages for place in _places(spots)}
    return Score(
        question,
        answered,
        seconds,
        quotes,
        true,
        words=len(text.split()),
        missing=tuple(group for group in question.must_contain if not any(plain(x) in text for x in group)),
        unwanted=tuple(x for x in question.must_not_contain if plain(x) in text),
        cited=tuple(bool(named & _places(spots)) for spots in question.gold_pages),
        precision=len(named & good) / len(named) if named else None,
        ranks=None if passages is None else tuple(_rank(passages, spots) for spots in question.gold_pages),
    )


def is_true(citation: Citation, page_text: PageText) -> bool:
    """Whether a quote stands on its page; a short one proves nothing, a text without pages is one page."""
    quote = letters(citation.quote)
    if len(quote) < SHORTEST_QUOTE:
        return False
    document, page = citation.chunk.document, citation.pdf_page or 1
    return quote in _letters_of(document, page, page_text) + _letters_of(document, page + 1, page_text)


def _letters_of(document: str, page: int, page_text: PageText) -> str:
    try:
        return letters(page_text(document, page))
    except StoreError:
        return ""


def _places(spots: Iterable[Spot]) -> set[tuple[str, int | None]]:
    return {(spot.document, spot.pdf_page) for spot in spots}


def _rank(passages: Sequence[Passage], spots: Iterable[Spot]) -> int | None:
    """The rank of the first passage whose named page, its first, is one of these."""
    places = _places(spots)
    for rank, passage in enumerate(passages, start=1):
        chunk = passage.chunk
        if (chunk.document, chunk.pages[0] if chunk.paged else None) in places:
            return rank
    return None
