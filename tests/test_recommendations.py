"""What reports recommend, beside the decisions and never one of them."""

from decided_examples import report_of

from ingest.entries import Outcome, Standing


def test_a_recommendation_under_its_heading() -> None:
    """A heading, the line that leads to the parts, and the parts; what follows them is left."""
    (found,) = report_of(
        "Recommendations and Reasons", "The Cabinet is asked to:", "1. Note it;", "2. Buy it.", "Reason: it is old."
    )
    assert [part.number for part in found.parts] == ["1", "2"]
    assert found.text.endswith("2. Buy it.")


def test_it_is_a_recommendation_and_no_decision() -> None:
    """Its standing says so, whatever it asks for."""
    (found,) = report_of("It is recommended that the Council approve the tender, subject to contract.")
    assert (found.outcome, found.standing) == (Outcome.RECOMMENDED, Standing.RECOMMENDATION)
    assert found.conditions == ("subject to contract",)


def test_a_heading_alone_recommends_nothing() -> None:
    """A contents page names the section and says nothing."""
    assert report_of("Recommendations") == ()


def test_a_reason_between_two_parts_ends_nothing() -> None:
    """The parts go on counting after it."""
    (found,) = report_of("The Cabinet is asked to:", "1. Note it.", "Reason: it is so.", "2. Buy it.", "Reason: none.")
    assert [part.number for part in found.parts] == ["1", "", "2"]
