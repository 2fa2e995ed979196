"""What an action is called with, and what it answers."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Any, Protocol

from rasa_sdk.interfaces import Tracker

import actions
from actions.base import GuidanceAction, roads

for _module in pkgutil.iter_modules(actions.__path__):
    importlib.import_module(f"actions.{_module.name}")


@dataclass(frozen=True)
class Answer:
    """What an action answered: its bubbles as sent to Rasa, and its events."""

    messages: list[dict[str, Any]]
    events: list[dict[str, Any]]

    @property
    def responses(self) -> list[str]:
        """The names of the responses, in order."""
        return [message["response"] for message in self.messages]

    @property
    def cards(self) -> list[str]:
        """The types of the cards, in order."""
        return [message["custom"]["type"] for message in self.messages if message["custom"]]

    @property
    def slots(self) -> dict[str, Any]:
        """The slots that were set; the last value counts."""
        return {e["name"]: e["value"] for e in self.events if e["event"] == "slot"}

    @property
    def form(self) -> str | None:
        """`vp_form` when it was started, `None` when it was ended, `unchanged` otherwise."""
        loops = [e["name"] for e in self.events if e["event"] == "active_loop"]
        return loops[-1] if loops else "unchanged"

    def buttons(self, number: int = -1) -> list[str]:
        """The titles of the buttons that an action added to a bubble."""
        return [button["title"] for button in self.messages[number]["buttons"]]


class Ask(Protocol):
    """Runs an action by name, or by the intent that it answers."""

    def __call__(
        self,
        action: str,
        *,
        intent: str | None = None,
        choice: str | None = None,
        text: str = "",
        form: str | None = None,
        ranking: tuple[str, ...] = (),
        events: tuple[dict[str, Any], ...] = (),
        extra: dict[str, Any] | None = None,
        **slots: Any,
    ) -> Answer: ...


def make_tracker(
    intent: str,
    choice: str | None = None,
    text: str = "",
    form: str | None = None,
    ranking: tuple[str, ...] = (),
    events: tuple[dict[str, Any], ...] = (),
    extra: dict[str, Any] | None = None,
    slots: dict[str, Any] | None = None,
) -> Tracker:
    """Return the tracker as an action sees it in a turn."""
    entities = [{"entity": "keuze", "value": choice}] if choice else []
    message = {
        "intent": {"name": intent},
        "entities": entities,
        "text": text,
        "intent_ranking": [{"name": name, "confidence": 0.1} for name in ranking],
        **(extra or {}),
    }
    return Tracker(
        sender_id="test",
        slots=dict(slots or {}),
        latest_message=message,
        events=[{"event": "user"}, *events],
        paused=False,
        followup_action=None,
        active_loop={"name": form} if form else {},
        latest_action_name="action_listen",
    )


def action_named(name: str) -> GuidanceAction:
    """Return the action of that name, or the one that answers that intent."""
    kinds: dict[str, type[GuidanceAction]] = dict(roads())
    pending = list(GuidanceAction.__subclasses__())
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        if "action_name" in vars(kind):
            kinds[kind.action_name] = kind
    return kinds[name]()
