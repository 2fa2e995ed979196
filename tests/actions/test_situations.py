"""Somebody tells what happens: it is acknowledged, and the roads that fit are offered."""

from __future__ import annotations

import pytest

from actions.situations import ROLES, TOPICS
from tests.actions.calling import Ask

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.mark.parametrize("intent", sorted(TOPICS))
def test_a_situation_is_acknowledged_and_its_topic_remembered(ask: Ask, intent: str) -> None:
    """First a sentence of its own, then roads; the topic is a closed value."""
    answer = ask("action_situatie", intent=intent)

    assert answer.responses[0] == f"utter_{intent}"
    assert answer.slots["onderwerp"] == TOPICS[intent]
    assert len(answer.messages) == 2


@pytest.mark.parametrize("intent", sorted(ROLES))
def test_a_role_is_remembered_and_has_roads_of_its_own(ask: Ask, intent: str) -> None:
    """A witness, an accused and a manager each get other roads than a victim."""
    answer = ask("action_situatie", intent=intent)

    assert answer.responses[0] == f"utter_{intent}"
    assert answer.slots["rol"] == ROLES[intent]
    assert answer.responses[1] not in ("utter_opties_gedrag", "utter_menu")


@pytest.mark.parametrize(
    ("intent", "roads"),
    [
        ("situatie_pesten", "utter_opties_gedrag"),
        ("situatie_seksuele_intimidatie", "utter_opties_gedrag"),
        ("situatie_misstand", "utter_opties_misstand"),
        ("situatie_conflict", "utter_opties_conflict"),
        ("situatie_werkdruk", "utter_opties_werkdruk"),
        ("situatie_prive", "utter_opties_prive"),
        ("situatie_vaag", "utter_opties_vaag"),
    ],
)
def test_the_roads_fit_the_topic(ask: Ask, intent: str, roads: str) -> None:
    """The question that was asked is remembered, so that "2" can be read."""
    answer = ask("action_situatie", intent=intent)

    assert answer.responses[1] == roads
    assert answer.slots["laatste_vraag"] == roads


def test_the_same_topic_told_again_is_not_answered_with_the_same_words(ask: Ask) -> None:
    """Who tells more gets a shorter acknowledgement."""
    answer = ask("action_situatie", intent="situatie_pesten", text="en ook", onderwerp="pesten")

    assert answer.responses == ["utter_situatie_meer", "utter_opties_gedrag"]


def test_something_vague_after_something_clear_does_not_undo_it(ask: Ask) -> None:
    """ "Het gaat maar door" after bullying stays bullying."""
    answer = ask(
        "action_situatie", intent="situatie_vaag", text="het is niet fijn", onderwerp="pesten"
    )

    assert "onderwerp" not in answer.slots
    assert answer.responses == ["utter_situatie_meer", "utter_opties_gedrag"]


def test_rather_not_saying_is_a_full_path(ask: Ask) -> None:
    """Without a story all roads are there."""
    answer = ask("action_situatie", intent="situatie_vaag", choice="liever_niet", onderwerp="vaag")

    assert answer.responses == ["utter_situatie_zeg_liever_niet", "utter_opties_gedrag"]


@pytest.mark.parametrize(
    ("intent", "choice", "response"),
    [
        ("situatie_getuige", "zeggen", "utter_getuige_zeggen"),
        ("situatie_leidinggevende", "verwacht", "utter_leidinggevende_verwacht"),
    ],
)
def test_a_follow_up_question_of_a_role_is_answered(
    ask: Ask, intent: str, choice: str, response: str
) -> None:
    """What a witness can say, what is expected of a manager."""
    assert ask("action_situatie", intent=intent, choice=choice).responses[0] == response


def test_a_victim_is_no_longer_the_witness_of_a_moment_ago(ask: Ask) -> None:
    """The role follows what is told last."""
    answer = ask("action_situatie", intent="situatie_pesten", rol="getuige")

    assert answer.slots["rol"] == "slachtoffer"


def test_a_story_during_a_form_is_acknowledged_without_new_buttons(ask: Ask) -> None:
    """The form asks its question again after it; two sets of buttons confuse."""
    answer = ask("action_situatie", intent="situatie_agressie_geweld", form="vp_form")

    assert answer.responses == ["utter_situatie_tijdens_vraag"]
    assert answer.slots["onderwerp"] == "agressie_geweld"
    assert answer.slots["laatste_vraag"] is None


def test_something_vague_does_not_make_a_witness_a_victim(ask: Ask) -> None:
    """ "Moet ik er iets van zeggen" keeps the role and its roads."""
    answer = ask(
        "action_situatie", intent="situatie_vaag", text="moet ik er iets mee", rol="getuige"
    )

    assert "rol" not in answer.slots
    assert answer.responses == ["utter_situatie_meer", "utter_opties_getuige"]
