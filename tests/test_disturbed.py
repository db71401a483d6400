"""An ingest that is disturbed: by Ctrl-C, a full disk, a folder not to be written, another ingest, questions."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MINUTES, Matters, make_pdf

from app.lock import only_writer
from app.settings import Settings
from app.wiring import open_assistant, open_library
from ingest.chunk import split
from ingest.pack import read_pack
from retrieval.answers import Filters

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

ENVIRONMENT = os.environ | {"MATTERS_ENCODER": "hashed-words", "PYTHONPATH": str(Path(__file__).parents[1])}
SUPPLEMENT = MINUTES.parent / "place-scrutiny-2024-11-21-supplement-pack.pdf"
MAIN = "from app.cli import main; main()"
SMALL_DISK = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)); {MAIN}"
"""The command where no file may grow beyond 300 kB, which fails as a full disk does."""


def begun(store: Path, *papers: Path, code: str = MAIN) -> "subprocess.Popen[str]":
    """An ingest at work in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, "ingest", "--jobs", "2", "--store", str(store), *map(str, papers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    )


def ran(store: Path, *papers: Path, code: str = MAIN) -> tuple[int, list[str], list[str]]:
    """The exit status of an ingest, its results, and all else that it said."""
    with begun(store, *papers, code=code) as process:
        out, err = process.communicate(timeout=120)
    return process.returncode, out.splitlines(), err.splitlines()


def test_ctrl_c_ends_it_at_once_and_keeps_what_was_read(tmp_path: Path) -> None:
    """Nothing more is said, no worker stays behind, and the next ingest goes on."""
    store, long = tmp_path / "store", tmp_path / "long.txt"
    long.write_text("\n".join(f"{number}. An item that takes its time." for number in range(300_000)))
    with begun(store, MINUTES, long) as process:
        assert process.stdout
        assert process.stdout.readline().startswith(MINUTES.name)
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 130
    assert ran(store, MINUTES) == (0, [f"{MINUTES.name}: unchanged since it was read"], [])


def test_of_two_at_once_the_second_says_that_it_waits(tmp_path: Path) -> None:
    """It goes on when the first has ended."""
    store = tmp_path / "store"
    with only_writer(store, lambda: None):
        second = begun(store, make_pdf(tmp_path / "a.pdf", "A paper."))
        assert second.stderr
        assert second.stderr.readline() == (
            "matters: the store is being written by another process: waiting for it to end\n"
        )
    with second:
        assert second.communicate(timeout=120) == ("a.pdf: other: 1 page, 1 chunk\n", "")


def test_two_that_begin_a_store_at_once_both_end_well(tmp_path: Path) -> None:
    """Each document is held once both have ended."""
    papers = [make_pdf(tmp_path / f"{name}.pdf", f"Paper {name}.") for name in "ab"]
    both = [begun(tmp_path / "store", paper) for paper in papers]
    for process in both:
        with process:
            process.communicate(timeout=120)
    assert [process.returncode for process in both] == [0, 0]
    held = open_library(Settings(store=tmp_path / "store", encoder="hashed-words")).catalogue.documents()
    assert [one.pack.document for one in held] == ["a.pdf", "b.pdf"]


def test_questions_meanwhile_see_whole_documents_only(tmp_path: Path) -> None:
    """What is held has all its chunks at any moment, and what is found is held."""
    papers = [MINUTES, SUPPLEMENT, *(make_pdf(tmp_path / f"{n}.pdf", f"Library {n} was opened.") for n in range(6))]
    sizes = {path.name: len(split(read_pack(path))) for path in papers}
    settings = Settings(store=tmp_path / "store", encoder="hashed-words")
    with begun(settings.store, *papers) as process:
        while process.poll() is None:
            if not (settings.store / "catalogue.sqlite").is_file():
                continue
            library = open_library(settings)
            held = {one.pack.document: one.chunks for one in library.catalogue.documents()}
            assert held.items() <= sizes.items()
            if held:
                found = open_assistant(library).search("library opening hours", Filters(), 20)
                assert found
                assert {one.chunk.document for one in found} <= sizes.keys()
    assert process.returncode == 0
    assert {one.pack.document: one.chunks for one in library.catalogue.documents()} == sizes


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    """What was held is held still, and once there is room the ingest goes on."""
    store, small = tmp_path / "store", make_pdf(tmp_path / "a.pdf", "A paper.")
    assert ran(store, small)[0] == 0
    status, out, err = ran(store, small, SUPPLEMENT, code=SMALL_DISK)
    assert (status, out, len(err)) == (1, ["a.pdf: unchanged since it was read"], 1)
    assert "room" in err[0]
    status, out, err = ran(store, small, SUPPLEMENT)
    assert (status, out[0], len(out), err) == (0, "a.pdf: unchanged since it was read", 2, [])


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_not_to_be_written_is_one_line(matters: Matters, tmp_path: Path) -> None:
    """The store is named, and what to do."""
    (tmp_path / "locked").mkdir(mode=0o500)
    told = matters("ingest", make_pdf(tmp_path / "a.pdf", "A paper."), "--store", tmp_path / "locked")
    assert (told.status, told.out) == (1, [])
    assert told.err == [
        f"matters: the store {tmp_path / 'locked'} cannot be written: Permission denied; "
        "check the folder, or give another --store"
    ]
