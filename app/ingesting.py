"""Reading files into the store: several at a time, each whole or not at all, a bad one stopping none.

A file's vectors are kept before its catalogue entry and its old ones removed after it, so that whatever
interrupts an ingest, the next one finds the file unread, or read whole. At the end of each ingest the vectors
are made to agree with the catalogue, though they were lost, or left by an ingest cut short.
"""

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from app import settled
from app.listing import summary
from app.relating import relate_new
from app.wiring import Library
from app.workers import LIMITS, Limits, Read, Reader, Workers, read_file
from ingest.documents import READABLE
from ingest.entries import Register
from ingest.errors import PaperError
from ingest.papers import Chunk, Pack

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would break or turn the line that a name stands on, or is no character at all."""
BATCH = 64
AHEAD = 2

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
    """A file on its way: its reading begun, or the outcome if already known."""

    path: Path
    reading: Future[Read] | None = None
    outcome: Outcome | None = None


def ingest(
    paths: Sequence[Path],
    library: Library,
    jobs: int,
    progress: Progress,
    limits: Limits = LIMITS,
    read: Reader = read_file,
    pictures: bool = False,
) -> Iterator[Outcome]:
    """What became of each file, in the order given; then what belongs together, and the vectors to agree.

    Where `pictures` can be read now, a file is read again whose pages were left unread for want of that.
    """
    kept: list[str] = []
    with Workers(jobs, limits, read) as workers:
        for task in _ahead(_tasks(expand(paths), library, workers, pictures), AHEAD * jobs):
            outcome, ids = _settle(task, library, progress)
            kept += ids
            yield outcome
    relate_new(library.catalogue)
    if not settled.stands(library):
        _mend(library, kept, progress)
        settled.note(library)


def expand(paths: Iterable[Path]) -> Iterator[Path | Outcome]:
    """The files named, and those of the folders named that can be read; a failure for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif path.is_file():
            yield path
        else:
            yield Outcome(path, reason=f"{path} is not there: check the path")


def _inside(folder: Path) -> Iterator[Path | Outcome]:
    found = sorted(file for file in folder.rglob("*") if _readable(file, folder))
    if not found:
        reason = f"{folder} holds no papers: none of its files ends in {', '.join(READABLE)}"
        yield Outcome(folder, reason=reason)
    within = folder.resolve()
    for file in found:
        if file.resolve().is_relative_to(within):
            yield file
        else:
            reason = f"{file} is a link to what is not in {folder}: name the file itself if it is to be read"
            yield Outcome(file, reason=reason)


def _readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
    return file.suffix.lower() in READABLE and file.is_file() and not hidden


def _tasks(files: Iterable[Path | Outcome], library: Library, workers: Workers, pictures: bool) -> Iterator[_Task]:
    """Each file with its reading begun; those that need none with their outcome."""
    named: dict[str, Path] = {}
    for file in files:
        if isinstance(file, Outcome):
            yield _Task(file.path, outcome=file)
        elif UNPRINTABLE.search(file.name):
            reason = f"{str(file)!a} has a name that cannot be printed: rename it"
            yield _Task(file, outcome=Outcome(file, reason=reason))
        elif (first := named.setdefault(file.name, file)) != file:
            reason = f"{file} has the name of {first}, read before it: rename one of them"
            yield _Task(file, outcome=Outcome(file, reason=reason))
        else:
            yield _begin(file, library, workers, pictures)


def _begin(file: Path, library: Library, workers: Workers, pictures: bool) -> _Task:
    try:
        if reason := workers.limits.refusal(file):
            return _Task(file, outcome=Outcome(file, reason=reason))
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as exc:
        return _Task(file, outcome=Outcome(file, reason=f"{file} cannot be read: {exc.strerror}"))
    if library.catalogue.holds(file.name, digest) and not (pictures and library.catalogue.waits(file.name)):
        return _Task(file, outcome=Outcome(file))
    return _Task(file, workers.submit(file))


def _ahead(tasks: Iterator[_Task], width: int) -> Iterator[_Task]:
    """The tasks in their order, at most so many begun before the first of them is taken."""
    waiting: deque[_Task] = deque()
    for task in tasks:
        waiting.append(task)
        if len(waiting) > width:
            yield waiting.popleft()
    yield from waiting


def _settle(task: _Task, library: Library, progress: Progress) -> tuple[Outcome, Sequence[str]]:
    """The outcome of a file, kept in the library if it could be read, and the ids of its chunks."""
    if task.reading is None:
        return task.outcome or Outcome(task.path), ()
    progress(task.path.name, 0, 0)
    _ = library.vectors  # they take a second to open, in which the file is read
    try:
        pack, chunks, register = task.reading.result()
    except PaperError as exc:
        return Outcome(task.path, reason=str(exc)), ()
    _keep(pack, chunks, register, task.path, library, progress)
    return Outcome(task.path, pack, len(chunks)), [chunk.id for chunk in chunks]


def _keep(
    pack: Pack, chunks: Sequence[Chunk], register: Register, source: Path, library: Library, progress: Progress
) -> None:
    settled.drop(library)
    library.vectors.add(_told(chunks, len(chunks), pack.document, progress))
    library.vectors.remove(library.catalogue.add(pack, chunks, source, register))
    progress(pack.document, len(chunks), len(chunks))


def _told(chunks: Iterable[Chunk], total: int, name: str, progress: Progress) -> Iterator[Chunk]:
    """The chunks, with a word every so often of how many have been taken."""
    for taken, chunk in enumerate(chunks):
        if taken % BATCH == 0:
            progress(name, taken, total)
        yield chunk


def _mend(library: Library, new: Sequence[str], progress: Progress) -> None:
    """Vectors of unknown chunks go, missing ones are made; all are made again if a new one is not found by its own."""
    wanted, held = library.catalogue.chunk_ids(), library.vectors.held()
    library.vectors.remove(sorted(held.difference(wanted)))
    missing = [id_ for id_ in wanted if id_ not in held]
    batches = (missing[start : start + BATCH] for start in range(0, len(missing), BATCH))
    chunks = (chunk for batch in batches for chunk in library.catalogue.chunks(batch).values())
    library.vectors.add(_told(chunks, len(missing), "vectors", progress))
    if not library.vectors.check([*new, *missing]):
        library.vectors.rebuild(library.catalogue.every_chunk())
