"""The verbs of the registers, over the sample, as text, JSON and a table."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, read with the encoder that needs no weights."""
    folder = tmp_path_factory.mktemp("registers")
    read = CliRunner().invoke(
        app, ["ingest", "--sample", "--store", str(folder)], env={"MATTERS_ENCODER": "hashed-words"}
    )
    assert read.exit_code == 0
    return folder


def said(store: Path, *words: str) -> str:
    """What a verb prints."""
    result = CliRunner().invoke(app, [*words, "--store", str(store)], env={"MATTERS_ENCODER": "hashed-words"})
    assert result.exit_code == 0
    return result.stdout


def test_a_decision_is_told_with_its_mover_and_place(store: Path) -> None:
    """The words, who moved, and the page."""
    text = said(store, "decisions", "library hours", "--item", "38")
    assert "APPROVED" in text
    assert "moved by Councillor Penhallow, seconded by Councillor Mahmood-Hill" in text
    assert "amendment lost: Councillor Renwick, seconded by Councillor Achebe, moved" in text
    assert "(page 49, PDF 3)" in text


def test_what_is_shown_fits_a_terminal(store: Path) -> None:
    """No line of either register is wider than eighty columns, but for a file's name."""
    lines = [*said(store, "decisions").splitlines(), *said(store, "commitments").splitlines()]
    assert [line for line in lines if len(line) > 80 and not line.endswith(".pdf")] == []


def test_the_first_are_given_where_so_many_are_wanted(store: Path) -> None:
    """The latest, in the register's order."""
    some, every = (json.loads(said(store, "decisions", "--json", *flag)) for flag in (["-k", "2"], []))
    assert (some, len(every) > 2) == (every[:2], True)


def test_what_became_of_a_recommendation(store: Path) -> None:
    """The sitting gave more than was recommended, and the register says so."""
    found = json.loads(said(store, "decisions", "library", "--item", "8", "--json"))
    (grant,) = [pair for pair in found[0]["decided"]["changed"] if "£7,500" in pair["decided"]]
    assert "£6,000" in grant["recommended"]


def test_procedure_is_shown_only_if_all_is_wanted(store: Path) -> None:
    """The exclusion of the public is no business decided."""
    outcomes = [
        [one["procedural"] for one in json.loads(said(store, "decisions", "--item", "44", "--json", *flag))]
        for flag in ([], ["--all"])
    ]
    assert outcomes == [[], [True]]


def test_a_table_for_a_spreadsheet(store: Path) -> None:
    """Each decision a row, its words in one cell."""
    text = said(store, "decisions", "--since", "2024-09-10", "--csv")
    assert text.startswith("\ufeffcommittee,date,"), "a spreadsheet knows UTF-8 by its mark"
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    (minute,) = [row for row in rows if row["item"] == "38"]
    assert (minute["outcome"], minute["page_label"], minute["date"]) == ("approved", "49", "2024-09-10")
    (advice,) = [row for row in rows if row["item"] == "8" and row["committee"] == "Cabinet"]
    assert (advice["decided"], "£7,500 a year" in advice["changes"]) == ("approved", True)


def test_nothing_that_fits_is_said(store: Path) -> None:
    """An empty register is one clear line."""
    assert said(store, "decisions", "volcano").strip() == "No decision is recorded that fits, in the papers held."


def test_a_commitment_is_told_with_what_became_of_it(store: Path) -> None:
    """The owner, the day, the state and the words that say so."""
    text = said(store, "commitments", "visitor counts Saturdays", "--owner", "libraries")
    assert "Head of Libraries and Culture, due 31 October 2024: OVERDUE" in text


def test_commitments_by_what_is_due(store: Path) -> None:
    """Each is due before the day, and has the fields that others rely on."""
    found = json.loads(said(store, "commitments", "--due-before", "2024-09-01", "--json"))
    assert found
    assert max(one["due"] for one in found) < "2024-09-01"
    assert {"id", "owner", "action", "due", "due_text", "made_at", "item", "status", "later", "quote"} <= found[
        0
    ].keys()


def test_commitments_as_a_table(store: Path) -> None:
    """Each commitment a row."""
    rows = list(csv.DictReader(io.StringIO(said(store, "commitments", "--owner", "Flood Risk Manager", "--csv"))))
    assert {row["owner"] for row in rows} == {"Flood Risk Manager"}
    assert {row["status"] for row in rows} <= {"open", "reported done", "overdue", "superseded", "unknown"}


def test_a_correction_is_told_of_the_minute_that_it_concerns(store: Path) -> None:
    """The next meeting mended a figure of minute 28; the other minutes of that sitting stand as they were."""
    found = {
        one["item"]["number"]: one for one in json.loads(said(store, "decisions", "--until", "2024-07-31", "--json"))
    }
    assert "should read £205,000" in found["28"]["corrected"]
    assert (found["28"]["status"], found["25"]["status"], found["25"]["corrected"]) == ("confirmed", "confirmed", None)
