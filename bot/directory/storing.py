"""Putting an organisation into the tables: everything is replaced, and the revision goes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select, update

from bot.directory import tables
from bot.directory.bodies import Body
from bot.directory.columns import (
    hours_column,
    link_column,
    links_column,
    phone_column,
    phones_column,
)
from bot.directory.content import DirectoryContent, PackChoices
from bot.directory.organisation import Adviser, Freshness, Organisation, Procedure

Row = dict[str, Any]


def is_empty(connection: Any) -> bool:
    """Return whether there is no organisation yet."""
    return int(connection.scalar(select(func.count()).select_from(tables.organisation))) == 0


def replace_content(connection: Any, content: DirectoryContent) -> int:
    """Replace the whole organisation within a transaction; return the revision."""
    state = tables.directory_state
    # First of all, so that a second import waits here for the end of the first.
    connection.execute(update(state).values(revision=state.c.revision + 1))
    for table in reversed(tables.REPLACED):
        connection.execute(table.delete())
    rows = _rows(content)
    for table in tables.REPLACED:
        if rows.get(table.name):
            connection.execute(table.insert(), rows[table.name])
    return int(connection.scalar(select(state.c.revision)))


def _rows(content: DirectoryContent) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for table, row in (
        _organisation_row(content.organisation),
        *_site_rows(content),
        *_adviser_rows(content.advisers),
        *_procedure_rows("complaints", content.complaints_procedure),
        *_procedure_rows("reporting", content.reporting_procedure),
        *_contact_rows(content),
        *(_body_row(position, body) for position, body in enumerate(content.own_bodies)),
        *_choice_rows(content.choices),
    ):
        rows.setdefault(table.name, []).append(row)
    return rows


def _freshness(freshness: Freshness) -> Row:
    return {
        "owner": freshness.owner,
        "checked": freshness.checked,
        "valid_months": freshness.months,
    }


def _organisation_row(organisation: Organisation) -> tuple[Any, Row]:
    return tables.organisation, {
        "id": 1,
        "name": organisation.name,
        "example": organisation.example,
        "size_band": organisation.size_band,
        "behind": organisation.behind,
        "code_of_conduct": link_column(organisation.code_of_conduct),
        **_freshness(organisation.freshness),
    }


def _site_rows(content: DirectoryContent) -> Iterator[tuple[Any, Row]]:
    for position, site in enumerate(content.sites):
        yield (
            tables.site,
            {
                "id": site.id,
                "position": position,
                "name": site.name,
                **_freshness(site.freshness),
            },
        )
        for number, contact in enumerate(site.safety):
            yield (
                tables.safety_contact,
                {
                    "site_id": site.id,
                    "position": number,
                    "role": contact.role,
                    "phone": phone_column(contact.phone),
                    "hours": hours_column(contact.hours),
                },
            )
    for position, department in enumerate(content.departments):
        yield (
            tables.department,
            {
                "id": department.id,
                "position": position,
                "name": department.name,
                "site_id": department.site,
            },
        )


def _adviser_rows(advisers: tuple[Adviser, ...]) -> Iterator[tuple[Any, Row]]:
    for position, adviser in enumerate(advisers):
        yield (
            tables.adviser,
            {
                "id": adviser.id,
                "position": position,
                "name": adviser.name,
                "kind": adviser.kind,
                "subjects": list(adviser.subjects),
                "languages": list(adviser.languages),
                "gender": adviser.gender,
                "phones": phones_column(adviser.phones),
                "mail": adviser.mail,
                "appointment": link_column(adviser.appointment),
                "hours": hours_column(adviser.hours),
                "other_roles": list(adviser.other_roles),
                "photo": adviser.photo,
                **_freshness(adviser.freshness),
            },
        )
        yield from _adviser_references(adviser)


def _adviser_references(adviser: Adviser) -> Iterator[tuple[Any, Row]]:
    for table, column, values in (
        (tables.adviser_site, "site_id", adviser.sites),
        (tables.adviser_close_to, "other_id", adviser.close_to),
        (tables.adviser_close_to_leadership, "department_id", adviser.close_to_leadership),
    ):
        for position, value in enumerate(values):
            yield table, {"adviser_id": adviser.id, "position": position, column: value}
    for position, leave in enumerate(adviser.leave):
        yield (
            tables.adviser_leave,
            {
                "adviser_id": adviser.id,
                "position": position,
                "first_day": leave.start,
                "last_day": leave.end,
                "stand_in_id": leave.stand_in,
            },
        )


def _procedure_rows(kind: str, procedure: Procedure | None) -> Iterator[tuple[Any, Row]]:
    if procedure is None:
        return
    yield (
        tables.procedure,
        {
            "kind": kind,
            "title": procedure.title,
            "committee": procedure.committee,
            "committee_phones": phones_column(procedure.committee_phones),
            "committee_mail": procedure.committee_mail,
            "documents": links_column(procedure.documents),
            **_freshness(procedure.freshness),
        },
    )
    steps = [(True, step) for step in procedure.informal_steps]
    steps += [(False, step) for step in procedure.steps]
    for position, (informal, step) in enumerate(steps):
        yield (
            tables.procedure_step,
            {
                "procedure_kind": kind,
                "position": position,
                "informal": informal,
                "title": step.title,
                "text": step.text,
                "term": step.term,
            },
        )


def _contact_rows(content: DirectoryContent) -> Iterator[tuple[Any, Row]]:
    for position, contact in enumerate(content.contacts):
        yield (
            tables.own_contact,
            {
                "role": contact.role,
                "position": position,
                "name": contact.name,
                "phones": phones_column(contact.phones),
                "mail": contact.mail,
                "link": link_column(contact.link),
                "hours": hours_column(contact.hours),
                **_freshness(contact.freshness),
            },
        )


def _body_row(position: int, body: Body) -> tuple[Any, Row]:
    return tables.own_body, {
        "id": body.id,
        "position": position,
        "name": body.name,
        "purpose": body.purpose,
        "audience": body.audience,
        "topics": list(body.topics),
        "roles": list(body.roles),
        "emergency": body.emergency,
        "phones": phones_column(body.phones),
        "links": links_column(body.links),
        "hours": hours_column(body.hours),
        "cost": body.cost,
        "anonymous": body.anonymous,
        "rank": body.rank,
        **_freshness(body.freshness),
    }


def _choice_rows(choices: PackChoices) -> Iterator[tuple[Any, Row]]:
    kinds: tuple[tuple[str, Iterable[tuple[str, date | None]]], ...] = (
        ("on", ((item, None) for item in choices.on)),
        ("off", ((item, None) for item in choices.off)),
        ("body_checked", choices.bodies_checked),
        ("law_checked", choices.laws_checked),
    )
    for kind, items in kinds:
        for position, (item, checked) in enumerate(items):
            yield (
                tables.pack_choice,
                {"kind": kind, "item_id": item, "position": position, "checked": checked},
            )
