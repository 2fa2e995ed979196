"""How alike messages are: the share of character 3-grams that two have in common (Jaccard)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from bot.evaluation.messages import essence

_BLOCK = 400
# Of messages this short two may well be the same by chance ("ja", "nee hoor").
SHORTEST = 12


@dataclass(frozen=True)
class Pair:
    """Two places in the lists compared, and how alike they are (0 to 1)."""

    first: int
    second: int
    likeness: float


def alike(texts: Sequence[str], least: float) -> list[Pair]:
    """Return the pairs within one list that share at least `least` of their 3-grams."""
    return [p for p in _pairs(texts, texts, least) if p.first < p.second]


def alike_across(texts: Sequence[str], others: Sequence[str], least: float) -> list[Pair]:
    """Return the pairs of one list with another."""
    return list(_pairs(texts, others, least))


def _pairs(texts: Sequence[str], others: Sequence[str], least: float) -> Iterator[Pair]:
    vocabulary: dict[str, int] = {}
    left, right = _grams(texts, vocabulary), _grams(others, vocabulary)
    width = len(vocabulary)
    left.resize((left.shape[0], width))
    right.resize((right.shape[0], width))
    sizes_left = np.asarray(left.sum(axis=1)).ravel()
    sizes_right = np.asarray(right.sum(axis=1)).ravel()
    turned = right.T.tocsr()
    for start in range(0, left.shape[0], _BLOCK):
        shared = (left[start : start + _BLOCK] @ turned).tocoo()
        either = sizes_left[start + shared.row] + sizes_right[shared.col] - shared.data
        likeness = shared.data / either
        for at in np.flatnonzero(likeness >= least):
            yield Pair(int(start + shared.row[at]), int(shared.col[at]), float(likeness[at]))


def _grams(texts: Sequence[str], vocabulary: dict[str, int]) -> csr_matrix:
    numbers: list[int] = []
    pointers = [0]
    for text in texts:
        plain = essence(text)
        if len(plain) >= SHORTEST:
            padded = f" {plain} "
            grams = {padded[i : i + 3] for i in range(len(padded) - 2)}
            numbers += [vocabulary.setdefault(gram, len(vocabulary)) for gram in sorted(grams)]
        pointers.append(len(numbers))
    data = np.ones(len(numbers), dtype=np.float32)
    return csr_matrix((data, numbers, pointers), shape=(len(texts), max(len(vocabulary), 1)))
