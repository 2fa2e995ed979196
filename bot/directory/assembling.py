"""Laying an organisation over the pack of its country: the picture that turns look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from bot.directory.bodies import Body
from bot.directory.content import DirectoryContent
from bot.directory.law import LawItem
from bot.directory.organisation import Organisation, Procedure
from bot.directory.pack_contents import Pack, PackBody
from bot.directory.snapshot import Snapshot
from bot.domain.replies import Source

NAMELESS: Final = Organisation(name="je organisatie")


def assemble(content: DirectoryContent | None, pack: Pack, revision: int) -> Snapshot:
    """Return the picture; without an organisation only what is in the pack."""
    content = content or DirectoryContent(organisation=NAMELESS)
    return Snapshot(
        revision=revision,
        organisation=content.organisation,
        sites=content.sites,
        departments=content.departments,
        advisers=content.advisers,
        complaints_procedure=_with_source(content.complaints_procedure),
        reporting_procedure=_with_source(content.reporting_procedure),
        contacts=content.contacts,
        bodies=(*content.own_bodies, *_bodies(content, pack)),
        clocks=pack.clocks,
        definitions=pack.definitions,
        laws=_laws(content, pack),
        usual_complaints=pack.usual_complaints,
        usual_reporting=pack.usual_reporting,
    )


def _bodies(content: DirectoryContent, pack: Pack) -> tuple[Body, ...]:
    checked = dict(content.choices.bodies_checked)
    shown = []
    for body_id, item in pack.bodies.items():
        own_check = checked.get(body_id)
        if _is_on(item, content, own_check):
            shown.append(item.body if own_check is None else _checked_body(item.body, own_check))
    return tuple(_at_own_number(body, content) for body in shown)


def _at_own_number(body: Body, content: DirectoryContent) -> Body:
    """Give the occupational physician of the pack the numbers of the organisation's own."""
    own = next((contact for contact in content.contacts if contact.role == body.id), None)
    if own is None:
        return body
    return replace(
        body,
        phones=own.phones,
        links=() if own.link is None else (own.link,),
        hours=own.hours if own.hours.known else body.hours,
    )


def _is_on(item: PackBody, content: DirectoryContent, own_check: date | None) -> bool:
    """Say whether a body shows: the emergency numbers always, an unsure one after an own check."""
    if item.always:
        return True
    choices = content.choices
    if item.body.id in choices.off or not (item.reliability.sure or own_check):
        return False
    return item.sector is None or item.body.id in choices.on or own_check is not None


def _checked_body(body: Body, day: date) -> Body:
    """Return a body as the organisation found it to be right on a day."""
    first = body.links[0] if body.links else None
    source = body.source or Source(body.name, first.href if first else "", "", "high")
    return replace(
        body,
        source=replace(source, checked=day.isoformat(), confidence="high"),
        freshness=replace(body.freshness, checked=day),
    )


def _laws(content: DirectoryContent, pack: Pack) -> tuple[LawItem, ...]:
    checked = dict(content.choices.laws_checked)
    told = []
    for law_id, law in pack.laws.items():
        day = checked.get(law_id)
        if day is not None:
            source = law.item.source or Source(law.item.law, "", "", "high")
            source = replace(source, checked=day.isoformat(), confidence="high")
            told.append(replace(law.item, source=source))
        elif law.reliability.sure:
            told.append(law.item)
    return tuple(told)


def _with_source(procedure: Procedure | None) -> Procedure | None:
    """Name the first document of a procedure as its source, once somebody has checked it."""
    if procedure is None or not procedure.documents or procedure.freshness.checked is None:
        return procedure
    document = procedure.documents[0]
    checked = procedure.freshness.checked.isoformat()
    return replace(procedure, source=Source(document.label, document.href, checked, "high"))
