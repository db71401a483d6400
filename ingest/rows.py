"""A row of a ruled table on its way into one, and the rows that a page's end cuts made whole."""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from ingest.papers import Box, Spot

Span: TypeAlias = tuple[str, tuple[Spot, ...]]
_ENDS = re.compile(r"[.;:!?]\W*$")
_FIGURE = re.compile(r"^\W*\d[\d,.\s]*\W*[a-z%]{0,2}\W*$", re.I)
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)+|\(?(?:\d{1,2}|[a-z])[.)])\s")
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row as texts; `spread` repeats each over the columns its cell spans; `strong` is bold or shaded.

    `spots` are where each cell's words stand, `more` the boxes of its parts on later pages, and `above` what
    cells that begin in rows above and span this one say and where, None for columns that none spans.
    """

    page: int
    box: Box
    texts: tuple[str, ...]
    spread: tuple[str, ...]
    strong: bool = False
    spots: tuple[tuple[Spot, ...], ...] = ()
    more: tuple[Spot, ...] = ()
    above: tuple[Span | None, ...] = ()

    @property
    def last_page(self) -> int:
        """The page on which it ends."""
        return self.more[-1][0] if self.more else self.page

    def whole(self, at: int) -> Span:
        """The text of a column and its places, that of a cell that spans the row from above where it has none."""
        above = self.above[at] if self.above else None
        return above if above and not self.texts[at] else (self.texts[at], self.spots[at] if self.spots else ())

    @property
    def names_more(self) -> bool:
        """Whether it only goes on with the label of the row above, all of whose other cells span it."""
        return bool(self.texts[0]) and len(self.above) > 1 and all(self.above[1:]) and not any(self.texts[1:])


def is_cut(row: Row, rest: Row, resumed: bool = False) -> bool:
    """Whether `rest`, the first row of the next page or after a header `resumed`, goes on with `row`, the one before.

    Its label is missing or goes on in lower case, it has no figures, and its words stand under words.
    """
    if not (resumed or rest.page == row.last_page + 1) or row.texts[0] == rest.texts[0]:
        return False
    pairs = [(above, below) for above, below in zip(row.texts, rest.texts, strict=True) if below]
    if any(not above or _FIGURE.match(below) for above, below in pairs):
        return False
    if rest.texts[0]:
        return all(below[0].islower() for _, below in pairs)
    if len(pairs) == 1:
        return True
    numbered = any(_NUMBERED.match(below) for _, below in pairs)
    return not numbered and any(_flows(above, below) for above, below in pairs)


def _flows(above: str, below: str) -> bool:
    """Whether a text goes on in another."""
    return below[0].islower() or (len(above.split()) > _WORDS and not _ENDS.search(above))


def joined(row: Row, rest: Row) -> Row:
    """A row with its rest from the next page."""
    return replace(
        row,
        texts=_added(row.texts, rest.texts),
        spread=_added(row.spread, rest.texts),
        spots=tuple((*above, *below) for above, below in zip(row.spots, rest.spots, strict=True)),
        more=(*row.more, (rest.page, rest.box), *rest.more),
    )


def renamed(row: Row, rest: Row) -> Row:
    """A row with the rest of its label, which stands in cells of its own."""
    return replace(
        row,
        box=(row.box[0], row.box[1], row.box[2], rest.box[3]),
        texts=(f"{row.texts[0]} {rest.texts[0]}".strip(), *row.texts[1:]),
        spots=((*row.spots[0], *rest.spots[0]), *row.spots[1:]),
    )


def _added(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(filter(None, pair)) for pair in zip(above, below, strict=True))
