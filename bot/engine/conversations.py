"""The conversations that are going on: in memory only, gone when idle, wiped, or too many.

A conversation never holds a word of the employee: closed slot values, the names of the last ten
intents, and the buttons that were offered.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.replies import Button
from bot.domain.turn import Channel

INTENTS_KEPT: Final = 10
BUTTONS_KEPT: Final = 200
TOKEN_PREFIX: Final = "k:"  # noqa: S105 - the mark of a button, no secret


@dataclass
class Remembered:
    """What the dialogue may know of earlier turns: closed values only."""

    slots: dict[str, Any] = field(default_factory=dict)
    active_form: str | None = None
    intents: list[str] = field(default_factory=list)


@dataclass
class Conversation:
    """One conversation. `key` is random and means nothing outside this process."""

    key: str
    channel: Channel
    counted: bool
    last_seen: float
    turns: int = 0
    remembered: Remembered | None = None
    variations: dict[str, int] = field(default_factory=dict)
    _offers: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _titles: dict[str, str] = field(default_factory=dict)

    def offer(self, buttons: tuple[Button, ...]) -> tuple[Button, ...]:
        """Return the buttons with opaque tokens for payloads, and remember what each stands for."""
        offered = []
        for button in buttons:
            token = TOKEN_PREFIX + secrets.token_urlsafe(9)
            self._offers[token] = button.payload
            self._titles[_spoken(button.title)] = button.payload
            offered.append(Button(button.title, token))
        while len(self._offers) > BUTTONS_KEPT:
            self._offers.popitem(last=False)
        return tuple(offered)

    def pressed(self, message: str) -> str | None:
        """Return the payload behind a token, or behind the exact title of a button just shown."""
        return self._offers.get(message) or self._titles.get(_spoken(message))

    def forget_titles(self) -> None:
        """From now on only the buttons of the coming answer can be named by their title."""
        self._titles.clear()


def looks_like_token(message: str) -> bool:
    """Say whether a message has the shape of a button's token, known here or not."""
    return message.startswith(TOKEN_PREFIX) and len(message) == len(TOKEN_PREFIX) + 12


def _spoken(title: str) -> str:
    return " ".join(title.casefold().split())


class Conversations:
    """All conversations, at most `limit`; the longest silent one goes when a new one needs room."""

    def __init__(
        self, *, idle_seconds: float, limit: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._idle_seconds = idle_seconds
        self._limit = limit
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._by_sender: OrderedDict[bytes, Conversation] = OrderedDict()
        self._by_key: dict[str, Conversation] = {}

    def __len__(self) -> int:
        return len(self._by_sender)

    def open(self, sender: str, channel: Channel, *, counted: bool) -> Conversation:
        """Return the conversation of this sender, a new one when there is none."""
        self.sweep()
        name = self._name(sender, channel)
        conversation = self._by_sender.get(name)
        if conversation is None:
            conversation = Conversation(secrets.token_hex(16), channel, counted, self._clock())
            self._by_sender[name] = conversation
            self._by_key[conversation.key] = conversation
        conversation.last_seen = self._clock()
        self._by_sender.move_to_end(name)
        while len(self._by_sender) > self._limit:
            self._drop(next(iter(self._by_sender)))
        return conversation

    def by_key(self, key: str) -> Conversation | None:
        """Return the conversation with that key, or None when it is gone."""
        return self._by_key.get(key)

    def forget(self, sender: str, channel: Channel) -> None:
        """Forget a conversation; nothing happens when there is none."""
        name = self._name(sender, channel)
        if name in self._by_sender:
            self._drop(name)

    def sweep(self) -> None:
        """Forget every conversation that has been idle too long."""
        oldest = self._clock() - self._idle_seconds
        while self._by_sender:
            name, conversation = next(iter(self._by_sender.items()))
            if conversation.last_seen > oldest:
                return
            self._drop(name)

    def _drop(self, name: bytes) -> None:
        conversation = self._by_sender.pop(name)
        self._by_key.pop(conversation.key, None)

    def _name(self, sender: str, channel: Channel) -> bytes:
        text = f"{channel}\x00{sender}".encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, text, hashlib.sha256).digest()
