"""Which advisers fit what somebody asks for, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Final, Literal, TypeVar, cast

from bot.directory.hours import Availability
from bot.directory.languages import language_name
from bot.directory.organisation import MOST_STAND_INS, Adviser, Kind, Leave, Subject
from bot.directory.timetable import (
    DayPlan,
    Presence,
    availability_of,
    local,
    parties_of,
    plan_day,
)

ReasonCode = Literal[
    "soort",
    "onderwerp",
    "locatie",
    "taal",
    "gender",
    "nu_bereikbaar",
    "niet_betrokken",
    "vervanger",
]

_UNKNOWN_HOURS: Final = "Bel of mail om een moment af te spreken."
_KIND_WORDS: Final[dict[str, str]] = {
    "intern": "werkt in je eigen organisatie",
    "extern": "werkt niet bij je organisatie",
}
_SUBJECT_WORDS: Final[dict[str, str]] = {
    "omgangsvormen": "is er voor ongewenste omgangsvormen",
    "integriteit": "is er voor integriteit en misstanden",
}
_GENDER_WORDS: Final = {"vrouw": "is een vrouw", "man": "is een man", "non-binair": "is non-binair"}
_DAYS_KEPT: Final = 8
_T = TypeVar("_T")


@dataclass(frozen=True)
class AdviserMatch:
    """An adviser that fits: why (`reasons`, Dutch), when, and for whom (`standing_in_for`, a name).

    `reason_codes` say the same as `reasons`, in the same order.
    """

    adviser: Adviser
    reasons: tuple[str, ...]
    availability: Availability
    standing_in_for: str | None = None
    reason_codes: tuple[ReasonCode, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """What somebody asks for; None is no preference."""

    kind: Kind | None = None
    subject: Subject | None = None
    site: str | None = None
    language: str | None = None
    gender: str | None = None


@dataclass(frozen=True)
class _Day:
    """One day: who answers for each adviser (or their stand-in), and sets of advisers by wish.

    Sets are integers: bit n is adviser n of the list, answered for by `person[n]`; `rows_of`
    says which advisers a person answers for.
    """

    person: tuple[int, ...]
    rows_of: Mapping[int, int]
    plan: DayPlan
    by_kind: Mapping[str, int]
    by_language: Mapping[str, int]
    by_gender: Mapping[str, int]


class AdviserIndex:
    """The advisers of a snapshot, ready to be asked."""

    def __init__(self, advisers: tuple[Adviser, ...], site_names: Mapping[str, str]) -> None:
        self._advisers = advisers
        self._site_names = site_names
        self._number = {adviser.id: number for number, adviser in enumerate(advisers)}
        self._presences = tuple(_presence(adviser) for adviser in advisers)
        self._everybody = (1 << len(advisers)) - 1
        self._by_subject = _sets(_words(adviser.subjects) for adviser in advisers)
        self._by_site = _sets(adviser.sites for adviser in advisers)
        self._every_site = _sets((not adviser.sites,) for adviser in advisers).get(True, 0)
        self._close_to = _closeness(advisers, self._number)
        self._close_to_leadership = _sets(adviser.close_to_leadership for adviser in advisers)
        self._stand_ins = frozenset(
            self._number[leave.stand_in]
            for adviser in advisers
            for leave in adviser.leave
            if leave.stand_in in self._number
        )
        self._days: dict[tuple[date, frozenset[int]], _Day] = {}

    def prepare(self, day: date) -> None:
        """Work out a day ahead of the turns that need it."""
        self._day(day, frozenset())

    def matching(
        self,
        now: datetime,
        wishes: Wishes,
        *,
        without: tuple[str, ...],
        department: str | None,
        at_most: int,
    ) -> tuple[AdviserMatch, ...]:
        """Return the advisers that fit, as `Snapshot.advisers_for` promises."""
        here = local(now)
        barred = frozenset(self._number[name] for name in without if name in self._number)
        day = self._day(here.date(), barred & self._stand_ins)
        fitting, met = self._fitting(day, wishes, barred)
        close = fitting & self._close(day, barred, department)
        minute = here.hour * 60 + here.minute
        ordered = chain(
            day.plan.in_order(fitting & ~close, minute), day.plan.in_order(close, minute)
        )
        if barred:
            met.append("niet_betrokken")
        chosen = islice(_once_each(day, fitting, ordered), max(at_most, 0))
        return tuple(self._match(row, day, met, wishes, here) for row in chosen)

    def _day(self, day: date, barred: frozenset[int]) -> _Day:
        found = self._days.get((day, barred))
        if found is None:
            if len(self._days) >= _DAYS_KEPT:
                self._days = {}
            found = self._days[day, barred] = self._work_out(day, barred)
        return found

    def _work_out(self, day: date, barred: frozenset[int]) -> _Day:
        person = tuple(self._answers_for(n, day, barred) for n in range(len(self._advisers)))
        people = [self._advisers[n] for n in person]
        return _Day(
            person=person,
            rows_of=_sets((n,) for n in person),
            plan=plan_day([self._presences[n] for n in person], day),
            by_kind=_sets((adviser.kind,) for adviser in people),
            by_language=_sets(adviser.languages for adviser in people),
            by_gender=_sets((adviser.gender or "",) for adviser in people),
        )

    def _answers_for(self, number: int, day: date, barred: frozenset[int]) -> int:
        """Return the stand-in of somebody on leave, in the end; themselves when there is none."""
        person = number
        for _ in range(MOST_STAND_INS):
            leave = _leave_on(self._advisers[person], day)
            if leave is None:
                return person
            stand_in = self._number.get(leave.stand_in or "")
            if stand_in is None or stand_in in barred:
                return number
            person = stand_in
        return person if _leave_on(self._advisers[person], day) is None else number

    def _fitting(
        self, day: _Day, wishes: Wishes, barred: frozenset[int]
    ) -> tuple[int, list[ReasonCode]]:
        """Return who fits, and which wishes that meets; a wish that would leave nobody goes."""
        fitting = self._everybody
        for number in barred:
            fitting &= ~(1 << number)
        met: list[ReasonCode] = []
        for code, asked, having in (
            ("soort", wishes.kind, day.by_kind.get(wishes.kind or "", 0)),
            ("onderwerp", wishes.subject, self._by_subject.get(wishes.subject or "", 0)),
            ("locatie", wishes.site, self._at_site(wishes.site)),
            ("taal", wishes.language, day.by_language.get(wishes.language or "", 0)),
            ("gender", wishes.gender, day.by_gender.get(wishes.gender or "", 0)),
        ):
            if asked is not None and fitting & having:
                fitting &= having
                met.append(cast(ReasonCode, code))
        return fitting, met

    def _at_site(self, site: str | None) -> int:
        if site is None or site not in self._site_names:
            return 0
        return self._by_site.get(site, 0) | self._every_site

    def _close(self, day: _Day, barred: frozenset[int], department: str | None) -> int:
        """Return who is answered for by somebody close to those the trouble is about."""
        people = self._close_to_leadership.get(department or "", 0)
        for number in barred:
            people |= self._close_to.get(number, 0)
        rows = 0
        for person in parties_of(people):
            rows |= day.rows_of.get(person, 0)
        return rows

    def _match(
        self, row: int, day: _Day, met: list[ReasonCode], wishes: Wishes, here: datetime
    ) -> AdviserMatch:
        person = self._advisers[day.person[row]]
        availability = availability_of(self._presences[day.person[row]], here, _UNKNOWN_HOURS)
        codes = list(met)
        if availability.state == "nu_bereikbaar":
            codes.append("nu_bereikbaar")
        standing_in_for = self._advisers[row].name if day.person[row] != row else None
        if standing_in_for is not None:
            codes.append("vervanger")
        words = self._reasons(self._advisers[row], person, wishes)
        return AdviserMatch(
            adviser=person,
            reasons=tuple(words[code] for code in codes),
            availability=availability,
            standing_in_for=standing_in_for,
            reason_codes=tuple(codes),
        )

    def _reasons(
        self, asked_for: Adviser, person: Adviser, wishes: Wishes
    ) -> dict[ReasonCode, str]:
        """Return every reason in words; `asked_for` is whose place the person takes."""
        site = self._site_names.get(wishes.site or "", "")
        return {
            "soort": _KIND_WORDS[person.kind],
            "onderwerp": _SUBJECT_WORDS.get(wishes.subject or "", ""),
            "locatie": f"is er voor {site}" if asked_for.sites else "is er voor alle locaties",
            "taal": f"spreekt {language_name(wishes.language or '')}",
            "gender": _GENDER_WORDS.get(person.gender or "", ""),
            "nu_bereikbaar": "is nu bereikbaar",
            "niet_betrokken": "is niet degene over wie het gaat",
            "vervanger": f"vervangt {asked_for.name}",
        }


def _presence(adviser: Adviser) -> Presence:
    return Presence(adviser.hours, tuple((leave.start, leave.end) for leave in adviser.leave))


def _leave_on(adviser: Adviser, day: date) -> Leave | None:
    return next((leave for leave in adviser.leave if leave.start <= day <= leave.end), None)


def _words(subjects: Iterable[Subject]) -> Iterable[str]:
    return subjects


def _sets(values: Iterable[Iterable[_T]]) -> dict[_T, int]:
    """Return for every value the set of those that have it: bit n for number n."""
    sets: dict[_T, int] = {}
    for number, own in enumerate(values):
        for value in own:
            sets[value] = sets.get(value, 0) | 1 << number
    return sets


def _closeness(advisers: tuple[Adviser, ...], numbers: Mapping[str, int]) -> dict[int, int]:
    """Return for every adviser the set of those close to them; closeness works both ways."""
    close: dict[int, int] = {}
    for number, adviser in enumerate(advisers):
        for name in adviser.close_to:
            other = numbers.get(name)
            if other is not None:
                close[number] = close.get(number, 0) | 1 << other
                close[other] = close.get(other, 0) | 1 << number
    return close


def _once_each(day: _Day, fitting: int, rows: Iterable[int]) -> Iterator[int]:
    """Yield each person once; who fits in their own right is not shown as somebody's stand-in."""
    seen: set[int] = set()
    for row in rows:
        person = day.person[row]
        if person in seen or (person != row and fitting >> person & 1):
            continue
        seen.add(person)
        yield row
