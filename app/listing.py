"""What a file and the store hold, as text for people."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.render import document_json, plain
from ingest.ocr import INSTALL, is_installed
from ingest.papers import Chunk, Item, Pack, Page, Span, Table
from ingest.ties import Relation, Tie

if TYPE_CHECKING:
    from retrieval.catalogue import Held

PASSIVE = {
    Tie.SUPPLEMENT_OF: "supplemented by",
    Tie.PART_OF: "has to it",
    Tie.DUPLICATE_OF: "repeated in",
    Tie.REPLACES: "replaced by",
    Tie.CONFIRMS: "confirmed by",
}
"""How a relation is named from its target's side."""


def summary(pack: Pack, chunks: int) -> str:
    """What was found in a document: agenda pack, Cabinet, 12 June 2023: 203 pages, 10 items, …"""
    what = f"{pack.kind}, {pack.meeting}" if pack.meeting else f"{pack.kind}"
    unread = [page for page in pack.pages if page.unread not in (None, "blank")]
    counts = {
        "page": len(pack.pages) if pack.paged else 0,
        "item": len(pack.items),
        "table": len(pack.tables),
        "chunk": chunks,
        "unread page": len(unread),
    }
    said = ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in counts.items() if n)
    return f"{what}: {said}{_unread(unread)}{_by_ocr(pack.pages)}"


def _unread(pages: Sequence[Page]) -> str:
    """Which pages are unread, and how they might be read."""
    if not pages:
        return ""
    way = "" if is_installed() else f"; to read them: {INSTALL}, then ingest again"
    return f" (PDF {runs([page.number for page in pages])}{way})"


def _by_ocr(pages: Sequence[Page]) -> str:
    """Which pages were read from their pictures: their words may be misread."""
    read = [page.number for page in pages if page.ocr and not page.unread]
    return f"; read by OCR: PDF {runs(read)}" if read else ""


def runs(numbers: Sequence[int]) -> str:
    """Numbers in rising order as people list them: 1-3, 7."""
    held: list[list[int]] = []
    for number in numbers:
        if held and held[-1][-1] == number - 1:
            held[-1].append(number)
        else:
            held.append([number])
    return ", ".join(_range((run[0], run[-1])) for run in held)


def documents_text(held: Sequence["Held"]) -> str:
    """The documents held, a block each: what they are, when they were read, and their items."""
    return "\n\n".join(map(_held_text, held))


def held_json(held: "Held") -> dict[str, Any]:
    """A document held, as `documents --json` gives it."""
    return {
        **document_json(held.pack),
        "sha256": held.pack.sha256,
        "read_at": held.read_at,
        "replaced_by": held.footing.replaced.document if held.footing.replaced else None,
        "supplements": list(held.pack.supplements),
        "standing": held.footing.name,
        "relations": [relation_json(relation) for relation in held.relations],
    }


def relation_json(relation: Relation) -> dict[str, Any]:
    """A relation between two documents: pages from 1 of each, and the reason."""
    pages = {"pages": list(relation.pages), "target_pages": list(relation.target_pages)}
    return asdict(relation) | pages | {"kind": str(relation.kind), "items": list(relation.items)}


def items_text(pack: Pack, clues: bool = False) -> str:
    """The items of a document, a line each, with their pages; and under each the clues to its place if wanted."""
    lines = [(_item_line(pack, item), _clues_line(item) if clues else "") for item in pack.items]
    return "\n".join(line for pair in lines for line in pair if line)


def show_text(pack: Pack, chunks: Sequence[Chunk], pages: range | None = None) -> str:
    """A document and what was made of it: items, pages not read (of those wanted), tables and chunks."""
    wanted = [page for page in pack.pages if pages is None or page.number in pages]
    unread = [f"PDF page {page.number}: not read ({page.unread})" for page in wanted if page.unread]
    blocks = [
        f"{pack.document}: {pack.title}\n{summary(pack, len(chunks))}",
        "\n".join(f"in doubt: {doubt}" for doubt in pack.doubts),
        items_text(pack, clues=True),
        "\n".join(unread),
        *(_table_text(table) for table in pack.tables),
        *map(_chunk_text, chunks),
    ]
    return plain("\n\n".join(block for block in blocks if block))


def _held_text(held: "Held") -> str:
    pack = held.pack
    standing = "" if held.footing.name == "current" else f"; {held.footing.name}"
    head = f"{pack.document}: {pack.title}\n  {summary(pack, held.chunks)}; read {held.read_at}{standing}"
    adds = f"  adds to items {', '.join(pack.supplements)}" if pack.supplements else ""
    related = [f"  {_relation_text(relation, pack.document)}" for relation in held.relations]
    return plain("\n".join(part for part in (head, adds, *related, items_text(pack)) if part))


def _relation_text(relation: Relation, document: str) -> str:
    """A relation as seen from one of its documents."""
    own = relation.document == document
    how = str(relation.kind) if own else PASSIVE[relation.kind]
    other, pages = (relation.target, relation.pages) if own else (relation.document, relation.target_pages)
    part = f"PDF {_range(pages)} " if relation.kind in (Tie.DUPLICATE_OF, Tie.REPLACES) else ""
    change = f": {relation.change}" if relation.change else ""
    return f"{part}{how} {other} ({relation.reason}{change})"


def _item_line(pack: Pack, item: Item) -> str:
    first, last = item.pages
    printed = (pack.page(first).printed, pack.page(last).printed)
    pages = f"  PDF {_range(item.pages)}" if pack.paged else ""
    pages += f", printed {_range(printed)}" if all(printed) else ""
    sitting = f"  [{item.meeting}]" if item.meeting and item.meeting != pack.meeting else ""
    said = "".join(f"  ({word})" for word in ("exempt" if item.exempt else "", item.note) if word)
    return plain(f"  {item.number.rstrip('.'):>6}  {item.title}{said}{pages}{sitting}")


def _clues_line(item: Item) -> str:
    """What the clues say of an item's place, and how far they agree where they do not."""
    doubt = f" (confidence {item.confidence:.2f})" if item.confidence < 1 else ""
    return plain(f"          {'; '.join(item.clues)}{doubt}") if item.clues else ""


def _chunk_text(chunk: Chunk) -> str:
    """A chunk under its kind, its place, the headings above it, and why it is apart from the content if it is."""
    above = "".join(
        f" · {part}" for part in (" › ".join(chunk.headings), f"({chunk.apart})" if chunk.apart else "") if part
    )
    return f"── {chunk.kind} · {chunk.where}{above}\n{chunk.text}"


def _table_text(table: Table) -> str:
    head = f"── table as found · PDF {_range(table.pages)}"
    head += "".join(f" · {part}" for part in (table.caption, table.unit) if part)
    rows = [" | ".join(" ".join(cell.split()) for cell in row) for row in (table.header, *table.rows)]
    notes = (f"{note.mark or 'note'}: {note.text}" for note in table.notes)
    return "\n".join([head, *rows, *notes])


def _range(span: Span | tuple[str, str]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"
