"""What a document says of itself: what it approves, whether it is a draft, what it replaces, its references."""

from datetime import date

import pytest
from relation_examples import CABINET, JULY

from ingest.entries import Standing
from ingest.papers import Chunk, Item, Kind, Meeting, Pack, PackKind, Page
from ingest.signs import pack_to_signs, references_in
from ingest.ties import Footing, Sitting

HEAD = Item("31", "Minutes of the meeting held on 4 June 2024", (1, 1), JULY)


def approvals(text: str, title: str = "Minutes") -> list[tuple[date, str]]:
    """The days whose minutes these minutes of 9 July 2024 approve, and with what correction."""
    item = Item("31", title, (1, 1), JULY)
    chunk = Chunk("july.pdf", "July", 0, Kind.MINUTE, (1, 1), ("", ""), text, JULY, item)
    pack = Pack("july.pdf", "July", "ab", PackKind.MINUTES, JULY, (Page(1, "", text),), (item,))
    (sitting,) = pack_to_signs(pack, (chunk,)).sittings
    return [(given.day, given.corrected) for given in sitting.approvals]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the meeting held on 4 June 2024 were approved as a correct record.",
        "RESOLVED that the minutes of the meeting on 4 June 2024 were a correct record and that they be signed.",
        "The Cabinet agreed the minutes of the meeting held on 4 June 2024 as a correct record.",
        "The minutes of the Council meeting held on Tuesday 4 June 2024, having been circulated, were confirmed as a "
        "true copy, and duly signed by the Chairman.",
        "The minutes of the last committee meeting on 4.6.24 were accepted.",
        "It was RESOLVED to adopt the minutes of 4th June as an accurate record.",
        "(Item 3)\nAGREED – that the minutes of the meeting held on 4 June be signed by the Chair.",
    ],
)
def test_approvals(text: str) -> None:
    """Each way to say it, with the day of the sitting whose minutes they are."""
    assert approvals(text) == [(date(2024, 6, 4), "")]


@pytest.mark.parametrize(
    "text",
    [
        "To approve as a correct record the minutes of the meeting held on 4 June 2024.",
        "The minutes of 4 June 2024 are to be approved at the next meeting.",
        "The minutes of the meeting held on 4 June 2024 were not approved.",
        "Approval of the minutes of 4 June 2024 was deferred.",
        "The minutes of the previous meeting were approved.",
        "The minutes of the meeting of 10 September 2024 were approved.",
        "The lease of 4 June 2024 was agreed.",
    ],
)
def test_what_approves_nothing(text: str) -> None:
    """What is still to be done, what was not done, what names no earlier day, what is no minutes."""
    assert approvals(text) == []


def test_the_heading_may_name_the_day() -> None:
    """As where the resolution says no more than that they are correct."""
    found = approvals("RESOLVED that the minutes be approved as a correct record.", HEAD.title)
    assert found == [(date(2024, 6, 4), "")]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        (
            "The minutes of 4 June 2024 were approved subject to minute 12(b) reading “ten days”.",
            "subject to minute 12(b) reading “ten days”.",
        ),
        (
            "RESOLVED that, subject to the deletion of “not” in minute 12, the minutes of 4 June 2024 be approved.",
            "subject to the deletion of “not” in minute 12",
        ),
        (
            "The minutes of 4 June 2024 were agreed with the following amendment: Minute 12 should read “ten days”.",
            "with the following amendment: Minute 12 should read “ten days”.",
        ),
    ],
)
def test_corrections_are_kept_in_their_words(text: str, corrected: str) -> None:
    """Before the approval, after it, and in what follows it."""
    assert approvals(text) == [(date(2024, 6, 4), corrected)]


@pytest.mark.parametrize(
    ("document", "top", "draft"),
    [
        ("june.pdf", "DRAFT", "printed as a draft on page 1"),
        ("june.pdf", "Draft minutes of the Cabinet", "printed as a draft on page 1"),
        ("june-draft.pdf", "Minutes", "called a draft in its name"),
        ("june.pdf", "MINUTES (Draft)", "printed as a draft on page 1"),
        ("june.pdf", "DRAFT – subject to approval at the next meeting", "printed as a draft on page 1"),
        ("june.pdf", "Minutes on the draft budget", ""),
        ("june.pdf", "Draft Local Plan", ""),
    ],
)
def test_drafts(document: str, top: str, draft: str) -> None:
    """Minutes say that they are a draft at their top or in their name."""
    pack = Pack(document, "Cabinet", "ab", PackKind.MINUTES, CABINET, (Page(1, "", f"{top}\nPresent: all"),))
    assert pack_to_signs(pack, ()).sittings == (Sitting(CABINET, (1, 1), draft, bool(draft)),)


@pytest.mark.parametrize(
    ("top", "confirmed"),
    [
        ("These minutes were confirmed as a correct record on 2 July.", True),
        ("CONFIRMED MINUTES", True),
        ("The minutes of 7 May were confirmed as a correct record.", False),
    ],
)
def test_minutes_that_say_they_were_confirmed(top: str, confirmed: bool) -> None:
    """Their own words, not what they say of other minutes."""
    pack = Pack("june.pdf", "Cabinet", "ab", PackKind.MINUTES, CABINET, (Page(1, "", f"Minutes\n{top}"),))
    (sitting,) = pack_to_signs(pack, ()).sittings
    assert sitting.confirmed == (top if confirmed else "")
    assert Footing(sitting=sitting).standing is (Standing.CONFIRMED if confirmed else Standing.DRAFT)


def test_minutes_in_a_later_pack_are_put_to_it() -> None:
    """They are a draft until it has approved them, though they are not printed as one."""
    held = Item("", "Minutes of Cabinet, 4 June 2024", (1, 1), CABINET, record=True)
    pack = Pack("july.pdf", "July", "ab", PackKind.AGENDA_PACK, JULY, (Page(1, "", "Minutes"),), (held,))
    assert pack_to_signs(pack, ()).sittings == (Sitting(CABINET, (1, 1), f"put to {JULY} to approve"),)


def test_what_a_paper_says_that_it_replaces() -> None:
    """The sentence on its front, and the page; a policy that replaces a tax is none."""
    says = "The report was updated and replaces the version in the original agenda pack."
    pages = Page(1, "", "Cabinet"), Page(2, "", f"Dear Member. {says} Yours")
    signs = pack_to_signs(Pack("late.pdf", "Late", "ab", PackKind.SUPPLEMENT, CABINET, pages), ())
    assert (signs.replaces_on, signs.replaces) == (2, says)
    other = Pack("tax.pdf", "Tax", "ab", PackKind.REPORT, CABINET, (Page(1, "", "This tax replaces the levy."),))
    assert pack_to_signs(other, ()).replaces == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24/00109 - Transfer of a service", {"24/00109"}),
        ("Decision 24-00109, application PA/24/0123", {"24/00109", "PA/24/0123"}),
        ("Plan 2025-2029 and 2024/25, from 01/02/2024, tel 01752-668000", set()),
    ],
)
def test_references(text: str, found: set[str]) -> None:
    """Numbers of decisions and applications with either stroke; no years, days or telephones."""
    assert references_in(text) == found


def test_a_sitting_of_another_body_is_not_asked_about() -> None:
    """Only what the set of minutes itself records is its approval."""
    other = Meeting("Planning Committee", date(2024, 7, 2))
    text = "The minutes of 4 June 2024 were approved."
    chunk = Chunk("july.pdf", "July", 0, Kind.MINUTE, (1, 1), ("", ""), text, other)
    pack = Pack("july.pdf", "July", "ab", PackKind.MINUTES, JULY, (Page(1, "", text),))
    assert pack_to_signs(pack, (chunk,)).sittings == (Sitting(JULY, (1, 1)),)
