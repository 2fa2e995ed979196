"""Reading a body outside: the same fields for the country's pack and for an organisation's own."""

from __future__ import annotations

from bot.directory import shared_fields
from bot.directory.bodies import ROLES, TOPICS, Body
from bot.directory.fields import Section
from bot.directory.words import NONE, WEBSITE_LABEL


def read_body(section: Section, *, own: bool) -> Body:
    """Return a body; the caller takes what is its own business and finishes the section."""
    name = section.text("naam", required=True) or ""
    return Body(
        id=shared_fields.identifier(section, name),
        name=name,
        purpose=section.long_text("waarvoor", required=True) or "",
        audience=section.text("voor_wie") or "",
        topics=section.choices("onderwerpen", TOPICS, required=True, none_word=NONE),
        roles=section.choices("rollen", ROLES, none_word=NONE),
        emergency=section.yes("spoed"),
        phones=shared_fields.phones(section, name),
        links=shared_fields.links(section, "website", WEBSITE_LABEL),
        hours=shared_fields.hours(section),
        cost=section.text("kosten"),
        anonymous=section.text("anoniem"),
        own=own,
        rank=section.number("rang", 0, 99) or 0,
    )
