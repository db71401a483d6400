"""Asks every question of a set once, and keeps every answer beside its score."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evals.questions import Question
from evals.scoring import PageText, Score, score
from evals.summary import Summary, summarise
from retrieval.answers import Answer, Passage

Ask: TypeAlias = Callable[[str, Sequence[str]], Answer]
"""Answers a question, given the earlier questions of the conversation."""

Search: TypeAlias = Callable[[str, Sequence[str]], Sequence[Passage]]
"""The passages found for a question, best first, given the earlier questions."""

Watch: TypeAlias = Callable[[Sequence[Question]], Iterable[Question]]
"""Hands the questions on, one after another, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was said to a question, what was found for it, and what that is worth."""

    score: Score
    answer: Answer
    passages: tuple[Passage, ...]

    @property
    def question(self) -> Question:
        """The question that was asked."""
        return self.score.question


@dataclass(frozen=True, slots=True)
class Run:
    """A whole set asked once, in its order: a part of a set is not a run."""

    results: tuple[Result, ...]
    summary: Summary


def run(questions: Sequence[Question], ask: Ask, search: Search, page_text: PageText, watch: Watch = iter) -> Run:
    """Asks and scores every question; an error on the way leaves no run at all."""
    results = tuple(_ask_one(question, ask, search, page_text) for question in watch(questions))
    return Run(results, summarise([result.score for result in results]))


def _ask_one(question: Question, ask: Ask, search: Search, page_text: PageText) -> Result:
    answer = ask(question.question, question.history)
    passages = tuple(search(question.question, question.history))
    return Result(score(question, answer, passages, page_text), answer, passages)
