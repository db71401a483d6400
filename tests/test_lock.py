"""One writer at a time in a store."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.lock import NAME, only_writer
from ingest.errors import StoreError

HOLD = """
import sys, time
from pathlib import Path
from app.lock import only_writer
with only_writer(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(600)
"""


def holder(store: Path) -> "subprocess.Popen[str]":
    """A process that holds the store's lock until it is killed."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(store)], stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "held\n"
    return process


def test_a_lock_that_is_free_is_had_at_once_and_given_back(tmp_path: Path) -> None:
    """Nobody waits; the file that is left is no lock."""
    told: list[str] = []
    for _ in range(2):
        with only_writer(tmp_path, lambda: told.append("waiting")):
            assert (tmp_path / NAME).is_file()
    assert told == []


def test_the_second_says_so_and_waits_until_the_first_is_killed(tmp_path: Path) -> None:
    """A process that is killed leaves no lock behind."""
    first = holder(tmp_path)
    told: list[str] = []

    def waiting() -> None:
        told.append("waiting")
        first.kill()

    with only_writer(tmp_path, waiting), first:
        assert told == ["waiting"]


def test_a_store_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The folder, what is wrong and what to do."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught, only_writer(tmp_path / "file" / "store", lambda: None):
        pass
    assert str(caught.value) == (
        f"the store {tmp_path / 'file' / 'store'} cannot be written: Not a directory; "
        "check the folder, or give another --store"
    )
