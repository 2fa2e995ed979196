"""The texts of the assistant at run time: our files, with the organisation's own wording over them.

Texts are data (DESIGN 6): they are read here, not from the trained model, so a changed sentence
needs no training. The format is Rasa's own `responses:`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.domain.errors import SteunwijzerError
from bot.domain.journal import Happening, log
from bot.engine.conversations import Conversations

_PLACE = re.compile(r"\{([a-z_]{1,40})\}")


class TextsInvalid(SteunwijzerError):
    """A file of texts cannot be used; the message names the file and the response."""


@dataclass(frozen=True)
class Variation:
    """One way to say it. `conditions` are slot values that must hold; `channel` restricts it."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    conditions: tuple[tuple[str, Any], ...] = ()
    channel: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


Texts = Mapping[str, tuple[Variation, ...]]


def read_texts(folder: Path) -> Texts:
    """Return every response under a folder by its name.

    Raises `TextsInvalid` when a file is no YAML, has no texts, or names a response twice.
    """
    texts: dict[str, tuple[Variation, ...]] = {}
    yaml = YAML(typ="safe", pure=True)
    for path in sorted(folder.glob("*.yml")):
        try:
            content = yaml.load(path.read_text(encoding="utf-8")) or {}
        except (YAMLError, UnicodeDecodeError) as error:
            raise TextsInvalid(f"{path.name} is geen geldige YAML.") from error
        for name, variations in (content.get("responses") or {}).items():
            if name in texts:
                raise TextsInvalid(f"{path.name}: {name} staat ook in een ander bestand.")
            texts[name] = tuple(_variation(path.name, name, v) for v in variations)
    return texts


def _variation(file: str, name: str, raw: Mapping[str, Any]) -> Variation:
    if not isinstance(raw.get("text"), str):
        raise TextsInvalid(f"{file}: {name} heeft geen tekst.")
    return Variation(
        text=raw["text"].strip(),
        buttons=tuple((b["title"], b["payload"]) for b in raw.get("buttons") or ()),
        conditions=tuple((c["name"], c["value"]) for c in raw.get("condition") or ()),
        channel=raw.get("channel"),
        metadata=raw.get("metadata") or {},
    )


class TextGenerator(NaturalLanguageGenerator):
    """Gives Rasa the words: the variation that fits, never the same one twice running."""

    def __init__(self, texts: Texts, conversations: Conversations) -> None:
        self._texts = texts
        self._conversations = conversations

    def replace(self, texts: Texts) -> None:
        """Use other texts from the next turn on."""
        self._texts = texts

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Return text and buttons of a response; None when it is unknown (the engine notices)."""
        values = {**tracker.current_slot_values(), **kwargs}
        fitting = _fitting(self._texts.get(utter_action, ()), values, output_channel)
        if not fitting:
            log(Happening.RESPONSE_MISSING)
            return None
        variation = fitting[self._turn_of(tracker.sender_id, utter_action, len(fitting))]
        return {
            "text": _filled(variation.text, values),
            "buttons": [
                {"title": _filled(title, values), "payload": payload}
                for title, payload in variation.buttons
            ],
        }

    def _turn_of(self, key: str, name: str, count: int) -> int:
        conversation = self._conversations.by_key(key)
        if conversation is None or count == 1:
            return 0
        turn = (conversation.variations.get(name, -1) + 1) % count
        conversation.variations[name] = turn
        return turn


def _fitting(
    variations: tuple[Variation, ...], values: Mapping[str, Any], channel: str
) -> tuple[Variation, ...]:
    """Return the most specific variations: channel and condition, condition, channel, plain."""
    possible = [
        v
        for v in variations
        if v.channel in (None, channel) and all(values.get(n) == x for n, x in v.conditions)
    ]
    if not possible:
        return ()
    best = max((bool(v.conditions), v.channel is not None) for v in possible)
    return tuple(v for v in possible if (bool(v.conditions), v.channel is not None) == best)


def _filled(text: str, values: Mapping[str, Any]) -> str:
    def value(match: re.Match[str]) -> str:
        found = values.get(match.group(1))
        return "" if found is None else str(found)

    return _PLACE.sub(value, text)
