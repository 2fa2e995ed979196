"""Opening hours in words, as they stand on a card."""

from __future__ import annotations

from datetime import time

import pytest

from bot.directory.hours import HourSpan, OpeningHours, hours_in_words


def span(weekday: int, start: str, end: str) -> HourSpan:
    """Return a span written as people write it."""
    return HourSpan(weekday, time.fromisoformat(start), time.fromisoformat(end))


WORDS = [
    (OpeningHours(), ()),
    (OpeningHours(text="Bel voor een afspraak."), ("Bel voor een afspraak.",)),
    (OpeningHours(always=True), ("dag en nacht",)),
    (OpeningHours(always=True, text="Ook op chat."), ("dag en nacht", "Ook op chat.")),
    (
        OpeningHours(spans=(span(0, "09:00", "17:00"),)),
        ("maandag: 9.00 tot 17.00 uur", "niet op feestdagen"),
    ),
    (
        OpeningHours(
            spans=(span(0, "09:00", "12:30"), span(0, "13:30", "17:00")), closed_on_holidays=False
        ),
        ("maandag: 9.00 tot 12.30 en 13.30 tot 17.00 uur",),
    ),
    (
        OpeningHours(
            spans=tuple(span(day, "08:30", "17:00") for day in range(5)), closed_on_holidays=False
        ),
        ("werkdagen: 8.30 tot 17.00 uur",),
    ),
    (
        OpeningHours(
            spans=tuple(span(day, "00:00", "00:00") for day in range(7)), closed_on_holidays=False
        ),
        ("elke dag: 0.00 tot 24.00 uur",),
    ),
    (
        OpeningHours(
            spans=(
                span(1, "09:00", "10:00"),
                span(2, "09:00", "10:00"),
                span(4, "09:00", "10:00"),
                span(5, "09:00", "10:00"),
                span(6, "09:00", "10:00"),
            ),
            closed_on_holidays=False,
        ),
        (
            "dinsdag en woensdag: 9.00 tot 10.00 uur",
            "vrijdag tot en met zondag: 9.00 tot 10.00 uur",
        ),
    ),
]


@pytest.mark.parametrize(("hours", "words"), WORDS)
def test_hours_are_said_in_few_lines(hours: OpeningHours, words: tuple[str, ...]) -> None:
    """Days with equal hours share a line; what is not known is not said."""
    assert hours_in_words(hours) == words
