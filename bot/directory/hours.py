"""When somebody can be reached, as the organisation or a body states it, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from typing import Final, Literal

WEEKDAYS: Final = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True)
class HourSpan:
    """Open on one weekday (0 is Monday) from `start` until `end`; an `end` of 0:00 is midnight."""

    weekday: int
    start: time
    end: time

    @property
    def start_minute(self) -> int:
        """Minutes from the start of the day."""
        return self.start.hour * 60 + self.start.minute

    @property
    def end_minute(self) -> int:
        """Minutes from the start of the day; midnight at its end is 1440."""
        return (self.end.hour * 60 + self.end.minute) or MINUTES_A_DAY


@dataclass(frozen=True)
class OpeningHours:
    """`always` for 24/7; no spans and not always: unknown."""

    always: bool = False
    spans: tuple[HourSpan, ...] = ()
    closed_on_holidays: bool = True
    text: str = ""

    @property
    def known(self) -> bool:
        """Whether these hours say anything about a given moment."""
        return self.always or bool(self.spans)


UNKNOWN_HOURS: Final = OpeningHours()


@dataclass(frozen=True)
class Availability:
    """`nu_bereikbaar`, `later_bereikbaar` with the moment, or `onbekend`; `text` is Dutch."""

    state: Literal["nu_bereikbaar", "later_bereikbaar", "onbekend"]
    text: str
    at: datetime | None = None


def clock_in_words(moment: time) -> str:
    """Return a time as Dutch people write it: 9.00, 17.30."""
    return f"{moment.hour}.{moment.minute:02d}"


def hours_in_words(hours: OpeningHours) -> tuple[str, ...]:
    """Return lines such as "maandag en dinsdag: 9.00 tot 17.00 uur", at most one a day.

    Hours that are not known give no line about days; a remark of the owner comes last.
    """
    lines: list[str] = []
    if hours.always:
        lines.append("dag en nacht")
    else:
        lines += [
            f"{_days_in_words(days)}: {spans} uur" for days, spans in _days_with_equal_hours(hours)
        ]
        if hours.spans and hours.closed_on_holidays:
            lines.append("niet op feestdagen")
    if hours.text:
        lines.append(hours.text)
    return tuple(lines)


def _days_with_equal_hours(hours: OpeningHours) -> list[tuple[list[int], str]]:
    texts = {day: _spans_in_words(hours, day) for day in range(len(WEEKDAYS))}
    runs = [(text, list(days)) for text, days in groupby(texts, key=lambda day: texts[day])]
    return [(days, text) for text, days in runs if text]


def _spans_in_words(hours: OpeningHours, weekday: int) -> str:
    return " en ".join(
        f"{clock_in_words(span.start)} tot {_end_in_words(span)}"
        for span in hours.spans
        if span.weekday == weekday
    )


def _end_in_words(span: HourSpan) -> str:
    return "24.00" if span.end_minute == MINUTES_A_DAY else clock_in_words(span.end)


def _days_in_words(days: list[int]) -> str:
    if len(days) == 1:
        return WEEKDAYS[days[0]]
    if len(days) == len(WEEKDAYS):
        return "elke dag"
    if days == [0, 1, 2, 3, 4]:
        return "werkdagen"
    joint = " en " if len(days) == 2 else " tot en met "
    return f"{WEEKDAYS[days[0]]}{joint}{WEEKDAYS[days[-1]]}"
