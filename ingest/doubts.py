"""Where a document contradicts itself about the sitting that it is of; what is printed stays, and the doubt is said."""

import re
from collections.abc import Iterator, Sequence

from ingest.dates import dates_in
from ingest.papers import Meeting, Page, spoken

DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
HEAD_LINES, REACH = 60, 90
_DAY = re.compile(rf"\b(?P<day>{'|'.join(DAYS)})day\b", re.I)
_NEXT = re.compile(r"\bnext (?:\w+ ){0,3}meeting\b(?: \w+)?", re.I)


def meeting_doubts(meeting: Meeting | None, pages: Sequence[Page]) -> tuple[str, ...]:
    """What speaks against the date of the sitting, in words: a weekday that it is not, or a next meeting before it."""
    if meeting is None or meeting.date is None:
        return ()
    return tuple(dict.fromkeys((*_wrong_weekday(meeting, pages[0]), *_earlier_next(meeting, pages))))


def _wrong_weekday(meeting: Meeting, page: Page) -> Iterator[str]:
    """The weekday that a heading gives the date, where it falls on another."""
    for line in page.lines[:HEAD_LINES]:
        named = _DAY.search(line.text)
        dated = meeting.date in {day for _, day in dates_in(line.text)}
        if named and dated and meeting.date and DAYS.index(named["day"].lower()) != meeting.date.weekday():
            yield f"the heading says {named.group().capitalize()}, and {spoken(meeting.date)} is a {meeting.date:%A}"


def _earlier_next(meeting: Meeting, pages: Sequence[Page]) -> Iterator[str]:
    """A next meeting that the text dates before this one; the minutes of another sitting within are not looked at."""
    for page in pages:
        text = " ".join(line.text for line in page.lines)
        for match in _NEXT.finditer(text):
            day = next((day for _, day in dates_in(text[match.end() : match.end() + REACH])), None)
            if day and meeting.date and day < meeting.date:
                yield f"it is dated {spoken(meeting.date)}, and the next meeting is given as {spoken(day)}"
