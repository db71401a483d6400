"""Vectors find chunks by meaning within filters, are replaced and removed whole, and know their encoder."""

import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ingest.errors import StoreError
from ingest.papers import Chunk, Item, Kind, Meeting
from retrieval.answers import Filters
from retrieval.models import HashedWords
from retrieval.vectors import Vectors

CABINET = Meeting("Cabinet", date(2023, 3, 9))
SCRUTINY = Meeting("Scrutiny Committee", date(2023, 11, 7))
PARK = Item("118.", "Mill Lane", (1, 1))


def chunk(text: str, meeting: Meeting | None = CABINET, item: Item | None = None, order: int = 0) -> Chunk:
    """A paragraph of a paper without layout."""
    return Chunk("pack.pdf", "Pack", order, Kind.REPORT, (1, 1), ("", ""), text, meeting, item)


LEASE = chunk("The lease of the depot was agreed.", item=PARK)
SCHOOL = chunk("School exclusions rose.", SCRUTINY)
ANYTHING = Filters()
UNDATED = chunk("The depot lease has no date.", None)


@pytest.fixture
def vectors(tmp_path: Path) -> Vectors:
    """A store of three chunks, in vectors that can be worked out by hand."""
    store = Vectors(tmp_path, HashedWords())
    store.add([LEASE, SCHOOL, UNDATED])
    return store


def ids(vectors: Vectors, words: str, filters: Filters = ANYTHING) -> list[str]:
    """What is found for these words."""
    return [found for found, _ in vectors.find(words, filters, 10)]


def test_the_nearest_comes_first(vectors: Vectors) -> None:
    """Every chunk is ranked, the one that shares most of its words first."""
    assert ids(vectors, "school exclusions") == [SCHOOL.id, *sorted([LEASE.id, UNDATED.id])]


def test_the_score_is_the_cosine(tmp_path: Path) -> None:
    """Four words in the chunk and two in the query, both shared: 2 / (2 √2)."""
    vectors = Vectors(tmp_path, HashedWords())
    vectors.add([chunk("depot lease", Meeting("Cabinet Board", None))])
    [(_, score)] = vectors.find("lease depot", Filters(), 1)
    assert score == pytest.approx(0.7071, abs=1e-4)


class Scattered:
    """An encoder whose vectors have no neighbourhoods, which is the hardest to search: all by the CRC-32 of a text."""

    name = "scattered"
    size = 384

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text."""
        rows = [np.random.default_rng(zlib.crc32(text.encode())).normal(size=self.size) for text in texts]
        return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)


def test_none_of_the_nearest_is_missed(tmp_path: Path) -> None:
    """Among fifteen hundred chunks the sixty best scores are those that arithmetic gives."""
    vectors, encoder = Vectors(tmp_path, Scattered()), Scattered()
    vectors.add([chunk(f"Chunk {order}", None, order=order) for order in range(1500)])
    rows = encoder.encode([f"Pack\nChunk {order}" for order in range(1500)])
    exact = np.sort(rows @ encoder.encode(["lease"])[0])[::-1]
    assert [score for _, score in vectors.find("lease", Filters(), 60)] == pytest.approx(exact[:60].tolist(), abs=1e-4)


def test_no_more_than_the_limit(vectors: Vectors) -> None:
    """A limit of one gives the best one, of none nothing, and a blank query finds nothing."""
    assert [found for found, _ in vectors.find("school exclusions", Filters(), 1)] == [SCHOOL.id]
    assert vectors.find("school", Filters(), 0) == []
    assert vectors.find(" ", Filters(), 5) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(committee="CABINET"), [LEASE]),
        (Filters(committee="Planning"), []),
        (Filters(since=date(2023, 3, 9), until=date(2023, 3, 9)), [LEASE]),
        (Filters(since=date(2023, 3, 10)), [SCHOOL]),
        (Filters(until=date(2023, 11, 6)), [LEASE]),
        (Filters(item="118"), [LEASE]),
        (Filters(kind=Kind.TABLE), []),
        (Filters(document="other.pdf"), []),
        (Filters(document="pack.pdf", kind=Kind.REPORT, committee="scrutiny committee"), [SCHOOL]),
    ],
)
def test_filters_confine(vectors: Vectors, filters: Filters, found: list[Chunk]) -> None:
    """Each filter, and several together, let through just what they name; a date filter drops the undated."""
    assert ids(vectors, "depot lease school", filters) == [one.id for one in found]


def test_a_long_chunk_is_found_once_by_its_best_window(tmp_path: Path) -> None:
    """Of many windows one matches; the chunk comes first, once, and the others are not crowded out."""
    long = chunk("Noted. " * 400 + "The swimming pool closes.")
    vectors = Vectors(tmp_path, HashedWords())
    vectors.add([long, *(chunk(f"Noted {number}", order=number) for number in range(3))])
    found = ids(vectors, "noted the swimming pool closes")
    assert found.count(long.id) == 1
    assert len(found) == 4


def test_many_windows_of_one_chunk_leave_room_for_others(tmp_path: Path) -> None:
    """Though the nearest windows are all of one chunk, the limit is filled with other chunks."""
    vectors = Vectors(tmp_path, HashedWords())
    long = chunk("lease " * 2000)
    vectors.add([long, LEASE, SCHOOL])
    assert [found for found, _ in vectors.find("lease", Filters(), 2)] == [long.id, LEASE.id]


def test_what_is_removed_is_gone(vectors: Vectors) -> None:
    """All windows of a chunk go, the others stay, and ids it does not hold are no matter."""
    vectors.remove([LEASE.id, "unknown"])
    assert ids(vectors, "depot lease") == [UNDATED.id, SCHOOL.id]
    assert not vectors.check([LEASE.id])


def test_adding_again_replaces(vectors: Vectors) -> None:
    """A chunk added twice is held once."""
    vectors.add([LEASE])
    found = ids(vectors, "Mill Lane")
    assert (found[0], len(found)) == (LEASE.id, 3)


def test_what_is_held_is_named(vectors: Vectors) -> None:
    """Each chunk once, however many windows it has."""
    vectors.remove([SCHOOL.id])
    vectors.add([long := chunk("lease " * 500)])
    assert vectors.held() == {LEASE.id, UNDATED.id, long.id}


def test_check_knows_what_is_held(vectors: Vectors) -> None:
    """Chunks that are held are found by their own vectors; one that is not is missed."""
    assert vectors.check([])
    assert vectors.check([LEASE.id, SCHOOL.id, UNDATED.id])
    assert not vectors.check([LEASE.id, "unknown"])


def test_check_allows_twins(tmp_path: Path) -> None:
    """Thirty chunks of the same words cannot all be among ten neighbours, and that is no fault."""
    twins = [chunk("Noted.", order=number) for number in range(30)]
    vectors = Vectors(tmp_path, HashedWords())
    vectors.add(twins)
    assert vectors.check([twin.id for twin in twins])


def test_rebuild_holds_only_what_it_is_given(vectors: Vectors) -> None:
    """After a rebuild there is nothing left of before."""
    vectors.rebuild(iter([SCHOOL]))
    assert ids(vectors, "depot lease") == [SCHOOL.id]


def test_vectors_are_there_when_opened_again(vectors: Vectors, tmp_path: Path) -> None:
    """What was added is on disk."""
    assert ids(Vectors(tmp_path, HashedWords()), "school")[0] == SCHOOL.id


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    """Before anything is added, a search is empty, not an error."""
    assert ids(Vectors(tmp_path, HashedWords()), "lease") == []


class OtherEncoder:
    """An encoder of another name."""

    name = "other-words"
    size = 1024

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same vectors."""
        return HashedWords().encode(texts)


def test_another_encoder_is_refused(vectors: Vectors, tmp_path: Path) -> None:
    """Vectors of two encoders do not mix: the message names both, and what to do."""
    with pytest.raises(StoreError) as caught:
        Vectors(tmp_path, OtherEncoder())
    assert str(caught.value) == (
        f"the store in {tmp_path} was made with the encoder hashed-words, not other-words: "
        "use hashed-words, or read the papers into a new store"
    )


def test_a_damaged_store_is_one_line(tmp_path: Path) -> None:
    """A file that Chroma cannot open becomes an error of ours."""
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(
        StoreError,
        match=r"vectors cannot be used \(.*\): see that .* remove it and ingest again, which makes them anew$",
    ):
        Vectors(tmp_path, HashedWords())


def test_rows_of_one_window_are_all_found(tmp_path: Path) -> None:
    """Fifteen rows that share a window are each held, found by their words, and pass the check."""
    vectors = Vectors(tmp_path, HashedWords())
    rows = [
        Chunk("pack.pdf", "Pack", order, Kind.TABLE, (1, 1), ("", ""), f"Roads\t{order}", cells=(("Fund", "Roads"),))
        for order in range(15)
    ]
    vectors.add(rows)
    found = vectors.find("fund roads", ANYTHING, 20)
    assert {id_ for id_, _ in found} == {row.id for row in rows} == vectors.held()
    assert len({score for _, score in found}) == 1
    assert vectors.check([row.id for row in rows])
