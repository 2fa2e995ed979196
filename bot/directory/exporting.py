"""Giving back what went in: the organisation as a file that can be imported again."""

from __future__ import annotations

from bot.database.engine import Engine
from bot.directory.errors import DirectoryEmpty
from bot.directory.organisation_file.writing import write_organisation
from bot.directory.reading import read_content


def export_text(engine: Engine) -> str:
    """Return the text of an organisation file; raises DirectoryEmpty or DatabaseError."""
    content = read_content(engine)
    if content is None:
        raise DirectoryEmpty
    return write_organisation(content)
