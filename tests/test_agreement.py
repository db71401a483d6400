"""Our scores beside those of the scorer that we are measured with, on the same made answers."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.render import answer_json
from evals.questions import Question, Spot, read_questions
from evals.scoring import score
from evals.summary import summarise
from ingest.papers import Chunk, Kind
from retrieval.answers import Answer, Citation, Status

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
THEIRS = {
    "right": "right",
    "trusted": "trusted (right and cited to a right page)",
    "cited_any": "cited a right page",
    "cited_all": "cited every needed page",
    "precision": "citation precision",
    "over_refused": "over-refused",
    "rightly_refused": "rightly refused",
    "quotes_true": "quotes true to the page",
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is not here: agreement is not checked")


def cited(mark: int, spot: Spot, quote: str) -> Citation:
    """A citation of a quote on a page."""
    page = spot.pdf_page or 1
    chunk = Chunk(spot.document, "", 0, Kind.REPORT, (page, page), ("", ""), quote)
    return Citation(mark, chunk, quote, spot.pdf_page, "")


def made(question: Question, rng: random.Random) -> Answer:
    """A refusal, or an answer that may lack, add or run on, with true, false and misplaced quotes."""
    seconds = rng.randint(1, 999) / 1000
    if rng.random() < (0.15 if question.answerable else 0.6):
        return Answer(question.question, Status.NOT_FOUND, reason="Not said.", seconds=seconds)
    text = rng.choice([question.answer or "It is so.", "Nothing of the kind."]) + rng.choice(["", " and" * 130])
    text += rng.choice(["", *question.must_not_contain])
    sound = [(rng.choice(spots), quote) for spots, quote in zip(question.gold_pages, question.evidence, strict=True)]
    astray = [(Spot("cabinet-2023-06-12-public-reports-pack.pdf", rng.randint(1, 200)), "Words of no page at all")]
    places = rng.choice([sound, astray, sound + astray, sound[:1]]) or astray
    citations = tuple(cited(mark, spot, quote) for mark, (spot, quote) in enumerate(places, start=1))
    marks = "".join(f"[{citation.mark}]" for citation in citations)
    return Answer(question.question, Status.ANSWERED, f"{text} {marks}", citations=citations, seconds=seconds)


def theirs(questions: Path, answers: list[Answer], folder: Path) -> dict[str, object]:
    """The figures of the shared scorer."""
    file = folder / "answers.jsonl"
    file.write_text("\n".join(json.dumps(answer_json(answer)) for answer in answers), encoding="utf-8")
    scorer, truth = SHARED / "eval" / "score.py", SHARED / "corpus" / "truth"
    command = [sys.executable, str(scorer), str(questions), str(file), "--pages", str(truth), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, object] = json.loads(done.stdout)
    return figures


def known_pages() -> dict[tuple[str, int], str]:
    """The known texts of the shared pages."""
    return {
        (f"{file.stem}.pdf", page["pdf_page"]): page["text"]
        for file in (SHARED / "corpus" / "truth").glob("*.json")
        for page in json.loads(file.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("name", ["dev", "dev-kent"])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_shared_figure_agrees(name: str, seed: int, tmp_path: Path) -> None:
    """Right, wrong and refused answers of all kinds come to the same figures in both."""
    path, rng, pages = SHARED / "questions" / f"{name}.jsonl", random.Random(seed), known_pages()
    questions = read_questions(path)
    answers = [made(question, rng) for question in questions]
    ours = summarise(
        [
            score(question, answer, page_text=lambda document, page: pages.get((document, page), ""))
            for question, answer in zip(questions, answers, strict=True)
        ]
    )
    known = theirs(path, answers, tmp_path)
    assert {our: rate.value for our, rate in ours.rates.items()} == pytest.approx(
        {our: known[their] for our, their in THEIRS.items()}, abs=1e-12
    )
    assert (ours.median_seconds, ours.p95_seconds) == (known["median seconds"], known["p95 seconds"])
    assert {kind: f"{t.right}/{t.of}" for kind, t in ours.right_by["type"].items()} == known["right by type"]
