"""The command line: results on stdout, everything else on stderr, the same JSON that others rely on."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import MINUTES, Matters, make_pdf

VERBS = ["ingest", "show", "documents", "forget", "search", "ask", "decisions", "commitments", "serve", "eval"]
HEAVY = {
    "chromadb",
    "gradio",
    "llama_index",
    "onnxruntime",
    "numpy",
    "pydantic_settings",
    "rich",
    "pypdf",
    "sqlite3",
}
QUESTION = "What did Cabinet decide about Library Opening Hours?"
FOLLOW_UP = "And Housing Repairs and Voids?"


def test_help_lists_the_verbs_in_order(matters: Matters) -> None:
    """Each verb that works is listed, and no other."""
    lines = matters("--help").out
    listed = lines[lines.index("Commands:") + 1 :]
    assert [line.split()[0] for line in listed] == VERBS


def test_help_imports_nothing_heavy() -> None:
    """What a verb needs is imported once the verb is known."""
    code = "import sys; import app.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(loaded.split())


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["tell"],
        ["ask"],
        ["ask", " "],
        ["ask", "Trees?", "--batch", "b.jsonl"],
        ["ask", "Trees?", "--since", "soon"],
        ["ask", "Trees?", "--kind", "poem"],
        ["search"],
        ["ingest"],
        ["show", "x.pdf", "--pages", "two-"],
        ["show", "x.pdf", "--pages", "9-3"],
        ["ask", "Trees?", "--since", "2024-02-01", "--until", "2024-01-01"],
        ["search", "Trees", "--since", "2024-02-01", "--until", "2024-01-01"],
    ],
)
def test_wrong_usage_exits_2(words: list[str], matters: Matters) -> None:
    """Wrong usage prints nothing on stdout and is not an error of the papers'."""
    ran = matters(*words)
    assert (ran.status, ran.out) == (2, [])


def test_an_answer_as_json(matters: Matters, sample_store: Path) -> None:
    """An answer has the fields that others rely on, and its quotes stand in the papers."""
    ran = matters("ask", QUESTION, "--store", sample_store, "--json")
    told = json.loads("\n".join(ran.out))
    assert (ran.status, ran.err, told["question"], told["status"]) == (0, [], QUESTION, "answered")
    assert {"answer", "reason", "citations", "confidence", "writer", "seconds"} < set(told)
    first = told["citations"][0]
    assert {
        "mark",
        "document",
        "title",
        "meeting",
        "item",
        "kind",
        "pdf_page",
        "page_label",
        "quote",
        "boxes",
    } == set(first)


def test_an_answer_as_text(matters: Matters, sample_store: Path) -> None:
    """The text has the mark, and the place under it."""
    text = "\n".join(matters("ask", QUESTION, "--store", sample_store).out)
    assert "[1]" in text
    assert "[1] Cabinet, 10 September 2024, minute 38, printed page 49 (PDF 3)" in text


def test_filters_confine(matters: Matters, sample_store: Path) -> None:
    """Committee, dates, item, kind and document each leave only what they name."""
    words = ["search", "libraries", "--json", "-k", "50", "--store"]
    given = ["--committee", "Cabinet", "--since", "10/09/2024", "--until", "10 September 2024"]
    given += ["--item", "38", "--kind", "minute", "--document", MINUTES.name]
    found = json.loads(matters(*words, sample_store, *given).out[0])
    assert found
    assert {(one["document"], one["item"]["number"], one["kind"]) for one in found} == {(MINUTES.name, "38", "minute")}


def test_a_batch_is_answered_in_order(matters: Matters, sample_store: Path, tmp_path: Path) -> None:
    """One JSON object a line, whatever else the lines hold; an earlier question is taken up."""
    asked = [{"question": QUESTION, "id": "a"}, {"question": FOLLOW_UP, "history": [QUESTION]}]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(map(json.dumps, asked)))
    ran = matters("ask", "--batch", batch, "--store", sample_store, "--json")
    assert [json.loads(line)["question"] for line in ran.out] == [QUESTION, FOLLOW_UP]


def test_a_batch_of_searches(matters: Matters, sample_store: Path, tmp_path: Path) -> None:
    """Each line has its question and as many results as were asked for."""
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"question": "library"}\n{"question": "housing"}\n')
    lines = matters("search", "--batch", batch, "-k", "2", "--store", sample_store).out
    assert [json.loads(line)["question"] for line in lines] == ["library", "housing"]
    assert [one["rank"] for one in json.loads(lines[0])["results"]] == [1, 2]


def test_earlier_questions_from_a_file(matters: Matters, sample_store: Path, tmp_path: Path) -> None:
    """A follow-up means the same with a history file as with a history in a batch line."""
    (tmp_path / "earlier.txt").write_text(QUESTION + "\n\n")
    asked = {"question": FOLLOW_UP, "history": [QUESTION]}
    (tmp_path / "batch.jsonl").write_text(json.dumps(asked))
    one = matters("ask", FOLLOW_UP, "--history", "earlier.txt", "--store", sample_store, "--json")
    other = matters("ask", "--batch", "batch.jsonl", "--store", sample_store)
    assert json.loads(one.out[0])["citations"] == json.loads(other.out[0])["citations"]


def test_ingest_tells_each_file_as_json(matters: Matters, tmp_path: Path) -> None:
    """Read, unchanged and failed are told apart."""
    good = make_pdf(tmp_path / "good.pdf", "Cabinet agreed to plant forty trees.")
    matters("ingest", good)
    ran = matters("ingest", good, "gone.pdf", make_pdf(tmp_path / "new.pdf", "A new paper."), "--json")
    assert [one["state"] for one in json.loads(ran.out[0])] == ["unchanged", "failed", "read"]


def test_the_sample_comes_with_the_program(matters: Matters) -> None:
    """`ingest --sample` needs no path."""
    ran = matters("ingest", "--sample", "--jobs", "1")
    assert (ran.status, len(ran.out)) == (0, 4)


def test_what_is_held_as_json(matters: Matters, sample_store: Path) -> None:
    """Each document has its meeting, its items with their pages, and when it was read."""
    held = json.loads(matters("documents", "--json", "--store", sample_store).out[0])
    assert [one["document"] for one in held] == [
        MINUTES.name,
        "place-scrutiny-2024-11-21-supplement-pack.pdf",
    ]
    assert held[0]["meeting"] == {"committee": "Cabinet", "date": "2024-09-10"}
    assert {"sha256", "read_at", "replaced_by", "supplements", "kind", "title"} < set(held[0])


def test_what_a_file_gives_can_be_narrowed(matters: Matters) -> None:
    """`show` with pages and a kind gives those chunks only."""
    told = json.loads(matters("show", MINUTES, "--pages", "4-4", "--kind", "minute", "--json").out[0])
    assert {(one["pdf_page"], one["kind"]) for one in told["chunks"]} == {(4, "minute")}


def test_tables_of_other_pages_are_not_shown(matters: Matters) -> None:
    """`show` with pages gives the tables of those pages only."""
    told = json.loads(
        matters("show", MINUTES.parent / "place-scrutiny-2024-11-21-supplement-pack.pdf", "--pages", "5", "--json").out[
            0
        ]
    )
    assert {tuple(table["pages"]) for table in told["tables"]} == {(5, 5)}


def test_what_cannot_be_shown_is_said_in_a_line(matters: Matters, tmp_path: Path) -> None:
    """A file that is not there, a folder, and pages past the end are three different things."""
    gone = tmp_path / "gone.pdf"
    assert matters("show", gone).err == [f"matters: {gone} is not there: check the path"]
    assert matters("show", tmp_path).err == [f"matters: {tmp_path} is a folder: name one file"]
    past = matters("show", MINUTES, "--pages", "5-9")
    assert (past.status, past.err) == (1, [f"matters: {MINUTES} ends at page 4: ask for an earlier one"])


def test_what_is_forgotten_is_gone(matters: Matters, tmp_path: Path) -> None:
    """A document that was forgotten is not held, and not found."""
    matters("ingest", make_pdf(tmp_path / "good.pdf", "Cabinet agreed to plant forty trees."))
    assert matters("forget", "good.pdf").out == ["good.pdf: forgotten"]
    assert matters("documents").out == ["No papers are held."]
    assert not list((tmp_path / ".matters" / "files").iterdir())


def test_help_answers_at_once() -> None:
    """Well within the half second that is promised, on a machine that is not too busy."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main(['--help'])"], capture_output=True, check=True
    )
    assert time.perf_counter() - begun < 2
