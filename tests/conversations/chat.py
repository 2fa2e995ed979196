"""A conversation with the whole program: real model, real endpoint, an organisation of choice."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp.test_utils import TestClient, TestServer

from bot.app import make_app, make_engine
from bot.directory import current
from bot.directory.snapshot import Snapshot
from bot.engine.texts import TextGenerator
from bot.settings import Settings
from tests.actions.organisations import ORGANISATIONS

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "steunwijzer.tar.gz"


class Program:
    """The server, started once; its event loop is its own, so that tests need none."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        settings = Settings(
            project=ROOT, model=MODEL, database_url="sqlite://", requests_per_minute=100_000
        )
        current.publish(ORGANISATIONS["voorbeeld"])
        engine, conversations = make_engine(settings)
        # The application watches a directory of its own; these tests publish what they need.
        app = make_app(settings, engine, conversations, watch=False)
        server = TestServer(app, loop=self.loop)
        self.client: TestClient[Any, Any] = TestClient(server, loop=self.loop)
        self.loop.run_until_complete(self.client.start_server())

    def post(self, sender: str, message: str) -> list[dict[str, Any]]:
        """Send one message and return its bubbles."""
        return self.loop.run_until_complete(self._post(sender, message))

    async def _post(self, sender: str, message: str) -> list[dict[str, Any]]:
        answer = await self.client.post(
            "/webhooks/rest/webhook", json={"sender": sender, "message": message}
        )
        assert answer.status == 200, answer.status
        bubbles: list[dict[str, Any]] = await answer.json()
        return bubbles

    def stop(self) -> None:
        """Stop the server and its thread."""
        self.loop.run_until_complete(self.client.close())
        self.loop.close()


@dataclass
class Heard:
    """What one turn brought: texts, button titles, cards, numbers, and the responses' names."""

    texts: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    cards: list[dict[str, Any]] = field(default_factory=list)
    responses: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Everything that was said."""
        return "\n".join(self.texts)


class Chat:
    """One conversation of one employee."""

    def __init__(self, program: Program, organisation: Snapshot) -> None:
        current.publish(organisation)
        self._program = program
        self._sender = secrets.token_hex(8)
        self.last = Heard()

    def say(self, message: str) -> Heard:
        """Type a message."""
        spoken: list[str] = []
        original = TextGenerator.generate

        async def listen(self: Any, utter_action: str, *args: Any, **kwargs: Any) -> Any:
            spoken.append(utter_action)
            return await original(self, utter_action, *args, **kwargs)

        TextGenerator.generate = listen  # type: ignore[method-assign]  # only tests listen in
        try:
            bubbles = self._program.post(self._sender, message)
        finally:
            TextGenerator.generate = original  # type: ignore[method-assign]  # as it was
        self.last = Heard(
            texts=[b["text"] for b in bubbles if b.get("text")],
            buttons={x["title"]: x["payload"] for b in bubbles for x in b.get("buttons", ())},
            cards=[b["custom"] for b in bubbles if b.get("custom")],
            responses=spoken,
        )
        return self.last

    def press(self, title: str) -> Heard:
        """Press a button of the last answer, by its title or the beginning of it."""
        for shown, token in self.last.buttons.items():
            if shown == title or shown.startswith(title):
                return self.say(token)
        raise AssertionError(f"there is no button {title!r}, only {list(self.last.buttons)}")
