"""Where the items of an agenda stand in the file: each clue says where it would place them, and one function decides.

Stamps and the outline are missing from some packs, numbers on pages may be a report's own, and an agenda may miscount:
the page that most clues name is taken, and where they are even, the clue that is trusted most.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from ingest.agenda import Entry, FrontSheet, entry_to_item
from ingest.minutes import ChainSettings, opening
from ingest.papers import Item, Page, squash
from ingest.pdf import Entry as Bookmark
from ingest.printed import AGENDA_ITEM
from ingest.titles import cover_title

Places: TypeAlias = Mapping[str, int]

_NUMBERED = re.compile(r"^(?:agenda )?(?:item )?(?P<number>\d{1,3}[a-z]?)[.):]?\s+(?P<title>\S.*)$", re.I)
FRONT_PAGES, HEAD_LINES, TITLE_LINES = 8, 12, 3


def pages_to_front(pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> tuple[Page, ...]:
    """The pages before the first report: to an item's stamp, a numbered page, an item in the outline, or a cover."""
    opened = {mark.page for mark in outline if _NUMBERED.match(mark.title)}
    front: list[Page] = []
    for page in pages[:FRONT_PAGES]:
        if stamped_item(page) or (front and (page.printed or page.number in opened or _opens_a_paper(page))):
            break
        front.append(page)
    return tuple(front)


def sheet_to_items(sheet: FrontSheet, pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> tuple[Item, ...]:
    """Items with their places in the file, from every clue there is; exempt ones without a paper as listed."""
    body = pages[len(pages_to_front(pages, outline)) :]
    starts = place_items(sheet.entries, body, outline)
    items = []
    for entry in sheet.entries:
        if start := starts.get(entry.number):
            following = min((first for first in starts.values() if first > start), default=len(pages) + 1)
            span = pages[start - 1 : following - 1]
            items.append(entry_to_item(entry, (start, _last_page(entry, span)), 0, sheet))
        elif entry.exempt:
            items.append(entry_to_item(entry, (entry.page, entry.page), entry.line, sheet))
    return tuple(items)


def place_items(entries: Sequence[Entry], body: Sequence[Page], outline: Sequence[Bookmark]) -> Places:
    """The first page of each item: where most clues have it, the more trusted where they are even."""
    stamps, marks, heads = from_stamps(body), from_outline(entries, body, outline), from_headings(entries, body)
    numbers = borne_out(from_numbers(entries, body), (stamps, marks, heads))
    ranges = from_ranges(entries, body, (stamps, marks, numbers, heads))
    placed = {}
    for entry in entries:
        said = [clue[entry.number] for clue in (stamps, marks, numbers, ranges, heads) if entry.number in clue]
        if said:
            placed[entry.number] = Counter(said).most_common(1)[0][0]
    return placed


def from_stamps(body: Sequence[Page]) -> Places:
    """Items by the "Agenda Item 12" stamps on their first pages."""
    return {number: page.number for page in reversed(body) if (number := stamped_item(page))}


def from_outline(entries: Sequence[Entry], body: Sequence[Page], outline: Sequence[Bookmark]) -> Places:
    """Items by the outline: the listed title, or for a paper with pages its number, the outermost first."""
    within = {page.number for page in body}
    marks = [mark for mark in sorted(outline, key=lambda mark: mark.depth) if mark.page in within]
    return {entry.number: mark.page for entry in entries if (mark := _bookmark(entry, marks))}


def from_numbers(entries: Sequence[Entry], body: Sequence[Page]) -> Places:
    """Items by the numbers printed on pages."""
    bearing = {page.printed: page.number for page in reversed(body) if page.printed}
    return {entry.number: bearing[entry.printed[0]] for entry in entries if entry.printed[0] in bearing}


def from_ranges(entries: Sequence[Entry], body: Sequence[Page], clues: Sequence[Places]) -> Places:
    """Items by the agenda's own "(Pages 57 - 70)", counted from the items that most other clues place alike."""
    listed = {entry.number: int(entry.printed[0]) for entry in entries if entry.printed[0].isdigit()}
    shifts = Counter(clue[number] - first for clue in clues for number, first in listed.items() if number in clue)
    within = {page.number for page in body}
    return {
        number: first + shift
        for shift, _ in shifts.most_common(1)
        for number, first in listed.items()
        if first + shift in within
    }


def from_headings(entries: Sequence[Entry], body: Sequence[Page]) -> Places:
    """Items with pages by the cover that has their title, else by the first page whose head repeats it."""
    covers = {squash(cover_title(page.lines)): page.number for page in reversed(body)}
    heads = {title: page.number for page in reversed(body) for title in _heads(page)}
    titles = {entry.number: squash(entry.title) for entry in entries if entry.printed[0]}
    found = {number: covers.get(title) or heads.get(title) for number, title in titles.items() if title}
    return {number: page for number, page in found.items() if page}


def borne_out(clue: Places, others: Sequence[Places]) -> Places:
    """The clue, or nothing where other clues contradict it more often than not: numbers may be a report's own."""
    agreed = [page == other[number] for other in others for number, page in clue.items() if number in other]
    return clue if 2 * sum(agreed) >= len(agreed) else {}


def stamped_item(page: Page) -> str:
    """The number of the "Agenda Item 12" stamp on a page, "" if there is none."""
    edge = [*page.lines[:3], *page.lines[-3:]]
    return next((m.group(1).rstrip(".") for line in edge if (m := AGENDA_ITEM.match(line.text.strip()))), "")


def _opens_a_paper(page: Page) -> bool:
    """Whether a page looks like the first of a report or of a set of minutes."""
    return bool(cover_title(page.lines) or opening(page, ChainSettings()))


def _bookmark(entry: Entry, marks: Sequence[Bookmark]) -> Bookmark | None:
    """The entry of the outline that opens an item; a number alone is too little where the agenda lists no pages."""
    for mark in marks:
        numbered = _NUMBERED.match(mark.title)
        by_number = numbered and numbered["number"].lower() == entry.number.lower()
        titles = {squash(mark.title), squash(numbered["title"])} if numbered and by_number else {squash(mark.title)}
        if squash(entry.title) in titles or (by_number and entry.printed[0]):
            return mark
    return None


def _heads(page: Page) -> Iterator[str]:
    """What may be a title at the head of a page: its first lines, alone and with those that follow, squashed."""
    for at in range(min(HEAD_LINES, len(page.lines))):
        for count in range(1, TITLE_LINES + 1):
            yield squash(" ".join(line.text for line in page.lines[at : at + count]))


def _last_page(entry: Entry, span: Sequence[Page]) -> int:
    """An item's last page before the next item: the one that bears its number, else by the count that is listed."""
    first, last = entry.printed
    bearing = next((page.number for page in span if last and page.printed == last), None)
    if bearing is None and first.isdigit() and last.isdigit():
        bearing = span[0].number + max(int(last) - int(first), 0)
    return min(bearing or span[-1].number, span[-1].number)
