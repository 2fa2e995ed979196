"""What words mean, where a line is, and what the house rules are. Never a verdict on a case."""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar, Final

from actions.base import GuidanceAction, Turn

_TOPICS: Final = MappingProxyType(
    {
        "uitleg_pesten": "pesten",
        "uitleg_intimidatie": "intimidatie",
        "uitleg_seksuele_intimidatie": "seksuele_intimidatie",
        "uitleg_discriminatie": "discriminatie",
        "uitleg_agressie_geweld": "agressie_geweld",
        "uitleg_misstand": "misstand",
    }
)


class ExplainTerm(GuidanceAction):
    """Explains a term, and asks whether it is recognised."""

    action_name: ClassVar[str] = "action_uitleg"
    intents: ClassVar[tuple[str, ...]] = tuple(_TOPICS)

    def answer(self, turn: Turn) -> None:
        """The topic is remembered only when there was none: asking is not yet telling."""
        if turn.topic is None:
            turn.remember("onderwerp", _TOPICS[turn.intent])
        turn.say(f"utter_{turn.intent}")
        if turn.intent == "uitleg_misstand":
            turn.say("utter_uitleg_integriteit")
        turn.ask(f"utter_vervolg_{turn.intent}")


class WhereIsTheLine(GuidanceAction):
    """Answers "is dit nog normaal?" without judging."""

    action_name: ClassVar[str] = "action_uitleg_grens"
    intents: ClassVar[tuple[str, ...]] = ("uitleg_grens",)

    def answer(self, turn: Turn) -> None:
        """Feeling bad about it is reason enough to talk."""
        turn.say("utter_uitleg_grens")
        turn.say("utter_uitleg_grens_werk")
        turn.ask("utter_vervolg_uitleg_grens")


class HouseRules(GuidanceAction):
    """Gives the code of conduct, and what the employer must have."""

    action_name: ClassVar[str] = "action_gedragscode"
    intents: ClassVar[tuple[str, ...]] = ("uitleg_gedragscode",)

    def answer(self, turn: Turn) -> None:
        """Link the code when the organisation entered it, else say where to look."""
        organisation = turn.snapshot.organisation
        code = organisation.code_of_conduct
        if code is None:
            turn.say("utter_gedragscode_geen", organisatie=organisation.name)
        else:
            turn.say(
                "utter_gedragscode_link",
                organisatie=organisation.name,
                titel=code.label,
                adres=code.href,
            )
        turn.say("utter_gedragscode_plicht")
        turn.ask("utter_vervolg_gedragscode")
