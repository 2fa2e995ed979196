"""From any situation to a named adviser: at most three taps, whichever way is taken."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import Any

import pytest

from actions import questions
from actions.adviser_search import ANSWERS
from actions.base import roads
from actions.situations import ROLES, TOPICS
from tests.actions.calling import Answer, Ask

Responses = dict[str, list[dict[str, Any]]]
WITH_ADVISERS = ["voorbeeld", "alleen_intern", "alleen_extern", "een_locatie", "veel_locaties"]
MOST_TAPS = 3


@dataclass
class Walk:
    """A conversation by taps only, played as Rasa plays the rules and the form."""

    ask: Ask
    responses: Responses
    slots: dict[str, Any] = field(default_factory=dict)
    form: bool = False
    buttons: list[str] = field(default_factory=list)
    named: bool = False

    def press(self, payload: str) -> Walk:
        """Return the conversation after a tap."""
        after = Walk(self.ask, self.responses, dict(self.slots), self.form)
        option = questions.parse(payload)
        filled = after._read(option) if after.form else False
        if not filled:
            after._hear(
                after.ask(
                    roads()[option.intent].action_name,
                    intent=option.intent,
                    choice=option.choice,
                    form="vp_form" if after.form else None,
                    **after.slots,
                )
            )
        if after.form:
            after._go_on()
        return after

    def _read(self, option: questions.Option) -> bool:
        answer = self.ask(
            "validate_vp_form",
            intent=option.intent,
            choice=option.choice,
            form="vp_form",
            **self.slots,
        )
        self.slots.update(answer.slots)
        return bool(answer.events)

    def _go_on(self) -> None:
        """Ask the first empty slot, as Rasa's form does, or end with the names."""
        empty = next((slot for slot in ANSWERS if self.slots.get(slot) is None), None)
        self.slots["requested_slot"] = empty
        if empty is None:
            self.form = False
            self._hear(self.ask("action_vp_tonen", **self.slots))
        elif empty == "vp_conflict":
            self.buttons = [
                b["payload"] for b in self.responses["utter_ask_vp_conflict"][0]["buttons"]
            ]
        else:
            self._hear(self.ask(f"action_ask_{empty}", intent="vp_zoeken", **self.slots))

    def _hear(self, answer: Answer) -> None:
        self.slots.update(answer.slots)
        self.named = "adviser" in answer.cards
        self.buttons = []
        for message in answer.messages:
            in_file = self.responses[message["response"]][0].get("buttons") or []
            self.buttons += [b["payload"] for b in (*in_file, *message["buttons"])]
        if answer.form == "vp_form":
            self.form = True
        elif answer.form is None:
            self.form = False


def _told(ask: Ask, responses: Responses, intent: str) -> Walk:
    walk = Walk(ask, responses)
    walk._hear(ask(roads()[intent].action_name, intent=intent, text="verhaal"))
    return walk


def _shortest(start: Walk) -> int:
    reached = [start]
    for taps in range(1, MOST_TAPS + 1):
        reached = [walk.press(payload) for walk in reached for payload in walk.buttons]
        if any(walk.named for walk in reached):
            return taps
    return MOST_TAPS + 1


@pytest.mark.parametrize("organisation", WITH_ADVISERS, indirect=True)
def test_the_shortest_way_is_two_taps_in_the_middle_and_three_at_most(
    organisation: object, ask: Ask, responses: Responses
) -> None:
    """Over the thirteen situations."""
    taps = [_shortest(_told(ask, responses, intent)) for intent in (*TOPICS, *ROLES)]

    assert max(taps) <= MOST_TAPS
    assert statistics.median(taps) == 2


@pytest.mark.parametrize("organisation", WITH_ADVISERS, indirect=True)
def test_whoever_asks_for_an_adviser_has_a_name_within_three_taps_whatever_is_answered(
    organisation: object, ask: Ask, responses: Responses
) -> None:
    """Every answer to every question, from every situation: two questions at most."""
    for intent in (*TOPICS, *ROLES):
        start = _told(ask, responses, intent)
        (first,) = [p for p in start.buttons if p == "/vp_zoeken"]
        reached = [start.press(first)]
        for _ in range(MOST_TAPS - 1):
            reached = [
                walk if walk.named or not walk.form else walk.press(payload)
                for walk in reached
                for payload in ([""] if walk.named or not walk.form else walk.buttons)
            ]
        assert all(not walk.form for walk in reached), intent
        assert any(walk.named for walk in reached), intent
