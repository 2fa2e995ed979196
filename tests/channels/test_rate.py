"""Slowing down without keeping an address."""

from __future__ import annotations

from bot.middlewares.rate import RateLimit


def test_an_address_is_slowed_down_and_another_is_not() -> None:
    limit = RateLimit(3, clock=lambda: 0.0)
    assert [limit.admits("192.0.2.1") for _ in range(4)] == [True, True, True, False]
    assert limit.admits("192.0.2.2")


def test_tokens_come_back_with_time() -> None:
    now = [0.0]
    limit = RateLimit(60, clock=lambda: now[0])
    for _ in range(60):
        limit.admits("192.0.2.1")
    assert not limit.admits("192.0.2.1")
    now[0] = 2.0
    assert limit.admits("192.0.2.1")


def test_an_ipv6_customer_cannot_change_address_within_their_network() -> None:
    limit = RateLimit(1, clock=lambda: 0.0)
    assert limit.admits("2001:db8::1")
    assert not limit.admits("2001:db8::2")
    assert limit.admits("2001:db8:0:1::1")


def test_no_address_is_anywhere_in_memory() -> None:
    limit = RateLimit(1)
    limit.admits("192.0.2.77")
    kept = repr(vars(limit))
    assert "192.0.2.77" not in kept
    assert repr(bytes([192, 0, 2, 77]))[2:-1] not in kept
