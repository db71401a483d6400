"""Whatever is wrong with what is given, the command says so in one line, exits 1 and does the rest."""

from pathlib import Path

import pytest
from conftest import Matters, make_pdf
from pypdf import PdfWriter

GOOD = "Cabinet agreed to plant forty trees in Mill Lane."


def not_a_pdf(path: Path) -> Path:
    """A file that says it is a PDF and is not."""
    path.write_bytes(b"This is a letter, not a PDF.\n" * 40)
    return path


def empty(path: Path) -> Path:
    """A file of no bytes."""
    path.touch()
    return path


def locked(path: Path) -> Path:
    """A PDF that needs a password."""
    writer = PdfWriter(make_pdf(path, GOOD))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path


def cut_short(path: Path) -> Path:
    """A PDF whose second half is missing."""
    whole = make_pdf(path, GOOD).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def another_kind(path: Path) -> Path:
    """A file of a kind that no reader handles."""
    path = path.with_suffix(".xlsx")
    path.write_bytes(b"PK")
    return path


BAD = [not_a_pdf, empty, locked, cut_short, another_kind]


@pytest.mark.parametrize("make", BAD)
def test_a_bad_file_is_named_and_the_good_one_read(make: object, matters: Matters, tmp_path: Path) -> None:
    """One line names the bad file; the good file beside it is in the store."""
    bad = make(tmp_path / "bad.pdf")  # type: ignore[operator]
    ran = matters("ingest", bad, make_pdf(tmp_path / "good.pdf", GOOD))
    assert (ran.status, len(ran.err)) == (1, 1)
    assert bad.name in ran.err[0]
    assert ran.out == ["good.pdf: other: 1 page, 1 chunk"]
    assert matters("documents").out[0].startswith("good.pdf: ")


@pytest.mark.parametrize("make", BAD)
def test_a_bad_file_cannot_be_shown(make: object, matters: Matters, tmp_path: Path) -> None:
    """`show` says the same line and prints nothing."""
    bad = make(tmp_path / "bad.pdf")  # type: ignore[operator]
    ran = matters("show", bad)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert bad.name in ran.err[0]


def test_a_missing_folder_is_named_and_the_good_file_read(matters: Matters, tmp_path: Path) -> None:
    """What is not there stops nothing."""
    ran = matters("ingest", tmp_path / "gone", make_pdf(tmp_path / "good.pdf", GOOD))
    assert ran.err == [f"matters: {tmp_path / 'gone'} is not there: check the path"]
    assert (ran.status, ran.out) == (1, ["good.pdf: other: 1 page, 1 chunk"])


@pytest.mark.parametrize(
    "words", [["documents"], ["forget", "x.pdf"], ["search", "trees"], ["ask", "Trees?"], ["serve"]]
)
def test_no_store_yet(words: list[str], matters: Matters, tmp_path: Path) -> None:
    """Every verb that needs papers says how to get them, and makes nothing."""
    ran = matters(*words)
    line = "matters: no papers are held in .matters yet: run `matters ingest PATH…` first"
    assert (ran.status, ran.out, ran.err) == (1, [], [line])
    assert not (tmp_path / ".matters").exists()


def test_a_store_with_nothing_in_it(matters: Matters, tmp_path: Path) -> None:
    """A store whose papers have all been forgotten answers nothing, and says why."""
    matters("ingest", make_pdf(tmp_path / "good.pdf", GOOD))
    matters("forget", "good.pdf")
    ran = matters("ask", "What was planted?")
    line = "matters: no papers are held in .matters yet: run `matters ingest PATH…` first"
    assert (ran.status, ran.out, ran.err) == (1, [], [line])


def test_a_store_made_with_another_encoder(matters: Matters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line names both encoders; the store is as it was once the first is set again."""
    matters("ingest", make_pdf(tmp_path / "good.pdf", GOOD))
    monkeypatch.setenv("MATTERS_ENCODER", "all-minilm-l6-v2-int8")
    ran = matters("ask", "What was planted?")
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert "made with encoder hashed-words, not all-minilm-l6-v2-int8" in ran.err[0]
    monkeypatch.setenv("MATTERS_ENCODER", "hashed-words")
    assert matters("documents").status == 0


def test_a_store_that_is_damaged(matters: Matters, tmp_path: Path) -> None:
    """A catalogue that is no database is said to be so."""
    (tmp_path / ".matters").mkdir()
    (tmp_path / ".matters" / "catalogue.sqlite").write_text("This is not a database. " * 100)
    ran = matters("documents")
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert "the store .matters cannot be used: file is not a database" in ran.err[0]


def test_an_unknown_setting(matters: Matters, tmp_path: Path) -> None:
    """A key of matters.toml that is no setting is refused before anything is done."""
    (tmp_path / "matters.toml").write_text('colour = "red"\n')
    ran = matters("ingest", make_pdf(tmp_path / "good.pdf", GOOD))
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert ran.err[0].startswith("matters: matters.toml: colour is not a setting")
    assert not (tmp_path / ".matters").exists()


def test_an_unknown_document(matters: Matters, sample_store: Path) -> None:
    """What is not held cannot be forgotten."""
    ran = matters("forget", "gone.pdf", "--store", sample_store)
    assert ran.err == ["matters: gone.pdf is not in the store; `matters documents` lists what is"]
    assert ran.status == 1


@pytest.mark.parametrize(
    "line",
    [
        '{"question": 3}',
        '{"question": " "}',
        '{"asked": "Trees?"}',
        "Trees?",
        '["Trees?"]',
        '{"question": "a',
    ],
)
@pytest.mark.parametrize("verb", ["ask", "search"])
def test_a_malformed_batch_line(verb: str, line: str, matters: Matters, sample_store: Path, tmp_path: Path) -> None:
    """The line is named by its number, before anything is asked."""
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"question": "What was agreed about libraries?"}\n\n' + line + "\n")
    ran = matters(verb, "--batch", batch, "--store", sample_store)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert ran.err[0].startswith(f"matters: {batch}, line 3")


def test_a_batch_file_that_is_not_there(matters: Matters, sample_store: Path) -> None:
    """The file is named."""
    ran = matters("ask", "--batch", "gone.jsonl", "--store", sample_store)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert "gone.jsonl cannot be read" in ran.err[0]
