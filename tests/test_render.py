"""Answers, passages and documents as JSON and as text, to the letter of the interface."""

from dataclasses import replace
from datetime import date

from desk_examples import DOCUMENT, ITEM, MEETING, QUESTION, QUOTE, TITLE, answered, chunk, citation, refused

from app.render import (
    answer_json,
    answer_text,
    chunk_json,
    item_of,
    laid_out,
    meeting_json,
    passage_json,
    passage_text,
    plain,
    show_json,
)
from ingest.papers import Item, Meeting, Pack, PackKind, Page, Table
from ingest.ties import Footing, Relation, Tie
from retrieval.answers import Citation, Passage, Status

WHERE = "Cabinet, 4 June 2024, minute 12, printed page 8 (PDF 2)"
PAGES = (Page(1, "7", "Cabinet"), Page(2, "8", QUOTE), Page(3, "", "", unread="blank"))
TABLE = Table((2, 2), ("Year", "Cost"), (("2024", "84"),), (2,), ((0, 0, 1, 1),), unit="£000", caption="Costs")
PACK = Pack(DOCUMENT, TITLE, "ab12", PackKind.MINUTES, MEETING, PAGES, (ITEM,), (TABLE,))


def test_an_answer_has_the_fields_of_the_interface() -> None:
    """The JSON of an answer holds every field that others rely on."""
    answer = answered(notes=("These minutes are a draft.",), seconds=0.12345)
    assert {**answer_json(answer), "citations": []} == {
        "question": QUESTION,
        "status": "answered",
        "answer": "Cabinet agreed to build it [1].",
        "reason": None,
        "citations": [],
        "confidence": 0.8,
        "writer": "extract",
        "seconds": 0.123,
        "notes": ["These minutes are a draft."],
    }


def test_a_citation_has_the_fields_of_the_interface() -> None:
    """The JSON of a citation says whose sitting, which item, which page in both numberings, and where."""
    (cited,) = answer_json(answered(citations=(citation(boxes=((72.0, 10.0, 300.0, 22.0),)),)))["citations"]
    assert cited == {
        "mark": 1,
        "document": DOCUMENT,
        "title": TITLE,
        "meeting": {"committee": "Cabinet", "date": "2024-06-04"},
        "item": {"number": "12", "title": "Harbour Road crossing"},
        "kind": "minute",
        "pdf_page": 2,
        "page_label": "8",
        "quote": QUOTE,
        "boxes": [[72.0, 10.0, 300.0, 22.0]],
    }


def test_a_text_without_pages_has_no_pdf_page() -> None:
    """What has no pages is never given a page number."""
    bare = chunk(paged=False, printed=("", ""))
    assert chunk_json(bare)["pdf_page"] is None
    answer = answered(citations=(Citation(1, bare, QUOTE, None, ""),))
    assert answer_json(answer)["citations"][0]["pdf_page"] is None


def test_a_refusal_has_its_reason_and_no_citations() -> None:
    """The JSON of a refusal says why."""
    said = answer_json(refused())
    assert (said["status"], said["answer"], said["citations"]) == ("not_found", "", [])
    assert said["reason"] == "3 pages were searched and none says so."


def test_a_meeting_may_lack_a_date() -> None:
    """A sitting whose date the papers do not say has null for it, and no sitting is null."""
    assert meeting_json(Meeting("Cabinet", None)) == {"committee": "Cabinet", "date": None}
    assert meeting_json(None) is None


def test_a_passage_has_its_rank() -> None:
    """The JSON of a passage found is its place, its text and its rank."""
    assert passage_json(Passage(chunk(), 3, 0.5)) == {
        "rank": 3,
        "document": DOCUMENT,
        "pdf_page": 2,
        "page_label": "8",
        "meeting": {"committee": "Cabinet", "date": "2024-06-04"},
        "item": {"number": "12", "title": "Harbour Road crossing"},
        "kind": "minute",
        "text": QUOTE,
    }


def test_the_same_words_elsewhere_are_named() -> None:
    """With a citation and a passage, in JSON and on the terminal; a copy is known for one."""
    copy = replace(chunk(), document="copy.pdf")
    relation = Relation(Tie.DUPLICATE_OF, "copy.pdf", (1, 3), DOCUMENT, (1, 3), "all its words stand there too")
    also = [{"document": "copy.pdf", "pdf_page": 2, "page_label": "8"}]
    (cited,) = answer_json(answered(citations=(replace(citation(), also=(copy,)),)))["citations"]
    assert cited["also"] == passage_json(Passage(chunk(), 1, 0.5, also=(copy,)))["also"] == also
    assert passage_json(Passage(copy, 2, 0.5, Footing(duplicate=relation)))["standing"] == "duplicate"
    text = passage_text(Passage(chunk(), 1, 0.5, also=(copy,)))
    assert text.splitlines()[-1] == f"    {DOCUMENT} (the same words in copy.pdf, PDF page 2)"
    assert passage_text(Passage(copy, 2, 0.5, Footing(duplicate=relation))).startswith(f"2. {WHERE} (duplicate)\n")


def test_a_document_is_shown_with_its_items_pages_and_tables() -> None:
    """The JSON of `show` gives items with both kinds of page number, and why a page is unread."""
    shown = show_json(PACK, [chunk()])
    assert shown["items"] == [
        {
            "number": "12",
            "title": "Harbour Road crossing",
            "pages": [2, 2],
            "printed": ["8", "8"],
            "exempt": False,
            "note": "",
            "clues": [],
            "confidence": 1.0,
            "meeting": {"committee": "Cabinet", "date": "2024-06-04"},
        }
    ]
    assert [(page["page_label"], page["item"], page["unread"]) for page in shown["pages"]] == [
        ("7", None, None),
        ("8", "12", None),
        ("", None, "blank"),
    ]
    assert (shown["kind"], shown["tables"][0]["rows"], len(shown["chunks"])) == (
        "minutes",
        [["2024", "84"]],
        1,
    )


def test_a_page_belongs_to_the_innermost_item() -> None:
    """A minute within an agenda item is what its page belongs to; a page of neither belongs to none."""
    outer, inner = Item("3", "Minutes", (1, 9)), Item("104", "Roads", (4, 5))
    assert item_of((outer, inner), 4) is inner
    assert item_of((outer, inner), 6) is outer
    assert item_of((outer, inner), 10) is None


def test_an_answer_is_printed_with_its_places_and_quotes() -> None:
    """The terminal shows the answer first, then each citation's place, quote and file."""
    cited = f"[1] {WHERE}\n    “{QUOTE}”\n    {DOCUMENT}"
    said = answer_text(answered(notes=("Draft minutes.",)))
    assert said == f"Cabinet agreed to build it [1].\n\n{cited}\n\nNote: Draft minutes."


def test_a_refusal_is_printed_with_the_nearest_places() -> None:
    """The terminal shows why there is no answer, and where to look."""
    told = f"3 pages were searched and none says so.\n\nThe nearest places:\n- {WHERE}\n    {DOCUMENT}"
    assert answer_text(refused()) == told
    assert answer_text(replace(refused(), nearest=refused().nearest * 2)) == told
    declined = replace(refused(status=Status.DECLINED), nearest=())
    assert answer_text(declined) == "3 pages were searched and none says so."


def test_long_lines_are_wrapped_and_lists_keep_their_lines() -> None:
    """Nothing is wider than asked, and line breaks of the answer stay."""
    text = answer_text(answered(text="Cabinet agreed [1]:\n- the crossing\n- the cost"), width=40)
    assert text.startswith("Cabinet agreed [1]:\n- the crossing\n- the cost\n\n")
    assert "    “Cabinet agreed to build the\n    crossing on Harbour Road at a cost\n    of £84,000.”" in text


def test_a_passage_is_printed_with_its_rank_and_place() -> None:
    """The terminal shows a passage's rank, place and words."""
    assert passage_text(Passage(chunk(), 2, 0.1)) == f"2. {WHERE}\n    {QUOTE}\n    {DOCUMENT}"


def test_control_characters_do_not_reach_the_terminal() -> None:
    """Escape sequences and direction marks in a paper become blanks."""
    assert plain("a\x1b[31mb\u202ec\nd\te") == "a [31mb c\nd\te"


def test_dates_are_iso() -> None:
    """Dates in JSON are yyyy-mm-dd."""
    assert meeting_json(Meeting("Council", date(2023, 1, 9))) == {
        "committee": "Council",
        "date": "2023-01-09",
    }


def test_the_parts_of_a_resolution_stand_on_their_own_lines() -> None:
    """Numbered parts are set apart; sums, times and sentences are not."""
    text = "RESOLVED to: 1. Approve £4.150m; 2. Agree; and (b) note: at 7. 30 pm; i) the roof"
    assert laid_out(text) == "RESOLVED to:\n1. Approve £4.150m;\n2. Agree; and\n(b) note: at 7. 30 pm;\ni) the roof"
