"""The chat: a question goes to the desk, and its answer with citations comes back."""

import gradio as gr

from app.desk import Desk
from app.page.filters import filters
from app.page.html import conversation
from app.page.session import Session
from ingest.errors import MattersError

BROKEN = "Something went wrong while looking in the papers. Please ask again."
LONGEST = 1000
CLICKED = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-place], button[data-example]');
  if (!button) return;
  const {turn, place, example} = button.dataset;
  if (example !== undefined) trigger('select', {example: Number(example)});
  else trigger('click', {turn: Number(turn), place: Number(place)});
});
let before = '';
watch('value', () => {
  const turns = element.querySelectorAll('.ma-turn'), last = turns[turns.length - 1];
  const now = turns.length + (last && last.querySelector('.ma-waiting') ? ' waiting' : '');
  if (last && now !== before) {
    const place = last.getBoundingClientRect(), asking = document.getElementById('ma-asking');
    if (place.top < 0 || place.bottom > window.innerHeight - asking.offsetHeight) last.scrollIntoView();
  }
  before = now;
});
"""


def start(session: Session, question: str) -> tuple[Session, str]:
    """The session with the question waiting, and what is left in the box; one question waits at a time."""
    asked = " ".join(question.split())
    if not asked or session.waiting:
        return session, question
    return session.ask(asked), ""


def finish(desk: Desk, session: Session, committee: str | None, since: str | None, until: str | None) -> Session:
    """The session with the waiting question answered, and the first place of its answer open."""
    if not session.waiting:
        return session
    try:
        answer = desk.ask(session.turns[-1].question, session.history, filters(committee, since, until))
    except MattersError as error:
        return session.settle(None, str(error))
    return session.settle(answer).open(len(session.turns) - 1, 0)


def example(desk: Desk, index: int) -> str:
    """The example question with that number; "" where there is none."""
    examples = desk.examples()
    return examples[index] if 0 <= index < len(examples) else ""


def component(desk: Desk) -> gr.HTML:
    """The conversation so far."""
    return gr.HTML(
        conversation(Session(), desk.examples()),
        elem_id="ma-talk",
        js_on_load=CLICKED,
        apply_default_css=False,
    )


def announcer() -> gr.HTML:
    """What tells a screen reader where the question stands."""
    template = '<p class="ma-unseen" role="status" aria-live="polite">${value}</p>'
    return gr.HTML("", html_template=template, js_on_load=None, apply_default_css=False, elem_id="ma-announcer")


def question_box() -> tuple[gr.Textbox, gr.Button]:
    """Where a question is written, and what sends it."""
    with gr.Row(elem_id="ma-asking", equal_height=False):
        box = gr.Textbox(
            label="Your question",
            placeholder="What was decided on …?",
            lines=1,
            max_lines=5,
            max_length=LONGEST,
            autofocus=True,
            scale=6,
            min_width=120,
            elem_id="ma-question",
        )
        send = gr.Button("Ask", variant="primary", scale=0, min_width=88, elem_id="ma-ask")
    return box, send


def afresh() -> gr.Button:
    """What clears the conversation."""
    return gr.Button("Start afresh", scale=0, min_width=130, elem_id="ma-afresh")
