"""What a question insists on must stand in what is quoted: periods, names, and the kind of thing asked for."""

import pytest
from record_examples import asked, minute, report, row

from ingest.papers import Chunk
from retrieval.support import asks_decided, asks_recommended, demands, insisting, lacks, thing_wanted
from retrieval.units import Unit

NOTHING: frozenset[str] = frozenset()
RATES = row(("Indicator", "Re-referrals"), ("March 2023", "21"), ("April 2023", "19"), unit="%")


def lacking(question: str, chunk: Chunk, text: str = "") -> str:
    """What a unit of the chunk lacks of what the question insists on, where every word is rare."""
    query = asked(question)
    return lacks(Unit(chunk, text or chunk.text, row=chunk.cells), query, *demands(query, {}, 100))


def test_periods_and_rare_names_are_demanded() -> None:
    """A name that stands in every other paper is not insisted on."""
    query = asked("What did Ms Hill and Torbay say in March 2023 and 2022/23?")
    periods, names = demands(query, {"torbay": 50}, 100)
    assert periods == {"m2023-03", "y22/23"}
    assert names == {"ms", "hill"}


@pytest.mark.parametrize(
    ("question", "lack"),
    [
        ("What was the re-referral rate in March 2023?", ""),
        ("What was the re-referral rate in May 2023?", "the period asked for"),
        ("What was the re-referral rate in 2022/23?", "the period asked for"),
        ("What was the re-referral rate?", ""),
    ],
)
def test_the_neighbouring_period_is_no_answer(question: str, lack: str) -> None:
    """A table of months must have the month asked for among its headers."""
    assert lacking(question, RATES) == lack


def test_prose_may_say_the_month_without_its_year() -> None:
    """But not with another year."""
    assert lacking("What happened in July 2023?", report("In July it closed.")) == ""
    assert lacking("What happened in July 2023?", report("In July 2021 it closed.", meeting=None)) != ""


def test_another_name_is_no_answer() -> None:
    """The name asked for stands in the words or above them."""
    chunk = report("Torbay will share the beds.")
    assert lacking("What will Torbay share?", chunk) == ""
    assert lacking("What will Exeter share?", chunk) == "the name asked for"


@pytest.mark.parametrize(
    ("question", "text", "lack"),
    [
        ("How much will the works cost?", "The works cost £84,000.", ""),
        ("How much will the works cost?", "The works cost too much.", "an amount"),
        ("How many beds are there?", "There are four beds.", ""),
        ("How many beds are there?", "3.2 There are beds from 9 March 2023.", "a number"),
        ("Who leads it?", "The Service Manager leads it.", ""),
        ("Who leads it?", "it is led well.", "a name or a role"),
        ("When will it open?", "It opens in the autumn.", ""),
        ("When will it open?", "It opens soon.", "a date"),
        ("How did the votes fall?", "For: 7, against: 2.", ""),
        ("How did the votes fall?", "It was debated.", "how the votes fell"),
        ("How did the members vote?", "Young people voted in June.", "how the votes fell"),
        ("What was the firm's total price?", "It was the lowest of four.", "an amount"),
    ],
)
def test_the_kind_of_thing_asked_for_must_be_there(question: str, text: str, lack: str) -> None:
    """A cost, a count, a person, a date, a vote."""
    assert lacking(question, report(text)) == lack


def test_what_is_recommended_is_not_what_was_decided() -> None:
    """Minutes decide; a report may say what a body has decided before."""
    question = "What did Cabinet decide about the lease?"
    missing = "a decision: the papers held only report or recommend"
    assert lacking(question, minute("Agreed the lease.")) == ""
    assert lacking(question, report("Cabinet is asked to grant the lease.")) == missing
    assert lacking(question, report("The lease was approved by Cabinet in 2021.")) == ""


@pytest.mark.parametrize(
    ("question", "decided"),
    [
        ("What did Cabinet decide about the lease?", True),
        ("Was the lease approved?", True),
        ("What was Cabinet recommended to agree?", False),
        ("Why was the lease refused?", False),
        ("What is the lease?", False),
    ],
)
def test_questions_after_a_decision(question: str, decided: bool) -> None:
    """Not those after a recommendation or a reason."""
    assert asks_decided(question) is decided


@pytest.mark.parametrize(
    ("question", "decided", "recommended"),
    [
        ("Did the Cabinet agree the officers' recommendation?", True, False),
        ("Was the recommendation on the van accepted?", False, False),
        ("What was recommended about the van?", False, True),
    ],
)
def test_what_was_made_of_a_recommendation(question: str, decided: bool, recommended: bool) -> None:
    """To ask whether advice was taken is not to ask for the advice."""
    assert (asks_decided(question), asks_recommended(question)) == (decided, recommended)


def test_a_plain_question_wants_no_kind_of_thing() -> None:
    """So nothing of the kind is insisted on."""
    assert thing_wanted(asked("What is the depot?")) is None
    assert thing_wanted(asked("Why is the budget so tight?")) is None


def test_the_reason_names_what_is_missing_once() -> None:
    """In the order in which it was missed."""
    query = asked("Depot?")
    assert insisting(query, ["a date", "", "the name asked for", "a date"]) == (
        "Not in the papers: the nearest places are without a date or the name asked for."
    )
    assert insisting(query, [""]) == "Not in the papers: the nearest places speak of something else."
