"""Not understood: first the three likeliest topics, then the menu, then a human being."""

from __future__ import annotations

from typing import ClassVar, Final

from actions.adviser_form import skip_question
from actions.base import DOUBT_COUNT, GuidanceAction, Turn
from actions.people import show_people
from actions.questions import OFFERED_SLOTS
from bot.domain.intents import INTENTS
from bot.domain.replies import Button

# Small talk is no topic; a crisis is found by its detector, not offered as a guess.
_NOT_TOPICS: Final = frozenset({"crisis", "gesprek"})
_NOT_OFFERED: Final = frozenset({"bot_mogelijkheden", "taal_engels"})


class AnswerDoubt(GuidanceAction):
    """Offers something else each time in a row that a message was not understood."""

    action_name: ClassVar[str] = "action_twijfel"
    intents: ClassVar[tuple[str, ...]] = ("nlu_fallback",)
    understands: ClassVar[bool] = False

    def answer(self, turn: Turn) -> None:
        """Never the same question twice; in a form the question may be passed over."""
        before = turn.slots.get(DOUBT_COUNT)
        turn.remember(DOUBT_COUNT, "een" if before is None else "twee")
        if turn.in_form:
            _help_with_question(turn, first_time=before is None)
        elif before is None and likeliest_topics(turn):
            offer_topics(turn, "utter_twijfel", likeliest_topics(turn))
        elif before in (None, "een"):
            turn.say("utter_twijfel_menu")
            turn.ask("utter_menu")
        else:
            show_people(turn, "utter_twijfel_mens")


def likeliest_topics(turn: Turn) -> tuple[str, ...]:
    """Return at most three intents that the message is most likely about, small talk left out."""
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    names = (str(entry.get("name")) for entry in ranking)
    topics = [name for name in names if _can_be_offered(name)]
    return tuple(topics[: len(OFFERED_SLOTS)])


def _can_be_offered(name: str) -> bool:
    intent = INTENTS.get(name)
    return intent is not None and intent.group not in _NOT_TOPICS and name not in _NOT_OFFERED


def offer_topics(turn: Turn, question: str, topics: tuple[str, ...]) -> None:
    """Offer topics as buttons, and something else; remember which, so that "2" can be typed."""
    remember_topics(turn, topics)
    buttons = [Button(INTENTS[topic].label, f"/{topic}") for topic in topics]
    buttons.append(Button(INTENTS["buiten_bereik"].label, "/bot_mogelijkheden"))
    turn.ask(question, buttons=buttons)


def remember_topics(turn: Turn, topics: tuple[str, ...]) -> None:
    """Remember at most three topics that can be named by their place; the rest is cleared."""
    for place, slot in enumerate(OFFERED_SLOTS):
        turn.remember(slot, topics[place] if place < len(topics) else None)


def _help_with_question(turn: Turn, *, first_time: bool) -> None:
    if first_time:
        turn.say("utter_twijfel_bij_vraag")
    else:
        skip_question(turn)
