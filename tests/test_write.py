"""An answer is the best units, widened to what belongs to them, within the limits."""

from dataclasses import replace

import pytest
from record_examples import asked, minute, report, row

from retrieval.rank import Scored
from retrieval.units import Unit, units_of
from retrieval.write import WriteSettings, choose, shown, widened

PLAIN = WriteSettings()
RESOLUTION = minute("Cabinet agreed:\n1. the lease;\n2. the rent.")
PARKS = report("Parks close at dusk. Gates are locked. Dogs go home.\nLakes freeze.")


def scored(*units: Unit, step: float = 0.1) -> list[Scored]:
    """The units with scores that fall by a step from 1."""
    return [Scored(unit, 1.0 - step * at, 1.0) for at, unit in enumerate(units)]


def only(text: str) -> Unit:
    """A unit that is its whole chunk."""
    return Unit(report(text), text)


def test_what_says_something_else_is_chosen_too() -> None:
    """Best first, while its score is close to the best one's."""
    first, second, third = only("It rose."), only("Parks close."), only("Lakes freeze.")
    assert choose(asked("Depot?"), scored(first, second, third, step=0.15), PLAIN) == [first, second]


def test_what_has_been_said_is_not_said_again() -> None:
    """Neither a part of it nor the same words in another order."""
    first = only("The depot lease was agreed.")
    again = [only("The depot lease"), only("Agreed was the depot lease.")]
    assert choose(asked("Depot?"), scored(first, *again, step=0.01), PLAIN) == [first]


def test_an_answer_keeps_to_its_words_and_units() -> None:
    """A unit that is too long for what room is left is passed over for a shorter one."""
    long, short = only("word " * 8), only("Lakes freeze.")
    units = scored(only("Parks close at dusk."), long, short, only("Gates lock."), step=0.01)
    assert choose(asked("Depot?"), units, replace(PLAIN, words=7, units=2))[1:] == [short]


@pytest.mark.parametrize(("question", "rows"), [("What is the rate?", 1), ("List the rates", 2)])
def test_a_second_row_only_where_several_are_asked_for(question: str, rows: int) -> None:
    """A neighbour's figures mislead."""
    chunks = [row(("Rate", name), ("Mar", figure)) for name, figure in (("Births", "1"), ("Deaths", "2"))]
    units = [Unit(chunk, chunk.text, row=chunk.cells) for chunk in chunks]
    assert len(choose(asked(question), scored(*units, step=0.01), PLAIN)) == rows


def test_a_sentence_is_widened_to_its_paragraphs_end() -> None:
    """Not into the next paragraph."""
    unit = Unit(PARKS, "Gates are locked.")
    assert widened(unit, asked("Gates?"), PLAIN).text == "Gates are locked. Dogs go home."


def test_widening_keeps_to_its_limit() -> None:
    """Whole sentences, as many as fit."""
    unit = Unit(PARKS, "Parks close at dusk.")
    assert widened(unit, asked("Parks?"), replace(PLAIN, passage=7)).text == "Parks close at dusk. Gates are locked."


def test_a_decision_is_widened_to_all_its_parts() -> None:
    """What announces it is then in its text."""
    part = list(units_of(RESOLUTION))[2]
    assert widened(part, asked("What was decided on the rent?"), PLAIN) == Unit(RESOLUTION, RESOLUTION.text)


def test_what_announces_a_list_is_widened_to_it() -> None:
    """Though nobody asked for a list."""
    chunk = report("The site has:\na yard;\na shed.")
    assert widened(Unit(chunk, "The site has:"), asked("Site?"), PLAIN).text == "The site has: a yard; a shed."


def test_a_row_is_not_widened() -> None:
    """It is whole."""
    chunk = row(("Rate", "Births"), ("Mar", "1"))
    unit = Unit(chunk, chunk.text, row=chunk.cells)
    assert widened(unit, asked("Births?"), PLAIN) is unit


def test_a_unit_is_shown_under_what_announces_it() -> None:
    """On one line; a row by its cells."""
    unit = Unit(RESOLUTION, "1. the lease;\n2. the rent.", "Cabinet agreed:")
    assert shown(unit, asked("Rent?")) == "Cabinet agreed: 1. the lease; 2. the rent."
    chunk = row(("Rate", "Births"), ("Mar", "1"))
    assert shown(Unit(chunk, chunk.text, row=chunk.cells), asked("Births?")) == "Births – Mar: 1"
