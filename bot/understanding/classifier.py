"""Rasa graph component: the topic of a message, with a ranking and probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from bot.understanding import linear
from bot.understanding.features import ORIGIN
from bot.understanding.fingerprint import of_files
from bot.understanding.linear import LinearModel

RANKING = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent):
    """Sets `intent` and the ten likeliest in `intent_ranking`, from the n-gram features."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, model: LinearModel | None = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """Return an untrained classifier."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        """Return the trained classifier."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, LinearModel.load(folder, "topics"))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return of_files(Path(__file__), Path(linear.__file__))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on the messages of the corpus and save two arrays."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        matrix = vstack([_row(m) for m in examples]).tocsr()
        self._model = LinearModel.learn(matrix, [m.get(INTENT) for m in examples])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder, "topics")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking of each message."""
        assert self._model is not None
        for message in messages:
            odds = self._model.probabilities(_row(message))
            best = odds.argsort()[::-1][:RANKING]
            ranking = [{"name": self._model.labels[i], "confidence": float(odds[i])} for i in best]
            message.set(INTENT, dict(ranking[0]), add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def _row(message: Message) -> csr_matrix:
    for features in message.features:
        if features.origin == ORIGIN:
            return features.features.tocsr()
    raise ValueError("the message has no n-gram features; is NgramFeaturizer in config.yml?")
