"""The shape of the database and its history, with Alembic run from code.

Every change is one transaction, on SQLite too: a change that is broken off leaves nothing
half done. Two processes that start at once do not collide: the second waits for the first,
and then finds nothing left to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Engine

from bot.database.errors import DatabaseTooNew, DatabaseTooOld
from bot.database.transactions import reading, writing

__all__ = ["check_revision", "downgrade", "upgrade"]

# Any number that no other program on the same server uses for its own lock.
_UPGRADE_LOCK = 7_283_365_110


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest shape; does nothing when it is there.

    Raises DatabaseTooNew when it was made by a newer version, and DatabaseUnreachable (or one
    of its kinds) when it cannot be changed; then nothing has changed.
    """
    with writing(engine) as connection:
        _wait_for_turn(connection)
        if _current(connection) not in _known():
            raise DatabaseTooNew
        command.upgrade(_config(connection), "head")


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the database back to an older shape; what has no place in it is lost."""
    with writing(engine) as connection:
        _wait_for_turn(connection)
        command.downgrade(_config(connection), revision)


def check_revision(engine: Engine) -> None:
    """Raise DatabaseTooNew or DatabaseTooOld when it is not ours, DatabaseUnreachable when gone."""
    with reading(engine) as connection:
        current = _current(connection)
    if current not in _known():
        raise DatabaseTooNew
    if current != _scripts().get_current_head():
        raise DatabaseTooOld


def _config(connection: Any = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _known() -> frozenset[str | None]:
    """Return every revision that this version of the program knows; None is an empty database."""
    return frozenset([None, *(script.revision for script in _scripts().walk_revisions())])


def _current(connection: Any) -> str | None:
    revision: str | None = MigrationContext.configure(connection).get_current_revision()
    return revision


def _wait_for_turn(connection: Any) -> None:
    # SQLite needs no lock of its own: a transaction that writes has the file for itself.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
