"""The small language in which wordings of minutes are written down, so that a clerk can read them and add to them.

A wording is words with blanks between them: `a|b` is either, `[a]` perhaps, `{body}` one of a list of that name, `_` a
blank within an alternative, `~` a name of up to six words, `…` some words (two dozen at most) of a sentence, `……` all
that the paragraph goes on to say, `:` a colon, semicolon or dash. `^` first is where a sentence begins, `$` last where
it ends. A word in capitals is meant in capitals, any other in whatever letters.
"""

import re
from collections.abc import Mapping, Sequence

_GAP, _GAP_FIRST = r"(?:\s+[^\s;]*[^\s.;]){0,24}?", r"(?:[^\s;]*[^\s.;]\s+){0,24}?"
_REST = r"\b.*?\s+"
_NAME = r"(?:(?:[A-Z][\w'’&-]*|and|of|for|on|the)\s+){0,6}?"
_MARK = r"\s*[:;–—-]+"
_END = r"(?=\s*(?:[.;:!?]|$))"


def compiled(says: str, lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """The pattern of a wording; `lists` are the alternatives that names in braces stand for."""
    made = between = ""
    for token in says.removeprefix("^").removesuffix("$").split():
        if token == "…":
            made += _GAP if between else _GAP_FIRST
        elif token == "……":
            made, between = made + _REST, ""
        elif token == ":":
            made, between = made + _MARK, r"\s*"
        elif token == "~":
            made, between = made + between + _NAME, ""
        elif token.startswith("["):
            choice = _choice(token.strip("[]"), lists)
            made += rf"(?:{between}{choice})?" if between else rf"(?:{choice}\s+)?"
        else:
            made, between = made + between + _choice(token, lists), r"\s+"
    return re.compile(("^" if says.startswith("^") else r"\b") + made + (_END if says.endswith("$") else r"(?!\w)"))


def _choice(token: str, lists: Mapping[str, Sequence[str]]) -> str:
    choices: list[str] = []
    for choice in token.split("|"):
        choices += lists[choice.strip("{}")] if choice.startswith("{") else [choice]
    return "(?:" + "|".join(_words(choice) for choice in sorted(choices, key=len, reverse=True)) + ")"


def _words(choice: str) -> str:
    words = r"\s+".join(re.escape(word) for word in choice.replace("_", " ").split())
    return words if choice.isupper() and len(choice) > 1 else f"(?i:{words})"
