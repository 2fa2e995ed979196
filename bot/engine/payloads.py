"""Reads the Rasa payload behind a button; never anything a person typed."""

from __future__ import annotations

import json
from typing import Any

from bot.domain.intents import INTENTS

ENTITY = "keuze"


def parse_payload(payload: str) -> dict[str, Any]:
    """Return Rasa's parse data for `/intent` or `/intent{"keuze": "value"}`.

    Raises `ValueError` for an unknown intent or another form: our own data would be wrong.
    """
    name, brace, rest = payload.removeprefix("/").partition("{")
    if name not in INTENTS:
        raise ValueError("payload names no intent")
    values = json.loads(brace + rest) if brace else {}
    entities = [
        {"entity": ENTITY, "value": str(value), "start": 0, "end": 0, "extractor": "button"}
        for key, value in values.items()
        if key == ENTITY
    ]
    intent = {"name": name, "confidence": 1.0}
    return {"text": "", "intent": intent, "intent_ranking": [intent], "entities": entities}
