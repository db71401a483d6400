"""What the letters stand for: acronyms as the papers themselves define them, or as their capitals spell them.

"Multi-Agency Safeguarding Hub (MASH)" defines one outright; "Violence Against Women and Girls" spells VAWG.
"""

import re
from collections.abc import Iterator
from itertools import combinations

_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "on", "with", "a"})
_WORD = r"[A-Za-z][\w'’&-]*"
_BEFORE = re.compile(rf"((?:{_WORD}[\s/-]+){{1,9}})\(([A-Z][A-Za-z&]{{0,6}}[A-Z])s?\)")
_AFTER = re.compile(rf"\b([A-Z][A-Z&]{{1,6}})s?\s*\(((?:{_WORD}[\s/-]+){{1,8}}{_WORD})\)")
_RUN = re.compile(r"(?:[A-Z][a-z’']+)(?:[\s/-]+(?:(?:and|of|the|for|in|to|on|with)\s+){0,2}[A-Z][a-z’']+){2,6}")


def acronyms(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each acronym of a text with what it stands for, and whether the text defines it or only spells it."""
    for match in _BEFORE.finditer(text):
        if long := _spelling(match[2], re.split(r"[\s/-]+", match[1].strip())):
            yield match[2].upper(), long, True
    for match in _AFTER.finditer(text):
        words = re.split(r"[\s/-]+", match[2].strip())
        if _spelling(match[1], words) == " ".join(words):
            yield match[1].upper(), " ".join(words), True
    for match in _RUN.finditer(text):
        words = re.split(r"[\s/-]+", match.group())
        large = [at for at, word in enumerate(words) if word not in _SMALL]
        for start, end in combinations(range(len(large)), 2):
            if end - start >= 2:
                capitals = "".join(words[at][0] for at in large[start : end + 1])
                yield capitals, " ".join(words[large[start] : large[end] + 1]), False


def _spelling(short: str, words: list[str]) -> str:
    """The last of the words that spell the acronym, small words counted or passed over; "" where none do."""
    for start in range(len(words) - 1, -1, -1):
        letters = "".join(word[0] for word in words[start:]).upper()
        large = "".join(word[0] for word in words[start:] if word.lower() not in _SMALL).upper()
        if short.upper().replace("&", "A") in (letters, large) and words[start].lower() not in _SMALL:
            return " ".join(words[start:])
    return ""
