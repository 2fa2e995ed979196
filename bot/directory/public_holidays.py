"""The Dutch public holidays, from the `holidays` library."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=16)
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def is_holiday(day: date) -> bool:
    """Return whether that day is a public holiday in the Netherlands."""
    return day in _holidays_of(day.year)
