"""An export gives back what went in, for any organisation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.database.engine import Engine
from bot.directory.content import DirectoryContent
from bot.directory.errors import DirectoryEmpty
from bot.directory.example_file import EXAMPLE_FILE
from bot.directory.exporting import export_text
from bot.directory.importing import import_content, import_file
from bot.directory.organisation_file import parse_organisation
from bot.directory.organisation_file.writing import write_organisation
from bot.directory.pack import Pack
from bot.directory.reading import read_content
from tests.directory.contents import contents

_SLOW_BUT_FAIR = [
    HealthCheck.too_slow,
    HealthCheck.function_scoped_fixture,
    HealthCheck.data_too_large,
]


@settings(max_examples=60, deadline=None, suppress_health_check=_SLOW_BUT_FAIR)
@given(content=contents())
def test_any_organisation_that_is_written_reads_as_it_was(
    content: DirectoryContent, pack: Pack
) -> None:
    """Every name in any script, every word that YAML could take for something else."""
    written = write_organisation(content)

    assert parse_organisation(written, pack).content == content


@settings(max_examples=15, deadline=None, suppress_health_check=_SLOW_BUT_FAIR)
@given(content=contents())
def test_any_organisation_comes_out_of_the_database_as_it_went_in(
    content: DirectoryContent, engine: Engine
) -> None:
    """Import, export, import, export: the same content and the same text, on both databases."""
    import_content(engine, content)

    assert read_content(engine) == content
    assert export_text(engine) == write_organisation(content)


def test_an_export_of_the_example_can_be_imported_again(engine: Engine, tmp_path: Path) -> None:
    """And then gives the same text."""
    import_file(engine, EXAMPLE_FILE)
    first = export_text(engine)
    copy = tmp_path / "organisatie.yml"
    copy.write_text(first, encoding="utf-8")

    import_file(engine, copy, example=True)

    assert export_text(engine) == first


def test_an_export_of_nothing_says_so(sqlite_engine: Engine) -> None:
    """There is no file without an organisation."""
    with pytest.raises(DirectoryEmpty, match="nog geen organisatie"):
        export_text(sqlite_engine)


def test_an_export_is_written_as_people_write_it(sqlite_engine: Engine) -> None:
    """No quotation marks where none are needed, working days together, short lists on one line."""
    import_file(sqlite_engine, EXAMPLE_FILE)

    lines = export_text(sqlite_engine).splitlines()

    assert "    naam: Anna van Elzen" in lines
    assert "      maandag: 9:00-12:30, 13:30-17:00" in lines
    assert "      werkdagen: 8:30-21:00" in lines
    assert "    talen: [Nederlands, Engels]" in lines
    assert not any('"' in line for line in lines)
