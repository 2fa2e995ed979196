"""Reporting wrongdoing: inside by the organisation's scheme, or outside; neither must be first."""

from __future__ import annotations

from typing import ClassVar

from actions.base import GuidanceAction, Turn
from actions.contacts import say_body, say_clock, say_steps


class ReportWrongdoing(GuidanceAction):
    """Shows how wrongdoing is reported inside and outside."""

    action_name: ClassVar[str] = "action_misstand_melden"
    intents: ClassVar[tuple[str, ...]] = ("misstand_melden",)

    def answer(self, turn: Turn) -> None:
        """Outside when that was chosen, else the organisation's own scheme and its terms."""
        turn.leave_form()
        known = turn.topic == "misstand"
        turn.remember("onderwerp", "misstand")
        turn.remember("laatste_keuze", "misstand")
        if turn.choice == "extern":
            _say_outside(turn)
        else:
            _say_inside(turn, already_told=known)


def _say_outside(turn: Turn) -> None:
    turn.say("utter_misstand_buiten")
    for match in turn.snapshot.bodies_for(turn.now, topic="misstand", at_most=1):
        say_body(turn, match)
    turn.ask("utter_vervolg_misstand_buiten")


def _say_inside(turn: Turn, *, already_told: bool) -> None:
    snapshot = turn.snapshot
    if snapshot.reporting_procedure is not None:
        say_steps(turn, snapshot.reporting_procedure, "utter_misstand_stappen_eigen", own=True)
    elif snapshot.usual_reporting is not None:
        say_steps(turn, snapshot.usual_reporting, "utter_misstand_stappen_gewoonlijk", own=False)
    else:
        turn.say("utter_misstand_zonder_regeling", organisatie=snapshot.organisation.name)
    clocks = snapshot.clocks_for("misstand")
    if turn.choice is not None and clocks:
        say_clock(turn, clocks[0])
    elif already_told:
        turn.say("utter_misstand_buiten")
    else:
        # Whoever asks how to report should know that this is not always the road to take.
        turn.say("utter_misstand_eerlijk")
    turn.ask("utter_vervolg_misstand")
