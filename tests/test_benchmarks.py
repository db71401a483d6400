"""The benchmarks: what measures a command, and what the asking comes to."""

import json
import sys
from pathlib import Path

import pytest

from app.registers import SHOWN, decided
from app.wiring import sample
from benchmarks.asking import asking
from benchmarks.measure import measure
from benchmarks.registers import QUESTIONS, made_store
from benchmarks.stages import stages, told
from ingest.entries import Standing
from retrieval.answers import Filters

PROGRAM = """
import json, sys
if "--batch" in sys.argv:
    for line in open(sys.argv[sys.argv.index("--batch") + 1]):
        print(json.dumps({"seconds": json.loads(line)["takes"]}))
"""


def test_measures_a_command() -> None:
    """What a command printed, how long it took, and more memory than it was made to use."""
    got = measure([sys.executable, "-c", "import time; x = b'x' * 2**26; time.sleep(0.1); print('done')"])
    assert got.stdout == "done\n"
    assert got.seconds >= 0.1
    assert got.peak_mib >= 64
    assert got.cpu_seconds > 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of descendants")
def test_measures_what_nobody_waits_for() -> None:
    """The seconds and the memory of a process that the command leaves to itself are counted."""
    busy = "import time; x = b'x' * 2**26\nwhile time.process_time() < 0.5: pass"
    left = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}], stdout=-1).stdout.read()"
    got = measure([sys.executable, "-c", left])
    assert got.cpu_seconds >= 0.4
    assert got.peak_mib >= 64


def test_stages_of_an_ingest(tmp_path: Path) -> None:
    """Each stage has its seconds, and the shares are the whole."""
    found = told(stages(sorted(sample().glob("*minutes*.pdf")), tmp_path))
    assert found["encode"]["cpu_seconds"] > 0
    assert sum(stage["share"] for stage in found.values()) == pytest.approx(1, abs=0.01)


def test_gives_the_environment() -> None:
    """A variable is given to the command beside those that stand."""
    printed = measure([sys.executable, "-c", "import os; print(os.environ['GIVEN'])"], {"GIVEN": "yes"}).stdout
    assert printed == "yes\n"


def test_a_command_that_fails_ends_the_benchmark() -> None:
    """A failed command has no time worth telling."""
    with pytest.raises(SystemExit, match="exit 3"):
        measure([sys.executable, "-c", "raise SystemExit(3)"])


def test_asking(tmp_path: Path) -> None:
    """Median and p95 are taken from the seconds that the answers state."""
    program, questions = tmp_path / "program.py", tmp_path / "made.jsonl"
    program.write_text(PROGRAM)
    questions.write_text("".join(json.dumps({"question": "?", "takes": n / 10}) + "\n" for n in range(1, 6)))
    got = asking([sys.executable, str(program)], questions, tmp_path)
    assert (got["set"], got["questions"]) == ("made", 5)
    assert (got["warm_median_seconds"], got["warm_p95_seconds"]) == (0.3, 0.5)


def test_made_registers(tmp_path: Path) -> None:
    """The made store answers every question of the benchmark but those that nothing can fit."""
    catalogue = made_store(tmp_path, 200)
    found = {name: len(decided(catalogue, *asked, False, SHOWN)) for name, asked in QUESTIONS.items()}
    assert found["nothing asked"] == found["a word of all"] == SHOWN
    assert found["a committee that is not there"] == 0
    assert [one.standing for one, _ in decided(catalogue, "", Filters(document="paper-00001.pdf"), False, 1)] == [
        Standing.CONFIRMED
    ]
