"""The chunks of tables: each table whole where it is not too long, and each of its rows or fields."""

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.blocks import item_at
from ingest.grids import sections
from ingest.papers import Chunk, Item, Kind, Meeting, NamedCell, Pack, Span, Table

_TITLE = re.compile(r"(?:report )?title|subject", re.I)


def tables_to_chunks(pack: Pack, above: Callable[[Table], tuple[str, ...]], longest: int) -> Iterator[Chunk]:
    """The chunks of all tables; `above` gives the headings over one, and no table over `longest` letters is whole."""
    order = 0
    for table in pack.tables:
        headings = (*above(table), *((table.caption,) if table.caption else ()))
        for rows, text, section in _parts(pack, table, longest):
            yield _chunk(pack, table, rows, order, text, (*headings, section) if section else headings)
            order += 1


def _parts(pack: Pack, table: Table, longest: int) -> Iterator[tuple[range, str, str]]:
    """The rows, words and sub-heading of each chunk: the whole within one item, then each row that says something."""
    text = "\n".join("\t".join(cell for cell in row if cell) for row in (table.header, *table.rows)).strip()
    item = _item_of(pack, table, 0)
    if len(text) <= longest and len(table.rows) > 1 and (not item or table.pages[1] <= item.pages[1]):
        yield range(len(table.rows)), text, ""
    for at, section in enumerate(_titles(table) if table.fields else sections(table)):
        row = "\t".join(cell for cell in table.rows[at] if cell)
        if row and not (table.fields and not table.rows[at][1]):
            yield range(at, at + 1), row, section


def _titles(table: Table) -> Sequence[str]:
    """For each field the title of the report that it is of, as another field gives it."""
    title = next((value for label, value in table.rows if _TITLE.match(label)), "")
    return ["" if value == title else title for _, value in table.rows]


def _chunk(pack: Pack, table: Table, rows: range, order: int, text: str, headings: tuple[str, ...]) -> Chunk:
    item = _item_of(pack, table, rows[0])
    first, last = table.row_pages[rows[0]], max(map(table.last_page, rows))
    pages = (first, min(last, item.pages[1]) if item else last)
    cells = table.named_cells(rows[0]) if len(rows) == 1 else ()
    is_laid_out = bool(pack.page(first).words)
    return Chunk(
        document=pack.document,
        title=pack.title,
        order=order,
        kind=Kind.TABLE,
        pages=pages,
        printed=printed_on(pack, pages, item),
        text=text,
        meeting=meeting_of(pack, item),
        item=item,
        headings=headings,
        cells=tuple((cell.column, cell.text) for cell in cells),
        unit=table.unit,
        paged=pack.paged,
        boxes=tuple(table.row_boxes[at] for at in rows if table.row_pages[at] == first) if is_laid_out else (),
        spots=tuple(cell.spots for cell in cells) if is_laid_out else (),
        notes=_notes(cells),
    )


def _notes(cells: Sequence[NamedCell]) -> tuple[tuple[int, str], ...]:
    """The notes on the cells of a row, those on all of them once."""
    held = [[note.text for note in cell.notes] for cell in cells]
    every = dict.fromkeys(text for texts in held for text in texts)
    shared = [text for text in every if all(text in texts for texts in held)]
    own = [(at, text) for at, texts in enumerate(held) for text in texts if text not in shared]
    return (*((-1, text) for text in shared), *own)


def _item_of(pack: Pack, table: Table, row: int) -> Item | None:
    """The item in which a table's row stands."""
    page, top = pack.page(table.row_pages[row]), table.row_boxes[row][1]
    above = [at for at in range(len(page.lines)) if page.place_of(at)[1] <= top]
    return item_at(pack.items, page.number, max(above, default=0))


def meeting_of(pack: Pack, item: Item | None) -> Meeting | None:
    """The sitting that what stands in an item records."""
    return item.meeting if item and item.meeting else pack.meeting


def printed_on(pack: Pack, pages: Span, item: Item | None) -> tuple[str, str]:
    """The numbers printed on these pages; of a text without pages, those its agenda gives for the item."""
    if not pack.paged:
        return item.printed if item else ("", "")
    return pack.page(pages[0]).printed, pack.page(pages[1]).printed
