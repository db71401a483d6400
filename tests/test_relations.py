"""What documents say of one another: supplements, papers of an item, minutes that confirm others."""

from datetime import date
from typing import Any

import pytest
from relation_examples import CABINET, JULY, LOUD, agenda, minutes, paper

from ingest.papers import Item, Meeting, PackKind
from ingest.relations import relate
from ingest.ties import Approval, Relation, Signs, Tie, same_meeting

SAYS = Approval(date(2024, 6, 4), 1, "The minutes of 4 June 2024 were approved.")
AGENDA = agenda("Mill Lane depot", "24/00109 - Harbour Road crossing", "Budget")


def test_a_supplement_adds_to_items_of_its_meeting() -> None:
    """To those that it lists, where the agenda of that meeting has them; the committee may be printed otherwise."""
    late = paper("late.pdf", PackKind.SUPPLEMENT, meeting=LOUD, items=(Item("6.", "Crossing", (1, 2), LOUD),))
    (relation,) = relate(AGENDA, late)
    assert relation == Relation(
        Tie.SUPPLEMENT_OF,
        "late.pdf",
        (1, 2),
        "agenda.pdf",
        (2, 2),
        "its front sheet adds to item 6 of Cabinet, 4 June 2024",
        ("6",),
    )


def test_a_supplement_of_another_meeting_is_none() -> None:
    """Nor is a second supplement of the same meeting a supplement of the first."""
    late = paper("late.pdf", PackKind.SUPPLEMENT, meeting=JULY)
    assert relate(AGENDA, late) == relate(late, paper("later.pdf", PackKind.SUPPLEMENT, meeting=JULY)) == ()


@pytest.mark.parametrize(
    ("changes", "items", "reason"),
    [
        ({}, ("5",), "it has the title of item 5 of Cabinet, 4 June 2024"),
        ({"title": "Report"}, (), "it says that it is for the meeting of Cabinet, 4 June 2024"),
        (
            {"title": "EqIA", "meeting": None, "signs": Signs(("24/00109",))},
            ("6",),
            "it has the reference 24/00109 of item 6 of Cabinet, 4 June 2024",
        ),
    ],
)
def test_a_paper_alone_belongs_to_its_item(changes: dict[str, Any], items: tuple[str, ...], reason: str) -> None:
    """By its reference or its title, else to its meeting alone."""
    (relation,) = relate(paper(**changes), AGENDA)
    assert (relation.kind, relation.items, relation.reason) == (Tie.PART_OF, items, reason)


@pytest.mark.parametrize(
    "changes", [{"meeting": JULY, "signs": Signs(("24/00109",))}, {"meeting": None}, {"kind": PackKind.MINUTES}]
)
def test_a_paper_of_another_meeting_or_none_does_not(changes: dict[str, Any]) -> None:
    """Though it has the title or the reference; and minutes are no paper of their own agenda."""
    assert relate(paper(**changes), AGENDA) == ()


def test_later_minutes_confirm_earlier_ones() -> None:
    """With the page and the words, whichever was read first."""
    june, july = minutes("june.pdf", LOUD), minutes("july.pdf", JULY, SAYS)
    (relation,) = relate(june, july)
    assert relate(july, june) == (relation,)
    assert (relation.kind, relation.document, relation.target, relation.target_pages) == (
        Tie.CONFIRMS,
        "july.pdf",
        "june.pdf",
        (1, 2),
    )
    assert (relation.reason, relation.quote) == (
        "Cabinet, 9 July 2024 approved the minutes of 4 June 2024",
        SAYS.quote,
    )


@pytest.mark.parametrize("meeting", [Meeting("Planning Committee", CABINET.date), Meeting("Cabinet", date(2024, 5, 7))])
def test_minutes_of_another_body_or_day_are_not_confirmed(meeting: Meeting) -> None:
    """What a committee approves is its own minutes, of the day that it names."""
    assert relate(minutes("other.pdf", meeting), minutes("july.pdf", JULY, SAYS)) == ()


@pytest.mark.parametrize(
    ("committee", "same"), [("The Cabinet", True), ("CABINET", True), ("Cabinet Committee", False), ("Council", False)]
)
def test_committees_as_printed(committee: str, same: bool) -> None:
    """One body has several ways to print its name; a sitting without a date is no other."""
    assert same_meeting(CABINET, Meeting(committee, CABINET.date)) is same
    assert not same_meeting(Meeting("Cabinet", None), Meeting("Cabinet", None))
