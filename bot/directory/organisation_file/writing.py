"""Writing `organisatie.yml`: what was read comes out the same, in one usual order and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Union

from bot.directory.bodies import Body
from bot.directory.content import DirectoryContent
from bot.directory.formats import default_label
from bot.directory.hours import WEEKDAYS, HourSpan, OpeningHours
from bot.directory.languages import language_name
from bot.directory.organisation import Adviser, Freshness, OwnContact, Procedure, Site
from bot.directory.words import (
    ALL,
    ALWAYS,
    APPOINTMENT_LABEL,
    COMMITTEE,
    CONDUCT_LABEL,
    FORMAT_VERSION,
    NONE,
    REPORTING_POINT,
    SAFETY_LABELS,
    WEBSITE_LABEL,
)
from bot.domain.replies import Link, Phone, Step

Value = Union[str, date, int, bool, None, "dict[str, Value]", "list[Value]"]

_HEADER: Final = (
    "# Organisatiebestand van Steunwijzer. Elk woord is uitgelegd in docs/organisatie.md.\n"
)
# What is written without quotation marks: words that cannot be taken for anything else in YAML.
_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ÿ0-9"
_WORD: Final = re.compile(f"[{_LETTER}](?:[{_LETTER} _-]*[{_LETTER}])?")
_PLAIN: Final = re.compile(f"[{_LETTER}](?:[{_LETTER} _,.()/@+;'-]|:(?=[0-9]))*")
_PLAIN_LINK: Final = re.compile(r"https://[A-Za-z0-9._~/?=&%+-]+")
_NOTHING: Final = frozenset({"null", "~"})


def write_organisation(content: DirectoryContent) -> str:
    """Return the text of a file that reads as `content`."""
    parts: dict[str, Value] = {
        "versie": FORMAT_VERSION,
        "organisatie": _organisation(content),
        "locaties": [_site(site) for site in content.sites] or NONE,
        "afdelingen": [
            _filled({"kenmerk": item.id, "naam": item.name, "locatie": item.site})
            for item in content.departments
        ],
        "vertrouwenspersonen": [_adviser(adviser) for adviser in content.advisers] or NONE,
        "klachtenregeling": _procedure(content.complaints_procedure, COMMITTEE),
        "meldregeling": _procedure(content.reporting_procedure, REPORTING_POINT),
        "contacten": {contact.role: _contact(contact) for contact in content.contacts} or NONE,
        "instanties": _filled(
            {
                "aan": list(content.choices.on),
                "uit": list(content.choices.off),
                "gecontroleerd": dict(content.choices.bodies_checked),
                "eigen": [_body(body) for body in content.own_bodies],
            }
        ),
        "wet": _filled({"gecontroleerd": dict(content.choices.laws_checked)}),
    }
    return _HEADER + "".join(f"\n{_lines_of(key, value)}" for key, value in _present(parts))


def _organisation(content: DirectoryContent) -> Value:
    organisation = content.organisation
    return _filled(
        {
            "naam": organisation.name,
            "omvang": organisation.size_band,
            "beheer": organisation.behind,
            "gedragscode": _link(organisation.code_of_conduct, CONDUCT_LABEL),
            "controle": _freshness(organisation.freshness),
        }
    )


def _site(site: Site) -> Value:
    return _filled(
        {
            "kenmerk": site.id,
            "naam": site.name,
            "noodnummers": [
                _filled(
                    {
                        "soort": contact.role,
                        "telefoon": _phones([contact.phone], SAFETY_LABELS[contact.role]),
                        "bereikbaar": _hours(contact.hours),
                    }
                )
                for contact in site.safety
            ],
            "controle": _freshness(site.freshness),
        }
    )


def _adviser(adviser: Adviser) -> Value:
    return _filled(
        {
            "kenmerk": adviser.id,
            "naam": adviser.name,
            "soort": adviser.kind,
            "onderwerpen": list(adviser.subjects),
            "locaties": list(adviser.sites) or ALL,
            "talen": [language_name(code) for code in adviser.languages],
            "gender": adviser.gender,
            "telefoon": _phones(adviser.phones, adviser.name),
            "mail": adviser.mail,
            "afspraak": _link(adviser.appointment, APPOINTMENT_LABEL),
            "foto": adviser.photo,
            "bereikbaar": _hours(adviser.hours),
            "verlof": [
                {
                    "van": leave.start,
                    "tot_en_met": leave.end,
                    "vervanger": leave.stand_in or NONE,
                }
                for leave in adviser.leave
            ],
            "andere_rollen": list(adviser.other_roles),
            "dichtbij": list(adviser.close_to),
            "dichtbij_leiding": list(adviser.close_to_leadership),
            "controle": _freshness(adviser.freshness),
        }
    )


def _procedure(procedure: Procedure | None, committee_key: str) -> Value:
    if procedure is None:
        return NONE
    return _filled(
        {
            "naam": procedure.title,
            "informeel": [_step(step) for step in procedure.informal_steps],
            "stappen": [_step(step) for step in procedure.steps] or NONE,
            committee_key: _filled(
                {
                    "naam": procedure.committee,
                    "telefoon": _phones(procedure.committee_phones, procedure.committee or ""),
                    "mail": procedure.committee_mail,
                }
            ),
            "documenten": [
                {"naam": document.label, "link": document.href} for document in procedure.documents
            ],
            "controle": _freshness(procedure.freshness),
        }
    )


def _step(step: Step) -> Value:
    return _filled({"stap": step.title, "uitleg": step.text, "termijn": step.term})


def _contact(contact: OwnContact) -> Value:
    return _filled(
        {
            "naam": contact.name,
            "telefoon": _phones(contact.phones, contact.name),
            "mail": contact.mail,
            "link": _link(contact.link, contact.name),
            "bereikbaar": _hours(contact.hours),
            "controle": _freshness(contact.freshness),
        }
    )


def _body(body: Body) -> Value:
    return _filled(
        {
            "kenmerk": body.id,
            "naam": body.name,
            "waarvoor": body.purpose,
            "voor_wie": body.audience,
            "onderwerpen": list(body.topics) or NONE,
            "rang": body.rank or None,
            "rollen": list(body.roles),
            "spoed": body.emergency or None,
            "telefoon": _phones(body.phones, body.name),
            "website": _one_or_more([_link(link, WEBSITE_LABEL) for link in body.links]),
            "bereikbaar": _hours(body.hours),
            "kosten": body.cost,
            "anoniem": body.anonymous,
            "controle": _freshness(body.freshness),
        }
    )


def _phones(phones: Iterable[Phone], owner: str) -> Value:
    return _one_or_more(
        [
            phone.number
            if phone.label == default_label(owner, phone.number)
            else {"nummer": phone.number, "naam": phone.label}
            for phone in phones
        ]
    )


def _link(link: Link | None, label: str) -> Value:
    if link is None:
        return None
    if link.label == label:
        return link.href
    return {"naam": link.label, "link": link.href}


def _one_or_more(values: list[Value]) -> Value:
    return values[0] if len(values) == 1 else values


def _freshness(freshness: Freshness) -> Value:
    return _filled(
        {"door": freshness.owner, "op": freshness.checked, "geldig_maanden": freshness.months}
    )


def _hours(hours: OpeningHours) -> Value:
    if hours.always:
        return _filled({ALWAYS: True, "uitleg": hours.text}) if hours.text else ALWAYS
    spans = [
        ", ".join(_span(span) for span in hours.spans if span.weekday == number)
        for number in range(len(WEEKDAYS))
    ]
    days: dict[str, Value] = dict(zip(WEEKDAYS, spans, strict=True))
    if spans[0] and len(set(spans[:5])) == 1:
        days = {"werkdagen": spans[0], WEEKDAYS[5]: spans[5], WEEKDAYS[6]: spans[6]}
    if not hours.closed_on_holidays:
        days["feestdagen"] = True
    return _filled({**days, "uitleg": hours.text})


def _span(span: HourSpan) -> str:
    return f"{_minute(span.start_minute)}-{_minute(span.end_minute)}"


def _minute(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _filled(fields: dict[str, Value]) -> dict[str, Value]:
    """Leave out what is not there."""
    return dict(_present(fields))


def _present(fields: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    return ((key, value) for key, value in fields.items() if value not in (None, "", [], {}))


def _lines_of(key: str, value: Value, indent: str = "") -> str:
    name = f"{indent}{_quoted(key)}:"
    if isinstance(value, dict):
        return f"{name}\n" + "".join(
            _lines_of(inner, item, f"{indent}  ") for inner, item in value.items()
        )
    if isinstance(value, list):
        if all(isinstance(item, str) and _is_word(item) for item in value):
            return f"{name} [{', '.join(str(item) for item in value)}]\n"
        return f"{name}\n" + "".join(_list_item(item, f"{indent}  ") for item in value)
    return f"{name} {_scalar(value)}\n"


def _list_item(item: Value, indent: str) -> str:
    if not isinstance(item, dict):
        return f"{indent}- {_scalar(item)}\n"
    lines = "".join(_lines_of(key, value, f"{indent}  ") for key, value in item.items())
    return f"{indent}- {lines.removeprefix(indent + '  ')}"


def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    return _quoted(str(value))


def _quoted(text: str) -> str:
    plain = _PLAIN.fullmatch(text) or _PLAIN_LINK.fullmatch(text)
    if plain and text not in _NOTHING and text == " ".join(text.split()):
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _is_word(text: str) -> bool:
    return bool(_WORD.fullmatch(text)) and text not in _NOTHING and "  " not in text


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    # Line ends of other scripts and the byte order mark would not come back as they went.
    return character if character.isprintable() else f"\\U{ord(character):08x}"
