"""Minutes: where a set of minutes begins, which sitting it records, and its numbered items.

A numbered line is a minute's heading where it belongs to the best chain of rising numbers of one form: minutes run
through the year (104., 105., …) while the resolutions within them start again at 1 and look less like headings.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.agenda import lines_to_meeting
from ingest.papers import Item, Line, Meeting, Page, Span
from ingest.printed import running_lines

FORMS = (
    ("year and number", re.compile(r"^(?P<number>[A-Z]?\d{4}-(?P<value>\d{1,4}))[.:)]?\s+(?P<title>\S.*)$")),
    ("letter and number", re.compile(r"^(?P<number>[A-Z]{1,3}(?P<value>\d{1,5}))[.:)]?\s+(?P<title>\S.*)$")),
    (
        "number and suffix",
        re.compile(r"^(?P<number>(?P<value>\d{1,4})/[A-Z\d/]{1,8})[.:)]?\s+(?P<title>\S.*)$"),
    ),
    ("number", re.compile(r"^(?P<number>(?P<value>\d{1,4}))(?P<dot>[.):])?\s+(?P<title>\S.*)$")),
    ("lone number", re.compile(r"^(?P<number>(?P<value>\d{1,4}))(?P<dot>[.):])?$")),
)
_PRESENT = re.compile(
    r"^(?:(?:also |committee |council )?members )?present\b|\bmembers present were\b|^councillors present",
    re.I,
)
_AFTERTHOUGHT = re.compile(r"\s*\((?:to follow|verbal report|verbal update|oral report)\)\s*$", re.I)
_CONTINUES = re.compile(r"^[a-z(]")


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """How a heading is told from a numbered sentence: the jumps of a chain, and what a title may be."""

    jump: int = 4
    cost_of_jump: float = 1.0
    words_of_title: int = 16
    lines_of_title: int = 4
    opening: int = 45


@dataclass(frozen=True, slots=True)
class Head:
    """A candidate for a minute's heading: its place, number, title, and how much it looks like one."""

    page: int
    line: int
    form: str
    number: str
    value: int
    title: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Minutes:
    """A set of minutes: the sitting it records, its first and last page, its items, and where it begins."""

    meeting: Meeting
    pages: Span
    items: tuple[Item, ...]
    line: int = 0


def pages_to_minutes(pages: Sequence[Page], settings: ChainSettings | None = None) -> tuple[Minutes, ...]:
    """The sets of minutes that begin on these pages, each to where the next begins."""
    settings = settings or ChainSettings()
    starts = [(page, meeting) for page in pages if (meeting := opening(page, settings))]
    found = []
    for index, (page, meeting) in enumerate(starts):
        end = starts[index + 1][0].number if index + 1 < len(starts) else pages[-1].number + 1
        within = [p for p in pages if page.number <= p.number < end]
        heads = candidates_to_chain(lines_to_candidates(within, settings), settings)
        found.append(Minutes(meeting, (page.number, end - 1), chain_to_items(heads, meeting, within)))
    return tuple(found)


def opening(page: Page, settings: ChainSettings) -> Meeting | None:
    """The sitting, if a set of minutes opens on this page: who was present, and on which day."""
    lines = page.lines[: settings.opening]
    if not any(_PRESENT.search(line.text.strip()) for line in lines):
        return None
    present = next(at for at, line in enumerate(lines) if _PRESENT.search(line.text.strip()))
    return lines_to_meeting(lines[: max(present + 3, 12)]) or lines_to_meeting(lines)


def lines_to_candidates(pages: Sequence[Page], settings: ChainSettings) -> tuple[Head, ...]:
    """Every line that might head a minute."""
    running = running_lines(pages)
    return tuple(
        head
        for page in pages
        for at, line in enumerate(page.lines)
        if at not in running[page.number]
        for head in _candidate(page, at, line, settings)
    )


def candidates_to_chain(candidates: Sequence[Head], settings: ChainSettings) -> tuple[Head, ...]:
    """The chain of rising numbers, all of one form, that looks most like the headings of minutes."""
    best: list[tuple[float, int | None]] = []
    for index, head in enumerate(candidates):
        options: list[tuple[float, int | None]] = [(0.0, None)]
        for before in range(index):
            step = head.value - candidates[before].value
            if candidates[before].form == head.form and 1 <= step <= settings.jump:
                options.append((best[before][0] - (step - 1) * settings.cost_of_jump, before))
        gained, came_from = max(options, key=lambda option: option[0])
        best.append((gained + head.likeness, came_from))
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    chain: list[Head] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return tuple(reversed(chain)) if len(chain) > 1 else ()


def chain_to_items(heads: Sequence[Head], meeting: Meeting, pages: Sequence[Page]) -> tuple[Item, ...]:
    """The minutes as items, each to where the next begins."""
    items = []
    for index, head in enumerate(heads):
        following = heads[index + 1] if index + 1 < len(heads) else None
        last = pages[-1].number
        if following:
            last = following.page if _text_before(following, pages) else following.page - 1
        items.append(Item(head.number, head.title, (head.page, max(last, head.page)), meeting, line=head.line))
    return tuple(items)


def _text_before(head: Head, pages: Sequence[Page]) -> bool:
    """Whether anything but running heads stands above a heading on its page."""
    page = next(page for page in pages if page.number == head.page)
    return any(at not in running_lines(pages)[page.number] for at in range(head.line))


def _candidate(page: Page, at: int, line: Line, settings: ChainSettings) -> Iterator[Head]:
    for form, pattern in FORMS:
        match = pattern.match(line.text.strip())
        if match:
            following = page.lines[at + 1] if at + 1 < len(page.lines) else None
            title = _title(page.lines[at : at + settings.lines_of_title], match, form)
            if title:
                likeness = _likeness(line, following, title, match, form, settings)
                yield Head(
                    page.number,
                    at,
                    form.replace("lone ", ""),
                    match["number"],
                    int(match["value"]),
                    title,
                    likeness,
                )
            return


def _likeness(
    line: Line, following: Line | None, title: str, match: re.Match[str], form: str, s: ChainSettings
) -> float:
    """How much a numbered line looks like a heading; below nothing for the sentences of a list."""
    short = len(title.split()) <= s.words_of_title and not re.search(r"[;,:]$|[a-z]\.$", line.text.strip())
    if form == "number" and not match["dot"] and not line.bold:
        return -1.0
    return sum(
        (
            2.0 if line.bold else 0.0,
            1.5 if short else 0.2,
            1.0 if form not in ("number", "lone number") else 0.0,
            0.5 if int(match["value"]) >= 20 else 0.0,
            1.0 if following and re.match(r"\(item ", following.text.strip(), re.I) else 0.0,
            0.0 if title[:1].isupper() or title[:1].isdigit() else -1.5,
            -1.5 if following and short and _CONTINUES.match(following.text.strip()) and not following.bold else 0.0,
        )
    )


def _title(lines: Sequence[Line], match: re.Match[str], form: str) -> str:
    """A heading's words: over several lines where they are bold together, to the first stop where prose runs on."""
    first = "" if form == "lone number" else match["title"].strip()
    words = [first] if first else []
    for line in lines[1:]:
        text = line.text.strip()
        numbered = any(pattern.match(text) for name, pattern in FORMS if name == form)
        if not line.bold or (words and not lines[0].bold) or numbered or text[:1] == "(":
            break
        words.append(text)
    title = _AFTERTHOUGHT.sub("", " ".join(words))
    if not lines[0].bold and len(title) > 60:
        title = re.split(r"(?<=[a-z])[.:]\s|\s[–-]\s", title)[0]
    return title.rstrip(" .:") if len(title) <= 300 else title[:300]
