"""Reading files into the store: several at a time, each whole or not at all, a bad one stopping none.

A file's vectors are kept before its catalogue entry and its old ones removed after it, so that whatever
interrupts an ingest, the next one finds the file unread, or read whole. At the end of each ingest the vectors
are made to agree with the catalogue, though they were lost, or left by an ingest cut short.
"""

import hashlib
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeAlias

from app.listing import summary
from app.wiring import Library
from ingest.documents import READABLE
from ingest.errors import BrokenPaper, PaperError
from ingest.papers import Chunk, Pack

BATCH = 64
AHEAD = 2

Read: TypeAlias = tuple[Pack, tuple[Chunk, ...]]
Reader: TypeAlias = Callable[[Path], Read]
Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the document at work, and how many of its chunks are kept of how many (0 of 0 while it is read)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the pack read and its chunks, or the reason it failed, or neither: unchanged."""

    path: Path
    pack: Pack | None = None
    chunks: int = 0
    reason: str = ""

    def __str__(self) -> str:
        if self.pack:
            return f"{self.path.name}: {summary(self.pack, self.chunks)}"
        return self.reason or f"{self.path.name}: unchanged since it was read"


@dataclass(frozen=True, slots=True)
class _Task:
    """A file on its way: its future, or the outcome if already known; neither once the pool has died."""

    path: Path
    future: Future[Read] | None = None
    outcome: Outcome | None = None


def read_file(path: Path) -> Read:
    """A file's pack and chunks; any failure is a PaperError, as this is the edge of a worker process."""
    from ingest.chunk import split
    from ingest.pack import read_pack

    try:
        pack = read_pack(path)
        return pack, split(pack)
    except PaperError:
        raise
    except Exception as exc:
        raise BrokenPaper(f"{path}: the reader failed on it ({type(exc).__name__}: {exc}); please report it") from exc


def ingest(
    paths: Sequence[Path], library: Library, jobs: int, progress: Progress, read: Reader = read_file
) -> Iterator[Outcome]:
    """What became of each file, in the order given; then the vectors are made to agree with the catalogue."""
    files = list(expand(paths))
    kept: list[str] = []
    pool = _pool(min(jobs, len(files)))
    try:
        for task in _ahead(_tasks(files, library, pool, read), AHEAD * jobs):
            outcome, ids = _settle(task, library, progress, read)
            kept += ids
            yield outcome
    finally:
        pool.shutdown(cancel_futures=True)
    _mend(library, kept, progress)


def expand(paths: Iterable[Path]) -> Iterator[Path | Outcome]:
    """The files named, and those of the folders named that can be read; a failure for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif path.is_file():
            yield path
        else:
            yield Outcome(path, reason=f"{path} is not there: check the path")


def _inside(folder: Path) -> Sequence[Path | Outcome]:
    files = sorted(file for file in folder.rglob("*") if _readable(file, folder))
    reason = f"{folder} holds no papers: none of its files ends in {', '.join(READABLE)}"
    return files or [Outcome(folder, reason=reason)]


def _readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
    return file.suffix.lower() in READABLE and file.is_file() and not hidden


def _pool(jobs: int) -> Executor:
    """Workers in processes of their own; one worker is a thread, which starts at once."""
    if jobs < 2:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(jobs, get_context("spawn"), _begin_work)


def _begin_work() -> None:
    """A worker leaves Ctrl-C to its parent, and ends with it however that ends; else it would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _tasks(files: Iterable[Path | Outcome], library: Library, pool: Executor, read: Reader) -> Iterator[_Task]:
    """Each file with its reading begun; those that need none with their outcome."""
    named: dict[str, Path] = {}
    for file in files:
        if isinstance(file, Outcome):
            yield _Task(file.path, outcome=file)
        elif (first := named.setdefault(file.name, file)) != file:
            reason = f"{file} has the name of {first}, read before it: rename one of them"
            yield _Task(file, outcome=Outcome(file, reason=reason))
        else:
            yield _begin(file, library, pool, read)


def _begin(file: Path, library: Library, pool: Executor, read: Reader) -> _Task:
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as exc:
        return _Task(file, outcome=Outcome(file, reason=f"{file} cannot be read: {exc.strerror}"))
    if library.catalogue.holds(file.name, digest):
        return _Task(file, outcome=Outcome(file))
    try:
        return _Task(file, pool.submit(read, file))
    except BrokenExecutor:
        return _Task(file)


def _ahead(tasks: Iterator[_Task], width: int) -> Iterator[_Task]:
    """The tasks in their order, at most so many begun before the first of them is taken."""
    waiting: deque[_Task] = deque()
    for task in tasks:
        waiting.append(task)
        if len(waiting) > width:
            yield waiting.popleft()
    yield from waiting


def _settle(task: _Task, library: Library, progress: Progress, read: Reader) -> tuple[Outcome, Sequence[str]]:
    """The outcome of a file, kept in the library if it could be read, and the ids of its chunks."""
    if task.outcome:
        return task.outcome, ()
    progress(task.path.name, 0, 0)
    try:
        pack, chunks = _result(task, read)
    except PaperError as exc:
        return Outcome(task.path, reason=str(exc)), ()
    _keep(pack, chunks, task.path, library, progress)
    return Outcome(task.path, pack, len(chunks)), [chunk.id for chunk in chunks]


def _result(task: _Task, read: Reader) -> Read:
    """What was read; where the pool has died the file is read again alone, to tell culprit from bystander."""
    try:
        if task.future:
            return task.future.result()
    except BrokenExecutor:
        pass
    try:
        with _pool(2) as pool:
            return pool.submit(read, task.path).result()
    except BrokenExecutor as exc:
        raise BrokenPaper(f"{task.path}: the reader crashed on it; the file may be damaged") from exc


def _keep(pack: Pack, chunks: Sequence[Chunk], source: Path, library: Library, progress: Progress) -> None:
    for start in range(0, len(chunks), BATCH):
        progress(pack.document, start, len(chunks))
        library.vectors.add(chunks[start : start + BATCH])
    library.vectors.remove(library.catalogue.add(pack, chunks, source))
    progress(pack.document, len(chunks), len(chunks))


def _mend(library: Library, new: Sequence[str], progress: Progress) -> None:
    """Vectors of unknown chunks go, missing ones are made; all are made again if a new one is not found by its own."""
    wanted, held = library.catalogue.chunk_ids(), library.vectors.held()
    library.vectors.remove(sorted(held.difference(wanted)))
    missing = [id_ for id_ in wanted if id_ not in held]
    for start in range(0, len(missing), BATCH):
        progress("vectors", start, len(missing))
        library.vectors.add(tuple(library.catalogue.chunks(missing[start : start + BATCH]).values()))
    if not library.vectors.check([*new, *missing]):
        library.vectors.rebuild(library.catalogue.every_chunk())
