"""Beside the chat: the page that a citation opens, with the quoted words marked."""

import base64
import re
from html import escape

import gradio as gr

from app.desk import Desk, Leaf
from app.page.session import Session, View
from ingest.papers import squash

TURN_PAGES = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-page]');
  if (button && !button.disabled) trigger('click', {page: Number(button.dataset.page)});
});
"""
EMPTY = (
    '<section class="ma-empty"><p>The page behind a citation appears here, '
    "with the quoted words marked.</p></section>"
)


def component() -> gr.HTML:
    """The component that shows the open page."""
    return gr.HTML(EMPTY, elem_id="ma-viewer", js_on_load=TURN_PAGES, apply_default_css=False)


def show(desk: Desk, session: Session) -> str:
    """The open page as HTML, or what will be here once one is opened."""
    if session.view is None:
        return EMPTY
    view = session.view
    return page(view, desk.leaf(view.place.document, view.number, view.boxes))


def page(view: View, leaf: Leaf) -> str:
    """A page with its numbers, the way to its neighbours, its picture and its text."""
    body = _picture(view, leaf) if leaf.picture else f'<div class="ma-text">{_marked(leaf.text, view)}</div>'
    return (
        '<section class="ma-page" aria-labelledby="ma-page-title">'
        f'<h2 id="ma-page-title" tabindex="-1">{escape(leaf.title)}</h2>{_cited(view)}'
        f'{_turner(leaf)}{body}<p class="ma-file">File: {escape(leaf.document)}</p></section>'
    )


def numbers(leaf: Leaf) -> str:
    """How the page is numbered: as printed on it, and in the file."""
    place = f"PDF page {leaf.number} of {leaf.count}"
    return f"Printed page {leaf.printed} ({place})" if leaf.printed else place


def _cited(view: View) -> str:
    where = escape(view.place.where)
    if view.number == view.place.number:
        return f'<p class="ma-marked">{where}</p>'
    return f'<p class="ma-strayed">{_button(view.place.number, f"Back to {where}")}</p>'


def _turner(leaf: Leaf) -> str:
    if not leaf.paged:
        return ""
    return (
        '<nav class="ma-turner" aria-label="Pages">'
        f"{_button(leaf.number - 1, '‹ Previous<span> page</span>', leaf.number <= 1)}"
        f'<span class="ma-numbers" role="status">{escape(numbers(leaf))}</span>'
        f"{_button(leaf.number + 1, 'Next<span> page</span> ›', leaf.number >= leaf.count)}</nav>"
    )


def _button(number: int, label: str, disabled: bool = False) -> str:
    off = " disabled" if disabled else ""
    return f'<button type="button" class="ma-button" data-page="{number}"{off}>{label}</button>'


def _picture(view: View, leaf: Leaf) -> str:
    data = base64.b64encode(leaf.picture or b"").decode()
    said = ", the cited words marked" if view.boxes else ""
    return (
        f'<img class="ma-picture" src="data:image/png;base64,{data}" alt="{escape(numbers(leaf))}{said}">'
        f'<details class="ma-words"><summary>The words of this page</summary>'
        f'<div class="ma-text">{_marked(leaf.text, view)}</div></details>'
    )


def _marked(text: str, view: View) -> str:
    """The text of a page, escaped, with the quote marked where it stands on this page as one run of words."""
    words = [re.escape(word) for word in view.place.quote.split()]
    found = re.search(r"\s+".join(words), text) if words and view.number == view.place.number else None
    if not found or not squash(view.place.quote):
        return escape(text)
    return f"{escape(text[: found.start()])}<mark>{escape(found[0])}</mark>{escape(text[found.end() :])}"
