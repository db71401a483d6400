"""What the tests share: the command run in this process, a small library, and papers made as needed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.cli import main
from app.ingesting import ingest
from app.settings import Settings
from app.wiring import Library, open_library

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
MINUTES = SAMPLE / "cabinet-2024-09-10-printed-minutes.pdf"


@dataclass(frozen=True, slots=True)
class Ran:
    """What the command did: its exit status, its results, and all else that it said, a line each."""

    status: int
    out: list[str]
    err: list[str]


Matters = Callable[..., Ran]


def quiet(document: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def matters(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Matters:
    """The command in an empty folder, with the encoder that counts words and no setting of the user's."""
    for name in [name for name in os.environ if name.startswith("MATTERS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MATTERS_ENCODER", "hashed-words")
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        status = 0
        try:
            main([str(word) for word in words])
        except SystemExit as exc:
            status = exc.code if isinstance(exc.code, int) else 1
        said = capsys.readouterr()
        return Ran(status, said.out.splitlines(), said.err.splitlines())

    return run


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample's minutes and supplement, made once with the encoder that counts words."""
    store = tmp_path_factory.mktemp("sample") / "store"
    library = open_library(Settings(store=store, encoder="hashed-words"), create=True)
    papers = [MINUTES, SAMPLE / "place-scrutiny-2024-11-21-supplement-pack.pdf"]
    assert not [outcome for outcome in ingest(papers, library, 1, quiet) if outcome.reason]
    return store


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library with the encoder that counts words."""
    return open_library(Settings(store=tmp_path / "store", encoder="hashed-words"), create=True)


def make_pdf(path: Path, *lines: str) -> Path:
    """A PDF of one page with these lines."""
    canvas = Canvas(str(path))
    for row, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * row, line)
    canvas.showPage()
    canvas.save()
    return path
