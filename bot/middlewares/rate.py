"""Slows down whoever asks too fast, without keeping an address.

The key of a bucket is a keyed hash of the address (IPv6: its /64); the key lives in memory and is
replaced every ten minutes, so that nothing can be traced back (privacy.md 2.3).
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from aiohttp import web

from bot.middlewares.errors import Handler, refusal

KEY_SECONDS: Final = 600.0
BUCKETS: Final = 20_000


class RateLimit:
    """Token buckets: `per_minute` requests on average, the same number at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._renew_key()

    def admits(self, address: str) -> bool:
        """Take one token of this address; False when there is none left."""
        now = self._clock()
        if now - self._key_since > KEY_SECONDS:
            self._renew_key()
        name = hmac.new(self._key, _network(address), hashlib.sha256).digest()[:8]
        tokens, since = self._buckets.pop(name, (float(self._per_minute), now))
        tokens = min(self._per_minute, tokens + (now - since) * self._per_minute / 60)
        self._buckets[name] = (max(tokens - 1, 0.0), now)
        while len(self._buckets) > BUCKETS:
            self._buckets.popitem(last=False)
        return tokens >= 1

    def _renew_key(self) -> None:
        self._key = secrets.token_bytes(32)
        self._key_since = self._clock()
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()


def _network(address: str) -> bytes:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return b"?"
    return parsed.packed[:8] if parsed.version == 6 else parsed.packed


def client_address(request: web.Request, trusted: tuple[str, ...]) -> str:
    """Return who asks: the peer, or the last untrusted hop that a trusted proxy names."""
    networks = [ipaddress.ip_network(t) for t in trusted]
    address = request.remote or ""
    for hop in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        if not _within(address, networks):
            return address
        address = hop.strip() or address
    return address


def _within(address: str, networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in networks)


def setup_rate(app: web.Application, limit: RateLimit, trusted: tuple[str, ...]) -> None:
    """Install it for requests that cost something; health, help and static pages always answer."""

    @web.middleware
    async def limit_rate(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method == "POST" and not limit.admits(client_address(request, trusted)):
            return refusal(429, "Er komen te veel berichten tegelijk. Wacht even.", retry_after=5)
        return await handler(request)

    app.middlewares.append(limit_rate)
