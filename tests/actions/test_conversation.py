"""Yes, no, don't know, back, again, thanks, feelings and anger."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.calling import Ask

pytestmark = pytest.mark.usefixtures("organisation")


def test_a_greeting_gets_the_welcome_with_six_ways_to_begin(ask: Ask) -> None:
    """It names the organisation."""
    answer = ask("action_groet", intent="groet")

    assert answer.responses == ["utter_welkom"]
    assert answer.messages[0]["organisatie"] == "Voorbeeld"
    assert answer.slots["laatste_vraag"] == "utter_welkom"


def test_a_greeting_later_on_is_short(ask: Ask) -> None:
    """Nobody is welcomed twice."""
    assert ask("action_groet", intent="groet", onderwerp="pesten").responses == [
        "utter_welkom_terug"
    ]


def test_a_greeting_during_the_form_adds_nothing(ask: Ask) -> None:
    """The form's question follows."""
    assert ask("action_groet", intent="groet", form="vp_form").responses == []


@pytest.mark.parametrize(
    ("question", "response"),
    [
        ("utter_vervolg_vp_gesprek", "utter_vp_voorbereiden"),
        ("utter_vervolg_emotie", "utter_mens"),
        ("utter_vervolg_uitleg_pesten", "utter_situatie_pesten"),
        ("utter_vervolg_uitleg_misstand", "utter_situatie_misstand"),
    ],
)
def test_yes_takes_what_was_offered(ask: Ask, question: str, response: str) -> None:
    """The question of the turn before says what "ja" means."""
    answer = ask("action_bevestigen", intent="bevestigen", text="ja", laatste_vraag=question)

    assert answer.responses[0] == response


def test_yes_to_seeing_advisers_starts_the_search(ask: Ask) -> None:
    """As if the button had been pressed."""
    answer = ask(
        "action_bevestigen", intent="bevestigen", text="graag", laatste_vraag="utter_vervolg_vp"
    )

    assert answer.form == "vp_form"


@pytest.mark.parametrize(
    ("slots", "responses"),
    [
        (
            {"laatste_vraag": "utter_opties_gedrag", "onderwerp": "pesten"},
            ["utter_bevestigen_welke", "utter_opties_gedrag"],
        ),
        (
            {"laatste_vraag": "utter_vp_verwachten"},
            ["utter_bevestigen_welke", "utter_vp_verwachten"],
        ),
        ({"laatste_vraag": "utter_welkom"}, ["utter_bevestigen_welke", "utter_menu"]),
        (
            {"laatste_vraag": "utter_ask_vp_locatie"},
            ["utter_bevestigen_welke", "utter_ask_vp_locatie"],
        ),
        (
            {"laatste_vraag": "utter_twijfel", "aangeboden_1": "vp_taken"},
            ["utter_twijfel_welke"],
        ),
        ({}, ["utter_bevestigen", "utter_menu"]),
        ({"onderwerp": "misstand"}, ["utter_bevestigen", "utter_opties_misstand"]),
    ],
)
def test_yes_after_several_roads_is_asked_back(
    ask: Ask, slots: dict[str, Any], responses: list[str]
) -> None:
    """Never a guess, never nothing."""
    assert ask("action_bevestigen", intent="bevestigen", text="ja", **slots).responses == responses


@pytest.mark.parametrize(
    ("slots", "roads"),
    [
        ({}, "utter_menu"),
        ({"onderwerp": "pesten"}, "utter_opties_gedrag"),
        ({"rol": "getuige"}, "utter_opties_getuige"),
    ],
)
def test_no_is_fine_and_the_roads_are_offered(ask: Ask, slots: dict[str, Any], roads: str) -> None:
    """Refusing has no consequences."""
    answer = ask("action_ontkennen", intent="ontkennen", text="nee", **slots)

    assert answer.responses == ["utter_ontkennen", roads]


def test_not_knowing_is_met_with_the_smallest_step(ask: Ask) -> None:
    """One talk."""
    assert ask("action_weet_niet", intent="weet_niet").responses == [
        "utter_weet_niet",
        "utter_vervolg_weet_niet",
    ]


def test_starting_again_forgets_every_choice(ask: Ask) -> None:
    """All slots are reset, the form ends, the menu comes."""
    answer = ask(
        "action_opnieuw",
        intent="opnieuw",
        text="opnieuw",
        form="vp_form",
        onderwerp="pesten",
        twijfel="een",
    )

    assert {"event": "reset_slots", "timestamp": None} in answer.events
    assert answer.form is None
    assert answer.responses == ["utter_opnieuw", "utter_menu"]


def test_back_offers_the_roads_again_and_forgets_nothing(ask: Ask) -> None:
    """ "Terug" is not "opnieuw"."""
    answer = ask("action_opnieuw", intent="opnieuw", text="ik wil terug", onderwerp="pesten")

    assert answer.responses == ["utter_terug", "utter_opties_gedrag"]
    assert all(event["event"] != "reset_slots" for event in answer.events)


def test_a_misunderstanding_is_regretted(ask: Ask) -> None:
    """ "Dat bedoel ik niet" gets the menu."""
    answer = ask("action_opnieuw", intent="opnieuw", text="dat bedoel ik niet")

    assert answer.responses == ["utter_verkeerd_begrepen", "utter_menu"]


@pytest.mark.parametrize(
    ("intent", "responses"),
    [
        ("bedankt", ["utter_bedankt"]),
        ("afscheid", ["utter_afscheid"]),
        ("emotie", ["utter_emotie", "utter_vervolg_emotie"]),
        ("schelden", ["utter_schelden"]),
        ("buiten_bereik", ["utter_buiten_bereik", "utter_buiten_bereik_hr", "utter_menu"]),
    ],
)
def test_small_talk_has_an_answer(ask: Ask, intent: str, responses: list[str]) -> None:
    """Also to insults and to what it is not for."""
    assert ask(f"action_{intent}", intent=intent).responses == responses


@pytest.mark.parametrize("intent", ["afscheid", "schelden"])
def test_leaving_or_anger_ends_the_questions(ask: Ask, intent: str) -> None:
    """The form does not hold anybody."""
    assert ask(f"action_{intent}", intent=intent, form="vp_form").form is None


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_an_hr_contact_none_is_named(organisation: object, ask: Ask) -> None:
    """No empty contact."""
    answer = ask("action_buiten_bereik", intent="buiten_bereik")

    assert answer.responses == ["utter_buiten_bereik", "utter_menu"]


@pytest.mark.parametrize("intent", ["vp_gesprek", "klacht_verloop"])
@pytest.mark.parametrize(
    ("road", "response"),
    [
        ("vp", "utter_vp_gesprek"),
        ("klacht", "utter_klacht_stappen_eigen"),
        ("misstand", "utter_klok"),
    ],
)
def test_how_long_it_takes_is_about_what_was_just_spoken_of(
    ask: Ask, intent: str, road: str, response: str
) -> None:
    """Whichever way "hoe lang duurt dat dan?" was understood."""
    action = "action_vp_uitleg" if intent == "vp_gesprek" else "action_klacht_verloop"
    answer = ask(action, intent=intent, text="hoe lang duurt dat dan?", laatste_keuze=road)

    assert answer.responses[0] == response


def test_how_long_a_named_thing_takes_is_about_that_thing(ask: Ask) -> None:
    """ "Hoe lang duurt een klacht" after advisers is still about the complaint."""
    answer = ask(
        "action_klacht_verloop",
        intent="klacht_verloop",
        text="hoe lang duurt een klacht",
        laatste_keuze="vp",
    )

    assert answer.responses[0] == "utter_klacht_stappen_eigen"
