"""Normal words, n-grams and the linear model: what goes in and what comes out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.understanding.linear import LinearModel
from bot.understanding.ngrams import NgramSettings, NgramSpace
from bot.understanding.normalise import normal_word, read_spelling

TEXTS = [["mijn", "baas", "scheldt"], ["ik", "zoek", "hulp"], ["mijn", "baas", "zoekt", "ruzie"]]


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Neeeeee", "nee"),
        ("HEEEEL", "heel"),
        ("café", "cafe"),
        ("mn", "mijn"),
        ("FF", "even"),
        ("100000", "100000"),
        ("", ""),
        ("a", "a"),
        ("!!!!!", "!!!!!"),
        ("collega\u2019s", "collega's"),
    ],
)
def test_a_word_is_written_in_its_plain_form(typed: str, normal: str) -> None:
    assert normal_word(typed, read_spelling()) == normal


def test_a_row_has_length_one_in_words_and_one_in_characters() -> None:
    space = NgramSpace.learn(TEXTS, NgramSettings(least=1, least_chars=1))
    _, values = space.row(["mijn", "baas"])
    assert np.dot(values, values) == pytest.approx(2.0, abs=1e-5)


def test_words_never_seen_give_an_empty_row() -> None:
    space = NgramSpace.learn(TEXTS, NgramSettings(least=1, chars=(9, 9)))
    numbers, values = space.row(["qqqq"])
    assert len(numbers) == len(values) == 0


def test_a_space_comes_back_from_disk_as_it_was(tmp_path: Path) -> None:
    space = NgramSpace.learn(TEXTS, NgramSettings(least=1, least_chars=1))
    space.save(tmp_path)
    again = NgramSpace.load(tmp_path)
    assert again.size == space.size
    before, after = space.matrix(TEXTS), again.matrix(TEXTS)
    assert np.abs((before - after).toarray()).max() < 1e-3
    assert not list(tmp_path.glob("*.pkl"))


def test_the_model_learns_gives_probabilities_and_survives_the_disk(tmp_path: Path) -> None:
    space = NgramSpace.learn(TEXTS, NgramSettings(least=1, least_chars=1))
    matrix = space.matrix(TEXTS)
    model = LinearModel.learn(matrix, ["baas", "hulp", "ruzie"])
    for row, label in zip(matrix, ["baas", "hulp", "ruzie"], strict=True):
        odds = model.probabilities(row)
        assert odds.sum() == pytest.approx(1.0, abs=1e-5)
        assert model.labels[int(odds.argmax())] == label
    model.save(tmp_path, "topics")
    again = LinearModel.load(tmp_path, "topics")
    assert again.labels == model.labels
    assert np.abs(again.probabilities(matrix[0]) - model.probabilities(matrix[0])).max() < 0.01
