"""A row is said by its label and the cells that the question asks for."""

from dataclasses import replace

import pytest
from record_examples import asked, row

from ingest.papers import Chunk
from retrieval.answers import Citation
from retrieval.cells import marked, row_notes, said_row
from retrieval.units import Unit

RATES = row(("Indicator", "Re-referrals"), ("March 2023", "21"), ("April 2023", "19"), ("Target", "18"), unit="%")
ACTION = row(("Ref", "4"), ("Action", "Review exclusions"), ("Lead", "Jane Hill"), ("Due", "October 2019"))


def say(question: str, chunk: Chunk) -> str:
    """How the row answers the question."""
    return said_row(Unit(chunk, chunk.text, row=chunk.cells), asked(question))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What was the re-referral rate in March 2023?", "Re-referrals – March 2023: 21 (%)"),
        ("What is the target for re-referrals?", "Re-referrals – Target: 18 (%)"),
        ("What is the re-referral rate?", "Re-referrals – April 2023: 19 (%)"),
        (
            "Compare re-referrals in March 2023 with April 2023",
            "Re-referrals – March 2023: 21; April 2023: 19 (%)",
        ),
    ],
)
def test_the_cell_asked_for_is_said(question: str, said: str) -> None:
    """By its header; else the latest of the council's own figures, no target; with the unit."""
    assert say(question, RATES) == said


def test_a_sum_needs_no_unit() -> None:
    """What says pounds says it itself."""
    chunk = row(("Scheme", "Depot"), ("Budget", "£10"), ("Spent", "£9"), unit="£")
    assert say("How much was spent on the depot?", chunk) == "Depot – Spent: £9"


def test_a_row_of_words_is_said_with_its_headers() -> None:
    """From its label on; a cell without a header by itself."""
    assert say("Who leads it?", ACTION) == "Review exclusions – Lead: Jane Hill; Due: October 2019"
    assert say("Who?", row(("", "Review"), ("", "Jane Hill"))) == "Review – Jane Hill"


def test_a_long_row_keeps_what_is_likeliest() -> None:
    """The cell that fits the question, not the one that fills the answer."""
    chunk = row(("Action", "Review"), ("Progress", "slow going " * 50), ("Lead", "Jane Hill"))
    assert say("Who is the lead?", chunk) == "Review – Lead: Jane Hill"


def test_a_row_of_one_cell_is_that_cell() -> None:
    """There is nothing else to say."""
    assert say("What?", row(("Action", "Review"))) == "Review"


def test_a_field_is_said_with_its_label() -> None:
    """As a clerk would read it out."""
    chunk = replace(row(("Lead Member", "Councillor Lowry")), text="Lead Member:\tCouncillor Lowry")
    assert say("Who is the lead member?", chunk) == "Lead Member: Councillor Lowry"


BOXES = tuple((10.0 * at, 0.0, 10.0 * at + 9, 9.0) for at in range(4))
PLACED = replace(
    RATES, spots=tuple(((1, box),) for box in BOXES), notes=((-1, "By quarter."), (2, "Provisional."), (3, "Old."))
)


def test_a_citation_marks_the_label_and_the_cell_said() -> None:
    """Not the whole row, where the places of its cells are known."""
    unit = Unit(PLACED, PLACED.text, row=PLACED.cells)
    cited = Citation(1, PLACED, PLACED.text, 1, "9", ((0.0, 0.0, 99.0, 9.0),))
    (found,) = marked(unit, asked("What was the re-referral rate in March 2023?"), [cited])
    assert found.boxes == (BOXES[0], BOXES[1])
    assert marked(replace(unit, chunk=RATES), asked("What?"), [cited]) == (cited,)


def test_the_notes_on_what_is_said_are_said() -> None:
    """Those of the row and of the cell, not those of other cells."""
    unit = Unit(PLACED, PLACED.text, row=PLACED.cells)
    said = list(row_notes(unit, asked("What was the re-referral rate in April 2023?")))
    assert said == ["A note under the table says: “By quarter.”", "A note under the table says: “Provisional.”"]


def test_a_header_that_names_the_unit_names_it_alone() -> None:
    """And a cell of a bar or a dot is no answer."""
    chunk = row(("Scheme", "Depot"), ("Budget £m", "3.1"), ("Spent £m", "2.9"), ("Chart", "█"), unit="£m")
    assert say("How much was spent on the depot?", chunk) == "Depot – Spent £m: 2.9"
    assert (
        say("Who leads it?", row(("Action", "Mend the roof"), ("Bar", "█"), ("Lead", "Jane")))
        == "Mend the roof – Lead: Jane"
    )


def test_the_table_of_a_figure_is_named() -> None:
    """Tables of one paper have like rows: revenue and capital, say."""
    chunk = row(("Scheme", "Depot"), ("Budget", "3"), ("Spent", "2"), caption="Table 3: Capital programme:")
    (said,) = row_notes(Unit(chunk, chunk.text, row=chunk.cells), asked("How much was spent on the depot?"))
    assert said == "The row stands in a table under “Table 3: Capital programme”."
