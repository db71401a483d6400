"""Where the items of an agenda stand in the file: each clue says where it would place them, and one function decides.

Stamps and the outline are missing from some packs, numbers on pages may be a report's own, and an agenda may miscount:
the page that most clues name is taken, and where they are even, the clue that is trusted most. All that the clues say
is kept with the item; its confidence is the share of them that agree with where it was placed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ingest.agenda import FrontSheet, entry_to_item
from ingest.agenda_words import NUMBERS
from ingest.heads import ChainSettings
from ingest.listed import Entry, front_to_entries
from ingest.minutes import opening
from ingest.papers import Item, Page, squash
from ingest.printed import AGENDA_ITEM
from ingest.structure import Entry as Bookmark
from ingest.titles import cover_title

Places: TypeAlias = Mapping[str, int]

CLUES = ("stamp", "outline", "printed number", "range", "heading")
"""The clues, the most trusted first."""
FRONT_PAGES, HEAD_LINES, TITLE_LINES = 8, 12, 3


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an item begins (PDF page), and where each clue that knows it has it, the most trusted first."""

    page: int
    said: tuple[tuple[str, int], ...]


def pages_to_front(pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> tuple[Page, ...]:
    """The pages before the first report: to an item's stamp, a numbered page, an item in the outline, or a cover.

    Where the front sheet has a number of its own it goes on while pages list further papers.
    """
    opened = {mark.page for mark in outline if _numbered(mark.title)}
    front: list[Page] = []
    for page in pages[:FRONT_PAGES]:
        ends = page.number in opened or _opens_a_paper(page) or _repeats(front, page)
        if stamped_item(page) or (front and (ends or (page.printed and not _goes_on(front, page)))):
            break
        front.append(page)
    return tuple(front)


def sheet_to_items(sheet: FrontSheet, pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> tuple[Item, ...]:
    """The items listed that have papers in the file, with their places from every clue there is."""
    body = pages[len(pages_to_front(pages, outline)) :]
    placed = place_items(sheet.entries, body, outline)
    items = []
    for entry in sheet.entries:
        if placing := placed.get(entry.number):
            following = min((other.page for other in placed.values() if other.page > placing.page), default=None)
            span = pages[placing.page - 1 : following - 1 if following else len(pages)]
            items.append(_item(entry, placing, span, sheet))
    return tuple(items)


def place_items(entries: Sequence[Entry], body: Sequence[Page], outline: Sequence[Bookmark]) -> dict[str, Placing]:
    """The first page of each item: where most clues have it, the more trusted where they are even."""
    by_key = {_key(entry.number): entry.number for entry in entries}
    stamps = {by_key[key]: page for number, page in from_stamps(body).items() if (key := _key(number)) in by_key}
    marks, heads = from_outline(entries, body, outline), from_headings(entries, body)
    numbers = borne_out(from_numbers(entries, body), (stamps, marks, heads))
    ranges = from_ranges(entries, body, (stamps, marks, numbers, heads))
    clues = tuple(zip(CLUES, (stamps, marks, numbers, ranges, heads), strict=True))
    placed = {}
    for entry in entries:
        said = tuple((name, clue[entry.number]) for name, clue in clues if entry.number in clue)
        if said:
            placed[entry.number] = Placing(Counter(page for _, page in said).most_common(1)[0][0], said)
    return placed


def _item(entry: Entry, placing: Placing, span: Sequence[Page], sheet: FrontSheet) -> Item:
    """An item with its pages, what the clues say, and how many of them agree."""
    last = _last_page(entry, span)
    said = [f"{name}: PDF {page}" for name, page in placing.said]
    agreed = [page == placing.page for _, page in placing.said]
    listed, found = _count(entry), last - placing.page + 1
    if listed and listed != found:
        said.append(f"agenda: {listed} pages, found {found}")
        agreed.append(False)
    return replace(
        entry_to_item(entry, sheet),
        pages=(placing.page, last),
        line=0,
        clues=tuple(said),
        confidence=round(sum(agreed) / len(agreed), 2),
    )


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
    titles = {entry.number: squash(entry.title) for entry in entries if _has_paper(entry)}
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


def _repeats(front: Sequence[Page], page: Page) -> bool:
    """Whether the head of a page is the title of a paper that the pages before it list."""
    titles = {squash(entry.title) for entry in front_to_entries(front) if _has_paper(entry)}
    return bool(titles) and any(head in titles for head in _heads(page))


def _goes_on(front: Sequence[Page], page: Page) -> bool:
    """Whether a page with a number lists further papers, as a front sheet that bears numbers itself may."""
    listed = sum(_has_paper(entry) for entry in front_to_entries(front))
    return bool(front[0].printed) and sum(map(_has_paper, front_to_entries([*front, page]))) > listed > 0


def _has_paper(entry: Entry) -> bool:
    """Whether the agenda says that there is a paper in the pack."""
    return bool(entry.printed[0]) or entry.note == "attached"


def _key(number: str) -> str:
    """A number as agendas and stamps share it, without signs: 6(a), 6a."""
    return re.sub(r"\W", "", number).lower()


def _numbered(title: str) -> re.Match[str] | None:
    """An entry of the outline that has a number and words."""
    match = NUMBERS.match(title)
    return match if match and match["title"] else None


def _bookmark(entry: Entry, marks: Sequence[Bookmark]) -> Bookmark | None:
    """The entry of the outline that opens an item; a number alone is too little where the agenda lists no paper."""
    for mark in marks:
        numbered = _numbered(mark.title)
        by_number = numbered and _key(numbered["number"]) == _key(entry.number)
        titles = {squash(mark.title), squash(numbered["title"])} if numbered and by_number else {squash(mark.title)}
        if squash(entry.title) in titles or (by_number and _has_paper(entry)):
            return mark
    return None


def _heads(page: Page) -> Iterator[str]:
    """What may be a title at the head of a page: its first lines, alone and with those that follow, squashed."""
    for at in range(min(HEAD_LINES, len(page.lines))):
        for count in range(1, TITLE_LINES + 1):
            yield squash(" ".join(line.text for line in page.lines[at : at + count]))


def _count(entry: Entry) -> int:
    """How many pages the agenda gives an item, 0 if it does not say."""
    first, last = entry.printed
    return max(int(last) - int(first) + 1, 0) if first.isdigit() and last.isdigit() else 0


def _last_page(entry: Entry, span: Sequence[Page]) -> int:
    """An item's last page before the next item: the one that bears its number, else by the count that is listed."""
    last = entry.printed[1]
    bearing = next((page.number for page in span if last and page.printed == last), None)
    if bearing is None and (count := _count(entry)):
        bearing = span[0].number + count - 1
    return min(bearing or span[-1].number, span[-1].number)
