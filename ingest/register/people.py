"""Who moved and seconded, and how the votes fell, as minutes record them."""

import re

from ingest.entries import Votes

_NAME = r"(?:(?i:the )?[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|of|the)){0,5})"
_MOVER, _SECONDER = rf"(?P<mover>{_NAME})", rf"(?P<seconder>{_NAME})"
_INITIALS = r"[A-Z]\. ?[A-Z][\w'’-]+"
MOVERS = (
    (
        rf"(?i:moved|proposed)(?i: by)?:? {_MOVER}[,;.]? (?:(?i:and ))?(?i:seconded)(?i: by)?:? {_SECONDER}",
        "Moved by Cllr Ash and seconded by Cllr Birch",
    ),
    (
        rf"(?i:on the (?:motion|proposal|proposition) of) {_MOVER},? (?:(?i:and ))?(?i:seconded by) {_SECONDER}",
        "On the motion of Cllr Ash, seconded by Cllr Birch, it was",
    ),
    (
        rf"{_MOVER},? (?i:moved|proposed)(?i:,? and)?,? {_SECONDER},? (?i:seconded)",
        "Cllr Ash MOVED, Cllr Birch SECONDED",
    ),
    (
        rf"(?i:prop(?:osed|oser)?\.?):? {_MOVER}[,;.]? (?i:sec(?:onded|onder)?\.?):? {_SECONDER}",
        "Prop. Cllr Ash; Sec. Cllr Birch",
    ),
    (rf"^\S*\d\S* (?P<mover>{_INITIALS}), (?P<seconder>{_INITIALS}):", "R2025-3 A. Ash, B. Birch: That"),
)
"""How a mover and a seconder are named, each with an example."""
_FOR = re.compile(r"(?i)\b(?:for|in favour):? ?\(?(\d{1,3})\b|\b(\d{1,3}) (?:\w+ )?(?:in favour|for)\b")
_AGAINST = re.compile(r"(?i)\bagainst:? ?\(?(\d{1,3})\b|\b(\d{1,3}) (?:votes? )?against\b")
_ABSTAINED = re.compile(r"(?i)\babst\w+:? ?\(?(\d{1,3})\b|\b(\d{1,3}) abst\w+")
_BY = re.compile(r"(?i)\bby (\d{1,3}) votes? to (\d{1,3})\b")
_NAMED = re.compile(
    r"(?i)\b(?:voting |voted |votes )?(?P<side>for|in favour|against|abstained|abstentions?|abstaining)(?: the motion)?"
    r" ?(?:\(\d+\))?:[ \n](?P<names>(?:Councillors?|Cllrs?|Mr|Mrs|Ms|The)\b[^.;\n]*)"
)
_SIDES = {"for": "for", "in favour": "for", "against": "against"}


def mover_and_seconder(text: str) -> tuple[str, str]:
    """Who moved and who seconded, "" where the words do not say."""
    for pattern, _ in MOVERS:
        match = re.search(pattern, text, re.M)
        if match:
            return match["mover"], match["seconder"]
    return "", ""


def votes(text: str) -> Votes | None:
    """The votes recorded in these words: totals, and names where they are printed; None where there are none."""
    if match := _BY.search(text):
        return Votes(int(match[1]), int(match[2]))
    in_favour, against = _total(_FOR, text), _total(_AGAINST, text)
    names = tuple(
        (_SIDES.get(match["side"].lower(), "abstained"), match["names"].strip()) for match in _NAMED.finditer(text)
    )
    if (in_favour is None or against is None) and not names:
        return None
    return Votes(in_favour, against, _total(_ABSTAINED, text), names)


def _total(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return int(match[1] or match[2]) if match else None
