"""The fixtures of the action tests: a moment, an organisation, and a way to ask."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher
from ruamel.yaml import YAML

from bot.database.engine import open_database
from bot.database.migrations import upgrade
from bot.directory import current
from bot.directory.errors import DirectoryUnavailable
from bot.directory.example import load_example
from bot.directory.pack import load_pack
from bot.directory.reading import read_snapshot
from bot.directory.snapshot import Snapshot
from bot.domain import clock
from tests.actions.calling import Answer, Ask, action_named, make_tracker
from tests.actions.organisations import NOW, ORGANISATIONS, SHIPPED

RESPONSES = Path(__file__).resolve().parents[2] / "data" / "responses"


@pytest.fixture(autouse=True)
def _known_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@cache
def _shipped_example() -> Snapshot:
    """Return the example organisation as it is shipped, with the bodies of the country."""
    database = open_database("sqlite://")
    upgrade(database)
    load_example(database)
    return read_snapshot(database, load_pack("nl"))


@pytest.fixture
def organisation(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """The organisation that turns see: `voorbeeld`, or the one a test names indirectly."""
    name = getattr(request, "param", "voorbeeld")
    snapshot = _shipped_example() if name == SHIPPED else ORGANISATIONS[name]
    monkeypatch.setattr(current, "current", lambda: snapshot)
    return snapshot


@pytest.fixture
def directory_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory cannot answer."""

    def gone() -> Snapshot:
        raise DirectoryUnavailable("De gegevens zijn er even niet.")

    monkeypatch.setattr(current, "current", gone)


@pytest.fixture
def ask() -> Ask:
    """Run an action and return its answer."""

    def run(
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
    ) -> Answer:
        dispatcher = CollectingDispatcher()
        tracker = make_tracker(intent or action, choice, text, form, ranking, events, extra, slots)
        found = action_named(action)
        answered = asyncio.run(found.run(dispatcher, tracker, {}))
        return Answer(dispatcher.messages, list(answered))

    return run


@pytest.fixture(scope="session")
def responses() -> dict[str, list[dict[str, Any]]]:
    """Every response by name, as the files have it."""
    yaml = YAML(typ="safe", pure=True)
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(RESPONSES.glob("*.yml")):
        found.update(yaml.load(path.read_text("utf-8"))["responses"])
    return found


@pytest.fixture(scope="session")
def words_of(responses: dict[str, list[dict[str, Any]]]) -> Callable[[dict[str, Any]], list[str]]:
    """Return every variation of a bubble's text, filled with the values that the action gave."""

    def fill(message: dict[str, Any]) -> list[str]:
        texts = []
        for variation in responses[message["response"]]:
            text = variation["text"]
            for name, value in message.items():
                if isinstance(value, str):
                    text = text.replace("{" + name + "}", value)
            texts.append(text)
        return texts

    return fill
