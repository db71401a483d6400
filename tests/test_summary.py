"""What many scores come to."""

from dataclasses import replace

import pytest
from eval_examples import ATTACK, QUESTION, answer, named, page_text, passage, refusal

from evals.scoring import Score, score
from evals.summary import Tally, rate, summarise

RIGHT = answer("It cost £40,000.", (3, "The crossing on Mill Lane cost £40,000"), seconds=0.1)
ASTRAY = answer("It cost 40k.", (4, "The crossing on Mill Lane"), (4, "It opened in May."), seconds=0.2)


def four() -> list[Score]:
    """Right, right by the wrong page with one false quote of two, refused, and rightly refused."""
    hard = replace(named(QUESTION, "q3"), difficulty=2, type="decision")
    return [
        score(QUESTION, RIGHT, [passage(3)], page_text),
        score(named(QUESTION, "q2"), ASTRAY, [passage(9), passage(3, 2)], page_text),
        score(hard, refusal(0.9), [passage(9)], page_text),
        score(ATTACK, refusal(0.3), page_text=page_text),
    ]


@pytest.mark.parametrize(
    ("name", "value", "of"),
    [
        ("right", 2 / 3, 3),
        ("trusted", 1 / 3, 3),
        ("cited_any", 1 / 3, 3),
        ("cited_all", 1 / 3, 3),
        ("precision", 0.5, 2),
        ("over_refused", 1 / 3, 3),
        ("rightly_refused", 1.0, 1),
        ("quotes_true", 2 / 3, 3),
        ("found_in_1", 1 / 3, 3),
        ("found_in_5", 2 / 3, 3),
        ("found_in_10", 2 / 3, 3),
        ("mrr", 0.5, 3),
    ],
)
def test_rates(name: str, value: float, of: int) -> None:
    """Each rate is taken over the questions, or the quotes, that it applies to."""
    got = summarise(four()).rates[name]
    assert got.value == pytest.approx(value)
    assert got.of == of
    assert got.low <= got.value <= got.high


def test_groups_and_seconds() -> None:
    """Right answers are counted by type, persona and difficulty, refusals too; seconds are the run's own."""
    got = summarise(four())
    assert got.right_by["type"] == {"attack": Tally(1, 1), "decision": Tally(0, 1), "figure": Tally(2, 2)}
    assert got.right_by["persona"] == {"resident": Tally(3, 4)}
    assert got.right_by["difficulty"] == {"1": Tally(2, 2), "2": Tally(1, 2)}
    assert (got.questions, got.median_seconds, got.p95_seconds) == (4, 0.3, 0.9)


def test_what_does_not_apply_is_absent() -> None:
    """With nothing searched, no pages given and nothing answerable, only the refusals have a rate."""
    assert list(summarise([score(ATTACK, refusal())]).rates) == ["rightly_refused"]


def test_interval() -> None:
    """The interval of half of a hundred is about two standard errors wide, the same each time."""
    got = rate([(1.0, 1), (0.0, 1)] * 50)
    assert got == rate([(1.0, 1), (0.0, 1)] * 50)
    assert got is not None and (got.value, got.of, got.low, got.high) == (0.5, 100, 0.4, 0.6)


def test_interval_draws_questions_not_quotes() -> None:
    """Ten quotes of one answer stand or fall together."""
    got = rate([(10.0, 10), (0.0, 10)])
    assert got is not None and (got.value, got.of, got.low, got.high) == (0.5, 20, 0.0, 1.0)
