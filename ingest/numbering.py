"""The numbers that word processors and browsers print before paragraphs without writing them in the text."""

import re
from dataclasses import dataclass, field

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LAST_LETTERS = 260


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how its numbers are written (Word's names), their pattern ("%1.%2"), and where they start.

    `restarts` is False where it counts on though a higher level moves; `plain` writes all levels in figures.
    """

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1
    restarts: bool = True
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A list as a paragraph names it: the count that it shares, its levels, and those that start anew in it."""

    count: str
    levels: tuple[Level, ...]
    anew: frozenset[int] = frozenset()


@dataclass(slots=True)
class Counter:
    """Counts the paragraphs of a document's lists as they come."""

    outlines: dict[str, Outline]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, name: str, depth: int) -> str:
        """What stands before the next paragraph of that list at that depth (from 0); "" where it has no such list."""
        outline = self.outlines.get(name)
        if outline is None or not 0 <= depth < len(outline.levels):
            return ""
        counts, level = self._counts.setdefault(outline.count, {}), outline.levels[depth]
        if depth in outline.anew and (name, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((name, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth and outline.levels[at].restarts]:
            del counts[deeper]
        if level.form == "bullet":
            return "•"
        return re.sub(r"%(\d)", lambda match: _part(outline, counts, level, int(match[1]) - 1), level.pattern).strip()


def _part(outline: Outline, counts: dict[int, int], level: Level, at: int) -> str:
    """One level's share in a number such as 2.1."""
    if at >= len(outline.levels):
        return ""
    held = outline.levels[at]
    plain = level.plain and held.form != "none"
    return numeral(counts.get(at, held.start), "decimal" if plain else held.form)


def numeral(value: int, form: str) -> str:
    """A number as a form writes it: 3, 03, c, C, iii, III, 3rd; figures where the form is unknown, "" for none."""
    if form in ("none", "bullet"):
        return ""
    if form.endswith("Letter") and 0 < value <= _LAST_LETTERS:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < value < 4000:
        return _roman(value).upper() if form.startswith("upper") else _roman(value)
    if form == "decimalZero":
        return f"{value:02d}"
    if form == "ordinal":
        return f"{value}{'th' if value % 100 in (11, 12, 13) else _ENDINGS.get(value % 10, 'th')}"
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for size, letters in _ROMANS:
        written += letters * (value // size)
        value %= size
    return written
