"""Every intent has a road: intent, rule, action, answer, and the domain knows them all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actions import questions
from actions.base import GuidanceAction, roads
from bot.domain.intents import CRISIS_INTENTS, INTENTS

DOUBT = "nlu_fallback"
# Questions whose buttons are added by the action, so that the files show none or only some.
WITH_ADDED_BUTTONS = questions.WITH_TOPICS
# Asked by the form, not through `laatste_vraag`.
ASKED_BY_FORM = {
    "utter_ask_vp_conflict",
    "utter_ask_vp_niet",
    "utter_ask_vp_soort",
    "utter_ask_vp_soort_met_locaties",
}


def _steps(rule: dict[str, Any]) -> tuple[str | None, str | None]:
    steps = rule["steps"]
    intent = next((step["intent"] for step in steps if "intent" in step), None)
    action = next((step["action"] for step in steps if "action" in step), None)
    return intent, action


def test_every_intent_has_exactly_one_rule(rules: list[dict[str, Any]]) -> None:
    """The 64 of the catalogue, and doubt."""
    intents = [intent for intent, _ in map(_steps, rules) if intent is not None]

    assert sorted(intents) == sorted([*INTENTS, DOUBT])


def test_every_rule_leads_to_the_action_that_answers_its_intent(
    rules: list[dict[str, Any]],
) -> None:
    """What a rule says and what an action says of itself are the same."""
    for intent, action in map(_steps, rules):
        if intent is not None:
            assert action == roads()[intent].action_name, intent


def test_the_domain_has_the_intents_of_the_catalogue_without_entities(
    domain: dict[str, Any],
) -> None:
    """No entity decides what comes next."""
    names = [next(iter(intent)) for intent in domain["intents"]]

    assert names == [*INTENTS, DOUBT]
    assert all(next(iter(i.values())) == {"use_entities": []} for i in domain["intents"])
    assert domain["entities"] == ["keuze"]


def test_the_domain_has_every_action_of_ours(domain: dict[str, Any]) -> None:
    """Neither more nor less."""
    kinds: list[type[GuidanceAction]] = list(GuidanceAction.__subclasses__())
    for kind in kinds:
        kinds += kind.__subclasses__()
    names = [kind.action_name for kind in kinds if "action_name" in vars(kind)]

    assert sorted(domain["actions"]) == sorted(names)


def test_slots_are_closed_and_decide_nothing(domain: dict[str, Any]) -> None:
    """What an employee types can be in none of them; `from_text` is forbidden."""
    ids = {"vp_niet", "vp_locatie"}
    for name, slot in domain["slots"].items():
        assert slot["type"] == ("text" if name in ids else "categorical"), name
        assert slot["influence_conversation"] is False, name
        assert slot["mappings"] == [{"type": "custom"}], name


def test_the_last_question_can_be_every_question_and_nothing_else(
    domain: dict[str, Any],
) -> None:
    """A closed list, the same as in the files."""
    known = (set(questions.questions()) | WITH_ADDED_BUTTONS) - ASKED_BY_FORM - {"utter_default"}

    assert set(domain["slots"]["laatste_vraag"]["values"]) == known


def test_the_topics_that_can_be_offered_are_intents(domain: dict[str, Any]) -> None:
    """No crisis and no small talk."""
    expected = [i.name for i in INTENTS.values() if i.group not in ("crisis", "gesprek")]
    for slot in questions.OFFERED_SLOTS:
        assert domain["slots"][slot]["values"] == expected


def test_every_crisis_has_a_rule_too(rules: list[dict[str, Any]]) -> None:
    """The policy is above it; the rule is the net beneath."""
    leading = {intent for intent, action in map(_steps, rules) if action == "action_crisis"}

    assert leading == set(CRISIS_INTENTS)


def test_the_files_have_the_names_of_the_groups(project: Path) -> None:
    """The same subjects in each folder."""
    groups = {intent.group for intent in INTENTS.values()}
    for folder in ("rules", "responses"):
        assert {path.stem for path in (project / "data" / folder).glob("*.yml")} == groups


def test_the_stories_cover_the_six_topics(project: Path) -> None:
    """At least one file for each."""
    stories = {path.stem for path in (project / "data" / "stories").glob("*.yml")}

    assert stories >= {
        "pesten",
        "intimidatie",
        "seksuele_intimidatie",
        "discriminatie",
        "agressie_geweld",
        "misstand",
    }
