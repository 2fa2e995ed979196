"""Who can be reached at a moment, and who first after it, for many parties at once.

All times are wall time in Amsterdam. What one day needs is worked out once a day
(`DayPlan`), so that a turn only looks it up: parties are numbers, sets of parties are
bits of an integer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.directory.hours import (
    MINUTES_A_DAY,
    WEEKDAYS,
    Availability,
    OpeningHours,
    clock_in_words,
)
from bot.directory.public_holidays import is_holiday
from bot.domain.clock import AMSTERDAM

_DAYS_AHEAD = 60
_FAR = timedelta(days=300)
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True)
class Presence:
    """The hours of one party, and the spans of days it is away, first and last day included."""

    hours: OpeningHours
    away: tuple[tuple[date, date], ...] = ()

    def back_on(self, day: date) -> date:
        """Return the first day, from `day` on, that the party is not away."""
        for start, end in sorted(self.away):
            if start <= day <= end:
                day = end + timedelta(days=1)
        return day

    def spans_on(self, day: date) -> tuple[tuple[int, int], ...]:
        """Return the minutes (from, until) that the party is open on a day; 1440 is midnight."""
        if self.back_on(day) != day:
            return ()
        if self.hours.always:
            return ((0, MINUTES_A_DAY),)
        if self.hours.closed_on_holidays and is_holiday(day):
            return ()
        return _joined(
            (span.start_minute, span.end_minute)
            for span in self.hours.spans
            if span.weekday == day.weekday()
        )

    def first_opening_after(self, day: date) -> tuple[date, int] | None:
        """Return the first opening on a later day: that day and the minute.

        Somebody whose hours are not known counts from the day they are back. None when nothing
        is known, or nothing opens in two months that the party is there.
        """
        if not self.hours.known:
            back = self.back_on(day)
            return (back, 0) if back != day else None
        candidate = day
        for _ in range(_DAYS_AHEAD):
            candidate = self.back_on(candidate + timedelta(days=1))
            spans = self.spans_on(candidate)
            if spans:
                return candidate, spans[0][0]
        return None


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


@dataclass(frozen=True)
class DayPlan:
    """One day of many parties. A set of parties is an integer: bit n is party n."""

    day: date
    segment_starts: tuple[int, ...]
    open_in_segment: tuple[int, ...]
    coming_minutes: tuple[int, ...]
    coming_parties: tuple[int, ...]
    unknown: int

    def open_at(self, minute: int) -> int:
        """Return the parties that are open at a minute of the day."""
        return self.open_in_segment[bisect_right(self.segment_starts, minute) - 1]

    def in_order(self, wanted: int, minute: int) -> Iterator[int]:
        """Yield the wanted parties: open now, open within a day, unknown, open later."""
        open_now = wanted & self.open_at(minute)
        yield from parties_of(open_now)
        left = wanted & ~open_now
        unknown = left & self.unknown
        within_a_day = minute + MINUTES_A_DAY
        for position in range(bisect_right(self.coming_minutes, minute), len(self.coming_minutes)):
            if not left:
                return
            if unknown and self.coming_minutes[position] > within_a_day:
                yield from parties_of(unknown)
                left, unknown = left & ~unknown, 0
            bit = 1 << self.coming_parties[position]
            if left & bit:
                yield self.coming_parties[position]
                left, unknown = left & ~bit, unknown & ~bit
        yield from parties_of(left & unknown)
        yield from parties_of(left & ~unknown)


def parties_of(parties: int) -> Iterator[int]:
    """Yield the numbers in a set of parties, lowest first."""
    while parties:
        lowest = parties & -parties
        yield lowest.bit_length() - 1
        parties ^= lowest


def plan_day(presences: Sequence[Presence], day: date) -> DayPlan:
    """Work out one day for these parties."""
    changes: dict[int, int] = {0: 0}
    coming: list[tuple[int, int]] = []
    unknown = 0
    for party, presence in enumerate(presences):
        bit = 1 << party
        for start, end in presence.spans_on(day):
            changes[start] = changes.get(start, 0) ^ bit
            changes[end] = changes.get(end, 0) ^ bit
            coming.append((start, party))
        if not presence.hours.known and presence.back_on(day) == day:
            unknown |= bit
        first = presence.first_opening_after(day)
        if first is not None:
            coming.append(((first[0] - day).days * MINUTES_A_DAY + first[1], party))
    starts = sorted(changes)
    open_masks: list[int] = []
    current = 0
    for start in starts:
        current ^= changes[start]
        open_masks.append(current)
    coming.sort()
    return DayPlan(
        day=day,
        segment_starts=tuple(starts),
        open_in_segment=tuple(open_masks),
        coming_minutes=tuple(minute for minute, _ in coming),
        coming_parties=tuple(party for _, party in coming),
        unknown=unknown,
    )


def local(now: datetime) -> datetime:
    """Return a moment as wall time in Amsterdam; ValueError when it has no time zone."""
    if now.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return now.astimezone(AMSTERDAM)


def availability_of(presence: Presence, now: datetime, unknown_text: str) -> Availability:
    """Return whether a party can be reached now, or from when, with the sentence that says so."""
    here = local(now)
    today, minute = here.date(), here.hour * 60 + here.minute
    for start, end in presence.spans_on(today):
        if start <= minute < end:
            return Availability("nu_bereikbaar", _until_in_words(presence, today, end))
        if minute < start:
            return _later(presence, here, today, start)
    opening = presence.first_opening_after(today)
    if opening is None:
        return Availability("onbekend", presence.hours.text or unknown_text)
    return _later(presence, here, *opening)


def _until_in_words(presence: Presence, day: date, end: int) -> str:
    if presence.hours.always:
        return "Dag en nacht bereikbaar."
    if end == MINUTES_A_DAY:
        tomorrow = presence.spans_on(day + timedelta(days=1))
        if tomorrow and tomorrow[0][0] == 0:
            end = tomorrow[0][1]
    until = "24.00" if end == MINUTES_A_DAY else clock_in_words(time(end // 60, end % 60))
    return f"Nu bereikbaar, tot {until} uur."


def _later(presence: Presence, here: datetime, day: date, minute: int) -> Availability:
    at = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=AMSTERDAM)
    when = _day_in_words(here.date(), day)
    away = presence.back_on(here.date()) != here.date()
    if not presence.hours.known:
        return Availability("later_bereikbaar", f"Met verlof. Weer terug vanaf {when}.", at)
    text = f"Weer bereikbaar vanaf {when} om {clock_in_words(at.time())} uur."
    return Availability("later_bereikbaar", f"Met verlof. {text}" if away else text, at)


def _day_in_words(today: date, day: date) -> str:
    if day == today:
        return "vandaag"
    if day == today + timedelta(days=1):
        return "morgen"
    year = f" {day.year}" if day - today > _FAR else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"
