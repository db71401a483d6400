"""Many questions from one file, all checked before the first is asked, and the questions asked before."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from evals.lines import read_lines, read_text

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the earlier questions that it follows, oldest first."""

    question: Words
    history: tuple[Words, ...] = ()


def read_batch(path: Path) -> tuple[Asked, ...]:
    """The questions of a batch file, one JSON object a line, in its order."""
    return read_lines(path, Asked)


def read_history(path: Path) -> tuple[str, ...]:
    """The earlier questions of a history file: one a line, oldest first."""
    return tuple(line.strip() for line in read_text(path).splitlines() if line.strip())
