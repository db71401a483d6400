"""A desk that a test can foresee: three pages of minutes, one question answered, and hostile words."""

import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.desk import Leaf
from ingest.errors import StoreError
from ingest.papers import Box, Chunk, Item, Kind, Meeting, Page
from ingest.pdf import picture, read_pdf
from retrieval.answers import Answer, Citation, Filters, Passage, Status

DOCUMENT = "cabinet-2024-06-04-minutes.pdf"
TITLE = "Cabinet, 4 June 2024: minutes"
MEETING = Meeting("Cabinet", date(2024, 6, 4))
ITEM = Item("12", "Harbour Road crossing", (2, 2), MEETING)
QUESTION = "What was decided on Harbour Road crossing?"
QUOTE = "Cabinet agreed to build the crossing on Harbour Road at a cost of £84,000."
HOSTILE = '<img src="http://tracker.example/x.png"> **bold** ![x](http://tracker.example/y.png) ${1+1} {{value}}'
LINES = {1: ["Cabinet", "Tuesday 4 June 2024"], 2: ["12. Harbour Road crossing", QUOTE], 3: ["13. Close"]}


def chunk(text: str = QUOTE, number: int = 2, **changes: Any) -> Chunk:
    """A minute of the paper."""
    held: dict[str, Any] = {"meeting": MEETING, "item": ITEM if number == 2 else None, "order": number}
    printed = (str(number + 6), str(number + 6))
    held |= {"kind": Kind.MINUTE, "pages": (number, number), "printed": printed, **changes}
    return Chunk(DOCUMENT, TITLE, text=text, **held)


def citation(mark: int = 1, quote: str = QUOTE, boxes: tuple[Box, ...] = ()) -> Citation:
    """A citation of the minute."""
    return Citation(mark, chunk(), quote, 2, "8", boxes)


def answered(question: str = QUESTION, text: str = "Cabinet agreed to build it [1].", **changes: Any) -> Answer:
    """An answer with one citation."""
    held: dict[str, Any] = {"citations": (citation(),), "confidence": 0.8, **changes}
    return Answer(question, Status.ANSWERED, text, **held)


def refused(question: str = "Who won the cup?", status: Status = Status.NOT_FOUND, **changes: Any) -> Answer:
    """A refusal with one place near."""
    held = {
        "reason": "3 pages were searched and none says so.",
        "nearest": (Passage(chunk(), 1, 1.0),),
        **changes,
    }
    return Answer(question, status, **held)


def make_paper(folder: Path) -> Path:
    """The paper as a PDF."""
    path = folder / DOCUMENT
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number, lines in LINES.items():
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * row, line)
        canvas.drawCentredString(297, 40, f"Page {number + 6}")
        canvas.showPage()
    canvas.save()
    return path


def free_port() -> str:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


@contextmanager
def served(*command: str) -> Iterator[str]:
    """The address of a page that another Python process serves, as the first line it prints says it."""
    process = subprocess.Popen([sys.executable, "-u", *command], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield next(word for word in process.stdout.readline().split() if word.startswith("http"))
    finally:
        process.terminate()
        process.communicate()


@dataclass
class FakeDesk:
    """Answers the one question, is hostile or fails when asked so, and keeps a record of what was asked."""

    path: Path | None = None
    asked: list[tuple[str, tuple[str, ...], Filters]] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        """The answer of this desk."""
        self.asked.append((question, tuple(history), filters))
        if "broken" in question:
            raise StoreError("the store is damaged: ingest the papers again")
        if "hostile" in question:
            return answered(question, f"{HOSTILE} [1]", citations=(citation(quote=HOSTILE),))
        if "Harbour" not in question:
            return refused(question)
        return answered(question, citations=(citation(boxes=self._pages()[1].boxes_of(QUOTE)),))

    def leaf(self, document: str, number: int, boxes: Sequence[Box]) -> Leaf:
        """The page, drawn where there is a PDF."""
        number = min(max(number, 1), len(LINES))
        drawn = picture(self.path, number, boxes) if self.path else b"png"
        text = self._pages()[number - 1].text
        return Leaf(document, TITLE, number, len(LINES), str(number + 6), text, drawn, (595, 842))

    def committees(self) -> Sequence[str]:
        """Two committees."""
        return "Cabinet", "Planning Committee"

    def examples(self) -> Sequence[str]:
        """The one question."""
        return (QUESTION,)

    def _pages(self) -> tuple[Page, ...]:
        if self.path:
            return read_pdf(self.path).pages
        return tuple(Page(number, str(number + 6), "\n".join(lines)) for number, lines in LINES.items())


if __name__ == "__main__":
    from app.page import build, serve

    serve(build(FakeDesk(make_paper(Path(sys.argv[1])))), "127.0.0.1", int(sys.argv[2]), print)
