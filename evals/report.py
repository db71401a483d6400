"""The report of a run: the table first, then every question with its answer and what went wrong."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol, TypeAlias

from evals.floors import check_floors, read_floors
from evals.questions import read_questions
from evals.run import Result, Run, Watch, run
from evals.scoring import PageText, Score
from evals.summary import DEPTHS, Rate, Tally
from ingest.errors import SettingsError
from retrieval.answers import Answer, Filters, Passage

Render: TypeAlias = Callable[[Answer], Mapping[str, object]]
"""An answer as the program's own JSON."""

LABELS = {
    "right": "right",
    "trusted": "trusted (right, and cites a right page)",
    "cited_any": "cites a right page",
    "cited_all": "cites every page needed",
    "precision": "citation precision",
    "over_refused": "over-refused",
    "rightly_refused": "rightly refused",
    "quotes_true": "quotes true to the page",
    **{f"found_in_{depth}": f"a right page in the first {depth}" for depth in DEPTHS},
    "mrr": "mean reciprocal rank",
}


class Assistant(Protocol):
    """What is asked: `retrieval.assistant.Assistant`, or a fake."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question."""

    def search(self, words: str, filters: Filters, limit: int) -> list[Passage]:
        """The passages found, best first."""


@dataclass(frozen=True, slots=True)
class Report:
    """A run, the set and the version it was made with, what fell below the set's floors, and its file."""

    name: str
    version: str
    run: Run
    path: Path
    short: tuple[str, ...] = ()

    @property
    def totals(self) -> dict[str, object]:
        """The table as JSON."""
        summary = asdict(self.run.summary)
        return {"set": self.name, "version": self.version, **summary, "below_floors": list(self.short)}

    @property
    def table(self) -> str:
        """The table as text."""
        summary = self.run.summary
        lines = [f"{self.name}, {summary.questions} questions, version {self.version}", _HEAD]
        lines += [_row(label, summary.rates.get(name)) for name, label in LABELS.items()]
        lines.append(f"seconds: median {summary.median_seconds:.3f}, p95 {summary.p95_seconds:.3f}")
        lines += [_groups(f"right by {group}", tallies) for group, tallies in summary.right_by.items()]
        return "\n".join([*lines, *(f"BELOW ITS FLOOR: {line}" for line in self.short)])


def evaluate(
    path: Path,
    assistant: Assistant,
    page_text: PageText,
    out: Path,
    render: Render,
    floors: Path | None = None,
    watch: Watch = iter,
) -> Report:
    """Asks a set, scores it, and saves the report once every question has been asked.

    `floors` is a file of floors to hold the set to: what fell below them is in the report's `short`,
    and it is for the caller to fail.
    """
    questions, name = read_questions(path), path.stem
    least = read_floors(floors, name) if floors else {}
    depth = max(DEPTHS)
    _make(out)
    done = run(questions, assistant.ask, lambda words, _: assistant.search(words, Filters(), depth), page_text, watch)
    made_with = code_version()
    file = out / f"{name}-{made_with}.json"
    report = Report(name, made_with, done, file, check_floors(done.summary, least))
    _save(report, render)
    return report


def code_version() -> str:
    """The commit of this code, marked where files were changed since; outside git, its version."""
    root = Path(__file__).resolve().parent.parent
    if (root / ".git").exists() and shutil.which("git"):
        asked = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"]
        told = subprocess.run(asked, capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.strip()
    return version("matters-arising")


def faults(score: Score) -> tuple[str, ...]:
    """What is wrong with an answer, in words."""
    question = score.question
    if not question.answerable:
        return (f"answered, though {question.type}",) if score.answered else ()
    if not score.answered:
        return ("refused, though the papers say",)
    found = [f"lacks {' or '.join(map(repr, group))}" for group in score.missing]
    found += [f"says {words!r}" for words in score.unwanted]
    if score.too_long:
        found.append(f"{score.words} words, of at most {question.limit}")
    if score.cited is not None and not any(score.cited):
        found.append("cites no page with the evidence")
    if score.quotes_true is not None and score.quotes_true < score.quotes:
        found.append(f"{score.quotes - score.quotes_true} of {score.quotes} quotes not on their page")
    return tuple(found)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise SettingsError(f"{folder} cannot be made ({exc.strerror}): give another folder for the results") from exc


def _save(report: Report, render: Render) -> None:
    """Writes the file whole or not at all."""
    told = {"table": report.totals, "questions": [_told(result, render) for result in report.run.results]}
    part = report.path.with_suffix(".part")
    part.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(part, report.path)


def _told(result: Result, render: Render) -> dict[str, object]:
    score = result.score
    return {
        **asdict(result.question),
        "wanted": result.question.answer,
        "right": score.right,
        "trusted": score.trusted,
        "wrong": faults(score),
        "answer": render(result.answer),
        "ranks": score.ranks,
        "found": [[passage.chunk.document, passage.chunk.pages[0]] for passage in result.passages],
    }


_ROW = "{:42} {:>6} {:>15} {:>6}"
_HEAD = _ROW.format("", "rate", "95 % interval", "of")


def _row(label: str, rate: Rate | None) -> str:
    if rate is None:
        return _ROW.format(label, "-", "", "")
    return _ROW.format(label, f"{rate.value:.3f}", f"{rate.low:.3f} - {rate.high:.3f}", rate.of)


def _groups(title: str, tallies: Mapping[str, Tally]) -> str:
    return "\n".join([f"{title}:", *(f"  {name:20} {t.right}/{t.of}" for name, t in tallies.items())])
