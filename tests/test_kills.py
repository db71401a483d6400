"""An ingest killed at any moment leaves the store whole, and the next one ends as if nothing had been.

The variable KILLS says how many are tried; the proof that is reported is of 100.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from bad_pdfs import SEED
from conftest import MINUTES, make_pdf

from app.settings import Settings
from app.wiring import Library, open_library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills groups of processes")

KILLS = int(os.environ.get("KILLS", "12"))
COMMAND = [sys.executable, "-c", "from app.cli import main; main()", "ingest", "--jobs", "2"]
ENVIRONMENT = os.environ | {"MATTERS_ENCODER": "hashed-words", "PYTHONPATH": str(Path(__file__).parents[1])}
CONTENT = {
    "documents": "SELECT document, sha256, title, kind, meeting, items FROM documents",
    "pages": "SELECT document, number, text, words FROM pages ORDER BY document, number",
    "chunks": "SELECT document, id, body, text FROM chunks LEFT JOIN words ON words.rowid = row ORDER BY 1, place",
    "entries": "SELECT document, id, body, text FROM entries LEFT JOIN entry_bodies USING (row) "
    "LEFT JOIN entry_words w ON w.rowid = row ORDER BY document, register, place",
    "acronyms": "SELECT document, short, long, weight FROM acronyms ORDER BY document, short, long",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a set of minutes, two packs and six small papers."""
    folder = tmp_path_factory.mktemp("papers")
    for sample in (MINUTES, *sorted(MINUTES.parent.glob("place-*.pdf"))):
        shutil.copy(sample, folder)
    for number in range(6):
        make_pdf(folder / f"note-{number}.pdf", f"Cabinet agreed to plant {number} trees.", "Carried.")
    return folder


def begun(papers: Path, store: Path) -> "subprocess.Popen[bytes]":
    """An ingest at work in a group of its own; its stdout closes with the last of its processes."""
    command = [*COMMAND, "--store", str(store), str(papers)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True, env=ENVIRONMENT
    )


def run_to_its_end(papers: Path, store: Path) -> None:
    """An ingest that nobody disturbs."""
    with begun(papers, store) as process:
        process.communicate()
    assert process.returncode == 0


def relations(store: Path) -> list[tuple[object, ...]]:
    """What the store says of how its documents belong together, which is worked out after they are kept."""
    with closing(sqlite3.connect(store / "catalogue.sqlite")) as database:
        return sorted(database.execute("SELECT * FROM relations"))


def library_in(store: Path) -> Library:
    """The library of a store."""
    return open_library(Settings(store=store, encoder="hashed-words"))


def content(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a store that is sound holds of each document: its rows of every table, and whether its file is there."""
    if not (store / "catalogue.sqlite").is_file():
        return {}
    with closing(sqlite3.connect(store / "catalogue.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry_words'").fetchall():
            return {}
        held: dict[str, list[tuple[object, ...]]] = {}
        for table, query in CONTENT.items():
            for document, *row in database.execute(query):
                held.setdefault(document, []).append((table, *row))
    for rows in held.values():
        rows.append(("file", any((store / "files").glob(f"{rows[0][1]}.*"))))
    return held


@pytest.fixture(scope="module")
def undisturbed(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[float, Path]:
    """How many seconds an ingest takes that nobody disturbs, and the store that it leaves."""
    store, start = tmp_path_factory.mktemp("undisturbed") / "store", time.monotonic()
    run_to_its_end(papers, store)
    return time.monotonic() - start, store


def test_killed_at_any_moment_it_leaves_the_store_whole(
    papers: Path, undisturbed: tuple[float, Path], tmp_path: Path
) -> None:
    """Alone or with all its workers, which never stay behind; what is held is whole, and in the end all is."""
    (seconds, model), dice, number = undisturbed, random.Random(SEED), 0
    whole = content(model)
    for kill in range(KILLS):
        store = tmp_path / f"store-{number}"
        with begun(papers, store) as process:
            time.sleep(dice.uniform(0, seconds))
            (os.killpg if kill % 2 else os.kill)(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)
        held = content(store)
        assert held.items() <= whole.items()
        number += len(held) == len(whole)
    for store in (tmp_path / f"store-{last}" for last in range(number + 1)):
        run_to_its_end(papers, store)
        assert (content(store), relations(store)) == (whole, relations(model))
        library = library_in(store)
        assert library.vectors.held() == set(library.catalogue.chunk_ids())
        assert library.vectors.check(library.catalogue.chunk_ids())
        assert len(list((store / "files").iterdir())) == len(whole)
