"""A crisis: the number first, in every state, also when nothing else works."""

from __future__ import annotations

import pytest

from bot.domain.emergency import PHONES
from bot.domain.intents import CRISIS_INTENTS
from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("intent", CRISIS_INTENTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_number_comes_first_in_the_language_of_the_message(
    ask: Ask, intent: str, language: str
) -> None:
    """Number and card, the organisation's own number beneath, then an offer to stay."""
    answer = ask("action_crisis", intent=intent, extra={"crisis_language": language})
    suffix = "_en" if language == "en" else ""

    assert answer.responses == [
        f"utter_{intent}{suffix}",
        f"utter_crisis_eigen{suffix}",
        f"utter_vraag_crisis_blijven{suffix}",
    ]
    card = answer.messages[0]["custom"]
    assert card["kind"] == intent
    assert [p["number"] for p in card["phones"]] == [p.number for p in PHONES[intent]]
    assert [p["number"] for p in card["own"]] == ["000-9000001"]
    assert "000-9000001" in answer.messages[1]["nummers"]


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize("asked", ["vp_conflict", "vp_niet", "vp_soort", "vp_locatie"])
def test_a_crisis_ends_the_form_whatever_it_asked(ask: Ask, asked: str) -> None:
    """No question follows a cry for help."""
    answer = ask("action_crisis", intent="crisis_suicide", form="vp_form", requested_slot=asked)

    assert answer.form is None
    assert answer.slots["requested_slot"] is None
    assert answer.responses[0] == "utter_crisis_suicide"


@pytest.mark.usefixtures("directory_gone")
@pytest.mark.parametrize("intent", CRISIS_INTENTS)
def test_without_a_directory_the_number_still_comes(ask: Ask, intent: str) -> None:
    """Only the organisation's own numbers are missing."""
    answer = ask("action_crisis", intent=intent)

    assert answer.responses == [f"utter_{intent}", "utter_vraag_crisis_blijven"]
    assert answer.messages[0]["custom"]["own"] == []


@pytest.mark.usefixtures("organisation")
def test_a_number_typed_in_a_crisis_is_no_choice(ask: Ask) -> None:
    """A text that the detector took for a crisis is never read as "2"."""
    answer = ask(
        "action_crisis", intent="crisis_suicide", text="2", laatste_vraag="utter_opties_gedrag"
    )

    assert answer.responses[0] == "utter_crisis_suicide"


@pytest.mark.usefixtures("organisation")
def test_the_three_likeliest_other_topics_are_remembered(ask: Ask) -> None:
    """No crisis and no small talk among them."""
    ranking = (
        "crisis_suicide",
        "situatie_werkdruk",
        "groet",
        "emotie",
        "situatie_pesten",
        "vp_taken",
    )
    answer = ask("action_crisis", intent="crisis_suicide", ranking=ranking)

    offered = [answer.slots[f"aangeboden_{n}"] for n in (1, 2, 3)]
    assert offered == ["situatie_werkdruk", "situatie_pesten", "vp_taken"]


@pytest.mark.usefixtures("organisation")
def test_not_meant_so_goes_on_with_those_topics(ask: Ask) -> None:
    """A way back, with buttons and something else."""
    answer = ask(
        "action_opnieuw",
        intent="opnieuw",
        choice="geen_crisis",
        aangeboden_1="situatie_werkdruk",
        aangeboden_2="situatie_pesten",
        taal="nl",
    )

    assert answer.responses == ["utter_geen_crisis"]
    assert answer.buttons() == [
        "Te veel werk of stress",
        "Ik word gepest of buitengesloten",
        "Iets heel anders",
    ]


@pytest.mark.usefixtures("organisation")
def test_a_crisis_button_alone_still_has_a_way_back(ask: Ask) -> None:
    """With nothing in the ranking there are topics to go on with."""
    answer = ask("action_crisis", intent="crisis_acuut_gevaar")

    assert answer.slots["aangeboden_1"] == "situatie_vaag"


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    ("language", "choice", "action", "responses"),
    [
        (
            "nl",
            "crisis_blijven",
            "action_bevestigen",
            ["utter_crisis_blijven", "utter_vervolg_crisis"],
        ),
        (
            "en",
            "crisis_blijven",
            "action_bevestigen",
            ["utter_crisis_blijven_en", "utter_vervolg_crisis_en"],
        ),
        ("nl", "crisis_genoeg", "action_ontkennen", ["utter_crisis_genoeg"]),
        ("en", "crisis_genoeg", "action_ontkennen", ["utter_crisis_genoeg_en"]),
    ],
)
def test_staying_or_not_is_answered_with_the_numbers_again(
    ask: Ask, language: str, choice: str, action: str, responses: list[str]
) -> None:
    """In the language of the crisis."""
    intent = action.removeprefix("action_")

    assert ask(action, intent=intent, choice=choice, taal=language).responses == responses


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    ("action", "response"),
    [("action_bevestigen", "utter_crisis_blijven"), ("action_ontkennen", "utter_crisis_genoeg")],
)
def test_a_typed_yes_or_no_is_understood_after_a_crisis(
    ask: Ask, action: str, response: str
) -> None:
    """ "Ja" stays, "nee" is enough."""
    answer = ask(
        action,
        intent=action.removeprefix("action_"),
        text="ja",
        laatste_vraag="utter_vraag_crisis_blijven",
    )

    assert answer.responses[0] == response
