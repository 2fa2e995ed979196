"""The fixtures of the directory tests: databases of both kinds, files, and a known moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.database.engine import Engine, open_database
from bot.database.migrations import upgrade
from bot.directory import current
from bot.directory.pack import Pack, load_pack
from bot.domain import clock
from tests.directory import postgres
from tests.directory.moments import MONDAY_MORNING

WriteFile = Callable[[str], Path]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str | None]:
    """The address of a PostgreSQL server, None where there is none."""
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'steunwijzer.db'}"
        return
    server_url = request.getfixturevalue("postgres_server")
    if server_url is None:
        pytest.skip(f"PostgreSQL is not installed and {postgres.URL_VARIABLE} is not set")
    with postgres.database(server_url) as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty database of the newest shape."""
    engine = open_database(database_url)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_engine(tmp_path: Path) -> Engine:
    """An empty SQLite database of the newest shape, for what does not depend on the kind."""
    engine = open_database(f"sqlite:///{tmp_path / 'one.db'}")
    upgrade(engine)
    return engine


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The Dutch pack."""
    return load_pack("nl")


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Write a text to an organisation file and return its path."""

    def write(text: str) -> Path:
        path = tmp_path / "organisatie.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A known moment for everything that asks the clock: Monday 23 November 2026, 10.00."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    return MONDAY_MORNING


@pytest.fixture(autouse=True)
def _nothing_published() -> Iterator[None]:
    current.forget()
    yield
    current.forget()
