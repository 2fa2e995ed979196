"""`organisatie.yml`: what HR fills in, read with every problem it has, and written as it was.

The keys are Dutch, because HR reads and writes them. `docs/organisatie.md` explains each one.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.directory.content import DirectoryContent
from bot.directory.document import Fields, place_at
from bot.directory.errors import OrganisationFileInvalid
from bot.directory.fields import Collector, Section
from bot.directory.organisation_file.advisers import read_adviser
from bot.directory.organisation_file.bodies import read_choices, read_own_body
from bot.directory.organisation_file.procedures import read_procedure
from bot.directory.organisation_file.references import check_references
from bot.directory.organisation_file.sites import (
    read_contacts,
    read_department,
    read_organisation,
    read_site,
)
from bot.directory.pack import Pack
from bot.directory.text_file import DEFAULT_MAX_BYTES, read_text
from bot.directory.words import COMMITTEE, FORMAT_VERSION, REPORTING_POINT
from bot.directory.yaml_reading import read_document

__all__ = ["OrganisationFile", "parse_organisation", "read_organisation_file"]


_LAST_PART: Final = re.compile(r"(^|\.)[^.\[\]]+$|\[\d+\]$")


@dataclass(frozen=True)
class OrganisationFile:
    """A file that was read: what it says, and where each field stands."""

    content: DirectoryContent
    document: Fields

    def line_of(self, path: str) -> int | None:
        """Return the line of a field, or of the nearest part around it that is in the file."""
        while path:
            place = place_at(self.document, path)
            if place is not None:
                return place.line
            path = _LAST_PART.sub("", path)
        return None


def read_organisation_file(
    path: Path, pack: Pack, *, max_bytes: int = DEFAULT_MAX_BYTES
) -> OrganisationFile:
    """Read a file; raises OrganisationFileInvalid with everything that is wrong with it."""
    with _without_collector():
        return parse_organisation(read_text(path, max_bytes), pack)


def parse_organisation(text: str, pack: Pack) -> OrganisationFile:
    """Read the text of an organisation file; raises OrganisationFileInvalid."""
    document = read_document(text)
    collector = Collector(document)
    root = Section(document, "", collector)
    _check_version(root)
    bodies, law = root.section("instanties"), root.section("wet")
    content = DirectoryContent(
        organisation=read_organisation(root.section("organisatie", required=True)),
        sites=tuple(read_site(part) for part in root.sections("locaties", required=True)),
        departments=tuple(read_department(part) for part in root.sections("afdelingen")),
        advisers=tuple(
            read_adviser(part) for part in root.sections("vertrouwenspersonen", required=True)
        ),
        complaints_procedure=read_procedure(
            root.section("klachtenregeling", required=True), COMMITTEE
        ),
        reporting_procedure=read_procedure(
            root.section("meldregeling", required=True), REPORTING_POINT
        ),
        contacts=read_contacts(root.section("contacten", required=True)),
        own_bodies=tuple(
            read_own_body(part) for part in (bodies.sections("eigen") if bodies else ())
        ),
        choices=read_choices(bodies, law, pack),
    )
    for part in (root, bodies, law):
        if part is not None:
            part.finish()
    check_references(content, pack, collector)
    if collector.problems:
        in_order = sorted(collector.problems, key=lambda item: (item.line or 0, item.column or 0))
        raise OrganisationFileInvalid(in_order)
    return OrganisationFile(content, document)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let the garbage collector wait: a big file makes many objects that all stay until the end.

    It would walk through all of them again and again, for a quarter of the time of an import.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_version(root: Section) -> None:
    version = root.number("versie", 1, 999)
    if version is not None and version > FORMAT_VERSION:
        root.add(
            "versie",
            "Dit bestand is voor een nieuwere versie van Steunwijzer.",
            f"Werk Steunwijzer bij, of gebruik `versie: {FORMAT_VERSION}`.",
        )
