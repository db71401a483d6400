"""The headings of minutes: which numbered lines head an item, or which bare lines do where nothing is numbered.

A numbered line is a heading where it belongs to the best chain of rising numbers of one form: minutes run through
the year (104., 105., …) while the resolutions within them start again at 1 and look less like headings. A number's
form is what stays the same from item to item, with # for what rises: 118 is #, 77/21 is #/21, C1718 is C#, 25/036
is 25/#, Item 4 is item #; it is tried with each of its groups of figures rising, and the chain tells which does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import MONTH
from ingest.head_titles import is_bare_heading, is_loud, lines_to_title, title_is_short
from ingest.papers import Line, Page
from ingest.printed import running_lines

_HEAD = re.compile(
    r"^(?i:(?P<word>agenda item|item|minutes?|min|resolution|motion|decision)"
    r"(?:\s+(?:number|nos?\b\.?|num\b\.?|#))?\s*:?\s+)?"
    r"(?P<number>(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:[/.-][A-Z\d]{1,6}){0,3})(?P<letter>\s?\([a-z]\))?"
    r"(?P<dot>[.):]|\s+[–-](?=\s))?(?:(?:\s+|(?<=[.):])(?=[A-Z]))(?P<title>\S.*))?$"
)
_ORDINAL = re.compile(r"^(?P<number>[IVXL]{1,6}|[A-Z])(?P<dot>[.)])\s+(?P<title>\S.*)$")
_MONTH = re.compile(rf"^(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{MONTH})\b", re.I)
_ITEM_BELOW = re.compile(r"\((?:agenda )?item ", re.I)
_CONTINUES = re.compile(r"^(?:[a-z]|\((?!\w{1,3}\)))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """How a heading is told from a numbered sentence: the jumps of a chain, lines of a title, least likeness."""

    jump: int = 12
    cost_of_jump: float = 1.0
    dearest_jump: float = 2.5
    lines_of_title: int = 6
    opening: int = 45
    listed: int = 2
    least: float = 1.0
    bare: float = 1.0
    bare_items: int = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate for a heading: its place, the form and order of its number, its title, and how alike it is to one."""

    page: int
    line: int
    form: str
    number: str
    order: tuple[int, int]
    title: str
    likeness: float


def pages_to_heads(pages: Sequence[Page], start: int, settings: ChainSettings) -> tuple[Head, ...]:
    """The headings of a set of minutes that begins on the first page's line `start`: numbered, else bare ones."""
    placed = tuple(_placed(pages, start))
    numbered = candidates_to_chain([head for one in placed for head in _candidates(*one, settings)], settings)
    bare = tuple(_bare(placed, settings))
    if sum(head.likeness for head in numbered) >= max(settings.least, sum(head.likeness for head in bare)):
        return numbered
    return bare if len(bare) >= settings.bare_items else ()


def _placed(pages: Sequence[Page], start: int) -> Iterator[tuple[Page, int]]:
    """The lines that are no running heads, by page and place."""
    running = running_lines(pages)
    for page in pages:
        for at in range(start if page is pages[0] else 0, len(page.lines)):
            if at not in running[page.number]:
                yield page, at


def candidates_to_chain(candidates: Sequence[Head], settings: ChainSettings) -> tuple[Head, ...]:
    """The chain of rising numbers, all of one form, that looks most like the headings of minutes."""
    best: list[tuple[float, int | None]] = []
    latest: dict[str, list[int]] = {}
    for index, head in enumerate(candidates):
        options: list[tuple[float, int | None]] = [(0.0, None)]
        for before in latest.setdefault(head.form, []):
            cost = _cost(candidates[before].order, head.order, settings)
            if cost is not None:
                options.append((best[before][0] - cost, before))
        gained, came_from = max(options, key=lambda option: option[0])
        best.append((gained + head.likeness, came_from))
        latest[head.form].append(index)
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    chain: list[Head] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return tuple(reversed(chain)) if len(chain) > 1 else ()


def _cost(before: tuple[int, int], after: tuple[int, int], settings: ChainSettings) -> float | None:
    """What it costs a chain to go from one number to another: from 99 to 99(a), 100 or beyond; None if it cannot."""
    step, letters = after[0] - before[0], after[1] - before[1]
    if step == 0 and 1 <= letters <= settings.jump:
        return min((letters - 1) * settings.cost_of_jump, settings.dearest_jump)
    if 1 <= step <= settings.jump and after[1] <= 1:
        return min((step - 1) * settings.cost_of_jump, settings.dearest_jump)
    return None


def _candidates(page: Page, at: int, settings: ChainSettings) -> Iterator[Head]:
    """A line as the heading that it may be, once for each part of its number that may rise."""
    line = page.lines[at]
    text = line.text.strip()
    match = _HEAD.match(text) or _ORDINAL.match(text)
    if not match or (match["title"] and not match["dot"] and _MONTH.match(match["title"])):
        return
    forms = tuple(_forms(match))
    lines = page.lines[at : at + settings.lines_of_title]
    title = lines_to_title(
        lines, match["title"] or "", lambda other: _forms_of(other.text) & {form for form, _ in forms}
    )
    if not title:
        return
    number, letter = match["number"], match.groupdict().get("letter") or ""
    following = page.lines[at + 1] if at + 1 < len(page.lines) else None
    for form, value in forms:
        likeness = _likeness(line, following, title, match, form)
        order = (value, ord(letter.strip()[1].lower()) - ord("a") + 1 if letter else 0)
        yield Head(page.number, at, form, number + letter.strip(), order, title, likeness)


def _forms(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """A number with each of its groups of figures taken for the one that rises, and the value of that group."""
    number = match["number"]
    if match.re is _ORDINAL:
        if re.fullmatch("[IVXL]+", number):
            yield "roman", _roman(number)
        if len(number) == 1:
            yield "letter", ord(number) - ord("A") + 1
        return
    word = match["word"].lower() + " " if match["word"] else ""
    for group in re.finditer(r"\d+", number):
        yield f"{word}{number[: group.start()]}#{number[group.end() :]}".upper(), int(group.group())


def _forms_of(text: str) -> set[str]:
    match = _HEAD.match(text.strip()) or _ORDINAL.match(text.strip())
    return {form for form, _ in _forms(match)} if match else set()


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(
        -value if following > value else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _likeness(line: Line, following: Line | None, title: str, match: re.Match[str], form: str) -> float:
    """How much a numbered line looks like a heading; below nothing for the sentences of a list."""
    text, plain = line.text.strip(), form == "#"
    loud = bool(line.bold or line.lead)
    whole = len(match["title"] or title) < len(title) + 4
    short = title_is_short(title) and not (whole and re.search(r"[;,:]$|[a-z]\.$", text))
    pointed = match["dot"] or match.groupdict().get("letter") or not match["title"] or loud or is_loud(title)
    if form == "letter" and not (loud or is_loud(title)):
        return -1.0
    return sum(
        (
            2.0 if loud else 0.5 if is_loud(title) else 0.0,
            (1.5 if whole else 1.0) if short else 0.2,
            1.0 if not plain and form not in ("roman", "letter") and "." not in form else 0.0,
            -1.0 if "." in form else -0.7 if plain and not pointed else 0.0,
            0.5 if plain and int(match["number"]) >= 20 else 0.0,
            1.0 if following and _ITEM_BELOW.match(following.text.strip()) else 0.0,
            0.0 if title[:1].isupper() or title[:1].isdigit() else -1.5,
            -1.5 if following and short and whole and not loud and _CONTINUES.match(following.text.strip()) else 0.0,
        )
    )


def _bare(placed: Sequence[tuple[Page, int]], settings: ChainSettings) -> Iterator[Head]:
    """The lines that stand as headings without a number, several joined where a title runs on."""
    taken = -1
    for index, (page, at) in enumerate(placed):
        if index <= taken or not is_bare_heading(page.lines[at]):
            continue
        taken = index
        words = [page.lines[at].text.strip()]
        while taken + 1 < len(placed) and _runs_on(placed[taken], placed[taken + 1]):
            taken += 1
            words.append(placed[taken][0].lines[placed[taken][1]].text.strip())
        yield Head(page.number, at, "", "", (0, 0), " ".join(words).rstrip(" .:"), settings.bare)


def _runs_on(last: tuple[Page, int], new: tuple[Page, int]) -> bool:
    """Whether a bare heading goes on in the next line: set alike, right below, and not a heading of its own kind."""
    line, after = last[0].lines[last[1]], new[0].lines[new[1]]
    close = any(line.box) and last[0] is new[0] and after.box[1] - line.box[1] < 1.5 * line.size
    return close and is_bare_heading(after) and after.bold == line.bold and abs(after.size - line.size) < 0.5
