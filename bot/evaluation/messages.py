"""Labelled messages: the corpus and the held-out sets, as they stand in the files."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.domain.errors import SteunwijzerError
from bot.domain.intents import INTENTS


class MessagesInvalid(SteunwijzerError):
    """A file of labelled messages cannot be read; names the file and the intent."""


@dataclass(frozen=True)
class Message:
    """One message: its text, its intent, and the voice that wrote it (empty when unknown)."""

    text: str
    intent: str
    voice: str = ""


def read_messages(path: Path) -> list[Message]:
    """Return the messages of a file, or of every `.yml` file under a folder, in order.

    The format is Rasa's `nlu:` with one message an example. Raises `MessagesInvalid`.
    """
    files = sorted(path.rglob("*.yml")) if path.is_dir() else [path]
    return [message for file in files for message in _read(file)]


def essence(text: str) -> str:
    """Return what two messages must share to be the same one: letters and digits, lower case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", " ", plain).strip() or plain.strip()


def _read(file: Path) -> list[Message]:
    try:
        content = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
        blocks = content["nlu"]
    except (YAMLError, UnicodeDecodeError, KeyError, TypeError, OSError) as error:
        raise MessagesInvalid(f"{file.name} is geen bestand met berichten (nlu:).") from error
    found = []
    for block in blocks:
        if block.get("intent") not in INTENTS:
            raise MessagesInvalid(f"{file.name}: {block.get('intent')} is geen intent.")
        found += [_message(example, block["intent"]) for example in _examples(block["examples"])]
    return found


def _examples(raw: str | list[dict[str, object]]) -> list[dict[str, object]]:
    """Return the examples in both of Rasa's forms: a list of mappings, or one text with dashes."""
    if isinstance(raw, str):
        return [{"text": line[1:]} for line in raw.splitlines() if line.startswith("-")]
    return raw


def _message(example: dict[str, object], intent: str) -> Message:
    metadata = example.get("metadata") or {}
    voice = metadata.get("stem", "") if isinstance(metadata, dict) else ""
    return Message(str(example["text"]).strip(), intent, str(voice))
