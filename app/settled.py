"""A note among the vectors that they agree with the catalogue, so that an ingest of nothing new need not open them.

It names the chunks that it speaks of. It is dropped before any vector is added; it holds no longer once a document
is forgotten, and is lost with the vectors.
"""

from contextlib import suppress
from pathlib import Path

from app.wiring import Library
from ingest.papers import identity


def stands(library: Library) -> bool:
    """Whether the note is there and speaks of the chunks that the catalogue holds."""
    path = _path(library)
    return path.is_file() and path.read_text(encoding="ascii") == _chunks(library)


def note(library: Library) -> None:
    """Notes that each chunk held has its vectors, and no other has; where there is no room for it, nothing is lost."""
    with suppress(OSError):
        _path(library).write_text(_chunks(library), encoding="ascii")


def drop(library: Library) -> None:
    """Takes the note away."""
    _path(library).unlink(missing_ok=True)


def _chunks(library: Library) -> str:
    return identity(*library.catalogue.chunk_ids())


def _path(library: Library) -> Path:
    return library.folder / "vectors" / "settled"
