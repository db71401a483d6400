"""Progress for people who watch a terminal, on stderr; nothing where stderr is no terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def document_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for the document at work: how many of its passages are kept of how many."""
    if not sys.stderr.isatty():
        yield lambda document, done, total: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(document: str, done: int, total: int) -> None:
            bar.update(task, description=escape(document), completed=done, total=total or None)

        yield show


def counted(things: Sequence[T]) -> Iterable[T]:
    """The things one after another, with a bar of how many have been taken."""
    if not things or not sys.stderr.isatty():
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, console=Console(stderr=True), description="asking", transient=True)
