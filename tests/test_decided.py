"""The register of decisions measured: labelled minutes, and one Cabinet's minutes checked whole."""

import json
from functools import cache
from pathlib import Path

import pytest
from decided_examples import minutes_of

from evals.decided import Judged, judged, summary, token_f1
from ingest.blocks import pack_to_blocks
from ingest.entries import Decision, Outcome
from ingest.pack import read_pack
from ingest.register.decisions import pack_to_decisions

SHARED = Path(__file__).parents[2] / "shared"
LABELS = SHARED / "registers" / "decisions-dev.jsonl"
CABINET = SHARED / "corpus" / "cabinet-2023-06-12-public-reports-pack.pdf"
needs_labels = pytest.mark.skipif(not LABELS.exists(), reason="the labelled minutes of ../shared are not here")
needs_cabinet = pytest.mark.skipif(not CABINET.exists(), reason="the papers of ../shared are not here")
MARCH = {
    "104": "none", "105": "approved", "106": "none", "107": "none", "108": "none", "109": "none", "110": "agreed",
    "111": "noted", "112": "noted", "113": "noted", "114": "noted", "115": "agreed", "116": "recommended",
    "117": "approved", "118": "approved", "119": "approved", "120": "approved", "121": "noted", "122": "approved",
}  # fmt: skip
"""What a clerk would say that the Cabinet of 9 March 2023 did with each minute."""


def label(decision: str, resolution: str) -> dict[str, str]:
    """The label of the item of the examples."""
    return {"document": "paper.pdf", "number": "7", "decision": decision, "resolution": resolution}


def test_a_right_reading_scores_full() -> None:
    """Outcome and words as labelled."""
    words = "RESOLVED that a bench be bought."
    assert judged(label("agreed", words), minutes_of(words)) == Judged("7", True, True, True, 1.0, False)


def test_approved_is_nearly_agreed() -> None:
    """The two are told apart and counted as one beside."""
    row = judged(label("approved", ""), minutes_of("RESOLVED that a bench be bought."))
    assert (row.outcome, row.nearly, row.words) == (False, True, None)


def test_an_invented_decision_counts() -> None:
    """A decision where the label has none."""
    assert judged(label("none", ""), minutes_of("RESOLVED that a bench be bought.")).invented


def test_token_f1() -> None:
    """Half of the words of each are the other's."""
    assert token_f1("a bench", "a table") == 0.5


@cache
def march() -> tuple[Decision, ...]:
    """The decisions of the Cabinet's minutes."""
    pack = read_pack(CABINET)
    return pack_to_decisions(pack, pack_to_blocks(pack))


def parts(number: str) -> list[str]:
    """The numbers of the parts of a minute's decision."""
    (decision,) = [one for one in march() if one.item and one.item.number.rstrip(".") == number]
    return [part.number for part in decision.parts]


@needs_labels
def test_the_labelled_minutes_are_read() -> None:
    """The floors that the project set itself, over four bodies' minutes."""
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    papers = {(one["folder"], one["document"]) for one in labels}
    packs = {name: read_pack(SHARED / "corpus" / "real" / folder / name) for folder, name in papers}
    decided = {name: pack_to_decisions(pack, pack_to_blocks(pack)) for name, pack in packs.items()}
    rates = list(summary([judged(one, decided[one["document"]]) for one in labels]).values())
    assert [rate >= floor for rate, floor in zip(rates, (0.97, 0.95, 0.97, 0.95), strict=False)] == [True] * 4
    assert rates[4] <= 1


@needs_cabinet
def test_every_minute_of_a_cabinet() -> None:
    """All nineteen minutes with their outcomes."""
    assert {one.item.number.rstrip("."): str(one.outcome) for one in march() if one.item} == MARCH


@needs_cabinet
def test_the_parts_of_the_longest_resolutions() -> None:
    """The parts nest as printed, over four pages and a misprinted figure."""
    assert parts("115") == ["1", "2", *(f"2.{letter}" for letter in "abcdefghijklmnopqr"), "3"]
    assert parts("122") == [str(number) for number in range(1, 13)]


@needs_cabinet
def test_the_conditions_of_a_loan() -> None:
    """What the loan was subject to."""
    (loan,) = [one for one in march() if one.item and one.item.number.rstrip(".") == "118"]
    assert len(loan.conditions) == 4
    assert loan.outcome is Outcome.APPROVED
