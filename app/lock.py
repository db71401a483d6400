"""One writer at a time in a store. The system holds the lock, so one that is killed leaves none behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import StoreError

NAME = "writer.lock"


@contextmanager
def only_writer(store: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the store's lock; waits for another's end, having told `waiting`; StoreError if it cannot be had."""
    lock = FileLock(store / NAME)
    try:
        try:
            held = lock.acquire(blocking=False)
        except Timeout:
            waiting()
            held = lock.acquire()
    except OSError as fault:
        raise StoreError(
            f"the store {store} cannot be written: {fault.strerror}; check the folder, or give another --store"
        ) from fault
    with held:
        yield
