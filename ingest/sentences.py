"""Sentences of a paragraph, as records number and abbreviate them."""

import re
from collections.abc import Iterator

NO_END = ("No.", "Mr.", "Mrs.", "Dr.", "Cllr.", "e.g.", "i.e.")
"""What a full stop after does not end a sentence."""
_SENTENCE = re.compile(
    r"(?<=[.!?])[\"'”’)]?\s+(?=[\"'“‘(]?[A-Z£\d•])" + "".join(rf"(?<!\b{re.escape(short)}\s)" for short in NO_END)
)
_POINT_ALONE = re.compile(r"^\W*(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$", re.I)

_COLON = re.compile(r"[:：]\s*[-–—]?$")
_POINT = re.compile(r"^\W*(?:\d{1,3}(?:\.\d+)*[.)]?|(?:[a-z]|[ivx]{1,5})[.)])\s|^[•●▪◦*+–-]", re.I)


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph; a number that stands before one stays with it."""
    held = ""
    for part in _SENTENCE.split(paragraph):
        held = f"{held} {part}".strip()
        if not _POINT_ALONE.match(held) and len(held) > 3:
            yield held
            held = ""
    if held:
        yield held


def announces(text: str) -> bool:
    """Whether words announce a list: they end in a colon, or in a semicolon and are no point of a list themselves."""
    return bool(_COLON.search(text)) or (text.find(";") == len(text) - 1 > 0 and not _POINT.match(text))
