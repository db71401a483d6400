"""The sample is what its manifest says, and its questions can be answered from the pages they name."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.markup import blocks
from ingest.papers import squash

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "sample"
MANIFEST: list[dict[str, str]] = json.loads((ROOT / "corpus" / "manifest.json").read_text(encoding="utf-8"))
LINES = (ROOT / "evals" / "sets" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS: list[dict[str, Any]] = [json.loads(line) for line in LINES]
TYPES = """
    attack commitment compare conflict crossdoc decision explain figure followup
    list outofscope table typo unanswerable when who
"""
STAMP = re.compile(r"(?:Agenda Item \d+ )?Page (\d+)\s")


@cache
def pages(document: str) -> tuple[str, ...]:
    """The texts of a document's pages."""
    with pypdfium2.PdfDocument(SAMPLE / document) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)


def stands(quote: str, document: str, page: int) -> bool:
    """Whether a quote stands on a page, or runs over the edge to or from a neighbour."""
    texts = [squash(STAMP.sub("", text, count=1)) for text in pages(document)]
    pairs = [texts[max(k, 0) : k + 2] for k in (page - 2, page - 1)]
    key = squash(quote)
    return key in texts[page - 1] or any(key in "".join(p) and not any(key in t for t in p) for p in pairs)


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_file_is_the_one_in_the_manifest(entry: dict[str, str]) -> None:
    """Each file of the sample has the sum of the manifest, and the manifest says whose it is."""
    assert hashlib.sha256((SAMPLE / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
    assert entry["licence"] == "MIT"
    assert entry["title"] and entry["source"]


def test_manifest_lists_every_file() -> None:
    """No file of the sample is missing from the manifest, and together they are small."""
    files = sorted(SAMPLE.iterdir())
    assert [file.name for file in files] == [entry["file"] for entry in MANIFEST]
    assert sum(file.stat().st_size for file in files) < 3_000_000


def test_making_the_sample_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """Typesetting the sources anew gives the files that are committed."""
    pytest.importorskip("reportlab", reason="reportlab, a development dependency, is not installed")
    from corpus.make_sample import make

    assert make(tmp_path) == MANIFEST
    assert [(tmp_path / e["file"]).read_bytes() == (SAMPLE / e["file"]).read_bytes() for e in MANIFEST] == (
        [True] * len(MANIFEST)
    )


def test_agenda_names_the_pages_that_the_items_are_stamped_with() -> None:
    """The first page of "(Pages 13 - 16)" bears that number and the item's."""
    for entry in MANIFEST:
        texts = pages(entry["file"])
        listed = re.findall(r"^(\d+)\. (?:(?!\(Pages)[^.])*\(Pages (\d+) - \d+\)", "\n".join(texts[:2]), re.M)
        stamped = [match for text in texts if (match := re.match(r"Agenda Item (\d+) Page (\d+)\s", text))]
        assert [match.groups() for match in stamped] == listed


def test_pages_have_three_numbers() -> None:
    """Position in the file, the PDF's own label and the printed number differ in a pack."""
    name = "cabinet-2024-09-10-public-reports-pack.pdf"
    with pypdfium2.PdfDocument(SAMPLE / name) as pdf:
        labels = [pdf.get_page_label(k) for k in (0, 14)]
    assert labels == ["i", "1"]
    assert pages(name)[14].startswith("Agenda Item 7 Page 13")


def test_questions_are_many_and_their_names_unique() -> None:
    """No two questions share an id, and every type of the dev set is there."""
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS) >= 50
    assert sorted({question["type"] for question in QUESTIONS}) == TYPES.split()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_evidence_stands_on_its_gold_pages(question: dict[str, Any]) -> None:
    """Each quote stands on some page named for it, and those pages bear the numbers named."""
    assert len(question["evidence"]) == len(question["gold_pages"])
    assert set(question["documents"]) <= {entry["file"] for entry in MANIFEST}
    for quote, gold in zip(question["evidence"], question["gold_pages"], strict=True):
        assert any(stands(quote, page["document"], page["pdf_page"]) for page in gold), quote
        for page in gold:
            printed = STAMP.match(pages(page["document"])[page["pdf_page"] - 1])
            assert page["page_label"] == (int(printed[1]) if printed else None)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_the_good_answer_is_right_by_the_rules(question: dict[str, Any]) -> None:
    """The answer of each question has what an answer must contain, and nothing that it must not."""
    answer = (question["answer"] or "").lower()
    assert all(any(word.lower() in answer for word in group) for group in question["must_contain"])
    assert not any(word.lower() in answer for word in question["must_not_contain"])
    assert bool(question["evidence"]) == bool(answer)


def test_source_lines_become_blocks() -> None:
    """A numbered paragraph keeps its number, and rows of a table stay together with their header."""
    made = list(blocks(["1.1 Words.", "", "| A | B |", "|---|---|", "| 1 | – |", "^ A note."]))
    assert [(block.kind, block.label, block.rows, block.heads) for block in made] == [
        ("numbered", "1.1", (), 0),
        ("table", "", (("A", "B"), ("1", "–")), 1),
        ("footnote", "", (), 0),
    ]
