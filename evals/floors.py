"""The floors under a question set's rates: below one of them the build fails.

The file is TOML, a table a set and a least value a rate: `[sample]`, `trusted = 0.6`.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.summary import Summary
from ingest.errors import SettingsError

_FLOORS = TypeAdapter(dict[str, dict[str, float]])


def read_floors(path: Path, name: str) -> Mapping[str, float]:
    """The floors of a set, by the names of its rates."""
    try:
        floors = _FLOORS.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as exc:
        raise SettingsError(f"{path}: not a file of floors ({exc}); write `[set]` and `rate = 0.5`") from exc
    if name not in floors:
        raise SettingsError(f"{path}: has no floors for the set {name}; add a table [{name}]")
    return floors[name]


def check_floors(summary: Summary, floors: Mapping[str, float]) -> tuple[str, ...]:
    """What falls below its floor, in words; a rate that does not apply holds no floor up."""
    short = []
    for name, floor in floors.items():
        rate = summary.rates.get(name)
        if rate is None:
            short.append(f"{name} is not among the rates of this run, and its floor is {floor}")
        elif rate.value < floor:
            short.append(f"{name} is {rate.value:.3f}, below its floor of {floor}")
    return tuple(short)
