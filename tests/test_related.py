"""What the catalogue keeps of what belongs together, and what a passage rests on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from relation_examples import CABINET, JULY, prose, related

from ingest.likeness import page_to_sample
from ingest.papers import Item, Pack, PackKind, Page
from ingest.ties import Approval, Footing, Paper, Relation, Signs, Sitting, Tie
from retrieval.catalogue import Catalogue

TEXT = prose("depot")
SAMPLE = (page_to_sample(TEXT), page_to_sample(""), page_to_sample(prose("lease")))
SIGNS = Signs(
    ("24/00109",), (Sitting(CABINET, (1, 2), "", False, (Approval(date(2024, 5, 7), 1, "So.", "x"),)),), "It", 2
)
REPLACES = related(Tie.REPLACES, "b.pdf", "a.pdf", items=("7",), change="“x” became “y”", quote="It does.", said_on=1)
COPY = related(Tie.DUPLICATE_OF, "b.pdf", "c.pdf", pages=(2, 2), target_pages=(9, 9))
CONFIRMS = related(Tie.CONFIRMS, "c.pdf", "a.pdf", target_pages=(1, 2))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A catalogue of three documents, all related."""
    made = Catalogue(tmp_path / "store", "hashed-words")
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        pages = Page(1, "", TEXT), Page(2, "", ""), Page(3, "", prose("lease"))
        item = Item("7.", "Depot", (1, 1), CABINET)
        pack = Pack(name, "Depot", name, PackKind.MINUTES, CABINET, pages, (item,), modified="2024-06-03T09:00:00")
        made.add(pack, (), tmp_path / name)
    made.ties.keep("a.pdf", SIGNS, SAMPLE, ())
    made.ties.keep("b.pdf", Signs(), (), (REPLACES,))
    made.ties.keep("c.pdf", Signs(), SAMPLE[:1], (COPY, CONFIRMS))
    return made


def test_what_is_kept_comes_back(catalogue: Catalogue) -> None:
    """Signs, samples, faces and relations, as they went."""
    paper = catalogue.ties.paper("a.pdf")
    item = Item("7.", "Depot", (1, 1), CABINET)
    known = Paper("a.pdf", "Depot", PackKind.MINUTES, CABINET, 3, SIGNS, (item,), "2024-06-03T09:00:00", paper.read_at)
    assert paper == known == catalogue.ties.papers()[0]
    assert (catalogue.ties.sketch("a.pdf"), catalogue.ties.texts("a.pdf")[0]) == (SAMPLE, TEXT)
    assert catalogue.ties.relations() == (REPLACES, COPY, CONFIRMS)


def test_only_what_is_new_is_unrelated(catalogue: Catalogue, tmp_path: Path) -> None:
    """A document that is read again, changed, is new; its relations go with what it was."""
    assert catalogue.ties.unrelated() == ()
    pack = Pack("a.pdf", "Depot", "new", PackKind.MINUTES, CABINET, (Page(1, "", TEXT),))
    catalogue.add(pack, (), tmp_path / "a.pdf")
    assert (catalogue.ties.unrelated(), catalogue.ties.relations()) == (("a.pdf",), (COPY,))


def test_what_is_forgotten_takes_its_relations_along(catalogue: Catalogue) -> None:
    """Those of others stay; nothing of its samples is found."""
    catalogue.forget("a.pdf")
    assert (catalogue.ties.relations(), catalogue.ties.sketch("a.pdf")) == ((COPY,), ())
    assert catalogue.ties.sharing(SAMPLE) == {"c.pdf"}


def test_nothing_is_kept_of_what_is_no_longer_held(catalogue: Catalogue) -> None:
    """A document forgotten while its relations are worked out; nor a relation to one."""
    catalogue.forget("a.pdf")
    catalogue.ties.keep("a.pdf", SIGNS, SAMPLE, (CONFIRMS,))
    assert catalogue.ties.relations() == (COPY,)


def test_documents_that_share_samples(catalogue: Catalogue) -> None:
    """Those that have a good part of them; none for a text of its own."""
    assert catalogue.ties.sharing(SAMPLE[:1]) == {"a.pdf", "c.pdf"}
    assert catalogue.ties.sharing([page_to_sample(prose("other"))]) == frozenset()


def test_what_a_passage_rests_on(catalogue: Catalogue) -> None:
    """Only relations of its pages, and minutes of its sitting."""
    ties = catalogue.ties
    whole = Footing(REPLACES, None, CONFIRMS, SIGNS.sittings[0])
    assert ties.standing("a.pdf", (1, 2), CABINET) == whole
    assert (whole.name, whole.counts, str(whole.standing)) == ("superseded", False, "confirmed")
    assert ties.standing("a.pdf", (1, 2), JULY) == Footing(REPLACES)
    assert ties.standing("a.pdf", (3, 3), CABINET) == Footing()
    assert ties.footings([("b.pdf", (2, 2), None), ("b.pdf", (1, 1), None)]) == (Footing(duplicate=COPY), Footing())


def test_unconfirmed_minutes_are_a_draft(catalogue: Catalogue) -> None:
    """Until the minutes that approve them are held."""
    catalogue.forget("c.pdf")
    catalogue.forget("b.pdf")
    assert catalogue.ties.standing("a.pdf", (1, 1), CABINET).name == "draft"


def test_what_replaced_a_text_is_the_one_that_counts(catalogue: Catalogue) -> None:
    """Of two that replaced it, the one that is no copy."""
    counts = replace(REPLACES, document="c.pdf", pages=(9, 9))
    catalogue.forget("b.pdf")
    again = Pack("b.pdf", "Depot", "b", PackKind.REPORT, None, (Page(1, "", TEXT),))
    source = catalogue.file("a.pdf")
    catalogue.add(again, (), source)
    catalogue.ties.keep("b.pdf", Signs(), (), (REPLACES, COPY, counts))
    assert catalogue.ties.standing("a.pdf", (1, 1)).replaced == counts


def test_documents_are_listed_with_what_they_belong_to(catalogue: Catalogue) -> None:
    """The relations from and to each, and what the whole of it rests on."""
    held = {one.pack.document: one for one in catalogue.documents()}
    assert held["b.pdf"].relations == (REPLACES, COPY)
    assert [held[name].footing.name for name in ("a.pdf", "b.pdf", "c.pdf")] == ["current"] * 3


def test_a_document_is_related_to_others_only() -> None:
    """A relation of a document to itself is no relation."""
    with pytest.raises(ValueError, match=r"^a.pdf is not related to itself$"):
        Relation(Tie.REPLACES, "a.pdf", (1, 1), "a.pdf", (1, 1), "it is")
