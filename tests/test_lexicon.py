"""The papers' own words: acronyms as they define them, and misspelt words as they spell them."""

from pathlib import Path

import pytest
from record_examples import asked, library, report

from retrieval.acronyms import acronyms
from retrieval.lexicon import Lexicon, in_their_words
from retrieval.search import said_out
from retrieval.terms import alike

DEFINED = "The Multi-Agency Safeguarding Hub (MASH) is open. Procurement of the hub went well."
SPELT = "Points of debt and money for Violence Against Women and Girls was set aside. Procurement will follow."


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    """The words of a store of two paragraphs."""
    return library(tmp_path, report(DEFINED), report(SPELT, order=1))[0].lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Department for Education (DfE) said", ("DFE", "Department for Education", True)),
        ("the MTFP (Medium Term Financial Plan) says", ("MTFP", "Medium Term Financial Plan", True)),
        ("support for Special Educational Needs grew", ("SEN", "Special Educational Needs", False)),
    ],
)
def test_acronyms_of_a_text(text: str, found: tuple[str, str, bool]) -> None:
    """Before its brackets, within them, or only spelt by capitals."""
    assert found in list(acronyms(text))


def test_a_bracket_that_spells_something_else_is_no_acronym() -> None:
    """Letters must be those of the words before them."""
    assert list(acronyms("the report of the panel (OK)")) == []


def test_expansion(lexicon: Lexicon) -> None:
    """An acronym is what the papers define, or what their capitals spell."""
    assert lexicon.expansion("MASH") == "multi agency safeguarding hub"
    assert lexicon.expansion("VAWG") == "violence against women and girls"
    assert lexicon.expansion("NATO") == ""


def test_a_phrase_has_the_acronym_that_is_defined(lexicon: Lexicon) -> None:
    """What capitals only spell is no name that anybody uses."""
    found = lexicon.shortened(["Multi Agency Safeguarding Hub", "violence against women and girls"])
    assert found == (("MASH", "multi agency safeguarding hub"),)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("procurment", "procur"),
        ("prcourement", "procur"),
        ("moeny", ""),
        ("qqqqqqq", ""),
        ("dentist", ""),
        ("painting", ""),
    ],
)
def test_misspelt_words(lexicon: Lexicon, word: str, read: str) -> None:
    """Long words with a slip or two are read as the papers spell them; short ones are left."""
    assert lexicon.nearest(word) == read


def test_a_question_in_the_papers_words(lexicon: Lexicon) -> None:
    """Its acronym stands with what it stands for, its misspelt word as the papers spell it."""
    query = in_their_words(asked("VAWG procurment?"), lexicon, {"vawg": 0, "procurment": 0})
    assert query.same == (("VAWG", "violence against women and girls"),)
    assert (query.terms, query.read_as) == (("vawg", "procur"), (("procurment", "procur"),))
    assert said_out(query) == "VAWG procur? (violence against women and girls)"


def test_words_that_the_papers_use_are_not_misspelt(lexicon: Lexicon) -> None:
    """However near they are to others."""
    assert in_their_words(asked("procurements"), lexicon, {"procurements": 2}).read_as == ()


def test_either_stands_for_the_other() -> None:
    """A passage that says one is taken to say both."""
    same = [("VAWG", "violence against women")]
    assert {"vawg"} <= alike({"violenc", "against", "women"}, same)
    assert {"violenc", "women"} <= alike({"vawg"}, same)
    assert alike({"women"}, same) == {"women"}
