"""Rasa graph component: sparse sentence features from the Dutch tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.understanding import ngrams
from bot.understanding.dutch import NORMAL, check_variant, write_variant
from bot.understanding.fingerprint import of_files
from bot.understanding.ngrams import NgramSettings, NgramSpace

ORIGIN = "NgramFeaturizer"


def normal_words(message: Message) -> list[str]:
    """Return the plain forms of the tokens of a message."""
    return [token.data[NORMAL] for token in message.get(TOKENS_NAMES[TEXT]) or ()]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(GraphComponent):
    """Adds one sparse row, shape (1, features), to each message that has tokens."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, space: NgramSpace | None = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._space = space

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """Return an untrained featurizer."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """Return the trained featurizer; raises `ModelOutOfDate` for another spaCy variant."""
        with model_storage.read_from(resource) as folder:
            check_variant(folder)
            return cls(model_storage, resource, NgramSpace.load(folder))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return of_files(Path(__file__), Path(ngrams.__file__))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the n-grams of the messages and save them."""
        texts = [normal_words(m) for m in training_data.intent_examples if m.get(TEXT)]
        self._space = NgramSpace.learn(texts, NgramSettings())
        with self._storage.write_to(self._resource) as folder:
            self._space.save(folder)
            write_variant(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features to the training messages."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features to the messages."""
        assert self._space is not None
        for message in messages:
            if message.get(TOKENS_NAMES[TEXT]) is None:
                continue
            numbers, values = self._space.row(normal_words(message))
            row = csr_matrix((values, numbers, [0, len(numbers)]), shape=(1, self._space.size))
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, ORIGIN))
        return messages
