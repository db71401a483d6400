"""Documents that flow: paragraphs and tables in their order, with no layout and no pages, into one sheet.

What stands in a table that only lays out text (a number beside its item, a frame around a page) is read as text.
The sheet's lines are its paragraphs; a table's rows stand where their lines do (`pages.turn`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ingest.grids import rows_to_sections, section_to_table
from ingest.legible import unspaced
from ingest.pages import turn
from ingest.papers import Line, Page, Table
from ingest.rows import Row

BODY_SIZE = 10.0
LONG_CELL = 2
"""More paragraphs than these in a cell are prose."""
DEEPEST_HEADING = 6
_NUMBER = re.compile(
    r"^(?:(?:item|minute)\s+)?[\w./()-]{0,10}\d[\w./()-]{0,8}[.:)]?$|^\(?[a-z]{1,4}[.)]$|^[•–-]?$", re.I
)
_HEADS_ACTIONS = re.compile(r"\b(?:action|owner|who|when|by whom|due|lead|deadline|responsib\w+)\b", re.I)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together, line breaks kept; `level` 1 to 6 is a heading's, 0 none; `lead` opens it in bold."""

    text: str
    level: int = 0
    bold: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: what it holds, over how many columns; `heads` if marked a header; `above` if the one above it."""

    parts: tuple["Part", ...] = ()
    across: int = 1
    heads: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A table as written: rows of cells, its caption, and whether it says that it only lays out text."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    lays_out: bool = False


Part: TypeAlias = Paragraph | Frame


@dataclass(slots=True)
class _Sheet:
    """The lines and tables of a sheet so far."""

    number: int
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def flow_to_sheet(parts: Iterable[Part], number: int = 1) -> tuple[Page, tuple[Table, ...]]:
    """The one page that a flow is held as, and its tables."""
    sheet = _Sheet(number)
    for part in parts:
        _add(sheet, part)
    text = "\n".join(line.text for line in sheet.lines)
    page = Page(number, "", text, lines=tuple(sheet.lines), unread=None if sheet.lines else "blank")
    return page, tuple(sheet.tables)


def heading_size(level: int) -> float:
    """The size that stands for a heading's level: the higher the larger, and all larger than the text."""
    return BODY_SIZE + 1 + DEEPEST_HEADING - min(level, DEEPEST_HEADING) if level else BODY_SIZE


def _add(sheet: _Sheet, part: Part) -> None:
    if isinstance(part, Paragraph):
        sheet.lines += _lines(part)
        return
    for made in _laid_out(part) if _lays_out(part) else ():
        _add(sheet, made)
    if not _lays_out(part):
        _add_table(sheet, part)


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph's lines: one, or more where it holds line breaks."""
    size = heading_size(paragraph.level)
    lead = " ".join(unspaced(paragraph.lead).split())
    for row in paragraph.text.split("\n"):
        text = " ".join(unspaced(row).split())
        if text:
            yield Line(text, size=size, bold=paragraph.bold or paragraph.level > 0, lead=lead)
            lead = ""


def _lays_out(frame: Frame) -> bool:
    """Whether a table only lays out text: it says so, holds tables or one column, or numbers beside their items."""
    cells = [cell for row in frame.rows for cell in row if cell.parts]
    if frame.lays_out or any(isinstance(part, Frame) for cell in cells for part in cell.parts):
        return True
    if max((sum(bool(cell.parts) for cell in row) for row in frame.rows), default=0) < 2:
        return True
    beside = [row for row in frame.rows if len(row) > 1 and not _is_header(row)]
    numbers = bool(beside) and all(len(row) == 2 and _NUMBER.match(_text(row[0])) for row in beside)
    prose = any(len(row[-1].parts) > LONG_CELL for row in beside)
    headed = _is_header(frame.rows[0]) or _has_actions(frame)
    return numbers and (prose or not headed)


def _is_header(row: Sequence[Cell]) -> bool:
    return bool(row) and all(cell.heads for cell in row)


def _has_actions(frame: Frame) -> bool:
    """Whether the last column of a table is headed as one of actions or of who takes them."""
    return len(frame.rows) > 1 and bool(frame.rows[0]) and bool(_HEADS_ACTIONS.search(_text(frame.rows[0][-1])))


def _laid_out(frame: Frame) -> Iterator[Part]:
    """What a table that lays out text holds, in reading order, a number joined to what it numbers."""
    if frame.caption:
        yield Paragraph(frame.caption, bold=True)
    for row in (row for row in frame.rows if not _is_header(row) or len(row) < 2):
        yield from _numbered(row)


def _numbered(row: Sequence[Cell]) -> Iterator[Part]:
    """What a row holds, in reading order, a number joined to what it numbers."""
    number = ""
    for cell in (cell for cell in row if not cell.above):
        for part in cell.parts:
            if isinstance(part, Paragraph) and number:
                part = replace(part, text=f"{number} {part.text}")
                number = ""
            elif cell is not row[-1] and len(cell.parts) == 1 and _NUMBER.match(_text(cell)):
                number = f"{number} {_text(cell)}".strip()
                continue
            yield part
    if number:
        yield Paragraph(number)


def _add_table(sheet: _Sheet, frame: Frame) -> None:
    """The lines of a table, and the tables that its rows make: more than one where another header begins."""
    rows: list[Row] = []
    for cells in frame.rows:
        first = len(sheet.lines)
        for part in _numbered(cells):
            _add(sheet, part)
        texts, spread = _texts(cells, rows[-1].texts if rows else ())
        if len(sheet.lines) > first:
            box = (*turn(first)[:3], turn(len(sheet.lines) - 1)[3])
            rows.append(
                Row(sheet.number, box, texts, spread, all(cell.heads or _bold(cell) for cell in cells if cell.parts))
            )
    width = max((len(row.texts) for row in rows), default=0)
    even = [replace(row, texts=_wide(row.texts, width), spread=_wide(row.spread, width)) for row in rows]
    sections = rows_to_sections(even, frame.caption) if even else []
    sheet.tables += [table for section in sections if (table := section_to_table(section))]


def _texts(cells: Sequence[Cell], above: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A row's texts column by column, and the same with each repeated over the columns it spans."""
    texts: list[str] = []
    spread: list[str] = []
    for cell in cells:
        text = (above[len(texts)] if len(texts) < len(above) else "") if cell.above else _text(cell)
        texts += [text, *[""] * (cell.across - 1)]
        spread += [text] * cell.across
    return tuple(texts), tuple(spread)


def _wide(texts: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*texts, *[""] * (width - len(texts)))


def _text(cell: Cell) -> str:
    """A cell's words in one run."""
    held = (line.text for part in cell.parts if isinstance(part, Paragraph) for line in _lines(part))
    return " ".join(held)


def _bold(cell: Cell) -> bool:
    return all(isinstance(part, Paragraph) and (part.bold or part.level > 0) for part in cell.parts)
