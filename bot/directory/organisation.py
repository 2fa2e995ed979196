"""The organisation's own people, places, procedures and contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from bot.directory.hours import UNKNOWN_HOURS, OpeningHours
from bot.domain.replies import Link, Phone, Source, Step

Kind = Literal["intern", "extern"]
Subject = Literal["omgangsvormen", "integriteit"]
SafetyRole = Literal["noodnummer", "bhv", "beveiliging"]

SIZE_BANDS: Final = ("1-9", "10-49", "50-99", "100-249", "250-999", "1000+")
# A stand-in on leave has a stand-in too, and so on; this often, and then there is nobody.
MOST_STAND_INS: Final = 5
CONTACT_ROLES: Final = ("hr", "bedrijfsarts", "maatschappelijk_werk", "ondernemingsraad")


@dataclass(frozen=True)
class Freshness:
    """Who keeps an item right, when it was last looked at, and after how many months again."""

    owner: str | None = None
    checked: date | None = None
    months: int | None = None


NOT_CHECKED: Final = Freshness()


@dataclass(frozen=True)
class Leave:
    """Away from `start` until and with `end`; `stand_in` is the id of another adviser."""

    start: date
    end: date
    stand_in: str | None = None


@dataclass(frozen=True)
class Adviser:
    """A confidential adviser (vertrouwenspersoon). No sites means every site.

    `close_to` are ids of other advisers, `close_to_leadership` ids of departments whose
    managers the adviser is close to; both only when HR says so.
    """

    id: str
    name: str
    kind: Kind
    subjects: tuple[Subject, ...]
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    gender: str | None = None
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    appointment: Link | None = None
    hours: OpeningHours = UNKNOWN_HOURS
    leave: tuple[Leave, ...] = ()
    other_roles: tuple[str, ...] = ()
    close_to: tuple[str, ...] = ()
    photo: str | None = None
    close_to_leadership: tuple[str, ...] = ()
    freshness: Freshness = NOT_CHECKED


@dataclass(frozen=True)
class SafetyContact:
    """An internal number of a site: emergency, BHV or security."""

    role: SafetyRole
    phone: Phone
    hours: OpeningHours = UNKNOWN_HOURS


@dataclass(frozen=True)
class Site:
    """A place where people work."""

    id: str
    name: str
    safety: tuple[SafetyContact, ...] = ()
    freshness: Freshness = NOT_CHECKED


@dataclass(frozen=True)
class Department:
    """A part of the organisation; `site` is an id, None when it is in more places."""

    id: str
    name: str
    site: str | None = None


@dataclass(frozen=True)
class Procedure:
    """A procedure of the organisation: its steps, where it stands, and the committee if any."""

    title: str
    steps: tuple[Step, ...]
    informal_steps: tuple[Step, ...] = ()
    committee: str | None = None
    committee_phones: tuple[Phone, ...] = ()
    committee_mail: str | None = None
    documents: tuple[Link, ...] = ()
    source: Source | None = None
    freshness: Freshness = NOT_CHECKED


@dataclass(frozen=True)
class OwnContact:
    """A contact of the organisation's own, in one of CONTACT_ROLES."""

    role: str
    name: str
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    link: Link | None = None
    hours: OpeningHours = UNKNOWN_HOURS
    freshness: Freshness = NOT_CHECKED


@dataclass(frozen=True)
class Organisation:
    """The organisation; `example` while the invented one is loaded (DESIGN 16)."""

    name: str
    example: bool = False
    size_band: str | None = None
    behind: str | None = None
    code_of_conduct: Link | None = None
    freshness: Freshness = NOT_CHECKED
