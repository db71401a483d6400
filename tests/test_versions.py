"""Texts published more than once: what repeats what, and what replaces what, with the reason."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from relation_examples import CABINET, JULY, minutes, paper, prose

from ingest.likeness import page_to_sample
from ingest.papers import Item, PackKind
from ingest.ties import Paper, Relation, Signs, Tie
from ingest.versions import repeats

OLD = (prose("depot"), prose("lease"))
NEW = (OLD[0].replace("depotbabababa", "seven"), OLD[1])
CHANGE = "“depotbabababa” became “seven”"


def found(one: Paper, other: Paper, texts: Mapping[str, Sequence[str]]) -> list[Relation]:
    """The relations of two documents with these texts, the same whichever is named first."""

    def sketch(document: str) -> tuple[frozenset[int], ...]:
        return tuple(map(page_to_sample, texts[document]))

    relations = list(repeats(one, other, sketch, texts.__getitem__))
    assert list(repeats(other, one, sketch, texts.__getitem__)) == relations
    return relations


def test_a_report_alone_repeats_the_pack_of_its_meeting() -> None:
    """The pack's pages count, with the item in which they stand."""
    pack = paper("a.pdf", PackKind.SUPPLEMENT, pages=4, items=(Item("7.", "Depot", (2, 4), CABINET),))
    texts = {"report.pdf": OLD, "a.pdf": (prose("front"), *OLD, prose("annex"))}
    reason = "all its words stand there too on PDF pages 2-3"
    expected = Relation(Tie.DUPLICATE_OF, "report.pdf", (1, 2), "a.pdf", (2, 3), reason, ("7",))
    assert found(paper(), pack, texts) == [expected]


def test_minutes_alone_come_before_those_in_a_later_pack() -> None:
    """Of the same minutes those count that are a document of their own."""
    alone, within = minutes("june.pdf", CABINET), minutes("july.pdf", CABINET)
    pack = Paper("july.pdf", "July", PackKind.AGENDA_PACK, JULY, 2, within.signs)
    (relation,) = found(alone, pack, {"june.pdf": OLD, "july.pdf": OLD})
    assert (relation.kind, relation.document, relation.target) == (Tie.DUPLICATE_OF, "july.pdf", "june.pdf")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ({}, {"signs": Signs(replaces="It replaces the version sent.")}, "it says that it replaces another version"),
        ({"title": "Depot v1.2"}, {"title": "Depot v1.10"}, "it has the higher version number"),
        ({}, {"title": "Depot (corrected)"}, "its name says that it is the later version"),
        ({"title": "Draft report"}, {}, "its name says that it is the later version"),
        ({"kind": PackKind.AGENDA_PACK}, {"kind": PackKind.SUPPLEMENT}, "it was sent after the agenda"),
        ({}, {"document": "old-b.pdf"}, "its name is the other’s with “-b” added"),
        (
            {"modified": "2024-06-03T09:00:00"},
            {"modified": "2024-06-14T09:00:00", "document": "a.pdf"},
            "its file was last changed on 14 June 2024, the other’s on 3 June 2024",
        ),
        ({}, {}, "nothing but the order in which they were changed, read or named tells them apart"),
    ],
)
def test_which_replaces_which(old: dict[str, Any], new: dict[str, Any], reason: str) -> None:
    """By the surest sign that tells the two apart, said with what was changed."""
    before, after = paper(**{"document": "old.pdf"} | old), paper(**{"document": "young.pdf"} | new)
    (relation,) = found(before, after, {before.document: OLD, after.document: NEW})
    assert (relation.kind, relation.document, relation.target) == (Tie.REPLACES, after.document, before.document)
    assert (relation.reason, relation.change) == (reason, CHANGE)
    assert relation.quote == after.signs.replaces


def test_of_draft_minutes_and_final_ones_the_final_count() -> None:
    """Though much was changed in them."""
    draft, final = minutes("draft.pdf", CABINET, draft="printed as a draft on page 1"), minutes("final.pdf", CABINET)
    texts = {"draft.pdf": (f"DRAFT\n{OLD[0]}\n{prose('debate', 100)}", OLD[1]), "final.pdf": OLD}
    (relation,) = found(draft, final, texts)
    assert (relation.document, relation.target, relation.reason) == ("final.pdf", "draft.pdf", "the other is a draft")


def test_minutes_that_differ_in_the_date_alone_are_misdated() -> None:
    """Two sets of minutes of one body that are the same but for a word or two."""
    was, now = minutes("mar.pdf", CABINET), minutes("mar-b.pdf", JULY)
    (relation,) = found(was, now, {"mar.pdf": OLD, "mar-b.pdf": NEW})
    assert (relation.kind, relation.document) == (Tie.REPLACES, "mar-b.pdf")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"meeting": JULY}, {}),
        ({"meeting": None, "title": "Plan 2023"}, {"meeting": None, "title": "Plan 2024"}),
    ],
)
def test_papers_of_two_meetings_or_years_are_two(old: dict[str, Any], new: dict[str, Any]) -> None:
    """However alike they are: the same report may go to two committees, and a plan is written each year."""
    before, after = paper(**{"document": "old.pdf"} | old), paper(**{"document": "young.pdf"} | new)
    assert found(before, after, {"old.pdf": OLD, "young.pdf": NEW}) == []


def test_papers_that_share_some_words_are_two() -> None:
    """A record of decision quotes half of its report."""
    half = OLD[0][: len(OLD[0]) // 2]
    texts = {"old.pdf": OLD, "young.pdf": (half + prose("decision", 120), prose("reasons"))}
    assert found(paper("old.pdf"), paper("young.pdf"), texts) == []
