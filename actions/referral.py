"""Help outside: bodies by topic, role and urgency; health, police, law."""

from __future__ import annotations

from typing import ClassVar

from actions.base import GuidanceAction, Turn
from actions.contacts import say_body, say_clock, say_own_contact


class HelpOutside(GuidanceAction):
    """Gives bodies outside the organisation that fit the topic and role."""

    action_name: ClassVar[str] = "action_hulp_extern"
    intents: ClassVar[tuple[str, ...]] = ("hulp_extern",)

    def answer(self, turn: Turn) -> None:
        """At most two at a time, then the way on."""
        turn.leave_form()
        turn.remember("laatste_keuze", "extern")
        if say_bodies(turn, turn.topic or "algemeen", at_most=2) == 1:
            turn.say("utter_hulp_extern")
        turn.ask("utter_vervolg_hulp")


class HelpForMind(GuidanceAction):
    """Gives somebody to talk to and to cope with it."""

    action_name: ClassVar[str] = "action_hulp_psychisch"
    intents: ClassVar[tuple[str, ...]] = ("hulp_psychisch",)

    def answer(self, turn: Turn) -> None:
        """The general practitioner and 113; then the organisation's own, or a body outside."""
        turn.leave_form()
        turn.remember("laatste_keuze", "psychisch")
        turn.say("utter_hulp_psychisch")
        own = turn.snapshot.contact("maatschappelijk_werk")
        if own is not None:
            say_own_contact(turn, own)
        else:
            say_bodies(turn, "psychisch", at_most=1)
        turn.ask("utter_vervolg_gezondheid")


class OccupationalPhysician(GuidanceAction):
    """Tells about the occupational physician and about reporting sick."""

    action_name: ClassVar[str] = "action_bedrijfsarts"
    intents: ClassVar[tuple[str, ...]] = ("hulp_bedrijfsarts",)

    def answer(self, turn: Turn) -> None:
        """Give the organisation's own occupational physician when known."""
        turn.remember("laatste_keuze", "bedrijfsarts")
        turn.say("utter_bedrijfsarts")
        own = turn.snapshot.contact("bedrijfsarts")
        if own is not None and not turn.in_form:
            say_own_contact(turn, own)
        else:
            turn.say("utter_bedrijfsarts_ziek")
        turn.ask("utter_vervolg_hulp")


class Police(GuidanceAction):
    """Tells how to reach the police and what is possible there."""

    action_name: ClassVar[str] = "action_politie"
    intents: ClassVar[tuple[str, ...]] = ("aangifte_politie",)

    def answer(self, turn: Turn) -> None:
        """With sexual harassment the centre for sexual assault comes along."""
        turn.leave_form()
        turn.remember("laatste_keuze", "politie")
        turn.say("utter_politie")
        sexual = turn.topic == "seksuele_intimidatie"
        turn.say("utter_politie_seksueel" if sexual else "utter_politie_strafbaar")
        turn.ask("utter_vervolg_politie")


class LegalHelp(GuidanceAction):
    """Tells where legal help is; gives no legal advice."""

    action_name: ClassVar[str] = "action_juridisch"
    intents: ClassVar[tuple[str, ...]] = ("juridische_hulp",)

    def answer(self, turn: Turn) -> None:
        """The terms are short: say so, with one body or the clock that runs."""
        turn.leave_form()
        turn.remember("laatste_keuze", "juridisch")
        turn.say("utter_juridisch_misstand" if turn.topic == "misstand" else "utter_juridisch")
        found = turn.snapshot.bodies_for(turn.now, topic="juridisch", role=turn.role, at_most=1)
        clocks = turn.snapshot.clocks_for("juridisch")
        if found and "juridisch" in found[0].body.topics:
            say_body(turn, found[0])
        elif clocks:
            say_clock(turn, clocks[0])
        turn.ask("utter_vervolg_hulp")


def say_bodies(turn: Turn, topic: str, *, at_most: int) -> int:
    """Say the bodies for a topic, and return how many there were."""
    found = turn.snapshot.bodies_for(turn.now, topic=topic, role=turn.role, at_most=at_most)
    for match in found:
        say_body(turn, match)
    if not found:
        turn.say("utter_geen_instanties")
    return len(found)
