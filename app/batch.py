"""Many questions from one file: one JSON object a line, all checked before the first is asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError

from ingest.errors import QuestionError

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the earlier questions that it follows, oldest first."""

    question: Words
    history: tuple[Words, ...] = ()


_LINE = TypeAdapter(Asked)


def read_batch(path: Path) -> tuple[Asked, ...]:
    """The questions of a batch file, in its order; other fields and blank lines are passed over."""
    lines = _text(path).split("\n")
    return tuple(_parse(line, path, at) for at, line in enumerate(lines, start=1) if line.strip())


def read_history(path: Path) -> tuple[str, ...]:
    """The earlier questions of a history file: one a line, oldest first."""
    return tuple(line.strip() for line in _text(path).splitlines() if line.strip())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise QuestionError(f"{path} cannot be read ({exc.strerror}): give a file of questions") from exc
    except UnicodeDecodeError as exc:
        raise QuestionError(f"{path} is not UTF-8 text (byte {exc.start}): save it as UTF-8") from exc


def _parse(line: str, path: Path, at: int) -> Asked:
    try:
        return _LINE.validate_json(line)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        where = f"{path}, line {at}" + (f", {field}" if field else "")
        raise QuestionError(f"{where}: {first['msg'].lower()}; mend the line or take it out") from exc
