"""Patterns over words: what they find, and that nothing makes them slow."""

from __future__ import annotations

import time

import pytest

from bot.understanding.patterns import PatternInvalid, parse_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("zelfmoord", "ik denk aan zelfmoord", True),
        ("zelfmoord~", "zelfmoordgedachten", True),
        ("dood|sterven", "ik wil sterven", True),
        ("wil * dood", "ik wil dood", True),
        ("wil * dood", "ik wil nu echt dood", True),
        ("wil * dood", "wil een twee drie vier dood", False),
        ("wil * dood", "dood wil ik", False),
        ("wil * !niet dood", "ik wil niet dood", False),
        ("wil dood", "ik wil nu dood", False),
        ("er niet meer", "er niet", False),
        ("a b", "a a b", True),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, found: bool) -> None:
    assert parse_pattern(pattern).found_in(text.split()) is found


@pytest.mark.parametrize("source", ["", "*", "dood !niet", "* dood", "wil *", "a| b", "~"])
def test_a_pattern_that_cannot_be_read_is_refused(source: str) -> None:
    with pytest.raises(PatternInvalid):
        parse_pattern(source)


def test_a_hostile_text_takes_time_in_proportion_to_its_length() -> None:
    pattern = parse_pattern("a * a * a * a * a * b")

    def seconds(words: int) -> float:
        text = ["a"] * words
        started = time.perf_counter()
        pattern.found_in(text)
        return time.perf_counter() - started

    short = min(seconds(2_000) for _ in range(3))
    assert min(seconds(16_000) for _ in range(3)) < short * 8 * 4
