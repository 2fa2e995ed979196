"""Opening the database: SQLite by default, PostgreSQL by URL.

SQLAlchemy 1.4 has no dialect for psycopg 3, so PostgreSQL goes through psycopg2.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from bot.database.errors import DatabaseAddressInvalid

__all__ = ["Engine", "open_database"]

_SQLITE_SECONDS_TO_WAIT: Final = 5
_POSTGRES_OPTIONS: Final = {
    "connect_timeout": 5,
    "options": "-c lock_timeout=10000 -c statement_timeout=60000",
}
# secure_delete leaves no removed text in the file, and without WAL there is no second file that
# keeps it; trusted_schema keeps a tampered file from running functions (GlobaLeaks' settings).
_SQLITE_PRAGMAS: Final = (
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA foreign_keys = ON",
)


def open_database(url: str) -> Engine:
    """Return an engine for `sqlite:///…` or `postgresql://…`; nothing is connected yet.

    Errors of the driver never show the values of a statement. Raises DatabaseAddressInvalid.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise DatabaseAddressInvalid from None
    backend = address.get_backend_name()
    if backend == "sqlite":
        return _open_sqlite(address)
    if backend in ("postgresql", "postgres"):
        return create_engine(
            address.set(drivername="postgresql+psycopg2"),
            future=True,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args=_POSTGRES_OPTIONS,
        )
    raise DatabaseAddressInvalid


def _open_sqlite(address: Any) -> Engine:
    options: dict[str, Any] = {}
    if address.database in (None, "", ":memory:"):
        # One connection for every thread: a second one would see another, empty database.
        options = {"poolclass": StaticPool}
    engine = create_engine(
        address.set(drivername="sqlite"),
        future=True,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": _SQLITE_SECONDS_TO_WAIT},
        **options,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own idea of transactions leaves reads and table changes outside them.
    connection.isolation_level = None
    cursor = connection.cursor()
    if cursor.execute("PRAGMA page_count").fetchone() == (0,):
        # It only counts for a database without tables; in another one it would write every time.
        cursor.execute("PRAGMA auto_vacuum = FULL")
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
