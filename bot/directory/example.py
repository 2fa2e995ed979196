"""The invented organisation that is there until the real one is filled in (DESIGN 16)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.database.engine import Engine
from bot.database.transactions import writing
from bot.directory.errors import DirectoryNotEmpty
from bot.directory.example_file import EXAMPLE_FILE
from bot.directory.organisation_file import read_organisation_file
from bot.directory.pack import COUNTRY, load_pack
from bot.directory.storing import is_empty, replace_content

__all__ = ["EXAMPLE_FILE", "load_example"]


def load_example(engine: Engine, path: Path = EXAMPLE_FILE) -> int:
    """Import the example, marked as such, into a database without an organisation; its revision.

    Raises DirectoryNotEmpty when there is an organisation, OrganisationFileInvalid, DatabaseError.
    """
    content = read_organisation_file(path, load_pack(COUNTRY)).content
    content = replace(content, organisation=replace(content.organisation, example=True))
    with writing(engine) as connection:
        if not is_empty(connection):
            raise DirectoryNotEmpty
        return replace_content(connection, content)
