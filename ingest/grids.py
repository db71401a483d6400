"""Tables out of ruled grids, step by step; needs no library.

grids ── grids_to_chains ──▶ runs of grids that are one table over several pages
chain ── chain_to_rows ────▶ rows of texts, dashes and blank rows left out
rows ─── rows_to_sections ─▶ caption, header rows and body; a new header begins a new section
section ─ section_to_table ▶ a Table, or None where the grid was only a box
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from ingest.cells import Cell, cell_to_text
from ingest.fields import are_fields
from ingest.headers import (
    caption_to_unit,
    columns_to_units,
    header_depth,
    header_to_unit,
    is_alone,
    is_repeat,
    rows_to_header,
)
from ingest.papers import Box, Spot, Table, squash
from ingest.rows import Row, Span, is_cut, joined, renamed
from ingest.soundness import why_broken

_LABEL = 160
_CONTINUED = re.compile(r"\(?\bcont(?:inued|'?d)?\b\.?\)?", re.I)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled grid on a page: rows of cells (None where another cell spans), and what stands around it.

    `strong` says of each row whether it is printed bold or shaded; `text_above` and `text_below` whether
    other text lies between it and the grid before or after, or the page's end; `above` is that nearest text.
    """

    page: int
    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    strong: tuple[bool, ...]
    above: str = ""
    text_above: bool = True
    text_below: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A header and the rows under it; `besides` are rows that say nothing new, such as the header again."""

    caption: str
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    besides: tuple[Row, ...] = ()


def grids_to_chains(grids: Sequence[Grid]) -> list[tuple[Grid, ...]]:
    """Grids that go on with one another: as many columns, the same outer edges, and no text between."""
    chains: list[tuple[Grid, ...]] = []
    for grid in grids:
        if chains and _goes_on(chains[-1][-1], grid):
            chains[-1] = (*chains[-1], grid)
        else:
            chains.append((grid,))
    return chains


def _goes_on(before: Grid, after: Grid) -> bool:
    near = after.page == before.page + 1 or (after.page == before.page and after.box[1] - before.box[3] < 60)
    if near and _title(after) and _title(after) == _title(before):
        return True
    same = len(before.edges) == len(after.edges) and all(
        abs(a - b) < 4 for a, b in ((before.box[0], after.box[0]), (before.box[2], after.box[2]))
    )
    if not same or after.text_above:
        return False
    if after.page == before.page:
        return after.box[1] - before.box[3] < 30
    return after.page == before.page + 1 and not before.text_below


def _title(grid: Grid) -> tuple[str, str] | None:
    """Caption and first row of a grid that has both, as its next part may repeat them on the next page."""
    lines = (line.text for cell in grid.rows[0] if cell for line in cell.lines)
    titles = squash(_CONTINUED.sub("", grid.above)), squash("".join(lines))
    return titles if all(titles) else None


def chain_to_rows(chain: Iterable[Grid], whole: Set[str]) -> list[Row]:
    """The rows of a chain as texts; blank rows are left out."""
    rows: list[Row] = []
    for row in (row for grid in chain for row in _grid_to_rows(grid, whole) if any(row.texts)):
        if rows and row.names_more:
            rows[-1] = renamed(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _grid_to_rows(grid: Grid, whole: Set[str]) -> Iterator[Row]:
    """The rows of one grid, with the short texts of cells that span them from above."""
    tops = [min(cell.box[1] for cell in row if cell) for row in grid.rows]
    open_cells: list[tuple[Cell, str] | None] = [None] * len(grid.rows[0])
    for number, cells in enumerate(grid.rows):
        bottom = tops[number + 1] if number + 1 < len(tops) else grid.box[3]
        texts = tuple(cell_to_text(cell, whole) if cell else "" for cell in cells)
        yield Row(
            grid.page,
            (grid.box[0], tops[number], grid.box[2], bottom),
            texts,
            _spread(grid, number, texts),
            grid.strong[number],
            tuple(_spots(grid, cell, text) for cell, text in zip(cells, texts, strict=True)),
            above=tuple(_span(grid, held, tops[number]) for held in open_cells),
        )
        for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            open_cells[at] = (cell, text) if cell else open_cells[at]


def _spots(grid: Grid, cell: Cell | None, text: str) -> tuple[Spot, ...]:
    return ((grid.page, cell.text_box),) if cell and text else ()


def _span(grid: Grid, held: tuple[Cell, str] | None, top: float) -> Span | None:
    """What a cell begun above says of the row that begins at `top`, if it reaches so far and is a label."""
    if not held or held[0].box[3] < top + 2:
        return None
    return (held[1], _spots(grid, *held)) if len(held[1]) <= _LABEL else ("", ())


def _spread(grid: Grid, number: int, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A row's texts, each repeated over the columns that its cell spans."""
    spread = list(texts)
    for at, cell in enumerate(grid.rows[number]):
        for further in range(at + 1, len(texts)):
            if cell and grid.edges[further] < cell.box[2] - 1 and not spread[further]:
                spread[further] = texts[at]
    return tuple(spread)


def rows_to_sections(rows: Sequence[Row], caption: str = "") -> list[Section]:
    """Rows cut where another header begins; a header printed again is dropped."""
    lead = 0
    while len(rows) > lead + 1 and is_alone(rows[lead]) and header_depth(rows[lead + 1 :]):
        lead += 1
    caption = " · ".join(filter(None, (caption, *(max(row.texts) for row in rows[:lead]))))
    at = lead + header_depth(rows[lead:])
    header, body, besides, sections = list(rows[lead:at]), list[Row](), list(rows[:lead]), list[Section]()
    resumed = False
    while at < len(rows):
        again = rows[at : at + is_repeat(rows[at:], header)]
        if not again and body and is_cut(body[-1], rows[at], resumed):
            body[-1] = joined(body[-1], rows[at])
        elif not again:
            body.append(rows[at])
        elif _same(again, header):
            besides += again
        elif body:
            sections.append(Section(caption, tuple(header), tuple(body), tuple(besides)))
            header, body, besides = list(again), [], []
        else:
            header += again
        resumed = bool(again)
        at += len(again) or 1
    return [*sections, Section(caption, tuple(header), tuple(body), tuple(besides))]


def _same(some: Sequence[Row], other: Sequence[Row]) -> bool:
    return [squash("".join(row.texts)) for row in some] == [squash("".join(row.texts)) for row in other]


def section_to_table(section: Section) -> Table | None:
    """A section as a table, its blank columns left out; None where it is no table but a box."""
    if not section.body:
        return None
    filled = [any(column) for column in zip(*(row.texts for row in section.body), strict=True)]
    printed = _lent(rows_to_header(section.header) or ("",) * len(filled), filled)
    kept = [at for at, cells in enumerate(filled) if cells or printed[at]]
    header = tuple(printed[at] for at in kept) if any(printed) else ()
    rows = tuple(tuple(row.whole(at)[0] for at in kept) for row in section.body)
    if why_broken(header, rows):
        return None
    pages = tuple(row.page for row in section.body)
    return Table(
        pages=(pages[0], section.body[-1].last_page),
        header=header,
        rows=rows,
        row_pages=pages,
        row_boxes=tuple(row.box for row in section.body),
        unit=header_to_unit(header, rows) or caption_to_unit(section.caption),
        caption=section.caption,
        areas=rows_to_areas((*section.besides, *section.header, *section.body)),
        units=columns_to_units(header, rows, section.caption),
        spots=tuple(tuple(row.whole(at)[1] for at in kept) for row in section.body),
        fields=are_fields(header, rows),
    )


def rows_to_areas(rows: Iterable[Row]) -> tuple[tuple[int, Box], ...]:
    """The box around the rows of each page."""
    boxes: dict[int, Box] = {}
    for page, box in (spot for row in rows for spot in ((row.page, row.box), *row.more)):
        x0, top, x1, bottom = boxes.get(page, box)
        boxes[page] = (min(x0, box[0]), min(top, box[1]), max(x1, box[2]), max(bottom, box[3]))
    return tuple(sorted(boxes.items()))


def _lent(header: tuple[str, ...], filled: Sequence[bool]) -> tuple[str, ...]:
    """The header with titles shared: a blank column gives its own away, columns in pairs have one for two."""
    titles = list(header)
    for at, blank in enumerate(not cells for cells in filled):
        for beside in (at - 1, at + 1):
            if blank and titles[at] and 0 <= beside < len(titles) and filled[beside] and not titles[beside]:
                titles[beside], titles[at] = titles[at], ""
    pairs = [at for at in range(2, len(titles)) if filled[at] and titles[at - 1] and not titles[at]]
    for at in pairs if len(pairs) > 1 else ():
        titles[at] = titles[at - 1]
    return tuple(titles)


def sections(table: Table) -> tuple[str, ...]:
    """For each row the sub-heading it stands under: a row with its first cell alone; a total ends it."""
    title, titles = "", []
    for row in table.rows:
        alone = 0 < len(row[0]) <= 80 and not any(row[1:]) and (bool(table.header) or len(row) > 2)
        total = row[0].lower().startswith(("total", "grand total")) or (not alone and row[0].isupper())
        title = row[0] if alone else "" if total else title
        titles.append("" if alone else title)
    return tuple(titles)
