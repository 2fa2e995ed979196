"""What the assistant says of itself."""

from __future__ import annotations

import pytest

from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
def test_privacy_is_told_with_who_else_could_see(ask: Ask) -> None:
    """The words differ by channel, in the files."""
    assert ask("action_privacy", intent="bot_privacy").responses == [
        "utter_privacy",
        "utter_privacy_meelezen",
        "utter_vervolg_privacy",
    ]


@pytest.mark.usefixtures("organisation")
def test_it_says_who_is_behind_it_and_where_to_complain(ask: Ask) -> None:
    """With the organisation's own data."""
    answer = ask("action_identiteit", intent="bot_identiteit")

    assert answer.messages[0]["achter"] == "De directie van Voorbeeld beheert deze chat."
    assert answer.messages[1]["contact"] == "000-5000001, hr@voorbeeld.example"


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_those_data_it_still_says_that_it_is_a_program(
    organisation: object, ask: Ask
) -> None:
    """Never an empty place in a sentence."""
    answer = ask("action_identiteit", intent="bot_identiteit")

    assert answer.responses[:2] == ["utter_identiteit", "utter_identiteit_klagen"]


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    ("choice", "question"), [(None, "utter_menu"), ("lezen", "utter_menu_lezen")]
)
def test_the_menu_and_the_reading_list(ask: Ask, choice: str | None, question: str) -> None:
    """Only reading is a way too; a menu ends the form."""
    answer = ask("action_mogelijkheden", intent="bot_mogelijkheden", choice=choice, form="vp_form")

    assert answer.responses == [question]
    assert answer.form is None


@pytest.mark.usefixtures("organisation")
def test_whoever_wants_a_human_gets_two_at_once(ask: Ask) -> None:
    """No question before it, and the one who is involved left out."""
    answer = ask("action_mens", intent="mens_spreken", form="vp_form", vp_niet="anna")

    assert answer.responses[0] == "utter_mens"
    assert [m["custom"]["name"] for m in answer.messages[1:]] == ["Carla Smit", "Bram Visser"]
    assert answer.form is None


@pytest.mark.usefixtures("organisation")
def test_english_gets_numbers_and_an_adviser_who_speaks_it(ask: Ask) -> None:
    """In English."""
    answer = ask("action_engels", intent="taal_engels")

    assert answer.responses == [
        "utter_english",
        "utter_english_adviser",
        "utter_vervolg_english",
    ]
    assert answer.messages[1]["naam"] == "Anna de Groot"


@pytest.mark.parametrize("organisation", ["geen_vp"], indirect=True)
def test_english_without_an_adviser_says_whom_to_ask(organisation: object, ask: Ask) -> None:
    """No dead end in another language."""
    assert ask("action_engels", intent="taal_engels").responses[1] == "utter_english_no_adviser"


@pytest.mark.usefixtures("organisation")
def test_a_wish_for_somebody_from_outside_is_met_however_it_was_understood(ask: Ask) -> None:
    """ "Ik wil liever met iemand van buiten praten" names an external adviser."""
    answer = ask(
        "action_mens", intent="mens_spreken", text="ik wil liever met iemand van buiten praten"
    )

    assert [m["custom"]["name"] for m in answer.messages if m["custom"]] == ["Carla Smit"]
