"""A crisis: the number first, in every state; then what the organisation has, then a way on."""

from __future__ import annotations

from dataclasses import asdict
from typing import ClassVar

from actions.base import GuidanceAction, Turn
from actions.contacts import phone_lines
from actions.doubt import likeliest_topics, remember_topics
from bot.directory.errors import DirectoryUnavailable
from bot.domain.emergency import crisis_bubble
from bot.domain.intents import CRISIS_INTENTS
from bot.domain.replies import Phone

# When only a button was pressed, nothing else was likely: the way back offers these.
_WAYS_BACK = ("situatie_vaag", "hulp_psychisch", "vp_zoeken")


class AnswerCrisis(GuidanceAction):
    """Gives the number, ends whatever was asked, and stays."""

    action_name: ClassVar[str] = "action_crisis"
    intents: ClassVar[tuple[str, ...]] = CRISIS_INTENTS
    takes_number: ClassVar[bool] = False

    def answer(self, turn: Turn) -> None:
        """Number and card, the organisation's own numbers beneath, and an offer to stay."""
        turn.leave_form()
        language = "en" if turn.tracker.latest_message.get("crisis_language") == "en" else "nl"
        turn.remember("taal", language)
        remember_topics(turn, likeliest_topics(turn) or _WAYS_BACK)
        suffix = "_en" if language == "en" else ""
        own = _own_numbers(turn)
        card = {**(crisis_bubble(turn.intent, language).custom or {})}
        card["own"] = [asdict(phone) for phone in own]
        turn.say(f"utter_{turn.intent}{suffix}", card=card)
        if own:
            turn.say(f"utter_crisis_eigen{suffix}", nummers=phone_lines(own))
        turn.ask(f"utter_vraag_crisis_blijven{suffix}")


def _own_numbers(turn: Turn) -> tuple[Phone, ...]:
    """Return the organisation's own numbers; none when the directory cannot say."""
    site = turn.slots.get("vp_locatie")
    try:
        return turn.snapshot.emergency_contacts(site if isinstance(site, str) else None)
    except DirectoryUnavailable:
        return ()
