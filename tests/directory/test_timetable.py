"""Who can be reached when: hours, holidays, leave, midnight and the change of the clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.hours import Availability, HourSpan, OpeningHours
from bot.directory.public_holidays import is_holiday
from bot.directory.timetable import Presence, availability_of, local, parties_of, plan_day
from bot.domain.clock import AMSTERDAM
from tests.directory.contents import opening_hours
from tests.directory.moments import moment

ASK = "Bel of mail."


def hours(*spans: tuple[int, str, str], on_holidays: bool = False) -> OpeningHours:
    """Return hours written as (weekday, from, until)."""
    return OpeningHours(
        spans=tuple(
            HourSpan(day, time.fromisoformat(start), time.fromisoformat(end))
            for day, start, end in spans
        ),
        closed_on_holidays=not on_holidays,
    )


WORKING_DAYS = hours(*((day, "09:00", "17:00") for day in range(5)))
NIGHT = hours((4, "22:00", "00:00"), (5, "00:00", "06:00"))
LEAVE = ((date(2026, 12, 1), date(2026, 12, 3)),)

CASES = [
    # Monday 23 November 2026.
    (WORKING_DAYS, (), "2026-11-23 10:00", "nu_bereikbaar", "Nu bereikbaar, tot 17.00 uur.", None),
    (WORKING_DAYS, (), "2026-11-23 09:00", "nu_bereikbaar", "Nu bereikbaar, tot 17.00 uur.", None),
    (
        WORKING_DAYS,
        (),
        "2026-11-23 08:59",
        "later_bereikbaar",
        "Weer bereikbaar vanaf vandaag om 9.00 uur.",
        "2026-11-23 09:00",
    ),
    (
        WORKING_DAYS,
        (),
        "2026-11-23 17:00",
        "later_bereikbaar",
        "Weer bereikbaar vanaf morgen om 9.00 uur.",
        "2026-11-24 09:00",
    ),
    (
        WORKING_DAYS,
        (),
        "2026-11-27 18:00",
        "later_bereikbaar",
        "Weer bereikbaar vanaf maandag 30 november om 9.00 uur.",
        "2026-11-30 09:00",
    ),
    # Christmas: Thursday 24 December evening, then two holidays and a weekend.
    (
        WORKING_DAYS,
        (),
        "2026-12-24 18:00",
        "later_bereikbaar",
        "Weer bereikbaar vanaf maandag 28 december om 9.00 uur.",
        "2026-12-28 09:00",
    ),
    (
        hours((4, "10:00", "12:00"), on_holidays=True),
        (),
        "2026-12-25 11:00",
        "nu_bereikbaar",
        "Nu bereikbaar, tot 12.00 uur.",
        None,
    ),
    # Over midnight, in two spans.
    (NIGHT, (), "2026-11-27 23:00", "nu_bereikbaar", "Nu bereikbaar, tot 6.00 uur.", None),
    (NIGHT, (), "2026-11-28 02:00", "nu_bereikbaar", "Nu bereikbaar, tot 6.00 uur.", None),
    (
        hours((4, "22:00", "00:00")),
        (),
        "2026-11-27 23:00",
        "nu_bereikbaar",
        "Nu bereikbaar, tot 24.00 uur.",
        None,
    ),
    (
        OpeningHours(always=True),
        (),
        "2026-12-25 03:00",
        "nu_bereikbaar",
        "Dag en nacht bereikbaar.",
        None,
    ),
    # Leave.
    (
        WORKING_DAYS,
        LEAVE,
        "2026-12-01 10:00",
        "later_bereikbaar",
        "Met verlof. Weer bereikbaar vanaf vrijdag 4 december om 9.00 uur.",
        "2026-12-04 09:00",
    ),
    (
        WORKING_DAYS,
        LEAVE,
        "2026-11-30 17:30",
        "later_bereikbaar",
        "Weer bereikbaar vanaf vrijdag 4 december om 9.00 uur.",
        "2026-12-04 09:00",
    ),
    (
        OpeningHours(always=True),
        LEAVE,
        "2026-12-03 23:59",
        "later_bereikbaar",
        "Met verlof. Weer bereikbaar vanaf morgen om 0.00 uur.",
        "2026-12-04 00:00",
    ),
    (
        OpeningHours(),
        LEAVE,
        "2026-12-03 10:00",
        "later_bereikbaar",
        "Met verlof. Weer terug vanaf morgen.",
        "2026-12-04 00:00",
    ),
    (
        WORKING_DAYS,
        ((date(2026, 11, 1), date(2027, 11, 1)),),
        "2026-11-23 10:00",
        "later_bereikbaar",
        "Met verlof. Weer bereikbaar vanaf dinsdag 2 november 2027 om 9.00 uur.",
        "2027-11-02 09:00",
    ),
    # Not known.
    (OpeningHours(), (), "2026-11-23 10:00", "onbekend", ASK, None),
    (OpeningHours(text="Op afspraak."), (), "2026-11-23 10:00", "onbekend", "Op afspraak.", None),
    (OpeningHours(), LEAVE, "2026-11-23 10:00", "onbekend", ASK, None),
    # Two spans that touch are one.
    (
        hours((0, "09:00", "12:00"), (0, "12:00", "15:00")),
        (),
        "2026-11-23 10:00",
        "nu_bereikbaar",
        "Nu bereikbaar, tot 15.00 uur.",
        None,
    ),
]


@pytest.mark.parametrize(("own", "away", "now", "state", "words", "at"), CASES)
def test_a_party_can_be_reached_now_or_from_a_moment(
    own: OpeningHours,
    away: tuple[tuple[date, date], ...],
    now: str,
    state: str,
    words: str,
    at: str | None,
) -> None:
    """The state, the Dutch sentence and the moment."""
    availability = availability_of(Presence(own, away), moment(now), ASK)

    assert (availability.state, availability.text) == (state, words)
    assert availability.at == (moment(at) if at else None)


def test_somebody_who_is_always_away_is_not_known() -> None:
    """One Monday of the year, always a holiday or leave: no moment is made up."""
    away = ((date(2026, 11, 1), date(2026, 11, 30)),)
    weekly = hours((0, "09:00", "10:00"))
    every_monday_away = away + tuple(
        (date(2026, 11, 30) + timedelta(days=7 * week),) * 2 for week in range(60)
    )

    availability = availability_of(
        Presence(weekly, every_monday_away), moment("2026-11-23 09:00"), ASK
    )

    assert (availability.state, availability.at) == ("onbekend", None)


def test_wall_time_counts_on_the_day_the_clock_goes_back() -> None:
    """Sunday 25 October 2026: nine o'clock is nine o'clock."""
    sunday = hours((6, "09:00", "17:00"))

    assert availability_of(Presence(sunday), moment("2026-10-25 08:30"), ASK).at == datetime(
        2026, 10, 25, 9, tzinfo=AMSTERDAM
    )


def test_a_moment_elsewhere_is_taken_to_amsterdam() -> None:
    """Half past eight in London is half past nine here."""
    utc = moment("2026-11-23 09:30").astimezone(timezone.utc)

    assert availability_of(Presence(WORKING_DAYS), utc, ASK).state == "nu_bereikbaar"


def test_a_moment_without_a_zone_is_refused() -> None:
    """Nobody can say where it is."""
    with pytest.raises(ValueError, match="without a time zone"):
        local(datetime(2026, 11, 23, 10))


def test_the_holidays_are_the_dutch_ones() -> None:
    """King's Day moves when it is a Sunday; Liberation Day counts once in five years."""
    assert is_holiday(date(2027, 4, 27))
    assert is_holiday(date(2025, 4, 26))
    assert not is_holiday(date(2025, 4, 27))
    assert is_holiday(date(2025, 5, 5))
    assert not is_holiday(date(2026, 5, 5))
    assert not is_holiday(date(2026, 12, 31))


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    """Any hours, with any leave around November 2026."""
    day = st.dates(date(2026, 11, 1), date(2027, 1, 15))
    bounds = sorted(draw(st.lists(day, max_size=4, unique=True)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return Presence(draw(opening_hours()), tuple(pairs))


@settings(max_examples=150, deadline=None)
@given(
    parties=st.lists(presences(), min_size=1, max_size=6),
    now=st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 31)),
)
def test_a_plan_agrees_with_each_party_by_itself(parties: list[Presence], now: datetime) -> None:
    """What is worked out for a day gives the same order as asking everybody."""
    now = now.replace(tzinfo=AMSTERDAM)
    minute = now.hour * 60 + now.minute
    plan = plan_day(parties, now.date())
    states = [availability_of(party, now, ASK) for party in parties]

    order = list(plan.in_order((1 << len(parties)) - 1, minute))

    assert sorted(order) == list(range(len(parties)))
    assert set(parties_of(plan.open_at(minute))) == {
        number for number, state in enumerate(states) if state.state == "nu_bereikbaar"
    }
    places = [_place(parties[number], states[number], now) for number in order]
    assert places == sorted(places)


def _place(party: Presence, found: Availability, now: datetime) -> tuple[int, datetime]:
    """Return where a party belongs: open, within a day, unknown, later, nobody knows; and when."""
    start = now.replace(tzinfo=None, second=0, microsecond=0)
    at = found.at.replace(tzinfo=None) if found.at else start
    if found.state == "nu_bereikbaar":
        return 0, start
    if found.state == "later_bereikbaar":
        return (1 if at - start <= timedelta(days=1) else 3), at
    return (4 if party.hours.known else 2), start
