"""Footnotes of tables: the lines beneath one that begin with a mark, bound to the cells that carry the mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Box, Line, Note, Page, Table

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = "⁰¹²³⁴-⁹"
_BEGINS = re.compile(
    rf"^(?P<whole>Notes?\s*:\s*)?(?:(?P<sign>[*†‡#]{{1,3}})|(?P<number>[{_RAISED}]{{1,2}}|\d{{1,2}}(?=\s+[A-Z]))"
    r"|\((?P<letter>\d{1,2}|[a-z])\)|Note\s+\(?(?P<note>\d{1,2}|[a-zA-Z])\)?\s*[-–:.)]?|(?<=:\s))\s*(?P<text>\S.*)?$"
)
_RAISED_MARK = re.compile(rf"^[{_RAISED}]{{1,2}}")
_RUNNING = re.compile(r"^(?:page )?\d+(?: of \d+)?$", re.I)


@dataclass(frozen=True, slots=True)
class NoteSettings:
    """How far beneath a table its notes begin, and how far apart their lines are, in heights of a line."""

    below: float = 3.0
    apart: float = 0.6
    most: int = 12


def with_notes(
    table: Table, pages: Sequence[Page], areas: Sequence[Box], settings: NoteSettings | None = None
) -> Table:
    """The table with the notes in its last rows, beneath it, at its page's foot, or at the head of the next page.

    `areas` are those of all tables of its last page.
    """
    settings = settings or NoteSettings()
    number, area = table.areas[-1]
    below = sorted((line for line in pages[number - 1].lines if line.box[1] > area[3] - 2), key=_top)
    inside = [text for row in table.rows[-3:] for text in row if text and sum(map(bool, row)) == 1]
    groups = [
        inside,
        list(_run(below, area[3], areas, settings)),
        [line.text for line in below[_first(below, _RAISED_MARK) :]],
        list(_head(pages[number : number + 1], settings)) if not below else [],
    ]
    notes = (_bound(table, mark, text) for group in groups for mark, text in lines_to_notes(group))
    return replace(table, notes=tuple(dict.fromkeys(note for note in notes if note)))


def _first(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    """Where the first line stands that a pattern fits; past the end where none does."""
    return next((at for at, line in enumerate(lines) if pattern.match(line.text)), len(lines))


def _head(pages: Sequence[Page], settings: NoteSettings) -> Iterator[str]:
    """The first lines of the next page, up to a gap."""
    lines = sorted((line for page in pages for line in page.lines if not _RUNNING.match(line.text)), key=_top)
    return _run(lines, lines[0].box[1], (), settings) if lines else iter(())


def _top(line: Line) -> float:
    return line.box[1]


def _run(lines: Sequence[Line], floor: float, areas: Sequence[Box], settings: NoteSettings) -> Iterator[str]:
    """The lines from a height on, up to a gap or the next table."""
    for count, line in enumerate(lines[: settings.most]):
        height = line.box[3] - line.box[1]
        far = (settings.apart if count and not _BEGINS.match(line.text) else settings.below) * height
        if line.box[1] - floor > far or any(_stands_in(line, other) for other in areas):
            return
        floor = max(floor, line.box[3])
        yield line.text


def _stands_in(line: Line, area: Box) -> bool:
    return area[1] < (line.box[1] + line.box[3]) / 2 < area[3]


def lines_to_notes(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The notes (mark and words) that lines hold, each up to the next; none where the first is no note."""
    notes: list[tuple[str, str]] = []
    for line in lines:
        found = _BEGINS.match(line.strip())
        if found:
            _, sign, number, letter, note, text = found.groups()
            notes.append((sign or (number or letter or note or "").translate(_DIGITS), text or ""))
        elif not notes:
            return []
        else:
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {line.strip()}".strip())
    return [(mark, text) for mark, text in notes if text]


def _bound(table: Table, mark: str, text: str) -> Note | None:
    """The note with the cells that carry its mark; None where none does, for then it is no note on this table."""
    if not mark:
        return Note("", text)
    carries = mark_pattern(mark)
    cells = [
        (at, column)
        for at, row in enumerate((table.header, *table.rows), -1)
        for column, cell in enumerate(row)
        if carries.search(cell) and text not in cell
    ]
    if not cells and not carries.search(table.caption):
        return None
    return Note(mark, text, tuple(cells))


def mark_pattern(mark: str) -> re.Pattern[str]:
    """What a cell with this mark looks like: "Income *", "5.6¹", "Schools (1)", "(note 1)"; "(1)" alone is minus 1."""
    if not mark.isalnum():
        return re.compile(rf"(?<![*†‡#]){re.escape(mark)}(?![*†‡#])")
    raised = mark.translate(SUPERSCRIPTS) if mark.isdigit() else rf"\({mark}\)"
    return re.compile(
        rf"(?<![{_RAISED}]){raised}(?![{_RAISED}])|[A-Za-z]{{2}}.*\({mark}\)|\(?\bnote\s+\(?{mark}\b", re.I
    )
