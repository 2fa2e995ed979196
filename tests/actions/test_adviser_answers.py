"""Questions about confidential advisers are explained, with a way on to a name."""

from __future__ import annotations

import pytest

from actions.adviser_answers import ExplainAdviser
from tests.actions.calling import Ask

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.mark.parametrize("intent", ExplainAdviser.intents)
def test_each_question_is_explained_and_a_way_on_offered(ask: Ask, intent: str) -> None:
    """No dead end."""
    answer = ask("action_vp_uitleg", intent=intent)

    assert answer.responses[0] == f"utter_{intent}"
    assert answer.responses[-1].startswith("utter_vervolg_")
    assert answer.slots["laatste_keuze"] == "vp"


@pytest.mark.parametrize("intent", ExplainAdviser.intents)
def test_a_digression_from_the_form_leaves_its_question_the_last_word(
    ask: Ask, intent: str
) -> None:
    """At most two bubbles, no buttons of its own, the form goes on."""
    answer = ask("action_vp_uitleg", intent=intent, form="vp_form")

    assert len(answer.messages) <= 2
    assert answer.form == "unchanged"
    assert answer.slots["laatste_vraag"] is None


def test_a_wish_for_one_kind_leads_to_names_instead_of_an_explanation(ask: Ask) -> None:
    """ "Ik wil liever met iemand van buiten praten" is no question about the difference."""
    answer = ask(
        "action_vp_uitleg",
        intent="vp_intern_extern",
        text="ik wil liever met iemand van buiten praten",
    )

    assert answer.cards == ["adviser"]
    assert answer.slots["vp_soort"] == "extern"


@pytest.mark.parametrize(
    "text", ["wat is het verschil tussen intern en extern", "kan ik ook iemand van buiten spreken?"]
)
def test_a_question_about_the_kinds_is_explained(ask: Ask, text: str) -> None:
    """Then one may still choose by button."""
    answer = ask("action_vp_uitleg", intent="vp_intern_extern", text=text)

    assert answer.responses == ["utter_vp_intern_extern", "utter_vervolg_vp_soort"]


def test_the_first_talk_can_be_prepared_without_typing_it_here(ask: Ask) -> None:
    """The form of a list; what goes in it stays with the employee."""
    answer = ask("action_vp_uitleg", intent="vp_gesprek", choice="voorbereiden")

    assert answer.responses == ["utter_vp_voorbereiden", "utter_vervolg_vp"]
