"""What the registers know of words found: the whole decision, and what was promised in them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from decided_examples import minutes_of, report_of
from test_ledger import ledger, promise

from ingest.entries import Register
from ingest.papers import Chunk, Kind
from retrieval.resolved import decision_of, promises_in, recommendation_of
from retrieval.units import Unit

SALE = minutes_of(
    "Members spoke of the van.\nThe Cabinet agreed to:\n1. Sell the van;\n2. Buy a bicycle.", title="The van"
)
TALK = minutes_of("The Cabinet talked of the van.", title="The van")


def unit(words: str, kind: Kind = Kind.MINUTE) -> Unit:
    """Words of the item about the van."""
    decision = SALE[0]
    chunk = Chunk("paper.pdf", "A paper", 1, kind, (1, 1), ("1", "1"), words, decision.meeting, decision.item)
    return Unit(chunk, words)


def test_a_part_gives_the_whole_decision(tmp_path: Path) -> None:
    """Talk of an item gives way to what was decided on it too."""
    held = ledger(tmp_path, Register(SALE))
    found = [decision_of(unit(words), held) for words in ("2. Buy a bicycle.", "Members spoke of the van.")]
    assert [one and one.text for one in found] == [SALE[0].text, SALE[0].text]


def test_an_item_that_decided_nothing_gives_nothing(tmp_path: Path) -> None:
    """Talk is no decision."""
    assert decision_of(unit("The Cabinet talked of the van."), ledger(tmp_path, Register(TALK))) is None


def test_a_report_gives_what_its_sitting_decided(tmp_path: Path) -> None:
    """A recommendation is followed to the minutes of the same item."""
    advice = replace(report_of("It is recommended that the Cabinet sell the van.")[0], item=SALE[0].item, order=9)
    found = decision_of(unit("The van is old.", Kind.REPORT), ledger(tmp_path, Register((*SALE, advice))))
    assert found and found.text == SALE[0].text


def test_promises_in_words(tmp_path: Path) -> None:
    """A commitment is known by its words on its page."""
    clerk = promise("The Clerk", "sell the van by May", date(2025, 5, 1), 0)
    held = ledger(tmp_path, Register((), (clerk,)))
    assert promises_in(unit("The Clerk would sell the van by May, she said."), held) == [clerk]
    assert promises_in(unit("The van is green and old."), held) == []


def test_a_part_gives_the_whole_recommendation(tmp_path: Path) -> None:
    """What is recommended stays a report's words."""
    advice = report_of("It is recommended that the Cabinet:", "1. Sell the van;", "2. Buy a bicycle.")
    found = recommendation_of(unit("2. Buy a bicycle.", Kind.REPORT), ledger(tmp_path, Register(advice)))
    assert found and (found.text, found.chunk.kind) == (advice[0].text, Kind.REPORT)
