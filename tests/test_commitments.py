"""The register of commitments of a pack: where each stands, and all rows of plans checked by eye."""

from datetime import date

import pytest
from paper_examples import page
from planned_examples import CHECKED, PLAN, table
from test_truth import CORPUS, read

from ingest.entries import Commitment
from ingest.papers import Item, Kind, Meeting, Pack, PackKind, Table
from ingest.register.commitments import pack_to_commitments

MARCH = Meeting("Parish Council", date(2023, 3, 9))
TALK = (
    "#7. The green",
    "The Clerk agreed to write to the owner of the",
    "field by the end of April.",
)


def pack(*texts: str, kind: PackKind = PackKind.MINUTES, tables: tuple[Table, ...] = ()) -> Pack:
    """A document of one page for a meeting on 9 March 2023, with one item."""
    item = Item("7", "The green", (1, 1), MARCH)
    return Pack("a.pdf", "A", "0", kind, MARCH, (page(1, *texts, printed="12"),), (item,), tables)


def test_a_commitment_has_its_place() -> None:
    """The words as they stand on the page, its printed number, boxes, and the sitting."""
    (one,) = pack_to_commitments(pack(*TALK))
    assert (one.owner, one.action, one.due) == ("The Clerk", "write to the owner of the field", date(2023, 4, 30))
    assert (one.place.pages, one.place.printed, one.place.boxes[0][0]) == ((1, 1), ("12", "12"), 1)
    assert (one.meeting, one.item and one.item.number, one.due_text) == (MARCH, "7", "by the end of April")
    assert one.kind is Kind.MINUTE


def test_reports_promise_nothing_in_words() -> None:
    """What a report says is to happen is read from its plans alone."""
    assert pack_to_commitments(pack(*TALK, kind=PackKind.REPORT)) == ()


def test_answers_to_questions_are_read_in_any_paper() -> None:
    """A promise in an answer is a promise."""
    answered = Pack(
        "q.pdf", "Q", "0", PackKind.SUPPLEMENT, MARCH,
        (page(1, "The Leader will write to the owner of the field before the next meeting."),),
        (Item("4", "Public questions", (1, 1), MARCH),),
    )  # fmt: skip
    assert [(one.owner, one.kind) for one in pack_to_commitments(answered)] == [("The Leader", Kind.REPORT)]


def test_what_a_plan_says_is_quoted_from_its_row() -> None:
    """The box is the row's, the quote the action."""
    plan = table(PLAN, ("1", "Mend the roof", "Clerk", "May 2023", "Two quotes in", "Amber"))
    (one,) = pack_to_commitments(pack("Mend the roof Clerk May 2023", kind=PackKind.PLAN, tables=(plan,)))
    assert (one.quote, one.place.boxes, one.kind) == ("Mend the roof", ((1, plan.row_boxes[0]),), Kind.TABLE)


def test_what_is_said_twice_is_kept_once() -> None:
    """The same words of the same owner in one item are one commitment."""
    assert len(pack_to_commitments(pack(*TALK, "#More", *TALK[1:]))) == 1


def rows_of(document: str, pages: range) -> list[Commitment]:
    """The commitments on those pages."""
    return [one for one in pack_to_commitments(read(document)) if one.place.pages[0] in pages]


@pytest.mark.skipif(not (CORPUS / "truth").is_dir(), reason="../shared/corpus/truth is not here")
@pytest.mark.parametrize(("document", "pages", "rows"), CHECKED)
def test_every_row_of_plans_checked_by_eye(
    document: str, pages: range, rows: tuple[tuple[str, str | None], ...]
) -> None:
    """As many rows as the pages' pictures show, with their owners and dates, each quoted from its page."""
    found = rows_of(document, pages)
    assert [(one.owner, one.due.isoformat() if one.due else None) for one in found] == list(rows)
    assert all(read(document).page(one.place.pages[0]).holds(one.quote) for one in found)


@pytest.mark.skipif(not (CORPUS / "truth").is_dir(), reason="../shared/corpus/truth is not here")
def test_a_plan_of_many_tables_is_read_almost_whole() -> None:
    """Of 152 numbered actions on twenty pages, most in tables without a header, at least 150 are read."""
    assert 150 <= len(rows_of("ecsc-scrutiny-2023-11-07-supplement-pack", range(26, 46))) <= 152
