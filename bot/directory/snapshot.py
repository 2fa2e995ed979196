"""What a turn may ask of the directory: an immutable picture of the organisation, in memory.

A turn never opens a session. The picture is made by `bot.directory.reading`, renewed when the
revision in the database changes, and stays in use when the database is gone (DESIGN 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.directory.advisers import AdviserIndex, AdviserMatch, ReasonCode, Wishes
from bot.directory.bodies import Body, BodyIndex, BodyMatch
from bot.directory.hours import Availability, HourSpan, OpeningHours, hours_in_words
from bot.directory.law import Clock, Definition, LawItem
from bot.directory.organisation import (
    Adviser,
    Department,
    Freshness,
    Kind,
    Leave,
    Organisation,
    OwnContact,
    Procedure,
    SafetyContact,
    Site,
    Subject,
)
from bot.directory.timetable import local
from bot.domain.replies import Phone

__all__ = [
    "Adviser",
    "AdviserMatch",
    "Availability",
    "Body",
    "BodyMatch",
    "Clock",
    "Definition",
    "Department",
    "Freshness",
    "HourSpan",
    "Kind",
    "LawItem",
    "Leave",
    "OpeningHours",
    "Organisation",
    "OwnContact",
    "Procedure",
    "ReasonCode",
    "SafetyContact",
    "Site",
    "Snapshot",
    "Subject",
]


@dataclass(frozen=True)
class Snapshot:
    """Everything a turn may ask. Pure reads over tuples; nothing here changes after it is made.

    `usual_complaints` and `usual_reporting` are how it mostly goes in the country, for an
    organisation that has not entered its own procedure.
    """

    revision: int
    organisation: Organisation
    sites: tuple[Site, ...] = ()
    advisers: tuple[Adviser, ...] = ()
    complaints_procedure: Procedure | None = None
    reporting_procedure: Procedure | None = None
    contacts: tuple[OwnContact, ...] = ()
    bodies: tuple[Body, ...] = ()
    clocks: tuple[Clock, ...] = ()
    departments: tuple[Department, ...] = ()
    definitions: tuple[Definition, ...] = ()
    laws: tuple[LawItem, ...] = ()
    usual_complaints: Procedure | None = None
    usual_reporting: Procedure | None = None
    _advisers: AdviserIndex = field(init=False, repr=False, compare=False)
    _bodies: BodyIndex = field(init=False, repr=False, compare=False)
    _contacts: Mapping[str, OwnContact] = field(init=False, repr=False, compare=False)
    _clocks: Mapping[str, tuple[Clock, ...]] = field(init=False, repr=False, compare=False)
    _definitions: Mapping[str, Definition] = field(init=False, repr=False, compare=False)
    _laws: Mapping[str, LawItem] = field(init=False, repr=False, compare=False)
    _emergency: Mapping[str, tuple[Phone, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the indices once, so that a turn only looks things up."""
        by_road: dict[str, tuple[Clock, ...]] = {}
        for clock in self.clocks:
            by_road[clock.road] = (*by_road.get(clock.road, ()), clock)
        site_names = {site.id: site.name for site in self.sites}
        several = len(self.sites) > 1
        for name, value in (
            ("_advisers", AdviserIndex(self.advisers, site_names)),
            ("_bodies", BodyIndex(self.bodies)),
            ("_contacts", {contact.role: contact for contact in reversed(self.contacts)}),
            ("_clocks", by_road),
            ("_definitions", {item.id: item for item in self.definitions}),
            ("_laws", {item.id: item for item in self.laws}),
            ("_emergency", {site.id: _emergency_phones(site, several) for site in self.sites}),
        ):
            object.__setattr__(self, name, value)

    def prepare(self, now: datetime) -> None:
        """Work out today and tomorrow, so that the first turn of a day is as fast as the others."""
        today = local(now).date()
        for day in (today, today + timedelta(days=1)):
            self._advisers.prepare(day)
            self._bodies.prepare(day)

    def advisers_for(
        self,
        now: datetime,
        *,
        kind: Kind | None = None,
        subject: Subject | None = None,
        site: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        without: tuple[str, ...] = (),
        at_most: int = 3,
        department: str | None = None,
    ) -> tuple[AdviserMatch, ...]:
        """Return the advisers that fit, best first; wishes nobody meets go, last named first.

        Best is: reachable now, within a day, at a time that is not known, later; then the order
        of the organisation. `without` (ids of advisers the trouble is about) is never let go,
        and those close to them come after the others, as do those close to the managers of
        `department`. Somebody on leave is replaced by the stand-in, who takes over site and
        subject; kind, language and gender are asked of whoever answers.
        """
        return self._advisers.matching(
            now,
            Wishes(kind, subject, site, language, gender),
            without=without,
            department=department,
            at_most=at_most,
        )

    def bodies_for(
        self,
        now: datetime,
        *,
        topic: str,
        role: str | None = None,
        urgent: bool = False,
        at_most: int = 3,
    ) -> tuple[BodyMatch, ...]:
        """Return at most `at_most` bodies for a topic, the most specific and reachable first.

        Specific is: how early the body names the topic, then whether it names the role. With
        `urgent`, emergency numbers and those that are open come before that. A topic for which
        there is none gets those for `algemeen`.
        """
        return self._bodies.matching(now, topic=topic, role=role, urgent=urgent, at_most=at_most)

    def adviser(self, adviser_id: str) -> Adviser | None:
        """Return the adviser of that id."""
        return next((adviser for adviser in self.advisers if adviser.id == adviser_id), None)

    def body(self, body_id: str) -> Body | None:
        """Return the body of that id, or None when it is unknown or switched off."""
        return self._bodies.get(body_id)

    def contact(self, role: str) -> OwnContact | None:
        """Return the organisation's own contact in that role, if it has one."""
        return self._contacts.get(role)

    def clocks_for(self, road: str) -> tuple[Clock, ...]:
        """Return the terms that matter on a road."""
        return self._clocks.get(road, ())

    def definition(self, definition_id: str) -> Definition | None:
        """Return what a term means, or None when it is unknown or not sure enough to be told."""
        return self._definitions.get(definition_id)

    def law(self, law_id: str) -> LawItem | None:
        """Return a rule of law, or None when it is unknown or not sure enough to be told."""
        return self._laws.get(law_id)

    def emergency_contacts(self, site: str | None = None) -> tuple[Phone, ...]:
        """Return the organisation's own emergency numbers: of the site, or of all when unknown.

        The label says whose number it is and, when not day and night, at which hours.
        """
        if site is not None and site in self._emergency:
            return self._emergency[site]
        return tuple(phone for phones in self._emergency.values() for phone in phones)


def _emergency_phones(site: Site, name_the_site: bool) -> tuple[Phone, ...]:
    return tuple(
        replace(
            contact.phone,
            label=contact.phone.label
            + (f", {site.name}" if name_the_site else "")
            + _hours_in_brackets(contact.hours),
        )
        for contact in site.safety
    )


def _hours_in_brackets(hours: OpeningHours) -> str:
    words = "; ".join(hours_in_words(hours))
    return f" ({words})" if words else ""
