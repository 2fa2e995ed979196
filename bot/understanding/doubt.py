"""Rasa graph component: when nothing is likely enough, say so instead of guessing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.understanding.fingerprint import of_files

DOUBT = "nlu_fallback"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DoubtGate(GraphComponent):
    """Sets the intent to `nlu_fallback` below `threshold`; the ranking stays for the buttons."""

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration: a probability from 0 to 1."""
        return {"threshold": 0.3}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DoubtGate:
        """Return the gate with the threshold of config.yml."""
        return cls(float(config["threshold"]))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return of_files(Path(__file__))

    def process(self, messages: list[Message]) -> list[Message]:
        """Put doubt in front where the likeliest topic is not likely enough."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            if ranking and ranking[0]["confidence"] < self._threshold:
                doubt = {"name": DOUBT, "confidence": 1.0 - ranking[0]["confidence"]}
                message.set(INTENT, doubt, add_to_output=True)
        return messages
