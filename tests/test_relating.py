"""What belongs together, from files to answers: over made papers, and over those of the shared corpus."""

from pathlib import Path

import pytest
from conftest import Matters, quiet

from app.ingesting import ingest
from app.settings import Settings
from app.wiring import Library, open_assistant, open_library
from ingest.ties import Relation
from retrieval.catalogue import Catalogue

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
KENT = CORPUS / "real" / "kent"
JUNE = """{mark}Cabinet
Minutes of the meeting held on Tuesday 4 June 2024

Present: Councillors Hill, Moor and Dale; in attendance the Director of Place and the Monitoring Officer

11. Apologies
There were none, and all three members of the Cabinet were in their places from the beginning of the meeting.

12. Harbour Road crossing
It was RESOLVED to build the crossing on Harbour Road at a cost of {cost}, to be met from the highways budget.

13. Mill Lane depot
It was RESOLVED to let the depot in Mill Lane to the brewery for ten years, at the rent that the surveyor had named.
"""
JULY = """Cabinet
Minutes of the meeting held on Tuesday 9 July 2024

Present: Councillors Hill and Moor

21. Minutes
The minutes of the meeting held on 4 June 2024 were approved as a correct record{change}.

22. Close
The meeting closed at noon.
"""
ASKED = "What was decided about the Harbour Road crossing?"


def read(library: Library, **texts: str) -> Catalogue:
    """The catalogue with these texts read as well."""
    folder = library.folder.parent / "papers"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert not [outcome for outcome in ingest([folder], library, 1, quiet) if outcome.reason]
    return library.catalogue


def told(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """What is related to what, and how."""
    return [(relation.document, str(relation.kind), relation.target) for relation in catalogue.ties.relations()]


def test_draft_minutes_say_so_until_they_are_confirmed(library: Library) -> None:
    """An answer from them has a note, which goes when the minutes that approve them are read."""
    read(library, june=JUNE.format(mark="DRAFT\n", cost="£84,000"))
    mark = "printed as a draft on page 1"
    note = f"From draft minutes of Cabinet, 4 June 2024 ({mark}), not yet confirmed in the papers held."
    assert open_assistant(library).ask(ASKED).notes[-1] == note
    catalogue = read(library, july=JULY.format(change=""))
    assert told(catalogue) == [("july.txt", "confirms", "june.txt")]
    assert note not in open_assistant(library).ask(ASKED).notes


def test_a_correction_is_told_with_the_answer(library: Library) -> None:
    """In the words of the meeting that made it."""
    change = ", subject to minute 12 reading “£94,000”"
    catalogue = read(library, june=JUNE.format(mark="", cost="£84,000"), july=JULY.format(change=change))
    (relation,) = catalogue.ties.relations()
    assert relation.change == "subject to minute 12 reading “£94,000”."
    assert (
        open_assistant(library).ask(ASKED).notes[-1].startswith("These minutes were approved with a correction: “The")
    )


def test_final_minutes_are_answered_from_before_their_draft(library: Library) -> None:
    """The draft is kept and marked; when the final ones are forgotten it counts again."""
    final, draft = JUNE.format(mark="", cost="£94,000"), JUNE.format(mark="DRAFT\n", cost="£84,000")
    catalogue = read(library, june=final, early=draft)
    assert told(catalogue) == [("june.txt", "replaces", "early.txt")]
    assert "£94,000" in open_assistant(library).ask(ASKED).text
    held = {one.pack.document: one.footing.name for one in catalogue.documents()}
    assert held == {"early.txt": "superseded", "june.txt": "draft"}
    catalogue.forget("june.txt")
    assert "£84,000" in open_assistant(library).ask(ASKED).text
    assert (told(catalogue), catalogue.documents()[0].footing.name) == ([], "draft")


def test_the_same_minutes_twice_are_cited_once(library: Library) -> None:
    """The copy is named with the citation."""
    text = JUNE.format(mark="", cost="£84,000")
    catalogue = read(library, june=text, june_again=text + "\n")
    assert told(catalogue) == [("june.txt", "duplicate of", "june_again.txt")]
    (citation,) = open_assistant(library).ask(ASKED).citations
    assert (citation.chunk.document, citation.also[0].document) == ("june_again.txt", "june.txt")


def test_order_of_reading_changes_nothing(library: Library) -> None:
    """The relations are those that another order gives."""
    read(library, july=JULY.format(change=""))
    catalogue = read(library, early=JUNE.format(mark="DRAFT\n", cost="£1"), june=JUNE.format(mark="", cost="£2"))
    assert told(catalogue) == [
        ("july.txt", "confirms", "early.txt"),
        ("july.txt", "confirms", "june.txt"),
        ("june.txt", "replaces", "early.txt"),
    ]


def test_documents_tell_what_they_belong_to(matters: Matters, tmp_path: Path) -> None:
    """A line for each relation, from both of its sides."""
    for name, mark, cost in (("early", "DRAFT\n", "£84,000"), ("june", "", "£94,000")):
        (tmp_path / f"{name}.txt").write_text(JUNE.format(mark=mark, cost=cost), encoding="utf-8")
    matters("ingest", "early.txt", "june.txt")
    lines = matters("documents").out
    change = "“DRAFT” was left out; “£84,000,” became “£94,000,”"
    assert f"  PDF 1 replaced by june.txt (the other is a draft: {change})" in lines
    assert f"  PDF 1 replaces early.txt (the other is a draft: {change})" in lines


def stored(folder: Path, *papers: Path) -> dict[tuple[str, str, str], Relation]:
    """The relations of some real papers by kind and names."""
    library = open_library(Settings(store=folder / "store", encoder="hashed-words"), create=True)
    assert not [outcome for outcome in ingest(papers, library, 2, quiet) if outcome.reason]
    relations = library.catalogue.ties.relations()
    return {(str(relation.kind), relation.document, relation.target): relation for relation in relations}


@pytest.mark.skipif(not KENT.is_dir(), reason="../shared/corpus/real/kent is not here")
def test_papers_of_a_real_meeting(tmp_path: Path) -> None:
    """Supplement and reports to item 7, the updated report before the first, minutes confirmed by the next."""
    patterns = ("*Agenda_frontsheet*", "*PACK_Item_7*", "*00109_-_Transfer*", "*Minutes_of_the*", "*Printed_minutes*")
    late, first, agenda = (
        next(KENT.glob(pattern)).name for pattern in ("*PACK_I*", "*24-00109_-_T*Report*", "*Agenda*")
    )
    found = stored(tmp_path, *sorted(path for pattern in patterns for path in KENT.glob(pattern)))
    alone, june, july = (
        next(KENT.glob(pattern)).name for pattern in ("*Item_7_-*24-00109_-_T*", "*Minutes_of*", "*Printed*")
    )
    assert found["supplement of", late, agenda].items == found["part of", first, agenda].items == ("7",)
    assert found["replaces", late, first].pages == (3, 11)
    assert found["replaces", late, first].reason == "it says that it replaces another version"
    assert found["duplicate of", alone, late].target_pages == (3, 11)
    assert (found["confirms", july, june].said_on, found["confirms", july, june].target_pages) == (1, (1, 9))
    assert len(found) == 7


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
def test_a_real_report_stands_in_its_pack(tmp_path: Path) -> None:
    """Published alone and in the supplement, with other page breaks; corrected minutes replace misdated ones."""
    report, pack = "ecsc-scrutiny-2023-11-07-item-7-report.pdf", "ecsc-scrutiny-2023-11-07-supplement-pack.pdf"
    minutes = [CORPUS / "real" / "broomhill" / name for name in ("mar25m.pdf", "mar25m-b.pdf", "oct2025agmm.pdf")]
    found = stored(tmp_path, CORPUS / report, CORPUS / pack, *minutes)
    assert (found["duplicate of", report, pack].target_pages, found["duplicate of", report, pack].items) == (
        (12, 14),
        ("7",),
    )
    assert found["replaces", "mar25m-b.pdf", "mar25m.pdf"].change == "“February” became “March”"
    assert len(found) == 2
