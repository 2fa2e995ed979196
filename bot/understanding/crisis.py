"""Finds a crisis: a wish to die, danger now, sexual violence. In doubt it is one.

`find_crisis` reads the words alone, so that the engine can ask it when nothing else works;
`CrisisDetector` is the last NLU component and puts what it finds in front of the ranking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from ruamel.yaml import YAML

from bot.domain.intents import CRISIS_INTENTS
from bot.understanding import patterns
from bot.understanding.dutch import load_dutch
from bot.understanding.fingerprint import of_files
from bot.understanding.normalise import normal_word, read_spelling
from bot.understanding.patterns import Pattern, parse_pattern

LEXICON = Path(__file__).parents[2] / "data" / "lexicon" / "crisis.yml"
_ENGLISH = frozenset(
    [
        "i",
        "my",
        "me",
        "the",
        "is",
        "he",
        "she",
        "they",
        "am",
        "and",
        "was",
        "to",
        "of",
        "in",
        "it",
        "with",
        "for",
        "not",
        "this",
        "have",
        "has",
        "do",
        "you",
        "at",
    ]
)


@dataclass(frozen=True)
class CrisisLexicon:
    """The patterns of each crisis, and the figures of speech that are none."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    figures: tuple[Pattern, ...]

    def found(self, words: Sequence[str]) -> str | None:
        """Return the first crisis (in the order of intents.md, rule 1) that the words name."""
        meant = self._without_figures(words)
        for name in ("crisis_suicide", "crisis_acuut_gevaar", "crisis_seksueel_geweld"):
            if any(pattern.found_in(meant) for pattern in self.patterns[name]):
                return name
        return None

    def _without_figures(self, words: Sequence[str]) -> Sequence[str]:
        """Return the words with figures of speech taken out, so that what remains is meant."""
        kept = list(words)
        for figure in self.figures:
            for start, end in figure.places_in(kept):
                kept[start : end + 1] = ["\u2026"] * (end - start + 1)
        return kept


@lru_cache(maxsize=2)
def read_lexicon(path: Path = LEXICON) -> CrisisLexicon:
    """Return the lexicon; raises `PatternInvalid` when a line cannot be read."""
    content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return CrisisLexicon(
        patterns={n: tuple(parse_pattern(str(p)) for p in content[n]) for n in CRISIS_INTENTS},
        figures=tuple(parse_pattern(str(p)) for p in content["niet"]),
    )


def find_crisis(text: str) -> tuple[str, str] | None:
    """Return the crisis that a text names and its language ("nl" or "en"), or None.

    Reads texts of any length; the time grows with the number of words.
    """
    words = _words(text)
    found = read_lexicon().found(words)
    return (found, language_of(words)) if found else None


def language_of(words: Sequence[str]) -> str:
    """Return "en" when at least a quarter of the words are common English ones, else "nl"."""
    english = sum(1 for word in words if word in _ENGLISH)
    return "en" if words and english >= max(2, len(words) / 4) else "nl"


def _words(text: str) -> list[str]:
    spelling = read_spelling()
    tokens = load_dutch("blank").tokenizer(text)
    written_out = " ".join(normal_word(t.text, spelling) for t in tokens if not t.is_space)
    return written_out.split()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CrisisDetector(GraphComponent):
    """Sets `crisis` (an intent or None) and `crisis_language`; a crisis becomes the intent.

    A crisis intent that the classifier already put first is a crisis too.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CrisisDetector:
        """Return the detector; it reads its lexicon now, so a damaged one is found at the start."""
        read_lexicon()
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return of_files(Path(__file__), Path(patterns.__file__), LEXICON)

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the messages that name a crisis."""
        for message in messages:
            words = _words(message.get(TEXT) or "")
            ranking = message.get(INTENT_RANKING_KEY) or []
            crisis = read_lexicon().found(words)
            if crisis is None and ranking and ranking[0]["name"] in CRISIS_INTENTS:
                crisis = ranking[0]["name"]
            message.set("crisis", crisis, add_to_output=True)
            message.set("crisis_language", language_of(words), add_to_output=True)
            if crisis:
                _put_first(message, crisis, ranking)
        return messages


def _put_first(message: Message, crisis: str, ranking: list[dict[str, Any]]) -> None:
    others = [r for r in ranking if r["name"] != crisis]
    highest = max([r["confidence"] for r in ranking if r["name"] == crisis] + [0.99])
    first = {"name": crisis, "confidence": highest}
    message.set(INTENT, dict(first), add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others][:10], add_to_output=True)
