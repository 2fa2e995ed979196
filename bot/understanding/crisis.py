"""Finds a crisis: a wish to die, danger now, sexual violence. In doubt it is one.

`find_crisis` reads the words alone, so that the engine can ask it when nothing else works;
`CrisisDetector` is the last NLU component: it adds a classifier of its own, which reads a long
message in windows, and has the last word on the intent, both ways.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML

from bot.domain.intents import CRISIS_INTENTS
from bot.understanding import linear, ngrams, patterns
from bot.understanding.dutch import load_dutch
from bot.understanding.features import normal_words
from bot.understanding.fingerprint import of_files
from bot.understanding.linear import LinearModel
from bot.understanding.ngrams import NgramSettings, NgramSpace
from bot.understanding.normalise import normal_word, read_spelling
from bot.understanding.patterns import Pattern, any_found, parse_pattern

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
    now: tuple[Pattern, ...]
    past: frozenset[str]
    figures: tuple[Pattern, ...]

    def found(self, words: Sequence[str]) -> str | None:
        """Return the first crisis (in the order of intents.md, rule 1) that the words name."""
        meant = self._without_figures(words)
        for name in ("crisis_suicide", "crisis_acuut_gevaar", "crisis_seksueel_geweld"):
            if any_found(self.patterns[name], meant) or self._is_now(name, meant):
                return name
        return None

    def _is_now(self, name: str, words: Sequence[str]) -> bool:
        """Say whether danger goes on now: a threat or a weapon that is past is none (rule 1)."""
        if name != "crisis_acuut_gevaar" or not self.past.isdisjoint(words):
            return False
        return any_found(self.now, words)

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
        now=tuple(parse_pattern(str(p)) for p in content["crisis_nu"]),
        past=frozenset(str(word) for word in content["verleden"]),
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


# Of a crisis score from 0 to 1, and of words. Set by validation grouped by voice; the curve is in
# docs/metingen.md. In doubt it is a crisis, so the threshold is as low as ordinary messages allow;
# a long message has more windows to be wrong in and must be somewhat surer.
SURE_SHORT: Final = 0.33
SURE_LONG: Final = 0.42
LONG: Final = 18
_WINDOW: Final = 14
_STEP: Final = 5
_NONE: Final = "geen"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CrisisDetector(GraphComponent):
    """Sets `crisis` (an intent or None) and `crisis_language`; a crisis becomes the intent.

    A crisis is what the patterns find, or what this component's classifier and the topic
    classifier together are sure enough of. A crisis intent that is not sure enough goes behind
    the likeliest other topic, so that nobody is frightened by a guess.
    """

    def __init__(
        self,
        storage: ModelStorage,
        resource: Resource,
        space: NgramSpace | None = None,
        model: LinearModel | None = None,
    ) -> None:
        read_lexicon()  # now, so that a damaged lexicon is found at the start
        self._storage = storage
        self._resource = resource
        self._space = space
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CrisisDetector:
        """Return an untrained detector."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> CrisisDetector:
        """Return the trained detector."""
        with model_storage.read_from(resource) as folder:
            model = LinearModel.load(folder, "crisis")
            return cls(model_storage, resource, NgramSpace.load(folder), model)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        sources = (__file__, patterns.__file__, linear.__file__, ngrams.__file__)
        return of_files(LEXICON, *(Path(str(source)) for source in sources))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn to tell the three crises from everything else; save arrays and JSON.

        A part of a message without a crisis is one without a crisis too: that teaches what
        windows of long stories look like.
        """
        texts: list[list[str]] = []
        labels: list[str] = []
        whole: list[list[str]] = []
        for message in training_data.intent_examples:
            words = normal_words(message)
            crisis = message.get(INTENT) if message.get(INTENT) in CRISIS_INTENTS else _NONE
            parts = _windows(words) if crisis == _NONE else [words]
            whole.append(words)
            texts += parts
            labels += [crisis] * len(parts)
        self._space = NgramSpace.learn(whole, NgramSettings(words=(1, 3)))
        self._model = LinearModel.learn(self._space.matrix(texts), labels)
        with self._storage.write_to(self._resource) as folder:
            self._space.save(folder)
            self._model.save(folder, "crisis")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the messages that name a crisis."""
        for message in messages:
            words = _words(message.get(TEXT) or "")
            ranking = message.get(INTENT_RANKING_KEY) or []
            crisis = read_lexicon().found(words) or self._suspected(message, ranking)
            message.set("crisis", crisis, add_to_output=True)
            message.set("crisis_language", language_of(words), add_to_output=True)
            if crisis:
                _put_first(message, crisis, ranking)
            elif ranking and ranking[0]["name"] in CRISIS_INTENTS:
                _put_behind(message, ranking)
        return messages

    def _suspected(self, message: Message, ranking: list[dict[str, Any]]) -> str | None:
        """Return the crisis that the two classifiers together are sure enough of."""
        assert self._space is not None
        assert self._model is not None
        words = normal_words(message)
        if not words:
            return None
        model = self._model
        odds = model.probabilities_of(self._space.matrix(_windows(words)))
        none = model.labels.index(_NONE)
        worst = odds[int(odds[:, none].argmin())]
        topics = {r["name"]: r["confidence"] for r in ranking if r["name"] in CRISIS_INTENTS}
        score = ((1 - float(worst[none])) + sum(topics.values())) / 2
        if score < (SURE_SHORT if len(words) <= LONG else SURE_LONG):
            return None
        both = {n: float(worst[model.labels.index(n)]) + topics.get(n, 0) for n in CRISIS_INTENTS}
        return max(CRISIS_INTENTS, key=lambda name: both[name])


def _windows(words: list[str]) -> list[list[str]]:
    """Return the words as a whole and, of a longer message, every stretch of `_WINDOW` words."""
    if len(words) <= LONG:
        return [words]
    starts = range(0, len(words) - _WINDOW + _STEP, _STEP)
    return [words, *(words[start : start + _WINDOW] for start in starts)]


def _put_first(message: Message, crisis: str, ranking: list[dict[str, Any]]) -> None:
    others = [r for r in ranking if r["name"] != crisis]
    highest = max([r["confidence"] for r in ranking if r["name"] == crisis] + [0.99])
    first = {"name": crisis, "confidence": highest}
    message.set(INTENT, dict(first), add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others][:10], add_to_output=True)


def _put_behind(message: Message, ranking: list[dict[str, Any]]) -> None:
    """Let the likeliest other topic go before a crisis that nobody is sure of."""
    at = next((i for i, r in enumerate(ranking) if r["name"] not in CRISIS_INTENTS), 0)
    moved = [ranking[at], *ranking[:at], *ranking[at + 1 :]]
    message.set(INTENT_RANKING_KEY, moved, add_to_output=True)
    if message.get(INTENT).get("name") in CRISIS_INTENTS:
        message.set(INTENT, dict(moved[0]), add_to_output=True)
