"""Loads the trained assistant into Rasa's `Agent`; runs in the engine's thread only."""

from __future__ import annotations

import tarfile
from pathlib import Path
from typing import Any, Final

from bot.domain.errors import ModelDamaged, ModelMissing
from bot.domain.journal import Happening, log
from bot.domain.replies import Bubble
from bot.domain.turn import clean_text
from bot.engine.conversations import Conversation, Conversations
from bot.engine.silence import silence_warnings
from bot.engine.texts import Texts

_NOTHING_SAID: Final = {
    "text": "",
    "intent": {"name": "nlu_fallback", "confidence": 1.0},
    "intent_ranking": [{"name": "buiten_bereik", "confidence": 0.0}],
    "entities": [],
    "crisis": None,
    "crisis_language": "nl",
}


class Assistant:
    """The dialogue: understands a message and answers it. Not thread safe, on purpose."""

    def __init__(self, model: Path, texts: Texts, conversations: Conversations) -> None:
        """Load the model.

        Raises `ModelMissing` when there is no such file: Rasa would silently take another one of
        the same folder. Raises `ModelDamaged` when it cannot be loaded.
        """
        if not model.is_file():
            raise ModelMissing(f"Het model {model.name} is er niet. Maak het met: make train.")
        self._agent = _load(model, texts, conversations)

    async def understand(self, text: str) -> dict[str, Any]:
        """Return Rasa's parse data of a typed text, with our `crisis` and `crisis_language`.

        Nothing but unseen characters is nothing said: doubt, without asking the model.
        """
        from rasa.core.channels.channel import UserMessage

        cleaned = clean_text(text)
        if not cleaned:
            return dict(_NOTHING_SAID)
        parsed: dict[str, Any] = await self._agent.processor.parse_message(UserMessage(cleaned))
        return parsed

    async def answer(
        self, text: str, parsed: dict[str, Any], conversation: Conversation
    ) -> tuple[Bubble, ...]:
        """Return the bubbles of this turn; empty when the dialogue had nothing to say."""
        from rasa.core.channels.channel import UserMessage

        from bot.engine.output import CollectedAnswer

        output = CollectedAnswer(conversation.channel)
        await self._agent.handle_message(
            UserMessage(
                text,
                output,
                conversation.key,
                parse_data=parsed,
                input_channel=conversation.channel,
            )
        )
        return tuple(output.bubbles)

    def replace_texts(self, texts: Texts) -> None:
        """Use other texts from the next turn on."""
        self._agent.nlg.replace(texts)


def _load(model: Path, texts: Texts, conversations: Conversations) -> Any:
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import FailSafeTrackerStore
    from rasa.exceptions import ModelNotFound
    from rasa.shared.exceptions import RasaException
    from rasa.utils.tensorflow.environment import setup_tf_environment

    from bot.engine.actions import InProcessActions
    from bot.engine.memory import ConversationMemory
    from bot.engine.texts import TextGenerator

    setup_tf_environment()
    memory = ConversationMemory(conversations)
    try:
        agent = Agent.load(
            str(model),
            generator=TextGenerator(texts, conversations),
            tracker_store=FailSafeTrackerStore(
                memory,
                on_tracker_store_error=lambda error: log(Happening.TURN_FAILED, error=type(error)),
                fallback_tracker_store=ConversationMemory(conversations),
            ),
            action_endpoint=InProcessActions("actions"),
        )
    except (ModelNotFound, RasaException, tarfile.TarError, OSError, KeyError, ValueError) as error:
        raise ModelDamaged(
            f"Het model {model.name} is beschadigd of hoort bij een andere versie "
            f"({type(error).__name__}). Maak het opnieuw met: make train."
        ) from error
    silence_warnings()
    return agent
