"""Turns what the directory gives into cards, and into the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from actions.base import Turn
from bot.directory.hours import hours_in_words
from bot.directory.languages import language_name
from bot.directory.snapshot import AdviserMatch, BodyMatch, Clock, OwnContact, Procedure
from bot.domain.replies import (
    AdviserCard,
    BodyCard,
    ClockCard,
    Link,
    Phone,
    Step,
    StepsCard,
)

# The subject of a mail to an adviser. Says nothing about the matter: others may see an inbox.
MAIL_SUBJECT: Final = "Vraag om een gesprek"


def reach(phones: Iterable[Phone] = (), mail: str | None = None, links: Iterable[Link] = ()) -> str:
    """Return every way to reach somebody, in words: numbers, mail, addresses."""
    ways = [phone.number for phone in phones]
    ways += [mail] if mail else []
    ways += [link.href for link in links]
    return ", ".join(ways)


def phone_lines(phones: Iterable[Phone]) -> str:
    """Return telephone numbers a line each, with whose they are."""
    return "\n".join(f"{phone.label}: {phone.number}" for phone in phones)


def adviser_card(match: AdviserMatch, *, example: bool) -> AdviserCard:
    """Return the card of an adviser: why they fit, when and how to reach them."""
    adviser = match.adviser
    mail_href = None
    if adviser.mail:
        mail_href = f"mailto:{quote(adviser.mail)}?subject={quote(MAIL_SUBJECT)}"
    return AdviserCard(
        id=adviser.id,
        name=adviser.name,
        kind=adviser.kind,
        reasons=match.reasons,
        availability=match.availability.state,
        availability_text=match.availability.text,
        phones=adviser.phones,
        mail=adviser.mail,
        mail_href=mail_href,
        appointment=adviser.appointment,
        hours=hours_in_words(adviser.hours),
        languages=tuple(language_name(code) for code in adviser.languages),
        photo=adviser.photo,
        example=example,
    )


def say_adviser(turn: Turn, match: AdviserMatch, response: str) -> None:
    """Say one adviser: the words of `response` and the card."""
    adviser = match.adviser
    appointment = (adviser.appointment,) if adviser.appointment else ()
    turn.say(
        response,
        card=adviser_card(match, example=turn.snapshot.organisation.example),
        naam=adviser.name,
        soort=adviser.kind,
        redenen=", ".join(match.reasons),
        bereikbaar=match.availability.text,
        contact=reach(adviser.phones, adviser.mail, appointment),
    )


def say_body(turn: Turn, match: BodyMatch) -> None:
    """Say one body outside the organisation."""
    body = match.body
    response = "utter_instantie"
    response += "_kosten" if body.cost else ""
    response += "_anoniem" if body.anonymous else ""
    card = BodyCard(
        id=body.id,
        name=body.name,
        purpose=body.purpose,
        phones=body.phones,
        links=body.links,
        availability=match.availability.state,
        availability_text=match.availability.text,
        cost=body.cost,
        anonymous=body.anonymous,
        hours=hours_in_words(body.hours),
        source=body.source,
    )
    turn.say(
        response,
        card=card,
        naam=body.name,
        doel=body.purpose,
        bereikbaar=match.availability.text,
        contact=reach(body.phones, links=body.links),
        kosten=body.cost or "",
        anoniem=body.anonymous or "",
    )


def say_own_contact(turn: Turn, contact: OwnContact, response: str = "utter_eigen_contact") -> None:
    """Say a contact of the organisation's own."""
    links = (contact.link,) if contact.link else ()
    card = BodyCard(
        id=f"eigen_{contact.role}",
        name=contact.name,
        purpose="",
        phones=contact.phones,
        links=links,
        availability="onbekend",
        availability_text="",
        hours=hours_in_words(contact.hours),
    )
    turn.say(
        response,
        card=card,
        organisatie=turn.snapshot.organisation.name,
        naam=contact.name,
        contact=reach(contact.phones, contact.mail, links),
    )


def say_steps(turn: Turn, procedure: Procedure, response: str, *, own: bool) -> None:
    """Say a procedure: its steps by title in words, whole on the card."""
    _say_steps(turn, procedure, procedure.steps, response, own=own)


def say_informal_steps(turn: Turn, procedure: Procedure, response: str) -> None:
    """Say what the organisation offers without a complaint."""
    _say_steps(turn, procedure, procedure.informal_steps, response, own=True)


def _say_steps(
    turn: Turn, procedure: Procedure, steps: tuple[Step, ...], response: str, *, own: bool
) -> None:
    card = StepsCard(
        title=procedure.title,
        own=own,
        steps=steps,
        links=procedure.documents,
        source=procedure.source,
    )
    turn.say(
        response,
        card=card,
        organisatie=turn.snapshot.organisation.name,
        stappen=steps_in_words(steps),
    )


def steps_in_words(steps: tuple[Step, ...]) -> str:
    """Return the steps by number and title, with their term: "2. Hoorzitting (binnen 4 weken)"."""
    return "\n".join(
        f"{number}. {step.title}" + (f" ({step.term})" if step.term else "")
        for number, step in enumerate(steps, start=1)
    )


def say_clock(turn: Turn, clock: Clock) -> None:
    """Say one term that matters."""
    turn.say(
        "utter_klok",
        card=ClockCard(clock.title, clock.term, clock.text, clock.source),
        titel=clock.title,
        termijn=clock.term,
        uitleg=clock.text,
    )
