"""Watches a process and its descendants: their memory together, and their processor seconds.

Some descendants are waited for by nobody, so that the system counts their seconds nowhere else. On Linux only: what
the system does not tell is 0.
"""

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.1
TICKS = os.sysconf("SC_CLK_TCK")
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.M)


class Family:
    """A process and its descendants, looked at ten times a second while it is watched."""

    def __init__(self, process: int) -> None:
        self.peak_mib = 0.0
        self._process = process
        self._seconds: dict[int, float] = {}
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Family":
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watcher.join()

    @property
    def cpu_seconds(self) -> float:
        """What all have taken when they were last looked at."""
        return sum(self._seconds.values())

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            memory = 0.0
            for process in _descendants(self._process):
                memory += _share(process)
                self._seconds[process] = max(_seconds(process), self._seconds.get(process, 0.0))
            self.peak_mib = max(self.peak_mib, memory)


def _descendants(process: int) -> Iterator[int]:
    """The process itself and all that come from it."""
    yield process
    for children in (PROC / str(process) / "task").glob("*/children"):
        for child in _text(children).split():
            yield from _descendants(int(child))


def _share(process: int) -> float:
    """The MiB that are a process's alone, with its part of what it shares."""
    found = _PSS.search(_text(PROC / str(process) / "smaps_rollup"))
    return int(found[1]) / 1024 if found else 0.0


def _seconds(process: int) -> float:
    """The processor seconds of a process, in its programs and in the system."""
    fields = _text(PROC / str(process) / "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS if fields else 0.0


def _text(path: Path) -> str:
    """What the file says, nothing where the process has ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
