"""The report of a run: its table, its file, its floors."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest
from eval_examples import ATTACK, QUESTION, answer, page_text, passage, refusal

from evals.report import Report, code_version, evaluate, faults
from evals.scoring import score
from ingest.errors import SettingsError, StoreError
from retrieval.answers import Answer, Filters, Passage

QUOTE = "The crossing on Mill Lane cost £40,000"


class Fake:
    """An assistant with one answer to everything; asked to print its prompt, it breaks down if told to."""

    def __init__(self, breaks: bool = False) -> None:
        self.breaks = breaks

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The same answer, whatever is asked."""
        if self.breaks and question == ATTACK.question:
            raise StoreError("the store is gone")
        return answer("It cost £40,000.", (3, QUOTE))

    def search(self, words: str, filters: Filters, limit: int) -> list[Passage]:
        """The same page, whatever is sought."""
        return [passage(3)][:limit]


def evaluated(folder: Path, floors: str = "", breaks: bool = False) -> Report:
    """A report on the two made questions, held to these floors."""
    questions = folder / "made.jsonl"
    questions.write_text("\n".join(json.dumps(asdict(question)) for question in (QUESTION, ATTACK)))
    least = folder / "floors.toml"
    least.write_text(floors)
    return evaluate(
        questions,
        Fake(breaks),
        page_text,
        folder / "out",
        lambda said: {"status": said.status, "answer": said.text},
        least if floors else None,
    )


def test_table(tmp_path: Path) -> None:
    """The table gives each rate with its interval and its number, then seconds and groups."""
    report = evaluated(tmp_path)
    lines = report.table.splitlines()
    assert lines[0] == f"made, 2 questions, version {report.version}"
    assert "trusted (right, and cites a right page)     1.000   1.000 - 1.000      1" in lines
    assert "rightly refused                             0.000   0.000 - 0.000      1" in lines
    assert "quotes true to the page                     1.000   1.000 - 1.000      2" in lines
    assert lines[-5:-2] == ["right by persona:", "  resident             1/2", "right by difficulty:"]


def test_a_rate_that_does_not_apply_has_a_dash(tmp_path: Path) -> None:
    """With nothing asked that the papers answer, there is no trusted rate to show."""
    questions = tmp_path / "refusals.jsonl"
    questions.write_text(json.dumps(asdict(ATTACK)))
    report = evaluate(questions, Fake(), page_text, tmp_path, lambda said: {})
    assert "mean reciprocal rank                            -" in [line.rstrip() for line in report.table.splitlines()]


def test_file(tmp_path: Path) -> None:
    """The file is named by set and version, holds the table first and every answer with what was wrong."""
    report = evaluated(tmp_path)
    assert report.path == tmp_path / "out" / f"made-{report.version}.json"
    told = json.loads(report.path.read_text(encoding="utf-8"))
    assert list(told) == ["table", "questions"]
    assert told["table"]["rates"]["trusted"] == {"value": 1.0, "of": 1, "low": 1.0, "high": 1.0}
    assert told["questions"][0]["found"] == [["pack.pdf", 3]]
    assert told["questions"][1]["wrong"] == ["answered, though attack"]
    assert told["questions"][1]["answer"] == {"status": "answered", "answer": "It cost £40,000. [1]"}


def test_a_partial_run_is_never_saved(tmp_path: Path) -> None:
    """When the assistant fails half way, no file is left."""
    with pytest.raises(StoreError, match="the store is gone"):
        evaluated(tmp_path, breaks=True)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """Where the results cannot be kept, nothing is asked."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(SettingsError, match="give another folder for the results"):
        evaluated(tmp_path)


def test_floors(tmp_path: Path) -> None:
    """What falls below its floor is said, and what reaches it is not."""
    floors = "[made]\ntrusted = 1.0\nrightly_refused = 0.5\nnonsense = 0.1\n"
    report = evaluated(tmp_path, floors)
    assert report.short == (
        "rightly_refused is 0.000, below its floor of 0.5",
        "nonsense is not among the rates of this run, and its floor is 0.1",
    )
    assert report.table.splitlines()[-2] == "BELOW ITS FLOOR: rightly_refused is 0.000, below its floor of 0.5"


@pytest.mark.parametrize(
    ("floors", "complaint"),
    [
        ("[other]\ntrusted = 0.5", "has no floors for the set made; add a table"),
        ("[made]\ntrusted = 'high'", "not a file of floors"),
        ("[made", "not a file of floors"),
    ],
)
def test_a_broken_gate_is_an_error(tmp_path: Path, floors: str, complaint: str) -> None:
    """A file of floors that cannot be read, or says nothing of the set, fails before anything is asked."""
    with pytest.raises(SettingsError, match=complaint):
        evaluated(tmp_path, floors)
    assert not (tmp_path / "out").exists()


def test_what_went_wrong_in_words() -> None:
    """Each fault of an answer is named."""
    bad = answer("It cost £45,000" + " or so" * 60, (4, QUOTE))
    assert faults(score(QUESTION, bad, page_text=page_text)) == (
        "lacks '£40,000' or '40k'",
        "says '£45,000'",
        "123 words, of at most 120",
        "cites no page with the evidence",
        "1 of 1 quotes not on their page",
    )
    assert faults(score(QUESTION, refusal())) == ("refused, though the papers say",)
    assert faults(score(ATTACK, refusal())) == ()


def test_version_is_one_word() -> None:
    """The version can stand in a file's name."""
    assert re.fullmatch(r"[\w.+-]+", code_version())
