"""Processor seconds of each stage of our ingest of some PDFs, one after the other in one process.

    python -m benchmarks.stages PDF…

Prints one JSON object. `matters ingest` does the same work, but reads in other processes, and encodes while it keeps;
that costs it the sending of what was read besides, and more imports.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time

import numpy as np

from ingest.chunk import split
from ingest.pack import read_pack
from ingest.pdf import read_pdf
from ingest.register.register import pack_to_register
from retrieval.catalogue import Catalogue
from retrieval.models import PACKAGED, PackagedEncoder, Rows
from retrieval.vectors import Vectors
from retrieval.windows import shared_windows


class Known:
    """An encoder that has encoded these texts already, so that keeping them is timed alone."""

    name = PACKAGED
    size = PackagedEncoder.size

    def __init__(self, texts: Sequence[str], rows: Rows) -> None:
        self._rows = dict(zip(texts, rows, strict=True))

    def encode(self, texts: Sequence[str]) -> Rows:
        """The row of each text."""
        return np.array([self._rows[text] for text in texts])


class Stopwatch:
    """What each stage has taken so far, in processor seconds of all threads."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds what is done within it to that stage."""
        begun = process_time()
        yield
        self.taken[name] = self.taken.get(name, 0.0) + process_time() - begun


def stages(files: Sequence[Path], folder: Path) -> dict[str, float]:
    """Processor seconds by stage of reading the files into a new store in that folder."""
    watch = Stopwatch()
    with watch.stage("load the encoder"):
        encoder = PackagedEncoder()
    catalogue = Catalogue(folder, PACKAGED)
    for file in files:
        with watch.stage("read: text"):
            read_pdf(file)
        with watch.stage("read: tables and items"):
            pack = read_pack(file)
        with watch.stage("split"):
            chunks = split(pack)
        with watch.stage("register"):
            register = pack_to_register(pack)
        with watch.stage("windows"):
            texts = [text for _, windows in shared_windows(chunks) for text in windows]
        with watch.stage("encode"):
            rows = encoder.encode(texts)
        vectors = Vectors(folder, Known(texts, rows))
        with watch.stage("keep: vectors"):
            vectors.add(chunks)
        with watch.stage("keep: check of the vectors"):
            vectors.check([chunk.id for chunk in chunks])
        with watch.stage("keep: catalogue"):
            catalogue.add(pack, chunks, file, register)
    watch.taken["read: tables and items"] -= watch.taken["read: text"]
    watch.taken["keep: vectors"] -= watch.taken["windows"]
    return watch.taken


def told(taken: dict[str, float]) -> dict[str, dict[str, float]]:
    """Each stage's seconds, and its share of all."""
    whole = sum(taken.values())
    return {
        name: {"cpu_seconds": round(seconds, 2), "share": round(seconds / whole, 3)} for name, seconds in taken.items()
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        json.dump(told(stages([Path(name) for name in sys.argv[1:]], Path(made))), sys.stdout)
