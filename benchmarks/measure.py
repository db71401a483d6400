"""Runs a command and measures it and its descendants from outside: wall and processor seconds, and peak memory."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.family import Family

UNITS_IN_A_MIB = 1024**2 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took: wall and processor seconds, the peak memory of its processes together, its output.

    Where the system does not tell of descendants (Linux does), they are the seconds and the peak of the command alone.
    """

    seconds: float
    cpu_seconds: float
    peak_mib: float
    stdout: str


def measure(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Measured:
    """Runs a command to its end; whatever it says on stderr is shown, and a failure ends the benchmark."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as stdout:
        words = [str(word) for word in command]
        begun = perf_counter()
        child = subprocess.Popen(words, stdout=stdout, env={**os.environ, **(env or {})})
        with Family(child.pid) as family:
            # wait4 alone gives the peak of this one child (which inherits ours: nothing heavy is imported here).
            _, status, usage = os.wait4(child.pid, 0)
            seconds = perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{' '.join(words)}: exit {child.returncode}")
        stdout.seek(0)
        cpu_seconds = max(usage.ru_utime + usage.ru_stime, family.cpu_seconds)
        peak_mib = max(usage.ru_maxrss / UNITS_IN_A_MIB, family.peak_mib)
        return Measured(seconds, cpu_seconds, peak_mib, stdout.read())


def matters() -> str:
    """The `matters` command of this environment, or else of the path."""
    here = Path(sys.executable).with_name("matters")
    found = str(here) if here.exists() else shutil.which("matters")
    if not found:
        raise SystemExit("there is no `matters` command: run `pip install .` first")
    return found


def machine() -> dict[str, object]:
    """What it was measured on, and how busy that is: a load beside ours makes every time longer."""
    load = round(os.getloadavg()[0], 2)
    return {"cores": os.cpu_count(), "load": load, "platform": sys.platform, "python": sys.version.split()[0]}
