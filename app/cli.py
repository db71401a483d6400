"""The command line: one small function a verb. Results go to stdout, everything else to stderr.

Nothing heavy is imported here: each verb imports what it needs, so that help answers at once.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app.given import day, span
from ingest.errors import MattersError
from ingest.papers import Kind
from retrieval.answers import Filters

app = typer.Typer(
    name="matters",
    help="Ask councils' committee papers, and get the record's own words with the place where they stand.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"terminal_width": 80},
)

Store = Annotated[Path | None, typer.Option(metavar="DIR", help="Where everything is kept (default .matters).")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
Top = Annotated[int, typer.Option("-k", "--top", min=1, max=1000, metavar="N", help="How many passages.")]
Most = Annotated[int | None, typer.Option("-k", "--top", min=1, metavar="N", help="At most so many (as text 50).")]
Batch = Annotated[Path | None, typer.Option(metavar="FILE", help="Questions, one JSON object a line.")]
History = Annotated[Path | None, typer.Option(metavar="FILE", help="Earlier questions, one a line, oldest first.")]
Words = Annotated[str | None, typer.Argument(metavar="WORDS", help="What to look for.")]
Question = Annotated[str | None, typer.Argument(metavar="QUESTION", help="What to ask.")]
Committee = Annotated[str, typer.Option(metavar="NAME", help="Only this committee's meetings.")]
Since = Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="Only meetings on or after it.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="Only meetings on or before it.")]
ItemNumber = Annotated[str, typer.Option("--item", metavar="NUMBER", help="Only this item or minute.")]
OfKind = Annotated[Kind | None, typer.Option(metavar="report|table|minute", help="Only this kind of passage.")]
Document = Annotated[str, typer.Option(metavar="NAME", help="Only this document.")]


@app.command()
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Files and folders.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="The papers of a fictional council.")] = False,
    jobs: Annotated[int | None, typer.Option(metavar="N", help="How many files are read at once.")] = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Read files and folders into the store; what has not changed is skipped."""
    from app import verbs

    if not paths and not sample:
        raise typer.BadParameter("name files or folders, or give --sample", param_hint="PATH")
    raise typer.Exit(verbs.ingest(paths or [], sample, jobs, store, as_json))


@app.command()
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that can be read.")],
    pages: Annotated[range | None, typer.Option(parser=span, metavar="11-44", help="Only these PDF pages.")] = None,
    kind: OfKind = None,
    as_json: Json = False,
) -> None:
    """Show what is made of a file, with no store and no model."""
    from app import verbs

    verbs.show(file, pages, kind, as_json)


@app.command()
def documents(store: Store = None, as_json: Json = False) -> None:
    """List what the store holds: documents, meetings, items and their pages."""
    from app import verbs

    verbs.documents(store, as_json)


@app.command()
def forget(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its name, as `documents` lists it.")],
    store: Store = None,
) -> None:
    """Take a document out of the store, whole."""
    from app import verbs

    verbs.forget(document, store)


@app.command()
def search(
    words: Words = None,
    top: Top = 10,
    committee: Committee = "",
    since: Since = None,
    until: Until = None,
    item: ItemNumber = "",
    kind: OfKind = None,
    document: Document = "",
    batch: Batch = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Find passages, best first."""
    from app import verbs

    _one_of(words, batch, "WORDS")
    _in_order(since, until)
    verbs.search(words, batch, Filters(committee, since, until, item, kind, document), top, store, as_json)


@app.command()
def ask(
    question: Question = None,
    committee: Committee = "",
    since: Since = None,
    until: Until = None,
    item: ItemNumber = "",
    kind: OfKind = None,
    document: Document = "",
    history: History = None,
    batch: Batch = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Answer a question with the record's own words and their places, or say why not."""
    from app import verbs

    _one_of(question, batch, "QUESTION")
    _in_order(since, until)
    verbs.ask(question, batch, history, Filters(committee, since, until, item, kind, document), store, as_json)


@app.command()
def decisions(
    words: Words = None,
    committee: Committee = "",
    since: Since = None,
    until: Until = None,
    item: ItemNumber = "",
    kind: OfKind = None,
    document: Document = "",
    everything: Annotated[bool, typer.Option("--all", help="Also procedure, and items that decided nothing.")] = False,
    top: Most = None,
    store: Store = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what was decided, and what reports recommended, the latest first."""
    from app import registers

    _in_order(since, until)
    filters = Filters(committee, since, until, item, kind, document)
    registers.decisions(words, filters, everything, top, store, as_json, as_csv)


@app.command()
def commitments(
    words: Words = None,
    committee: Committee = "",
    since: Since = None,
    until: Until = None,
    item: ItemNumber = "",
    kind: OfKind = None,
    document: Document = "",
    owner: Annotated[str, typer.Option(metavar="NAME", help="Only what this person or role undertook.")] = "",
    due_before: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="Only what is due by then.")
    ] = None,
    top: Most = None,
    store: Store = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what was promised, by whom, by when, and what later papers say of it."""
    from app import registers

    _in_order(since, until)
    filters = Filters(committee, since, until, item, kind, document)
    registers.commitments(words, filters, owner, due_before, top, store, as_json, as_csv)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(metavar="HOST", help="Default 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(metavar="PORT", help="Default 7860.")] = None,
    store: Store = None,
) -> None:
    """Serve the web page."""
    from app import verbs

    verbs.serve(host, port, store)


@app.command(name="eval")
def evaluate(
    questions: Annotated[Path, typer.Argument(metavar="QUESTIONS", help="A question set (JSONL).")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the answers are kept.")] = Path("results"),
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Least rates (TOML); exit 1 below one.")] = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Ask every question of a set, score the answers, and keep them all in one file."""
    from app import verbs

    raise typer.Exit(verbs.evaluate(questions, out, floors, store, as_json))


def _one_of(words: str | None, batch: Path | None, name: str) -> None:
    if bool(words and words.strip()) == bool(batch):
        raise typer.BadParameter(f"give either {name} or --batch FILE", param_hint=name)


def _in_order(since: date | None, until: date | None) -> None:
    if since and until and until < since:
        raise typer.BadParameter("it is after the date of --until: change one of them", param_hint="--since")


def main(args: Sequence[str] | None = None) -> None:
    """Run the command; an error is one line, never a traceback (but with `python -X dev`)."""
    try:
        app(args, prog_name="matters")
    except MattersError as exc:
        _stop(str(exc))
    except Exception as exc:
        if sys.flags.dev_mode:
            raise
        _stop(f"something went wrong that was not foreseen ({type(exc).__name__}: {exc}); please report it")


def _stop(message: str) -> NoReturn:
    typer.echo(f"matters: {' '.join(message.split())}", err=True)
    raise SystemExit(1)
