"""The settings: their order, and one line for each that cannot be."""

from pathlib import Path

import pytest

from app.settings import Settings, load
from ingest.errors import SettingsError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no settings of the user's."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MATTERS_{name.upper()}", raising=False)
    return tmp_path


def refused(**flags: object) -> str:
    """The line that says why these settings cannot be."""
    with pytest.raises(SettingsError) as caught:
        load(**flags)
    return str(caught.value)


def test_defaults_stand_where_nothing_is_set() -> None:
    """Everything is kept in .matters and served on this machine alone."""
    settings = load()
    assert (settings.store, settings.host, settings.port) == (Path(".matters"), "127.0.0.1", 7860)
    assert settings.encoder == "all-minilm-l6-v2-int8"


def test_flags_beat_variables_beat_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each setting comes from the highest place that gives it."""
    (folder / "matters.toml").write_text('host = "h1"\nport = 1\njobs = 1\n')
    monkeypatch.setenv("MATTERS_PORT", "2")
    monkeypatch.setenv("MATTERS_JOBS", "2")
    settings = load(jobs=3, store=None)
    assert (settings.host, settings.port, settings.jobs) == ("h1", 2, 3)


def test_an_unknown_key_of_the_file_is_refused(folder: Path) -> None:
    """The line names the file, the key and what there is."""
    (folder / "matters.toml").write_text('colour = "red"\n')
    assert refused() == (
        f"matters.toml: colour is not a setting; there are {', '.join(Settings.model_fields)}: take it out"
    )


def test_an_unknown_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line names the variable and what there is."""
    monkeypatch.setenv("MATTERS_COLOUR", "red")
    known = ", ".join(sorted(f"MATTERS_{name.upper()}" for name in Settings.model_fields))
    assert refused() == f"MATTERS_COLOUR is not a setting; there are {known}: unset it"


def test_a_file_that_is_not_toml_is_refused(folder: Path) -> None:
    """The line says where the file goes wrong."""
    (folder / "matters.toml").write_text("port 7860\n")
    assert refused().startswith("matters.toml is not valid TOML: ")
    assert "line 1" in refused()


@pytest.mark.parametrize(
    ("flags", "start"),
    [({"port": 0}, "setting port cannot be 0: "), ({"jobs": "x"}, "setting jobs cannot be 'x': ")],
)
def test_a_value_that_cannot_be_is_refused(flags: dict[str, object], start: str) -> None:
    """The line names the setting, its value, the reason and where it is set."""
    line = refused(**flags)
    assert line.startswith(start)
    assert line.endswith(" or a flag")
