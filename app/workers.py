"""Reading each file in a process of its own, within limits of time and memory, so that a bad file costs only itself.

Time is limited everywhere, memory where the system has RLIMIT_DATA and keeps to it: Linux. Elsewhere a file that
wants too much memory is stopped by the system, or by its time. A file of more bytes than the memory is not begun.
"""

import math
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from ingest.entries import Register
from ingest.errors import BrokenPaper, PaperError
from ingest.ocr import OcrSettings
from ingest.papers import Chunk, Pack

Read: TypeAlias = tuple[Pack, tuple[Chunk, ...], Register]
Reader: TypeAlias = Callable[[Path], Read]

LINUX = sys.platform.startswith("linux")
MEBIBYTE = 1 << 20
PRELOADED = ["__main__", "ingest.pack", "ingest.chunk", "ingest.register.register"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may take to be read: seconds by the clock, and memory in MiB."""

    seconds: float = 600
    memory: int = 2048

    def refusal(self, path: Path) -> str:
        """Why a file is not even begun, "" where it may be: it alone would fill the memory."""
        size = path.stat().st_size // MEBIBYTE
        if size < self.memory:
            return ""
        return f"{path} has {size} MiB, more than a reader may use ({self.memory}): set `memory` higher if you trust it"


LIMITS = Limits()


def read_file(path: Path, ocr: OcrSettings | None = None) -> Read:
    """A file's pack, chunks and register; any failure is a PaperError, as this is the edge of a worker process."""
    from ingest.chunk import split
    from ingest.pack import read_pack
    from ingest.register.register import pack_to_register

    try:
        pack = read_pack(path, ocr)
        return pack, split(pack), pack_to_register(pack)
    except (PaperError, MemoryError):
        raise
    except OSError as exc:
        raise PaperError(f"{path} cannot be read: {exc.strerror or exc}") from exc
    except Exception as exc:
        raise BrokenPaper(f"{path}: the reader failed on it ({type(exc).__name__}: {exc}); please report it") from exc


class Workers:
    """Reads so many files at a time; those at work when it is left are ended with it."""

    def __init__(self, jobs: int, limits: Limits, read: Reader = read_file) -> None:
        self.limits, self._read = limits, read
        self._threads = ThreadPoolExecutor(jobs, initializer=_leave_interrupts)
        self._at_work: set[BaseProcess] = set()
        self._left = False
        self._context = get_context("forkserver") if LINUX else get_context("spawn")
        if LINUX:
            self._context.set_forkserver_preload(PRELOADED)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._left = True
        for process in tuple(self._at_work):
            process.kill()
        self._threads.shutdown(cancel_futures=True)

    def submit(self, path: Path) -> Future[Read]:
        """The file's pack, chunks and register once they are read; a PaperError where that failed or passed a limit."""
        return self._threads.submit(self._read_apart, path)

    def _read_apart(self, path: Path) -> Read:
        answer, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work, args=(path, self._read, self.limits, theirs), daemon=True)
        process.start()
        theirs.close()
        self._at_work.add(process)
        if self._left:
            process.kill()
        try:
            return self._answer(path, answer)
        finally:
            answer.close()
            process.kill()
            process.join()
            self._at_work.remove(process)

    def _answer(self, path: Path, answer: Connection) -> Read:
        limits = self.limits
        try:
            if not answer.poll(limits.seconds):
                raise BrokenPaper(
                    f"{path}: reading it took over {limits.seconds:g} seconds; set `seconds` higher if you trust it"
                )
            said: Read | PaperError = answer.recv()
        except (EOFError, ConnectionError) as exc:
            raise BrokenPaper(
                f"{path}: the reader crashed on it; it is damaged, or wants more memory than {limits.memory} MiB"
            ) from exc
        if isinstance(said, PaperError):
            raise said
        return said


def _work(path: Path, read: Reader, limits: Limits, answer: Connection) -> None:
    """What a worker does: it keeps to the limits, reads the file, answers and ends."""
    _begin_work(limits)
    try:
        answer.send(read(path))
    except PaperError as exc:
        answer.send(exc)
    except MemoryError:
        answer.send(
            BrokenPaper(f"{path}: it wants more memory than {limits.memory} MiB; set `memory` higher if you trust it")
        )


def _begin_work(limits: Limits) -> None:
    """Ctrl-C is left to the parent, with which a worker ends however that ends; what libraries print is not shown."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if parent := parent_process():
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    if LINUX:
        _confine(limits)


def _confine(limits: Limits) -> None:
    """Memory is refused beyond the limit; time is limited here too, for a worker too busy to see its parent's end."""
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory * MEBIBYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limits.seconds) * (os.cpu_count() or 1),) * 2)


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _leave_interrupts() -> None:
    """Processes that this thread starts do not see Ctrl-C, not even while they start."""
    if LINUX:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
