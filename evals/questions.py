"""A question set: one JSON object a line, checked as it is read.

A line that cannot be asked and scored is an error that names the file, the line and the field; fields
that are not known here are passed over, so a set may carry notes of its own.
"""

from dataclasses import dataclass
from pathlib import Path

from evals.lines import read_lines
from ingest.errors import QuestionError

NOT_ANSWERABLE = frozenset({"unanswerable", "outofscope", "attack"})
LONGER = frozenset({"decision", "commitment", "list", "explain", "compare", "conflict", "crossdoc", "followup"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A page of a document, from 1, and the number printed on it; None where there is none."""

    document: str
    pdf_page: int | None
    page_label: str | int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what a right answer must say and cite.

    Each group of `must_contain` is met by one of its strings; `gold_pages` gives for each quote of
    `evidence` the pages that will do. `answer` is a good answer in words, for people; `history` the
    earlier questions, oldest first.
    """

    id: str
    type: str
    question: str
    persona: str = ""
    difficulty: int | None = None
    history: tuple[str, ...] = ()
    answer: str | None = None
    must_contain: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    gold_pages: tuple[tuple[Spot, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.question.strip():
            raise ValueError("the question is blank")
        if not all(self.must_contain) or not all(self.gold_pages):
            raise ValueError("a group of must_contain or gold_pages is empty")
        if len(self.evidence) != len(self.gold_pages):
            raise ValueError("evidence and gold_pages are not of the same length")
        if self.answerable != bool(self.must_contain) or self.answerable != bool(self.gold_pages):
            need = "needs" if self.answerable else "takes no"
            raise ValueError(f"a question of type {self.type} {need} must_contain, evidence and gold_pages")

    @property
    def answerable(self) -> bool:
        """Whether the papers answer it, so that refusing is wrong."""
        return self.type not in NOT_ANSWERABLE

    @property
    def limit(self) -> int:
        """How many words an answer may have."""
        return 250 if self.type in LONGER else 120


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a set, in its order."""
    questions = read_lines(path, Question)
    if not questions:
        raise QuestionError(f"{path} holds no question: write one JSON object a line")
    _refuse_repeats(questions, path)
    return questions


def _refuse_repeats(questions: tuple[Question, ...], path: Path) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise QuestionError(f"{path}: the id {question.id} stands twice: give each question its own")
        seen.add(question.id)
