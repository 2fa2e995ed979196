"""What an organisation fills in: the contents of `organisatie.yml`, and of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.directory.bodies import Body
from bot.directory.organisation import (
    Adviser,
    Department,
    Organisation,
    OwnContact,
    Procedure,
    Site,
)


@dataclass(frozen=True)
class PackChoices:
    """What the organisation says about the country's pack.

    `off` are ids of bodies not to show, `on` of bodies of its sector; the others say on which
    day the organisation itself looked whether a body or a rule of law is right.
    """

    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    bodies_checked: tuple[tuple[str, date], ...] = ()
    laws_checked: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class DirectoryContent:
    """Everything about one organisation that is not in the country's pack."""

    organisation: Organisation
    sites: tuple[Site, ...] = ()
    departments: tuple[Department, ...] = ()
    advisers: tuple[Adviser, ...] = ()
    complaints_procedure: Procedure | None = None
    reporting_procedure: Procedure | None = None
    contacts: tuple[OwnContact, ...] = ()
    own_bodies: tuple[Body, ...] = ()
    choices: PackChoices = PackChoices()
