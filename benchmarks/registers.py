"""Times `matters decisions` over stores of made decisions, a small one and a large one.

    python -m benchmarks.registers [--large 100000] [--small 1000] [--times 7]

The decisions go in by the catalogue's own way, fifty a document, with the relations that make minutes confirmed. Each
question is asked in this process (`query`) and by a whole `matters decisions` (`process`): seconds, the median, least
and most; `ratio` is the median over that of the small store. Prints one JSON object.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from app.registers import SHOWN, decided
from benchmarks.measure import machine, matters, measure
from ingest.entries import Decision, Outcome, Part, Place, Register, Standing
from ingest.papers import Item, Kind, Meeting, Pack, PackKind, Page
from ingest.ties import Relation, Signs, Sitting, Tie
from retrieval.answers import Filters
from retrieval.catalogue import Catalogue
from retrieval.models import PACKAGED

A_DOCUMENT = 50
COMMITTEES = tuple(f"{name} Committee" for name in ("Audit", "Housing", "Licensing", "Planning", "Scrutiny"))
THINGS = ("library", "bus lane", "drain", "school", "lease", "tender", "bridge", "park", "care home", "budget")
VERBS = ("approve the report on", "note the report on", "defer the scheme for", "award the contract for")
RARE = "lighthouse"
"""A word of one decision in a thousand."""
SPRING = Filters(committee=COMMITTEES[1], since=date(2019, 1, 1), until=date(2024, 6, 30))
QUESTIONS: dict[str, tuple[str, Filters]] = {
    "nothing asked": ("", Filters()),
    "a word of all": ("council", Filters()),
    "a word of a tenth": ("library", Filters()),
    "a rare word": (RARE, Filters()),
    "two words": ("library contract", Filters()),
    "two words that never meet": ("lighthouse volcano", Filters()),
    "a committee": ("", Filters(committee=COMMITTEES[0])),
    "a committee that is not there": ("", Filters(committee="Cabinet")),
    "words, committee and dates": ("bridge tender", SPRING),
    "an item": ("", Filters(item="7")),
    "recommendations": ("drain", Filters(kind=Kind.REPORT)),
    "a document": ("", Filters(document="paper-00003.pdf")),
}


def made_store(folder: Path, count: int) -> Catalogue:
    """A store of so many made decisions."""
    catalogue, chance = Catalogue(folder, PACKAGED), random.Random(7)
    source = folder / "made.pdf"
    source.write_bytes(b"%PDF")
    for number in range(max(1, count // A_DOCUMENT)):
        pack = _pack(number)
        catalogue.add(pack, (), source, Register(tuple(_decisions(pack, number, chance))))
        signs = Signs(sittings=(Sitting(pack.meeting, (1, 1), "draft"),) if pack.meeting else ())
        catalogue.ties.keep(pack.document, signs, (), tuple(_confirms(number)))
    return catalogue


def _pack(number: int) -> Pack:
    """The papers of a sitting: every fourth is an agenda, of the sitting whose minutes come next."""
    sitting = number + (number % 4 == 0)
    meeting = Meeting(COMMITTEES[sitting // 4 % len(COMMITTEES)], date(2005, 1, 4) + timedelta(days=sitting * 4))
    kind = PackKind.MINUTES if number % 4 else PackKind.AGENDA_PACK
    return Pack(f"paper-{number:05}.pdf", f"{meeting}", f"{number}", kind, meeting, (Page(1, "1", ""),))


def _confirms(number: int) -> Iterator[Relation]:
    if number % 4 > 1:
        earlier = f"paper-{number - 1:05}.pdf"
        yield Relation(Tie.CONFIRMS, f"paper-{number:05}.pdf", (1, 1), earlier, (1, 1), "approved the minutes")


def _decisions(pack: Pack, number: int, chance: random.Random) -> Iterator[Decision]:
    """The decisions of a document, in five parts each; those of an agenda are recommendations."""
    advises = pack.kind is PackKind.AGENDA_PACK
    for order in range(A_DOCUMENT):
        thing, place = chance.choice(THINGS), f"{chance.randrange(400)} Made Street"
        parts = tuple(Part(f"{n}", f"{chance.choice(VERBS)} the {thing} at {place} in year {n}") for n in range(1, 6))
        also = f" and the {RARE}" if chance.random() < 0.001 else ""
        text = f"The Council resolved to:{also}\n" + "\n".join(f"{part.number}. {part.text}" for part in parts)
        yield Decision(
            place=Place(pack.document, pack.title, (1, 1), ("1", "1")),
            order=order,
            meeting=pack.meeting,
            item=Item(f"{order + 1}", f"The {thing} at {place}", (1, 1), pack.meeting),
            outcome=Outcome.RECOMMENDED if advises else Outcome.AGREED,
            text=text,
            standing=Standing.RECOMMENDATION if advises else Standing.DRAFT,
            parts=parts,
            procedural=order < 5,
        )


def times(catalogue: Catalogue, folder: Path, count: int) -> dict[str, dict[str, list[float]]]:
    """For each question the median, least and most seconds of the query and of the whole process."""
    told = {}
    for name, (words, filters) in QUESTIONS.items():
        command = [matters(), "decisions", *([words] if words else []), *_flags(filters), "--store", folder]
        told[name] = {
            "query": _timed(lambda w=words, f=filters: decided(catalogue, w, f, False, SHOWN), count),  # type: ignore[misc]
            "process": _timed(lambda run=command: measure(run), count),  # type: ignore[misc]
        }
    return told


def _flags(filters: Filters) -> list[str]:
    names = Filters.__dataclass_fields__
    return [part for name in names if (value := getattr(filters, name)) for part in (f"--{name}", str(value))]


def _timed(run: Callable[[], Any], count: int) -> list[float]:
    """The median, least and most seconds of so many runs, after one that is not counted."""
    run()
    took = []
    for _ in range(count):
        begun = perf_counter()
        run()
        took.append(perf_counter() - begun)
    return [round(seconds, 6) for seconds in (median(took), min(took), max(took))]


def registers(small: int, large: int, count: int) -> dict[str, Any]:
    """The figures over a small store and a large one."""
    found: dict[str, Any] = {"machine": machine(), "decisions": [small, large], "seconds": "median, least, most"}
    with tempfile.TemporaryDirectory() as here:
        folders = {size: Path(here) / f"{size}" for size in (small, large)}
        few, many = (times(made_store(folder, size), folder, count) for size, folder in folders.items())
    found["questions"] = {
        name: {
            "small": few[name],
            "large": many[name],
            "ratio": {way: round(many[name][way][0] / few[name][way][0], 1) for way in ("query", "process")},
        }
        for name in QUESTIONS
    }
    return found


def main() -> None:
    """Reads the command line, and prints the figures."""
    parser = argparse.ArgumentParser(description="Times of matters decisions.")
    parser.add_argument("--large", type=int, default=100_000, metavar="N")
    parser.add_argument("--small", type=int, default=1_000, metavar="N")
    parser.add_argument("--times", type=int, default=7, metavar="N")
    given = parser.parse_args()
    json.dump(registers(given.small, given.large, given.times), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
