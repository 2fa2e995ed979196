"""Transactions: one to read what belongs together, one to change everything or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.database.errors import (
    DatabaseError,
    DatabaseFull,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseUnreachable,
)

# SQLSTATE of PostgreSQL: lock_not_available, deadlock_detected, query_canceled (statement_timeout).
_POSTGRES_ERRORS: Final[dict[str, type[DatabaseError]]] = {
    "55P03": DatabaseLocked,
    "40P01": DatabaseLocked,
    "40001": DatabaseLocked,
    "57014": DatabaseLocked,
    "53100": DatabaseFull,
    "25006": DatabaseReadOnly,
    "42501": DatabaseReadOnly,
}
# Python 3.10's sqlite3 gives no error codes, only SQLite's own fixed texts.
_SQLITE_ERRORS: Final[tuple[tuple[str, type[DatabaseError]], ...]] = (
    ("locked", DatabaseLocked),
    ("database or disk is full", DatabaseFull),
    ("readonly", DatabaseReadOnly),
)


@contextmanager
def reading(engine: Engine) -> Iterator[Any]:
    """Give a connection on which everything read belongs to one moment; raises DatabaseError."""
    with _translated(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Any]:
    """Give a connection whose changes are all kept at the end, or none; raises DatabaseError."""
    with _translated(), engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        # `from None`: the driver's own text may quote values of a row.
        raise _in_our_words(error) from None


def _in_our_words(error: SQLAlchemyError) -> DatabaseError:
    if not isinstance(error, DBAPIError):
        return DatabaseUnreachable()
    state = getattr(error.orig, "pgcode", None)
    if state in _POSTGRES_ERRORS:
        return _POSTGRES_ERRORS[state]()
    if isinstance(error.orig, sqlite3.Error):
        text = str(error.orig)
        for part, kind in _SQLITE_ERRORS:
            if part in text:
                return kind()
    return DatabaseUnreachable()
