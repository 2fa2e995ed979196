"""`steunwijzer check`: what is wrong with a file or a picture before an employee finds out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.directory.assembling import assemble
from bot.directory.checks import Checked
from bot.directory.checks.contact_details import check_contact_details
from bot.directory.checks.freshness import check_freshness
from bot.directory.checks.people import check_people
from bot.directory.checks.procedures import check_procedures
from bot.directory.errors import OrganisationFileInvalid
from bot.directory.example_file import is_example_file
from bot.directory.findings import Finding
from bot.directory.organisation_file import read_organisation_file
from bot.directory.pack import COUNTRY, load_pack
from bot.directory.snapshot import Snapshot
from bot.directory.text_file import DEFAULT_MAX_BYTES
from bot.domain import clock

__all__ = ["Finding", "check_file", "check_snapshot"]


def check_file(
    path: Path,
    now: datetime | None = None,
    *,
    example: bool | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> list[Finding]:
    """Return everything that is wrong with a file, in the order of its lines; nothing is stored.

    A file that cannot be read gives the mistakes that an import would refuse it for.
    `example` says whether it is invented; without it only the file of the example is.
    """
    pack = load_pack(COUNTRY)
    try:
        file = read_organisation_file(path, pack, max_bytes=max_bytes)
    except OrganisationFileInvalid as error:
        return [
            Finding("fout", item.line, item.field, item.message, item.remedy)
            for item in error.problems
        ]
    organisation = replace(
        file.content.organisation, example=is_example_file(path) if example is None else example
    )
    content = replace(file.content, organisation=organisation)
    found = check_snapshot(assemble(content, pack, revision=0), now or clock.now())
    placed = [replace(item, line=file.line_of(item.field)) for item in found]
    return sorted(placed, key=lambda item: (item.severity != "fout", item.line or 0))


def check_snapshot(snapshot: Snapshot, now: datetime) -> list[Finding]:
    """Return everything that is wrong with a picture at a moment (aware), mistakes first."""
    found = list(_every_check(Checked(snapshot, now, load_pack(COUNTRY))))
    return sorted(found, key=lambda item: item.severity != "fout")


def _every_check(checked: Checked) -> Iterator[Finding]:
    yield from check_contact_details(checked)
    yield from check_people(checked)
    yield from check_procedures(checked)
    yield from check_freshness(checked)
