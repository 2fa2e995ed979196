"""Moments that the tests share."""

from __future__ import annotations

from datetime import datetime

from bot.domain.clock import AMSTERDAM

MONDAY_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)


def moment(text: str) -> datetime:
    """Return a moment in Amsterdam, written as 2026-11-23 10:00."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)
