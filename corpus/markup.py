"""The sources of the sample as blocks: a line of text is a block, and a run of table rows is a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

_LABEL = re.compile(r"(\d+\.\d+(?:\.\d+)?\.?|\d+\.[a-z]\.?|\d+\.|\(?[a-z]{1,3}\)|\(\d+\)) +(?=\S)")
_MARKS = {
    "# ": "title",
    "## ": "heading",
    "### ": "subheading",
    "- ": "bullet",
    "> ": "quote",
    "^ ": "footnote",
}
_FRONT = "document.md"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table or directive; `label` is a paragraph's number, `rows` a table's cells."""

    kind: str
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """An item's paper (or the unnumbered front): what stands at the head of its source, and its blocks."""

    facts: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def item(self) -> str:
        """The number of the agenda item, "" where the piece is none."""
        return self.facts.get("item", "")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the sample: its name and facts, its front pages and its pieces in order."""

    name: str
    front: Piece
    pieces: tuple[Piece, ...]


def read_document(folder: Path) -> Document:
    """Read a document from its folder: document.md, then the other files in the order of their names."""
    others = sorted(path for path in folder.glob("*.md") if path.name != _FRONT)
    return Document(folder.name, read_piece(folder / _FRONT), tuple(map(read_piece, others)))


def read_piece(path: Path) -> Piece:
    """Read one source: "key: value" lines to the first blank line, then blocks."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return Piece(facts, tuple(blocks(body.splitlines())))


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """The blocks of some lines: rows of a table or cover together, every other line by itself."""
    for kind, group in groupby(filter(str.strip, lines), key=_kind):
        if kind == "table":
            yield _table(list(group))
        elif kind == "cover":
            yield Block("cover", rows=tuple(tuple(line.split(":: ", 1)) for line in group))
        else:
            yield from map(_single, group)


def _kind(line: str) -> str:
    if line.startswith("|"):
        return "table"
    return "cover" if ":: " in line else "line"


def _table(lines: list[str]) -> Block:
    rule = next((n for n, line in enumerate(lines) if set(line) <= set("|- ")), None)
    kept = [line for n, line in enumerate(lines) if n != rule]
    rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in kept)
    return Block("table", rows=rows, heads=rule or 0)


def _single(line: str) -> Block:
    if line.startswith("{"):
        return Block("directive", line.strip("{}"))
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    if re.match(r"(Table|Figure) \w+[:.]", line):
        return Block("caption", line)
    label = _LABEL.match(line)
    if label:
        return Block("numbered", line[label.end() :], label[1])
    return Block("paragraph", line)
