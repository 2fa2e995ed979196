"""Terms are explained without a verdict, and lead on."""

from __future__ import annotations

import pytest

from actions.explanation import ExplainTerm
from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("intent", ExplainTerm.intents)
def test_a_term_is_explained_and_recognition_asked(ask: Ask, intent: str) -> None:
    """ "Herken je dit?" with a way on for the employee and for a witness."""
    answer = ask("action_uitleg", intent=intent)

    assert answer.responses[0] == f"utter_{intent}"
    assert answer.responses[-1] == f"utter_vervolg_{intent}"
    assert answer.slots["onderwerp"] == intent.removeprefix("uitleg_")


@pytest.mark.usefixtures("organisation")
def test_asking_about_a_term_does_not_change_what_was_told(ask: Ask) -> None:
    """Who was bullied and asks what wrongdoing is, was still bullied."""
    answer = ask("action_uitleg", intent="uitleg_misstand", onderwerp="pesten")

    assert "onderwerp" not in answer.slots
    assert "utter_uitleg_integriteit" in answer.responses


@pytest.mark.usefixtures("organisation")
def test_where_the_line_is_is_answered_without_judging(ask: Ask) -> None:
    """Feeling bad is reason enough."""
    answer = ask("action_uitleg_grens", intent="uitleg_grens")

    assert answer.responses == [
        "utter_uitleg_grens",
        "utter_uitleg_grens_werk",
        "utter_vervolg_uitleg_grens",
    ]


@pytest.mark.usefixtures("organisation")
def test_the_code_of_conduct_is_linked(ask: Ask) -> None:
    """Title and address in words."""
    message = ask("action_gedragscode", intent="uitleg_gedragscode").messages[0]

    assert message["response"] == "utter_gedragscode_link"
    assert message["adres"] == "https://www.voorbeeld.example/code"


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_a_code_of_conduct_it_is_said_where_to_look(organisation: object, ask: Ask) -> None:
    """No broken link."""
    answer = ask("action_gedragscode", intent="uitleg_gedragscode")

    assert answer.responses[0] == "utter_gedragscode_geen"
