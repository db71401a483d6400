"""The numbers printed on pages, and the running heads and feet that stand around the text.

A pack's stamp ("Page 57") counts before a report's own foot ("2", "Page 2 of 9"): it is what people say aloud.
A number is believed where a neighbouring page carries the number next to it in the same style, a stamp
where no neighbour is stamped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Line, Page

_STAMP = re.compile(r"(?:Agenda Item \S+ )?Page (\d{1,4})$", re.I)
_OF = re.compile(r"(?:.*\s)?(?:Page )?(\d{1,4}) (?:of|/) \d{1,4}$", re.I)
_ENDS = re.compile(r".*(?:\bPage|[|–-])\s*(\d{1,4})$", re.I)
_BARE = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?$")
_ROMAN = re.compile(r"([ivxl]{1,7})$")
STYLES = (("stamp", _STAMP), ("of", _OF), ("ends", _ENDS), ("bare", _BARE), ("roman", _ROMAN))

AGENDA_ITEM = re.compile(
    r"^(?:Agenda )?Item(?: (?:No\.?|Number))?\s*:?\s*((?:[A-Z]\.?)?\d[\w.()/-]*)(?:\s+Page \d+)?$", re.I
)
_ROMANS = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MarginSettings:
    """How far from the edge a number and a running line may stand (shares of the height), and how near it recurs."""

    margin: float = 0.11
    running: float = 0.075
    lines: int = 3
    reach: int = 2


def number_pages(pages: Sequence[Page], settings: MarginSettings | None = None) -> tuple[Page, ...]:
    """The pages with the number printed on each, "" where there is none that its neighbours bear out."""
    settings = settings or MarginSettings()
    seen = {page.number: dict(_candidates(page, settings)) for page in pages}
    return tuple(replace(page, printed=_printed(page.number, seen, len(pages))) for page in pages)


def running_lines(pages: Sequence[Page], settings: MarginSettings | None = None) -> dict[int, frozenset[int]]:
    """For each page, the places among its lines of stamps, numbers and lines that recur at the edges of pages."""
    settings = settings or MarginSettings()
    shapes = {page.number: {_shape(line) for line in page.lines if _outer(line, page, settings)} for page in pages}
    running = {}
    for page in pages:
        near = [shapes.get(page.number + step, set()) for step in range(-settings.reach, settings.reach + 1) if step]
        again = set().union(*near) & shapes[page.number]
        running[page.number] = frozenset(
            at
            for at, line in _edge(page, settings)
            if _is_stamp(line, page.printed) or (_outer(line, page, settings) and _shape(line) in again)
        )
    return running


def _outer(line: Line, page: Page, settings: MarginSettings) -> bool:
    """Whether a line of some length stands where running heads and feet do."""
    return _stands_out(line, page, settings.running) and len(line.text) > 3


def _stands_out(line: Line, page: Page, margin: float) -> bool:
    """Whether a line stands in the margin above or below the text, or runs sideways along one of the others.

    A page that is turned to be read may have a stamp at its side, set for the sheet as it is bound.
    """
    (width, height), (x0, top, x1, bottom) = page.size, line.box
    if bottom - top > 2 * (x1 - x0):
        return x1 < margin * width or x0 > (1 - margin) * width
    return height > 0 and (bottom < margin * height or top > (1 - margin) * height)


def _candidates(page: Page, settings: MarginSettings) -> Iterator[tuple[str, int]]:
    """Styles and numbers that stand at the page's edge; the first of each style."""
    for style, pattern in reversed(STYLES):
        for _, line in _edge(page, settings):
            match = pattern.match(line.text.strip())
            if match:
                yield style, _value(match.group(1))


def _value(figure: str) -> int:
    return int(figure) if figure.isdigit() else (_ROMANS.index(figure) + 1 if figure in _ROMANS else 0)


def _printed(number: int, seen: dict[int, dict[str, int]], count: int) -> str:
    for style, _ in STYLES:
        value = seen[number].get(style, 0)
        near = [(n - number, seen[n][style]) for n in _neighbours(number, count) if style in seen[n]]
        believed = any(other == value + step for step, other in near) or (style == "stamp" and not near)
        if value and believed:
            return _ROMANS[value - 1] if style == "roman" else str(value)
    return ""


def _neighbours(number: int, count: int) -> list[int]:
    return [n for n in (number - 2, number - 1, number + 1, number + 2) if 1 <= n <= count]


def _edge(page: Page, settings: MarginSettings) -> Iterator[tuple[int, Line]]:
    """The lines near the top and the bottom of a page, with their places."""
    last = len(page.lines) - settings.lines
    for at, line in enumerate(page.lines):
        outer = not any(page.size) and (at < settings.lines or at >= last)
        if outer or _stands_out(line, page, settings.margin):
            yield at, line


def _is_stamp(line: Line, printed: str) -> bool:
    text = line.text.strip()
    if AGENDA_ITEM.match(text) or _STAMP.match(text):
        return True
    return bool(printed) and any(m and m.group(1) == printed for m in (p.match(text) for _, p in STYLES))


def _shape(line: Line) -> str:
    """A line with its figures made alike, and about where it stands: what recurs from page to page."""
    words = re.sub(r"\d+", "#", line.text.strip().lower())
    return f"{words}@{round(line.box[1] / 8)}"
