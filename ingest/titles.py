"""What a document is called: as its cover says, as its file's data say, or by its meeting or its name."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.agenda import committee_in
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
COVER_LINES, TITLE_LINES = 40, 4


def document_title(told: str, kind: PackKind, meeting: Meeting | None, lines: Sequence[Line], stem: str) -> str:
    """The title: the file's own if it says something, else by its meeting, its cover or its name."""
    told = _PUBLIC_PACK.sub("", told)
    if not _JUNK.match(told) and squash(committee_in(told)) != squash(told):
        return told
    if meeting and kind in (PackKind.AGENDA_PACK, PackKind.SUPPLEMENT, PackKind.MINUTES):
        return f"{meeting}: {kind.value}"
    return cover_title(lines) or re.sub(r"[_\s]+", " ", stem)


def cover_title(lines: Sequence[Line]) -> str:
    """The title on a report's cover over as many lines as it takes, "" if it says none."""
    for at, line in enumerate(lines[:COVER_LINES]):
        match = _LABEL.match(line.text.strip())
        if match:
            return _continued(lines[at : at + TITLE_LINES + 1], (match["title"] or "").strip())
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
