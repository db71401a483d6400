"""The page put together: the chat, the filters and the page beside it, and what joins them."""

from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr
from gradio.events import api

from app.desk import Desk
from app.page import chat, filters, viewer
from app.page.html import announcement, conversation
from app.page.session import Session
from app.render import answer_json
from ingest.errors import MattersError

TITLE = "Matters Arising"
BRITISH = "() => { document.documentElement.lang = 'en-GB'; }"
TO_PAGE = """() => {
  const title = document.getElementById('ma-page-title');
  if (title) title.focus({preventScroll: window.innerWidth >= 1000});
}"""


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the page, by what they are for."""

    desk: Desk
    session: gr.State
    talk: gr.HTML
    said: gr.HTML
    box: gr.Textbox
    send: gr.Button
    afresh: gr.Button
    chosen: list[gr.Dropdown | gr.HTML]
    beside: gr.HTML

    @property
    def shown(self) -> list[Any]:
        """What a step of the chat writes to."""
        return [self.session, self.talk, self.said]

    def show(self, session: Session) -> tuple[Session, str, str]:
        """What these then hold."""
        return session, conversation(session, self.desk.examples()), announcement(session)


def build(desk: Desk, title: str = TITLE) -> gr.Blocks:
    """The whole page over a desk."""
    blocks = gr.Blocks(title=title, analytics_enabled=False, fill_width=True)
    with blocks:
        gr.HTML(_masthead(title), apply_default_css=False, js_on_load=None)
        with gr.Row(elem_id="ma-columns"):
            with gr.Column(elem_id="ma-chat", scale=5, min_width=300):
                with gr.Row(elem_id="ma-tools"):
                    chosen, afresh = filters.component(desk.committees()), chat.afresh()
                talk, said = chat.component(desk), chat.announcer()
                box, send = chat.question_box()
            with gr.Column(elem_id="ma-beside", scale=6, min_width=300):
                beside = viewer.component()
        parts = Parts(desk, gr.State(Session()), talk, said, box, send, afresh, chosen, beside)
        _wire_questions(parts)
        _wire_places(parts)
        _offer_api(desk)
        blocks.load(None, js=BRITISH, api_visibility="private")
    return blocks


def _masthead(title: str) -> str:
    return (
        f'<header class="ma-masthead"><h1>{escape(title)}</h1>'
        "<p>What the council’s papers say, in their own words, with the page.</p></header>"
    )


def _wire_questions(parts: Parts) -> None:
    """A question from the box, or one of the examples: shown at once, then answered, then its page opened."""

    def start(session: Session, question: str) -> tuple[Any, ...]:
        session, left = chat.start(session, question)
        return *parts.show(session), left

    def example(session: Session, event: gr.EventData) -> tuple[Any, ...]:
        return start(session, chat.example(parts.desk, event.example))

    def finish(session: Session, *chosen: str) -> tuple[Any, ...]:
        return parts.show(chat.finish(parts.desk, session, *chosen))

    def broken(session: Session) -> tuple[Any, ...]:
        return parts.show(session.settle(None, chat.BROKEN))

    def afresh() -> tuple[Any, ...]:
        return *parts.show(Session()), viewer.EMPTY

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    started = [
        gr.on(
            [parts.send.click, parts.box.submit],
            start,
            [parts.session, parts.box],
            [*parts.shown, parts.box],
            **quiet,
        ),
        parts.talk.select(example, parts.session, [*parts.shown, parts.box], **quiet),
    ]
    for step in started:
        finished = step.then(finish, [parts.session, *parts.chosen], parts.shown, **quiet)
        finished.failure(broken, parts.session, parts.shown, **quiet)
        finished.success(_show(parts), parts.session, parts.beside, **quiet)
    parts.afresh.click(afresh, None, [*parts.shown, parts.beside], **quiet)


def _show(parts: Parts) -> Any:
    def show(session: Session) -> str:
        return viewer.show(parts.desk, session)

    return show


def _wire_places(parts: Parts) -> None:
    """A click on a citation opens its page; the buttons above a page turn it."""

    def opened(session: Session, event: gr.EventData) -> tuple[Any, ...]:
        session = session.open(event.turn, event.place)
        return session, conversation(session, ()), viewer.show(parts.desk, session)

    def turned(session: Session, event: gr.EventData) -> tuple[Any, ...]:
        session = session.leaf(event.page)
        return session, viewer.show(parts.desk, session)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    step = parts.talk.click(opened, parts.session, [parts.session, parts.talk, parts.beside], **quiet)
    step.success(None, js=TO_PAGE, **quiet)
    parts.beside.click(turned, parts.session, [parts.session, parts.beside], **quiet)


def _offer_api(desk: Desk) -> None:
    """One endpoint for other programs: `/ask`, which gives what `matters ask --json` prints."""

    def ask(
        question: str, committee: str = "", since: str = "", until: str = "", history: list[str] | None = None
    ) -> dict[str, Any]:
        """Answers a question from the papers held, as `matters ask --json` does."""
        try:
            chosen = filters.filters(committee, since, until)
            return answer_json(desk.ask(question, tuple(history or ()), chosen))
        except MattersError as error:
            raise gr.Error(str(error), print_exception=False) from error

    api(ask, api_name="ask")
