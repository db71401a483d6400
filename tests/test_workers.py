"""Reading a file in a process of its own: what it gives, and what each limit and each death costs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import MINUTES

from app.workers import LIMITS, LINUX, Limits, Read, Reader, Workers, read_file
from ingest.chunk import split
from ingest.errors import BrokenPaper, NotAPaper, PaperError
from ingest.pack import read_pack
from ingest.register.register import pack_to_register

ONLY_LINUX = pytest.mark.skipif(not LINUX, reason="only Linux keeps to a limit of memory")
PATH = Path("papers") / "a.pdf"


def sleeps(path: Path) -> Read:
    """A reader that does not come back."""
    time.sleep(600)
    raise AssertionError(path)


def dies(path: Path) -> Read:
    """A reader that takes its process with it."""
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError(path)


def eats(path: Path) -> Read:
    """A reader that wants all the memory there is."""
    raise AssertionError(len([b"%d" % number * 1000 for number in range(1 << 40)]), path)


def errs(path: Path) -> Read:
    """A reader with a mistake in it, that speaks of it at length."""
    os.write(2, b"no line of this is for the user\n")
    raise NotAPaper(f"{path.name}: is no paper")


def failure(read: Reader, seconds: float = 60, memory: int = 512) -> str:
    """What is said of a file that such a reader fails on."""
    with Workers(1, Limits(seconds, memory), read) as workers, pytest.raises(PaperError) as caught:
        workers.submit(PATH).result()
    return str(caught.value)


def test_a_file_is_read_as_it_would_be_here() -> None:
    """The pack and the chunks come out of the worker whole."""
    pack = read_pack(MINUTES)
    with Workers(1, LIMITS) as workers:
        assert workers.submit(MINUTES).result() == (pack, split(pack), pack_to_register(pack))


def test_a_reader_that_does_not_come_back_is_ended() -> None:
    """The line says how long it was given."""
    assert failure(sleeps, seconds=0.5) == (
        "papers/a.pdf: reading it took over 0.5 seconds; set `seconds` higher if you trust it"
    )


@ONLY_LINUX
def test_a_reader_that_wants_too_much_memory_is_refused_it() -> None:
    """The line says how much it was given."""
    assert failure(eats, memory=100) == (
        "papers/a.pdf: it wants more memory than 100 MiB; set `memory` higher if you trust it"
    )


def test_a_reader_that_crashes_is_told_from_one_that_fails(capfd: pytest.CaptureFixture[str]) -> None:
    """A reader's own reason is the line; what it prints is nobody's business."""
    crashed = "papers/a.pdf: the reader crashed on it; it is damaged, or wants more memory than 512 MiB"
    assert failure(dies) == crashed
    assert failure(errs) == "a.pdf: is no paper"
    assert capfd.readouterr() == ("", "")


def test_what_a_reader_did_not_foresee_is_a_reason_too() -> None:
    """A mistake of ours is said to be one; a file that is gone is not."""
    with pytest.raises(PaperError, match=r"^papers/a\.pdf cannot be read: No such file or directory$"):
        read_file(PATH)
    with pytest.raises(BrokenPaper, match=r"the reader failed on it \(AttributeError: .*please report it$"):
        read_file("a.pdf")  # type: ignore[arg-type]


def test_a_file_of_more_bytes_than_the_memory_is_not_begun(tmp_path: Path) -> None:
    """Its size is known without reading it."""
    path = tmp_path / "a.pdf"
    path.touch()
    os.truncate(path, 3 << 20)
    assert Limits(1, 4).refusal(path) == ""
    assert Limits(1, 3).refusal(path) == (
        f"{path} has 3 MiB, more than a reader may use (3): set `memory` higher if you trust it"
    )


def test_files_at_work_are_left_at_once() -> None:
    """Whoever leaves does not wait for a reader; those that had not begun never do."""
    with Workers(1, LIMITS, sleeps) as workers:
        readings = [workers.submit(PATH) for _ in range(3)]
    assert [reading.cancelled() or isinstance(reading.exception(), BrokenPaper) for reading in readings] == [True] * 3


@pytest.mark.parametrize("read", ["sleeps", "spins"])
def test_a_worker_ends_with_a_process_that_is_killed(read: str) -> None:
    """However that process ends, its workers do not stay; its pipe closes with the last of them."""
    code = f"""
import os, sys, time
from pathlib import Path
from app.workers import LIMITS, Workers
from test_workers import {read}
with Workers(2, LIMITS, {read}) as workers:
    workers.submit(Path("a.pdf"))
    workers.submit(Path("b.pdf"))
    time.sleep(1)
    os.kill(os.getpid(), 9)
"""
    here = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parent)])
    ran = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, timeout=60, env=os.environ | {"PYTHONPATH": here}
    )
    assert ran.returncode == -9


def spins(path: Path) -> Read:
    """A reader that never rests."""
    while True:
        path = path.absolute()
