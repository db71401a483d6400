"""The smallest things to quote: sentences, points, whole resolutions, rows of tables."""

import pytest
from record_examples import minute, report, row

from retrieval.units import Unit, units_of


def test_prose_gives_its_sentences() -> None:
    """Paragraph by paragraph."""
    chunk = report("It rose. It fell.\nIt stood.")
    assert [unit.text for unit in units_of(chunk)] == ["It rose.", "It fell.", "It stood."]


def test_a_resolution_is_given_whole_and_by_its_parts() -> None:
    """Each part knows the words that announce it."""
    chunk = minute("Cabinet agreed:\n1. the lease;\n2. the rent.")
    assert list(units_of(chunk)) == [
        Unit(chunk, chunk.text),
        Unit(chunk, "1. the lease;", "Cabinet agreed:"),
        Unit(chunk, "2. the rent.", "Cabinet agreed:"),
    ]


def test_a_heading_that_ends_in_a_colon_announces() -> None:
    """What stands under it belongs to it."""
    (unit,) = units_of(report("The lease.", heading="Members agreed:"))
    assert unit.lead == "Members agreed:"


def test_a_row_is_one_unit_with_its_cells() -> None:
    """Short cells are not parted."""
    chunk = row(("School", "Mill Lane"), ("Pupils", "14"))
    assert list(units_of(chunk)) == [Unit(chunk, "Mill Lane\t14", row=chunk.cells)]


def test_a_long_cell_gives_its_sentences_under_the_rows_label() -> None:
    """Beside the row itself."""
    long = "The review is on track. " + "It covers every school in the city and each of the academies. " * 2
    chunk = row(("Action", "Review of exclusions"), ("Progress", long.strip()))
    first, second, *rest = units_of(chunk)
    assert (first.row, second.text, second.lead) == (chunk.cells, "The review is on track.", "Review of exclusions:")
    assert {unit.lead for unit in rest} == {"Review of exclusions:"}


@pytest.mark.parametrize(
    ("text", "decides"),
    [("Cabinet agreed the lease.", True), ("Agreed:", True), ("The depot is in Mill Lane.", False)],
)
def test_only_minutes_decide(text: str, decides: bool) -> None:
    """By their words; a report's words decide nothing."""
    assert Unit(minute(text), text).decides is decides
    assert not Unit(report(text), text).decides


def test_only_reports_recommend() -> None:
    """What a body is asked to do it has not done."""
    text = "Cabinet is recommended to agree the lease."
    assert Unit(report(text), text).recommends
    assert not Unit(minute(text), text).recommends


def test_the_points_under_recommendations_only_recommend() -> None:
    """The reasons beside them do not."""
    chunk = report(
        "1. Approve the loan.\nThat Cabinet notes the risks.\nThe loan is cheap.", heading="Recommendations and Reasons"
    )
    assert [unit.recommends for unit in units_of(chunk)] == [True, True, False]
