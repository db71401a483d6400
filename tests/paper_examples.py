"""Small papers for the tests of reading: lines and pages made by hand, and PDFs of a few pages."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.papers import Line, Page, Word

A4 = (595.0, 842.0)


def line(text: str, top: float = 100.0, left: float = 50.0, size: float = 12.0, bold: bool = False) -> Line:
    """A line as set, as wide as letters of half its size."""
    return Line(text, (left, top, left + len(text) * size / 2, top + size), size, bold)


def lines(*texts: str, top: float = 100.0, pitch: float = 14.0) -> tuple[Line, ...]:
    """Lines of a paragraph, one under the other; those that begin with # are bold."""
    return tuple(line(text.lstrip("#"), top + at * pitch, bold=text.startswith("#")) for at, text in enumerate(texts))


def page(number: int, *texts: str, printed: str = "", made: Sequence[Line] = ()) -> Page:
    """A page of such lines, or of lines made by hand."""
    held = tuple(made) or lines(*texts)
    words = tuple(Word(word, one.box) for one in held for word in one.text.split())
    text = "\n".join(one.text for one in held)
    return Page(number, printed, text, words, size=A4, lines=held)


def pdf(path: Path, *sheets: Sequence[tuple[float, str]], encrypt: str | None = None) -> Path:
    """A PDF with texts at heights from the top of each page."""
    canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt)
    for sheet in sheets:
        for top, text in sheet:
            canvas.setFont("Helvetica-Bold" if text.startswith("#") else "Helvetica", 11)
            canvas.drawString(60, A4[1] - top, text.lstrip("#"))
        canvas.showPage()
    canvas.save()
    return path


def running(*texts: str, top: float = 100.0) -> list[tuple[float, str]]:
    """Texts of a PDF's page, 14 points apart."""
    return [(top + 14.0 * at, text) for at, text in enumerate(texts)]
