"""Figures of a model on labelled messages; pure functions over predictions."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bot.domain.intents import CRISIS_INTENTS, INTENTS
from bot.evaluation.messages import Message
from bot.evaluation.predictions import Prediction

Case = tuple[Message, Prediction]
OUT_OF_SCOPE = "buiten_bereik"
_REPEATS = 1_000


@dataclass(frozen=True)
class Figure:
    """A share with its 95 % bootstrap interval and the number of messages it rests on."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} tot {self.high:.3f}; n = {self.count})"


def share(hits: Sequence[bool]) -> Figure:
    """Return the share of hits; nothing at all gives zeros."""
    if not hits:
        return Figure(0.0, 0.0, 0.0, 0)
    draw = random.Random(0)  # noqa: S311 - a bootstrap that gives the same interval every time
    size = len(hits)
    means = sorted(sum(draw.choices(hits, k=size)) / size for _ in range(_REPEATS))
    return Figure(
        sum(hits) / size, means[_REPEATS // 40], means[_REPEATS - 1 - _REPEATS // 40], size
    )


def top(cases: Sequence[Case], among: int) -> Figure:
    """Return how often the right intent is among the first `among`."""
    return share([m.intent in [name for name, _ in p.ranking[:among]] for m, p in cases])


def group_right(cases: Sequence[Case]) -> Figure:
    """Return how often the first intent is of the right group."""
    return share([INTENTS[p.intent].group == INTENTS[m.intent].group for m, p in cases])


def per_intent(cases: Sequence[Case]) -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 and count of each intent that occurs."""
    right = Counter(m.intent for m, p in cases if p.intent == m.intent)
    said = Counter(p.intent for _, p in cases)
    meant = Counter(m.intent for m, _ in cases)
    figures = {}
    for name in sorted(meant):
        precision = right[name] / said[name] if said[name] else 0.0
        recall = right[name] / meant[name]
        both = precision + recall
        figures[name] = (
            precision,
            recall,
            2 * precision * recall / both if both else 0.0,
            meant[name],
        )
    return figures


def macro_f1(cases: Sequence[Case]) -> float:
    """Return the mean F1 over the intents that occur."""
    figures = per_intent(cases)
    return sum(f1 for _, _, f1, _ in figures.values()) / max(len(figures), 1)


def per_group(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return top-1 of each group of intents."""
    grouped: dict[str, list[bool]] = defaultdict(list)
    for message, prediction in cases:
        grouped[INTENTS[message.intent].group].append(prediction.intent == message.intent)
    return {name: share(hits) for name, hits in sorted(grouped.items())}


def confusions(cases: Sequence[Case]) -> list[tuple[str, str, int]]:
    """Return which intent is taken for which, most frequent first."""
    wrong = Counter((m.intent, p.intent) for m, p in cases if m.intent != p.intent)
    return [(meant, said, count) for (meant, said), count in wrong.most_common()]


@dataclass(frozen=True)
class CrisisFigures:
    """Found: any of the three was named. Right: the right one was among the first."""

    found: Figure
    right: Figure
    per_crisis: dict[str, Figure]
    false_alarms: Figure


def crisis_figures(cases: Sequence[Case]) -> CrisisFigures:
    """Return how many crises are found and how many other messages raise an alarm."""
    crises = [(m, p) for m, p in cases if m.intent in CRISIS_INTENTS]
    others = [(m, p) for m, p in cases if m.intent not in CRISIS_INTENTS]
    return CrisisFigures(
        found=share([p.crisis is not None for _, p in crises]),
        right=share([p.crisis == m.intent for m, p in crises]),
        per_crisis={
            name: share([p.crisis is not None for m, p in crises if m.intent == name])
            for name in CRISIS_INTENTS
        },
        false_alarms=share([p.crisis is not None for _, p in others]),
    )


def scope_figures(cases: Sequence[Case]) -> tuple[Figure, Figure]:
    """Return how much out of scope is recognised or rejected, and in scope wrongly rejected."""
    outside = [p.doubt or p.intent == OUT_OF_SCOPE for m, p in cases if m.intent == OUT_OF_SCOPE]
    inside = [p.doubt for m, p in cases if m.intent != OUT_OF_SCOPE]
    return share(outside), share(inside)


def calibration(cases: Sequence[Case], bins: int = 10) -> list[tuple[float, float, int]]:
    """Return for each bin of confidence: mean confidence, share right, count."""
    filled: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for message, prediction in cases:
        at = min(int(prediction.confidence * bins), bins - 1)
        filled[at].append((prediction.confidence, prediction.intent == message.intent))
    return [
        (sum(c for c, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs), len(pairs))
        for _, pairs in sorted(filled.items())
    ]


def calibration_error(cases: Sequence[Case]) -> float:
    """Return the expected calibration error over ten bins."""
    total = max(len(cases), 1)
    return sum(abs(c - right) * count for c, right, count in calibration(cases)) / total


def rejection(cases: Sequence[Case], steps: int = 40) -> list[tuple[float, float, float]]:
    """Return for each threshold: the share answered, and the share right of what is answered."""
    curve = []
    for step in range(steps):
        threshold = step / steps
        kept = [p.intent == m.intent for m, p in cases if p.confidence >= threshold]
        curve.append((threshold, len(kept) / max(len(cases), 1), sum(kept) / max(len(kept), 1)))
    return curve


def milliseconds(cases: Sequence[Case]) -> tuple[float, float]:
    """Return median and 95th percentile of the time of one message."""
    times = sorted(p.seconds * 1_000 for _, p in cases)
    if not times:
        return 0.0, 0.0
    return median(times), times[min(len(times) * 95 // 100, len(times) - 1)]
