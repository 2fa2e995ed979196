"""The picture that turns look at: published, renewed, and kept when the database is gone."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database.engine import Engine, open_database
from bot.database.transactions import writing
from bot.directory import current
from bot.directory.errors import DirectoryUnavailable
from bot.directory.example import load_example
from bot.directory.importing import import_file
from bot.directory.snapshot import Organisation, Snapshot
from tests.directory.conftest import WriteFile
from tests.directory.files import RIGHT

pytestmark = pytest.mark.usefixtures("monday_morning")


def picture(revision: int) -> Snapshot:
    """Return an empty picture with a number."""
    return Snapshot(revision=revision, organisation=Organisation(str(revision)))


def test_what_is_published_is_what_turns_see() -> None:
    """The last one."""
    current.publish(picture(1))
    current.publish(picture(2))

    assert current.current().revision == 2


def test_a_published_picture_is_ready_for_its_first_turn(monday_morning: datetime) -> None:
    """Today and tomorrow are worked out before anybody asks."""
    current.publish(picture(1))

    days = {day for day, _ in current.current()._advisers._days}
    assert monday_morning.date() in days
    assert len(days) == 2


def test_an_import_is_seen_at_the_next_renewal(engine: Engine, write_file: WriteFile) -> None:
    """And only then; without an import nothing is read again."""
    load_example(engine)
    assert current.renew(engine)
    assert not current.renew(engine)
    before = current.current()

    import_file(engine, write_file(RIGHT))
    assert current.current() is before
    assert current.renew(engine)

    assert current.current().organisation.name == "Stichting De Eik"


def test_an_older_revision_counts_as_new(engine: Engine) -> None:
    """Somebody put a backup back."""
    current.publish(picture(99))

    assert current.renew(engine)
    assert current.current().revision == 0


def test_with_the_database_gone_the_last_picture_stays(
    tmp_path: Path, sqlite_engine: Engine
) -> None:
    """The renewal says so in one sentence, the turns notice nothing."""
    load_example(sqlite_engine)
    current.renew(sqlite_engine)
    before = current.current()
    (tmp_path / "one.db").unlink()
    (tmp_path / "one.db").mkdir()

    with pytest.raises(DirectoryUnavailable, match="niet bereikbaar"):
        current.renew(sqlite_engine)

    assert current.current() is before


def test_a_database_of_another_version_is_called_that(engine: Engine) -> None:
    """Not damaged, and not read."""
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DirectoryUnavailable, match="nieuwere versie"):
        current.renew(engine)


def test_where_nothing_is_published_the_environment_says_which_database(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For `rasa run actions`, which has no program of ours around it."""
    load_example(engine)
    monkeypatch.setenv("STEUNWIJZER_DATABASE_URL", engine.url.render_as_string(hide_password=False))

    first = current.current()

    assert first.organisation.example
    assert current.current() is first


def test_without_a_setting_the_usual_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """steunwijzer.db, in the folder that one is in."""
    monkeypatch.chdir(tmp_path)
    engine = open_database("sqlite:///steunwijzer.db")
    with pytest.raises(DirectoryUnavailable, match="oudere versie"):
        current.current()
    from bot.database.migrations import upgrade

    upgrade(engine)
    load_example(engine)

    assert current.current().organisation.name == "De Lindehof"


def test_a_wrong_address_in_the_environment_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an unavailable directory, which turns know how to answer."""
    monkeypatch.setenv("STEUNWIJZER_DATABASE_URL", "geen adres")

    with pytest.raises(DirectoryUnavailable, match="adres van de database"):
        current.current()


def test_many_threads_that_ask_at_once_read_once(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody gets the same picture."""
    load_example(sqlite_engine)
    monkeypatch.setenv("STEUNWIJZER_DATABASE_URL", str(sqlite_engine.url))
    found: list[Snapshot] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        found.append(current.current())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len({id(snapshot) for snapshot in found}) == 1
