"""Reading files into the store: what is found, what is skipped, and that a bad file stops no other."""

import shutil
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from conftest import MINUTES, quiet

from app.ingesting import expand, ingest
from app.settings import Settings
from app.wiring import Library, open_library
from ingest.chunk import split
from ingest.documents import READABLE
from ingest.pack import read_pack
from ingest.papers import Chunk
from retrieval.vectors import Vectors


class HidesWhatItHolds(Vectors):
    """Vectors that cannot be found until they are made anew, as has been seen of Chroma."""

    hidden = True

    def check(self, ids: Sequence[str]) -> bool:
        """Finds nothing while hidden."""
        return not self.hidden and super().check(ids)

    def rebuild(self, chunks: Iterable[Chunk]) -> None:
        """Makes all anew, and finds it."""
        self.hidden = False
        super().rebuild(chunks)


class Hiding(Library):
    """A library with such vectors."""

    @cached_property
    def vectors(self) -> Vectors:
        """Vectors that are not found at first."""
        return HidesWhatItHolds(self.folder, self.encoder)


def said(*paths: Path, library: Library, jobs: int = 1) -> list[str]:
    """What the outcomes say."""
    return [str(outcome) for outcome in ingest(paths, library, jobs, quiet)]


def note(path: Path, words: str = "Cabinet agreed to plant forty trees in Mill Lane.") -> Path:
    """A plain text of one sentence."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words + "\n")
    return path


def test_what_is_read_can_be_found(library: Library) -> None:
    """A paper is in the catalogue and in the vectors, and says what was found in it."""
    pack = read_pack(MINUTES)
    (outcome,) = ingest([MINUTES], library, 1, quiet)
    assert (outcome.pack, outcome.chunks) == (pack, len(split(pack)))
    assert library.catalogue.chunk_ids(MINUTES.name) == tuple(chunk.id for chunk in split(pack))
    assert library.vectors.check(library.catalogue.chunk_ids(MINUTES.name))


def test_what_has_not_changed_is_skipped(library: Library, tmp_path: Path) -> None:
    """The second time a file is not read again."""
    path = note(tmp_path / "trees.txt")
    said(path, library=library)
    assert said(path, library=library) == ["trees.txt: unchanged since it was read"]


def test_what_has_changed_replaces_what_was(library: Library, tmp_path: Path) -> None:
    """Nothing is left of the older version, in the catalogue or in the vectors."""
    said(note(tmp_path / "trees.txt"), library=library)
    before = library.catalogue.chunk_ids("trees.txt")
    said(note(tmp_path / "trees.txt", "Cabinet refused to plant any trees."), library=library)
    assert not set(before) & set(library.catalogue.chunk_ids("trees.txt"))
    assert not library.vectors.check(before)


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    """Folders are read to the bottom; hidden files and other kinds are passed over."""
    wanted = [note(tmp_path / "a" / "deep" / "one.md"), note(tmp_path / "b.TXT")]
    note(tmp_path / ".hidden.txt")
    note(tmp_path / "c.xlsx")
    assert list(expand([tmp_path])) == wanted


def test_what_is_not_there_is_said_and_the_rest_is_read(library: Library, tmp_path: Path) -> None:
    """A missing folder and one without papers stop nothing."""
    (tmp_path / "empty").mkdir()
    lines = said(tmp_path / "gone", tmp_path / "empty", note(tmp_path / "trees.txt"), library=library)
    assert lines == [
        f"{tmp_path / 'gone'} is not there: check the path",
        f"{tmp_path / 'empty'} holds no papers: none of its files ends in {', '.join(READABLE)}",
        "trees.txt: other: 1 chunk",
    ]


def test_two_files_of_one_name_do_not_replace_each_other(library: Library, tmp_path: Path) -> None:
    """The second of them is named with the first."""
    one, two = note(tmp_path / "a" / "trees.txt"), note(tmp_path / "b" / "trees.txt", "Other words.")
    assert said(one, two, library=library)[1] == f"{two} has the name of {one}, read before it: rename one of them"


def test_progress_is_told_from_reading_to_the_last_chunk(library: Library, tmp_path: Path) -> None:
    """The document is named before it is read, and its chunks are counted to the end."""
    told: list[tuple[str, int, int]] = []
    list(ingest([note(tmp_path / "trees.txt")], library, 1, lambda *step: told.append(step)))
    assert told == [("trees.txt", 0, 0), ("trees.txt", 0, 1), ("trees.txt", 1, 1)]


def test_vectors_that_are_not_found_are_made_again(library: Library, tmp_path: Path) -> None:
    """Where the check at the end does not find a chunk, all vectors are made from the catalogue."""
    hiding = Hiding(library.folder, library.catalogue, library.encoder_name)
    said(note(tmp_path / "trees.txt"), note(tmp_path / "hedges.txt", "A hedge."), library=hiding)
    assert hiding.vectors.check(library.catalogue.chunk_ids())
    assert hiding.vectors.held() == set(library.catalogue.chunk_ids())


def test_an_ingest_cut_short_is_done_again(library: Library, tmp_path: Path) -> None:
    """A paper whose vectors were kept and whose catalogue entry was not is read the next time."""
    path = note(tmp_path / "trees.txt")
    library.vectors.add(split(read_pack(path)))
    assert said(path, library=library) == ["trees.txt: other: 1 chunk"]
    assert library.vectors.check(library.catalogue.chunk_ids("trees.txt"))


def test_a_store_without_its_vectors_is_mended(library: Library, tmp_path: Path) -> None:
    """Though no file has changed, the vectors that are missing are made from the catalogue."""
    path = note(tmp_path / "trees.txt")
    said(path, library=library)
    shutil.copytree(library.folder, tmp_path / "bare", ignore=shutil.ignore_patterns("vectors"))
    bare = open_library(Settings(store=tmp_path / "bare", encoder="hashed-words"))
    assert said(path, library=bare) == ["trees.txt: unchanged since it was read"]
    assert bare.vectors.check(library.catalogue.chunk_ids("trees.txt"))


def test_vectors_of_what_is_not_held_go(library: Library, tmp_path: Path) -> None:
    """What an ingest cut short has left behind does not stay, even if its file is never read again."""
    library.vectors.add(split(read_pack(note(tmp_path / "hedges.txt"))))
    said(note(tmp_path / "trees.txt"), library=library)
    assert library.vectors.held() == set(library.catalogue.chunk_ids("trees.txt"))


def test_a_lost_copy_of_a_file_is_kept_again(library: Library, tmp_path: Path) -> None:
    """Pictures of pages need the file, so it is read again though it has not changed."""
    path = note(tmp_path / "trees.txt")
    said(path, library=library)
    library.catalogue.file("trees.txt").unlink()
    assert said(path, library=library) == ["trees.txt: other: 1 chunk"]
    assert library.catalogue.file("trees.txt").read_bytes() == path.read_bytes()
