"""Rasa's tracker store over our conversations: what survives a turn is closed values only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import BooleanSlot, CategoricalSlot, FloatSlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.conversations import INTENTS_KEPT, Conversations, Remembered

LAST_QUESTION: Final = "laatste_vraag"


class ConversationMemory(TrackerStore):
    """Keeps of a tracker its closed slots, active form and last ten intents; no text at all.

    A tracker whose conversation was forgotten in mid-turn is not saved. Also given to Rasa as the
    fallback of its fail-safe store, so that no other store is ever made (privacy.md L9).
    """

    def __init__(self, conversations: Conversations, domain: Domain | None = None) -> None:
        super().__init__(domain or Domain.empty())
        self._conversations = conversations

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep what may be kept of the tracker."""
        conversation = self._conversations.by_key(tracker.sender_id)
        if conversation is not None:
            before = conversation.remembered.intents if conversation.remembered else []
            conversation.remembered = _compact(tracker, before)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return a tracker rebuilt from what was kept, or None."""
        conversation = self._conversations.by_key(sender_id)
        if conversation is None or conversation.remembered is None:
            return None
        tracker: DialogueStateTracker = self.init_tracker(sender_id)
        for event in _as_events(conversation.remembered):
            tracker.update(event, self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        """Return nothing: no caller may walk the conversations."""
        return ()


def _compact(tracker: DialogueStateTracker, intents_before: list[str]) -> Remembered:
    turn = _events_of_turn(tracker)
    slots = {
        name: slot.value
        for name, slot in tracker.slots.items()
        if slot.value is not None and slot.value != slot.initial_value and _is_closed(name, slot)
    }
    asked = any(isinstance(e, SlotSet) and e.key == LAST_QUESTION for e in turn)
    if not asked:
        slots.pop(LAST_QUESTION, None)
    intents = [e.intent_name for e in turn if isinstance(e, UserUttered) and e.intent_name]
    return Remembered(
        slots=slots,
        active_form=tracker.active_loop_name,
        intents=(intents_before + intents)[-INTENTS_KEPT:],
    )


def _events_of_turn(tracker: DialogueStateTracker) -> list[Event]:
    events: list[Event] = []
    for event in reversed(tracker.events):
        events.append(event)
        if isinstance(event, UserUttered):
            break
    return events[::-1]


def _is_closed(name: str, slot: Any) -> bool:
    """Say whether a slot can hold only closed values, or an id that the directory knows."""
    if isinstance(slot, (CategoricalSlot, BooleanSlot, FloatSlot)):
        return True
    return name == REQUESTED_SLOT or name in DIRECTORY_ID_SLOTS


# Slots that hold an id from the directory: their values are checked against the snapshot when set.
DIRECTORY_ID_SLOTS: Final = frozenset({"vp_locatie", "vp_niet"})


def _as_events(remembered: Remembered) -> list[Event]:
    events: list[Event] = [ActionExecuted(ACTION_LISTEN_NAME)]
    if remembered.intents:
        intent = {"name": remembered.intents[-1], "confidence": 1.0}
        events.append(UserUttered("", intent, [], {"intent": intent, "entities": []}))
    events += [SlotSet(name, value) for name, value in remembered.slots.items()]
    if remembered.active_form:
        events.append(ActiveLoop(remembered.active_form))
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    return events
