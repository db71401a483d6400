"""What the verbs do: settings in, the work called, results printed. Imported once a verb is known."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from app import listing, render, wiring
from app.batch import read_batch, read_history
from app.lock import only_writer
from app.progress import counted, document_bar
from app.settings import load
from ingest.errors import PaperError
from ingest.papers import Chunk, Kind, Table
from retrieval.answers import Filters

if TYPE_CHECKING:
    from app.ingesting import Outcome


def ingest(paths: Sequence[Path], sample: bool, jobs: int | None, store: Path | None, as_json: bool) -> int:
    """Read files into the store; the exit status is 1 where one of them failed."""
    from app.ingesting import ingest as read_all

    settings = load(store=store, jobs=jobs)
    wanted = [*paths, *([wiring.sample()] if sample else [])]
    outcomes = []
    with only_writer(settings.store, _say_waiting), document_bar() as progress:
        library = wiring.open_library(settings, create=True)
        limits, reader, again = wiring.limits(settings), wiring.reader(settings), wiring.reads_pictures(settings)
        for outcome in read_all(wanted, library, settings.jobs, progress, limits, reader, again):
            outcomes.append(outcome)
            if outcome.reason:
                warn(outcome.reason)
            elif not as_json:
                say(str(outcome))
    if as_json:
        say_json([_outcome_json(outcome) for outcome in outcomes])
    return int(any(outcome.reason for outcome in outcomes))


def show(file: Path, pages: range | None, kind: Kind | None, as_json: bool) -> None:
    """Print what is made of a file."""
    from app.workers import Workers

    if not file.is_file():
        raise PaperError(f"{file} is {'a folder: name one file' if file.is_dir() else 'not there: check the path'}")
    settings = load()
    with Workers(1, wiring.limits(settings), wiring.reader(settings)) as workers:
        pack, chunks, _ = workers.submit(file).result()
    if pages and pages.start > len(pack.pages):
        raise PaperError(f"{file} ends at page {len(pack.pages)}: ask for an earlier one")
    pack = replace(pack, tables=tuple(table for table in pack.tables if _touches(table, pages)))
    wanted = [chunk for chunk in chunks if kind in (None, chunk.kind) and _touches(chunk, pages)]
    if as_json:
        say_json(render.show_json(pack, wanted))
    else:
        say(listing.show_text(pack, wanted, pages))


def _touches(part: Chunk | Table, pages: range | None) -> bool:
    first, last = part.pages
    return pages is None or any(number in pages for number in range(first, last + 1))


def documents(store: Path | None, as_json: bool) -> None:
    """Print what the store holds."""
    held = wiring.open_catalogue(load(store=store)).documents()
    if as_json:
        say_json([listing.held_json(one) for one in held])
    else:
        say(listing.documents_text(held) or "No papers are held.")


def forget(document: str, store: Path | None) -> None:
    """Take a document out of the catalogue and the vectors."""
    library = wiring.open_library(load(store=store))
    with only_writer(library.folder, _say_waiting):
        library.vectors.remove(library.catalogue.forget(document))
    say(f"{document}: forgotten")


def search(
    words: str | None, batch: Path | None, filters: Filters, top: int, store: Path | None, as_json: bool
) -> None:
    """Print the passages found for the words, or for each line of a batch."""
    wanted = read_batch(batch) if batch else ()
    assistant = wiring.open_assistant(wiring.open_library(load(store=store)))
    for asked in counted(wanted):
        found = assistant.search(asked.question, filters, top)
        say_json({"question": asked.question, "results": [render.passage_json(one) for one in found]})
    if words:
        found = assistant.search(words, filters, top)
        if as_json:
            say_json([render.passage_json(one) for one in found])
        else:
            say("\n\n".join(map(render.passage_text, found)) or "Nothing found.")


def ask(
    question: str | None,
    batch: Path | None,
    history: Path | None,
    filters: Filters,
    store: Path | None,
    as_json: bool,
) -> None:
    """Print the answer to the question, or to each line of a batch."""
    earlier = read_history(history) if history else ()
    wanted = read_batch(batch) if batch else ()
    assistant = wiring.open_assistant(wiring.open_library(load(store=store)))
    for asked in counted(wanted):
        answer = assistant.ask(asked.question, (*earlier, *asked.history), filters)
        say_json(render.answer_json(answer))
    if question:
        answer = assistant.ask(question, earlier, filters)
        if as_json:
            say_json(render.answer_json(answer))
        else:
            say(render.answer_text(answer))


def serve(host: str | None, port: int | None, store: Path | None) -> None:
    """Serve the page until the process is stopped."""
    settings = load(store=store, host=host, port=port)
    desk = wiring.open_desk(wiring.open_library(settings))
    from app.page import build
    from app.page import serve as serve_page

    examples = desk.examples()
    serve_page(build(desk), settings.host, settings.port, lambda address: _announce(address, examples))


def evaluate(questions: Path, out: Path, floors: Path | None, store: Path | None, as_json: bool) -> int:
    """Ask a question set and print its table; the exit status is 1 where a rate is below its floor."""
    from evals.report import evaluate as ask_all

    library = wiring.open_library(load(store=store))
    report = ask_all(
        questions,
        wiring.open_assistant(library),
        lambda document, page: library.catalogue.page(document, page).text,
        out,
        render.answer_json,
        floors,
        counted,
    )
    if as_json:
        say_json(report.totals)
    else:
        say(f"{report.table}\nevery answer: {report.path}")
    return int(bool(report.short))


def _outcome_json(outcome: "Outcome") -> dict[str, Any]:
    state = "failed" if outcome.reason else "read" if outcome.pack else "unchanged"
    told = {"file": str(outcome.path), "state": state, "reason": outcome.reason or None}
    return told | (render.document_json(outcome.pack) | {"chunks": outcome.chunks} if outcome.pack else {})


def say(text: str) -> None:
    """Prints a result."""
    _write(sys.stdout, text)


def say_json(value: Any) -> None:
    """Prints a result as JSON, on one line."""
    say(json.dumps(value, ensure_ascii=False))


def say_table(text: str) -> None:
    """Prints CSV as spreadsheets take it for UTF-8: with a byte order mark, whatever the terminal's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8-sig"))
    sys.stdout.buffer.flush()


def warn(text: str) -> None:
    """Says on stderr, on one line, what is no result."""
    _write(sys.stderr, f"matters: {' '.join(render.plain(text).split())}")


def _write(stream: TextIO, text: str) -> None:
    """Writes a line; characters that the stream's encoding does not have are written as their numbers."""
    stream.write(text.encode(stream.encoding, "backslashreplace").decode(stream.encoding) + "\n")
    stream.flush()


def _say_waiting() -> None:
    warn("the store is being written by another process: waiting for it to end")


def _announce(address: str, examples: Sequence[str]) -> None:
    say(f"Matters Arising is at {address} (stop it with Ctrl-C)")
    for question in examples[:1]:
        say(f"Try: {question}")
