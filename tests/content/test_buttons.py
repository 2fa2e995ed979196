"""Buttons lead somewhere, say so briefly, and every question can be passed over."""

from __future__ import annotations

import pytest

from actions import questions
from actions.base import roads
from bot.domain.intents import INTENTS
from tests.content.conftest import Responses

LONGEST_TITLE = 50
MOST_BUTTONS = 6
# Every closed value that may stand behind a button in the files, by intent.
CHOICES = {
    "vp_zoeken": {
        "intern",
        "extern",
        "overslaan",
        "anders",
        "betrokken",
        "locatie",
        "elke_locatie",
    },
    "vp_gesprek": {"voorbereiden"},
    "misstand_melden": {"intern", "extern"},
    "bot_mogelijkheden": {"lezen"},
    "situatie_getuige": {"zeggen"},
    "situatie_leidinggevende": {"verwacht"},
    "situatie_vaag": {"liever_niet"},
    "bevestigen": {"ja", "crisis_blijven"},
    "ontkennen": {"nee", "crisis_genoeg"},
    "weet_niet": {"weet_niet", "geen", "geen_voorkeur"},
    "opnieuw": {"geen_crisis"},
    "situatie_pesten": {"herken"},
    "situatie_intimidatie": {"herken"},
    "situatie_seksuele_intimidatie": {"herken"},
    "situatie_discriminatie": {"herken"},
    "situatie_agressie_geweld": {"herken"},
    "situatie_misstand": {"herken"},
}
SKIPS = {"overslaan", "geen", "geen_voorkeur", "elke_locatie"}


def test_every_button_leads_to_a_known_intent_and_choice(responses: Responses) -> None:
    """A payload that the engine and the actions understand."""
    for name, variations in responses.items():
        for variation in variations:
            for button in variation.get("buttons") or ():
                option = questions.parse(button["payload"])
                assert option.intent in INTENTS, name
                assert option.intent in roads(), name
                if option.choice is not None:
                    assert option.choice in CHOICES[option.intent], (name, option)


def test_every_choice_is_offered_somewhere(responses: Responses) -> None:
    """The list above has nothing that no button says."""
    offered = {
        (option.intent, option.choice)
        for variations in responses.values()
        for variation in variations
        for option in (questions.parse(b["payload"]) for b in variation.get("buttons") or ())
        if option.choice
    }

    assert offered == {(intent, choice) for intent, all_ in CHOICES.items() for choice in all_}


def test_all_variations_of_a_response_have_the_same_buttons(responses: Responses) -> None:
    """Otherwise "2" would mean something else each time."""
    for name, variations in responses.items():
        payloads = [[b["payload"] for b in v.get("buttons") or ()] for v in variations]
        assert all(p == payloads[0] for p in payloads), name


def test_buttons_are_few_and_short_and_differ(responses: Responses) -> None:
    """At most six, each a short line, no two the same."""
    for name, variations in responses.items():
        for variation in variations:
            titles = [b["title"] for b in variation.get("buttons") or ()]
            assert len(titles) <= MOST_BUTTONS, name
            assert len(set(titles)) == len(titles), name
            assert all(0 < len(title) <= LONGEST_TITLE for title in titles), name


def test_every_question_of_the_form_can_be_passed_over(responses: Responses) -> None:
    """By a button that says so."""
    asked = [name for name in responses if name.startswith("utter_ask_")]

    assert asked
    for name in asked:
        for variation in responses[name]:
            choices = {questions.parse(b["payload"]).choice for b in variation["buttons"]}
            assert choices & SKIPS, name


@pytest.mark.parametrize("prefix", ["utter_vraag_"])
def test_yes_or_no_questions_have_yes_and_no_in_their_places(
    responses: Responses, prefix: str
) -> None:
    """A typed "ja" is the first button, "nee" the second."""
    asked = [name for name in responses if name.startswith(prefix)]

    assert asked
    for name in asked:
        for variation in responses[name]:
            first, second = (b["title"] for b in variation["buttons"][:2])
            assert first.startswith(("Ja", "Yes")), name
            assert second.startswith(("Nee", "No")), name


def test_where_yes_means_the_first_button_it_says_so_or_offers_one_thing(
    responses: Responses,
) -> None:
    """After "Zal ik …?" the first button begins with "Ja"; after an open question it is a road."""
    for name, variations in responses.items():
        if not name.startswith("utter_vervolg_"):
            continue
        for variation in variations:
            asks_yes_or_no = variation["text"].startswith(("Zal ik", "Wil je", "Herken"))
            if asks_yes_or_no and name not in ("utter_vervolg_privacy",):
                assert variation["buttons"][0]["title"].startswith("Ja"), name


def test_every_answer_that_only_explains_is_followed_by_a_way_on(responses: Responses) -> None:
    """Every question has something else than a dead end: at least two ways."""
    for name, variations in responses.items():
        if name.startswith(("utter_opties_", "utter_vervolg_", "utter_menu", "utter_welkom")):
            assert all(len(v["buttons"]) >= 2 for v in variations), name
