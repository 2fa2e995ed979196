"""The shape of the corpus: counts, lengths, doubles, leaks, and labels to look at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bot.domain.intents import INTENTS
from bot.evaluation import crossvalidation as cross
from bot.evaluation.messages import Message, essence
from bot.evaluation.similarity import alike, alike_across

NEAR = 0.6


@dataclass(frozen=True)
class Shape:
    """What the corpus looks like. `near` are pairs more alike than `NEAR`, `leaks` with tests."""

    messages: int
    voices: int
    vocabulary: int
    per_intent: dict[str, int]
    per_voice: dict[str, int]
    words: tuple[float, int, int]
    doubles: tuple[str, ...]
    near: tuple[tuple[Message, Message, float], ...]
    leaks: tuple[tuple[Message, Message, float], ...]

    @property
    def near_share(self) -> float:
        """The share of messages that have a near double."""
        touched = {id(m) for a, b, _ in self.near for m in (a, b)}
        return len(touched) / max(self.messages, 1)


def shape_of(corpus: Sequence[Message], tests: Sequence[Message]) -> Shape:
    """Return the shape of a corpus, compared with the held-out messages."""
    lengths = sorted(len(m.text.split()) for m in corpus)
    texts, other = [m.text for m in corpus], [m.text for m in tests]
    return Shape(
        messages=len(corpus),
        voices=len({m.voice for m in corpus}),
        vocabulary=len({word for m in corpus for word in essence(m.text).split()}),
        per_intent={name: 0 for name in INTENTS} | Counter(m.intent for m in corpus),
        per_voice=dict(sorted(Counter(m.voice for m in corpus).items())),
        words=(median(lengths), lengths[len(lengths) * 9 // 10], lengths[-1]),
        doubles=doubles(corpus),
        near=tuple((corpus[p.first], corpus[p.second], p.likeness) for p in alike(texts, NEAR)),
        leaks=tuple(
            (corpus[p.first], tests[p.second], p.likeness) for p in alike_across(texts, other, NEAR)
        ),
    )


def doubles(messages: Sequence[Message]) -> tuple[str, ...]:
    """Return the texts that occur more than once, whatever their label."""
    counts = Counter(essence(m.text) for m in messages)
    return tuple(sorted(text for text, count in counts.items() if count > 1))


def report(shape: Shape) -> str:
    """Return the shape as a Dutch text."""
    middle, ninth, longest = shape.words
    lines = [
        f"{shape.messages} berichten, {len(shape.per_intent)} intents, {shape.voices} stemmen, "
        f"{shape.vocabulary} verschillende woorden.",
        f"Woorden per bericht: mediaan {middle:g}, negen van de tien hooguit {ninth}, "
        f"langste {longest}.",
        f"Precies dubbel: {len(shape.doubles)}. Bijna dubbel (3-grammen, Jaccard > {NEAR}): "
        f"{len(shape.near)} paren, {shape.near_share:.2%} van de berichten.",
        f"Lijkt op een toetsbericht: {len(shape.leaks)} paren.",
        "",
        "Per intent:",
        *(f"  {count:5d}  {name}" for name, count in sorted(shape.per_intent.items())),
        "",
        "Per stem:",
        *(f"  {count:5d}  {name}" for name, count in shape.per_voice.items()),
    ]
    across = [(a, b, x) for a, b, x in shape.near if a.intent != b.intent]
    if across:
        lines += ["", "Het meest gelijk over intents heen:"]
        for a, b, x in sorted(across, key=lambda pair: -pair[2])[:20]:
            lines.append(f"  {x:.2f}  {a.intent}: {a.text[:70]}  |  {b.intent}: {b.text[:70]}")
    return "\n".join(lines)


def report_of_learning(corpus: Sequence[Message]) -> str:
    """Return the learning curve, the intents that confuse most and the labels to look at again."""
    lines = ["", "Kruisvalidatie per stem (vier delen):"]
    for point in cross.learning_curve(corpus):
        lines.append(
            f"  {point.voices:4.0%} van de stemmen: top-1 {point.top_1}, "
            f"top-3 {point.top_3.value:.3f}, groep {point.group.value:.3f}"
        )
    outcomes = cross.held_out(corpus)
    lines += ["", "De tien intents die het meest verwarren:"]
    lines += [
        f"  {right:.2f}  {name}  ({taken})" for name, right, taken in cross.confusing(outcomes)
    ]
    lines += ["", "Labels waar het model het minst in gelooft, om na te kijken:"]
    lines += [
        f"  {o.right_label:.3f}  {o.message.intent} (gezien als {o.ranking[0]}): "
        f"{o.message.text[:90]}"
        for o in cross.doubted(outcomes)
    ]
    return "\n".join(lines)
