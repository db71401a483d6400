"""Tables without rules: figures that stand in columns by their places alone, out of a page's words.

words ─ lines, blocks, columns (see columns) ─▶ where the figures stand
lines ─ lines_to_rows ────▶ labels and cells; a label over several lines is one
lines ─ titles_to_header ─▶ the caption, and a title for each column
both ── block_to_table ───▶ a Table, or None where columns have no titles
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import TypeAlias

from ingest.columns import (
    Aligned,
    AlignedSettings,
    around,
    inside,
    lines_to_blocks,
    lines_to_columns,
    middle,
    spans,
    words_to_lines,
)
from ingest.headers import caption_to_unit, columns_to_units, header_to_unit
from ingest.papers import Box, Page, Table, Word
from ingest.soundness import why_broken

_BRACKETS = re.compile(r"\(([^()]{1,8})\)$")

Cells: TypeAlias = tuple[Word | None, ...]


def find_aligned(
    page: Page, taken: Sequence[Box] = (), settings: AlignedSettings | None = None, before: Table | None = None
) -> tuple[Table, ...]:
    """The tables without rules of a page; `taken` are boxes that are read already, such as ruled tables.

    `before` is the last such table of the page before, whose titles stand for figures that go on under none.
    """
    settings = settings or AlignedSettings()
    words = [word for word in page.words if not any(inside(word.box, box) for box in taken)]
    if not words:
        return ()
    lines = words_to_lines(words, settings)
    height = median(word.box[3] - word.box[1] for word in words)
    blocks = lines_to_blocks(lines, settings, height)
    tables = (
        block_to_table(page, lines, span, settings, height, None if at else before) for at, span in enumerate(blocks)
    )
    return tuple(table for table in tables if table)


def block_to_table(
    page: Page,
    lines: Sequence[Aligned],
    span: tuple[int, int],
    settings: AlignedSettings,
    height: float,
    before: Table | None = None,
) -> Table | None:
    """A block with the titles above it as a table; None where fewer columns than enough have titles."""
    held = lines[span[0] : span[1] + 1]
    columns = lines_to_columns(held, settings)
    if len(columns) < settings.columns:
        return None
    first = _first_label(lines, span[0], columns, height)
    rows = lines_to_rows(lines[first : span[1] + 1], columns, height)
    top = _first_title(lines, first, columns, settings, height)
    caption, header = titles_to_header(lines[top:first], columns)
    if sum(map(bool, header[1:])) < settings.columns:
        if not before or not _goes_on(before, columns):
            return None
        top, caption, header = first, before.caption, before.header
    first_column = 0 if header[0] or any(cells[0] for cells, _ in rows) else 1
    header = header[first_column:]
    held_cells = [cells[first_column:] for cells, _ in rows]
    cells = tuple(tuple(cell.text if cell else "" for cell in row) for row in held_cells)
    if why_broken(header, cells):
        return None
    return Table(
        pages=(page.number, page.number),
        header=header,
        rows=cells,
        row_pages=(page.number,) * len(rows),
        row_boxes=tuple(box for _, box in rows),
        unit=header_to_unit(header, cells) or caption_to_unit(caption) or _unit_above(lines[:top], settings, height),
        caption=caption,
        areas=((page.number, around(lines[top : span[1] + 1])),),
        units=columns_to_units(header, cells, caption),
        spots=tuple(tuple(((page.number, cell.box),) if cell else () for cell in row) for row in held_cells),
    )


def _unit_above(lines: Sequence[Aligned], settings: AlignedSettings, height: float) -> str:
    """The unit in brackets that ends the title some lines above a table, "" where there is none."""
    for line in reversed(lines[-settings.titled :]):
        found = _BRACKETS.search(line.texts[-1].text) if line.texts and not line.figures else None
        if found and lines[-1].box[3] - line.box[3] < settings.titled * 2 * height:
            return caption_to_unit(found[1])
    return ""


def _goes_on(before: Table, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether columns stand under those of a table, which has one more for its labels."""
    if len(before.header) != len(columns) + 1:
        return False
    held = ([box for row in before.spots for _, box in row[at]] for at in range(1, len(before.header)))
    return all(any(spans(box, column) for box in boxes) for boxes, column in zip(held, columns, strict=True))


def lines_to_rows(
    lines: Sequence[Aligned], columns: Sequence[tuple[float, float]], height: float
) -> list[tuple[Cells, Box]]:
    """Cells and box of each row; a label over several lines beside or above its figures is one label."""
    widest = max((line.texts[-1].box[2] - line.texts[0].box[0] for line in lines if line.texts), default=0.0)
    rows: list[tuple[Cells, Box]] = []
    for at, line in enumerate(lines):
        cells, above = _cells(line, columns), lines[at - 1] if at else None
        if above and line.box[1] - above.box[3] < height and _continues(above, line, rows[-1][0], cells, widest):
            rows[-1] = (_merged(rows[-1][0], cells), around([Word("", rows[-1][1]), line]))
        else:
            rows.append((cells, line.box))
    return rows


def _continues(above: Aligned, line: Aligned, upper: Cells, lower: Cells, widest: float) -> bool:
    """Whether a line belongs to the row above: its label goes on, or its figures stand beside that label."""
    if any(a and b for a, b in zip(upper[1:], lower[1:], strict=True)):
        return False
    if not lower[0] or (above.figures and not above.texts):
        return not any(upper[1:]) or line.box[1] < above.box[3] or not line.figures
    height = line.box[3] - line.box[1]
    full = not above.figures and above.box[2] - above.box[0] > max(0.8 * widest, 20 * height)
    return full and abs(line.box[0] - above.box[0]) < height


def _merged(upper: Cells, lower: Cells) -> Cells:
    """Two lines of one row."""
    return tuple(_one([word for word in pair if word]) for pair in zip(upper, lower, strict=True))


def _one(words: Sequence[Word]) -> Word | None:
    """Words as one; None for none."""
    return Word(" ".join(word.text for word in words), around(words)) if words else None


def _cells(line: Aligned, columns: Sequence[tuple[float, float]]) -> Cells:
    """The label of a line and its cell in each column; figures in no column belong to the label."""
    held: list[list[Word]] = [list(line.texts), *([] for _ in columns)]
    for word in line.figures:
        at = next((n for n, column in enumerate(columns, 1) if spans(word.box, column)), 0)
        held[at].append(word)
    return tuple(map(_one, held))


def _first_label(lines: Sequence[Aligned], start: int, columns: Sequence[tuple[float, float]], height: float) -> int:
    """Where the headings above the first figures begin that stand over labels alone, as many as two."""
    at = start
    while at and start - at < 2:
        above, gap = lines[at - 1], lines[at].box[1] - lines[at - 1].box[3]
        if above.figures or above.box[2] > columns[0][0] or gap > 3 * height:
            break
        at -= 1
    return at


def _first_title(
    lines: Sequence[Aligned],
    below: int,
    columns: Sequence[tuple[float, float]],
    settings: AlignedSettings,
    height: float,
) -> int:
    """Where the titles of the columns begin: lines over columns, up to one of prose or a wide gap."""
    at = below
    while at and below - at < settings.headers:
        above, gap = lines[at - 1], lines[at].box[1] - lines[at - 1].box[3]
        segments = (*above.texts, *above.figures)
        over = [sum(spans(word.box, column) for column in columns) for word in segments]
        prose = any(n and len(word.text) > settings.title for n, word in zip(over, segments, strict=True))
        data = len(above.figures) >= settings.columns
        unit = len(segments) == 1 and caption_to_unit(segments[0].text) == segments[0].text
        if gap > settings.leading * height or not (any(over) or unit) or prose or data:
            break
        at -= 1
    return at


def titles_to_header(lines: Sequence[Aligned], columns: Sequence[tuple[float, float]]) -> tuple[str, tuple[str, ...]]:
    """The caption, a lone segment over several columns, and a title for the labels and each column."""
    caption: list[str] = []
    titles: list[list[Word]] = [[] for _ in range(len(columns) + 1)]
    for line in lines:
        segments = (*line.texts, *line.figures)
        for word in segments:
            over = [n for n, column in enumerate(columns) if spans(word.box, column)]
            if len(segments) == 1 and (len(over) > 1 or caption_to_unit(word.text) == word.text):
                caption.append(word.text)
            elif word.box[2] < columns[0][0] and not over:
                titles[0].append(word)
            else:
                for n in over or [min(range(len(columns)), key=lambda n: abs(middle(word.box) - sum(columns[n]) / 2))]:
                    titles[n + 1].append(word)
    header = (_title(" ".join(word.text for word in held)) for held in titles)
    return " · ".join(caption), tuple(header)


def _title(text: str) -> str:
    """A title set line by line, with a last letter or a hyphened half joined to its word."""
    return re.sub(r"(?<=\w-) (?=\w)|(?<=[a-z]) (?=[b-z](?: |$))", "", text)
