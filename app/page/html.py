"""The conversation as HTML: every word of a paper, a question or an answer is escaped before it goes in."""

import re
from collections.abc import Sequence
from html import escape

from app.page.session import Place, Session, Turn
from app.render import laid_out
from retrieval.answers import Answer, Status

MARKED = re.compile(r"\s?\[(\d+)\]")
WAITING = "Looking in the papers…"


def conversation(session: Session, examples: Sequence[str]) -> str:
    """All turns, oldest first; before the first, a welcome with questions to try."""
    if not session.turns:
        return _welcome(examples)
    source = session.view.source if session.view else None
    return "".join(_turn(number, turn, source) for number, turn in enumerate(session.turns))


def announcement(session: Session) -> str:
    """One sentence that says where the last question stands, for those who cannot see the page change."""
    if not session.turns:
        return ""
    turn = session.turns[-1]
    if turn.answer is None:
        return escape(sentence(turn.trouble) or WAITING)
    if turn.answer.status is not Status.ANSWERED:
        return escape(f"No answer. {turn.answer.reason}")
    return escape(f"Answered, with {_count(len(turn.places), 'citation')}. {MARKED.sub('', turn.answer.text)}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _welcome(examples: Sequence[str]) -> str:
    buttons = "".join(_example(*numbered) for numbered in enumerate(examples))
    tries = f'<p>For example:</p><ul class="ma-plain">{buttons}</ul>' if buttons else ""
    return (
        '<section class="ma-welcome"><h2>What would you like to know?</h2>'
        "<p>Ask what was decided, who will do it, by when or for how much. The answer is in the record’s own "
        f"words, and each citation opens the page it comes from.</p>{tries}</section>"
    )


def _example(index: int, question: str) -> str:
    button = f'<button type="button" class="ma-example" data-example="{index}">{escape(question)}</button>'
    return f"<li>{button}</li>"


def _turn(number: int, turn: Turn, source: tuple[int, int] | None) -> str:
    heading = f'<h2 class="ma-question" id="ma-turn-{number}"><span>You asked</span> {escape(turn.question)}</h2>'
    said = _said(number, turn, source)
    return f'<article class="ma-turn" aria-labelledby="ma-turn-{number}">{heading}{said}</article>'


def _said(number: int, turn: Turn, source: tuple[int, int] | None) -> str:
    if turn.trouble:
        return f'<p class="ma-trouble">{escape(sentence(turn.trouble))}</p>'
    if turn.answer is None:
        return f'<p class="ma-waiting">{WAITING}</p>'
    if turn.answer.status is Status.ANSWERED:
        return _answer(number, turn.answer) + _citations(number, turn, source) + _notes(turn.answer)
    return _refusal(turn.answer) + _nearest(number, turn, source) + _notes(turn.answer)


def sentence(text: str) -> str:
    """A message of the program as a sentence begins."""
    return text[:1].upper() + text[1:]


def _answer(number: int, answer: Answer) -> str:
    index = {citation.mark: place for place, citation in enumerate(answer.citations)}
    where = {citation.mark: citation.where for citation in answer.citations}

    def button(match: re.Match[str]) -> str:
        mark = int(match[1])
        return (
            f'&nbsp;<button type="button" class="ma-mark" data-turn="{number}" data-place="{index[mark]}" '
            f'aria-label="Citation {mark}: {escape(where[mark])}">{mark}</button>'
        )

    lines = (MARKED.sub(button, escape(laid_out(line))) for line in answer.text.splitlines())
    return f'<div class="ma-answer">{"".join(f"<p>{line}</p>" for line in lines if line)}</div>'


def _citations(number: int, turn: Turn, source: tuple[int, int] | None) -> str:
    assert turn.answer is not None
    items = "".join(
        f"<li>{_place(number, index, place, source, str(citation.mark))}"
        f"<blockquote>{escape(laid_out(place.quote))}</blockquote></li>"
        for index, (place, citation) in enumerate(zip(turn.places, turn.answer.citations, strict=True))
    )
    return f'<h3>In the papers</h3><ol class="ma-plain ma-places">{items}</ol>'


def _refusal(answer: Answer) -> str:
    return f'<h3>No answer</h3><p class="ma-refusal">{escape(answer.reason or "")}</p>'


def _nearest(number: int, turn: Turn, source: tuple[int, int] | None) -> str:
    if not turn.places:
        return ""
    items = "".join(
        f"<li>{_place(number, index, place, source, '')}<p>{escape(place.about)}</p></li>"
        for index, place in enumerate(turn.places)
    )
    return f'<h3>The nearest places</h3><ul class="ma-plain ma-places">{items}</ul>'


def _place(number: int, index: int, place: Place, source: tuple[int, int] | None, mark: str) -> str:
    here = ' aria-current="true"' if source == (number, index) else ""
    badge = f'<span class="ma-badge" aria-hidden="true">{mark}</span>' if mark else ""
    return (
        f'<button type="button" class="ma-place" data-turn="{number}" data-place="{index}"{here}>'
        f"{badge}<span>{escape(place.where)}</span></button>"
    )


def _notes(answer: Answer) -> str:
    return "".join(f'<p class="ma-note">{escape(note)}</p>' for note in answer.notes)
