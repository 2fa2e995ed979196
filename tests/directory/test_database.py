"""The database: both kinds say the same in one sentence, and change shape as a whole."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, text
from sqlalchemy.exc import SQLAlchemyError

from bot.database import engine as engine_module
from bot.database import transactions
from bot.database.engine import Engine, open_database
from bot.database.errors import (
    DatabaseAddressInvalid,
    DatabaseError,
    DatabaseFull,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnreachable,
)
from bot.database.metadata import metadata
from bot.database.migrations import check_revision, downgrade, upgrade
from bot.database.transactions import reading, writing
from bot.directory import tables
from bot.directory.example import load_example
from bot.directory.reading import read_content, read_revision


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment for a lock, and no longer."""
    monkeypatch.setattr(engine_module, "_SQLITE_SECONDS_TO_WAIT", 0.05)
    monkeypatch.setattr(engine_module, "_POSTGRES_OPTIONS", {"options": "-c lock_timeout=50"})


def test_a_new_database_is_too_old_until_it_is_upgraded(database_url: str) -> None:
    """An empty database has no shape yet; after an upgrade it has ours."""
    engine = open_database(database_url)
    with pytest.raises(DatabaseTooOld, match="oudere versie"):
        check_revision(engine)

    upgrade(engine)

    check_revision(engine)


def test_an_upgrade_of_an_upgraded_database_does_nothing(engine: Engine) -> None:
    """The second time there is nothing left to do."""
    load_example(engine)

    upgrade(engine)

    assert read_revision(engine) == 1


def test_the_migrations_make_the_tables_that_the_code_uses(engine: Engine) -> None:
    """What Alembic made and what `tables` says are the same."""
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_migrations_go_down_and_up_again_with_data_in_the_tables(engine: Engine) -> None:
    """What is in the way of an older shape is dropped, and the newer one works again."""
    load_example(engine)
    before = read_content(engine)

    downgrade(engine)
    with pytest.raises(DatabaseTooOld):
        check_revision(engine)
    upgrade(engine)

    assert read_content(engine) is None
    load_example(engine)
    assert read_content(engine) == before


def test_a_database_of_a_newer_version_is_refused_by_name(engine: Engine) -> None:
    """Neither used nor changed: the code does not know its shape."""
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match="nieuwere versie"):
        check_revision(engine)
    with pytest.raises(DatabaseTooNew, match="nieuwere versie"):
        upgrade(engine)


def test_an_upgrade_that_breaks_off_leaves_nothing_half_done(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole change of shape is one transaction, on SQLite too."""
    engine = open_database(database_url)

    with monkeypatch.context() as broken:
        broken.setattr("alembic.op.execute", _fail)
        with pytest.raises(RuntimeError, match="broken off"):
            upgrade(engine)

    with reading(engine) as connection:
        assert not engine.dialect.has_table(connection, "adviser")


def _fail(_statement: object) -> None:
    raise RuntimeError("broken off")


def test_two_processes_that_upgrade_at_once_do_not_collide(database_url: str) -> None:
    """The second waits for the first and then finds nothing to do."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            upgrade(open_database(database_url))
        except DatabaseError as error:
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    check_revision(open_database(database_url))


@pytest.mark.parametrize(
    "url", ["", "geen adres", "mysql://ik@server/naam", "sqlite", "redis://server"]
)
def test_an_address_that_is_no_database_is_refused(url: str) -> None:
    """The sentence says what an address looks like."""
    with pytest.raises(DatabaseAddressInvalid, match="gebruik sqlite"):
        open_database(url)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////bestaat/niet/steunwijzer.db",
        "postgresql://ik@/naam?host=/bestaat/niet",
        "postgresql://ik@127.0.0.1:1/naam",
        "postgres://ik@127.0.0.1:1/naam",
    ],
)
def test_a_database_that_is_gone_is_said_in_one_sentence(url: str) -> None:
    """Reading, writing and upgrading fail alike, without the words of the driver."""
    engine = open_database(url)

    for attempt in (check_revision, upgrade, read_revision):
        with pytest.raises(DatabaseUnreachable) as caught:
            attempt(engine)
        assert str(caught.value) == DatabaseUnreachable.sentence
        assert caught.value.__suppress_context__


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A damaged SQLite file is not opened as an empty one."""
    path = tmp_path / "kapot.db"
    path.write_bytes(b"dit is geen database" * 100)

    with pytest.raises(DatabaseUnreachable, match="beschadigd"):
        read_revision(open_database(f"sqlite:///{path}"))


@contextmanager
def _held_by_somebody_else(engine: Engine) -> Iterator[None]:
    other = open_database(engine.url.render_as_string(hide_password=False))
    with writing(other) as connection:
        connection.execute(text("UPDATE directory_state SET revision = revision"))
        yield


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_is_said_in_one_sentence(engine: Engine) -> None:
    """Somebody else writes, and we do not wait for ever."""
    busy = open_database(engine.url.render_as_string(hide_password=False))

    with _held_by_somebody_else(engine), pytest.raises(DatabaseLocked, match="bezet"):
        load_example(busy)

    load_example(busy)


def test_a_full_disk_is_said_and_nothing_has_changed(engine: Engine) -> None:
    """SQLite is given no more pages, PostgreSQL is told to answer as if the disk were full."""
    if engine.dialect.name == "sqlite":
        event.listen(
            engine, "connect", lambda own, _: own.execute("PRAGMA max_page_count = 1").close()
        )
    else:
        _make_postgres_answer(engine, "53100")

    with pytest.raises(DatabaseFull, match="vol"), writing(engine) as connection:
        connection.execute(
            tables.organisation.insert(), {"id": 1, "name": "lang" * 50_000, "example": False}
        )

    assert read_content(engine) is None


def _make_postgres_answer(engine: Engine, state: str) -> None:
    with writing(engine) as connection:
        connection.execute(
            text(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$"
            )
        )
        connection.execute(
            text(
                "CREATE TRIGGER refuse BEFORE INSERT ON organisation "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse()"
            )
        )


def test_a_database_that_may_only_be_read_is_read_and_said(engine: Engine) -> None:
    """What is there can be read; a change is refused by name."""
    load_example(engine)
    url = engine.url.render_as_string(hide_password=False)
    if engine.dialect.name == "sqlite":
        url = f"sqlite:///file:{engine.url.database}?mode=ro&uri=true"
    else:
        with writing(engine) as connection:
            name = engine.url.database
            connection.execute(
                text(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            )
    readers = open_database(url)

    assert read_content(readers) is not None
    with pytest.raises(DatabaseReadOnly, match="alleen te lezen"), writing(readers) as connection:
        connection.execute(text("DELETE FROM own_body"))


def test_an_error_never_shows_values(engine: Engine) -> None:
    """L7: the driver's text quotes the values of a row; ours is a constant."""
    with pytest.raises(DatabaseUnreachable) as caught, writing(engine) as connection:
        connection.execute(
            text("INSERT INTO site (id, position, name) VALUES ('x', NULL, :name)"),
            {"name": "KANARIE"},
        )

    assert str(caught.value) == DatabaseUnreachable.sentence
    assert caught.value.__cause__ is None


def test_sqlalchemy_itself_hides_values_too(sqlite_engine: Engine) -> None:
    """L7: an error that some other code catches does not show them either.

    Not so on PostgreSQL: psycopg2 sends the values inside the statement, and the server quotes
    it. That is why everything goes through `reading` and `writing`.
    """
    with sqlite_engine.connect() as connection, pytest.raises(SQLAlchemyError) as caught:
        connection.execute(text("SELECT * FROM nowhere WHERE x = :x"), {"x": "KANARIE"})

    assert "KANARIE" not in str(caught.value)


def test_an_error_of_sqlalchemy_itself_is_said_too() -> None:
    """Not every error comes from a driver."""
    assert type(transactions._in_our_words(SQLAlchemyError("anders"))) is DatabaseUnreachable


def test_sqlite_leaves_nothing_behind(tmp_path: Path) -> None:
    """Removed text is overwritten, and there is no second file that keeps it."""
    engine = open_database(f"sqlite:///{tmp_path / 'stil.db'}")
    upgrade(engine)

    with reading(engine) as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "secure_delete",
                "auto_vacuum",
                "trusted_schema",
                "journal_mode",
                "foreign_keys",
            )
        }

    assert found == {
        "secure_delete": 1,
        "auto_vacuum": 1,
        "trusted_schema": 0,
        "journal_mode": "delete",
        "foreign_keys": 1,
    }


def test_what_was_removed_is_not_in_the_file(tmp_path: Path) -> None:
    """secure_delete works: the bytes are gone after a change."""
    path = tmp_path / "stil.db"
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    with writing(engine) as connection:
        connection.execute(tables.site.insert(), {"id": "a", "position": 0, "name": "KANARIE"})
    assert b"KANARIE" in path.read_bytes()

    with writing(engine) as connection:
        connection.execute(tables.site.delete())

    assert b"KANARIE" not in path.read_bytes()


def test_a_database_in_memory_is_the_same_one_in_every_thread() -> None:
    """For tests and trials: a second thread does not see an empty one."""
    engine = open_database("sqlite://")
    upgrade(engine)
    found: list[int] = []

    thread = threading.Thread(target=lambda: found.append(read_revision(engine)))
    thread.start()
    thread.join()

    assert found == [0]


@pytest.mark.usefixtures("impatient")
def test_a_reader_sees_one_moment(engine: Engine) -> None:
    """What is imported meanwhile does not mix with what was read before; SQLite makes it wait."""
    load_example(engine)
    other = open_database(engine.url.render_as_string(hide_password=False))
    waits = engine.dialect.name == "sqlite"
    with reading(engine) as connection:
        before = connection.execute(text("SELECT revision FROM directory_state")).scalar()
        with pytest.raises(DatabaseLocked) if waits else nullcontext(), writing(other) as writer:
            writer.execute(text("UPDATE directory_state SET revision = revision + 1"))
        after = connection.execute(text("SELECT revision FROM directory_state")).scalar()

    assert (before, after) == (1, 1)
    assert read_revision(engine) == (1 if waits else 2)


def test_foreign_keys_are_kept(engine: Engine) -> None:
    """Leave of an adviser who is not there is refused by the database itself."""
    with pytest.raises(DatabaseUnreachable), writing(engine) as connection:
        connection.execute(
            tables.adviser_close_to.insert(),
            {"adviser_id": "niemand", "position": 0, "other_id": "niemand"},
        )


def test_the_sqlite_file_is_made_by_an_ordinary_sqlite(tmp_path: Path) -> None:
    """Nothing special is needed to look into it or to make a copy."""
    path = tmp_path / "gewoon.db"
    upgrade(open_database(f"sqlite:///{path}"))

    rows: list[Any] = (
        sqlite3.connect(path).execute("SELECT revision FROM directory_state").fetchall()
    )

    assert rows == [(0,)]
