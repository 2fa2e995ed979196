"""The conversation itself: greeting, yes, no, don't know, back, thanks, feelings, anger."""

from __future__ import annotations

from typing import ClassVar, Final

from rasa_sdk.events import AllSlotsReset

from actions import questions, reading
from actions.adviser_search import ask_site
from actions.base import GuidanceAction, Turn, follow
from actions.contacts import reach
from actions.doubt import offer_topics
from actions.questions import OFFERED_SLOTS
from actions.situations import offer_roads

_BACK: Final = frozenset({"terug", "vorige", "stap"})
_WRONG: Final = frozenset({"bedoel", "bedoelde", "verkeerd", "begrijpt", "begreep", "snapt"})


class Greet(GuidanceAction):
    """Welcomes: a computer program, what is kept, emergency numbers, six ways to begin."""

    action_name: ClassVar[str] = "action_groet"
    intents: ClassVar[tuple[str, ...]] = ("groet",)

    def answer(self, turn: Turn) -> None:
        """The whole welcome once; shorter when the conversation has already begun."""
        begun = turn.topic is not None or turn.slots.get("laatste_keuze") is not None
        if begun:
            turn.ask("utter_welkom_terug")
        elif turn.in_form:
            return
        else:
            turn.ask("utter_welkom", organisatie=turn.snapshot.organisation.name)


class SayGoodbye(GuidanceAction):
    """Says goodbye, and how the screen is wiped."""

    action_name: ClassVar[str] = "action_afscheid"
    intents: ClassVar[tuple[str, ...]] = ("afscheid",)

    def answer(self, turn: Turn) -> None:
        """Ends a form: nobody is held back by a question."""
        turn.leave_form()
        turn.say("utter_afscheid")


class AcceptThanks(GuidanceAction):
    """Answers thanks."""

    action_name: ClassVar[str] = "action_bedankt"
    intents: ClassVar[tuple[str, ...]] = ("bedankt",)

    def answer(self, turn: Turn) -> None:
        """Friendly and short, with a way on."""
        turn.ask("utter_bedankt")


class Confirm(GuidanceAction):
    """Does what "ja" means after what was asked."""

    action_name: ClassVar[str] = "action_bevestigen"
    intents: ClassVar[tuple[str, ...]] = ("bevestigen",)

    def answer(self, turn: Turn) -> None:
        """Follow the offered way; where there were several, ask which."""
        if turn.choice == "crisis_blijven":
            suffix = "_en" if turn.english else ""
            turn.say(f"utter_crisis_blijven{suffix}")
            turn.ask(f"utter_vervolg_crisis{suffix}")
            return
        asked = turn.last_question
        meant = questions.yes(asked) if asked else None
        if meant is not None:
            follow(turn, meant)
        elif asked is not None and questions.options(asked, _offered(turn)):
            _offer_again(turn, asked)
        else:
            turn.say("utter_bevestigen")
            offer_roads(turn)


class Deny(GuidanceAction):
    """Accepts "nee" and offers something else."""

    action_name: ClassVar[str] = "action_ontkennen"
    intents: ClassVar[tuple[str, ...]] = ("ontkennen",)

    def answer(self, turn: Turn) -> None:
        """Refusing is fine; what remains is offered once more."""
        if turn.choice == "crisis_genoeg":
            turn.say("utter_crisis_genoeg_en" if turn.english else "utter_crisis_genoeg")
            return
        meant = questions.no(turn.last_question) if turn.last_question else None
        if meant is not None:
            follow(turn, meant)
            return
        turn.say("utter_ontkennen")
        offer_roads(turn)


class DoNotKnow(GuidanceAction):
    """Answers "ik weet het niet" with the smallest step."""

    action_name: ClassVar[str] = "action_weet_niet"
    intents: ClassVar[tuple[str, ...]] = ("weet_niet",)

    def answer(self, turn: Turn) -> None:
        """Nobody needs to know; one talk is a beginning."""
        turn.say("utter_weet_niet")
        turn.ask("utter_vervolg_weet_niet")


class StartAgain(GuidanceAction):
    """Starts again, goes a step back, or mends a misunderstanding."""

    action_name: ClassVar[str] = "action_opnieuw"
    intents: ClassVar[tuple[str, ...]] = ("opnieuw",)

    def answer(self, turn: Turn) -> None:
        """After a crisis that was none: the other topics. "Terug": the roads. Else all anew."""
        turn.leave_form()
        found = set(reading.words(turn.text))
        if turn.choice == "geen_crisis":
            _offer_other_topics(turn)
        elif found & _BACK:
            turn.say("utter_terug")
            offer_roads(turn)
        elif found & _WRONG:
            turn.say("utter_verkeerd_begrepen")
            turn.ask("utter_menu")
        else:
            turn.events.append(AllSlotsReset())
            turn.slots.clear()
            turn.say("utter_opnieuw")
            turn.ask("utter_menu")


class AnswerFeeling(GuidanceAction):
    """Answers a feeling: it may be there, and there are people who listen."""

    action_name: ClassVar[str] = "action_emotie"
    intents: ClassVar[tuple[str, ...]] = ("emotie",)

    def answer(self, turn: Turn) -> None:
        """No comfort that a program cannot give; a person within one tap."""
        turn.say("utter_emotie")
        turn.ask("utter_vervolg_emotie")


class AnswerAnger(GuidanceAction):
    """Stays calm under insults and offers a human."""

    action_name: ClassVar[str] = "action_schelden"
    intents: ClassVar[tuple[str, ...]] = ("schelden",)

    def answer(self, turn: Turn) -> None:
        """Somebody angry is often somebody in trouble."""
        turn.leave_form()
        turn.ask("utter_schelden")


class OutOfScope(GuidanceAction):
    """Says what it is not for, who might know, and what it is for."""

    action_name: ClassVar[str] = "action_buiten_bereik"
    intents: ClassVar[tuple[str, ...]] = ("buiten_bereik",)

    def answer(self, turn: Turn) -> None:
        """HR when the organisation entered it."""
        turn.say("utter_buiten_bereik")
        hr = turn.snapshot.contact("hr")
        contact = reach(hr.phones, hr.mail) if hr else ""
        if hr is not None and contact and not turn.in_form:
            turn.say("utter_buiten_bereik_hr", naam=hr.name, contact=contact)
        turn.ask("utter_menu")


def _offered(turn: Turn) -> tuple[str, ...]:
    return tuple(str(turn.slots[s]) for s in OFFERED_SLOTS if turn.slots.get(s))


def _offer_again(turn: Turn, asked: str) -> None:
    if asked in questions.WITH_TOPICS:
        offer_topics(turn, "utter_twijfel_welke", _offered(turn))
        return
    turn.say("utter_bevestigen_welke")
    if asked == "utter_ask_vp_locatie":
        ask_site(turn)
    elif asked == "utter_welkom":
        turn.ask("utter_menu")
    else:
        turn.ask(asked)


def _offer_other_topics(turn: Turn) -> None:
    suffix = "_en" if turn.english else ""
    turn.remember("taal", None)
    offer_topics(turn, f"utter_geen_crisis{suffix}", _offered(turn))
