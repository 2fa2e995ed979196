"""Reading the organisation itself, its sites, departments and contacts."""

from __future__ import annotations

from typing import cast

from bot.directory import shared_fields
from bot.directory.fields import Section
from bot.directory.formats import parse_mail
from bot.directory.organisation import (
    CONTACT_ROLES,
    SIZE_BANDS,
    Department,
    Organisation,
    OwnContact,
    SafetyContact,
    SafetyRole,
    Site,
)
from bot.directory.words import CONDUCT_LABEL, SAFETY_LABELS


def read_organisation(section: Section | None) -> Organisation:
    """Return the organisation itself."""
    if section is None:
        return Organisation(name="")
    organisation = Organisation(
        name=section.text("naam", required=True) or "",
        size_band=section.choice("omvang", SIZE_BANDS),
        behind=section.long_text("beheer"),
        code_of_conduct=shared_fields.link(section, "gedragscode", CONDUCT_LABEL),
        freshness=shared_fields.freshness(section),
    )
    section.finish()
    return organisation


def read_site(section: Section) -> Site:
    """Return one site with its emergency numbers."""
    name = section.text("naam", required=True) or ""
    safety = [_safety_contact(item) for item in section.sections("noodnummers")]
    site = Site(
        id=shared_fields.identifier(section, name),
        name=name,
        safety=tuple(contact for contact in safety if contact is not None),
        freshness=shared_fields.freshness(section),
    )
    section.finish()
    return site


def _safety_contact(section: Section) -> SafetyContact | None:
    role = cast("SafetyRole | None", section.choice("soort", SAFETY_LABELS, required=True))
    label = SAFETY_LABELS[role] if role else ""
    phones = shared_fields.phones(section, label, required=True)
    hours = shared_fields.hours(section)
    section.finish()
    if len(phones) > 1:
        section.add(
            "telefoon",
            "Hier kan maar één nummer staan.",
            "Maak van het tweede nummer een eigen streepje onder `noodnummers`.",
        )
    return SafetyContact(role, phones[0], hours) if role and phones else None


def read_department(section: Section) -> Department:
    """Return one department."""
    name = section.text("naam", required=True) or ""
    department = Department(
        id=shared_fields.identifier(section, name),
        name=name,
        site=shared_fields.reference(section, "locatie"),
    )
    section.finish()
    return department


def read_contacts(section: Section | None) -> tuple[OwnContact, ...]:
    """Return the contacts of the organisation, in the order of the file."""
    if section is None:
        return ()
    parts = [(role, section.section(role)) for role in section.names() if role in CONTACT_ROLES]
    section.knows(CONTACT_ROLES)
    section.finish()
    return tuple(_contact(role, part) for role, part in parts if part is not None)


def _contact(role: str, section: Section) -> OwnContact:
    name = section.text("naam", required=True) or ""
    contact = OwnContact(
        role=role,
        name=name,
        phones=shared_fields.phones(section, name),
        mail=section.parsed("mail", parse_mail),
        link=shared_fields.link(section, "link", name),
        hours=shared_fields.hours(section),
        freshness=shared_fields.freshness(section),
    )
    if not (contact.phones or contact.mail or contact.link):
        section.add(
            "telefoon",
            "Dit contact is niet te bereiken.",
            "Vul een telefoonnummer, een mailadres of een link in.",
            section.place,
        )
    section.finish()
    return contact
