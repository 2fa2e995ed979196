"""What can be wrong before the first turn: each is named, none is guessed around."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
from aiohttp import web

from bot.domain.errors import ModelDamaged, ModelMissing
from bot.engine.agent import Assistant
from bot.engine.conversations import Conversations
from bot.serving import PortTaken, serve


def conversations() -> Conversations:
    return Conversations(idle_seconds=1, limit=1)


def test_a_missing_model_is_refused_by_name_though_another_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "ander.tar.gz").write_bytes(b"x")
    with pytest.raises(ModelMissing, match=r"steunwijzer\.tar\.gz"):
        Assistant(tmp_path / "steunwijzer.tar.gz", {}, conversations())


def test_a_damaged_model_is_refused_by_name_and_says_the_remedy(tmp_path: Path) -> None:
    model = tmp_path / "steunwijzer.tar.gz"
    model.write_bytes(b"geen model")
    with pytest.raises(ModelDamaged, match="make train"):
        Assistant(model, {}, conversations())


async def test_a_port_that_is_taken_is_said_with_the_setting_that_helps() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match="STEUNWIJZER_PORT"):
            await serve(web.Application(), "127.0.0.1", port, drain_seconds=0.1, ready=lambda: None)
    await asyncio.sleep(0)
