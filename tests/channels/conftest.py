"""A web application with a dialogue that does what a test says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import make_app
from bot.directory import current
from bot.directory.snapshot import Organisation, Snapshot
from bot.domain.replies import Bubble, Button
from bot.engine.conversations import Conversation, Conversations
from bot.engine.engine import Engine, Limits
from bot.engine.gate import Gate
from bot.settings import Settings

Client = TestClient[Any, Any]


class Echo:
    """Says what it hears and offers one button."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def understand(self, text: str) -> dict[str, Any]:
        return {"intent": {"name": "groet"}, "entities": [], "crisis": None}

    async def answer(
        self, text: str, parsed: dict[str, Any], conversation: Conversation
    ) -> tuple[Bubble, ...]:
        self.heard.append(text)
        return (Bubble("gehoord", (Button("Zoek", '/vp_zoeken{"keuze":"extern"}'),)),)


@pytest.fixture
def dialogue() -> Echo:
    return Echo()


@pytest.fixture
def settings() -> Settings:
    return Settings(
        database_url="sqlite://",
        allowed_origins=("https://intranet.voorbeeld.example",),
        requests_per_minute=100_000,
    )


@pytest.fixture
async def client(dialogue: Echo, settings: Settings) -> AsyncIterator[Client]:
    current.publish(Snapshot(revision=1, organisation=Organisation("Proef")))
    conversations = Conversations(idle_seconds=60, limit=100)
    engine = Engine(
        lambda: dialogue,
        conversations,
        Gate(per_sender=settings.waiting_per_sender, in_all=settings.waiting_in_all),
        find_crisis=lambda text: ("crisis_suicide", "nl") if "niet meer leven" in text else None,
        limits=Limits(),
        on_dead=lambda: None,
    )
    app = make_app(settings, engine, conversations, watch=False)
    async with TestClient(TestServer(app)) as made:
        yield made
