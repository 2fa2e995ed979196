"""Taking an organisation file in: everything is replaced in one transaction, or nothing changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from bot.database.engine import Engine
from bot.database.transactions import writing
from bot.directory.assembling import assemble
from bot.directory.checking import check_snapshot
from bot.directory.content import DirectoryContent
from bot.directory.example_file import is_example_file
from bot.directory.findings import Finding
from bot.directory.organisation_file import read_organisation_file
from bot.directory.pack import COUNTRY, load_pack
from bot.directory.reading import adviser_names
from bot.directory.storing import replace_content
from bot.directory.text_file import DEFAULT_MAX_BYTES
from bot.domain import clock


@dataclass(frozen=True)
class ImportReport:
    """What an import did, and what a check finds in what is there now.

    `added` and `removed` are names of advisers that were not there before, or are no longer.
    """

    revision: int
    organisation: str
    sites: int
    advisers: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        lines = [
            f"{self.organisation} is ingelezen: {_counted(self.advisers, 'vertrouwenspersoon')}"
            f" op {_counted(self.sites, 'locatie')}."
        ]
        if self.added:
            lines.append(f"Nieuw: {', '.join(self.added)}.")
        if self.removed:
            lines.append(f"Niet meer te vinden in de chat: {', '.join(self.removed)}.")
        mistakes = [str(finding) for finding in self.findings if finding.severity == "fout"]
        if mistakes:
            lines += ["Let op, dit klopt nog niet:", *mistakes]
        return "\n".join(lines)


def import_file(
    engine: Engine, path: Path, *, example: bool = False, max_bytes: int = DEFAULT_MAX_BYTES
) -> ImportReport:
    """Replace the organisation by what is in a file; `example` marks it as invented.

    The file of the example is marked always.

    Raises OrganisationFileInvalid with every problem, or DatabaseError; then nothing has changed.
    """
    content = read_organisation_file(path, load_pack(COUNTRY), max_bytes=max_bytes).content
    return import_content(engine, content, example=example or is_example_file(path))


def import_content(
    engine: Engine, content: DirectoryContent, *, example: bool = False
) -> ImportReport:
    """Replace the organisation by what was read before; raises DatabaseError."""
    content = replace(content, organisation=replace(content.organisation, example=example))
    with writing(engine) as connection:
        old = adviser_names(connection)
        revision = replace_content(connection, content)
    new = {adviser.id: adviser.name for adviser in content.advisers}
    snapshot = assemble(content, load_pack(COUNTRY), revision)
    return ImportReport(
        revision=revision,
        organisation=content.organisation.name,
        sites=len(content.sites),
        advisers=len(content.advisers),
        added=tuple(name for key, name in new.items() if key not in old),
        removed=tuple(name for key, name in old.items() if key not in new),
        findings=tuple(check_snapshot(snapshot, clock.now())),
    )


def _counted(number: int, noun: str) -> str:
    plural = {"vertrouwenspersoon": "vertrouwenspersonen", "locatie": "locaties"}[noun]
    return f"{number} {noun if number == 1 else plural}"
