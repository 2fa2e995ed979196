"""Complaints: the organisation's own rules when entered, the usual ones when not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
def test_the_own_procedure_is_shown_with_where_to_send_it(ask: Ask) -> None:
    """Steps by title and term in words, whole on the card; then the committee."""
    answer = ask("action_klacht_indienen", intent="klacht_indienen")

    assert answer.responses == [
        "utter_klacht_stappen_eigen",
        "utter_klacht_commissie",
        "utter_vervolg_klacht_indienen",
    ]
    card = answer.messages[0]["custom"]
    assert card["own"] is True
    assert card["steps"][0]["text"] == "Schrijf op wat er gebeurde."
    assert answer.messages[0]["stappen"].startswith("1. Stuur je klacht (binnen een jaar)\n2. ")
    assert answer.messages[1]["contact"] == "000-3000001, klacht@voorbeeld.example"


@pytest.mark.parametrize("organisation", ["geen_regelingen"], indirect=True)
def test_without_own_rules_the_usual_steps_are_shown_as_such(
    organisation: object, ask: Ask
) -> None:
    """And what to do when there are no rules at all."""
    answer = ask("action_klacht_indienen", intent="klacht_indienen")

    assert answer.responses[:2] == [
        "utter_klacht_stappen_gewoonlijk",
        "utter_klacht_zonder_regeling",
    ]
    assert answer.messages[0]["custom"]["own"] is False


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_with_no_steps_at_all_the_words_are_enough(organisation: object, ask: Ask) -> None:
    """An empty organisation still explains how a complaint is filed."""
    assert ask("action_klacht_indienen", intent="klacht_indienen").responses == [
        "utter_klacht_indienen",
        "utter_klacht_zonder_regeling",
        "utter_vervolg_klacht_indienen",
    ]


@pytest.mark.usefixtures("organisation")
def test_filing_a_complaint_ends_the_questions_about_an_adviser(ask: Ask) -> None:
    """Another road was taken; the form does not pull back."""
    assert ask("action_klacht_indienen", intent="klacht_indienen", form="vp_form").form is None


@pytest.mark.usefixtures("organisation")
def test_how_long_it_takes_is_said_by_the_own_rules(ask: Ask) -> None:
    """ "Hoe lang duurt dat dan?" after bullying is about the complaint."""
    answer = ask("action_klacht_verloop", intent="klacht_verloop", onderwerp="pesten")

    assert answer.responses[:2] == ["utter_klacht_stappen_eigen", "utter_klacht_duur"]


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("slots", [{"onderwerp": "misstand"}, {"laatste_keuze": "misstand"}])
def test_how_long_it_takes_after_wrongdoing_is_said_by_the_law(
    ask: Ask, slots: dict[str, Any]
) -> None:
    """The same question, other terms: seven days and three months."""
    answer = ask("action_klacht_verloop", intent="klacht_verloop", **slots)

    assert answer.responses == ["utter_klok", "utter_klok", "utter_vervolg_misstand"]
    assert answer.cards == ["clock", "clock"]


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_known_terms_nothing_is_invented(organisation: object, ask: Ask) -> None:
    """Advice outside instead."""
    answer = ask("action_klacht_verloop", intent="klacht_verloop", onderwerp="misstand")

    assert answer.responses == ["utter_misstand_buiten", "utter_vervolg_misstand"]


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_the_course_without_own_rules_is_the_usual_one(organisation: object, ask: Ask) -> None:
    """Hearing both sides, advice, decision."""
    answer = ask("action_klacht_verloop", intent="klacht_verloop")

    assert answer.responses[:2] == ["utter_klacht_verloop", "utter_klacht_duur"]


@pytest.mark.usefixtures("organisation")
def test_what_the_organisation_offers_without_a_complaint_is_shown(ask: Ask) -> None:
    """Raising it oneself is never a duty."""
    answer = ask("action_klacht_informeel", intent="klacht_informeel")

    assert answer.responses[:2] == ["utter_klacht_informeel", "utter_informeel_stappen_eigen"]


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_own_steps_mediation_is_explained(organisation: object, ask: Ask) -> None:
    """Voluntary, and not for everything."""
    answer = ask("action_klacht_informeel", intent="klacht_informeel")

    assert answer.responses[1] == "utter_klacht_informeel_bemiddelen"


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    ("topic", "response"),
    [(None, "utter_klacht_intrekken"), ("misstand", "utter_misstand_intrekken")],
)
def test_stopping_differs_for_wrongdoing(ask: Ask, topic: str | None, response: str) -> None:
    """A report of wrongdoing may be followed up without the reporter."""
    answer = ask("action_klacht_intrekken", intent="klacht_intrekken", onderwerp=topic)

    assert answer.responses[0] == response


@pytest.mark.usefixtures("organisation")
def test_the_scheme_for_wrongdoing_is_kept_apart_from_complaints(ask: Ask) -> None:
    """The correction that the sources need most."""
    answer = ask("action_klacht_of_melding", intent="klacht_of_melding")

    assert answer.responses == [
        "utter_klacht_of_melding",
        "utter_melden_misstand_verschil",
        "utter_vervolg_klacht_of_melding",
    ]
