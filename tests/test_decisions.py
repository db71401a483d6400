"""The register of decisions: wordings and their outcomes, parts, conditions, movers, votes, what decides nothing."""

import pytest
from decided_examples import OUTCOMES, decided, minutes_of

from ingest.entries import Amendment, Outcome, Standing, Votes
from ingest.register.language import compiled
from ingest.register.people import MOVERS, mover_and_seconder
from ingest.register.wordings import wordings

TABLES = ("decides", "recommends", "outcome", "verb", "empty", "procedural")


@pytest.mark.parametrize("table", TABLES)
def test_every_wording_fits_its_example(table: str) -> None:
    """No row of the table is a dead letter."""
    assert [row.example for row in wordings(table) if not row.pattern.search(row.example)] == []


@pytest.mark.parametrize(("words", "outcome"), OUTCOMES)
def test_outcomes(words: str, outcome: Outcome) -> None:
    """What the words of a minute decide."""
    assert [decision.outcome for decision in decided(words)] == [outcome]


def test_the_text_runs_from_the_verdict_to_the_last_part() -> None:
    """Talk before the resolution is left out, its parts are kept."""
    (decision,) = decided("Members spoke of the hall.\nRESOLVED that:\n1. The roof be mended;\n2. The clerk write.")
    assert decision.text == "RESOLVED that:\n1. The roof be mended;\n2. The clerk write."


def test_parts_nest() -> None:
    """A letter within a figure takes its number; a printed I may be a 1."""
    (decision,) = decided(
        "The Cabinet agreed to:\nI. Note the plan;\n2. Approve:\na) the route;\nb) the fares;\n3. Thank all."
    )
    assert [part.number for part in decision.parts] == ["1", "2", "2.a", "2.b", "3"]


def test_parts_within_a_line() -> None:
    """Numbers within the sentence are parts too."""
    (decision,) = decided("RESOLVED: (i) That the fair be held; (ii) That the field be mown.")
    assert [part.number for part in decision.parts] == ["i", "ii"]


def test_the_minutes_own_numbers_end_a_resolution() -> None:
    """A paragraph that goes on with the numbers of the minutes is no part."""
    (decision,) = decided(
        "3. RESOLVED that the Cabinet:\n1. Note the plan;\n2. Buy the land.\n4. The Leader closed the item."
    )
    assert [part.text for part in decision.parts] == ["Note the plan;", "Buy the land."]


def test_conditions_and_delegations() -> None:
    """What a decision is subject to and whom it leaves something to are kept in their own words."""
    (decision,) = decided(
        "RESOLVED that:\n1. The loan be approved subject to the following:\na. a charge on the land;\n"
        "2. Authority be delegated to the Clerk to sign, subject to legal advice."
    )
    assert decision.conditions == ("a charge on the land;", "subject to legal advice")
    assert decision.delegations == ("Authority be delegated to the Clerk to sign, subject to legal advice.",)


@pytest.mark.parametrize(("pattern", "example"), MOVERS)
def test_movers_and_seconders(pattern: str, example: str) -> None:
    """Each way of naming them is read."""
    assert [name.split()[-1] for name in mover_and_seconder(example)] == ["Ash", "Birch"]


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("RESOLVED that the bid be made (For 18, Against 8, Abstentions 2).", Votes(18, 8, 2)),
        ("It was agreed by 9 votes to 4 that the bid be made.", Votes(9, 4)),
        ("RESOLVED that the bid be made, 5 votes for and 3 against.", Votes(5, 3)),
        ("RESOLVED that £50 be paid for 3 trees.", None),
    ],
)
def test_votes(words: str, votes: Votes | None) -> None:
    """Totals are read where they are totals of votes."""
    assert decided(words)[0].votes == votes


def test_an_amendment_that_is_lost_is_not_the_decision() -> None:
    """It is kept beside what was decided."""
    (decision,) = decided("The amendment was put to the vote and was LOST.\nIt was then RESOLVED to sell the van.")
    assert decision.text == "It was then RESOLVED to sell the van."
    assert decision.amendments == (Amendment("The amendment was put to the vote and was LOST.", carried=False),)


def test_an_amendment_keeps_the_words_that_moved_it() -> None:
    """What became of it would say nothing alone."""
    moved = "Cllr Ash moved an amendment that the van be kept."
    (decision,) = decided(f"{moved}\nThe amendment was put to the vote and was LOST.\nIt was RESOLVED to sell the van.")
    assert [one.moved for one in decision.amendments] == [moved]


def test_a_carried_amendment_is_the_decision_where_nothing_else_is() -> None:
    """It became the motion."""
    (decision,) = decided("The amendment to keep the van was put to the vote and CARRIED.")
    assert decision.text == "The amendment to keep the van was put to the vote and CARRIED."


def test_two_readings_that_disagree_are_unsure() -> None:
    """A resolution whose vote was lost is no coin toss: both readings are given."""
    (decision,) = decided("RESOLVED that the van be sold. The vote on this was lost.")
    assert decision.outcome is Outcome.UNSURE
    assert [outcome for outcome, _ in decision.readings] == [Outcome.AGREED, Outcome.REFUSED]


@pytest.mark.parametrize(
    "words", ["There were none.", "No declarations of interest were made.", "Apologies were received from Cllr Oak."]
)
def test_an_empty_item_decides_nothing(words: str) -> None:
    """Its words are kept, with the outcome none."""
    assert [(decision.outcome, decision.text) for decision in decided(words)] == [(Outcome.NONE, words)]


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the press and public be excluded from the meeting.",
        "The minutes of 3 May were approved and signed as a correct record.",
        "That the meeting be adjourned. Carried.",
    ],
)
def test_procedure_is_told_from_business(words: str) -> None:
    """What keeps the meeting in order is marked."""
    assert [decision.procedural for decision in decided(words)] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "At their last meeting, Members agreed to refer the matter to Council.",
        "It was noted that the bridge had been closed.",
        "The Leader confirmed that the gifts had been declared.",
        "Since May the committee had approved three policies.",
        "The Clerk reported that the rent had been agreed in 2019.",
    ],
)
def test_talk_decides_nothing(words: str) -> None:
    """Reports of what was decided elsewhere, and what was merely noted in talk, are not decisions."""
    assert [decision.outcome for decision in decided(words)] == [Outcome.NONE]


def test_place_and_standing() -> None:
    """A decision knows its item, its sitting and its page, and is a draft until approved."""
    (decision,) = minutes_of("RESOLVED that a bench be bought.")
    assert (decision.item and decision.item.number, decision.place.pages, decision.standing) == (
        "7",
        (1, 1),
        Standing.DRAFT,
    )


def test_the_language_knows_capitals_from_words() -> None:
    """A word in capitals is meant in capitals, any other in whatever letters."""
    shouted, said = compiled("AGREED", {}), compiled("agreed", {})
    assert (bool(shouted.search("agreed")), bool(said.search("AGREED"))) == (False, True)
