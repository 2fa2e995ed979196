"""Complaints about behaviour: talking or complaining, the steps, stopping, solving it without."""

from __future__ import annotations

from typing import ClassVar

from actions import reading
from actions.base import GuidanceAction, Turn, follow
from actions.contacts import reach, say_clock, say_informal_steps, say_steps
from actions.questions import Option
from bot.directory.snapshot import Procedure


class ComplaintOrReport(GuidanceAction):
    """Explains the difference between talking, reporting and complaining."""

    action_name: ClassVar[str] = "action_klacht_of_melding"
    intents: ClassVar[tuple[str, ...]] = ("klacht_of_melding",)

    def answer(self, turn: Turn) -> None:
        """Explain, and where a scheme for wrongdoing comes in."""
        turn.say("utter_klacht_of_melding")
        turn.say("utter_melden_misstand_verschil")
        turn.ask("utter_vervolg_klacht_of_melding")


class FileComplaint(GuidanceAction):
    """Shows how a complaint is filed here, or how it mostly goes."""

    action_name: ClassVar[str] = "action_klacht_indienen"
    intents: ClassVar[tuple[str, ...]] = ("klacht_indienen",)

    def answer(self, turn: Turn) -> None:
        """Give the organisation's own steps and where to; without them the usual ones."""
        turn.leave_form()
        turn.remember("laatste_keuze", "klacht")
        procedure = turn.snapshot.complaints_procedure
        if procedure is None:
            _say_usual_steps(turn)
            turn.say("utter_klacht_zonder_regeling")
        else:
            say_steps(turn, procedure, "utter_klacht_stappen_eigen", own=True)
            _say_where(turn, procedure)
        turn.ask("utter_vervolg_klacht_indienen")


class ComplaintCourse(GuidanceAction):
    """Tells what happens after a complaint or report, and how long it takes."""

    action_name: ClassVar[str] = "action_klacht_verloop"
    intents: ClassVar[tuple[str, ...]] = ("klacht_verloop",)

    def answer(self, turn: Turn) -> None:
        """Wrongdoing has terms in the law; a complaint those of the organisation's rules."""
        road = turn.slots.get("laatste_keuze")
        if road == "vp" and reading.asks_how_long(turn.text):
            follow(turn, Option("vp_gesprek"))
            return
        if turn.topic == "misstand" or road == "misstand":
            _say_reporting_terms(turn)
            return
        turn.remember("laatste_keuze", "klacht")
        procedure = turn.snapshot.complaints_procedure
        if procedure is None:
            turn.say("utter_klacht_verloop")
        else:
            say_steps(turn, procedure, "utter_klacht_stappen_eigen", own=True)
        turn.say("utter_klacht_duur")
        turn.ask("utter_vervolg_klacht_verloop")


class SolveInformally(GuidanceAction):
    """Tells what can be done without a complaint."""

    action_name: ClassVar[str] = "action_klacht_informeel"
    intents: ClassVar[tuple[str, ...]] = ("klacht_informeel",)

    def answer(self, turn: Turn) -> None:
        """Raising it oneself is never a duty; then what the organisation offers."""
        turn.remember("laatste_keuze", "informeel")
        turn.say("utter_klacht_informeel")
        procedure = turn.snapshot.complaints_procedure
        if procedure is not None and procedure.informal_steps:
            say_informal_steps(turn, procedure, "utter_informeel_stappen_eigen")
        else:
            turn.say("utter_klacht_informeel_bemiddelen")
        turn.ask("utter_vervolg_informeel")


class Withdraw(GuidanceAction):
    """Tells whether one can stop, and what happens then."""

    action_name: ClassVar[str] = "action_klacht_intrekken"
    intents: ClassVar[tuple[str, ...]] = ("klacht_intrekken",)

    def answer(self, turn: Turn) -> None:
        """Stopping with a report of wrongdoing differs from withdrawing a complaint."""
        wrongdoing = turn.topic == "misstand"
        turn.say("utter_misstand_intrekken" if wrongdoing else "utter_klacht_intrekken")
        turn.ask("utter_vervolg_misstand_vragen" if wrongdoing else "utter_vervolg_rechten")


def _say_usual_steps(turn: Turn) -> None:
    usual = turn.snapshot.usual_complaints
    if usual is None:
        turn.say("utter_klacht_indienen")
    else:
        say_steps(turn, usual, "utter_klacht_stappen_gewoonlijk", own=False)


def _say_where(turn: Turn, procedure: Procedure) -> None:
    contact = reach(procedure.committee_phones, procedure.committee_mail)
    if procedure.committee and contact:
        turn.say("utter_klacht_commissie", commissie=procedure.committee, contact=contact)
    else:
        turn.say("utter_klacht_indienen")


def _say_reporting_terms(turn: Turn) -> None:
    turn.remember("laatste_keuze", "misstand")
    clocks = turn.snapshot.clocks_for("misstand")[: turn.room - 1]
    for clock in clocks:
        say_clock(turn, clock)
    if not clocks:
        turn.say("utter_misstand_buiten")
    turn.ask("utter_vervolg_misstand")
