"""Never silence: a failure becomes an answer with emergency numbers, and a line without text."""

from __future__ import annotations

import json

import pytest

from actions.assistant import ShowMenu
from actions.base import GuidanceAction, Turn, roads
from bot.domain.intents import INTENTS
from tests.actions.calling import Ask


def test_every_intent_and_doubt_has_exactly_one_action() -> None:
    """The rules are held to this in the content tests."""
    assert set(roads()) == {*INTENTS, "nlu_fallback"}


@pytest.mark.usefixtures("directory_gone")
def test_without_a_directory_the_answer_carries_the_emergency_numbers(
    ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the journal says which action, not what was typed."""
    answer = ask("action_vp_zoeken", intent="vp_zoeken", text="geheim verhaal")

    assert answer.responses == ["utter_storing"]
    assert answer.events == []
    line = json.loads(capsys.readouterr().err)
    assert line == {
        "event": "directory_unavailable",
        "action": "FindAdviser",
        "error": "DirectoryUnavailable",
    }


@pytest.mark.usefixtures("organisation")
def test_a_broken_action_answers_and_half_an_answer_is_not_sent(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one broad except lets the journal know and hides no text in it."""

    def broken(self: GuidanceAction, turn: Turn) -> None:
        turn.say("utter_menu")
        raise KeyError(turn.text)

    monkeypatch.setattr(ShowMenu, "answer", broken)

    answer = ask("action_mogelijkheden", intent="bot_mogelijkheden", text="geheim verhaal")

    assert answer.responses == ["utter_storing"]
    error = capsys.readouterr().err
    assert json.loads(error) == {
        "event": "action_failed",
        "action": "ShowMenu",
        "error": "KeyError",
    }


@pytest.mark.usefixtures("directory_gone")
@pytest.mark.parametrize(
    "intent", ["situatie_pesten", "uitleg_grens", "bot_privacy", "logboek_maken", "emotie"]
)
def test_what_needs_no_directory_is_answered_without_it(ask: Ask, intent: str) -> None:
    """Only what must be looked up fails."""
    answer = ask(roads()[intent].action_name, intent=intent)

    assert "utter_storing" not in answer.responses


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    "intent", ["nlu_fallback", "buiten_bereik", "weet_niet", "klacht_indienen"]
)
def test_a_bare_number_is_a_choice_whatever_it_was_understood_as(ask: Ask, intent: str) -> None:
    """ "2" after the roads is the second road, also when the classifier guessed."""
    answer = ask(
        roads()[intent].action_name, intent=intent, text="2", laatste_vraag="utter_opties_gedrag"
    )

    assert answer.responses[0] == "utter_klacht_informeel"


@pytest.mark.usefixtures("organisation")
def test_a_question_is_remembered_for_one_turn_only(ask: Ask) -> None:
    """An answer without a question clears it."""
    answer = ask("action_afscheid", intent="afscheid", laatste_vraag="utter_menu")

    assert answer.slots["laatste_vraag"] is None
