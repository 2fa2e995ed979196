"""Staying unnamed, protection, proof, a log: answers that depend on what the matter is."""

from __future__ import annotations

from typing import ClassVar, Final

from actions.base import GuidanceAction, Turn
from actions.situations import BEHAVIOUR

# Topics for which the law forbids to disadvantage whoever complains (AWGB 8a, BW 7:646).
_PROTECTED: Final = frozenset({"discriminatie", "seksuele_intimidatie"})


class StayUnnamed(GuidanceAction):
    """Tells what can be done without a name: "en als ik dat anoniem wil?"."""

    action_name: ClassVar[str] = "action_anoniem"
    intents: ClassVar[tuple[str, ...]] = ("anoniem_melden",)

    def answer(self, turn: Turn) -> None:
        """It differs for wrongdoing, the police, a witness and a complaint about behaviour."""
        road = turn.slots.get("laatste_keuze")
        if turn.topic == "misstand" or (turn.topic is None and road == "misstand"):
            turn.say("utter_anoniem_misstand")
            turn.ask("utter_vervolg_misstand_vragen")
            return
        if road == "politie":
            turn.say("utter_anoniem_politie")
        elif turn.role in ("getuige", "beschuldigde"):
            turn.say(f"utter_anoniem_{turn.role}")
        else:
            turn.say("utter_anoniem_gedrag")
        if turn.topic is None and turn.role is None:
            turn.say("utter_anoniem_misstand")
        turn.ask("utter_vervolg_rechten")


class Consequences(GuidanceAction):
    """Tells how somebody who reports is protected, and what to do against disadvantage."""

    action_name: ClassVar[str] = "action_gevolgen"
    intents: ClassVar[tuple[str, ...]] = ("gevolgen_melder",)

    def answer(self, turn: Turn) -> None:
        """The law protects some reports more than others; the answer says so."""
        if turn.role == "beschuldigde":
            turn.say("utter_gevolgen_beschuldigde")
            turn.ask("utter_opties_beschuldigd")
            return
        if turn.topic == "misstand":
            turn.say("utter_gevolgen_misstand")
        elif turn.topic in _PROTECTED:
            turn.say("utter_gevolgen_discriminatie")
        elif turn.topic in BEHAVIOUR:
            turn.say("utter_gevolgen_gedrag")
        else:
            turn.say("utter_gevolgen_algemeen")
        turn.say("utter_gevolgen_doen")
        wrongdoing = turn.topic == "misstand"
        turn.ask("utter_vervolg_misstand_vragen" if wrongdoing else "utter_vervolg_rechten")


class CollectProof(GuidanceAction):
    """Tells what proof is needed and what may be recorded."""

    action_name: ClassVar[str] = "action_bewijs"
    intents: ClassVar[tuple[str, ...]] = ("bewijs_verzamelen",)

    def answer(self, turn: Turn) -> None:
        """Wrongdoing needs good reasons, a complaint no hard proof."""
        turn.say("utter_bewijs_misstand" if turn.topic == "misstand" else "utter_bewijs")
        turn.say("utter_bewijs_opnemen")
        turn.ask("utter_vervolg_opschrijven")


class KeepLog(GuidanceAction):
    """Gives the form of a log; what is written stays with the employee."""

    action_name: ClassVar[str] = "action_logboek"
    intents: ClassVar[tuple[str, ...]] = ("logboek_maken",)

    def answer(self, turn: Turn) -> None:
        """Say what to write down and where to keep it."""
        turn.remember("laatste_keuze", "logboek")
        turn.say("utter_logboek")
        turn.say("utter_logboek_bewaren")
        turn.ask("utter_vervolg_opschrijven")
