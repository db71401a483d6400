"""What is built keeps quiet: nothing is looked up, reported, or left in the user's home."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import make_pdf

from app.wiring import SILENCE, hush

RUN = "from app.cli import main; main()"


def test_silence_is_kept_unless_the_user_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that the user has set stands."""
    for name in SILENCE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    hush()
    assert {name: os.environ[name] for name in SILENCE} == SILENCE | {"HF_HUB_OFFLINE": "0"}


def test_nothing_is_left_in_the_home(tmp_path: Path) -> None:
    """Reading and searching with the packaged encoder writes to the store only (onnxruntime would report home)."""
    home, store = tmp_path / "home", tmp_path / "store"
    home.mkdir()
    paper = make_pdf(tmp_path / "good.pdf", "Cabinet agreed to plant forty trees.")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MATTERS_", "ORT_", "XDG_"))}
    for words in (["ingest", paper], ["search", "trees"]):
        command = [sys.executable, "-c", RUN, *map(str, words), "--store", str(store)]
        subprocess.run(command, env=clean | {"HOME": str(home)}, check=True, capture_output=True)
    assert not list(home.rglob("*"))
