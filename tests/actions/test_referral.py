"""Help outside fits the topic; the organisation's own contacts come first where they exist."""

from __future__ import annotations

import pytest

from tests.actions.calling import Ask


@pytest.mark.usefixtures("organisation")
def test_bodies_fit_the_topic(ask: Ask) -> None:
    """After discrimination somebody who does discrimination."""
    answer = ask("action_hulp_extern", intent="hulp_extern", onderwerp="discriminatie")

    assert answer.messages[0]["naam"] == "Een meldpunt"
    assert answer.messages[0]["response"] == "utter_instantie"


@pytest.mark.usefixtures("organisation")
def test_without_a_topic_two_general_bodies_are_given(ask: Ask) -> None:
    """And the way on after them."""
    answer = ask("action_hulp_extern", intent="hulp_extern")

    assert answer.cards == ["body", "body"]
    assert answer.responses[-1] == "utter_vervolg_hulp"


@pytest.mark.usefixtures("organisation")
def test_what_a_body_costs_and_whether_it_is_anonymous_is_said_in_words_too(ask: Ask) -> None:
    """The words say what the card says."""
    message = ask("action_hulp_extern", intent="hulp_extern", onderwerp="pesten").messages[0]

    assert message["response"] == "utter_instantie_kosten_anoniem"
    assert message["kosten"] == "gewone belkosten"
    assert message["anoniem"] == "ja"
    assert message["contact"] == "000-4000001, https://www.voorbeeld.example/luister"


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_bodies_there_is_still_an_answer(organisation: object, ask: Ask) -> None:
    """With the emergency numbers."""
    answer = ask("action_hulp_extern", intent="hulp_extern")

    assert answer.responses == ["utter_geen_instanties", "utter_vervolg_hulp"]


@pytest.mark.usefixtures("organisation")
def test_own_social_work_comes_before_a_body_outside(ask: Ask) -> None:
    """What the organisation entered is used."""
    answer = ask("action_hulp_psychisch", intent="hulp_psychisch")

    assert answer.responses[:2] == ["utter_hulp_psychisch", "utter_eigen_contact"]
    assert answer.messages[1]["contact"] == "https://www.voorbeeld.example/mw"


@pytest.mark.parametrize("organisation", ["geen_regelingen"], indirect=True)
def test_without_own_social_work_somebody_outside_listens(organisation: object, ask: Ask) -> None:
    """A body for mental help."""
    answer = ask("action_hulp_psychisch", intent="hulp_psychisch")

    assert answer.messages[1]["naam"] == "De Luisterlijn"


@pytest.mark.usefixtures("organisation")
def test_the_own_occupational_physician_is_given_with_the_hours(ask: Ask) -> None:
    """Name, number and when."""
    answer = ask("action_bedrijfsarts", intent="hulp_bedrijfsarts")

    assert answer.messages[1]["naam"] == "dokter Bos"
    assert answer.messages[1]["custom"]["hours"]


@pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
def test_without_an_own_physician_reporting_sick_is_explained(
    organisation: object, ask: Ask
) -> None:
    """No empty contact."""
    answer = ask("action_bedrijfsarts", intent="hulp_bedrijfsarts")

    assert answer.responses[:2] == ["utter_bedrijfsarts", "utter_bedrijfsarts_ziek"]


@pytest.mark.usefixtures("organisation")
@pytest.mark.parametrize(
    ("topic", "response"),
    [("seksuele_intimidatie", "utter_politie_seksueel"), ("pesten", "utter_politie_strafbaar")],
)
def test_the_police_answer_gives_its_numbers_and_what_fits(
    ask: Ask, topic: str, response: str
) -> None:
    """After sexual harassment the centre for sexual assault comes along."""
    answer = ask("action_politie", intent="aangifte_politie", onderwerp=topic)

    assert answer.responses[:2] == ["utter_politie", response]


@pytest.mark.usefixtures("organisation")
def test_legal_help_gives_a_body_and_says_that_terms_are_short(ask: Ask) -> None:
    """No legal advice from a program."""
    answer = ask("action_juridisch", intent="juridische_hulp")

    assert answer.responses[0] == "utter_juridisch"
    assert answer.messages[1]["naam"] == "Een loket"


@pytest.mark.usefixtures("organisation")
def test_legal_help_for_a_whistleblower_is_another(ask: Ask) -> None:
    """Free, through the authority."""
    answer = ask("action_juridisch", intent="juridische_hulp", onderwerp="misstand")

    assert answer.responses[0] == "utter_juridisch_misstand"


@pytest.mark.parametrize("organisation", ["kaal"], indirect=True)
def test_without_a_legal_body_the_term_that_runs_is_given(organisation: object, ask: Ask) -> None:
    """A general listener is no legal help."""
    answer = ask("action_juridisch", intent="juridische_hulp")

    assert answer.cards == ["clock"]
