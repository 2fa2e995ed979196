"""Word and character n-grams with TF-IDF: the features, without Rasa.

Written by hand instead of with scikit-learn's vectorizers because a turn must cost a fraction of a
millisecond, and because what is saved is arrays and JSON, no pickle (DESIGN 4).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class NgramSettings:
    """Lengths are inclusive. A feature must occur in `least` texts, characters in `least_chars`."""

    words: tuple[int, int] = (1, 2)
    chars: tuple[int, int] = (2, 4)
    least: int = 2
    least_chars: int = 2


class NgramSpace:
    """Turns lists of normal words into rows of a sparse matrix; rows have length 1 a block."""

    def __init__(
        self, settings: NgramSettings, vocabulary: Sequence[str], weights: FloatArray
    ) -> None:
        self._settings = settings
        self._index = {feature: i for i, feature in enumerate(vocabulary)}
        self._weights = weights
        self._words = sum(1 for feature in vocabulary if feature[0] == "w")

    @property
    def size(self) -> int:
        """The number of features."""
        return len(self._index)

    @classmethod
    def learn(cls, texts: Iterable[Sequence[str]], settings: NgramSettings) -> NgramSpace:
        """Return the space of these texts: their n-grams, weighted by how rare each is."""
        count = 0
        found: Counter[str] = Counter()
        for words in texts:
            count += 1
            found.update(set(_features(words, settings)))
        kept = sorted(
            (f for f, n in found.items() if n >= _least(f, settings)),
            key=lambda f: (f[0] != "w", f),
        )
        weights = np.array(
            [1.0 + math.log((1 + count) / (1 + found[f])) for f in kept], dtype=np.float32
        )
        return cls(settings, kept, weights)

    def row(self, words: Sequence[str]) -> tuple[NDArray[np.int32], FloatArray]:
        """Return the features of one text: their numbers, sorted, and their values."""
        counts: Counter[int] = Counter()
        index = self._index
        for feature in _features(words, self._settings):
            number = index.get(feature)
            if number is not None:
                counts[number] += 1
        numbers = np.array(sorted(counts), dtype=np.int32)
        values = np.array([counts[int(n)] for n in numbers], dtype=np.float32)
        values = (1.0 + np.log(np.maximum(values, 1.0))) * self._weights[numbers]
        split = int(np.searchsorted(numbers, self._words))
        for block in (values[:split], values[split:]):
            length = float(np.linalg.norm(block))
            if length:
                block /= length
        return numbers, values.astype(np.float32)

    def matrix(self, texts: Iterable[Sequence[str]]) -> csr_matrix:
        """Return one row for each text, shape (texts, size)."""
        rows = [self.row(words) for words in texts]
        pointers = np.cumsum([0] + [len(numbers) for numbers, _ in rows])
        numbers = np.concatenate([n for n, _ in rows]) if rows else np.zeros(0, np.int32)
        values = np.concatenate([v for _, v in rows]) if rows else np.zeros(0, np.float32)
        return csr_matrix((values, numbers, pointers), shape=(len(rows), self.size))

    def save(self, folder: Path) -> None:
        """Write the space as JSON and an array."""
        vocabulary = sorted(self._index, key=self._index.__getitem__)
        settings = vars(self._settings)
        (folder / "ngrams.json").write_text(
            json.dumps({"settings": settings, "vocabulary": vocabulary}, ensure_ascii=False),
            encoding="utf-8",
        )
        np.save(folder / "ngrams.npy", self._weights.astype(np.float16), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> NgramSpace:
        """Read what `save` wrote."""
        saved = json.loads((folder / "ngrams.json").read_text(encoding="utf-8"))
        raw = saved["settings"]
        settings = NgramSettings(
            tuple(raw["words"]), tuple(raw["chars"]), raw["least"], raw["least_chars"]
        )
        weights = np.load(folder / "ngrams.npy", allow_pickle=False).astype(np.float32)
        return cls(settings, saved["vocabulary"], weights)


def _least(feature: str, settings: NgramSettings) -> int:
    return settings.least if feature[0] == "w" else settings.least_chars


def _features(words: Sequence[str], settings: NgramSettings) -> Iterator[str]:
    """Yield "w…" for words and "c…" for characters; characters stay within a word and its edges."""
    shortest, longest = settings.words
    for size in range(shortest, longest + 1):
        for start in range(len(words) - size + 1):
            yield "w" + " ".join(words[start : start + size])
    shortest, longest = settings.chars
    for word in words:
        edged = f" {word} "
        length = len(edged)
        for size in range(shortest, min(longest, length) + 1):
            for start in range(length - size + 1):
                yield "c" + edged[start : start + size]
