"""The papers' own words: what their acronyms stand for, and the nearest of their words to a misspelt one."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from ingest.papers import Chunk
from retrieval.acronyms import acronyms
from retrieval.answers import Query
from retrieval.database import Database
from retrieval.terms import stem

LONGEST_PHRASE, DEFINED = 7, 10
"""The most words of a phrase that is looked up, and how much more a definition counts than capitals that spell."""
SLIPS = ((6, 1), (9, 2))
"""From how many letters on a word may be a misspelling, and with how many slips."""
SHORTEST = 5
ENDINGS = frozenset(
    (
        *("s", "es", "ed", "ing", "ly", "er", "ers", "or", "ors", "al", "ally", "ion", "ions", "ation", "ations"),
        *("ment", "ments", "ement", "ements", "ance", "ity"),
    )
)
"""The least letters of a stem that a word is read as, and what a word may add to its stem."""


def record_acronyms(db: sqlite3.Connection, document: str, chunks: Iterable[Chunk]) -> None:
    """Keeps what a document's acronyms stand for."""
    found: dict[tuple[str, str], int] = {}
    for chunk in chunks:
        if chunk.cells or not chunk.text.isupper():
            for short, long, defined in acronyms(chunk.text):
                found[short, long.lower()] = found.get((short, long.lower()), 0) + (DEFINED if defined else 1)
    rows = [(document, short, long, weight) for (short, long), weight in found.items()]
    db.executemany("INSERT INTO acronyms VALUES (?, ?, ?, ?)", rows)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The acronyms and the vocabulary of a catalogue."""

    db: Database

    def expansion(self, short: str) -> str:
        """What an acronym stands for in the papers, in lower case; "" where they do not say."""
        query = "SELECT long FROM acronyms WHERE short = ? GROUP BY long ORDER BY sum(weight) DESC, long LIMIT 1"
        row = self.db.row(query, (short.upper(),))
        return str(row[0]) if row else ""

    def shortened(self, phrases: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The acronyms that the papers define for some of these phrases, each with its phrase."""
        query = (
            "SELECT short, long FROM acronyms WHERE long IN (SELECT value FROM json_each(?)) "
            "GROUP BY short, long HAVING sum(weight) >= ? ORDER BY short, long"
        )
        rows = self.db.rows(query, (json.dumps([phrase.lower() for phrase in phrases]), DEFINED))
        return tuple((str(short), str(long)) for short, long in rows)

    def nearest(self, word: str) -> str:
        """The word of the papers that this one is a misspelling of, as it is looked up; "" where there is none."""
        slips = max((most for letters, most in SLIPS if len(word) >= letters), default=0)
        if not slips or not word.isalpha():
            return ""
        query = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? AND doc > 1"
        known = self.db.rows(query, (word[0], chr(ord(word[0]) + 1)))
        near = [(_slips(word, term), -doc, term) for term, doc in known if term.isalpha() and len(term) >= SHORTEST]
        return str(min(near)[2]) if near and min(near)[0] <= slips else ""


def _slips(word: str, term: str) -> int:
    """By how many slips a word, or what it is before its ending, differs from a stem of the papers."""
    ended = word[len(term) :] in ENDINGS
    return min(_between(stem(word), term), _between(word[: len(term)], term) if ended else len(word))


def _between(one: str, other: str) -> int:
    """Letters left out, doubled or changed round are a slip; another letter is two, as it makes another word."""
    substituted = len(one) == len(other) and sorted(one) != sorted(other)
    return int(OSA.distance(one, other)) + substituted


def in_their_words(query: Query, lexicon: Lexicon, frequency: Mapping[str, int]) -> Query:
    """The query with what its acronyms and phrases are in the papers, and its misspelt words as the papers spell them.

    Only words that the papers never use are taken for misspelt.
    """
    shorts = re.findall(r"\b[A-Z][A-Z&]{1,6}\b", query.whole)
    same = [(short, long) for short in dict.fromkeys(shorts) if (long := lexicon.expansion(short))]
    same += lexicon.shortened(_phrases(query.whole))
    known = {short.lower() for short, _ in same}
    slips = {
        word: read
        for word in query.terms
        if not frequency[word] and word not in known and (read := lexicon.nearest(word))
    }
    return replace(
        query,
        terms=tuple(slips.get(word, word) for word in query.terms),
        same=tuple(dict.fromkeys(same)),
        read_as=tuple(slips.items()),
    )


def _phrases(text: str) -> Iterator[str]:
    """The runs of three words and more in a text."""
    words = re.findall(r"[\w'’&-]+", text)
    for size in range(3, LONGEST_PHRASE + 1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])
