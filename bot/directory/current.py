"""The picture that turns look at now, and how it is renewed.

Publishing is one assignment, so that a turn in another thread sees the old picture or the
new one, never half of each. What cannot be renewed stays.
"""

from __future__ import annotations

import os
import threading

from bot.database.engine import Engine, open_database
from bot.database.errors import DatabaseError
from bot.database.migrations import check_revision
from bot.directory.errors import DirectoryUnavailable
from bot.directory.pack import COUNTRY, load_pack
from bot.directory.reading import read_revision, read_snapshot
from bot.directory.snapshot import Snapshot
from bot.domain import clock

DATABASE_URL_VARIABLE = "STEUNWIJZER_DATABASE_URL"
DEFAULT_DATABASE_URL = "sqlite:///steunwijzer.db"

_published: Snapshot | None = None
_first_load = threading.Lock()


def publish(snapshot: Snapshot) -> None:
    """Make this the picture that turns look at."""
    global _published
    snapshot.prepare(clock.now())
    _published = snapshot


def current() -> Snapshot:
    """Return the picture that turns look at.

    Where nothing was published (`rasa run actions`), it is read once from the database of
    the environment. Raises DirectoryUnavailable when that does not work.
    """
    snapshot = _published
    if snapshot is not None:
        return snapshot
    with _first_load:
        if _published is None:
            url = os.environ.get(DATABASE_URL_VARIABLE, DEFAULT_DATABASE_URL)
            try:
                publish(_read(open_database(url)))
            except DatabaseError as error:
                raise DirectoryUnavailable(str(error)) from error
    return current()


def renew(engine: Engine) -> bool:
    """Publish a new picture when there was an import since; return whether there was.

    Call it now and then, outside turns. Raises DirectoryUnavailable when the database does
    not answer; the last picture stays.
    """
    try:
        snapshot = _published
        if snapshot is not None and read_revision(engine) == snapshot.revision:
            snapshot.prepare(clock.now())
            return False
        publish(_read(engine))
    except DatabaseError as error:
        raise DirectoryUnavailable(str(error)) from error
    return True


def _read(engine: Engine) -> Snapshot:
    # Asked first, so that an older or newer database is called that, and not damaged.
    check_revision(engine)
    return read_snapshot(engine, load_pack(COUNTRY))


def forget() -> None:
    """Forget what was published; for tests."""
    global _published
    _published = None
