"""The corpus keeps its promises: enough, its own words, every voice named, nothing leaked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.domain.intents import INTENTS
from bot.evaluation.corpus import doubles, report, shape_of
from bot.evaluation.messages import Message, MessagesInvalid, essence, read_messages
from bot.evaluation.similarity import alike, alike_across

ROOT = Path(__file__).parents[2]
# At least so many for each intent, and for those that neighbours confuse most.
LEAST = 120
LEAST_CONFUSABLE = 250
CONFUSABLE = ("situatie_", "crisis_")
# … and so many for each question about an adviser or a complaint.
LEAST_ASKED = 220
ASKED = ("vp_", "klacht_")


def least(intent: str) -> int:
    if intent.startswith(CONFUSABLE):
        return LEAST_CONFUSABLE
    return LEAST_ASKED if intent.startswith(ASKED) else LEAST


@pytest.fixture(scope="module")
def corpus() -> list[Message]:
    return read_messages(ROOT / "data" / "nlu")


@pytest.fixture(scope="module")
def held_out() -> list[Message]:
    return read_messages(ROOT / "tests" / "nlu")


def test_every_intent_has_enough_messages(corpus: list[Message]) -> None:
    counts = Counter(m.intent for m in corpus)
    few = {name: counts[name] for name in INTENTS if counts[name] < least(name)}
    assert few == {}
    assert len(corpus) >= 12_000


def test_there_are_at_least_forty_voices_and_every_message_names_its_own(
    corpus: list[Message],
) -> None:
    voices = Counter(m.voice for m in corpus)
    assert "" not in voices
    assert len(voices) >= 40


def test_no_message_is_there_twice(corpus: list[Message]) -> None:
    assert doubles(corpus) == ()


def test_hardly_any_message_nearly_repeats_another(corpus: list[Message]) -> None:
    pairs = alike([m.text for m in corpus], 0.6)
    touched = {place for pair in pairs for place in (pair.first, pair.second)}
    assert len(touched) < 0.005 * len(corpus)


def test_no_test_message_stands_in_the_corpus(
    corpus: list[Message], held_out: list[Message]
) -> None:
    known = {essence(m.text) for m in corpus if len(m.text) > 20}
    assert [m.intent for m in held_out if essence(m.text) in known] == []
    texts, others = [m.text for m in corpus], [m.text for m in held_out]
    assert len(alike_across(texts, others, 0.8)) <= 0.01 * len(held_out)


def test_the_held_out_sets_are_large_enough_in_both_halves() -> None:
    for half in ("kijk", "dicht"):
        folder = ROOT / "tests" / "nlu" / half
        plain = Counter(m.intent for m in read_messages(folder / "gewoon.yml"))
        # A few were dropped because somebody else had typed the same short words in the corpus.
        assert min(plain[name] for name in INTENTS) >= 2
        assert sum(plain.values()) >= 320
        crisis = Counter(m.intent for m in read_messages(folder / "crisis.yml"))
        assert sum(crisis[n] for n in crisis if n.startswith("crisis_")) >= 70
        assert sum(crisis[n] for n in crisis if not n.startswith("crisis_")) >= 140
        assert len(read_messages(folder / "buiten_bereik.yml")) >= 140
        assert len(read_messages(folder / "verhalen.yml")) >= 28


def test_a_file_with_an_unknown_intent_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("nlu:\n- intent: nergens\n  examples: []\n", encoding="utf-8")
    with pytest.raises(MessagesInvalid, match="nergens is geen intent"):
        read_messages(file)


@pytest.mark.parametrize("content", ["", "nlu: [", "hallo", "- a"])
def test_a_file_that_holds_no_messages_is_refused_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "x.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(MessagesInvalid, match=r"x\.yml"):
        read_messages(file)


def test_the_shape_finds_doubles_near_doubles_and_leaks() -> None:
    corpus = [
        Message("mijn baas scheldt mij elke dag uit", "situatie_intimidatie", "a"),
        Message("Mijn baas scheldt mij elke dag uit!", "situatie_pesten", "b"),
        Message("mijn baas scheldt mij elke week uit", "situatie_pesten", "b"),
        Message("waar staat de koffieautomaat", "buiten_bereik", "b"),
    ]
    shape = shape_of(corpus, [Message("waar staat de koffieautomaat?", "buiten_bereik")])
    assert shape.doubles == ("mijn baas scheldt mij elke dag uit",)
    assert len(shape.near) == 3
    assert [m.intent for m, _, _ in shape.leaks] == ["buiten_bereik"]
    assert shape.per_voice == {"a": 1, "b": 3}
    assert "4 berichten" in report(shape)
