"""The one place that asks what time it is, so that tests can say so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return the present moment in Amsterdam, aware."""
    return datetime.now(AMSTERDAM)
