"""What every action shares: one turn to read from and answer to, and never silence.

An action returns facts and names a response; the words are in `data/responses`. Whatever
fails in an action, the employee gets an answer with the emergency numbers, and the journal a line.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final

from rasa_sdk import Action
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Tracker

from actions import questions
from bot.directory import current
from bot.directory.errors import DirectoryUnavailable
from bot.directory.snapshot import Snapshot
from bot.domain import clock
from bot.domain.journal import Happening, log
from bot.domain.replies import Button, Card, card_as_json

ENTITY: Final = "keuze"
LAST_QUESTION: Final = "laatste_vraag"
DOUBT_COUNT: Final = "twijfel"
BUBBLES: Final = 3


@dataclass
class Turn:
    """One message of an employee, and what is answered to it.

    `choice` is the closed value behind a button. `text` is what was typed: read it against closed
    values, keep it nowhere.
    """

    tracker: Tracker
    dispatcher: CollectingDispatcher
    intent: str
    choice: str | None = None
    text: str = ""
    in_form: bool = False
    slots: dict[str, Any] = field(default_factory=dict)
    events: list[EventType] = field(default_factory=list)
    asked: str | None = None

    @property
    def snapshot(self) -> Snapshot:
        """The organisation as it is now; raises `DirectoryUnavailable`."""
        return current.current()

    @property
    def now(self) -> datetime:
        """The present moment in Amsterdam."""
        return clock.now()

    @property
    def topic(self) -> str | None:
        """What the conversation is about: a value of the slot `onderwerp`."""
        return self._slot("onderwerp")

    @property
    def role(self) -> str | None:
        """Who the employee is in it: a value of the slot `rol`."""
        return self._slot("rol")

    @property
    def last_question(self) -> str | None:
        """The response that asked something in the turn before this one."""
        return self._slot(LAST_QUESTION)

    @property
    def english(self) -> bool:
        """Whether the employee writes English."""
        return self._slot("taal") == "en"

    @property
    def room(self) -> int:
        """How many bubbles may still be said; a form's question takes the last one."""
        return BUBBLES - len(self.dispatcher.messages) - (1 if self.in_form else 0)

    def _slot(self, name: str) -> str | None:
        value = self.slots.get(name)
        return value if isinstance(value, str) else None

    def remember(self, slot: str, value: Any) -> None:
        """Set a slot to a closed value or an id of the directory."""
        self.slots[slot] = value
        self.events.append(SlotSet(slot, value))

    def say(
        self,
        response: str,
        *,
        card: Card | Mapping[str, Any] | None = None,
        buttons: Sequence[Button] = (),
        **values: str,
    ) -> None:
        """Say one bubble: the words of `response`, with at most one card that says the same."""
        if card is not None and not isinstance(card, Mapping):
            card = card_as_json(card)
        self.dispatcher.utter_message(
            response=response,
            json_message=dict(card) if card else None,
            buttons=[{"title": b.title, "payload": b.payload} for b in buttons],
            **values,
        )

    def ask(self, question: str, *, buttons: Sequence[Button] = (), **values: str) -> None:
        """Say a bubble with choices and remember for one turn that it was asked.

        While a form asks its own question, this one is left out: two sets of buttons confuse.
        """
        if self.in_form:
            return
        self.say(question, card=None, buttons=buttons, **values)
        self.asked = question

    def enter_form(self, form: str) -> None:
        """Let a form ask its questions from here on."""
        self.in_form = True
        self.events.append(ActiveLoop(form))

    def leave_form(self) -> None:
        """Stop a form; its question is not asked again."""
        if not self.in_form:
            return
        self.in_form = False
        self.events += [ActiveLoop(None), SlotSet("requested_slot", None)]

    def understood(self) -> None:
        """Start counting anew how often in a row a message was not understood."""
        if self.slots.get(DOUBT_COUNT) is not None:
            self.remember(DOUBT_COUNT, None)

    def outcome(self) -> list[EventType]:
        """Return the events of this turn, with the question that was asked, if any."""
        return [*self.events, SlotSet(LAST_QUESTION, self.asked)]


def open_turn(dispatcher: CollectingDispatcher, tracker: Tracker) -> Turn:
    """Return the turn that a tracker stands at."""
    latest = tracker.latest_message
    return Turn(
        tracker=tracker,
        dispatcher=dispatcher,
        intent=str((latest.get("intent") or {}).get("name") or ""),
        choice=next(tracker.get_latest_entity_values(ENTITY), None),
        text=str(latest.get("text") or ""),
        in_form=bool(tracker.active_loop_name),
        slots=dict(tracker.slots),
    )


class GuidanceAction(Action, ABC):
    """An action of ours. Abstract, so that rasa_sdk does not register it.

    `intents` are what it answers: `follow` finds the way by them, and a test holds the rules to it.
    `takes_number` is whether a typed "2" is first read as a pick; `understands` is false for what
    answers doubt, or asks a form's question after it.
    """

    action_name: ClassVar[str]
    intents: ClassVar[tuple[str, ...]] = ()
    takes_number: ClassVar[bool] = True
    understands: ClassVar[bool] = True

    def name(self) -> str:
        """Return the name that the rules know it by."""
        return self.action_name

    @abstractmethod
    def answer(self, turn: Turn) -> None:
        """Answer the turn: say bubbles, remember closed values."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[EventType]:
        """Answer, and return the events; a failure becomes an answer with the emergency numbers."""
        turn = open_turn(dispatcher, tracker)
        try:
            self._answer_or_pick(turn)
            if self.understands:
                turn.understood()
        except DirectoryUnavailable as error:
            log(Happening.DIRECTORY_UNAVAILABLE, action=type(self), error=type(error))
            return _apologise(dispatcher)
        except Exception as error:  # an employee in trouble gets an answer, whatever broke
            log(Happening.ACTION_FAILED, action=type(self), error=type(error))
            return _apologise(dispatcher)
        return turn.outcome()

    def _answer_or_pick(self, turn: Turn) -> None:
        """Answer the turn, or the numbered choice when a bare "2" or "de tweede" was typed."""
        picked = None
        if self.takes_number and not turn.in_form and turn.last_question is not None:
            picked = questions.picked(turn.last_question, turn.text, _offered(turn))
        if picked is None:
            self.answer(turn)
        else:
            turn.understood()
            follow(turn, picked)


def _offered(turn: Turn) -> tuple[str, ...]:
    """Return the topics that were offered as buttons in the turn before this one."""
    return tuple(str(turn.slots[s]) for s in questions.OFFERED_SLOTS if turn.slots.get(s))


def _apologise(dispatcher: CollectingDispatcher) -> list[EventType]:
    dispatcher.messages.clear()
    dispatcher.utter_message(response="utter_storing")
    return []


def roads() -> dict[str, type[GuidanceAction]]:
    """Return for every intent the action that answers it."""
    return {intent: kind for kind in _kinds() for intent in kind.intents}


def _kinds() -> list[type[GuidanceAction]]:
    """Return every action of ours, subclasses of subclasses too."""
    found = list(GuidanceAction.__subclasses__())
    for kind in found:
        found += kind.__subclasses__()
    return found


def follow(turn: Turn, option: questions.Option) -> None:
    """Answer the turn as if that button had been pressed."""
    turn.intent, turn.choice, turn.text = option.intent, option.choice, ""
    roads()[option.intent]().answer(turn)
