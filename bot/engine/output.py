"""Collects the bubbles of one turn."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel

from bot.domain.replies import Bubble, Button
from bot.domain.turn import Channel


class CollectedAnswer(OutputChannel):
    """The output channel of one turn: text, buttons and card of a bubble stay together."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self.bubbles: list[Bubble] = []

    def name(self) -> str:
        """Return the channel, by which texts are chosen."""
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep one bubble. Payloads are still Rasa's own here."""
        buttons = tuple(
            Button(str(b["title"]), str(b["payload"])) for b in message.get("buttons") or ()
        )
        custom = message.get("custom") or None
        text = message.get("text") or None
        if text or buttons or custom:
            self.bubbles.append(Bubble(text, buttons, custom))
