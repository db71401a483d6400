"""What words say became of something."""

import re

import pytest

from retrieval.states import STATES, Became, words_to_state


@pytest.mark.parametrize(("state", "row"), STATES, ids=lambda value: value[1] if isinstance(value, tuple) else "")
def test_each_wording_reads_its_example(state: Became, row: tuple[str, str]) -> None:
    """The table's examples tell the states that they stand under."""
    pattern, example = row
    assert re.search(pattern, example, re.I) and words_to_state(example) is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Complete. Published on 2 August 2024, two days late.", Became.DONE),
        ("Overdue. Counters have had to be replaced. It is now expected in May.", Became.OVERDUE),
        ("Not yet due. Eight of the ten addresses have been found.", Became.OPEN),
        ("The wall has not been completed.", Became.OPEN),
        ("- On track", Became.OPEN),
        ("Members spoke of the wall.", None),
        ("", None),
    ],
)
def test_how_a_text_opens_counts_first(text: str, state: Became | None) -> None:
    """What stands later in it only where it opens with nothing that tells."""
    assert words_to_state(text) is state


def test_a_long_text_need_not_say_it_of_this() -> None:
    """Something done somewhere in a long account is not taken for the thing itself."""
    assert words_to_state("The gate was mended and the sign was sent. " + "Many other works went on. " * 6) is None
