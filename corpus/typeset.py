"""Documents of the sample typeset as PDFs in the form of a council's agenda packs; alone knows reportlab."""

import io
import re
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from corpus.markup import Block, Document, Piece

_AUTHOR = "Saltmere City Council"
BLANK = "This page is intentionally left blank"
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14.6, spaceAfter=7)
_CELL = ParagraphStyle("cell", _BODY, fontSize=8.8, leading=10.8, spaceAfter=0)
_FIGURE = ParagraphStyle("figure", _CELL, alignment=2)
_STYLES = {
    "paragraph": _BODY,
    "title": ParagraphStyle("title", _BODY, fontName="Helvetica-Bold", fontSize=15, leading=19, spaceAfter=8),
    "heading": ParagraphStyle("heading", _BODY, fontName="Helvetica-Bold", fontSize=11.5, spaceBefore=7),
    "subheading": ParagraphStyle("subheading", _BODY, fontName="Helvetica-BoldOblique", spaceBefore=3),
    "caption": ParagraphStyle("caption", _BODY, fontName="Helvetica-Bold", fontSize=9.5, spaceBefore=5),
    "footnote": ParagraphStyle("footnote", _BODY, fontSize=8.3, leading=10.4, spaceAfter=4),
    "quote": ParagraphStyle("quote", _BODY, leftIndent=24, rightIndent=18),
    "bullet": ParagraphStyle("bullet", _BODY, leftIndent=34, bulletIndent=20),
    "numbered": ParagraphStyle("numbered", _BODY, leftIndent=32),
    "lettered": ParagraphStyle("lettered", _BODY, leftIndent=56, bulletIndent=32),
    "blank": ParagraphStyle("blank", _BODY, alignment=1, spaceBefore=300),
}
_FIGURES = re.compile(r"[(£]*\d[\d,.%)]*( E)?|–")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each piece comes to stand: pages of the front, each piece's first printed page and count."""

    front: int
    firsts: tuple[int, ...]
    counts: tuple[int, ...]

    def ranges(self, pieces: tuple[Piece, ...]) -> dict[str, str]:
        """The words "(Pages 1 - 8)" for each item number."""
        spans = zip(pieces, self.firsts, self.counts, strict=True)
        return {piece.item: f"(Pages {first} - {first + count - 1})" for piece, first, count in spans}


class _Mark(Flowable):  # type: ignore[misc]
    """An outline entry at the place where it is drawn."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def draw(self) -> None:
        """Put the entry in the outline."""
        self.canv.bookmarkPage(self.title)
        self.canv.addOutlineEntry(self.title, self.title, 0)


def typeset(document: Document) -> bytes:
    """The document as a PDF: the same source gives the same bytes."""
    plan = _plan(document)
    story = _front(document, plan)
    for piece, count in zip(document.pieces, plan.counts, strict=True):
        story += [NextPageTemplate("portrait"), PageBreak()] if story else []
        story += _story(piece)
        story += _blanks(count - _length(_story(piece)))
    return _build(document, story, plan)[0]


def _plan(document: Document) -> Plan:
    even = document.front.facts["blanks"] == "yes"
    counts = [_length(_story(piece)) for piece in document.pieces]
    counts = [count + count % 2 if even else count for count in counts]
    firsts = list(accumulate(counts, initial=int(document.front.facts["first"])))[:-1]
    plan = Plan(0, tuple(firsts), tuple(counts))
    return Plan(_length(_front(document, plan)), plan.firsts, plan.counts)


def _front(document: Document, plan: Plan) -> list[Flowable]:
    if not document.front.blocks:
        return []
    ranges = plan.ranges(document.pieces)
    story = _story(document.front, ranges)
    odd = document.front.facts["blanks"] == "yes" and _length(_story(document.front, ranges)) % 2
    return story + (_blanks(1) if odd else [])


def _blanks(count: int) -> list[Flowable]:
    blank = [NextPageTemplate("portrait"), PageBreak(), Spacer(1, 300), Paragraph(BLANK, _STYLES["blank"])]
    return blank * count


def _length(story: list[Flowable]) -> int:
    return _build(None, story, Plan(0, (), ()))[1] if story else 0


def _build(document: Document | None, story: list[Flowable], plan: Plan) -> tuple[bytes, int]:
    """The PDF of a story and its number of pages; without a document nothing is stamped."""
    out = io.BytesIO()
    title = document.front.facts["title"] if document else ""
    template = BaseDocTemplate(out, invariant=1, pageCompression=0, title=title, author=_AUTHOR)
    stamp = partial(_stamp, document, plan)
    for name, (width, height) in {"portrait": A4, "landscape": landscape(A4)}.items():
        frame = Frame(56, 56, width - 112, height - 116, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate(name, [frame], stamp, pagesize=(width, height)))
    template.build(story)
    return out.getvalue(), int(template.page)


def _stamp(document: Document | None, plan: Plan, canvas: Canvas, template: BaseDocTemplate) -> None:
    """Draw the printed number, and the item's number on its first page; label as a merged file does."""
    page = int(template.page)
    if not document:
        return
    facts, printed = document.front.facts, page - plan.front + plan.firsts[0] - 1
    starts = printed in plan.firsts and page > plan.front
    if facts["labels"] == "restart" and (page == 1 or starts):
        canvas.addPageLabel(page - 1, "ARABIC" if starts else "ROMAN_LOWER", 1)
    if page <= plan.front:
        return
    width, height = canvas._pagesize
    canvas.setFont("Helvetica", 9.5)
    if facts["stamp"] == "foot":
        canvas.drawCentredString(width / 2, 30, f"Page {printed}")
        return
    if starts:
        item = document.pieces[plan.firsts.index(printed)].item
        canvas.drawRightString(width - 130, height - 30, f"Agenda Item {item}")
    canvas.drawRightString(width - 40, height - 30, f"Page {printed}")


def _story(piece: Piece, ranges: dict[str, str] | None = None) -> list[Flowable]:
    title = " ".join(part for part in (piece.item, piece.facts.get("title", "")) if part)
    story: list[Flowable] = [_Mark(title)] if ranges is None and title else []
    width, repeat = A4[0] - 112, 1
    widths: tuple[float, ...] = ()
    for block in piece.blocks:
        word, _, rest = block.text.partition(" ")
        if block.kind != "directive":
            story += _flow(block, width, repeat, widths, ranges or {})
            widths, repeat = (), 1
        elif word == "widths":
            widths = tuple(map(float, rest.split()))
        elif word == "once":
            repeat = 0
        else:
            width = (A4[1] if word == "landscape" else A4[0]) - 112
            story += [NextPageTemplate("portrait" if word == "page" else word), PageBreak()]
    return story


def _flow(block: Block, width: float, repeat: int, widths: tuple[float, ...], ranges: dict[str, str]) -> list[Flowable]:
    if block.kind == "cover":
        rows = [[Paragraph(_rich(cell), _BODY) for cell in (f"**{row[0]}:**", row[1])] for row in block.rows]
        return [Table(rows, [130, width - 130], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]), Spacer(1, 8)]
    if block.kind == "table":
        return [_table(block, width, repeat, widths), Spacer(1, 8)]
    text = re.sub(r"\{pages (\w+)\}", lambda found: f"**{ranges[found[1]]}**", block.text)
    kind = "lettered" if block.kind == "numbered" and re.search("[a-z]|^\\(", block.label) else block.kind
    label = "•" if kind == "bullet" else block.label
    keep = [CondPageBreak(90)] if kind in ("heading", "subheading", "caption") else []
    return [*keep, Paragraph(_rich(text), _STYLES[kind], bulletText=label or None)]


def _table(block: Block, width: float, repeat: int, widths: tuple[float, ...]) -> Table:
    numbered = list(enumerate(block.rows))
    shares = widths or (2.6, *[1.0] * (len(block.rows[0]) - 1))
    style: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, block.heads - 1), colors.HexColor("#e4e8ec")),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]
    rows = [[_cell(cell, n < block.heads, k) for k, cell in enumerate(row)] for n, row in numbered]
    style += [s for n, row in numbered[: block.heads] for s in _spans(n, row)]
    sizes = [share / sum(shares) * width for share in shares]
    return Table(rows, sizes, style=style, repeatRows=block.heads * repeat)


def _spans(n: int, row: tuple[str, ...]) -> list[tuple[object, ...]]:
    """Header cells that run over the "<" cells to their right or the "^" cells below them."""
    below: list[tuple[object, ...]] = [("SPAN", (k, n - 1), (k, n)) for k, cell in enumerate(row) if cell == "^"]
    starts = [k for k, cell in enumerate(row) if cell != "<"]
    ends = [*[k - 1 for k in starts[1:]], len(row) - 1]
    return below + [("SPAN", (a, n), (b, n)) for a, b in zip(starts, ends, strict=True) if b > a]


def _cell(text: str, head: bool, column: int) -> Paragraph:
    shown = "" if text in ("<", "^") else text
    style = _FIGURE if column and not head and _FIGURES.fullmatch(shown.strip("*")) else _CELL
    return Paragraph(_rich(f"**{shown}**" if head and shown else shown), style)


def _rich(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", safe)
