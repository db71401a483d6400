"""Who can own an action, as minutes name them."""

import pytest

from ingest.register.actors import is_group, is_owner, names_of, owner_at_start, owner_before, trimmed

NAMES = names_of(["Present: Mick Ash, Treasurer Karen Birch, Jon Cole (JC)", "Apologies: Jess Dunn"])


def test_names_are_taken_from_those_present() -> None:
    """First names, surnames and initials, and no offices."""
    assert {"Mick", "Ash", "Karen", "Birch", "Jon", "Cole", "JC", "Jess", "Dunn"} == NAMES


@pytest.mark.parametrize(
    "owner",
    ["the Clerk", "Councillor Dent", "Cllr. O'Neill", "Officers", "Head of Parks", "the Council", "Karen", "JC",
     "Ann Pell (Senior Planner)", "Director of Place, in consultation with the Leader",
     "the Cabinet Member for Housing"],
)  # fmt: skip
def test_people_officers_and_bodies_can_own_an_action(owner: str) -> None:
    """By title, role, name, initials or as a body."""
    assert is_owner(owner, NAMES)


@pytest.mark.parametrize(
    "words", ["", "It", "members of the public", "residents", "the Minister", "the report", "No News", "Paris"]
)
def test_others_cannot(words: str) -> None:
    """Things, the public and those outside the council own nothing."""
    assert not is_owner(words, NAMES)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("In reply the Head of Parks", "the Head of Parks"),
        ("an informal group and Ann Pell (Senior Planner)", "Ann Pell (Senior Planner)"),
        ("the date having passed, Karen", "Karen"),
        ("(ii) That the Clerk", "the Clerk"),
        ("The Assistant Director, Highways", "The Assistant Director, Highways"),
        ("the weather", ""),
    ],
)
def test_the_owner_is_read_backwards_from_the_verb(text: str, owner: str) -> None:
    """Words with capitals, roles and what joins them, without what opens the sentence."""
    assert owner_before(text, NAMES) == owner


def test_the_owner_that_opens_a_sentence_is_read_forwards() -> None:
    """To the first word that is no part of a name."""
    assert owner_at_start("Mr Dunn has been told", NAMES) == "Mr Dunn"
    assert owner_at_start("The weather was fine", NAMES) == ""


def test_a_body_is_nobody_in_particular() -> None:
    """The council as a whole is told from its officers."""
    assert is_group("the Council") and not is_group("the Clerk")


def test_an_owner_is_trimmed_of_what_hangs_on_it() -> None:
    """A second object and a stop are no part of the name."""
    assert trimmed("the Director of Finance (Ann Pell), the authority") == "the Director of Finance (Ann Pell)"
    assert trimmed("Jon.") == "Jon"
