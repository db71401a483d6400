"""Reads files of one JSON object a line into types of ours; a malformed line is named, with what to do."""

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ingest.errors import QuestionError

T = TypeVar("T")


def read_lines(path: Path, kind: type[T]) -> tuple[T, ...]:
    """What a file's lines hold, in its order; unknown fields and blank lines are passed over."""
    adapter = TypeAdapter(kind)
    lines = enumerate(read_text(path).split("\n"), start=1)
    return tuple(_parse(line, adapter, f"{path}, line {at}") for at, line in lines if line.strip())


def read_text(path: Path) -> str:
    """The text of a UTF-8 file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise QuestionError(f"{path} cannot be read ({exc.strerror}): give a file of questions") from exc
    except UnicodeDecodeError as exc:
        raise QuestionError(f"{path} is not UTF-8 text (byte {exc.start}): save it as UTF-8") from exc


def _parse(line: str, adapter: TypeAdapter[T], where: str) -> T:
    try:
        return adapter.validate_json(line)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        wrong = first["msg"].removeprefix("Value error, ")
        named = f"{where}, {field}" if field else where
        raise QuestionError(f"{named}: {wrong[:1].lower()}{wrong[1:]}; mend the line or take it out") from exc
