"""Beside the chat: the page that a citation opens, with the quoted words marked."""

import base64
import re
from html import escape

import gradio as gr

from app.desk import Desk, Leaf
from app.page.html import sentence
from app.page.session import Session, View
from ingest.errors import MattersError

TURN_PAGES = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-page]');
  if (button && !button.disabled) trigger('click', {page: Number(button.dataset.page)});
});
watch('value', () => {
  const frame = document.getElementById('ma-beside'), mark = element.querySelector('.ma-here');
  frame.scrollTop = 0;
  if (!mark) return;
  const below = mark.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (below > frame.clientHeight * 0.75) frame.scrollTop = below - frame.clientHeight / 3;
});
"""
EMPTY = (
    '<section class="ma-empty"><p>The page behind a citation appears here, with the quoted words marked.</p></section>'
)


def component() -> gr.HTML:
    """The component that shows the open page."""
    return gr.HTML(EMPTY, elem_id="ma-viewer", js_on_load=TURN_PAGES, apply_default_css=False)


def show(desk: Desk, session: Session) -> str:
    """The open page as HTML, or what will be here once one is opened."""
    if session.view is None:
        return EMPTY
    view = session.view
    try:
        return page(view, desk.leaf(view.place.document, view.number, view.boxes))
    except MattersError as error:
        return f'<section class="ma-page"><p class="ma-trouble">{escape(sentence(str(error)))}</p></section>'


def page(view: View, leaf: Leaf) -> str:
    """A page with its numbers, the way to its neighbours, its picture and its text."""
    body = _picture(view, leaf) if leaf.picture else f'<div class="ma-text">{_marked(leaf.text, view)}</div>'
    return (
        '<section class="ma-page" aria-labelledby="ma-page-title">'
        f'<h2 id="ma-page-title" tabindex="-1">{escape(leaf.title)}</h2>{_cited(view)}'
        f'{_turner(leaf)}{body}<p class="ma-file">File: {escape(leaf.document)}</p></section>'
    )


def numbers(leaf: Leaf) -> tuple[str, ...]:
    """How the page is numbered: as printed on it, where it is, and in the file."""
    place = f"PDF page {leaf.number} of {leaf.count}"
    return (f"Printed page {leaf.printed},", place) if leaf.printed else (place,)


def _cited(view: View) -> str:
    where = escape(view.place.where)
    if view.number == view.place.number:
        shown = " ma-shown" if view.boxes else ""
        role = "Cited" if view.place.cited else "Near to what was asked"
        return f'<p class="ma-marked{shown}">{role}: {where}</p>'
    return f'<p class="ma-strayed">{_button(view.place.number, f"Back to {where}")}</p>'


def _turner(leaf: Leaf) -> str:
    if not leaf.paged:
        return ""
    said = " ".join(f"<span>{escape(part)}</span>" for part in numbers(leaf))
    return (
        '<nav class="ma-turner" aria-label="Pages">'
        f"{_button(leaf.number - 1, '‹ Previous<span> page</span>', leaf.number <= 1)}"
        f'<span class="ma-numbers" role="status">{said}</span>'
        f"{_button(leaf.number + 1, 'Next<span> page</span> ›', leaf.number >= leaf.count)}</nav>"
    )


def _button(number: int, label: str, disabled: bool = False) -> str:
    off = " disabled" if disabled else ""
    return f'<button type="button" class="ma-button" data-page="{number}"{off}>{label}</button>'


def _picture(view: View, leaf: Leaf) -> str:
    data = base64.b64encode(leaf.picture or b"").decode()
    width, height = leaf.size
    here = f'<span class="ma-here" style="top: {view.boxes[0][1] / height:.1%}"></span>' if view.boxes else ""
    said = " ".join(numbers(leaf)) + (", the words found are marked" if view.boxes else "")
    return (
        '<label class="ma-zoom"><input type="checkbox">Larger</label>'
        '<div class="ma-sheet" tabindex="0" role="group" aria-label="Picture of the page">'
        f'<div class="ma-leaf">{here}<img class="ma-picture" src="data:image/png;base64,{data}" '
        f'width="{width:.0f}" height="{height:.0f}" alt="{escape(said)}"></div></div>'
        '<details class="ma-words"><summary>The words of this page</summary>'
        f'<div class="ma-text">{_marked(leaf.text, view)}</div></details>'
    )


def _marked(text: str, view: View) -> str:
    """The text of a page, escaped, with the quote marked where it stands on this page as one run of words."""
    words = [re.escape(word) for word in view.place.quote.split()]
    found = re.search(r"\s+".join(words), text) if words and view.number == view.place.number else None
    if not found:
        return escape(text)
    return f"{escape(text[: found.start()])}<mark>{escape(found[0])}</mark>{escape(text[found.end() :])}"
