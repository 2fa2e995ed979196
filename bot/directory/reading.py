"""Reading the directory out of the database, in one moment."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import select

from bot.database.engine import Engine
from bot.database.transactions import reading
from bot.directory import tables
from bot.directory.assembling import assemble
from bot.directory.bodies import Body
from bot.directory.columns import hours_of, link_of, links_of, phone_of, phones_of
from bot.directory.content import DirectoryContent, PackChoices
from bot.directory.organisation import (
    Adviser,
    Department,
    Freshness,
    Leave,
    Organisation,
    OwnContact,
    Procedure,
    SafetyContact,
    Site,
)
from bot.directory.pack_contents import Pack
from bot.directory.snapshot import Snapshot
from bot.domain.replies import Step


def read_revision(engine: Engine) -> int:
    """Return the number of the last import; raises DatabaseError."""
    with reading(engine) as connection:
        return _revision(connection)


def read_snapshot(engine: Engine, pack: Pack) -> Snapshot:
    """Return the picture for turns; raises DatabaseError."""
    with reading(engine) as connection:
        return assemble(_content_of(connection), pack, _revision(connection))


def read_content(engine: Engine) -> DirectoryContent | None:
    """Return what the organisation filled in, None when there is none; raises DatabaseError."""
    with reading(engine) as connection:
        return _content_of(connection)


def adviser_names(connection: Any) -> dict[str, str]:
    """Return the names of the advisers by id, in order, read in the transaction of `connection`."""
    table = tables.adviser
    rows = connection.execute(select(table.c.id, table.c.name).order_by(table.c.position))
    return {row.id: row.name for row in rows}


def _revision(connection: Any) -> int:
    return int(connection.scalar(select(tables.directory_state.c.revision)))


def _content_of(connection: Any) -> DirectoryContent | None:
    row = connection.execute(select(tables.organisation)).first()
    if row is None:
        return None
    return DirectoryContent(
        organisation=Organisation(
            name=row.name,
            example=row.example,
            size_band=row.size_band,
            behind=row.behind,
            code_of_conduct=link_of(row.code_of_conduct),
            freshness=_freshness(row),
        ),
        sites=_sites(connection),
        departments=tuple(
            Department(id=item.id, name=item.name, site=item.site_id)
            for item in _in_order(connection, tables.department)
        ),
        advisers=_advisers(connection),
        complaints_procedure=_procedure(connection, "complaints"),
        reporting_procedure=_procedure(connection, "reporting"),
        contacts=tuple(_contact(item) for item in _in_order(connection, tables.own_contact)),
        own_bodies=tuple(_body(item) for item in _in_order(connection, tables.own_body)),
        choices=_choices(connection),
    )


def _in_order(connection: Any, table: Any) -> list[Any]:
    return list(connection.execute(select(table).order_by(table.c.position)))


def _grouped(connection: Any, table: Any, key: str) -> defaultdict[str, list[Any]]:
    """Return the rows of a table in order, by what they belong to."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for row in _in_order(connection, table):
        groups[getattr(row, key)].append(row)
    return groups


def _freshness(row: Any) -> Freshness:
    return Freshness(owner=row.owner, checked=row.checked, months=row.valid_months)


def _sites(connection: Any) -> tuple[Site, ...]:
    safety = _grouped(connection, tables.safety_contact, "site_id")
    return tuple(
        Site(
            id=row.id,
            name=row.name,
            safety=tuple(
                SafetyContact(item.role, phone_of(item.phone), hours_of(item.hours))
                for item in safety[row.id]
            ),
            freshness=_freshness(row),
        )
        for row in _in_order(connection, tables.site)
    )


def _advisers(connection: Any) -> tuple[Adviser, ...]:
    sites = _grouped(connection, tables.adviser_site, "adviser_id")
    leave = _grouped(connection, tables.adviser_leave, "adviser_id")
    close = _grouped(connection, tables.adviser_close_to, "adviser_id")
    leadership = _grouped(connection, tables.adviser_close_to_leadership, "adviser_id")
    return tuple(
        Adviser(
            id=row.id,
            name=row.name,
            kind=row.kind,
            subjects=tuple(row.subjects),
            sites=tuple(item.site_id for item in sites[row.id]),
            languages=tuple(row.languages),
            gender=row.gender,
            phones=phones_of(row.phones),
            mail=row.mail,
            appointment=link_of(row.appointment),
            hours=hours_of(row.hours),
            leave=tuple(
                Leave(item.first_day, item.last_day, item.stand_in_id) for item in leave[row.id]
            ),
            other_roles=tuple(row.other_roles),
            close_to=tuple(item.other_id for item in close[row.id]),
            photo=row.photo,
            close_to_leadership=tuple(item.department_id for item in leadership[row.id]),
            freshness=_freshness(row),
        )
        for row in _in_order(connection, tables.adviser)
    )


def _procedure(connection: Any, kind: str) -> Procedure | None:
    table = tables.procedure
    row = connection.execute(select(table).where(table.c.kind == kind)).first()
    if row is None:
        return None
    steps = _grouped(connection, tables.procedure_step, "procedure_kind")[kind]
    return Procedure(
        title=row.title,
        steps=tuple(_step(step) for step in steps if not step.informal),
        informal_steps=tuple(_step(step) for step in steps if step.informal),
        committee=row.committee,
        committee_phones=phones_of(row.committee_phones),
        committee_mail=row.committee_mail,
        documents=links_of(row.documents),
        freshness=_freshness(row),
    )


def _step(row: Any) -> Step:
    return Step(title=row.title, text=row.text, term=row.term)


def _contact(row: Any) -> OwnContact:
    return OwnContact(
        role=row.role,
        name=row.name,
        phones=phones_of(row.phones),
        mail=row.mail,
        link=link_of(row.link),
        hours=hours_of(row.hours),
        freshness=_freshness(row),
    )


def _body(row: Any) -> Body:
    return Body(
        id=row.id,
        name=row.name,
        purpose=row.purpose,
        audience=row.audience,
        topics=tuple(row.topics),
        roles=tuple(row.roles),
        emergency=row.emergency,
        phones=phones_of(row.phones),
        links=links_of(row.links),
        hours=hours_of(row.hours),
        cost=row.cost,
        anonymous=row.anonymous,
        own=True,
        freshness=_freshness(row),
        rank=row.rank,
    )


def _choices(connection: Any) -> PackChoices:
    rows = _grouped(connection, tables.pack_choice, "kind")
    return PackChoices(
        off=tuple(row.item_id for row in rows["off"]),
        on=tuple(row.item_id for row in rows["on"]),
        bodies_checked=tuple((row.item_id, row.checked) for row in rows["body_checked"]),
        laws_checked=tuple((row.item_id, row.checked) for row in rows["law_checked"]),
    )
