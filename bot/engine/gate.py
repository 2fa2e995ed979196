"""Who may wait for the engine: at most a few turns of one sender, and not too many in all.

Turns are let through one at a time in the order of arrival. Rasa's own lock store asks once a
second whether it may go on, so it must never be what waits.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.domain.errors import TooBusy, TooManyTurns


class Gate:
    """Admits turns; refuses with `TooManyTurns` (this sender) or `TooBusy` (everybody)."""

    def __init__(self, *, per_sender: int, in_all: int) -> None:
        self._per_sender = per_sender
        self._in_all = in_all
        self._waiting: Counter[str] = Counter()
        self._turnstile = asyncio.Lock()

    @property
    def full(self) -> bool:
        """Whether the next turn of anybody would be refused."""
        return self._waiting.total() >= self._in_all

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait for the turnstile; raises before waiting when there are too many already."""
        if self._waiting[key] >= self._per_sender:
            raise TooManyTurns("Je stuurt berichten sneller dan ik kan antwoorden.")
        if self.full:
            raise TooBusy("Het is nu te druk.")
        self._waiting[key] += 1
        try:
            async with self._turnstile:
                yield
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key]
