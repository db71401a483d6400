"""What the headings of minutes say: titles beside their numbers or beneath, run in with the text, or of motions."""

import re
from collections.abc import Callable, Sequence

from ingest.minute_words import AFTERTHOUGHTS, MOVED, MOVERS, NO_HEADING, any_of
from ingest.papers import Line
from ingest.sentences import sentences

LONGEST, WORDS, RUN_IN_WORDS, SENTENCE_WORDS = 300, 16, 9, 7
_DATED = re.compile(
    r":\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\b)", re.I
)
_RUN_IN = re.compile(r"\s[–—-]+\s(?=[a-z])|(?<=[a-z)’'])\.\s+(?=[A-Z])")
_RUN_ON = re.compile(r"\s[–—-]+\s|:\s|(?<=[a-z)’'])\.\s+(?=[A-Z])")
_CARRIED = re.compile(r"(?:(?<=[.;:])\s*|^\W*)\b(?:carried|defeated|lost|passed)(?:\s+unanimously)?\.?$", re.I)
_AFTERTHOUGHT = re.compile(rf"\s*(?:{any_of(AFTERTHOUGHTS).pattern})\s*$", re.I)
_MOVERS, _MOVED, _NO_HEADING = any_of(MOVERS, re.RegexFlag(0)), any_of(MOVED), any_of(NO_HEADING)


def title_is_short(title: str) -> bool:
    """Whether a title is as short as titles are."""
    return len(title.split()) <= WORDS


def lines_to_title(lines: Sequence[Line], beside: str, follows: Callable[[Line], object]) -> str:
    """A heading's title: in bold as far as that goes, beside its number or beneath, or cut where prose runs on.

    `lines` begin with the heading's; `beside` is what stands beside its number; `follows` says whether a line heads
    the next item. A motion that has its movers for a title is titled by its own words.
    """
    first = lines[0]
    lead = _lead_beside(first, beside)
    title = lead or _beside_or_beneath(lines, beside, follows)
    bare = _CARRIED.sub("", title).strip()
    if _MOVERS.match(bare) or _MOVED.match(bare):
        return _motion(lines[1:], follows) or bare.rstrip(" .:")
    if not (lead or first.bold) and len(title.split()) >= SENTENCE_WORDS and not _ends(title):
        title = _sentence(lines, title, follows)
    return _trimmed(title, first.bold or bool(lead))


def _ends(title: str) -> bool:
    return bool(re.search(r"[.;:!?]$", title))


def _sentence(lines: Sequence[Line], begun: str, follows: Callable[[Line], object]) -> str:
    """A sentence that stands for a title, over as many lines as it takes."""
    words = [begun]
    for line in lines[1:]:
        text = line.text.strip()
        if _ends(words[-1]) or follows(line) or not re.match(r"(?!\(\w{1,3}\)|\d+[.)])[a-z(\d£]", text):
            break
        words.append(text)
    return next(iter(sentences(" ".join(words))), begun)


def _lead_beside(line: Line, beside: str) -> str:
    """The words in bold that open what stands beside a number; "" where none do."""
    words = line.lead.split()
    for at in range(min(2, len(words))):
        lead = " ".join(words[at:])
        if beside.startswith(lead) and not beside[len(lead) :].lstrip()[:1].islower():
            return lead
    return ""


def _beside_or_beneath(lines: Sequence[Line], beside: str, follows: Callable[[Line], object]) -> str:
    """The words beside a number with the bold lines that go on with them; else the title beneath it."""
    words = [beside] if beside else []
    loud = is_loud(beside) and not lines[0].bold
    for line in lines[1:]:
        text = line.text.strip()
        goes_on = is_loud(text) and not _NO_HEADING.search(text) if loud else line.bold
        alike = loud or not words or lines[0].bold
        if not goes_on or not alike or follows(line) or text[:1] == "(" or _MOVERS.match(beside):
            break
        words.append(text)
    if not words and len(lines) > 1 and _may_title(lines[1]) and not follows(lines[1]):
        words.append(lines[1].lead or lines[1].text.strip())
    return " ".join(words)


def is_loud(text: str) -> bool:
    """Whether a text is in capitals."""
    return text == text.upper() and len(re.findall("[A-Z]", text)) > 3


def _may_title(line: Line) -> bool:
    """Whether a line beneath a number is a title though it is not bold."""
    text = line.text.strip()
    return bool(line.lead) or (text[:1].isupper() and title_is_short(text) and not re.search(r"[.;,:]$", text))


def _motion(lines: Sequence[Line], follows: Callable[[Line], object]) -> str:
    """The first sentence of the motion that stands below its movers."""
    words: list[str] = []
    for line in lines:
        if follows(line):
            break
        if words or not (_MOVED.match(line.text.strip()) or _MOVERS.match(line.text.strip())):
            words.append(line.text.strip())
    first = next(iter(sentences(" ".join(words))), "")
    return _CARRIED.sub("", first)[:LONGEST].rstrip(" .:;")


def _trimmed(title: str, bold: bool) -> str:
    """A title without what is said after it on its line, and without the agenda's afterthoughts."""
    title = _DATED.split(title.split("\t")[0])[0]
    runs_on = len(title.split()) > RUN_IN_WORDS or bool(re.search(r"[.,;]$", title))
    cut = None if bold or title == title.upper() else (_RUN_ON if runs_on else _RUN_IN).search(title)
    if cut and 0 < len(title[: cut.start()].split()) <= RUN_IN_WORDS:
        title = title[: cut.start()]
    for _ in range(2):
        title = _AFTERTHOUGHT.sub("", title)
    return title[:LONGEST].strip(" .:–—-")


def is_bare_heading(line: Line) -> bool:
    """Whether a line stands as a heading though it has no number: bold or in capitals, short, and none of the usual."""
    text = line.text.strip()
    plain = re.sub(r"[:\s]+$", "", text)
    return (
        (line.bold or is_loud(text))
        and bool(re.search("[A-Za-z]{3}", text))
        and len(text.split()) <= WORDS - 4
        and text[:1].isupper()
        and not re.search(r"[.;,]$", text)
        and not _NO_HEADING.search(text)
        and not _MOVERS.match(plain)
    )
