"""Cross-validation grouped by voice: a model never learns from and is tested on the same voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.intents import INTENTS
from bot.evaluation.figures import Figure, share
from bot.evaluation.messages import Message
from bot.understanding.dutch import load_dutch
from bot.understanding.linear import LinearModel
from bot.understanding.ngrams import NgramSettings, NgramSpace
from bot.understanding.normalise import normal_word, read_spelling

FOLDS = 4
SHARES = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Outcome:
    """One message held out: what the model made of it and how sure it was of the right label."""

    message: Message
    ranking: tuple[str, ...]
    right_label: float


@dataclass(frozen=True)
class Point:
    """One point of the learning curve: the share of the voices learned from, and the figures."""

    voices: float
    top_1: Figure
    top_3: Figure
    group: Figure


def held_out(messages: Sequence[Message], *, share_of_voices: float = 1.0) -> list[Outcome]:
    """Return an outcome for every message, learned from a share of the other folds' voices."""
    words = [_words(m.text) for m in messages]
    voices = sorted({m.voice for m in messages})
    outcomes = []
    for fold in range(FOLDS):
        tested = set(voices[fold::FOLDS])
        others = [v for v in voices if v not in tested]
        learned = set(others[: max(1, round(len(others) * share_of_voices))])
        outcomes += _fold(messages, words, tested, learned)
    return outcomes


def learning_curve(messages: Sequence[Message]) -> list[Point]:
    """Return the figures at 25, 50, 75 and 100 % of the voices."""
    return [_point(part, held_out(messages, share_of_voices=part)) for part in SHARES]


def confusing(outcomes: Sequence[Outcome], most: int = 10) -> list[tuple[str, float, str]]:
    """Return the intents that are missed most: name, share right, what they are taken for most."""
    total = Counter(o.message.intent for o in outcomes)
    right = Counter(o.message.intent for o in outcomes if o.ranking[0] == o.message.intent)
    wrong: dict[str, Counter[str]] = {name: Counter() for name in total}
    for o in outcomes:
        if o.ranking[0] != o.message.intent:
            wrong[o.message.intent][o.ranking[0]] += 1
    worst = sorted(total, key=lambda name: right[name] / total[name])[:most]
    return [
        (n, right[n] / total[n], ", ".join(f"{t} {c}" for t, c in wrong[n].most_common(3)))
        for n in worst
    ]


def doubted(outcomes: Sequence[Outcome], most: int = 30) -> list[Outcome]:
    """Return the messages whose own label the model believes least, for review."""
    return sorted(outcomes, key=lambda o: o.right_label)[:most]


def _fold(
    messages: Sequence[Message], words: list[list[str]], tested: set[str], learned: set[str]
) -> list[Outcome]:
    train = [i for i, m in enumerate(messages) if m.voice in learned]
    test = [i for i, m in enumerate(messages) if m.voice in tested]
    space = NgramSpace.learn([words[i] for i in train], NgramSettings())
    labels = [messages[i].intent for i in train]
    model = LinearModel.learn(space.matrix(words[i] for i in train), labels)
    odds = model.probabilities_of(space.matrix(words[i] for i in test))
    outcomes = []
    for row, place in enumerate(test):
        best = np.argsort(-odds[row])[:3]
        intent = messages[place].intent
        own = float(odds[row, model.labels.index(intent)]) if intent in model.labels else 0.0
        ranking = tuple(model.labels[i] for i in best)
        outcomes.append(Outcome(messages[place], ranking, own))
    return outcomes


def _point(part: float, outcomes: Sequence[Outcome]) -> Point:
    return Point(
        part,
        share([o.ranking[0] == o.message.intent for o in outcomes]),
        share([o.message.intent in o.ranking for o in outcomes]),
        share([INTENTS[o.ranking[0]].group == INTENTS[o.message.intent].group for o in outcomes]),
    )


def _words(text: str) -> list[str]:
    spelling = read_spelling()
    return [
        normal_word(t.text, spelling) for t in load_dutch("blank").tokenizer(text) if not t.is_space
    ]
