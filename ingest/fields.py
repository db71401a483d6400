"""Blocks of keys and values: those that begin a report without rules, and which ruled tables are such blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.columns import around, inside
from ingest.headers import is_figure
from ingest.papers import Box, Line, Page, Table, Word

KNOWN = (
    *("title of report", "report title", "title of decision", "subject", "from", "to", "report of", "report by"),
    *("report to", "report author", "author", "authors", "lead member", "lead officer", "lead director", "meeting"),
    *("lead strategic director", "cabinet member", "portfolio holder", "contact", "contact officer", "contact email"),
    *(
        "contact details",
        "date",
        "date of meeting",
        "meeting date",
        "time",
        "venue",
        "classification",
        "confidentiality",
    ),
    *(
        "key decision",
        "decision no",
        "decision number",
        "reference",
        "your reference",
        "ward",
        "wards",
        "ward affected",
    ),
    *("wards affected", "ward(s) affected", "electoral division", "electoral divisions", "exempt", "status", "purpose"),
    *("past pathway of report", "future pathway of report", "past pathway", "future pathway", "for publication"),
)
"""Labels that begin a report in the papers of many councils."""
_FIELD = re.compile(r"^(?:[A-Z][\w’'/&() -]{0,45}?)\s?:(?P<value>\s+\S.*)?$")


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """How many lines make a block, how many of them known; lengths in letters, places in points or line heights."""

    fields: int = 3
    known: int = 2
    value: int = 400
    label: int = 60
    aligned: float = 4.0
    indented: float = 30.0
    apart: float = 3.0
    pitch: float = 0.6
    full: float = 0.8


def find_fields(page: Page, taken: Sequence[Box] = (), settings: FieldSettings | None = None) -> tuple[Table, ...]:
    """The blocks of keys and values of a page, as tables without a header; `taken` is read already."""
    settings = settings or FieldSettings()
    lines = [line for line in page.lines if not any(inside(line.box, box) for box in taken)]
    return tuple(_table(page.number, block) for block in _blocks(lines, settings) if _is_block(block, settings))


def _blocks(lines: Sequence[Line], settings: FieldSettings) -> Iterator[list[list[Line]]]:
    """Runs of fields, each a first line and those that go on with it."""
    block: list[list[Line]] = []
    right = max((line.box[2] for line in lines), default=0.0)
    for line in lines:
        last = block[-1][-1] if block else line
        height = line.box[3] - line.box[1]
        near = line.box[1] - last.box[3] < settings.apart * height
        wraps = line.box[1] - last.box[3] < settings.pitch * height and last.box[2] > settings.full * right
        if _is_field(line) and (not block or (near and _is_aligned(block[0][0], line, settings))):
            block.append([line])
        elif block and ((near and _is_indented(line, block[-1][0], settings)) or (wraps and _is_known(block[-1][0]))):
            block[-1].append(line)
        else:
            yield block[:-1] if wraps else block
            block = [[line]] if _is_field(line) else []
    yield block


def _is_field(line: Line) -> bool:
    """Whether a line is a label and its value, or a known label alone."""
    found = _FIELD.match(line.text)
    return bool(found and (found["value"] or _is_known(line)) and not (found["value"] or "").endswith(":"))


def _is_known(line: Line) -> bool:
    return line.text.partition(":")[0].strip().lower() in KNOWN


def _is_aligned(one: Line, other: Line, settings: FieldSettings) -> bool:
    return abs(one.box[0] - other.box[0]) < settings.aligned


def _is_indented(line: Line, first: Line, settings: FieldSettings) -> bool:
    return line.box[0] > first.box[0] + settings.indented


def _is_block(block: Sequence[Sequence[Line]], settings: FieldSettings) -> bool:
    """Whether enough of the labels are known, and no value is a paragraph."""
    known = sum(_is_known(lines[0]) for lines in block)
    short = all(sum(len(line.text) for line in lines) <= settings.value for lines in block)
    return len(block) >= settings.fields and known >= settings.known and short


def _table(page: int, block: Sequence[Sequence[Line]]) -> Table:
    rows, spots = [], []
    for lines in block:
        label, _, value = lines[0].text.partition(":")
        rows.append((f"{label}:", " ".join([value.strip(), *(line.text for line in lines[1:])])))
        spots.append((((page, lines[0].box),), tuple((page, line.box) for line in lines)))
    boxes = tuple(around([Word("", line.box) for line in lines]) for lines in block)
    return Table(
        pages=(page, page),
        header=(),
        rows=tuple(rows),
        row_pages=(page,) * len(rows),
        row_boxes=boxes,
        areas=((page, around([Word("", box) for box in boxes])),),
        spots=tuple(spots),
        fields=True,
    )


def are_fields(header: Sequence[str], rows: Sequence[Sequence[str]], settings: FieldSettings | None = None) -> bool:
    """Whether a table without a header is a block of keys and values: short labels, each with something beside it."""
    settings = settings or FieldSettings()
    if header or any(len(row) != 2 for row in rows):
        return False
    labelled = [row for row in rows if row[0] and len(row[0]) <= settings.label and not is_figure(row[0])]
    return len(labelled) == len(rows) and 2 * sum(bool(row[1]) for row in rows) >= len(rows)
