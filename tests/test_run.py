"""A run of a set."""

from collections.abc import Iterable, Sequence

import pytest
from eval_examples import ATTACK, QUESTION, answer, page_text, passage, refusal

from evals.questions import Question
from evals.run import run
from ingest.errors import StoreError
from retrieval.answers import Answer, Passage

RIGHT = answer("It cost £40,000.", (3, "The crossing on Mill Lane cost £40,000"))


def search(words: str, history: Sequence[str]) -> list[Passage]:
    """Finds page 9, then page 3, for whatever is asked."""
    return [passage(9), passage(3, 2)]


def test_asks_each_question_once_and_keeps_every_answer() -> None:
    """The answers come back beside their scores, in the order of the set, and what they come to."""
    answers = {QUESTION.question: RIGHT, ATTACK.question: refusal()}
    asked: list[str] = []

    def ask(question: str, history: Sequence[str]) -> Answer:
        asked.append(question)
        return answers[question]

    done = run([QUESTION, ATTACK], ask, search, page_text)
    assert asked == [QUESTION.question, ATTACK.question]
    assert [result.question for result in done.results] == [QUESTION, ATTACK]
    assert [result.answer for result in done.results] == [RIGHT, refusal()]
    assert (done.summary.rates["trusted"].value, done.summary.rates["mrr"].value) == (1.0, 0.5)


def test_hands_on_the_earlier_questions() -> None:
    """A follow-up is asked with its history."""
    heard: list[Sequence[str]] = []

    def ask(question: str, history: Sequence[str]) -> Answer:
        heard.append(history)
        return refusal()

    run([Question("f", "attack", "And then?", history=("What of it?",))], ask, search, page_text)
    assert heard == [("What of it?",)]


def test_may_be_watched() -> None:
    """Whoever watches sees each question go by."""
    seen: list[str] = []

    def watch(questions: Sequence[Question]) -> Iterable[Question]:
        for question in questions:
            seen.append(question.id)
            yield question

    run([QUESTION, ATTACK], lambda question, history: refusal(), search, page_text, watch)
    assert seen == ["q1", "q2"]


def test_an_error_leaves_no_run() -> None:
    """When one question cannot be asked there is no run, rather than a part of one."""

    def ask(question: str, history: Sequence[str]) -> Answer:
        raise StoreError("the store is gone")

    with pytest.raises(StoreError, match="the store is gone"):
        run([QUESTION], ask, search, page_text)
