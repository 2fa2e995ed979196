"""The form reads buttons, words, numbers and names; anything else is left to the rules."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.calling import Ask

pytestmark = pytest.mark.usefixtures("organisation")
SECOND: dict[str, Any] = {"vp_conflict": "nee", "vp_niet": "geen", "vp_locatie": "geen_voorkeur"}
WHOM: dict[str, Any] = {
    "vp_conflict": "ja",
    "vp_soort": "geen_voorkeur",
    "vp_locatie": "geen_voorkeur",
}


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ({"intent": "ontkennen", "choice": "nee"}, "nee"),
        ({"intent": "bevestigen", "choice": "ja"}, "ja"),
        ({"intent": "weet_niet", "choice": "weet_niet"}, "weet_niet"),
        ({"intent": "vp_zoeken", "choice": "overslaan"}, "overslaan"),
        ({"intent": "vp_zoeken", "text": "geef gewoon een naam"}, "overslaan"),
        ({"intent": "nlu_fallback", "text": "1"}, "nee"),
        ({"intent": "nlu_fallback", "text": "de tweede"}, "ja"),
        ({"intent": "nlu_fallback", "text": "nee hoor"}, "nee"),
        ({"intent": "nlu_fallback", "text": "overslaan"}, "overslaan"),
        ({"intent": "bevestigen", "text": "dat zou zomaar kunnen ja"}, "ja"),
        ({"intent": "ontkennen", "text": "zeker niet"}, "nee"),
    ],
)
def test_the_conflict_guard_is_answered_in_many_ways(
    ask: Ask, message: dict[str, Any], value: str
) -> None:
    """Buttons, yes and no, numbers, and passing over."""
    answer = ask("validate_vp_form", form="vp_form", requested_slot="vp_conflict", **message)

    assert answer.slots["vp_conflict"] == value


def test_a_conflict_makes_the_form_ask_whom_to_leave_out(ask: Ask) -> None:
    """Nothing else is asked then."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_conflict",
        intent="bevestigen",
        choice="ja",
    )

    assert answer.slots["vp_niet"] is None
    assert answer.slots["vp_soort"] == answer.slots["vp_locatie"] == "geen_voorkeur"


def test_naming_an_adviser_is_the_whole_answer(ask: Ask) -> None:
    """ "Het gaat over Bram" needs no second question."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_conflict",
        intent="nlu_fallback",
        text="het gaat over bram",
    )

    assert answer.slots["vp_conflict"] == "ja"
    assert answer.slots["vp_niet"] == "bram"


def test_a_wish_given_instead_of_an_answer_is_taken(ask: Ask) -> None:
    """ "Liever extern" at the first question skips the second too."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_conflict",
        intent="vp_intern_extern",
        text="liever extern",
    )

    assert answer.slots["vp_conflict"] == "overslaan"
    assert answer.slots["vp_soort"] == "extern"


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ({"intent": "weet_niet", "choice": "niet:anna"}, "anna"),
        ({"intent": "nlu_fallback", "text": "anna"}, "anna"),
        ({"intent": "nlu_fallback", "text": "2"}, "anna"),
        ({"intent": "nlu_fallback", "text": "1"}, "geen"),
        ({"intent": "weet_niet", "choice": "geen"}, "geen"),
        ({"intent": "weet_niet", "text": "dat durf ik niet"}, "geen"),
        ({"intent": "nlu_fallback", "text": "zeg ik liever niet"}, "geen"),
    ],
)
def test_whom_to_leave_out_is_an_id_or_nobody(
    ask: Ask, message: dict[str, Any], value: str
) -> None:
    """The slot never holds what was typed."""
    answer = ask("validate_vp_form", form="vp_form", requested_slot="vp_niet", **WHOM, **message)

    assert answer.slots["vp_niet"] == value


@pytest.mark.parametrize(
    ("message", "kind", "site"),
    [
        ({"intent": "vp_zoeken", "choice": "extern"}, "extern", None),
        ({"intent": "nlu_fallback", "text": "extern"}, "extern", None),
        ({"intent": "nlu_fallback", "text": "1"}, "extern", None),
        ({"intent": "nlu_fallback", "text": "2"}, "geen_voorkeur", None),
        ({"intent": "nlu_fallback", "text": "3"}, "intern", "noord"),
        ({"intent": "nlu_fallback", "text": "zuiderpark"}, "intern", "zuid"),
        ({"intent": "vp_zoeken", "choice": "locatie:zuid"}, "intern", "zuid"),
        ({"intent": "weet_niet", "text": "geen idee"}, "geen_voorkeur", None),
        ({"intent": "nlu_fallback", "text": "maakt niet uit"}, "geen_voorkeur", None),
        ({"intent": "nlu_fallback", "text": "intern"}, "intern", None),
    ],
)
def test_the_kind_is_read_with_the_sites_as_choices(
    ask: Ask, message: dict[str, Any], kind: str, site: str | None
) -> None:
    """One question for kind and site, so that a name is at most three taps away."""
    answer = ask("validate_vp_form", form="vp_form", requested_slot="vp_soort", **SECOND, **message)

    assert answer.slots["vp_soort"] == kind
    assert answer.slots.get("vp_locatie") == site


@pytest.mark.parametrize("organisation", ["alleen_intern"], indirect=True)
@pytest.mark.parametrize(
    ("message", "site"),
    [
        ({"intent": "vp_zoeken", "choice": "locatie:noord"}, "noord"),
        ({"intent": "nlu_fallback", "text": "Noorderhof"}, "noord"),
        ({"intent": "nlu_fallback", "text": "3"}, "zuid"),
        ({"intent": "nlu_fallback", "text": "1"}, "geen_voorkeur"),
        ({"intent": "vp_zoeken", "choice": "elke_locatie"}, "geen_voorkeur"),
        ({"intent": "nlu_fallback", "text": "maakt niet uit"}, "geen_voorkeur"),
    ],
)
def test_the_site_is_read_by_button_name_and_number(
    ask: Ask, organisation: object, message: dict[str, Any], site: str
) -> None:
    """An id of the directory, or no preference."""
    first: dict[str, Any] = {"vp_conflict": "nee", "vp_niet": "geen", "vp_soort": "geen_voorkeur"}
    answer = ask(
        "validate_vp_form", form="vp_form", requested_slot="vp_locatie", **first, **message
    )

    assert answer.slots["vp_locatie"] == site


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("vp_conflict", {"intent": "vp_geheimhouding", "text": "blijft dat geheim?"}),
        ("vp_conflict", {"intent": "nlu_fallback", "text": "asdf"}),
        ("vp_niet", {"intent": "situatie_pesten", "text": "hij scheldt me uit"}),
        ("vp_soort", {"intent": "klacht_indienen", "text": "hoe dien ik een klacht in"}),
        ("vp_soort", {"intent": "vp_intern_extern", "text": "wat is beter, intern of extern?"}),
    ],
)
def test_what_is_no_answer_is_left_to_the_rules(
    ask: Ask, asked: str, message: dict[str, Any]
) -> None:
    """A digression fills nothing, so that Rasa lets another action answer."""
    assert ask("validate_vp_form", form="vp_form", requested_slot=asked, **message).events == []


def test_after_a_digression_its_message_is_not_read_as_the_answer(ask: Ask) -> None:
    """The form runs again in that turn, only to ask."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_conflict",
        intent="bevestigen",
        text="ja",
        events=({"event": "action", "name": "action_bevestigen"},),
    )

    assert answer.events == []


def test_an_answer_ends_the_counting_of_doubt(ask: Ask) -> None:
    """What was understood starts the count anew."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_conflict",
        intent="ontkennen",
        choice="nee",
        twijfel="een",
    )

    assert answer.slots["twijfel"] is None


def test_without_a_directory_the_form_reads_nothing_and_does_not_fail(
    ask: Ask, directory_gone: None
) -> None:
    """The rules then answer, and say that it cannot be looked up."""
    answer = ask(
        "validate_vp_form",
        form="vp_form",
        requested_slot="vp_niet",
        intent="nlu_fallback",
        text="x",
    )

    assert answer.events == []


def test_the_advisers_can_be_chosen_by_name(ask: Ask) -> None:
    """Internal ones first; passing over is a button in the files."""
    answer = ask("action_ask_vp_niet", intent="bevestigen")

    assert answer.responses == ["utter_ask_vp_niet"]
    assert answer.buttons() == ["Anna de Groot", "Bram Visser", "Carla Smit"]


def test_the_question_about_the_kind_has_the_sites_as_buttons(ask: Ask) -> None:
    """Where there are few sites and they matter."""
    answer = ask("action_ask_vp_soort", intent="ontkennen")

    assert answer.responses == ["utter_ask_vp_soort_met_locaties"]
    assert answer.buttons() == ["Noorderhof", "Zuiderpark"]


@pytest.mark.parametrize("organisation", ["een_locatie", "veel_locaties"], indirect=True)
def test_one_site_or_many_give_no_wall_of_buttons(ask: Ask, organisation: object) -> None:
    """Then the question is only about the kind."""
    answer = ask("action_ask_vp_soort", intent="ontkennen")

    assert answer.responses == ["utter_ask_vp_soort"]
    assert answer.buttons() == []


def test_asking_does_not_reset_the_counting_of_doubt(ask: Ask) -> None:
    """The question follows doubt in the same turn."""
    assert "twijfel" not in ask("action_ask_vp_locatie", intent="nlu_fallback", twijfel="een").slots
