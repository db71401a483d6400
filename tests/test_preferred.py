"""Passages that count come first, and the same words stand once."""

from dataclasses import replace
from pathlib import Path

from record_examples import asked, library, report
from relation_examples import CABINET, related

from ingest.ties import Footing, Signs, Sitting, Tie
from retrieval.answers import Passage, Query
from retrieval.preferred import by_standing, cautions, once

LEASE = "The lease of the depot in Mill Lane ends in March."
OLD = Footing(replaced=related(Tie.REPLACES, "new.pdf", "old.pdf", change="“May” became “March”"))
COPY = Footing(duplicate=related(Tie.DUPLICATE_OF, "copy.pdf", "pack.pdf"))


def passage(document: str, text: str, score: float, footing: Footing | None = None) -> Passage:
    """A passage of a document."""
    chunk = replace(report(text), document=document)
    return Passage(chunk, 1, score, footing or Footing())


def test_the_same_words_stand_once() -> None:
    """In the text that counts, as good as the best of them; the others are named with it."""
    kept, copy = passage("pack.pdf", LEASE, 0.5), passage("copy.pdf", LEASE, 0.9, COPY)
    assert list(once([copy, kept])) == [replace(kept, score=0.9, also=(copy.chunk,))]


def test_words_that_two_papers_happen_to_share_stand_twice() -> None:
    """Where neither was published for the other, or the words say little."""
    twins = [passage("a.pdf", LEASE, 0.5), passage("b.pdf", LEASE, 0.4)]
    short = [passage("pack.pdf", "Yes.", 0.5), passage("copy.pdf", "Yes.", 0.4, COPY)]
    assert (list(once(twins)), list(once(short))) == (twins, short)


def test_superseded_texts_come_last(tmp_path: Path) -> None:
    """Whatever their score; with a limit the best are taken before they are put in order."""
    catalogue, _ = library(tmp_path, report(LEASE), report("The rent of the depot.", 1))
    source = tmp_path / "new.pdf"
    source.write_bytes(b"new")
    (pack,) = (held.pack for held in catalogue.documents())
    catalogue.add(replace(pack, document="new.pdf"), (), source)
    catalogue.ties.keep("new.pdf", Signs(), (), (related(Tie.REPLACES, "new.pdf", "pack.pdf", target_pages=(1, 1)),))
    new = replace(report("The lease ends in May."), document="new.pdf")

    def finder(query: Query, limit: int) -> list[Passage]:
        return [Passage(report(LEASE), 1, 0.9), Passage(new, 2, 0.5), Passage(report("Other.", 1), 3, 0.4)][:limit]

    found = by_standing(finder, catalogue.ties)(asked("the lease"), 2)
    assert [(one.chunk, one.rank, one.footing.counts) for one in found] == [(new, 1, True), (report(LEASE), 2, False)]


def test_what_must_be_said() -> None:
    """Of a superseded text, of draft minutes, of minutes confirmed with a correction; nothing of what counts."""
    draft = Sitting(CABINET, (1, 2), "printed as a draft", True)
    quote = "The minutes were approved subject to minute 12 reading “ten”."
    confirmed = related(Tie.CONFIRMS, "july.pdf", "june.pdf", quote=quote, change="subject to minute 12 reading “ten”.")
    assert list(cautions(OLD, "")) == [
        "A later version of this paper is held: new.pdf (made so): “May” became “March”."
    ]
    assert list(cautions(Footing(sitting=draft), "")) == [
        "From draft minutes of Cabinet, 4 June 2024 (printed as a draft), not yet confirmed in the papers held."
    ]
    assert list(cautions(Footing(sitting=draft, confirmed=confirmed), "12.")) == [
        f"These minutes were approved with a correction: “{quote}” (july.pdf)."
    ]
    assert list(cautions(Footing(sitting=draft, confirmed=confirmed), "13.")) == []
    assert list(cautions(COPY, "")) == list(cautions(Footing(sitting=Sitting(CABINET, (1, 2))), "")) == []
