"""The only place that builds things: from the settings to the catalogue, the assistant and the desk.

What is heavy is imported inside the function that needs it, after `hush` has silenced what would call home.
"""

import os
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import Settings
from app.workers import Limits, Reader, read_file
from ingest.errors import StoreError
from ingest.ocr import OcrSettings, is_installed

if TYPE_CHECKING:
    from app.library_desk import LibraryDesk
    from retrieval.assistant import Assistant
    from retrieval.catalogue import Catalogue
    from retrieval.models import Encoder
    from retrieval.vectors import Vectors

OCR_SHARE = 0.8
SILENCE = {"HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False", "ANONYMIZED_TELEMETRY": "False"}


@dataclass(frozen=True)
class Library:
    """What is kept in a folder: the catalogue, the source of truth; the vectors made of it; their encoder.

    Vectors and encoder are heavy: each is opened when it is first asked for.
    """

    folder: Path
    catalogue: "Catalogue"
    encoder_name: str

    @cached_property
    def encoder(self) -> "Encoder":
        """What turns words into vectors."""
        from retrieval.models import load_encoder

        return load_encoder(self.encoder_name)

    @cached_property
    def vectors(self) -> "Vectors":
        """The vectors of the catalogue's chunks."""
        from retrieval.vectors import Vectors

        return Vectors(self.folder, self.encoder)


def hush() -> None:
    """Nothing looks anything up on the network or reports usage, unless the user has said otherwise."""
    for name, value in SILENCE.items():
        os.environ.setdefault(name, value)


def limits(settings: Settings) -> Limits:
    """What one file may take to be read."""
    return Limits(settings.seconds, settings.memory)


def reads_pictures(settings: Settings) -> bool:
    """Whether pages that are pictures are read."""
    return settings.ocr > 0 and is_installed()


def reader(settings: Settings) -> Reader:
    """What reads a file; OCR leaves some of the file's time for the rest, and shares the cores with other files."""
    threads = max(1, (os.cpu_count() or 1) // settings.jobs)
    return partial(read_file, ocr=OcrSettings(settings.ocr, OCR_SHARE * settings.seconds, threads))


def open_catalogue(settings: Settings, create: bool = False) -> "Catalogue":
    """The catalogue of the store; StoreError where there is no store yet and none is to be made."""
    from retrieval.catalogue import Catalogue

    if not create and not Catalogue.made_in(settings.store):
        raise _no_papers(settings.store)
    return Catalogue(settings.store, settings.encoder)


def open_library(settings: Settings, create: bool = False) -> Library:
    """The catalogue and the vectors of the store, with the encoder of both."""
    hush()
    return Library(settings.store, open_catalogue(settings, create), settings.encoder)


def open_assistant(library: Library) -> "Assistant":
    """What answers questions over the library; StoreError where it holds nothing."""
    from retrieval.assistant import Assistant

    if not library.catalogue.size():
        raise _no_papers(library.folder)
    return Assistant(library.catalogue, library.vectors, library.encoder)


def open_desk(library: Library) -> "LibraryDesk":
    """What the page asks of the program, over the library."""
    from app.library_desk import LibraryDesk

    return LibraryDesk(library.catalogue, open_assistant(library))


def _no_papers(folder: Path) -> StoreError:
    return StoreError(f"no papers are held in {folder} yet: run `matters ingest PATH…` first")


def sample() -> Path:
    """The folder of the sample: the papers of a fictional council, which come with the program."""
    return Path(str(files("corpus"))) / "sample"
