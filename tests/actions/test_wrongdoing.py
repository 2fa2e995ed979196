"""Wrongdoing: inside, outside, and an honest word when it is something else."""

from __future__ import annotations

import pytest

from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
def test_reporting_shows_the_own_scheme_and_an_honest_word(ask: Ask) -> None:
    """Whoever asks how to report hears that it may be no case for a whistleblower."""
    answer = ask("action_misstand_melden", intent="misstand_melden")

    assert answer.responses == [
        "utter_misstand_stappen_eigen",
        "utter_misstand_eerlijk",
        "utter_vervolg_misstand",
    ]
    assert answer.slots["onderwerp"] == "misstand"


@pytest.mark.usefixtures("organisation")
def test_reporting_inside_gives_the_term_of_the_law(ask: Ask) -> None:
    """Who chose this road gets its clock."""
    answer = ask("action_misstand_melden", intent="misstand_melden", choice="intern")

    assert answer.cards == ["steps", "clock"]


@pytest.mark.usefixtures("organisation")
def test_reporting_outside_is_possible_at_once(ask: Ask) -> None:
    """Nobody has to report inside first."""
    answer = ask("action_misstand_melden", intent="misstand_melden", choice="extern")

    assert answer.responses[0] == "utter_misstand_buiten"
    assert answer.messages[1]["naam"] == "Een huis voor melders"
    assert answer.responses[-1] == "utter_vervolg_misstand_buiten"


@pytest.mark.parametrize(
    ("organisation", "response"),
    [
        ("geen_regelingen", "utter_misstand_stappen_gewoonlijk"),
        ("leeg", "utter_misstand_zonder_regeling"),
    ],
    indirect=["organisation"],
)
def test_without_an_own_scheme_that_is_said(organisation: object, ask: Ask, response: str) -> None:
    """And reporting outside is still there."""
    answer = ask("action_misstand_melden", intent="misstand_melden")

    assert answer.responses[0] == response


@pytest.mark.usefixtures("organisation")
def test_reporting_ends_the_questions_about_an_adviser(ask: Ask) -> None:
    """Another road was taken."""
    assert ask("action_misstand_melden", intent="misstand_melden", form="vp_form").form is None


@pytest.mark.usefixtures("organisation")
def test_who_already_told_of_wrongdoing_hears_that_outside_is_possible_too(ask: Ask) -> None:
    """ "Moet ik het eerst intern melden?" is answered."""
    answer = ask("action_misstand_melden", intent="misstand_melden", onderwerp="misstand")

    assert answer.responses[:2] == ["utter_misstand_stappen_eigen", "utter_misstand_buiten"]
