"""What a model makes of messages, with the time each took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Prediction:
    """The ranking before any threshold, the crisis if one was found, doubt, and the seconds."""

    ranking: tuple[tuple[str, float], ...]
    crisis: str | None
    doubt: bool
    seconds: float

    @property
    def intent(self) -> str:
        """The likeliest intent."""
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        """Its probability."""
        return self.ranking[0][1]


def predict(model: Path, texts: Sequence[str]) -> list[Prediction]:
    """Return a prediction for each text, in order; raises `ModelMissing` or `ModelDamaged`."""
    from bot.engine.agent import Assistant
    from bot.engine.conversations import Conversations

    assistant = Assistant(model, {}, Conversations(idle_seconds=1, limit=1))
    loop = asyncio.new_event_loop()
    try:
        return [_predict_one(assistant, loop, text) for text in texts]
    finally:
        loop.close()


def _predict_one(assistant: Any, loop: asyncio.AbstractEventLoop, text: str) -> Prediction:
    started = time.perf_counter()
    parsed = loop.run_until_complete(assistant.understand(text))
    return prediction_of(parsed, time.perf_counter() - started)


def prediction_of(parsed: dict[str, Any], seconds: float) -> Prediction:
    """Return the prediction that Rasa's parse data hold."""
    ranking = tuple((str(r["name"]), float(r["confidence"])) for r in parsed["intent_ranking"])
    doubt = parsed["intent"]["name"] != ranking[0][0]
    return Prediction(ranking, parsed.get("crisis"), doubt, seconds)
