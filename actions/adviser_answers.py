"""What a confidential adviser is, does and does not do: explanations with a way on to a name."""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar, Final

from actions import reading
from actions.adviser_search import start_search
from actions.base import GuidanceAction, Turn, follow
from actions.questions import Option

# For each question: what is said, and what is asked after it.
_ANSWERS: Final = MappingProxyType(
    {
        "vp_taken": (("utter_vp_taken", "utter_vp_onderwerpen"), "utter_vervolg_vp"),
        "vp_grenzen": (("utter_vp_grenzen", "utter_vp_grenzen_wie_wel"), "utter_vervolg_vp"),
        "vp_geheimhouding": (
            ("utter_vp_geheimhouding", "utter_vp_geheimhouding_grens"),
            "utter_vervolg_vp_geheim",
        ),
        "vp_gesprek": (
            ("utter_vp_gesprek", "utter_vp_gesprek_afspreken"),
            "utter_vervolg_vp_gesprek",
        ),
        "vp_intern_extern": (("utter_vp_intern_extern",), "utter_vervolg_vp_soort"),
        "vp_voor_wie": (("utter_vp_voor_wie", "utter_vp_voor_wie_vraag"), "utter_vervolg_vp"),
        "vp_kosten": (("utter_vp_kosten",), "utter_vervolg_vp"),
        "vp_onafhankelijk": (
            ("utter_vp_onafhankelijk", "utter_vp_onafhankelijk_ander"),
            "utter_vervolg_vp_ander",
        ),
        "vp_verplicht": (("utter_vp_verplicht", "utter_vp_verplicht_wel"), "utter_vervolg_vp"),
    }
)


class ExplainAdviser(GuidanceAction):
    """Answers what somebody wants to know about confidential advisers."""

    action_name: ClassVar[str] = "action_vp_uitleg"
    intents: ClassVar[tuple[str, ...]] = tuple(_ANSWERS)

    def answer(self, turn: Turn) -> None:
        """Explain; a typed wish for one kind ("liever van buiten") goes straight to names."""
        if _means_the_procedure(turn):
            follow(turn, Option("klacht_verloop"))
            return
        if turn.intent == "vp_gesprek" and turn.choice == "voorbereiden":
            turn.say("utter_vp_voorbereiden")
            turn.ask("utter_vervolg_vp")
            return
        if turn.intent == "vp_intern_extern" and _chooses_kind(turn):
            start_search(turn)
            return
        turn.remember("laatste_keuze", "vp")
        said, asked = _ANSWERS[turn.intent]
        for response in said:
            turn.say(response, organisatie=turn.snapshot.organisation.name)
        turn.ask(asked)


def _means_the_procedure(turn: Turn) -> bool:
    """Say whether "hoe lang duurt dat dan?" is about the complaint or report just spoken of."""
    road = turn.slots.get("laatste_keuze")
    about = turn.intent == "vp_gesprek" and road in ("klacht", "misstand")
    return about and reading.asks_how_long(turn.text)


def _chooses_kind(turn: Turn) -> bool:
    """Say whether the sentence wants one kind, rather than asks what the kinds are."""
    wants = {"wil", "liever", "graag", "doe", "spreken", "voorkeur", "kies"}
    if reading.kind(turn.text) is None:
        return False
    return bool(wants & set(reading.words(turn.text))) and "?" not in turn.text
