"""Not understood: each time in a row something else, and at last a human."""

from __future__ import annotations

import pytest

from tests.actions.calling import Ask

RANKING = (
    "situatie_pesten",
    "crisis_suicide",
    "emotie",
    "vp_taken",
    "bot_mogelijkheden",
    "klacht_indienen",
)


@pytest.mark.usefixtures("organisation")
def test_first_the_three_likeliest_topics_are_offered(ask: Ask) -> None:
    """By the labels of the catalogue, small talk and crises left out, something else last."""
    answer = ask("action_twijfel", intent="nlu_fallback", text="hmpf", ranking=RANKING)

    assert answer.responses == ["utter_twijfel"]
    assert answer.buttons() == [
        "Ik word gepest of buitengesloten",
        "Wat doet een vertrouwenspersoon?",
        "Een klacht indienen",
        "Iets heel anders",
    ]
    assert answer.slots["twijfel"] == "een"
    assert answer.slots["laatste_vraag"] == "utter_twijfel"


@pytest.mark.usefixtures("organisation")
def test_then_the_menu(ask: Ask) -> None:
    """Not the same question twice."""
    answer = ask("action_twijfel", intent="nlu_fallback", ranking=RANKING, twijfel="een")

    assert answer.responses == ["utter_twijfel_menu", "utter_menu"]
    assert answer.slots["twijfel"] == "twee"


@pytest.mark.usefixtures("organisation")
def test_then_a_human(ask: Ask) -> None:
    """Two people with their numbers, nothing asked."""
    answer = ask("action_twijfel", intent="nlu_fallback", ranking=RANKING, twijfel="twee")

    assert answer.responses[0] == "utter_twijfel_mens"
    assert answer.cards == ["adviser", "adviser"]


@pytest.mark.usefixtures("organisation")
def test_with_no_likely_topic_the_menu_comes_first(ask: Ask) -> None:
    """An empty ranking gives no empty question."""
    assert ask("action_twijfel", intent="nlu_fallback").responses[0] == "utter_twijfel_menu"


@pytest.mark.usefixtures("organisation")
def test_a_typed_number_after_doubt_is_the_offered_topic(ask: Ask) -> None:
    """ "2" is understood and ends the counting."""
    answer = ask(
        "action_twijfel",
        intent="nlu_fallback",
        text="2",
        laatste_vraag="utter_twijfel",
        twijfel="een",
        aangeboden_1="situatie_pesten",
        aangeboden_2="vp_taken",
    )

    assert answer.responses[0] == "utter_vp_taken"
    assert answer.slots["twijfel"] is None


@pytest.mark.usefixtures("organisation")
def test_doubt_during_the_form_first_helps_and_then_passes_over(ask: Ask) -> None:
    """Nobody is held by a question."""
    first = ask(
        "action_twijfel", intent="nlu_fallback", form="vp_form", requested_slot="vp_conflict"
    )
    second = ask(
        "action_twijfel",
        intent="nlu_fallback",
        form="vp_form",
        requested_slot="vp_conflict",
        twijfel="een",
    )

    assert first.responses == ["utter_twijfel_bij_vraag"]
    assert second.responses == []
    assert second.slots["vp_conflict"] == "weet_niet"
    assert second.form == "unchanged"


@pytest.mark.parametrize("organisation", ["geen_vp"], indirect=True)
def test_without_advisers_whoever_listens_outside_is_given(organisation: object, ask: Ask) -> None:
    """A human there always is."""
    answer = ask("action_twijfel", intent="nlu_fallback", twijfel="twee")

    assert answer.responses[0] == "utter_mens_geen_vp"
    assert answer.cards == ["body"]


@pytest.mark.usefixtures("organisation")
def test_being_understood_ends_the_counting(ask: Ask) -> None:
    """Doubt counts only in a row."""
    assert ask("action_bedankt", intent="bedankt", twijfel="een").slots["twijfel"] is None
