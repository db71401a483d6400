"""Who can own an action: people and officers by title, role, initials or name, as they are printed."""

import re
from collections.abc import Iterable

_ROLES_WORDS = """
    accountant administrator adviser advisor analyst architect assistant auditor bursar caretaker chair chairman
    chairperson chairwoman chief clerk commissioner convenor coordinator co-ordinator counsel dcs deputy
    director directors engineer executive governor head heads holder lead leader librarian manager managers
    mayor member officer officers planner president ranger registrar s151 secretary solicitor superintendent
    surveyor treasurer trustee vice-chair warden wardens
"""
ROLES = frozenset(_ROLES_WORDS.split())
"""What somebody is who can be asked to do something."""
GROUPS = (
    "board, contractor, council, department, directorate, group, partners, party, service, services, staff, team, teams"
)
"""What a number of people is who can be asked."""
TITLES = "Councillor, Councillors, Cllr, Cllrs, Mr, Mrs, Ms, Miss, Dr, Sir, Dame, Lord, Lady, Professor, Prof, Rev"
_NEVER_WORDS = """
    anybody everybody everyone government it item items members minister ministers news no nobody nothing people
    public recommendation report residents that there these they this those which who
"""
NEVER = frozenset(_NEVER_WORDS.split())
"""What no owner begins or ends with."""
_NOT_ALONE_WORDS = """
    cabinet chief committee deputy lead head panel party scrutiny service services
"""
NOT_ALONE = frozenset(_NOT_ALONE_WORDS.split())
"""What is no owner by itself."""
PRONOUNS = ("he", "she", "they", "i", "we")
_JOINS_WORDS = """
    of for and the in to with on & consultation conjunction liaison or from behalf
"""
_JOINS = frozenset(_JOINS_WORDS.split())
_TITLED = re.compile(rf"\b(?:{'|'.join(TITLES.split(', '))})\b\.?\s+(?:[A-Z]|[a-z]{{2}}\s[A-Z])")
_WORD = re.compile(r"\([^()]{2,80}\)|[^\s,;:]+|[,;:]")
_POINT = re.compile(r"^\([ivxa-h\d]{1,4}\)$")
_NAME = re.compile(r"^(?:[A-Z][\w'’.&/-]*|S\.?151|\d{3})$")
_KNOWN = frozenset((*ROLES, *GROUPS.split(", ")))
_LISTING_WORDS = """
    Present Apologies Minutes Meeting Council Parish Committee Members The Also Guests Staff
"""
_LISTING = frozenset(_LISTING_WORDS.split())
_OPENING = re.compile(
    r"^(?:(?:that|and|then|also|however|therefore|subsequently|following|in|on|at|to|of|for|with|resolved|agreed|action"
    r"|members|it|was|noted|after|when|as|by|finally|lastly|so|while|whilst|where|because|said|but|or|from)\b[\s,:–-]*)+",
    re.I,
)


def owner_before(text: str, names: frozenset[str]) -> str:
    """The owner whose name ends the text: the words with capitals, roles and what joins them, read backwards."""
    kept: list[str] = []
    for word in reversed(_WORD.findall(text)):
        bare = word.strip("()").lower().removesuffix("’s").removesuffix("'s")
        joins = word == "," and kept and not is_owner(" ".join(reversed(kept)), names)
        named = _NAME.match(word) or word[0] == "(" or bare in _JOINS or bare in _KNOWN
        if _POINT.match(word) or not (joins or named):
            break
        kept.append(word)
    while kept and (kept[-1] == "," or kept[-1].lower() in _JOINS - {"the"}):
        kept.pop()
    owner = _from_opening(" ".join(reversed(kept)).replace(" ,", ","))
    if owner[:1].islower() and " and " in owner and not owner.startswith("the "):
        owner = owner.split(" and ", 1)[1]
    return owner if is_owner(owner, names) else ""


def owner_at_start(text: str, names: frozenset[str]) -> str:
    """The owner whose name opens the text, "" where it opens with nobody's."""
    words: list[str] = []
    for word in _WORD.findall(_from_opening(text)):
        if not (_NAME.match(word) or word[0] == "(" or word.lower() in _JOINS or word.lower() in _KNOWN):
            break
        words.append(word)
    while words and words[-1].lower() in _JOINS:
        words.pop()
    return " ".join(words) if is_owner(" ".join(words), names) else ""


def is_owner(text: str, names: frozenset[str]) -> bool:
    """Whether the words name somebody who can be asked: a title with a name, a role, a group, or one who is listed."""
    inside = re.findall(r"\(([^)]*)\)", text)
    words = re.findall(r"[\w’'.-]+", re.sub(r"\([^)]*\)", " ", text))
    bare = [word.lower().strip(".") for word in words]
    alone = bare[1:] if bare[:1] == ["the"] else bare
    if (
        not alone
        or len(bare) > 40
        or alone[0] in NEVER
        or alone[-1] in NEVER
        or (len(alone) == 1 and alone[0] in NOT_ALONE)
    ):
        return False
    if _TITLED.search(text) or any(word in ROLES for word in bare):
        return True
    if words[0] in names or (words[0][0].isupper() and any(set(held.lower().split()) & set(ROLES) for held in inside)):
        return True
    return bare[-1] in GROUPS.split(", ") and (bare[0] == "the" or words[0][0].isupper())


def is_group(owner: str) -> bool:
    """Whether an owner is a body and nobody in particular."""
    last = re.sub(r"\([^)]*\)", " ", owner).split()
    return bool(last) and last[-1].lower() in (
        "council",
        "partners",
        "department",
        "directorate",
        "board",
        "group",
        "party",
    )


def names_of(lines: Iterable[str]) -> frozenset[str]:
    """The names, first names and initials of those who are listed as present or as sending apologies."""
    found: set[str] = set()
    for line in lines:
        found.update(re.findall(r"\(([A-Z][A-Za-z]{1,5})\b", line))
        for run in re.findall(r"[A-Z][a-z’'-]+(?:\s+[A-Z][\w’'-]*)+", re.sub(r"\([^)]*\)?", ",", line)):
            found.update(word for word in run.split() if word.lower() not in _KNOWN and len(word) > 2)
    return frozenset(found - _LISTING)


def trimmed(owner: str) -> str:
    """An owner without what the sentence hung on it: a repeated object, commas, the end of a clause."""
    owner = re.sub(r",?\s*(?:the\s+)?(?:delegated\s+)?(?:authority|power|responsibility)\b.*$", "", owner.strip())
    return owner.strip(" .,;:–-")


def _from_opening(owner: str) -> str:
    """An owner without the words that only open its sentence."""
    return _OPENING.sub("", owner)
