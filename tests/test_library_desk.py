"""The page's desk over a real catalogue, with an assistant that answers one question."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from desk_examples import DOCUMENT, ITEM, MEETING, QUOTE, TITLE, answered, chunk, make_paper, refused

from app.library_desk import LibraryDesk, telling
from ingest.errors import StoreError
from ingest.papers import Item, Pack, PackKind
from ingest.pdf import read_pdf
from retrieval.answers import Answer, Filters
from retrieval.catalogue import Catalogue

if TYPE_CHECKING:
    from retrieval.assistant import Assistant

ROUTINE = Item("11", "Declarations of Interest", (2, 2), MEETING)
LATER = Item("13", "Close of the fair", (3, 3), MEETING)
EXAMPLE = "What was decided about Harbour Road crossing?"


class OneAnswer:
    """An assistant that knows about the crossing only, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Sequence[str], Filters | None]] = []

    def ask(self, question: str, history: Sequence[str] = (), filters: Filters | None = None) -> Answer:
        """The one answer, or a refusal."""
        self.asked.append((question, history, filters))
        return answered(question) if "Harbour" in question else refused(question)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The paper, read."""
    read = read_pdf(make_paper(tmp_path)).pages
    pages = tuple(replace(page, printed=str(page.number + 6)) for page in read)
    return Pack(DOCUMENT, TITLE, "ab12", PackKind.MINUTES, MEETING, pages, (ROUTINE, ITEM, LATER))


@pytest.fixture
def assistant() -> OneAnswer:
    """The assistant."""
    return OneAnswer()


@pytest.fixture
def desk(tmp_path: Path, pack: Pack, assistant: OneAnswer) -> LibraryDesk:
    """The desk over a store that holds the paper."""
    catalogue = Catalogue(tmp_path / "store", "hashed-words")
    catalogue.add(pack, (chunk(),), tmp_path / DOCUMENT)
    return LibraryDesk(catalogue, cast("Assistant", assistant))


def test_a_page_has_its_text_numbers_size_and_picture(desk: LibraryDesk) -> None:
    """A page comes from the catalogue, its picture from the kept file."""
    leaf = desk.leaf(DOCUMENT, 2, ())
    assert (leaf.title, leaf.number, leaf.count, leaf.printed) == (TITLE, 2, 3, "8")
    assert leaf.size == (595.0, 842.0)
    assert QUOTE in leaf.text
    assert leaf.picture and leaf.picture.startswith(b"\x89PNG")


def test_marks_change_the_picture(desk: LibraryDesk) -> None:
    """The boxes are drawn on the page."""
    assert desk.leaf(DOCUMENT, 2, ()).picture != desk.leaf(DOCUMENT, 2, ((72, 90, 300, 110),)).picture


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (3, 3), (99, 3)])
def test_past_the_ends_the_nearest_page_is_shown(desk: LibraryDesk, asked: int, shown: int) -> None:
    """Turning past the first or the last page stays there."""
    assert desk.leaf(DOCUMENT, asked, ()).number == shown


def test_a_document_that_is_gone_is_said_to_be(desk: LibraryDesk) -> None:
    """A page of what is not held is an error in words."""
    with pytest.raises(StoreError, match="is no longer in the store"):
        desk.leaf("gone.pdf", 1, ())


def test_committees_are_those_of_the_meetings_held(desk: LibraryDesk) -> None:
    """The choice of committees comes from the store."""
    assert desk.committees() == ["Cabinet"]


def test_examples_are_answered_from_the_minute_they_name(desk: LibraryDesk, assistant: OneAnswer) -> None:
    """Titles of minutes make questions; those not answered are not offered, and none is tried twice."""
    assert desk.examples() == desk.examples() == (EXAMPLE,)
    assert [question for question, _, _ in assistant.asked] == [
        EXAMPLE,
        "What was decided about Close of the fair?",
    ]


def test_routine_business_and_reports_make_no_examples(pack: Pack) -> None:
    """Declarations, long titles and items that are not minutes are passed over."""
    long = Item("14", "A" * 91, (3, 3), MEETING)
    assert list(telling(replace(pack, items=(ROUTINE, ITEM, long)))) == [ITEM]
    assert list(telling(replace(pack, kind=PackKind.AGENDA_PACK))) == []


def test_a_question_is_passed_on_whole(desk: LibraryDesk, assistant: OneAnswer) -> None:
    """History and filters reach the assistant."""
    desk.ask("Why?", ("Harbour?",), Filters("Cabinet"))
    assert assistant.asked == [("Why?", ("Harbour?",), Filters("Cabinet"))]
