"""The program, started once for all conversations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from bot.directory.snapshot import Snapshot
from bot.domain import clock
from tests.conversations.chat import MODEL, Chat, Program

# A Tuesday morning on which everybody who has hours is reachable.
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=clock.AMSTERDAM)


@pytest.fixture(scope="session")
def program() -> Iterator[Program]:
    if not MODEL.is_file():
        pytest.skip("there is no trained model (make train)")
    started = Program()
    yield started
    started.stop()


@pytest.fixture
def chat(program: Program, monkeypatch: pytest.MonkeyPatch) -> Callable[[Snapshot], Chat]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return lambda organisation: Chat(program, organisation)
