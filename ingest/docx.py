"""Word documents (DOCX): paragraphs with the numbers that people see, tables, footnotes and text boxes, in order.

What tracked changes took out, and hidden text, is left out; what they put in is read. A document has no pages that
can be relied on: where they fall depends on the printer.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import BrokenPaper, LockedPaper, NotAPaper
from ingest.flow import Cell, Frame, Paragraph, Part
from ingest.html import lead_of
from ingest.markup import Node, xml_tree
from ingest.numbering import Counter
from ingest.wordstyles import Styles, W, is_on, outlines_of, styles_of, value_of

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "tblGrid"))
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, NotImplementedError, ValueError)


@dataclass(frozen=True, slots=True)
class DocxSettings:
    """How large a part of a document may be when unpacked (bytes), and how many parts there may be."""

    largest: int = 64_000_000
    parts: int = 10_000


@dataclass(slots=True)
class _Reading:
    """What is known while a document is read: its styles, the counts of its lists, the texts of its notes."""

    styles: Styles
    counter: Counter
    notes: dict[str, str]
    aside: list[Part] = field(default_factory=list)


def read_docx(path: Path, settings: DocxSettings | None = None) -> tuple[Iterator[Part], str]:
    """The paragraphs and tables of a Word document in order, and its title; raises a PaperError with the reason."""
    with path.open("rb") as file:
        if file.read(4) == _OLD_WORD:
            raise LockedPaper(f"{path.name}: an old Word file, or one with a password; save it as DOCX without one")
    trees = _parts(path, settings or DocxSettings())
    styles = styles_of(trees.get("styles"))
    reading = _Reading(styles, Counter(outlines_of(trees.get("numbering"), styles)), {})
    for kind in ("footnotes", "endnotes"):
        reading.notes.update(_notes(trees.get(kind), kind, reading))
    title = trees.get("core")
    told = "" if title is None else "".join(node.text or "" for node in title if node.tag.endswith("}title"))
    return _document(trees, reading), " ".join(told.split())


def _document(trees: dict[str, Node], reading: _Reading) -> Iterator[Part]:
    """The head that pages carry, the body, and the foot; head and foot once."""
    for name in sorted(trees):
        if name.startswith("header"):
            yield from _running(trees[name], reading)
    for body in trees["document"].iter(f"{W}body"):
        yield from _flow(body, reading)
    for name in sorted(trees):
        if name.startswith("footer"):
            yield from _running(trees[name], reading)


def _running(root: Node, reading: _Reading) -> Iterator[Part]:
    """What a head or foot says, but for page numbers."""
    for part in _flow(root, reading):
        if isinstance(part, Frame) or not re.fullmatch(r"[\W\d]*(?:page)?[\W\d]*(?:of)?[\W\d]*", part.text, re.I):
            yield part


def _parts(path: Path, settings: DocxSettings) -> dict[str, Node]:
    """The parts that are read, by name; raises NotAPaper or BrokenPaper."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()[: settings.parts]}
            main = next((name for name in sizes if re.fullmatch(r"word/document\d*\.xml", name)), None)
            if main is None:
                raise NotAPaper(f"{path.name}: not a Word document (it holds no text of one); check what it is")
            trees = {}
            for key, name in _wanted(main, sizes):
                if sizes[name] > settings.largest:
                    raise BrokenPaper(
                        f"{path.name}: {name} would unpack to more than {settings.largest // 1_000_000} MB; "
                        "save the document in parts, or as PDF"
                    )
                data = archive.read(name).replace(_STRICT, _USUAL)
                trees[key] = xml_tree(data, path.name)
            return trees
    except zipfile.BadZipFile as fault:
        raise BrokenPaper(f"{path.name}: not a Word document, or damaged; download it again") from fault
    except _FAULTS as fault:
        raise BrokenPaper(
            f"{path.name}: the Word document is damaged ({type(fault).__name__}); save it again"
        ) from fault


def _wanted(main: str, names: dict[str, int]) -> Iterator[tuple[str, str]]:
    """The parts to be read, each as what it is and its name in the archive; a head or foot of pages once each."""
    yield "document", main
    for kind in _PARTS:
        if f"word/{kind}.xml" in names:
            yield kind, f"word/{kind}.xml"
    if "docProps/core.xml" in names:
        yield "core", "docProps/core.xml"
    for kind in ("header", "footer"):
        running = sorted(name for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        yield from ((Path(name).stem, name) for name in running)


def _notes(root: Node | None, kind: str, reading: _Reading) -> Iterator[tuple[str, str]]:
    """The texts of footnotes or endnotes by kind and id, each with the number people see."""
    shown = 0
    for note in root if root is not None else ():
        if note.get(f"{W}type") in (None, "normal"):
            shown += 1
            text = " ".join(part.text for part in _flow(note, reading) if isinstance(part, Paragraph))
            yield f"{kind} {note.get(f'{W}id')}", f"[{shown}] {' '.join(text.split())}"


def _flow(container: Node, reading: _Reading) -> Iterator[Part]:
    """The paragraphs and tables in a body, a cell, a note or a box."""
    for child in container:
        if child.tag == f"{W}p":
            yield from _paragraph(child, reading)
        elif child.tag == f"{W}tbl":
            yield _frame(child, reading)
        elif child.tag == _ALTERNATIVES:
            yield from _flow(_chosen(child), reading)
        elif child.tag not in _GONE and isinstance(child.tag, str):
            yield from _flow(child, reading)


def _paragraph(node: Node, reading: _Reading) -> Iterator[Part]:
    """A paragraph with its number, then the notes that it calls and the boxes that hang on it."""
    properties = node.find(f"{W}pPr")
    style = reading.styles.of_paragraph(properties)
    outer, reading.aside = reading.aside, []
    runs = [run for run in _runs(node, style.bold, reading) if run[0]]
    text = "".join(text for text, _ in runs)
    gone = not text and properties is not None and properties.find(f"{W}rPr/{W}del") is not None
    label = "" if style.list_ is None or gone else reading.counter.label(*style.list_)
    inked = [bold for text, bold in runs if text.strip()]
    if (text.strip() or re.search(r"\w", label)) and not style.hidden and not style.is_contents:
        bold = bool(inked) and all(inked)
        yield Paragraph(f"{label} {text}".strip(), style.level, bold, "" if bold else lead_of(runs))
    aside, reading.aside = reading.aside, outer
    yield from aside


def _runs(node: Node, bold: bool, reading: _Reading) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph in runs, each with its boldness."""
    for child in node:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            look = reading.styles.of_run(child.find(f"{W}rPr"), bold)
            if look is not None:
                yield "".join(_texts(child, reading)), look
        elif child.tag == _MATHS:
            yield child.text or "", bold
        else:
            yield from _runs(_chosen(child) if child.tag == _ALTERNATIVES else child, bold, reading)


def _texts(run: Node, reading: _Reading) -> Iterator[str]:
    """The words of a run; notes and boxes are laid aside."""
    for child in run:
        tag = child.tag
        name = tag.removeprefix(W) if isinstance(tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield " "
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name in ("footnoteReference", "endnoteReference"):
            yield _called(f"{name.removesuffix('Reference')}s {child.get(f'{W}id')}", reading)
        elif name in ("drawing", "pict", "object") or tag == _ALTERNATIVES:
            held = _chosen(child) if name not in ("drawing", "pict", "object") else child
            for box in held.iter(f"{W}txbxContent"):
                reading.aside += _flow(box, reading)


def _called(note: str, reading: _Reading) -> str:
    """The mark of a note where it is called, the note itself laid aside."""
    text = reading.notes.get(note, "")
    if text:
        reading.aside.append(Paragraph(text))
    return text.split(" ", 1)[0]


def _chosen(node: Node) -> Node:
    """Of two forms of one content the first, which the second only replaces in old programs."""
    return next(iter(node), node)


def _frame(node: Node, reading: _Reading) -> Frame:
    """A table, but for rows that tracked changes took out."""
    rows = []
    for row in _inside(node, "tr"):
        held = row.find(f"{W}trPr")
        if held is None or held.find(f"{W}del") is None:
            heads = held is not None and is_on(held.find(f"{W}tblHeader"))
            rows.append(tuple(_cell(cell, heads, reading) for cell in _inside(row, "tc")))
    return Frame(tuple(row for row in rows if row))


def _inside(node: Node, name: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, those in content controls and insertions too."""
    for child in node:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _inside(child, name)


def _cell(node: Node, heads: bool, reading: _Reading) -> Cell:
    held = node.find(f"{W}tcPr")
    merged = None if held is None else held.find(f"{W}vMerge")
    above = merged is not None and value_of(merged, "continue") == "continue"
    span = "1" if held is None else value_of(held.find(f"{W}gridSpan"), "1")
    across = int(span) if re.fullmatch(r"[1-9]\d?", span) else 1
    return Cell(() if above else tuple(_flow(node, reading)), across, heads, above)
