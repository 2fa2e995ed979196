"""Somebody tells what happens: acknowledge it, then lay out the roads. Never who is right."""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar, Final

from actions.base import GuidanceAction, Turn

TOPICS: Final = MappingProxyType(
    {
        "situatie_pesten": "pesten",
        "situatie_intimidatie": "intimidatie",
        "situatie_seksuele_intimidatie": "seksuele_intimidatie",
        "situatie_discriminatie": "discriminatie",
        "situatie_agressie_geweld": "agressie_geweld",
        "situatie_misstand": "misstand",
        "situatie_conflict": "conflict",
        "situatie_werkdruk": "werkdruk",
        "situatie_prive": "prive",
        "situatie_vaag": "vaag",
    }
)
ROLES: Final = MappingProxyType(
    {
        "situatie_getuige": "getuige",
        "situatie_beschuldigd": "beschuldigde",
        "situatie_leidinggevende": "leidinggevende",
    }
)
_OWN_ROADS: Final = frozenset({"misstand", "conflict", "werkdruk", "prive", "vaag"})
BEHAVIOUR: Final = frozenset(TOPICS.values()) - _OWN_ROADS
_SPECIAL_CHOICES: Final = MappingProxyType(
    {
        ("situatie_getuige", "zeggen"): "utter_getuige_zeggen",
        ("situatie_leidinggevende", "verwacht"): "utter_leidinggevende_verwacht",
        ("situatie_vaag", "liever_niet"): "utter_situatie_zeg_liever_niet",
    }
)


class AnswerSituation(GuidanceAction):
    """Acknowledges what somebody tells and offers the roads that fit topic and role."""

    action_name: ClassVar[str] = "action_situatie"
    intents: ClassVar[tuple[str, ...]] = (*TOPICS, *ROLES)

    def answer(self, turn: Turn) -> None:
        """Remember topic or role; the same one told again gets a shorter answer."""
        told_before = _told_before(turn)
        if not _adds_nothing(turn):
            _remember(turn)
        special = _SPECIAL_CHOICES.get((turn.intent, turn.choice or ""))
        if turn.in_form:
            turn.say("utter_situatie_tijdens_vraag")
        elif special is not None:
            turn.say(special)
        elif told_before and turn.choice is None:
            turn.say("utter_situatie_meer")
        else:
            turn.say(f"utter_{turn.intent}")
        turn.ask(_roads_after(turn, special))


def offer_roads(turn: Turn) -> None:
    """Offer the roads that fit what is known; the menu when nothing is."""
    turn.ask(roads_for(turn))


def roads_for(turn: Turn) -> str:
    """Return the question that offers the roads for the role and topic of the conversation."""
    if turn.role in ROLES.values():
        return _ROADS_OF_ROLE[str(turn.role)]
    if turn.topic in _OWN_ROADS - {"vaag"}:
        return f"utter_opties_{turn.topic}"
    if turn.topic is not None:
        return "utter_opties_gedrag"
    return "utter_menu"


_ROADS_OF_ROLE: Final = MappingProxyType(
    {
        "getuige": "utter_opties_getuige",
        "beschuldigde": "utter_opties_beschuldigd",
        "leidinggevende": "utter_opties_leidinggevende",
    }
)


def _roads_after(turn: Turn, special: str | None) -> str:
    vague = turn.intent == "situatie_vaag" and turn.topic == "vaag"
    if vague and special is None and turn.role not in ROLES.values():
        return "utter_opties_vaag"
    return roads_for(turn)


def _told_before(turn: Turn) -> bool:
    if turn.intent in ROLES:
        return turn.role == ROLES[turn.intent]
    return turn.topic == TOPICS[turn.intent] or _adds_nothing(turn)


def _adds_nothing(turn: Turn) -> bool:
    """Say whether something vague was typed after something clear: topic and role stay."""
    vague = turn.intent == "situatie_vaag" and turn.choice is None and bool(turn.text)
    return vague and (turn.topic not in (None, "vaag") or turn.role in ROLES.values())


def _remember(turn: Turn) -> None:
    if turn.intent in ROLES:
        turn.remember("rol", ROLES[turn.intent])
        return
    topic = TOPICS[turn.intent]
    turn.remember("onderwerp", topic)
    # Who tells what happens to them is no longer the witness or the accused of a moment ago.
    turn.remember("rol", "slachtoffer" if topic in BEHAVIOUR else None)
