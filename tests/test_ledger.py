"""The registers as kept: found by words and filters, and gone with their document."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from decided_examples import minutes_of, report_of
from record_examples import minute, page_of

from ingest.entries import Commitment, Register
from ingest.papers import Meeting, Pack, PackKind
from retrieval.answers import Filters
from retrieval.catalogue import Catalogue
from retrieval.ledger import Ledger
from retrieval.taken import taken

BENCH, VAN = minutes_of("RESOLVED that a bench be bought."), minutes_of("AGREED to sell the van.", title="The van")
APRIL = Meeting("Cabinet", date(2025, 4, 1))
ADVICE = report_of("It is recommended that the Cabinet:", "1. Sell the van for £900;", "2. Buy a bicycle.")


def ledger(folder: Path, register: Register) -> Ledger:
    """The registers of a store that holds one document."""
    chunk = minute("RESOLVED that a bench be bought.")
    pack = Pack(
        "paper.pdf",
        "A paper",
        "0",
        PackKind.MINUTES,
        APRIL,
        (page_of(1, [chunk]),),
        (chunk.item,) if chunk.item else (),
    )
    source = folder / "paper.pdf"
    source.write_bytes(b"%PDF")
    catalogue = Catalogue(folder, "hashed-words")
    catalogue.add(pack, [replace(chunk, document="paper.pdf")], source, register)
    return catalogue.ledger


def promise(owner: str, action: str, due: date | None, order: int) -> Commitment:
    """A commitment made where the bench was bought."""
    return Commitment(BENCH[0].place, order, APRIL, BENCH[0].item, owner, action, action, due)


def test_decisions_come_back_as_they_went_in(tmp_path: Path) -> None:
    """Nothing of an entry is lost in the store."""
    assert ledger(tmp_path, Register(BENCH)).decisions() == list(BENCH)


@pytest.mark.parametrize(("words", "found"), [(["benches"], 1), (["van"], 1), (["van", "bench"], 2), (["boat"], 0)])
def test_words_find_decisions(tmp_path: Path, words: list[str], found: int) -> None:
    """All the words are looked for, in any of their forms; any of them where no entry has all."""
    held = ledger(tmp_path, Register((*BENCH, replace(VAN[0], order=1))))
    assert len(held.decisions(words)) == found


def test_business_alone_is_found(tmp_path: Path) -> None:
    """What only keeps the meeting in order is left out before the first are counted."""
    order = replace(BENCH[0], procedural=True)
    held = ledger(tmp_path, Register((order, replace(VAN[0], order=1))))
    assert held.decisions(business=True, limit=1) == [replace(VAN[0], order=1)]


@pytest.mark.parametrize(
    ("filters", "found"),
    [(Filters(committee="cabinet"), 1), (Filters(since=date(2025, 4, 2)), 0), (Filters(item="7"), 1)],
)
def test_filters_confine_decisions(tmp_path: Path, filters: Filters, found: int) -> None:
    """The filters are those of every search."""
    assert len(ledger(tmp_path, Register(BENCH)).decisions(filters=filters)) == found


def test_commitments_by_owner_and_date(tmp_path: Path) -> None:
    """An owner may be named in part; what has no date is not due before any."""
    clerk, chair = promise("The Clerk", "buy it", date(2025, 5, 1), 0), promise("Chair_1", "open it", None, 1)
    held = ledger(tmp_path, Register((), (clerk, chair)))
    assert held.commitments(owner="clerk") == [clerk]
    assert held.commitments(owner="chair_") == [chair]
    assert held.commitments(due_before=date(2025, 6, 1)) == [clerk]


def test_a_recommendation_finds_the_decision_on_it() -> None:
    """The decision of that sitting on that item, with what was changed, added and dropped."""
    (decision,) = minutes_of("The Cabinet agreed to:\n1. Sell the van for £750;\n2. Thank the driver.", title="The van")
    advice = replace(ADVICE[0], item=decision.item)
    found = taken(advice, [*BENCH, decision])
    assert found and found.changed == (("Sell the van for £900;", "Sell the van for £750;"),)
    assert (found.added, found.dropped, found.as_recommended) == (("Thank the driver.",), ("Buy a bicycle.",), False)


def test_recommendations_agreed_as_such_are_not_dropped() -> None:
    """A decision may name the recommendations, and say only what it does beside them."""
    title = "The van"
    (plain,) = minutes_of("The recommendations were AGREED.", title=title)
    (more,) = minutes_of("The recommendations were AGREED, with the price to be £750.", title=title)
    advice = replace(ADVICE[0], item=plain.item)
    first, second = taken(advice, [plain]), taken(advice, [more])
    assert first and second
    assert (first.as_recommended, second.added, second.dropped) == (True, (more.text,), ())


def test_a_part_with_words_added_is_changed() -> None:
    """It is not told as one dropped and another added."""
    words = "Buy a bicycle, with a bell and a basket for the post, from the shop in the square."
    (decision,) = minutes_of(f"The Cabinet agreed to:\n1. Sell the van for £900.\n2. {words}", title="The van")
    found = taken(replace(ADVICE[0], item=decision.item), [decision])
    assert found and (found.changed, found.added, found.dropped) == ((("Buy a bicycle.", words),), (), ())


def test_another_sitting_decides_nothing_on_it() -> None:
    """Without the minutes of the sitting nothing is known."""
    (decision,) = minutes_of("AGREED to sell the van.", title="The van")
    advice = replace(ADVICE[0], item=decision.item, meeting=APRIL)
    assert taken(advice, [decision]) is None
