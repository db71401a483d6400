"""The wordings of `promises.toml`: what makes a commitment in the words of minutes."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Promise:
    """A row of the table: its words as a pattern with the groups `action`, and `owner` unless the owner comes first.

    `only` says where it counts, `whole` that all its words are the action; `example` has that `owner` and `action`.
    Words without any of the `cues`, in small letters, are not worth a search.
    """

    pattern: re.Pattern[str]
    means: str
    example: str
    owner: str
    action: str
    owner_first: bool
    opens: bool
    only: frozenset[str]
    whole: bool
    cues: tuple[str, ...]


@cache
def promises() -> tuple[Promise, ...]:
    """The rows of the table, in the order in which they are asked."""
    read = tomllib.loads(files("ingest.register").joinpath("promises.toml").read_text(encoding="utf-8"))
    places = _places(read["lists"])
    return tuple(
        Promise(
            pattern=re.compile(_pattern(row["says"].removeprefix("{owner} "), places), re.I),
            means=row["means"],
            example=row["example"],
            owner=row["owner"],
            action=row["action"],
            owner_first=row["says"].startswith("{owner} "),
            opens=row["says"].startswith("^"),
            only=frozenset(row.get("only", ())),
            whole=row.get("whole", False),
            cues=_cues(row["says"]),
        )
        for row in read["wording"]
    )


def _places(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the names in braces stand for, as patterns."""
    any_of = {name: _any(words) for name, words in lists.items()}
    return {
        "{owner}": r"(?P<owner>[^;:]{2,240}?)",
        "{officer}": r"(?P<owner>(?:the\s+)?(?:(?-i:[A-Z])|monitoring|clerk|chair|officers|head|director)[^;:]*)",
        "{action}": r"(?P<action>\S.*)",
        "{errand}": rf"(?P<action>(?!(?:{any_of['at_once']})\b)\S.*)",
        "{acting_on}": r"(?P<action>[a-z]+ing\b.*)",
        "{passive}": rf"(?P<action>[^;]*?\bbe\s+(?:{any_of['supplied']})\b.*)",
        "{acting}": r"(?P<action>[^;]{3,300}?)",
        "{deed}": rf"(?P<action>(?:{any_of['deeds']})\b.*)",
        "{duty}": rf"(?P<action>(?:{any_of['duties']})\b.*)",
        "{task}": rf"(?P<action>(?-i:{any_of['tasks']})\b.*)",
        "{verb}": rf"(?P<action>(?!(?:{any_of['no_acts']})\b)(?![a-z]{{3,}}ing\b)(?-i:[a-z]{{2,}})\b.*)",
        "{matter}": rf"(?:[\w’'-]+\s+){{0,5}}?(?:{any_of['matters']})\b(?:\s+(?!(?:would|will|could)\b)\S+){{0,14}}?",
        "{initials}": r"(?-i:[A-Z]{2,6})",
        "{anything}": r"\S(?:(?!\b(?:can|could|may|might|would|will|not)\b)[^;])*?",
        "{supplied}": rf"(?:{any_of['supplied']})\b",
        "{done}": rf"(?!(?:{any_of['settled']})\b)(?:[a-z]+(?:ed|en|ne|pt|nt|ld|ght)|cut|done|let|made|put|set)\b",
    }


def _cues(says: str) -> tuple[str, ...]:
    """The first words of a wording that must stand there, one of several or one alone; none where all are short."""
    plain = re.sub(r"\[[^\]]*\]|\{\w+\}|\(\?[^)]*\)|\([^()]*\)\?", " ", says)
    for several, alone in re.findall(r"\(([^()]*)\)|([A-Za-z]{4,})", plain):
        cues = tuple((several or alone).lower().split("|"))
        if all(len(cue) > 2 for cue in cues):
            return cues
    return ()


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _pattern(says: str, places: Mapping[str, str]) -> str:
    """A wording as a regular expression."""
    pattern = re.sub(r"\[([^\]]*)\] ?", r"(?:(?:\1)\\s+)?", re.sub(r"\((?!\?)", "(?:", says)).replace(" ", r"\s+")
    for name, value in places.items():
        pattern = pattern.replace(name, value)
    return pattern if pattern.startswith("^") else rf"(?<!\w){pattern}"
