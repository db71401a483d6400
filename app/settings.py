"""The settings, in rising order: defaults, matters.toml in the working folder, MATTERS_* variables, flags."""

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from app.workers import LIMITS
from ingest.errors import SettingsError

FILE = "matters.toml"
PREFIX = "MATTERS_"


class Settings(BaseSettings):
    """What a user can set; whatever is not named here is refused."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, toml_file=FILE, extra="forbid", frozen=True, env_ignore_empty=True
    )

    store: Path = Field(default=Path(".matters"), description="the folder where everything is kept")
    encoder: str = Field(
        default="all-minilm-l6-v2-int8",
        description="what turns words into vectors: the packaged model or one of sentence-transformers",
    )
    host: str = Field(default="127.0.0.1", description="the address that the page is served on")
    port: int = Field(default=7860, ge=1, le=65535, description="the port that the page is served on")
    jobs: int = Field(
        default=min(8, os.cpu_count() or 1),
        ge=1,
        le=64,
        description="how many files are read at the same time",
    )
    seconds: float = Field(
        default=LIMITS.seconds,
        gt=0,
        allow_inf_nan=False,
        description="how many seconds the reading of one file may take",
    )
    memory: int = Field(
        default=LIMITS.memory, ge=64, description="how many MiB of memory the reading of one file may use (Linux only)"
    )

    ocr: float = Field(
        default=60,
        ge=0,
        allow_inf_nan=False,
        description="how many seconds of work a scanned page may take, where `ocr` is installed; 0 reads none",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags before variables before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**flags: object) -> Settings:
    """The settings in force; a flag that is None was not given."""
    _refuse_unknown_variables(os.environ)
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})  # type: ignore[arg-type]
    except tomllib.TOMLDecodeError as exc:
        raise SettingsError(f"{FILE} is not valid TOML: {exc}") from exc
    except ValidationError as exc:
        raise SettingsError(_line(exc.errors()[0])) from exc


def _refuse_unknown_variables(names: Iterable[str]) -> None:
    known = {PREFIX + field.upper() for field in Settings.model_fields}
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsError(f"{name} is not a setting; there are {', '.join(sorted(known))}: unset it")


def _line(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"{FILE}: {name} is not a setting; there are {', '.join(Settings.model_fields)}: take it out"
    reason = error["msg"][:1].lower() + error["msg"][1:]
    where = f"{FILE}, {PREFIX}{name.upper()} or a flag"
    return f"setting {name} cannot be {error['input']!r}: {reason}; put it right in {where}"
