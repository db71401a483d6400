"""Writes what the program says of itself into the README, between its markers: python tests/readme.py."""

import io
import re
from contextlib import redirect_stdout, suppress
from pathlib import Path

from app.cli import main
from app.settings import Settings

README = Path(__file__).parents[1] / "README.md"
VERBS = ("ingest", "show", "documents", "forget", "search", "ask", "decisions", "commitments", "serve", "eval")


def helps() -> str:
    """The help of the command and of each verb, as the program prints it."""
    pages = [_help(), *(_help(verb) for verb in VERBS)]
    return "```text\n" + "\n\n".join(pages) + "\n```"


def settings() -> str:
    """The settings with their defaults, as a table."""
    rows = [
        f"| `{name}` | {field.description} | {'cores, up to 8' if name == 'jobs' else field.default} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| setting | what it says | default |", "|---|---|---|", *rows])


def renewed(text: str) -> str:
    """A README with the parts between its markers made anew."""
    for name, made in (("help", helps()), ("settings", settings())):
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(pattern, lambda found, made=made: found[1] + made + "\n" + found[2], text, flags=re.S)  # type: ignore[misc]
    return text


def _help(*verb: str) -> str:
    with redirect_stdout(io.StringIO()) as said, suppress(SystemExit):
        main([*verb, "--help"])
    return f"$ matters {' '.join([*verb, '--help'])}\n{said.getvalue().strip()}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
