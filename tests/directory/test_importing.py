"""Importing: everything or nothing, and what is said of it afterwards."""

from __future__ import annotations

import gc
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database.engine import Engine, open_database
from bot.database.errors import DatabaseUnreachable
from bot.database.transactions import writing
from bot.directory.errors import DirectoryNotEmpty, OrganisationFileInvalid
from bot.directory.example import load_example
from bot.directory.example_file import EXAMPLE_FILE
from bot.directory.importing import import_file
from bot.directory.pack import Pack
from bot.directory.preparing import prepare_database
from bot.directory.reading import read_content, read_revision, read_snapshot
from tests.directory.conftest import WriteFile
from tests.directory.files import RIGHT, spoiled


def test_an_import_replaces_the_whole_organisation(
    engine: Engine, write_file: WriteFile, pack: Pack
) -> None:
    """Nothing of what was there before is left, and the revision goes up."""
    first = import_file(engine, EXAMPLE_FILE)

    second = import_file(engine, write_file(RIGHT))

    assert (first.revision, second.revision) == (1, 2)
    snapshot = read_snapshot(engine, pack)
    assert snapshot.revision == 2
    assert snapshot.organisation.name == "Stichting De Eik"
    assert [site.name for site in snapshot.sites] == ["Noord", "Zuid"]
    assert [adviser.name for adviser in snapshot.advisers] == ["Anna Eik", "Bram Beuk"]
    assert [contact.role for contact in snapshot.contacts] == ["hr"]
    assert snapshot.body("brancheloket") is None
    assert snapshot.body("loket") is not None
    assert snapshot.body("nza") is None
    assert snapshot.body("huisarts") is not None
    assert snapshot.law("avg") is not None


def test_an_import_says_who_came_and_who_went(
    sqlite_engine: Engine, write_file: WriteFile, monday_morning: datetime
) -> None:
    """So that half a file is noticed."""
    import_file(sqlite_engine, write_file(RIGHT))
    text_without = RIGHT.replace("kenmerk: bram", "kenmerk: kees").replace("Bram Beuk", "Kees")
    text_without = text_without.replace("vervanger: bram", "vervanger: geen")

    report = import_file(sqlite_engine, write_file(text_without))

    assert (report.added, report.removed) == (("Kees",), ("Bram Beuk",))
    assert str(report).splitlines() == [
        "Stichting De Eik is ingelezen: 2 vertrouwenspersonen op 2 locaties.",
        "Nieuw: Kees.",
        "Niet meer te vinden in de chat: Bram Beuk.",
    ]


def test_an_import_of_the_same_file_says_nothing_new(
    sqlite_engine: Engine, write_file: WriteFile, monday_morning: datetime
) -> None:
    """Nobody came, nobody went."""
    import_file(sqlite_engine, write_file(RIGHT))

    report = import_file(sqlite_engine, write_file(RIGHT))

    assert str(report) == "Stichting De Eik is ingelezen: 2 vertrouwenspersonen op 2 locaties."


def test_an_import_shows_what_would_harm(
    sqlite_engine: Engine, write_file: WriteFile, monday_morning: datetime
) -> None:
    """A number that cannot exist goes in, and is said at once."""
    report = import_file(sqlite_engine, write_file(spoiled("030-123 45 01", "030-123")))

    assert str(report).splitlines()[-2:] == [
        "Let op, dit klopt nog niet:",
        "fout: vertrouwenspersonen[1].telefoon: Het telefoonnummer 030-123 kan niet bestaan. "
        "Kijk of er een cijfer te veel of te weinig staat.",
    ]


def test_one_of_each_is_said_in_the_singular(sqlite_engine: Engine, write_file: WriteFile) -> None:
    """1 vertrouwenspersoon op 1 locatie."""
    start, end = RIGHT.index("  - kenmerk: bram"), RIGHT.index("klachtenregeling:")
    one = (RIGHT[:start] + RIGHT[end:]).replace("  - kenmerk: zuid\n    naam: Zuid\n", "")

    report = import_file(
        sqlite_engine, write_file(one.replace("vervanger: bram", "vervanger: geen"))
    )

    assert "1 vertrouwenspersoon op 1 locatie." in str(report)


def test_an_import_that_fails_half_way_changes_nothing(
    engine: Engine, write_file: WriteFile
) -> None:
    """The rows that were written before the failure are gone again."""
    load_example(engine)
    before = read_content(engine)
    with writing(engine) as connection:
        connection.execute(text("ALTER TABLE pack_choice RENAME TO elsewhere"))

    with pytest.raises(DatabaseUnreachable):
        import_file(engine, write_file(RIGHT))

    with writing(engine) as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO pack_choice"))
    assert read_content(engine) == before
    assert read_revision(engine) == 1


def test_the_file_of_the_example_is_marked_whoever_imports_it(
    sqlite_engine: Engine, tmp_path: Path, pack: Pack
) -> None:
    """Invented people are never shown as real ones; a real file is never called an example."""
    import_file(sqlite_engine, EXAMPLE_FILE)
    assert read_snapshot(sqlite_engine, pack).organisation.example

    copy = tmp_path / "organisatie.yml"
    copy.write_text(EXAMPLE_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    import_file(sqlite_engine, copy)
    assert not read_snapshot(sqlite_engine, pack).organisation.example

    import_file(sqlite_engine, copy, example=True)
    assert read_snapshot(sqlite_engine, pack).organisation.example


def test_the_example_goes_into_an_empty_database_only(engine: Engine, pack: Pack) -> None:
    """And is marked there."""
    assert load_example(engine) == 1
    assert read_snapshot(engine, pack).organisation.example

    with pytest.raises(DirectoryNotEmpty, match="Er staat al een organisatie"):
        load_example(engine)

    assert read_revision(engine) == 1


def test_the_example_has_what_the_first_try_needs(sqlite_engine: Engine, pack: Pack) -> None:
    """Two sites, five advisers of all sorts, procedures, contacts, a sector body."""
    load_example(sqlite_engine)

    snapshot = read_snapshot(sqlite_engine, pack)

    assert len(snapshot.sites) == 2
    assert len(snapshot.advisers) == 5
    assert {adviser.kind for adviser in snapshot.advisers} == {"intern", "extern"}
    assert any(adviser.subjects == ("integriteit",) for adviser in snapshot.advisers)
    assert any(leave.stand_in for adviser in snapshot.advisers for leave in adviser.leave)
    assert snapshot.complaints_procedure is not None
    assert snapshot.reporting_procedure is not None
    assert len(snapshot.contacts) == 4
    assert all(site.safety for site in snapshot.sites)


def test_every_key_of_the_example_is_explained_in_it() -> None:
    """Each part begins with a remark, and no line is left to guess."""
    lines = EXAMPLE_FILE.read_text(encoding="utf-8").splitlines()
    remarks = [line for line in lines if line.strip().startswith("#")]

    assert len(remarks) > 60
    for part in ("locaties:", "vertrouwenspersonen:", "klachtenregeling:", "contacten:"):
        assert lines[lines.index(part) - 1].startswith("#")


def test_an_empty_database_gives_a_picture_of_the_pack(engine: Engine, pack: Pack) -> None:
    """The chat can still name bodies outside."""
    snapshot = read_snapshot(engine, pack)

    assert (snapshot.revision, snapshot.advisers) == (0, ())
    assert snapshot.organisation.name == "je organisatie"
    assert snapshot.body("112") is not None


def test_a_database_is_prepared_with_the_example_or_a_file(
    database_url: str, write_file: WriteFile, pack: Pack
) -> None:
    """Tables and an organisation where there are none; what is there is left alone."""
    engine = open_database(database_url)

    prepare_database(engine, None)
    assert read_content(engine) is None
    prepare_database(engine, write_file(RIGHT))
    assert read_snapshot(engine, pack).organisation.name == "Stichting De Eik"
    prepare_database(engine, EXAMPLE_FILE)
    assert read_snapshot(engine, pack).organisation.name == "Stichting De Eik"


def test_a_database_is_prepared_with_the_example_as_such(sqlite_engine: Engine, pack: Pack) -> None:
    """Marked, because it is the file that comes with the program."""
    prepare_database(sqlite_engine, EXAMPLE_FILE)

    assert read_snapshot(sqlite_engine, pack).organisation.example


def test_a_file_that_is_too_big_for_the_setting_is_refused(
    sqlite_engine: Engine, write_file: WriteFile
) -> None:
    """Whoever runs the program may choose."""
    with pytest.raises(OrganisationFileInvalid, match="groter dan 0 MB"):
        import_file(sqlite_engine, write_file(RIGHT), max_bytes=100)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_as_it_was_after_an_import(
    was_on: bool, sqlite_engine: Engine, write_file: WriteFile
) -> None:
    """It waits while a file is read, also when that fails, and whoever had it off keeps it off."""
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(OrganisationFileInvalid):
            import_file(sqlite_engine, write_file("leeg:"))

        assert gc.isenabled() is was_on
    finally:
        gc.enable()
