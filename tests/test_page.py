"""The page's steps as plain functions, and the page as built, over a desk that can be foreseen."""

import asyncio
import base64
from datetime import date

import gradio as gr
import pytest
from desk_examples import HOSTILE, QUESTION, QUOTE, FakeDesk, answered, refused

from app.desk import Leaf
from app.page import build, chat, viewer
from app.page.filters import ANY, UNFILTERED, filters, summary
from app.page.html import announcement, conversation
from app.page.session import Place, Session, Turn, View
from ingest.errors import MattersError, StoreError
from retrieval.answers import Filters, Status

DONE = Session((Turn(QUESTION, answered()),))
WHERE = "Cabinet, 4 June 2024, minute 12, printed page 8 (PDF 2)"


def after(question: str, session: Session | None = None) -> Session:
    """The session once a question has been asked and settled."""
    started, _ = chat.start(session or Session(), question)
    return chat.finish(FakeDesk(), started, ANY, "", "")


def test_a_question_waits_and_clears_the_box() -> None:
    """A question asked is shown as waiting, tidied, and the box is empty again."""
    session, left = chat.start(Session(), "  What   now? ")
    assert (session.turns, session.waiting, left) == ((Turn("What now?"),), True, "")


@pytest.mark.parametrize("session", [Session(), Session((Turn("first"),))])
def test_nothing_is_asked_when_blank_or_while_one_waits(session: Session) -> None:
    """A blank question is not asked, nor a second before the first is settled; the box keeps its words."""
    question = "second" if session.turns else "  "
    assert chat.start(session, question) == (session, question)


def test_an_answer_opens_its_first_place() -> None:
    """Once answered, the first citation is open beside the chat."""
    session = after(QUESTION)
    assert not session.waiting
    assert session.view and session.view.source == (0, 0) and session.view.place.where == WHERE


def test_a_refusal_opens_the_nearest_place() -> None:
    """What was not found leads to the nearest place, which is not called cited."""
    session = after("Who won the cup?")
    assert session.view and not session.view.place.cited
    assert "Near to what was asked" in viewer.show(FakeDesk(), session)


def test_follow_ups_carry_the_earlier_questions() -> None:
    """The desk is given the questions that came before, not those that failed, oldest first."""
    desk, session = FakeDesk(), after("broken", after("Harbour one"))
    chat.finish(desk, session.ask("and then?"), ANY, None, None)
    assert desk.asked == [("and then?", ("Harbour one",), Filters())]


def test_filters_reach_the_desk() -> None:
    """The committee and the dates chosen confine the question."""
    desk = FakeDesk()
    chat.finish(desk, Session().ask("Harbour"), "Cabinet", "2024-01-01", "2024-12-31")
    assert desk.asked[0][2] == Filters("Cabinet", date(2024, 1, 1), date(2024, 12, 31))


def test_trouble_is_one_sentence_in_its_turn() -> None:
    """An error that a user can put right is shown where the answer would be."""
    session = after("broken")
    assert session.turns[0].trouble == "the store is damaged: ingest the papers again"
    assert "The store is damaged: ingest the papers again" in conversation(session, ())


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [("9 March", "", "is not a date"), ("2024-02-01", "2024-01-01", "after the last")],
)
def test_dates_that_make_no_sense_are_refused(since: str, until: str, said: str) -> None:
    """A date that is not one, or dates the wrong way round, are said to be so."""
    with pytest.raises(MattersError, match=said):
        filters(ANY, since, until)


def test_the_fold_says_what_is_chosen() -> None:
    """Filters that are folded away are still told."""
    assert summary(ANY, "", None) == UNFILTERED
    assert summary("Cabinet", "2024-01-09", "") == "Only meetings: Cabinet, from 9 January 2024"
    assert summary(ANY, "", "never") == "“never” is not a date: write it as 2023-03-09."


def test_places_that_do_not_exist_open_nothing() -> None:
    """A click that names no turn or no place changes nothing."""
    assert DONE.open(0, 1) == DONE.open(3, 0) == DONE.open(-1, 0) == DONE


def test_turning_a_page_takes_the_marks_off() -> None:
    """The boxes belong to the cited page only; there is a way back to it."""
    place = Place("a.pdf", 2, WHERE, QUOTE, ((0, 0, 1, 1),))
    there, strayed = View(place, (0, 0), 2), View(place, (0, 0), 3)
    assert (there.boxes, strayed.boxes) == (place.boxes, ())
    shown = viewer.show(FakeDesk(), Session((), strayed))
    assert f'data-page="2">Back to {WHERE}</button>' in shown


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    """HTML in a question, an answer or a quote is text; nothing in it can be fetched."""
    shown = conversation(after(f"hostile {HOSTILE}"), ())
    assert "<img" not in shown
    assert shown.count("&lt;img src=&quot;http://tracker.example/x.png&quot;&gt;") == 3


def test_the_answer_leads_and_its_marks_are_buttons() -> None:
    """A mark in the answer opens the same place as its citation below."""
    shown = conversation(DONE, ())
    mark = f'data-turn="0" data-place="0" aria-label="Citation 1: {WHERE}">1</button>.'
    assert shown.index(mark) < shown.index("In the papers") < shown.index(QUOTE)


def test_the_open_place_is_told_from_the_others() -> None:
    """The citation whose page is open is the current one."""
    assert 'aria-current="true"' not in conversation(DONE, ())
    assert conversation(DONE.open(0, 0), ()).count('aria-current="true"') == 1


def test_the_welcome_offers_examples() -> None:
    """Before the first question there are questions to try, each by its number."""
    assert f'data-example="0">{QUESTION}</button>' in conversation(Session(), (QUESTION,))
    assert [chat.example(FakeDesk(), index) for index in (0, 1, -1)] == [QUESTION, "", ""]


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        (Turn("q"), "Looking in the papers…"),
        (Turn("q", answered()), "Answered, with 1 citation. Cabinet agreed to build it."),
        (Turn("q", refused()), "No answer. 3 pages were searched and none says so."),
        (Turn("q", refused(status=Status.DECLINED)), "No answer. 3 pages"),
        (Turn("q", trouble="no store"), "No store"),
    ],
)
def test_what_happens_is_announced(turn: Turn, said: str) -> None:
    """A screen reader is told in a sentence where the question stands."""
    assert announcement(Session((turn,))).startswith(said)


def test_notes_stand_with_the_answer() -> None:
    """What a reader should know of an answer is said with it."""
    noted = Session((Turn("q", answered(notes=("These minutes are a draft.",))),))
    assert '<p class="ma-note">These minutes are a draft.</p>' in conversation(noted, ())


def test_a_page_shows_its_picture_numbers_and_words() -> None:
    """The open page has its picture, both its numbers, its neighbours and its text with the quote marked."""
    shown = viewer.show(FakeDesk(), DONE.open(0, 0))
    assert f"data:image/png;base64,{base64.b64encode(b'png').decode()}" in shown
    assert "<span>Printed page 8,</span> <span>PDF page 2 of 3</span>" in shown
    assert 'data-page="1">‹ Previous' in shown and 'data-page="3">Next' in shown
    assert f"<mark>{QUOTE}</mark>" in shown


def test_the_first_page_has_none_before_it() -> None:
    """At the first page the way back is closed."""
    place = Place("a.pdf", 1, "there", "")
    assert 'data-page="0" disabled' in viewer.show(FakeDesk(), Session((), View(place, (0, 0), 1)))


def test_a_text_without_pages_is_shown_as_text() -> None:
    """What has no layout is shown as words, with no page numbers."""
    leaf = Leaf("plan.md", "Plan", 1, 1, "", "We will <b>plant</b> 12 trees.", None, paged=False)
    shown = viewer.page(View(Place("plan.md", 1, "Plan", "12 trees"), (0, 0), 1), leaf)
    assert "We will &lt;b&gt;plant&lt;/b&gt; <mark>12 trees</mark>." in shown
    assert "PDF page" not in shown and "<img" not in shown


def test_a_page_that_is_gone_is_said_to_be() -> None:
    """A document forgotten since the answer leads to a sentence, not a failure."""

    class Emptied(FakeDesk):
        """A desk whose documents are gone."""

        def leaf(self, document: str, number: int, boxes: object) -> Leaf:
            """Always gone."""
            raise StoreError(f"{document} is not in the store")

    assert "is not in the store</p>" in viewer.show(Emptied(), DONE.open(0, 0))


def test_the_page_is_built_with_one_public_endpoint() -> None:
    """Other programs are offered `/ask` and nothing else."""

    async def built() -> gr.Blocks:
        """Built where a loop runs: without one Gradio makes its own and leaves it open."""
        return build(FakeDesk())

    endpoints = asyncio.run(built()).get_api_info()["named_endpoints"]
    assert list(endpoints) == ["/ask"]
    names = [parameter["parameter_name"] for parameter in endpoints["/ask"]["parameters"]]
    assert names == ["question", "committee", "since", "until", "history"]
