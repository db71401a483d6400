"""What can be quoted is ranked by the question's words, its place and its kind."""

import math
from dataclasses import replace

import pytest
from record_examples import asked, minute, passages, report, row

from ingest.papers import Chunk
from retrieval.models import HashedWords
from retrieval.rank import RankSettings, confidence, meant, score_units, weights_of
from retrieval.units import Unit

PLAIN = RankSettings()
LEASE = report("The lease of the depot runs for ten years at a rent of one pound.")
PARKS = report("Parks close at dusk in winter and later in the summer months.", 1)


def ranked(question: str, *chunks: Chunk, settings: RankSettings = PLAIN) -> list[str]:
    """The units' texts, best first, where each word stands in one chunk of ten."""
    query = asked(question)
    weights = weights_of(query, dict.fromkeys(query.terms, 1), 10)
    return [found.unit.text for found in score_units(query, passages(*chunks), weights, HashedWords(), settings)]


def test_a_rare_word_weighs_more() -> None:
    """ln(1 + n / count); what the papers never use weighs nothing."""
    weights = weights_of(asked("depot lease unicorn"), {"depot": 10, "lease": 1, "unicorn": 0}, 10)
    assert weights == {"depot": math.log(2), "leas": math.log(11), "unicorn": 0.0}


def test_a_period_weighs_as_a_rare_word() -> None:
    """However often its month is named."""
    assert weights_of(asked("in March 2023"), {"march": 10, "2023": 10}, 10)["m2023-03"] == 0.7 * math.log(11)


def test_the_unit_with_the_questions_words_comes_first() -> None:
    """Though its passage stands second."""
    assert ranked("the depot lease", PARKS, LEASE) == [LEASE.text, PARKS.text]


def test_of_equals_the_one_found_first_comes_first() -> None:
    """The passage's place counts."""
    twin = replace(LEASE, order=2, text=LEASE.text.replace("ten", "six"))
    assert ranked("the depot lease", twin, LEASE) == [twin.text, LEASE.text]


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("What did they decide on the depot?", minute("Agreed the lease of the depot to the trust next door."), LEASE),
        ("Who manages the depot?", report("The depot is managed by Jane Hill, of the trust next door to it."), LEASE),
        ("How is the depot let, and why?", report("The depot is let because the trust next door needs it."), LEASE),
        ("the depot lease", LEASE, report("Depot lease: a report.")),
    ],
)
def test_what_suits_the_question_comes_first(question: str, better: Chunk, worse: Chunk) -> None:
    """A decision, a person, a reason; and no echo of the question."""
    assert ranked(question, worse, better)[0] == better.text


def test_what_is_recommended_comes_after_what_was_decided() -> None:
    """The same words in minutes and in a report."""
    recommended = report("Cabinet is recommended to agree the lease of the depot to the trust.", 1)
    decided = minute("Cabinet agreed the lease of the depot to the trust next door.")
    assert ranked("What was decided on the depot lease?", recommended, decided)[0] == decided.text


def test_no_more_than_the_likeliest_are_encoded() -> None:
    """The rest are left out."""
    assert ranked("the depot lease", LEASE, PARKS, settings=replace(PLAIN, encoded=1)) == [LEASE.text]


def test_nothing_found_is_nothing_ranked() -> None:
    """And no error."""
    assert ranked("the depot lease") == []


def test_what_is_meant_stands_under_its_heading() -> None:
    """A row by its cells with their headers."""
    chunk = row(("School", "Mill Lane"), ("", "14"), caption="Table 2")
    assert meant(Unit(chunk, chunk.text, row=chunk.cells)) == "Table 2 School: Mill Lane; 14"
    assert meant(Unit(LEASE, "the lease;", "Cabinet agreed:")) == "Cabinet agreed: the lease;"


def test_confidence_is_the_odds_of_the_score() -> None:
    """Even where the odds are even, more for more."""
    even = replace(PLAIN, odds=(-1.0, 1.0))
    assert [confidence(score, even) for score in (0.0, 1.0, 2.0)] == [0.27, 0.5, 0.73]
