"""Commitments in the words of minutes, beside a meeting on 9 March 2023."""

from datetime import date

import pytest

from ingest.register.due import Due
from ingest.register.undertakings import Found, paragraph_to_found

MADE = date(2023, 3, 9)
NAMES = frozenset({"Joan", "Priya", "HB"})
SPOKEN = (
    ("The Head of Finance agreed to provide a written answer by 31 May 2023.",
     "The Head of Finance", "provide a written answer", date(2023, 5, 31)),
    ("In response to Councillor Reed, the Service Director advised that she would report back in September.",
     "the Service Director", "report back", date(2023, 9, 30)),
    ("The Chief Executive said that he would look into the matter and respond to Councillor Pike.",
     "The Chief Executive", "look into the matter and respond to Councillor Pike", None),
    ("In reply Owen Tarr (Head of Parks) said that prices had risen, and undertook to bring a plan in June.",
     "Owen Tarr (Head of Parks)", "bring a plan", date(2023, 6, 30)),
    ("The Assistant Director, Highways undertook to send ward members a timetable.",
     "The Assistant Director, Highways", "send ward members a timetable", None),
    ("The Leader gave a commitment to bring the plan to Council.", "The Leader", "bring the plan to Council", None),
    ("Cllrs Dean and Moss volunteered to clear the ditch.", "Cllrs Dean and Moss", "clear the ditch", None),
    ("It was agreed that Cllr Shaw would attend the site meeting on 4 April.",
     "Cllr Shaw", "attend the site meeting", date(2023, 4, 4)),
    ("Members requested that the Head of Libraries bring a report on fines.",
     "the Head of Libraries", "bring a report on fines", None),
    ("The Committee asked officers to explore the option of a second crossing.",
     "officers", "explore the option of a second crossing", None),
    ("The Clerk was instructed to pay the invoice.", "The Clerk", "pay the invoice", None),
    ("The Clerk to write to the allotment holders.", "The Clerk", "write to the allotment holders", None),
    ("HB to update the website.", "HB", "update the website", None),
    ("Further information on staff turnover would be circulated to Members.",
     "", "Further information on staff turnover would be circulated to Members", None),
    ("It was requested that the data be shared with the Panel.", "", "the data be shared with the Panel", None),
    ("ACTION: Clerk to contact the County Council about the drain.",
     "Clerk", "contact the County Council about the drain", None),
    ("The hedge on Mill Lane needs cutting (Action: Cllr Brown).",
     "Cllr Brown", "The hedge on Mill Lane needs cutting", None),
    ("Action point: Joan to book the hall.", "Joan", "book the hall", None),
    ("The Bursar is to obtain a second quote.", "The Bursar", "obtain a second quote", None),
    ("The Parish Council agreed to write to the bus company.", "The Parish Council", "write to the bus company", None),
    ("Mr Dunn has been told and will order the paint.", "Mr Dunn", "order the paint", None),
    ("Councillor Pike asked for the costs, which the Director agreed to provide.",
     "the Director", "Councillor Pike asked for the costs, which the Director agreed to provide", None),
)  # fmt: skip
RESOLVED = (
    ("RESOLVED that the Clerk be authorised to instruct the contractor.", "the Clerk", "instruct the contractor", None),
    ("RESOLVED to ask the Finance Officer to report on the reserves in October.",
     "the Finance Officer", "report on the reserves", date(2023, 10, 31)),
    ("h. Officers prepare a report on charges for approval by Cabinet;",
     "Officers", "prepare a report on charges for approval by Cabinet", None),
    ("3. Delegate authority to the Head of Law, in consultation with the Leader, to seal the lease.",
     "the Head of Law, in consultation with the Leader", "seal the lease", None),
    ("Authority to agree the rent be delegated to the Head of Law.", "the Head of Law", "agree the rent", None),
    ("c. To undertake a full review of the scheme by May 2023;",
     "", "undertake a full review of the scheme", date(2023, 5, 31)),
    ("RESOLVED that a working party be set up by the end of April.",
     "", "a working party be set up", date(2023, 4, 30)),
    ("It was resolved that the Council write to the Minister.", "the Council", "write to the Minister", None),
)  # fmt: skip
NOTHING = (
    "The Clerk reported that the bench had been repaired.",
    "Councillor Hall asked whether the Director would provide a report.",
    "Members hoped that the Council would look into the matter.",
    "The Council has a duty to publish its accounts.",
    "The strategy aims to provide better homes.",
    "Residents asked the Council to think again.",
    "The police had agreed to attend.",
    "Councillor Shaw suggested that the Clerk could write to the owner.",
    "If the grant were refused the Treasurer would look at other funds.",
    "The Chair asked the Director to introduce the report.",
    "Members were asked to declare any interests.",
    "The new system would provide better data.",
    "The Mayor agreed to the request.",
    "Mr Cole had kindly agreed to organise the fair again.",
)
RESOLVED_NOTHING = (
    "RESOLVED that the minutes be signed by the Chairman.",
    "RESOLVED that the report be noted.",
    "RESOLVED that the fair be held on 1 May 2023.",
    "RESOLVED that Councillor Moss be elected Chairman until May 2024.",
    "RESOLVED that the rent remain at £5.",
)


@pytest.mark.parametrize(("text", "owner", "action", "day"), SPOKEN)
def test_what_is_said_is_read(text: str, owner: str, action: str, day: date | None) -> None:
    """Undertakings, requests and marks give owner, action and date."""
    (found,) = paragraph_to_found(text, NAMES, MADE)
    assert (found.owner, found.action, found.due.day if found.due else None) == (owner, action, day)


@pytest.mark.parametrize(("text", "owner", "action", "day"), RESOLVED)
def test_what_is_resolved_is_read(text: str, owner: str, action: str, day: date | None) -> None:
    """A resolution's tasks, delegations and own duties give owner, action and date."""
    (found,) = paragraph_to_found(text, NAMES, MADE, (0, len(text)))
    assert (found.owner, found.action, found.due.day if found.due else None) == (owner, action, day)


@pytest.mark.parametrize("text", NOTHING)
def test_what_promises_nothing_is_left(text: str) -> None:
    """What was done, asked, wished, supposed or is a general duty is no commitment."""
    assert paragraph_to_found(text, NAMES, MADE) == ()


@pytest.mark.parametrize("text", RESOLVED_NOTHING)
def test_a_resolution_that_leaves_nothing_to_do_gives_nothing(text: str) -> None:
    """What a meeting settles by saying it is no commitment."""
    assert paragraph_to_found(text, NAMES, MADE, (0, len(text))) == ()


def test_the_parts_of_a_resolution_are_told_apart() -> None:
    """Each part has its own owner; those that give nothing to do are left."""
    text = "RESOLVED: (i) That the Clerk should buy buns; (ii) That it be lit; (iii) That Cllr Hay should pay the band."
    found = paragraph_to_found(text, NAMES, MADE, (0, len(text)))
    assert [(one.owner, one.action) for one in found] == [
        ("the Clerk", "buy buns"),
        ("Cllr Hay", "pay the band"),
    ]


def test_a_bare_action_takes_the_words_that_say_of_what() -> None:
    """An action that points back is quoted with its sentence and the sentence before."""
    text = "The old key is still out. Joan offered to track it down, action Joan."
    assert paragraph_to_found(text, NAMES, MADE) == (
        Found("Joan", "The old key is still out. Joan offered to track it down", text),
    )


def test_a_mark_alone_marks_the_sentence_above() -> None:
    """A line that only names the owner gives the action of the paragraph before it."""
    (found,) = paragraph_to_found("ACTION: Clerk", NAMES, MADE, before="The gate is off its hinge.")
    assert (found.owner, found.action) == ("Clerk", "The gate is off its hinge")


def test_two_dates_in_one_part_are_two_commitments() -> None:
    """Turf that is to be lifted by one day and replaced by another is due twice."""
    text = "the turf should be lifted by 1 May 2023 and replaced by 8 May 2023"
    found = paragraph_to_found(text, NAMES, MADE, (0, len(text)))
    assert [one.due for one in found] == [
        Due(date(2023, 5, 1), "by 1 May 2023"),
        Due(date(2023, 5, 8), "by 8 May 2023"),
    ]
