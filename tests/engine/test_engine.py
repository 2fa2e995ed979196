"""The engine answers every utterance, whatever the dialogue does, and a crisis first."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.domain.emergency import FAILURE_TEXT
from bot.domain.errors import EngineStopped, ModelMissing, TooBusy, TooManyTurns
from bot.domain.replies import Bubble, Button
from bot.domain.turn import Utterance
from bot.engine.conversations import Conversation, Conversations
from bot.engine.engine import Dialogue, Engine, Limits
from bot.engine.gate import Gate

Answer = Callable[[str, dict[str, Any], Conversation], tuple[Bubble, ...]]


class FakeDialogue:
    """A dialogue that does what a test says."""

    def __init__(self, answer: Answer | None = None, crisis: str | None = None) -> None:
        self.answer_with = answer or (lambda text, _, __: (Bubble(text or "gedrukt"),))
        self.crisis = crisis
        self.heard: list[tuple[str, str]] = []

    async def understand(self, text: str) -> dict[str, Any]:
        return {"intent": {"name": "groet"}, "entities": [], "crisis": self.crisis}

    async def answer(
        self, text: str, parsed: dict[str, Any], conversation: Conversation
    ) -> tuple[Bubble, ...]:
        self.heard.append((text, parsed["intent"]["name"]))
        return self.answer_with(text, parsed, conversation)


def no_crisis(_: str) -> tuple[str, str] | None:
    return None


@asynccontextmanager
async def running(
    dialogue: Dialogue,
    *,
    find_crisis: Callable[[str], tuple[str, str] | None] = no_crisis,
    limits: Limits | None = None,
    gate: Gate | None = None,
    on_dead: Callable[[], None] = lambda: None,
    is_example: Callable[[], bool] = lambda: False,
) -> AsyncIterator[Engine]:
    engine = Engine(
        lambda: dialogue,
        Conversations(idle_seconds=60, limit=10),
        gate or Gate(per_sender=4, in_all=32),
        find_crisis=find_crisis,
        is_example=is_example,
        limits=limits or Limits(),
        on_dead=on_dead,
    )
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()


def said(message: str, sender: str = "a") -> Utterance:
    return Utterance(sender, message, "web")


async def until_ready(engine: Engine) -> None:
    for _ in range(100):
        if engine.ready:
            return
        await asyncio.sleep(0.02)


async def test_a_message_is_answered() -> None:
    async with running(FakeDialogue()) as engine:
        assert engine.ready
        assert await engine.turn(said("hoi")) == (Bubble("hoi"),)


async def test_typed_text_with_a_slash_reaches_the_dialogue_as_text() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        await engine.turn(said("\u200b/vp_zoeken"))
    assert dialogue.heard[-1] == ("vp_zoeken", "groet")


async def test_a_pressed_button_reaches_the_dialogue_as_its_intent_and_without_text() -> None:
    dialogue = FakeDialogue(lambda *_: (Bubble("kies", (Button("Zoek", "/vp_zoeken"),)),))
    async with running(dialogue) as engine:
        (bubble,) = await engine.turn(said("hoi"))
        await engine.turn(said(bubble.buttons[0].payload))
        assert dialogue.heard[-1] == ("", "vp_zoeken")
        await engine.turn(said("zoek"))
        assert dialogue.heard[-1] == ("", "vp_zoeken")


@pytest.mark.parametrize("message", ["", "   ", "///", "\u200b", "k:AAAAAAAAAAAA"])
async def test_nothing_said_and_a_button_of_long_ago_bring_the_menu(message: str) -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        await engine.turn(said(message))
    assert dialogue.heard[-1] == ("", "bot_mogelijkheden")


def broken(*_: Any) -> tuple[Bubble, ...]:
    raise RuntimeError("Jan Jansen")


async def test_a_dialogue_that_breaks_gives_the_emergency_text_and_names_only_the_class(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        dialogue.answer_with = broken
        (bubble,) = await engine.turn(said("hoi"))
    assert bubble.text == FAILURE_TEXT
    journal = capsys.readouterr().err
    assert "RuntimeError" in journal
    assert "Jan" not in journal


async def test_a_dialogue_with_nothing_to_say_is_never_silence() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        dialogue.answer_with = lambda *_: ()
        (bubble,) = await engine.turn(said("hoi"))
    assert bubble.text == FAILURE_TEXT


async def test_a_crisis_answer_without_the_number_gets_the_fixed_text_in_front() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        dialogue.crisis = "crisis_suicide"
        first, second = await engine.turn(said("sterkte"))
    assert "113" in (first.text or "")
    assert second == Bubble("sterkte")


async def test_a_crisis_answer_with_the_number_is_left_alone() -> None:
    dialogue = FakeDialogue(lambda *_: (Bubble("Bel 113."),))
    async with running(dialogue) as engine:
        dialogue.crisis = "crisis_suicide"
        assert await engine.turn(said("…")) == (Bubble("Bel 113."),)


async def test_a_crisis_gets_its_number_when_the_dialogue_breaks() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue, find_crisis=lambda _: ("crisis_acuut_gevaar", "nl")) as engine:
        dialogue.answer_with = broken
        (bubble,) = await engine.turn(said("help"))
    assert "112" in (bubble.text or "")
    assert bubble.custom is not None
    assert bubble.custom["type"] == "crisis"


async def test_a_too_long_text_asks_for_a_shorter_one_and_is_not_given_to_the_dialogue() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue, limits=Limits(text=10)) as engine:
        (bubble,) = await engine.turn(said("a" * 11))
    assert bubble.custom is not None
    assert bubble.custom["code"] == "te_lang"
    assert len(dialogue.heard) == 1  # the rehearsal


async def test_a_crisis_at_the_end_of_a_too_long_text_is_found() -> None:
    def find(text: str) -> tuple[str, str] | None:
        return ("crisis_suicide", "nl") if text.endswith("niet meer leven") else None

    async with running(FakeDialogue(), find_crisis=find, limits=Limits(text=10)) as engine:
        (bubble,) = await engine.turn(said("a " * 900 + "niet meer leven"))
    assert "113" in (bubble.text or "")


async def test_past_its_time_a_turn_is_answered_and_the_engine_is_not_ready_until_back() -> None:
    release = threading.Event()

    def slow(*_: Any) -> tuple[Bubble, ...]:
        release.wait(10)
        return (Bubble("laat"),)

    dialogue = FakeDialogue()
    async with running(dialogue, limits=Limits(turn_seconds=0.1)) as engine:
        dialogue.answer_with = slow
        (bubble,) = await engine.turn(said("hoi"))
        assert bubble.text == FAILURE_TEXT
        assert not engine.ready
        started = time.monotonic()
        (bubble,) = await engine.turn(said("hoi", "b"))
        assert bubble.text == FAILURE_TEXT
        assert time.monotonic() - started < 0.09  # it did not wait for the stuck thread
        release.set()
        dialogue.answer_with = lambda *_: (Bubble("weer"),)
        await until_ready(engine)
        assert await engine.turn(said("hoi")) == (Bubble("weer"),)


async def test_a_thread_that_does_not_come_back_ends_the_process() -> None:
    release = threading.Event()
    dead = asyncio.Event()
    dialogue = FakeDialogue()
    limits = Limits(turn_seconds=0.05, stuck_seconds=0.1)
    async with running(dialogue, limits=limits, on_dead=dead.set) as engine:
        dialogue.answer_with = lambda *_: (Bubble(str(release.wait(10))),)
        await engine.turn(said("hoi"))
        await asyncio.wait_for(dead.wait(), 5)
        release.set()


def slowly(text: str, *_: Any) -> tuple[Bubble, ...]:
    time.sleep(0.05)
    return (Bubble(text),)


async def test_turns_of_one_sender_keep_their_order_and_the_fifth_waiting_is_refused() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue) as engine:
        dialogue.answer_with = slowly
        answers = await asyncio.gather(
            *(engine.turn(said(str(n))) for n in range(200)), return_exceptions=True
        )
    assert answers[:4] == [(Bubble(str(n)),) for n in range(4)]
    assert all(isinstance(a, TooManyTurns) for a in answers[4:])
    assert [text for text, _ in dialogue.heard[1:]] == ["0", "1", "2", "3"]


async def test_too_many_turns_of_everybody_are_refused_as_busy() -> None:
    dialogue = FakeDialogue()
    async with running(dialogue, gate=Gate(per_sender=4, in_all=2)) as engine:
        dialogue.answer_with = slowly
        answers = await asyncio.gather(
            *(engine.turn(said("x", str(n))) for n in range(3)), return_exceptions=True
        )
    assert isinstance(answers[2], TooBusy)


async def test_a_conversation_that_grows_too_long_begins_anew_and_says_so() -> None:
    async with running(FakeDialogue(), limits=Limits(turns=2)) as engine:
        await engine.turn(said("1"))
        await engine.turn(said("2"))
        first, second = await engine.turn(said("3"))
    assert first.custom is not None
    assert first.custom["code"] == "einde"
    assert second == Bubble("3")


async def test_the_example_organisation_is_named_as_such_once_a_conversation() -> None:
    async with running(FakeDialogue(), is_example=lambda: True) as engine:
        first, _ = await engine.turn(said("1"))
        assert first.custom is not None
        assert first.custom["code"] == "voorbeeld"
        assert await engine.turn(said("2")) == (Bubble("2"),)


async def test_a_missing_model_is_refused_by_name() -> None:
    def load() -> Dialogue:
        raise ModelMissing("Het model steunwijzer.tar.gz is er niet.")

    engine = Engine(
        load,
        Conversations(idle_seconds=1, limit=1),
        Gate(per_sender=1, in_all=1),
        find_crisis=no_crisis,
        limits=Limits(),
        on_dead=lambda: None,
    )
    with pytest.raises(ModelMissing, match=r"steunwijzer\.tar\.gz"):
        await engine.start()
    assert not engine.ready
    await engine.stop()


async def test_a_stopped_engine_refuses_with_a_sentence() -> None:
    async with running(FakeDialogue()) as engine:
        await engine.stop()
        with pytest.raises(EngineStopped):
            await engine.turn(said("hoi"))
