"""Patterns kept as tables to be read: an alternative a line, beside an example of what it is for, joined once."""

import re
from collections.abc import Iterable
from typing import TypeAlias

Rows: TypeAlias = tuple[tuple[str, str], ...]
"""Alternatives, each with words that it fits; a test holds every example to its pattern."""


def any_of(rows: Iterable[tuple[str, str]], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that fits whatever one of the rows fits."""
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in rows), flags)


def word(choices: str) -> str:
    """A pattern for any of the whole words or phrases, which are given with commas between them."""
    return r"\b(?:" + "|".join(choices.split(", ")) + r")\b"
