"""Dutch tokens from spaCy: `nl_core_news_sm` where it is installed, the blank pipeline where not.

The trained model remembers which of the two it was made with and refuses the other (DESIGN 10).
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from bot.domain.errors import ModelOutOfDate
from bot.understanding.fingerprint import of_files
from bot.understanding.normalise import SPELLING, normal_word, read_spelling

Variant = Literal["nl_core_news_sm", "blank"]
NORMAL = "normal"


def installed_variant() -> Variant:
    """Return which Dutch pipeline this installation has."""
    return "nl_core_news_sm" if spacy.util.is_package("nl_core_news_sm") else "blank"


@lru_cache(maxsize=2)
def load_dutch(variant: Variant) -> Language:
    """Return the pipeline; parser and the like are off, for only tokens and lemmas are used."""
    if variant == "blank":
        return spacy.blank("nl")
    return spacy.load(variant, exclude=["parser", "senter"])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DutchTokenizer(Tokenizer):
    """Gives each message spaCy's Dutch tokens; their `data["normal"]` is the plain form."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration; `variant` is filled in at training time."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def __init__(self, config: dict[str, Any], variant: Variant | None = None) -> None:
        super().__init__(config)
        self._variant: Variant = variant or installed_variant()
        self._nlp = load_dutch(self._variant)
        self._spelling = read_spelling()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchTokenizer:
        """Return the tokenizer with the pipeline that is installed."""
        return cls(config)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return installed_variant() + of_files(Path(__file__), SPELLING)

    @staticmethod
    def required_packages() -> list[str]:
        """Return what must be installed."""
        return ["spacy"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the tokens of one text; white space gives none."""
        doc = self._nlp(message.get(attribute))
        return [
            Token(
                token.text,
                token.idx,
                lemma=token.lemma_ or None,
                data={NORMAL: normal_word(token.text, self._spelling)},
            )
            for token in doc
            if not token.is_space
        ]


def write_variant(folder: Path) -> None:
    """Note in a trained component's folder which pipeline made its tokens."""
    (folder / "spacy.json").write_text(json.dumps({"variant": installed_variant()}))


def check_variant(folder: Path) -> None:
    """Raise `ModelOutOfDate` when the model was made with another pipeline than is installed."""
    made_with = json.loads((folder / "spacy.json").read_text())["variant"]
    if made_with != installed_variant():
        raise ModelOutOfDate(
            f"Het model is gemaakt met spaCy-variant {made_with}, maar hier is "
            f"{installed_variant()} geïnstalleerd. Maak het model opnieuw met: make train."
        )
