"""What is typed becomes plain text, and never an intent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.turn import clean_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hallo", "hallo"),
        ("  hallo \n", "hallo"),
        ("/vp_zoeken", "vp_zoeken"),
        ("//{", "{"),
        ("\u200b/vp_zoeken", "vp_zoeken"),
        ("\u2060\ufeff / /vp_zoeken", "vp_zoeken"),
        ("\uff0fvp_zoeken", "vp_zoeken"),
        ("\u2215\u2044vp_zoeken", "vp_zoeken"),
        ("hij zei\x00niets", "hij zei niets"),
        ("\ud800 kapot", "kapot"),
        ("\u202enetsrekeew", "netsrekeew"),
        ("\u0000", ""),
        ("een\nregel", "een\nregel"),
        ("cafe\u0301", "café"),
    ],
)
def test_unseen_characters_and_a_slash_in_front_disappear(typed: str, meant: str) -> None:
    assert clean_text(typed) == meant


@given(st.text())
def test_no_text_at_all_can_begin_with_a_slash_or_hold_a_surrogate(typed: str) -> None:
    cleaned = clean_text(typed)
    assert not cleaned.startswith("/")
    cleaned.encode("utf-8")
