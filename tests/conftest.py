"""What every test starts from: no setting of the machine, and one program for all conversations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.domain import clock

if TYPE_CHECKING:
    from bot.directory.snapshot import Snapshot
    from tests.conversations.chat import Chat, Program

# Before anything imports rasa: no telemetry, no chatter of TensorFlow.
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
for _name in [name for name in os.environ if name.startswith("STEUNWIJZER_")]:
    if not _name.startswith("STEUNWIJZER_TEST_"):
        del os.environ[_name]

# A Tuesday morning on which everybody who has hours is reachable.
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=clock.AMSTERDAM)


@pytest.fixture(scope="session")
def program() -> Iterator[Program]:
    """The whole program with the trained model; imported late, for it takes seconds."""
    from tests.conversations.chat import MODEL, Program

    if not MODEL.is_file():
        pytest.skip("there is no trained model (make train)")
    started = Program()
    yield started
    started.stop()


@pytest.fixture
def chat(program: Program, monkeypatch: pytest.MonkeyPatch) -> Callable[[Snapshot], Chat]:
    """Begin a conversation in an organisation, on a known morning."""
    from tests.conversations.chat import Chat

    monkeypatch.setattr(clock, "now", lambda: NOW)
    return lambda organisation: Chat(program, organisation)
