"""How well the registers are read: actions found against labels, and the labelled minutes themselves."""

import json
from datetime import date
from pathlib import Path

import pytest
from test_commitments import TALK, pack

from evals.registers import likeness, read_commitments, same_owner
from ingest.pack import read_pack

SHARED = Path(__file__).parents[2] / "shared"
LABELS = SHARED / "registers" / "decisions-dev.jsonl"


def label(*actions: tuple[str, str]) -> dict[str, object]:
    """The label of the item of the examples."""
    made = [{"action": action, "owner": owner, "due": None} for action, owner in actions]
    return {"document": "a.pdf", "number": "7", "actions": made}


def test_an_action_found_is_paired_with_its_label() -> None:
    """Words that count are compared by their stems, so "writing" is "write"."""
    reading = read_commitments([label(("writing to the field's owner", "Clerk"))], {"a.pdf": pack(*TALK)})
    assert (reading.f1, reading.owners, len(reading.pairs)) == (1.0, 1.0, 1)
    assert reading.pairs[0][1].due == date(2023, 4, 30)


def test_what_is_missed_and_what_is_beside_counts_against() -> None:
    """One found that nobody labelled, one labelled that was not found."""
    reading = read_commitments([label(("paint the door", "Clerk"))], {"a.pdf": pack(*TALK)})
    assert (reading.f1, reading.owners, len(reading.missed), len(reading.beside)) == (0.0, 0.0, 1, 1)


def test_likeness_is_an_f1_of_stems() -> None:
    """Words that do not count are left out."""
    assert likeness("mend the roof", "the roof is mended") == 1.0
    assert likeness("mend the roof", "paint it") == 0.0


def test_no_owner_is_the_same_as_no_owner() -> None:
    """An article makes no difference."""
    assert same_owner("", "") and same_owner("the Clerk", "Clerk") and not same_owner("", "Clerk")


@pytest.mark.skipif(not LABELS.is_file(), reason="../shared/registers is not here")
def test_the_labelled_minutes_are_read_well_enough() -> None:
    """F1 of the actions at least 0.85, nine owners in ten right."""
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    names = dict.fromkeys((one["document"], one["folder"]) for one in labels)
    packs = {name: read_pack(SHARED / "corpus" / "real" / folder / name) for name, folder in names}
    reading = read_commitments(labels, packs)
    assert (reading.f1 >= 0.85, reading.owners >= 0.9) == (True, True)
