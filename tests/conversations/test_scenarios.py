"""Every scenario file is a conversation through the real endpoint, model and directory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.directory.snapshot import Snapshot
from tests.actions.organisations import ORGANISATIONS
from tests.conversations.chat import Chat, Heard

HERE = Path(__file__).parent
FILES = sorted(p for p in HERE.glob("*/*.yml"))
KNOWN = {"antwoorden", "knoppen", "kaarten", "nummers", "niet"}


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return content


@pytest.mark.model
@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_the_conversation_goes_as_it_should(path: Path, chat: Callable[[Snapshot], Chat]) -> None:
    scenario = read(path)
    conversation = chat(ORGANISATIONS[scenario["organisatie"]])
    for number, turn in enumerate(scenario["beurten"], start=1):
        heard = (
            conversation.press(str(turn["tik"])) if "tik" in turn else conversation.say(turn["zeg"])
        )
        check(f"{path.stem}, beurt {number}", heard, turn.get("verwacht", {}))


def check(where: str, heard: Heard, expected: dict[str, Any]) -> None:
    assert set(expected) <= KNOWN, f"{where}: {set(expected) - KNOWN}"
    for name in expected.get("antwoorden", ()):
        assert name in heard.responses, f"{where}: {name} not in {heard.responses}"
    for title in expected.get("knoppen", ()):
        assert title in heard.buttons, f"{where}: {title} not in {list(heard.buttons)}"
    kinds = [card["type"] for card in heard.cards]
    for kind in expected.get("kaarten", ()):
        assert kind in kinds, f"{where}: {kind} not in {kinds}"
    for number in expected.get("nummers", ()):
        assert str(number) in heard.words, f"{where}: {number} not in {heard.words}"
    for name in expected.get("niet", ()):
        assert name not in heard.responses, f"{where}: {name} should not have been said"
    assert len(heard.texts) <= 4, f"{where}: {len(heard.texts)} bubbles"
