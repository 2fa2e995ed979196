"""Every intent in many states of many organisations: short, whole, true to its card."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from actions.base import roads
from tests.actions.calling import Ask
from tests.actions.organisations import ORGANISATIONS, SHIPPED

STATES: dict[str, dict[str, Any]] = {
    "nieuw": {},
    "gedrag": {"onderwerp": "pesten", "rol": "slachtoffer"},
    "seksueel": {"onderwerp": "seksuele_intimidatie", "rol": "slachtoffer"},
    "misstand": {"onderwerp": "misstand", "laatste_keuze": "misstand"},
    "getuige": {"rol": "getuige", "onderwerp": "discriminatie"},
    "beschuldigd": {"rol": "beschuldigde"},
    "leiding": {"rol": "leidinggevende"},
    "gezocht": {
        "vp_conflict": "nee",
        "vp_niet": "geen",
        "vp_soort": "intern",
        "vp_locatie": "zuid",
        "laatste_keuze": "vp",
    },
    "betrokken": {
        "vp_conflict": "ja",
        "vp_niet": "geen",
        "vp_soort": "geen_voorkeur",
        "vp_locatie": "geen_voorkeur",
    },
    "in_vraag": {"requested_slot": "vp_conflict", "form": "vp_form"},
}
LONGEST = 60
BUBBLES = 3
QUESTION_OF_FORM = 1


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("organisation", [*sorted(ORGANISATIONS), SHIPPED], indirect=True)
def test_every_answer_is_short_and_whole(
    organisation: object,
    state: str,
    ask: Ask,
    words_of: Callable[[dict[str, Any]], list[str]],
) -> None:
    """At most three bubbles of sixty words, no empty place, nothing only on a card."""
    for intent, action in roads().items():
        answer = ask(action.action_name, intent=intent, **STATES[state])
        ends_form = answer.form is None
        asks = answer.form == "vp_form" or (state == "in_vraag" and not ends_form)

        assert "utter_storing" not in answer.responses, intent
        assert len(answer.messages) + (QUESTION_OF_FORM if asks else 0) <= BUBBLES, intent
        assert answer.messages or asks, f"{intent} is answered with silence"
        for message in answer.messages:
            for text in words_of(message):
                assert not re.search(r"\{[a-z_]+\}", text), (intent, text)
                # The organisation's own lists are as long as its rules are; our words are not.
                own = text.replace(message.get("stappen", "\0"), "")
                assert len(own.split()) <= LONGEST, (intent, len(own.split()), own)
                _says_what_its_card_says(message["custom"], text)


def _says_what_its_card_says(card: dict[str, Any], text: str) -> None:
    for name in ("name", "cost", "mail"):
        assert not card.get(name) or card[name] in text, (name, text)
    for phone in card.get("phones", ()):
        assert phone["number"] in text, text
    for step in card.get("steps", ()):
        assert step["title"] in text
    if card.get("type") == "clock":
        assert card["term"] in text


@pytest.mark.parametrize("organisation", sorted(ORGANISATIONS), indirect=True)
@pytest.mark.usefixtures("organisation")
def test_every_typed_number_after_every_question_is_answered(
    ask: Ask, responses: dict[str, list[dict[str, Any]]]
) -> None:
    """Each button can be named by its place."""
    questions = {
        name: variations[0]["buttons"]
        for name, variations in responses.items()
        if variations[0].get("buttons") and name != "utter_default"
    }
    for question, buttons in questions.items():
        for place in range(1, len(buttons) + 1):
            answer = ask(
                "action_twijfel", intent="nlu_fallback", text=str(place), laatste_vraag=question
            )

            assert "utter_storing" not in answer.responses, (question, place)
            assert not any(r.startswith("utter_twijfel") for r in answer.responses), question
