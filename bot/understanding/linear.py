"""A multinomial logistic regression that is two arrays: weights and intercepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

FloatArray = NDArray[np.float32]

# Chosen by validation grouped by voice; the table is in docs/metingen.md.
EPOCHS: Final = 12
RATE: Final = 0.1
SMOOTHING: Final = 0.05
_BATCH: Final = 128


@dataclass(frozen=True)
class LinearModel:
    """`weights` has shape (features, labels), `intercepts` (labels,)."""

    labels: tuple[str, ...]
    weights: FloatArray
    intercepts: FloatArray

    @classmethod
    def learn(cls, matrix: csr_matrix, labels: Sequence[str], *, seed: int = 0) -> LinearModel:
        """Fit on rows and their labels; the same input gives the same model.

        Mini-batches with AdaGrad, smoothed labels, and the mean of the weights over the second
        half of the epochs. As accurate as scikit-learn's solvers on our data and tens of times
        faster, for each step touches only the features of its batch (docs/metingen.md).
        """
        names, wanted = np.unique(np.asarray(labels, dtype=np.str_), return_inverse=True)
        weights, intercepts = _descend(matrix.tocsr().astype(np.float32), wanted, len(names), seed)
        return cls(tuple(str(name) for name in names), weights, intercepts)

    def probabilities(self, row: csr_matrix) -> FloatArray:
        """Return the probability of each label for one row, shape (labels,)."""
        logits = row.data @ self.weights[row.indices] + self.intercepts
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum(), dtype=np.float32)

    def probabilities_of(self, matrix: csr_matrix) -> FloatArray:
        """Return the probabilities for several rows, shape (rows, labels)."""
        return _softmax(matrix @ self.weights + self.intercepts)

    def save(self, folder: Path, name: str) -> None:
        """Write the model as half precision arrays; the cost is measured in docs/metingen.md."""
        np.savez(
            folder / f"{name}.npz",
            weights=self.weights.astype(np.float16),
            intercepts=self.intercepts,
            labels=np.array(self.labels, dtype=np.str_),
        )

    @classmethod
    def load(cls, folder: Path, name: str) -> LinearModel:
        """Read what `save` wrote; never a pickle."""
        with np.load(folder / f"{name}.npz", allow_pickle=False) as saved:
            return cls(
                tuple(str(label) for label in saved["labels"]),
                saved["weights"].astype(np.float32),
                saved["intercepts"],
            )


def _descend(
    matrix: csr_matrix, wanted: NDArray[np.intp], labels: int, seed: int
) -> tuple[FloatArray, FloatArray]:
    """Return weights (features, labels) and intercepts (labels,)."""
    rows, features = matrix.shape
    draw = np.random.default_rng(seed)
    target = np.full((labels, labels), SMOOTHING / labels, np.float32)
    target[np.diag_indices(labels)] += 1 - SMOOTHING
    # A rare label counts somewhat more than its share: the square root of what evens it out.
    importance = np.sqrt(rows / labels / np.bincount(wanted, minlength=labels)).astype(np.float32)
    weights = np.zeros((features, labels), np.float32)
    steepness = np.full((features, 1), 1e-3, np.float32)
    intercepts = np.zeros(labels, np.float32)
    mean_weights, mean_intercepts = np.zeros_like(weights), np.zeros_like(intercepts)
    for epoch in range(EPOCHS):
        order = draw.permutation(rows)
        for start in range(0, rows, _BATCH):
            chosen = order[start : start + _BATCH]
            batch, used = _narrow(matrix[chosen])
            here = weights[used]
            error = _softmax(batch @ here + intercepts) - target[wanted[chosen]]
            error *= importance[wanted[chosen], None]
            slope = np.asarray(batch.T @ error, dtype=np.float32)
            steepness[used] += (slope * slope).mean(axis=1, keepdims=True)
            weights[used] = here - RATE * slope / np.sqrt(steepness[used])
            intercepts -= 0.01 * RATE * error.sum(axis=0)
        if epoch >= EPOCHS // 2:
            mean_weights += weights
            mean_intercepts += intercepts
    kept = EPOCHS - EPOCHS // 2
    return mean_weights / kept, mean_intercepts / kept


def _narrow(batch: csr_matrix) -> tuple[csr_matrix, NDArray[np.int32]]:
    """Return the batch over the features that it uses, and which those are."""
    used = np.unique(batch.indices)
    columns = np.searchsorted(used, batch.indices)
    shape = (batch.shape[0], len(used))
    return csr_matrix((batch.data, columns, batch.indptr), shape=shape), used


def _softmax(logits: FloatArray) -> FloatArray:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)
