"""What a question is confined to: a committee, and the dates of its meetings."""

from collections.abc import Sequence
from datetime import date

import gradio as gr

from ingest.errors import MattersError
from ingest.papers import spoken
from retrieval.answers import Filters

ANY = "All committees"
UNFILTERED = "Narrow by committee or date"
DAY = """<label class="ma-day"><span>@label</span><input type="date"></label>"""
DAY_CHANGED = """
const input = element.querySelector('input');
input.addEventListener('change', () => { props.value = input.value; });
"""


def component(committees: Sequence[str]) -> list[gr.Dropdown | gr.HTML]:
    """The choice of committee and of dates, folded away until wanted; the fold says what is chosen."""
    with gr.Accordion(UNFILTERED, open=False, elem_id="ma-filters") as fold, gr.Row():
        chosen: list[gr.Dropdown | gr.HTML] = [
            gr.Dropdown([ANY, *committees], value=ANY, label="Committee", filterable=False, min_width=220),
            _day("Meetings from", "ma-since"),
            _day("Meetings until", "ma-until"),
        ]

    def relabel(*values: str) -> gr.Accordion:
        return gr.Accordion(label=summary(*values))

    changes = [part.change for part in chosen]
    gr.on(changes, relabel, chosen, fold, show_progress="hidden", api_visibility="private", queue=False)
    return chosen


def summary(committee: str | None = None, since: str | None = None, until: str | None = None) -> str:
    """What the search is confined to, in words."""
    try:
        held = filters(committee, since, until)
    except MattersError as error:
        return str(error)
    parts = [held.committee] if held.committee else []
    parts += [f"from {spoken(held.since)}"] if held.since else []
    parts += [f"until {spoken(held.until)}"] if held.until else []
    return f"Only meetings: {', '.join(parts)}" if parts else UNFILTERED


def _day(label: str, name: str) -> gr.HTML:
    """A day, chosen in the browser's own date field."""
    template = DAY.replace("@label", label)
    return gr.HTML(
        "",
        html_template=template,
        js_on_load=DAY_CHANGED,
        elem_id=name,
        apply_default_css=False,
        min_width=160,
    )


def filters(committee: str | None = None, since: str | None = None, until: str | None = None) -> Filters:
    """The filters as chosen; MattersError where a date is not one, or they are the wrong way round."""
    first, last = _date(since), _date(until)
    if first and last and first > last:
        raise MattersError("The first date is after the last: change one of them.")
    return Filters(committee="" if committee in (None, ANY) else str(committee), since=first, until=last)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as exc:
        raise MattersError(f"“{text}” is not a date: write it as 2023-03-09.") from exc
