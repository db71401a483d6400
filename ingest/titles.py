"""What a document is called: as its cover says, as its file's data say, or by its meeting or its name."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.agenda import committee_in
from ingest.agenda_words import LISTED_PAGES
from ingest.papers import Line, Meeting, PackKind, squash
from ingest.typography import NO_BOX

_JUNK = re.compile(
    r"^(?:microsoft \w+ ?-.*|untitled.*|document\d*|.*\.(?:docx?|pdf|xlsx?|pptx?|indd)|\W*|.{0,3}"
    r"|(?:the |draft |printed |executive |record of |public |report |agenda )*"
    r"(?:reports?|minutes|agenda|decisions?|template|pack))$",
    re.I,
)
_PUBLIC_PACK = re.compile(r"^\(Public Pack\)\s*")
_LABEL = re.compile(
    r"^(?:title(?: of (?:report|decision))?|subject(?: matter)?(?: */ *title of decision)?|report title)"
    r"\s*(?::\s*(?P<title>.*)|(?<=decision))$",
    re.I,
)
_NEXT_LABEL = re.compile(r"^[A-Z][\w /()’']{1,40}:")
_ITEM = re.compile(r"^(?:agenda )?item (?:no\.? ?)?\d{1,3}\w?\s*[-–—:.]\s*", re.I)
_PUBLISHED = re.compile(
    r"^(?P<added>.*?)\s*\bagenda (?:supplement|document|pack) for .+?, \d{1,2}/\d{1,2}/\d{4}(?: \d{1,2}:\d\d)?$", re.I
)
_SUPPLEMENTARY = re.compile(r"^supplementary\s*[-–—:]\s*", re.I)
COVER_LINES, TITLE_LINES, HEAD_LINES, HEADING_WORDS, LARGER = 40, 4, 12, 14, 1.15


def document_title(told: str, kind: PackKind, meeting: Meeting | None, lines: Sequence[Line], stem: str) -> str:
    """The title: the file's own if it says something, else by its meeting, its cover, its heading or its name."""
    told = _PUBLIC_PACK.sub("", told)
    published = _PUBLISHED.match(told)
    if published and meeting:
        added = clean_title(_SUPPLEMENTARY.sub("", clean_title(published["added"])))
        return f"{meeting}: {kind.value}{f' ({added})' if added else ''}"
    if not _JUNK.match(told) and squash(committee_in(told)) != squash(told):
        heading = heading_title(lines)
        return heading if squash(heading) == squash(told) else clean_title(told)
    if meeting and kind in (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT, PackKind.MINUTES):
        return f"{meeting}: {kind.value}"
    return cover_title(lines) or heading_title(lines) or re.sub(r"[_\s]+", " ", stem)


def clean_title(title: str) -> str:
    """A title without the item's number before it and the pages after it."""
    pages = LISTED_PAGES.search(title)
    return _ITEM.sub("", title[: pages.start()] if pages else title).strip(" -–—:")


def heading_title(lines: Sequence[Line]) -> str:
    """The line of a page's head that is set largest, "" where none is larger than the text or it says nothing."""
    sizes = sorted(line.size for line in lines)
    head = [line for line in lines[:HEAD_LINES] if re.search(r"[A-Za-z]{3}", line.text)]
    if not sizes or not head:
        return ""
    largest = max(line.size for line in head)
    words = " ".join(line.text.strip() for line in head if line.size == largest)
    says = largest >= LARGER * sizes[len(sizes) // 2] and len(words.split()) <= HEADING_WORDS
    return clean_title(words) if says and not _JUNK.match(words) else ""


def cover_title(lines: Sequence[Line]) -> str:
    """The title on a report's cover over as many lines as it takes, "" if it says none."""
    for at, line in enumerate(lines[:COVER_LINES]):
        match = _LABEL.match(line.text.strip())
        if match:
            return clean_title(_continued(lines[at : at + TITLE_LINES + 1], (match["title"] or "").strip()))
    return ""


def _continued(lines: Sequence[Line], begun: str) -> str:
    """A title with the lines that go on with it: set as it is, close under it, and no label."""
    words = [begun] if begun else []
    for last, line in pairwise(lines):
        far = line.box[1] - last.box[1] > (1.5 if words else 2.5) * line.size
        label = _NEXT_LABEL.match(line.text) or _LABEL.match(line.text)
        if label or (words and (line.box == NO_BOX or line.size != last.size)) or far:
            break
        words.append(line.text.strip())
    return " ".join(words)
