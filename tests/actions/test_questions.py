"""What was offered can be answered by number, by "ja" and by "nee"."""

from __future__ import annotations

import pytest

from actions import questions
from actions.questions import Option


def test_a_payload_with_and_without_a_choice_is_read() -> None:
    """The choice behind a button is an intent and perhaps a closed value."""
    assert questions.parse("/klacht_indienen") == Option("klacht_indienen")
    assert questions.parse('/vp_zoeken{"keuze":"extern"}') == Option("vp_zoeken", "extern")


def test_a_number_picks_the_button_in_that_place() -> None:
    """ "2" after the roads is the second road."""
    assert questions.picked("utter_opties_gedrag", "2") == Option("klacht_informeel")
    assert questions.picked("utter_opties_gedrag", "de laatste") == Option(
        "bot_mogelijkheden", "lezen"
    )


@pytest.mark.parametrize("text", ["7", "0", "", "ja", "twee dingen"])
def test_what_is_no_place_picks_nothing(text: str) -> None:
    """A number that is not there is left to understanding."""
    assert questions.picked("utter_opties_gedrag", text) is None


def test_a_response_without_buttons_offers_nothing_to_pick() -> None:
    """After a statement "1" means nothing."""
    assert questions.picked("utter_vp_taken", "1") is None


def test_offered_topics_can_be_picked_and_something_else_comes_last() -> None:
    """The topics of doubt are buttons that the action added."""
    offered = ("klacht_indienen", "vp_taken")

    assert questions.picked("utter_twijfel", "2", offered) == Option("vp_taken")
    assert questions.picked("utter_twijfel", "3", offered) == Option("bot_mogelijkheden")


def test_yes_takes_the_offer_and_is_nothing_after_several_roads() -> None:
    """ "Ja" after an open question is asked back."""
    assert questions.yes("utter_vervolg_vp") == Option("vp_zoeken")
    assert questions.yes("utter_opties_gedrag") is None
    assert questions.yes("utter_vp_taken") is None


def test_no_means_something_only_after_a_yes_or_no_question() -> None:
    """Elsewhere "nee" is accepted and something else offered."""
    assert questions.no("utter_vraag_crisis_blijven") == Option("ontkennen", "crisis_genoeg")
    assert questions.no("utter_vervolg_vp") is None
