"""The catalogue keeps documents whole, finds their words within filters, and leaves nothing of what it forgets."""

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import StoreError
from ingest.papers import Chunk, Item, Kind, Meeting, Pack, PackKind, Page, Word
from retrieval.answers import Filters
from retrieval.catalogue import NAME, Catalogue

CABINET = Meeting("Cabinet", date(2023, 3, 9))
SCRUTINY = Meeting("Scrutiny Committee", date(2023, 11, 7))
DEPOT = Item("118.", "Mill Lane depot", (1, 1), CABINET)
WORDS = (Word("The", (72.0, 60.5, 90.0, 72.0)), Word("lease", (94.0, 60.5, 120.0, 72.0)))
PAGES = (Page(1, "9", "The lease", WORDS, "9", (595.0, 842.0)), Page(2, "", "", unread="scanned"))
PACK = Pack("pack.pdf", "Pack", "ab12", PackKind.AGENDA_PACK, CABINET, PAGES, (DEPOT,), supplements=("6",))
LEASE = Chunk(
    "pack.pdf", "Pack", 0, Kind.MINUTE, (1, 1), ("9", "9"), "The lease of the depot was agreed.", CABINET, DEPOT
)
CELLS = (("School", "Mill Lane Primary"), ("Exclusions", "14"))
EXCLUSIONS = Chunk(
    "pack.pdf",
    "Pack",
    1,
    Kind.TABLE,
    (1, 2),
    ("9", ""),
    "Mill Lane Primary\t14",
    SCRUTINY,
    headings=("Table 2",),
    cells=CELLS,
    unit="%",
    boxes=((72.0, 60.5, 300.0, 72.0),),
)
UNDATED = Chunk("pack.pdf", "Pack", 2, Kind.REPORT, (2, 2), ("", ""), "The depot has no lease.")
CHUNKS = (LEASE, EXCLUSIONS, UNDATED)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The file of the pack."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"first")
    return path


@pytest.fixture
def catalogue(tmp_path: Path, source: Path) -> Catalogue:
    """A catalogue that holds the pack."""
    made = Catalogue(tmp_path / "store", "hashed-words")
    made.add(PACK, CHUNKS, source)
    return made


def texts(catalogue: Catalogue, *terms: str, filters: Filters | None = None) -> list[str]:
    """The texts found for these terms, best first."""
    return [passage.chunk.text for passage in catalogue.find(terms, filters or Filters(), 10)]


def kept(tmp_path: Path) -> list[str]:
    """The names of the files kept in the store."""
    return sorted(path.name for path in (tmp_path / "store" / "files").iterdir())


def rows_left(tmp_path: Path) -> dict[str, int]:
    """How many rows each table of the store has."""
    db = sqlite3.connect(tmp_path / "store" / NAME)
    counts = {
        table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("documents", "pages", "chunks", "words")
    }
    db.close()
    return counts


def test_chunks_come_back_as_they_went(catalogue: Catalogue) -> None:
    """Meetings, items, cells, boxes and all, singly and in reading order."""
    assert catalogue.chunks([EXCLUSIONS.id, "unknown"]) == {EXCLUSIONS.id: EXCLUSIONS}
    assert tuple(catalogue.every_chunk()) == CHUNKS
    assert catalogue.chunk_ids("pack.pdf") == catalogue.chunk_ids() == tuple(chunk.id for chunk in CHUNKS)


def test_pages_come_back_with_words_and_boxes(catalogue: Catalogue) -> None:
    """A page is what it was, one that could not be read too."""
    assert [catalogue.page("pack.pdf", number) for number in (1, 2)] == list(PAGES)


def test_a_page_that_is_not_held_is_an_error(catalogue: Catalogue) -> None:
    """The line names the document and the page."""
    with pytest.raises(StoreError, match=r"^pack.pdf has no page 3 in the store; `matters documents` lists"):
        catalogue.page("pack.pdf", 3)


def test_documents_are_listed_without_their_text(catalogue: Catalogue) -> None:
    """The pack as it was, but for its pages' words, and how many chunks it has."""
    (held,) = catalogue.documents()
    bare = tuple(replace(page, text="", words=(), size=(0.0, 0.0)) for page in PAGES)
    assert (held.pack, held.chunks) == (replace(PACK, pages=bare), 3)
    assert (catalogue.papers(), catalogue.size()) == (1, 3)


def test_a_document_added_twice_is_held_once(catalogue: Catalogue, source: Path, tmp_path: Path) -> None:
    """Nothing is replaced, and nothing is there twice."""
    before = rows_left(tmp_path)
    assert catalogue.add(PACK, CHUNKS, source) == ()
    assert rows_left(tmp_path) == before


def test_a_newer_version_replaces_the_older_whole(catalogue: Catalogue, source: Path, tmp_path: Path) -> None:
    """The ids of the chunks that went are given; what stayed the same is not among them; the old file goes."""
    gone = catalogue.add(replace(PACK, sha256="cd34", pages=PAGES[:1], items=()), (LEASE,), source)
    assert set(gone) == {EXCLUSIONS.id, UNDATED.id}
    assert rows_left(tmp_path) == {"documents": 1, "pages": 1, "chunks": 1, "words": 1}
    assert kept(tmp_path) == ["cd34.pdf"]


def test_what_is_forgotten_leaves_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    """No row, no word, no file; and the ids of its chunks are given for the vectors."""
    assert set(catalogue.forget("pack.pdf")) == {chunk.id for chunk in CHUNKS}
    assert rows_left(tmp_path) == {"documents": 0, "pages": 0, "chunks": 0, "words": 0}
    assert (texts(catalogue, "lease"), kept(tmp_path)) == ([], [])


def test_what_is_not_held_cannot_be_forgotten(catalogue: Catalogue) -> None:
    """The line says where to look."""
    with pytest.raises(StoreError, match=r"^gone.pdf is not in the store; `matters documents` lists what is$"):
        catalogue.forget("gone.pdf")


def test_a_file_that_two_documents_share_stays_for_the_other(
    catalogue: Catalogue, source: Path, tmp_path: Path
) -> None:
    """The copy goes with the last of them."""
    catalogue.add(replace(PACK, document="twin.pdf"), (), source)
    catalogue.forget("pack.pdf")
    assert catalogue.file("twin.pdf").read_bytes() == b"first"
    catalogue.forget("twin.pdf")
    assert kept(tmp_path) == []


def test_a_document_is_held_while_its_file_is(catalogue: Catalogue) -> None:
    """By name and contents; where the kept copy is lost it must be read again."""
    assert catalogue.holds("pack.pdf", "ab12")
    assert not catalogue.holds("pack.pdf", "cd34")
    catalogue.file("pack.pdf").unlink()
    assert not catalogue.holds("pack.pdf", "ab12")


def test_a_fault_amid_a_document_leaves_the_old_one_whole(catalogue: Catalogue, source: Path, tmp_path: Path) -> None:
    """Two chunks of one id cannot be kept: the newer version is not there, the older is as it was."""
    before = rows_left(tmp_path)
    with pytest.raises(StoreError, match="UNIQUE constraint failed"):
        catalogue.add(replace(PACK, sha256="cd34"), (UNDATED, UNDATED), source)
    assert rows_left(tmp_path) == before
    assert tuple(catalogue.every_chunk()) == CHUNKS
    assert catalogue.file("pack.pdf").read_bytes() == b"first"


def test_the_rarer_words_come_first(catalogue: Catalogue) -> None:
    """Any form of a word counts, the chunk that shares more of them comes before the others."""
    assert texts(catalogue, "agreeing", "leases") == [LEASE.text, UNDATED.text]
    assert texts(catalogue, "exclusions") == [EXCLUSIONS.text]
    assert catalogue.document_frequency(["lease", "depots", "£"]) == {"lease": 2, "depots": 2}


def test_a_term_of_several_words_is_a_phrase(catalogue: Catalogue) -> None:
    """Its words must stand together; a quotation mark in it is no mark of the query's language."""
    assert texts(catalogue, "no lease") == [UNDATED.text]
    assert texts(catalogue, 'depot" OR "exclusions') == []
    assert texts(catalogue, '"') == texts(catalogue) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [LEASE, UNDATED, EXCLUSIONS]),
        (Filters(committee="CABINET"), [LEASE]),
        (Filters(committee="Cab%"), []),
        (Filters(since=date(2023, 3, 9), until=date(2023, 3, 9)), [LEASE]),
        (Filters(since=date(2023, 3, 10)), [EXCLUSIONS]),
        (Filters(until=date(2023, 11, 6)), [LEASE]),
        (Filters(item="118"), [LEASE]),
        (Filters(kind=Kind.TABLE), [EXCLUSIONS]),
        (Filters(document="other.pdf"), []),
        (Filters(document="pack.pdf", kind=Kind.REPORT), [UNDATED]),
    ],
)
def test_filters_confine(catalogue: Catalogue, filters: Filters, found: list[Chunk]) -> None:
    """Each filter, and several together, let through just what they name; a date filter drops the undated."""
    asked = texts(catalogue, "depot", "lease", "lane", filters=filters)
    assert sorted(asked) == sorted(chunk.text for chunk in found)


def test_no_more_than_the_limit(catalogue: Catalogue) -> None:
    """The best ones, ranked from 1."""
    (passage,) = catalogue.find(["lease", "agreed"], Filters(), 1)
    assert (passage.chunk, passage.rank) == (LEASE, 1)


def test_committees_are_named_once(catalogue: Catalogue) -> None:
    """By name; papers without a sitting name none."""
    assert catalogue.committees() == ("Cabinet", "Scrutiny Committee")


def test_a_store_is_there_when_opened_again(catalogue: Catalogue, tmp_path: Path) -> None:
    """What was added is on disk."""
    assert tuple(Catalogue(tmp_path / "store", "hashed-words").every_chunk()) == CHUNKS


def test_a_store_of_another_encoder_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    """The line names both encoders, and what to do."""
    line = "was made with encoder hashed-words, not other: set encoder to that, or ingest into another store$"
    with pytest.raises(StoreError, match=line):
        Catalogue(tmp_path / "store", "other")


@pytest.mark.parametrize(
    "change", ["UPDATE store SET value = '0' WHERE key = 'form'", "DELETE FROM store WHERE key = 'form'"]
)
def test_a_store_of_another_form_is_refused(change: str, catalogue: Catalogue, tmp_path: Path) -> None:
    """What another version of the program made is not guessed at."""
    db = sqlite3.connect(tmp_path / "store" / NAME)
    with db:
        db.execute(change)
    db.close()
    with pytest.raises(StoreError, match="was made by another version of the program: remove it and ingest"):
        Catalogue(tmp_path / "store", "hashed-words")


def test_a_file_in_place_of_the_store_is_one_line(tmp_path: Path) -> None:
    """A store is a folder."""
    (tmp_path / "store").write_text("a file")
    with pytest.raises(
        StoreError, match=r"cannot be opened: Not a directory; check the folder, or give another --store$"
    ):
        Catalogue(tmp_path / "store", "hashed-words")


@pytest.mark.parametrize("read", [Catalogue.chunk_ids, Catalogue.documents, lambda held: held.page("pack.pdf", 1)])
def test_damage_is_one_line_at_every_door(
    read: Callable[[Catalogue], object], catalogue: Catalogue, tmp_path: Path
) -> None:
    """A store that opens and whose rows are spoilt says so in our words, whatever is read."""
    path = tmp_path / "store" / NAME
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    path.write_bytes(path.read_bytes()[: 4 * 4096] + b"spoilt" * 20_000)
    with pytest.raises(StoreError, match=r"^the store .* cannot be used: database disk image is malformed; see that"):
        read(Catalogue(tmp_path / "store", "hashed-words"))


def test_threads_read_and_write_side_by_side(catalogue: Catalogue, source: Path) -> None:
    """Many threads that come and go each get what they ask, while documents are added."""
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(texts(catalogue, "agreed"))) for _ in range(20)]
    for number, thread in enumerate(threads):
        thread.start()
        catalogue.add(replace(PACK, document=f"{number}.pdf"), (), source)
    for thread in threads:
        thread.join()
    assert found == [[LEASE.text]] * 20
    assert catalogue.papers() == 21


def test_pages_wait_until_somebody_has_tried_to_read_their_pictures(catalogue: Catalogue, source: Path) -> None:
    """A page tried in vain waits no more; how it is turned, and that it was tried, is kept."""
    assert catalogue.waits("pack.pdf")
    tried = replace(PAGES[1], turn=90, ocr=True)
    catalogue.add(replace(PACK, pages=(PAGES[0], tried)), CHUNKS, source)
    assert (catalogue.waits("pack.pdf"), catalogue.page("pack.pdf", 2)) == (False, tried)
