"""Makes a database ready for use: its tables, and an organisation where there is none yet."""

from __future__ import annotations

from pathlib import Path

from bot.database.engine import Engine
from bot.database.migrations import upgrade
from bot.database.transactions import reading
from bot.directory.example import EXAMPLE_FILE, load_example
from bot.directory.importing import import_file
from bot.directory.storing import is_empty


def prepare_database(engine: Engine, organisation: Path | None) -> None:
    """Bring the tables up to date and, in an empty database, load an organisation file.

    The file that ships with the program is marked as an example. Raises DatabaseError and
    OrganisationFileInvalid.
    """
    upgrade(engine)
    with reading(engine) as connection:
        empty = is_empty(connection)
    if organisation is None or not empty:
        return
    if organisation.resolve() == EXAMPLE_FILE.resolve():
        load_example(engine)
    else:
        import_file(engine, organisation)
