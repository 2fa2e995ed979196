"""Bodies outside the organisation, and which of them fit a topic at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.directory.hours import UNKNOWN_HOURS, Availability, OpeningHours
from bot.directory.organisation import NOT_CHECKED, Freshness
from bot.directory.timetable import DayPlan, Presence, availability_of, local, plan_day
from bot.domain.replies import Link, Phone, Source

TOPICS: Final = (
    "pesten",
    "intimidatie",
    "seksuele_intimidatie",
    "discriminatie",
    "agressie_geweld",
    "misstand",
    "conflict",
    "werkdruk",
    "prive",
    "vaag",
    "algemeen",
    "crisis_suicide",
    "crisis_acuut_gevaar",
    "crisis_seksueel_geweld",
    "psychisch",
    "juridisch",
    "politie",
)
ROLES: Final = ("slachtoffer", "getuige", "beschuldigde", "leidinggevende")
GENERAL: Final = "algemeen"
# In a crisis nobody is asked who they are.
CRISES: Final = frozenset(topic for topic in TOPICS if topic.startswith("crisis_"))

_ASK_WEBSITE: Final = "Kijk op de website voor de openingstijden."
_NO_HOURS: Final = "De openingstijden zijn niet bekend."
_PLANS_KEPT: Final = 8


@dataclass(frozen=True)
class Body:
    """A body outside. `topics` are of TOPICS, `roles` of ROLES; no roles is everybody.

    The order of `topics` says how central each is to the body: the first is what it is there for.
    `rank` puts a body that many places further back.
    """

    id: str
    name: str
    purpose: str
    audience: str
    topics: tuple[str, ...]
    roles: tuple[str, ...] = ()
    emergency: bool = False
    phones: tuple[Phone, ...] = ()
    links: tuple[Link, ...] = ()
    hours: OpeningHours = UNKNOWN_HOURS
    cost: str | None = None
    anonymous: str | None = None
    source: Source | None = None
    own: bool = False
    freshness: Freshness = NOT_CHECKED
    rank: int = 0


@dataclass(frozen=True)
class BodyMatch:
    """A body that fits, and when it can be reached."""

    body: Body
    availability: Availability


class BodyIndex:
    """The bodies of a snapshot, by topic and by id."""

    def __init__(self, bodies: tuple[Body, ...]) -> None:
        self._bodies = bodies
        self._by_id = {body.id: body for body in reversed(bodies)}
        self._presences = tuple(Presence(body.hours) for body in bodies)
        self._by_topic: dict[str, list[tuple[int, int]]] = {}
        for number, body in enumerate(bodies):
            for position, topic in enumerate(dict.fromkeys(body.topics)):
                place = position + body.rank
                self._by_topic.setdefault(topic, []).append((place, number))
        self._plans: dict[date, DayPlan] = {}

    def prepare(self, day: date) -> DayPlan:
        """Return the plan of a day, worked out once."""
        plan = self._plans.get(day)
        if plan is None:
            if len(self._plans) >= _PLANS_KEPT:
                self._plans = {}
            plan = self._plans[day] = plan_day(self._presences, day)
        return plan

    def get(self, body_id: str) -> Body | None:
        """Return the body of that id."""
        return self._by_id.get(body_id)

    def matching(
        self, now: datetime, *, topic: str, role: str | None, urgent: bool, at_most: int
    ) -> tuple[BodyMatch, ...]:
        """Return the bodies for a topic, as `Snapshot.bodies_for` promises."""
        here = local(now)
        plan = self.prepare(here.date())
        open_now = plan.open_at(here.hour * 60 + here.minute)

        def rank(entry: tuple[int, int]) -> tuple[bool, bool, int, bool, bool, bool, bool, int]:
            position, number = entry
            body = self._bodies[number]
            is_open, is_unknown = bool(open_now >> number & 1), bool(plan.unknown >> number & 1)
            return (
                urgent and not body.emergency,
                urgent and not is_open,
                position,
                role is not None and role not in body.roles,
                not is_open,
                not is_unknown,
                not body.own,
                number,
            )

        candidates = self._candidates(topic, role) or self._candidates(GENERAL, role)
        best = sorted(candidates, key=rank)[: max(at_most, 0)]
        return tuple(self._match(number, here) for _, number in best)

    def _candidates(self, topic: str, role: str | None) -> list[tuple[int, int]]:
        return [
            (position, number)
            for position, number in self._by_topic.get(topic, ())
            if topic in CRISES or _is_for(self._bodies[number], role)
        ]

    def _match(self, number: int, here: datetime) -> BodyMatch:
        body = self._bodies[number]
        unknown = _ASK_WEBSITE if body.links else _NO_HOURS
        return BodyMatch(body, availability_of(self._presences[number], here, unknown))


def _is_for(body: Body, role: str | None) -> bool:
    return role is None or not body.roles or role in body.roles
