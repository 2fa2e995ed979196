"""The engine: takes an utterance, answers with bubbles, and never stays silent.

Rasa runs in one thread with its own event loop. The HTTP loop waits for it at most
`turn_seconds`; a crisis is answered with its number whatever happens (DESIGN 2 and 3).
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol, TypeVar

from bot.domain import emergency
from bot.domain.errors import EngineStopped
from bot.domain.intents import CRISIS_INTENTS
from bot.domain.journal import Happening, log
from bot.domain.notices import notice
from bot.domain.replies import Bubble
from bot.domain.turn import Channel, Utterance, clean_text
from bot.engine.conversations import Conversation, Conversations, looks_like_token
from bot.engine.gate import Gate
from bot.engine.payloads import parse_payload
from bot.engine.silence import silence_loop

T = TypeVar("T")
MENU: Final = "/bot_mogelijkheden"


class Dialogue(Protocol):
    """What the engine asks of the assistant that it loads in its thread."""

    async def understand(self, text: str) -> dict[str, Any]: ...

    async def answer(
        self, text: str, parsed: dict[str, Any], conversation: Conversation
    ) -> tuple[Bubble, ...]: ...


@dataclass(frozen=True)
class Limits:
    """How long and how much; seconds and characters."""

    text: int = 4_000
    turns: int = 60
    turn_seconds: float = 5.0
    stuck_seconds: float = 30.0


@dataclass(frozen=True)
class _Answered:
    bubbles: tuple[Bubble, ...]
    crisis: str | None
    language: str


class Engine:
    """One assistant in one thread. Start it, ask it turns, stop it."""

    def __init__(
        self,
        load: Callable[[], Dialogue],
        conversations: Conversations,
        gate: Gate,
        *,
        find_crisis: Callable[[str], tuple[str, str] | None],
        is_example: Callable[[], bool] = lambda: False,
        limits: Limits,
        on_dead: Callable[[], None],
    ) -> None:
        """Prepare; `find_crisis` is the detector's own reading, used when the dialogue cannot.

        `on_dead` is called when the thread has not come back for `stuck_seconds`.
        """
        self._load = load
        self._conversations = conversations
        self._gate = gate
        self._find_crisis = find_crisis
        self._is_example = is_example
        self._limits = limits
        self._on_dead = on_dead
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self._dialogue: Dialogue | None = None
        self._stuck: concurrent.futures.Future[Any] | None = None
        self._stopping = False

    @property
    def ready(self) -> bool:
        """Whether a turn would be answered by the dialogue now."""
        return (
            self._dialogue is not None
            and self._thread.is_alive()
            and self._stuck is None
            and not self._stopping
            and not self._gate.full
        )

    async def start(self) -> None:
        """Load the model and answer a first turn.

        Raises `ModelMissing`, `ModelDamaged` or `EngineStopped`.
        """
        self._thread.start()
        self._dialogue = await self._in_thread(self._load_dialogue())
        rehearsal = Conversation("rehearsal", "talk", counted=False, last_seen=0.0)
        answered = await self._in_thread(self._converse("hallo", None, rehearsal))
        if not answered.bubbles:
            raise EngineStopped("Het model geeft geen antwoord op 'hallo'. Maak het opnieuw.")

    async def stop(self) -> None:
        """Take no more turns and end the thread."""
        self._stopping = True
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            await asyncio.to_thread(self._thread.join, 5)

    def forget(self, sender: str, channel: Channel) -> None:
        """Forget the conversation of a sender."""
        self._conversations.forget(sender, channel)

    async def turn(self, utterance: Utterance, *, counted: bool = False) -> tuple[Bubble, ...]:
        """Return the answer, never empty.

        Raises `TooManyTurns`, `TooBusy` (say so to the sender) and `EngineStopped`.
        """
        if self._stopping or self._dialogue is None:
            raise EngineStopped(
                "Ik word net opnieuw gestart. Probeer het over een minuut nog eens."
            )
        key = f"{utterance.channel}\x00{utterance.sender}"
        async with self._gate.turn(key):
            conversation, opening = self._conversation(utterance, counted)
            bubbles = await self._answer(utterance, conversation)
            return opening + self._with_tokens(bubbles, conversation)

    def _conversation(
        self, utterance: Utterance, counted: bool
    ) -> tuple[Conversation, tuple[Bubble, ...]]:
        """Return the conversation and what must be said before its answer."""
        opening: tuple[Bubble, ...] = ()
        sender, channel = utterance.sender, utterance.channel
        conversation = self._conversations.open(sender, channel, counted=counted)
        if conversation.turns >= self._limits.turns:
            self._conversations.forget(sender, channel)
            conversation = self._conversations.open(sender, channel, counted=counted)
            opening = (notice("einde"),)
        if conversation.turns == 0 and self._is_example():
            opening += (notice("voorbeeld"),)
        conversation.turns += 1
        return conversation, opening

    async def _answer(self, utterance: Utterance, conversation: Conversation) -> tuple[Bubble, ...]:
        message = utterance.message.strip()
        payload = conversation.pressed(message)
        if payload is None and looks_like_token(message):
            payload = MENU
        text = "" if payload else clean_text(message)
        if not text and payload is None:
            payload = MENU
        if len(text) > self._limits.text:
            found = self._find_crisis(text)
            return (emergency.crisis_bubble(*found),) if found else (notice("te_lang"),)
        return await self._ask(text, payload, conversation, utterance)

    async def _ask(
        self, text: str, payload: str | None, conversation: Conversation, utterance: Utterance
    ) -> tuple[Bubble, ...]:
        """Let the dialogue answer, within the time; the last word on a crisis is ours."""
        if self._stuck is not None:
            return self._without_dialogue(text)
        asked = asyncio.run_coroutine_threadsafe(
            self._converse(text, payload, conversation), self._loop
        )
        try:
            answered = await asyncio.wait_for(
                asyncio.shield(asyncio.wrap_future(asked)), self._limits.turn_seconds
            )
        except asyncio.TimeoutError:
            self._conversations.forget(utterance.sender, utterance.channel)
            self._wait_for_thread(asked)
            return self._without_dialogue(text)
        except Exception as error:  # whatever broke in there, an employee gets an answer
            log(Happening.TURN_FAILED, error=type(error))
            return self._without_dialogue(text)
        return _last_word(answered)

    async def _converse(
        self, text: str, payload: str | None, conversation: Conversation
    ) -> _Answered:
        """Understand and answer; runs in the engine's thread."""
        assert self._dialogue is not None
        parsed = parse_payload(payload) if payload else await self._dialogue.understand(text)
        name = parsed["intent"].get("name")
        crisis = parsed.get("crisis") or (name if name in CRISIS_INTENTS else None)
        bubbles = await self._dialogue.answer(text, parsed, conversation)
        return _Answered(bubbles, crisis, parsed.get("crisis_language") or "nl")

    def _without_dialogue(self, text: str) -> tuple[Bubble, ...]:
        found = self._find_crisis(text) if text else None
        return (emergency.crisis_bubble(*found),) if found else (emergency.failure_bubble(),)

    def _wait_for_thread(self, asked: concurrent.futures.Future[Any]) -> None:
        """Be not ready until the thread is back; call `on_dead` when it does not come."""
        self._stuck = asked
        log(Happening.ENGINE_STUCK)
        loop = asyncio.get_running_loop()
        watch = loop.call_later(self._limits.stuck_seconds, self._on_dead)

        def back(_: concurrent.futures.Future[Any]) -> None:
            loop.call_soon_threadsafe(self._thread_is_back, watch)

        asked.add_done_callback(back)

    def _thread_is_back(self, watch: asyncio.TimerHandle) -> None:
        watch.cancel()
        self._stuck = None
        log(Happening.ENGINE_BACK)

    @staticmethod
    def _with_tokens(bubbles: tuple[Bubble, ...], conversation: Conversation) -> tuple[Bubble, ...]:
        conversation.forget_titles()
        return tuple(replace(b, buttons=conversation.offer(b.buttons)) for b in bubbles)

    async def _in_thread(self, work: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def _load_dialogue(self) -> Dialogue:
        return self._load()

    def _run(self) -> None:
        silence_loop(self._loop)
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.close()


def _last_word(answered: _Answered) -> tuple[Bubble, ...]:
    """Return the dialogue's answer, with the number in front when a crisis answer lacks it."""
    bubbles = answered.bubbles
    if answered.crisis and not emergency.has_number(bubbles, answered.crisis):
        log(Happening.CRISIS_TEXT_ADDED)
        bubbles = (emergency.crisis_bubble(answered.crisis, answered.language), *bubbles)
    if not bubbles:
        log(Happening.TURN_WITHOUT_ANSWER)
        return (emergency.failure_bubble(),)
    return bubbles
