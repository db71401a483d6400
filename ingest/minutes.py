"""Minutes: where a set of minutes begins, which sitting it records, who attended, its items, and how it closes.

Who attended, and how the meeting closed, are items without a number of their own, so that neither is taken for what
was said on an item of business.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.agenda import lines_to_meeting
from ingest.heads import ChainSettings, Head, pages_to_heads
from ingest.minute_words import ATTENDED, CLOSES, CLOSING_TITLES, MINUTED, PRESENT, RECORDS, STANDING, any_of
from ingest.papers import Item, Line, Meeting, Page, Span
from ingest.printed import running_lines

ATTENDANCE, CLOSE = "Attendance", "Close of the meeting"
_PRESENT, _CLOSES, _STANDING = any_of(PRESENT), any_of(CLOSES), any_of(STANDING)
_ATTENDED, _RECORDS = any_of(ATTENDED), any_of(RECORDS)
_MINUTED, _CLOSING = any_of(MINUTED), any_of(CLOSING_TITLES)
_TOP_LINES, _LAST_LINES = 14, 14


@dataclass(frozen=True, slots=True)
class Minutes:
    """A set of minutes: the sitting it records, its first and last page, its items, and where it begins.

    `standing` are the words that say how far it can be relied on ("DRAFT", "Signed as a correct record … Date"), in
    the order they stand and as printed, "" where none do.
    """

    meeting: Meeting
    pages: Span
    items: tuple[Item, ...]
    line: int = 0
    standing: str = ""


def pages_to_minutes(pages: Sequence[Page], settings: ChainSettings | None = None) -> tuple[Minutes, ...]:
    """The sets of minutes that begin on these pages, each to where the next begins."""
    settings = settings or ChainSettings()
    starts = [(page, meeting) for page in pages if (meeting := opening(page, settings))]
    found = []
    for index, (page, meeting) in enumerate(starts):
        end = starts[index + 1][0].number if index + 1 < len(starts) else pages[-1].number + 1
        within = [p for p in pages if page.number <= p.number < end]
        found.append(Minutes(meeting, (page.number, end - 1), _items(within, meeting, settings), 0, standing(within)))
    return tuple(found)


def opening(page: Page, settings: ChainSettings) -> Meeting | None:
    """The sitting, if a set of minutes opens on this page: who was present, and on which day."""
    lines = page.lines[: settings.opening]
    present = _present(lines)
    if present is None:
        return lines_to_meeting(lines) if _is_listed(page, settings) else None
    return lines_to_meeting(lines[: max(present + 3, 12)]) or lines_to_meeting(lines)


def _is_listed(page: Page, settings: ChainSettings) -> bool:
    """Whether a page of no layout lists items each with its minutes, as a meeting's page on a council's site does."""
    labelled = (line for line in page.lines if _MINUTED.match(line.text.strip()))
    return page.number == 1 and not page.words and sum(1 for _ in labelled) >= settings.listed


def _present(lines: Sequence[Line]) -> int | None:
    """The line that begins to say who was present."""
    texts = [line.text.strip() for line in lines]
    recorded = next((at for at, text in enumerate(texts) if _RECORDS.search(text)), len(texts))
    openings = (
        at for at, text in enumerate(texts) if _PRESENT.search(text) or (at > recorded and _ATTENDED.search(text))
    )
    return next(openings, None)


def standing(pages: Sequence[Page]) -> str:
    """The words at the top and at the end of a set of minutes that say whether it is a draft, confirmed or signed."""
    top, last = pages[0].lines[:_TOP_LINES], [line for page in pages[-2:] for line in page.lines][-_LAST_LINES:]
    texts = [line.text.strip() for line in (*top, *last)]
    return " … ".join(dict.fromkeys(text for text in texts if _STANDING.search(text)))


def _items(pages: Sequence[Page], meeting: Meeting, settings: ChainSettings) -> tuple[Item, ...]:
    """Who attended, the items of business, and the close."""
    present = _present(pages[0].lines[: settings.opening])
    heads = pages_to_heads(pages, 0 if present is None else present, settings)
    heads = tuple(head for head in heads if head.number or (head.page, head.line) != (pages[0].number, present))
    first = min((head.line for head in heads if head.page == pages[0].number), default=settings.opening)
    marks = [*heads]
    if present is not None and present < first and heads:
        marks.insert(0, _mark(pages[0].number, present, ATTENDANCE))
    if heads and (closes := _closing(pages, heads[-1])):
        marks.append(closes)
    return heads_to_items(marks, meeting, pages)


def _mark(page: int, line: int, title: str) -> Head:
    return Head(page, line, "", "", (0, 0), title, 0.0)


def _closing(pages: Sequence[Page], last: Head) -> Head | None:
    """Where a meeting closes: the first of the last lines, after the last item's heading, to say so."""
    running = running_lines(pages)
    lines = [(page.number, at) for page in pages for at in range(len(page.lines)) if at not in running[page.number]]
    texts = {page.number: page.lines for page in pages}
    after = [place for place in lines if place > (last.page, last.line)][-_LAST_LINES:]
    found = (place for place in after if _CLOSES.search(texts[place[0]][place[1]].text.strip()))
    place = next(found, None)
    if place == (last.page, last.line + 1) and _CLOSING.search(last.title):
        return None
    return _mark(*place, CLOSE) if place else None


def heads_to_items(heads: Sequence[Head], meeting: Meeting, pages: Sequence[Page]) -> tuple[Item, ...]:
    """The headings as items, each to where the next begins."""
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
