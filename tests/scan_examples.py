"""Scans for the tests of OCR: a small page of text, as its picture, in a PDF without a text layer."""

import io
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SIZE = (360, 162)
TEXTS = (
    "Minutes of the Highways Committee",
    "118. RESOLVED that the crossing be built",
    "The cost of 12,500 pounds was noted",
    "The Chair closed the meeting at 9.15 pm",
)
DOTS = 200


def text_page(path: Path, texts: tuple[str, ...] = TEXTS) -> Path:
    """A page of lines, with a text layer."""
    canvas = Canvas(str(path), pagesize=SIZE, invariant=1)
    canvas.setFont("Helvetica", 12)
    for at, text in enumerate(texts):
        canvas.drawString(30, SIZE[1] - 40 - 24 * at, text)
    canvas.save()
    return path


def scan(path: Path, picture: Image.Image, stamp: str = "", hidden: str = "") -> Path:
    """A PDF of a picture, with a stamp above it if one is given, and a text that nobody sees if one is given."""
    width, height = (edge * 72 / DOTS for edge in picture.size)
    file = io.BytesIO()
    picture.save(file, "PNG")
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    canvas.drawImage(ImageReader(file), 0, 0, width, height)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(width - 60, height - 14, stamp)
    if hidden:
        text = canvas.beginText(30, 60)
        text.setTextRenderMode(3)
        text.textLine(hidden)
        canvas.drawText(text)
    canvas.save()
    return path
