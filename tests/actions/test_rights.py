"""Answers that depend on what the matter is: unnamed, protection, proof, a log."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.calling import Ask

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.mark.parametrize(
    ("slots", "response"),
    [
        ({"onderwerp": "pesten"}, "utter_anoniem_gedrag"),
        ({"onderwerp": "misstand"}, "utter_anoniem_misstand"),
        ({"laatste_keuze": "misstand"}, "utter_anoniem_misstand"),
        ({"onderwerp": "pesten", "laatste_keuze": "misstand"}, "utter_anoniem_gedrag"),
        ({"laatste_keuze": "politie"}, "utter_anoniem_politie"),
        ({"rol": "getuige"}, "utter_anoniem_getuige"),
        ({"rol": "beschuldigde"}, "utter_anoniem_beschuldigde"),
        ({}, "utter_anoniem_gedrag"),
    ],
)
def test_staying_unnamed_depends_on_the_matter(
    ask: Ask, slots: dict[str, Any], response: str
) -> None:
    """ "En als ik dat anoniem wil?" after wrongdoing differs from after bullying."""
    assert ask("action_anoniem", intent="anoniem_melden", **slots).responses[0] == response


def test_without_a_topic_both_answers_are_given(ask: Ask) -> None:
    """Who asks it first hears about complaints and about wrongdoing."""
    answer = ask("action_anoniem", intent="anoniem_melden")

    assert answer.responses[:2] == ["utter_anoniem_gedrag", "utter_anoniem_misstand"]


@pytest.mark.parametrize(
    ("topic", "response"),
    [
        ("misstand", "utter_gevolgen_misstand"),
        ("discriminatie", "utter_gevolgen_discriminatie"),
        ("seksuele_intimidatie", "utter_gevolgen_discriminatie"),
        ("pesten", "utter_gevolgen_gedrag"),
        ("agressie_geweld", "utter_gevolgen_gedrag"),
        ("vaag", "utter_gevolgen_algemeen"),
        (None, "utter_gevolgen_algemeen"),
    ],
)
def test_protection_is_told_as_the_law_has_it(ask: Ask, topic: str | None, response: str) -> None:
    """Bullying has no prohibition of its own; the answer does not pretend so."""
    answer = ask("action_gevolgen", intent="gevolgen_melder", onderwerp=topic)

    assert answer.responses[:2] == [response, "utter_gevolgen_doen"]


@pytest.mark.parametrize(
    ("topic", "response"), [("pesten", "utter_bewijs"), ("misstand", "utter_bewijs_misstand")]
)
def test_proof_depends_on_the_matter(ask: Ask, topic: str, response: str) -> None:
    """And recording is always explained."""
    answer = ask("action_bewijs", intent="bewijs_verzamelen", onderwerp=topic)

    assert answer.responses[:2] == [response, "utter_bewijs_opnemen"]


def test_a_log_is_explained_and_never_kept_here(ask: Ask) -> None:
    """What to write, and not to type it here."""
    answer = ask("action_logboek", intent="logboek_maken")

    assert answer.responses == [
        "utter_logboek",
        "utter_logboek_bewaren",
        "utter_vervolg_opschrijven",
    ]


def test_consequences_for_the_accused_are_other_than_for_who_reports(ask: Ask) -> None:
    """ "Kan ik ontslagen worden?" of somebody accused."""
    answer = ask("action_gevolgen", intent="gevolgen_melder", rol="beschuldigde")

    assert answer.responses == ["utter_gevolgen_beschuldigde", "utter_opties_beschuldigd"]
