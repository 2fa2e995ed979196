"""The emergency numbers are there when nothing else is."""

from __future__ import annotations

import pytest

from bot.domain.emergency import crisis_bubble, failure_bubble, has_number
from bot.domain.intents import CRISIS_INTENTS
from bot.domain.replies import Bubble


@pytest.mark.parametrize("language", ["nl", "en", "xx"])
@pytest.mark.parametrize("kind", CRISIS_INTENTS)
def test_each_crisis_has_its_number_in_text_and_on_its_card(kind: str, language: str) -> None:
    bubble = crisis_bubble(kind, language)
    assert has_number((bubble,), kind)
    assert bubble.custom is not None
    assert bubble.custom["type"] == "crisis"
    for phone in bubble.custom["phones"]:
        assert phone["number"] in (bubble.text or "")
        assert phone["href"] == "tel:" + phone["number"].replace("-", "")


def test_an_answer_without_the_number_is_recognised_as_such() -> None:
    assert not has_number((Bubble(text="Sterkte."), Bubble()), "crisis_suicide")


def test_the_answer_of_last_resort_carries_every_emergency_number() -> None:
    text = failure_bubble().text or ""
    for number in ("112", "113", "0800-0113", "0800-0188"):
        assert number in text
