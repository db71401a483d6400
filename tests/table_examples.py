"""Ruled tables drawn with reportlab, and the hand-checked tables of the shared corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Drawn

from ingest.papers import Table
from ingest.pdf import read_pdf
from ingest.tables import find_tables

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus"
RULED = Path(__file__).with_name("hand_checked_tables.txt")
UNRULED = Path(__file__).with_name("hand_checked_unruled.txt")
ACROSS = Path(__file__).with_name("hand_checked_across.txt")
BUDGET = [
    ["Directorate", "Budget", "Outturn"],
    ["", "£m", "£m"],
    ["People", "95.208", "95.053"],
    ["Place", "27.417", "26.575"],
]


def words(text: str) -> Paragraph:
    """A paragraph of body text."""
    return Paragraph(text, getSampleStyleSheet()["Normal"])


def ruled(rows: Sequence[Sequence[object]], style: Sequence[tuple[object, ...]] = (), **more: object) -> Flowable:
    """A table with every cell ruled."""
    return Drawn(rows, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), *style]), **more)


def draw(path: Path, *story: Flowable, sideways: bool = False) -> Path:
    """A PDF of the story: a page, or more where `PageBreak()` stands in it."""
    size = landscape(A4) if sideways else A4
    SimpleDocTemplate(str(path), pagesize=size, invariant=1).build(list(story))
    return path


@cache
def tables_in(path: Path) -> tuple[Table, ...]:
    """The ruled tables of a PDF."""
    reading = read_pdf(path)
    return find_tables(reading.pages, reading.drawn)


def draw_turned(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A portrait page with its table drawn upwards, that a viewer turns by 90 degrees to be read."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    table = ruled(rows)
    _, height = table.wrapOn(canvas, 700, 500)
    table.drawOn(canvas, 60, A4[0] - 60 - height)
    canvas.save()
    return path


@dataclass(frozen=True)
class Checked:
    """A table of the corpus as a person read it off the page."""

    file: str
    pages: tuple[int, ...]
    unit: str
    cells: tuple[tuple[str, ...], ...]


def checked_tables(path: Path) -> Iterator[Checked]:
    """The hand-checked tables: a line "## file pages unit", then the header and the rows."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.splitlines()
        file, pages, *unit = head.removeprefix("## ").split(" ")
        first, _, last = pages.partition("-")
        cells = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)
        yield Checked(file, tuple(range(int(first), int(last or first) + 1)), "".join(unit), cells)


def equal_cells(table: Table, cells: tuple[tuple[str, ...], ...], unit: str) -> int:
    """How many cells stand where they are wanted; the unit counts as one more."""
    pairs = zip((table.header, *table.rows), cells, strict=False)
    return (table.unit == unit) + sum(a == b for row, other in pairs for a, b in zip(row, other, strict=False))
