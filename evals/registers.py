"""How well the registers are read: labelled minutes against what is found in them, one function for each register.

`python -m evals.registers LABELS.jsonl FOLDER` prints the figures; FOLDER holds the papers that the labels name.
A label is a JSON object a line: document, number of the item, decision, resolution, actions (action, owner, due).
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from evals.decided import judged, summary
from ingest.blocks import pack_to_blocks
from ingest.entries import Commitment
from ingest.pack import read_pack
from ingest.papers import Pack
from ingest.register.commitments import pack_to_commitments
from ingest.register.decisions import pack_to_decisions
from retrieval.terms import stem, words_of

Label: TypeAlias = Mapping[str, Any]
SAME_ACTION, SAME_OWNER = 0.5, 0.8
"""The least F1 of the stems of the words that count between two texts for one action, or for one owner."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How labelled actions and commitments found go together: pairs, those missed and those found beside them."""

    pairs: tuple[tuple[Label, Commitment], ...]
    missed: tuple[Label, ...]
    beside: tuple[Commitment, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * len(self.pairs) / (2 * len(self.pairs) + len(self.missed) + len(self.beside) or 1)

    @property
    def owners(self) -> float:
        """The share of the actions found whose owner is right: the same words, or none in both."""
        right = [same_owner(label["owner"] or "", found.owner) for label, found in self.pairs]
        return sum(right) / len(right) if right else 0.0


def read_commitments(labels: Sequence[Label], packs: Mapping[str, Pack]) -> Reading:
    """The labelled actions of each item against its commitments, one to one, the most alike first."""
    pairs: list[tuple[Label, Commitment]] = []
    missed: list[Label] = []
    beside: list[Commitment] = []
    for document, pack in packs.items():
        found = pack_to_commitments(pack)
        for label in (label for label in labels if label["document"] == document):
            here = [one for one in found if one.item and one.item.number.rstrip(".") == label["number"]]
            together = dict(_paired(label["actions"], here))
            pairs += [(label["actions"][at], here[other]) for at, other in together.items()]
            missed += [action for at, action in enumerate(label["actions"]) if at not in together]
            beside += [one for other, one in enumerate(here) if other not in together.values()]
    return Reading(tuple(pairs), tuple(missed), tuple(beside))


def likeness(one: str, other: str) -> float:
    """The F1 of two texts by the stems of the words that count."""
    first, second = ({stem(word) for word in words_of(text)} for text in (one, other))
    return 2 * len(first & second) / (len(first) + len(second)) if first & second else 0.0


def same_owner(one: str, other: str) -> bool:
    """Whether two owners are the same, as far as their words say."""
    return likeness(one, other) >= SAME_OWNER or not (one or other)


def _paired(actions: Sequence[Label], found: Sequence[Commitment]) -> Iterator[tuple[int, int]]:
    alike = sorted(
        (
            (-likeness(action["action"], one.action), at, other)
            for at, action in enumerate(actions)
            for other, one in enumerate(found)
        ),
    )
    taken: set[tuple[str, int]] = set()
    for score, at, other in alike:
        if -score >= SAME_ACTION and not {("label", at), ("found", other)} & taken:
            taken |= {("label", at), ("found", other)}
            yield at, other


def main(labels: Path, folder: Path) -> None:
    """Prints the figures of the labels' papers."""
    read = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    files = {path.name: path for path in sorted(folder.rglob("*")) if path.is_file()}
    packs = {name: read_pack(files[name]) for name in dict.fromkeys(label["document"] for label in read)}
    decided = {name: pack_to_decisions(pack, pack_to_blocks(pack)) for name, pack in packs.items()}
    rates = summary([judged(label, decided[label["document"]]) for label in read])
    reading = read_commitments(read, packs)
    found, missed, beside = len(reading.pairs), len(reading.missed), len(reading.beside)
    lines = (
        *(f"{name}: {rate:.3f}" for name, rate in rates.items()),
        f"actions: F1 {reading.f1:.3f} ({found} found, {missed} missed, {beside} beside them)",
        f"owners right of those found: {reading.owners:.3f}",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
