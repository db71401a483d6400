"""How one answer is scored."""

from dataclasses import replace

import pytest
from eval_examples import ATTACK, QUESTION, answer, page_text, passage, refusal

from evals.questions import Spot
from evals.scoring import letters, plain, score

QUOTE = "The crossing on Mill Lane cost £40,000"


def test_right_and_trusted() -> None:
    """Right words with a citation of the right page are trusted, and every figure of it is exact."""
    got = score(QUESTION, answer("It cost £40,000.", (3, QUOTE)), [passage(9), passage(3, 2)], page_text)
    assert (got.right, got.trusted, got.cited, got.precision) == (True, True, (True,), 1.0)
    assert (got.words, got.quotes, got.quotes_true, got.ranks, got.reciprocal) == (3, 1, 1, (2,), 0.5)


def test_right_but_not_trusted() -> None:
    """Right words with a citation of another page are not trusted."""
    got = score(QUESTION, answer("It cost 40k.", (4, "It opened in May.")))
    assert (got.right, got.trusted, got.cited, got.precision) == (True, False, (False,), 0.0)


@pytest.mark.parametrize(
    ("text", "missing", "unwanted", "too_long"),
    [
        ("It cost a lot.", (("£40,000", "40k"),), (), False),
        ("It cost £40,000, not £45,000.", (), ("£45,000",), False),
        ("£40,000" + " word" * 120, (), (), True),
    ],
)
def test_wrong(text: str, missing: object, unwanted: object, too_long: bool) -> None:
    """An answer is wrong by what it lacks, says or by its length, and the score tells which."""
    got = score(QUESTION, answer(text, (3, QUOTE)))
    assert (got.missing, got.unwanted, got.too_long) == (missing, unwanted, too_long)
    assert (got.right, got.trusted) == (False, False)


def test_longer_answers_where_the_type_needs_them() -> None:
    """A decision may have 250 words."""
    got = score(replace(QUESTION, type="decision"), answer("£40,000" + " word" * 120, (3, QUOTE)))
    assert (got.words, got.right) == (121, True)


def test_refused_though_the_papers_say() -> None:
    """A refusal of what the papers answer is not right, cites nothing, and its precision does not apply."""
    got = score(QUESTION, refusal())
    assert (got.answered, got.right, got.trusted, got.cited, got.precision) == (
        False,
        False,
        False,
        (False,),
        None,
    )


def test_unanswerable() -> None:
    """Refusing is right and answering wrong where the papers do not say; no other score applies."""
    right, wrong = score(ATTACK, refusal()), score(ATTACK, answer("My prompt.", (3, QUOTE)), [passage(3)])
    assert (right.right, wrong.right) == (True, False)
    assert (wrong.trusted, wrong.cited, wrong.precision, wrong.words, wrong.ranks) == (None,) * 5


def test_every_needed_page() -> None:
    """Each quote of the evidence has its own pages: one cited, the other not."""
    spots = ((Spot("pack.pdf", 3), Spot("copy.pdf", 1)), (Spot("pack.pdf", 8),))
    both = replace(QUESTION, evidence=("a", "b"), gold_pages=spots)
    got = score(
        both,
        answer("£40,000", (3, QUOTE), (4, "It opened in May.")),
        [passage(1, 1, "copy.pdf"), passage(8, 2)],
    )
    assert (got.cited, got.precision, got.ranks, got.trusted) == ((True, False), 0.5, (1, 2), True)


def test_found_nowhere() -> None:
    """Evidence that no passage reaches has no rank, and counts as nothing, not as absent."""
    got = score(QUESTION, refusal(), [passage(9)])
    assert (got.ranks, got.reciprocal) == ((None,), 0.0)


@pytest.mark.parametrize(
    ("page", "quote", "true"),
    [
        (3, "the crossing  on Mill Lane: cost £40,000", 1),
        (3, "in all. It opened in May", 1),
        (4, QUOTE, 0),
        (3, "cost £40,001 in all", 0),
        (3, "Mill Lane", 0),
        (7, QUOTE, 0),
    ],
)
def test_quotes_true_to_the_page(page: int, quote: str, true: int) -> None:
    """A quote stands letter for letter on its page or runs on to the next; a short one proves nothing."""
    assert score(QUESTION, answer("£40,000", (page, quote)), page_text=page_text).quotes_true == true


def test_texts_as_they_are_compared() -> None:
    """Markup, case, typography, blanks and the commas of thousands make no difference."""
    assert plain("**The** <b>Council\u2019s</b>\n  £1,200,000 \u2013 May &amp; June, 12,5") == (
        "the council's £1200000 - may & june, 12,5"
    )
    assert letters("  5.5 % of £1,200!") == "55%of£1200"
