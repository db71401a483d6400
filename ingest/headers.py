"""Which rows of a table are its header, what they say of each column, and in which unit the figures are."""

import re
from collections.abc import Sequence

from ingest.papers import squash
from ingest.rows import Row

_FIGURE = re.compile(r"^[-–−+(]*\s*[£$€]?\s*[-–−]?\d[\d,. ]*\s*(%|m|k|bn|r|p|FE|pp|x)?\s*\)?[*†‡¹²³⁰⁴-⁹]*$", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|20\d\d))?|\d\d\s?[-–/]\s?\d\d)"
_PERIOD = re.compile(rf"^(?:{_YEAR}|{_MONTH}[-–\s]?(?:\d\d|{_YEAR})?|\d\d[-–]{_MONTH}|q[1-4]\s*{_YEAR}?)$", re.I)
_DATE = re.compile(rf"^(?:\d\d?(?:\s?(?:st|nd|rd|th))?\s)?(?:{_MONTH}[-–\s]*)+\d*$|^[\d/.]+$", re.I)
_UNIT = re.compile(r"£\s?'?\s?(?:000s?|m(?:illions?)?|k|bn)\b|£'000s?|£\s?millions?|%|£s?(?![\w'])", re.I)
_ONLY_UNIT = re.compile(r"^\(?(?:£\s?['’]?(?:000s?|m|k|bn|millions?)?|%|no\.?|nos\.?|fte)\)?$", re.I)
_LABEL = 80


def is_figure(text: str) -> bool:
    """Whether a cell is a number with its signs and unit, and not a year or month."""
    return bool(_FIGURE.match(text)) and not _PERIOD.match(text)


def is_alone(row: Row) -> bool:
    """Whether one cell alone of a row holds text."""
    return sum(map(bool, row.texts)) == 1 and not any(map(is_figure, row.texts))


def header_depth(rows: Sequence[Row]) -> int:
    """How many of the first rows are header; 0 for a table of keys and values."""
    if len(rows) < 2 or not _may_head(rows):
        return 0
    depth = 1
    while depth < min(len(rows), 4) and _heads_on(rows[:depth], rows[depth], rows[depth + 1 :]):
        depth += 1
    return depth


def _may_head(rows: Sequence[Row]) -> bool:
    """Whether the first row is a header."""
    first, rest = rows[0], rows[1:]
    filled = [text for text in first.texts if text]
    if len(filled) < 2 or any(map(is_figure, filled)) or all(sum(map(bool, r.texts)) < 2 for r in rest):
        return False
    label = first.texts[0]
    if label.endswith(":") or len(label) > _LABEL or sum(len(text) > _LABEL for text in filled) > 1:
        return False
    if first.strong and not all(row.strong for row in rest):
        return True
    return not _is_paired(rest) if len(first.texts) > 2 else _values(rest) > 0.5 and not _values([first])


def _is_paired(rest: Sequence[Row]) -> bool:
    """Whether keys and values alternate in the first row, as in signatures: below stands one text a row."""
    return len(rest) > 2 and sum(map(is_alone, rest)) > 0.7 * len(rest) and not any(rest[0].texts[1:])


def _values(rows: Sequence[Row]) -> float:
    """The share of rows whose last cell is a figure, a date or a period."""
    return sum(is_figure(row.texts[-1]) or bool(_DATE.match(row.texts[-1])) for row in rows) / len(rows)


def _heads_on(above: Sequence[Row], row: Row, below: Sequence[Row]) -> bool:
    """Whether a row goes on with the header above it."""
    texts = [text for text in row.texts if text]
    if is_alone(row) and not _ONLY_UNIT.match(texts[0]):
        return False
    periods = sum(bool(_ONLY_UNIT.match(text) or _PERIOD.match(text)) for text in texts)
    if periods == len(texts) or (periods > 2 and not any(map(is_figure, texts))):
        return True
    if texts == [str(number + 1) for number in range(len(texts))]:
        return True
    if any(map(is_figure, texts)) or max(map(len, texts)) > _LABEL:
        return False
    if row.strong and above[0].strong and not all(r.strong for r in below):
        return True
    sparse = sum(map(bool, above[-1].texts)) <= 0.6 * len(above[-1].texts)
    divides = not row.texts[0] and not all(above[-1].texts)
    complete = all(a or b for a, b in zip(above[-1].texts, row.texts, strict=True))
    return (sparse or divides) and complete and any(map(is_figure, (t for r in below for t in r.texts)))


def is_repeat(rows: Sequence[Row], header: Sequence[Row]) -> int:
    """How many of the first rows are a header again: the one above, or another with its own periods."""
    known = {squash(text) for row in header for text in row.texts if text}
    depth = 0
    for row in rows:
        texts = [text for text in row.texts if text]
        again = sum(squash(text) in known for text in texts)
        periods = sum(bool(_PERIOD.match(text)) for text in texts)
        like = (again > 1 and again >= 0.6 * len(texts)) or (periods > 2 and not depth)
        if not texts or any(map(is_figure, texts)) or not like:
            break
        depth += 1
    return depth


def rows_to_header(rows: Sequence[Row]) -> tuple[str, ...]:
    """What the header rows say of each column, one under another joined by a dot, a unit by a blank."""
    filled = [_fill(row, rows[at + 1 :]) for at, row in enumerate(rows)]
    return tuple(_stack(column) for column in zip(*filled, strict=True))


def _fill(row: Row, below: Sequence[Row]) -> tuple[str, ...]:
    """A header row with a title set over several columns repeated where the row below divides it."""
    out, source = list(row.spread), -1
    for at, text in enumerate(row.spread):
        if text:
            source = at
        elif source >= 0 and below and below[0].texts[at] and below[0].texts[source]:
            out[at] = row.spread[source] if len(row.spread[source]) <= _LABEL else ""
    return tuple(out)


def _stack(column: Sequence[str]) -> str:
    text = ""
    for part in column:
        if not text or not part or part == text:
            text = text or part
        else:
            text += (" " if _ONLY_UNIT.match(part) else " · ") + part
    return text


def header_to_unit(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The unit that every column of figures names, "" where they name different ones or none."""
    units = {_title_to_unit(title) for at, title in enumerate(header) if _is_of_figures([row[at] for row in rows])}
    return units.pop() if len(units) == 1 else ""


def columns_to_units(header: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> tuple[str, ...]:
    """The unit of each column of figures: its title's, else that of its cells, else the caption's; "" for words."""
    titles = header or ("",) * len(rows[0])
    return tuple(_column_unit(title, [row[at] for row in rows], caption) for at, title in enumerate(titles))


def _column_unit(title: str, cells: Sequence[str], caption: str) -> str:
    if not _is_of_figures(cells):
        return ""
    signs = {sign for cell in cells for sign in _UNIT.findall(cell)}
    return _title_to_unit(title) or (signs.pop() if len(signs) == 1 else "" if signs else caption_to_unit(caption))


def _is_of_figures(cells: Sequence[str]) -> bool:
    """Whether at least half of what a column holds are figures."""
    figures = sum(map(is_figure, cells))
    return bool(figures) and 2 * figures >= sum(map(bool, cells))


def _title_to_unit(title: str) -> str:
    found = _UNIT.findall(title)
    return found[-1].replace("£s", "£") if found else ""


def caption_to_unit(caption: str) -> str:
    """The unit that a caption names, such as £m in "All figures in £m"."""
    return _title_to_unit(caption) if len(set(_UNIT.findall(caption))) == 1 else ""
