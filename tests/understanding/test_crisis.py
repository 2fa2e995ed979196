"""What the crisis detector finds by its words alone: the need, and not the figure of speech."""

from __future__ import annotations

import pytest

from bot.understanding.crisis import find_crisis, language_of, read_lexicon

FOUND = [
    ("ik wil niet meer leven", "crisis_suicide"),
    ("IK WIL DOOD", "crisis_suicide"),
    ("ik denk weer aan zelfmoord", "crisis_suicide"),
    ("mijn collega zegt dat hij zichzelf iets aan wil doen", "crisis_suicide"),
    ("ze doet zichzelf pijn", "crisis_suicide"),
    ("I want to kill myself", "crisis_suicide"),
    ("er staat iemand met een mes bij de balie", "crisis_acuut_gevaar"),
    ("bel 112", "crisis_acuut_gevaar"),
    ("er wordt gevochten in de kantine", "crisis_acuut_gevaar"),
    ("ik ben vorig jaar verkracht", "crisis_seksueel_geweld"),
    ("een collega is aangerand", "crisis_seksueel_geweld"),
    ("hij hield me vast en zat onder mijn kleren", "crisis_seksueel_geweld"),
    ("ik lach me dood maar eigenlijk wil ik niet meer leven", "crisis_suicide"),
]
NOT_FOUND = [
    "ik lach me dood",
    "die deadline wordt mijn dood",
    "ik werk me dood hier",
    "ik schrok me dood van die mail",
    "vorige week had een klant een mes bij zich",
    "ik ben doodmoe",
    "ik wil niet dood, ik wil een andere baas",
    "mijn voorstel was een zelfmoordactie",
    "ik wil een klacht indienen",
    "",
]


@pytest.mark.parametrize(("text", "crisis"), FOUND)
def test_a_crisis_is_found(text: str, crisis: str) -> None:
    found = find_crisis(text)
    assert found is not None
    assert found[0] == crisis


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert find_crisis(text) is None


def test_suicide_goes_before_danger_and_danger_before_sexual_violence() -> None:
    text = "ik wil niet meer leven, er staat nu iemand met een mes en ik ben verkracht"
    assert find_crisis(text) == ("crisis_suicide", "nl")


def test_a_crisis_in_english_is_answered_in_english() -> None:
    assert find_crisis("i was raped by my boss and i do not know what to do") == (
        "crisis_seksueel_geweld",
        "en",
    )
    assert language_of(["ik", "wil", "met", "iemand", "praten"]) == "nl"


def test_every_line_of_the_lexicon_can_be_read() -> None:
    lexicon = read_lexicon()
    assert min(len(patterns) for patterns in lexicon.patterns.values()) > 30
