"""Reading the confidential advisers."""

from __future__ import annotations

from typing import cast

from bot.directory import shared_fields
from bot.directory.fields import Section
from bot.directory.formats import parse_mail, parse_photo
from bot.directory.organisation import Adviser, Kind, Leave, Subject
from bot.directory.words import (
    ALL,
    APPOINTMENT_LABEL,
    GENDERS,
    KINDS,
    NONE,
    OTHER_ROLES,
    SUBJECTS,
)


def read_adviser(section: Section) -> Adviser:
    """Return one adviser."""
    name = section.text("naam", required=True) or ""
    leave = [_leave(item) for item in section.sections("verlof")]
    adviser = Adviser(
        id=shared_fields.identifier(section, name),
        name=name,
        kind=cast(Kind, section.choice("soort", KINDS, required=True) or KINDS[0]),
        subjects=cast(
            "tuple[Subject, ...]", section.choices("onderwerpen", SUBJECTS, required=True)
        ),
        sites=shared_fields.references(section, "locaties", all_word=ALL),
        languages=shared_fields.languages(section),
        gender=section.choice("gender", GENDERS),
        phones=shared_fields.phones(section, name),
        mail=section.parsed("mail", parse_mail),
        appointment=shared_fields.link(section, "afspraak", APPOINTMENT_LABEL),
        hours=shared_fields.hours(section),
        leave=tuple(item for item in leave if item is not None),
        other_roles=section.choices("andere_rollen", OTHER_ROLES, none_word=NONE),
        close_to=shared_fields.references(section, "dichtbij"),
        close_to_leadership=shared_fields.references(section, "dichtbij_leiding"),
        photo=section.parsed("foto", parse_photo),
        freshness=shared_fields.freshness(section),
    )
    if not (adviser.phones or adviser.mail or adviser.appointment):
        section.add(
            "telefoon",
            "Deze vertrouwenspersoon is niet te bereiken.",
            "Vul een telefoonnummer, een mailadres of een afspraaklink in.",
            section.place,
        )
    section.finish()
    return adviser


def _leave(section: Section) -> Leave | None:
    start, end = section.day("van", required=True), section.day("tot_en_met", required=True)
    stand_in = shared_fields.reference(section, "vervanger")
    if not section.has("vervanger"):
        section.add(
            "vervanger",
            "Bij dit verlof staat niet wie de vervanger is.",
            "Vul het kenmerk van een andere vertrouwenspersoon in, of schrijf `vervanger: geen`.",
        )
    section.finish()
    if start is None or end is None:
        return None
    if end < start:
        section.add(
            "tot_en_met",
            "Dit verlof eindigt voordat het begint.",
            "Kijk of de datums niet omgewisseld zijn.",
        )
        return None
    return Leave(start, end, stand_in)
