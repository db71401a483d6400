"""SQLite behind one door: connections lent to whoever asks, and every fault of the database one line of ours.

A connection serves one caller at a time and is used again, so that a server's threads share a few of them, however
many threads come and go; all are closed when the database is let go.
"""

import sqlite3
import weakref
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.errors import StoreError


class Database:
    """The SQLite file in a store's folder, made with these tables where there is none."""

    def __init__(self, folder: Path, name: str, tables: str) -> None:
        self._folder = folder
        self._path = folder / name
        self._idle: deque[sqlite3.Connection] = deque()
        weakref.finalize(self, _close, self._idle)
        with self._lent() as connection:
            connection.executescript(tables)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row that a query gives."""
        with self._lent() as connection:
            return connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row that a query gives, or None."""
        with self._lent() as connection:
            found: tuple[Any, ...] | None = connection.execute(sql, values).fetchone()
            return found

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one at a time, for those too many to hold."""
        with self._lent() as connection:
            yield from connection.execute(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all kept at the end, or none where anything fails."""
        with self._lent() as connection, connection:
            yield connection

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses meanwhile; faults of SQLite become ours."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            yield connection
        except sqlite3.Error as fault:
            raise self._unusable(fault) from fault
        finally:
            self._idle.append(connection)

    def _connect(self) -> sqlite3.Connection:
        connection = None
        try:
            connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as fault:
            if connection:
                connection.close()
            raise self._unusable(fault) from fault
        return connection

    def _unusable(self, fault: sqlite3.Error) -> StoreError:
        return StoreError(
            f"the store {self._folder} cannot be used: {fault}; "
            "see that it has room and may be written, or give another --store"
        )


def _close(connections: deque[sqlite3.Connection]) -> None:
    """Closes what is lent to nobody."""
    while connections:
        connections.pop().close()
