"""Times `matters --help`, a cold `matters ask`, and warm asking over a question set in one process.

    python -m benchmarks.asking QUESTIONS.jsonl [--store DIR]

Cold is a whole process for the first question of the file. Warm are the seconds that each answer of
`matters ask --batch` states; `warm_seconds_by_the_clock` is the same from outside: what the batch took
beyond one cold question, shared among the others. Prints one JSON object.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import machine, matters, measure

HELPS = 5
COLDS = 3


def asking(program: Sequence[str], questions: Path, store: Path) -> dict[str, object]:
    """The figures of a program that takes the words `matters` takes."""
    where = machine()
    with questions.open(encoding="utf-8") as lines:
        first = str(json.loads(next(lines))["question"])
    helps = [measure([*program, "--help"]).seconds for _ in range(HELPS)]
    colds = [measure([*program, "ask", first, "--store", store, "--json"]) for _ in range(COLDS)]
    cold = median(each.seconds for each in colds)
    batch = measure([*program, "ask", "--batch", questions, "--store", store, "--json"])
    warm = sorted(json.loads(line)["seconds"] for line in batch.stdout.splitlines())
    return {
        "set": questions.stem,
        "questions": len(warm),
        "machine": where,
        "help_seconds": round(median(helps), 3),
        "cold_seconds": round(cold, 3),
        "cold_peak_mib": round(max(each.peak_mib for each in colds)),
        "warm_median_seconds": round(median(warm), 4),
        "warm_p95_seconds": warm[int(len(warm) * 0.95)],
        "warm_seconds_by_the_clock": round((batch.seconds - cold) / max(1, len(warm) - 1), 4),
        "batch_peak_mib": round(batch.peak_mib),
    }


def main() -> None:
    """Reads the command line, and prints the figures."""
    parser = argparse.ArgumentParser(description="Times of matters --help and matters ask.")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--store", type=Path, default=Path(".matters"), metavar="DIR")
    given = parser.parse_args()
    json.dump(asking([matters()], given.questions, given.store), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
