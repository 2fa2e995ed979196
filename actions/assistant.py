"""About the assistant itself: what is kept, what it is, what it can do, a human, English."""

from __future__ import annotations

from typing import ClassVar

from actions import reading
from actions.base import GuidanceAction, Turn, follow
from actions.contacts import reach, say_adviser
from actions.people import show_people
from actions.questions import Option


class TellPrivacy(GuidanceAction):
    """Tells what is kept; the words differ by channel (`channel:` in the responses)."""

    action_name: ClassVar[str] = "action_privacy"
    intents: ClassVar[tuple[str, ...]] = ("bot_privacy",)

    def answer(self, turn: Turn) -> None:
        """What is kept, and who else could see it."""
        turn.say("utter_privacy")
        turn.say("utter_privacy_meelezen")
        turn.ask("utter_vervolg_privacy")


class TellIdentity(GuidanceAction):
    """Tells that it is a computer program, who is behind it, and where to complain about it."""

    action_name: ClassVar[str] = "action_identiteit"
    intents: ClassVar[tuple[str, ...]] = ("bot_identiteit",)

    def answer(self, turn: Turn) -> None:
        """Name the organisation and, when entered, who is responsible."""
        organisation = turn.snapshot.organisation
        if organisation.behind:
            turn.say(
                "utter_identiteit_achter",
                organisatie=organisation.name,
                achter=_as_sentence(organisation.behind),
            )
        else:
            turn.say("utter_identiteit", organisatie=organisation.name)
        hr = turn.snapshot.contact("hr")
        contact = reach(hr.phones, hr.mail) if hr else ""
        if hr is not None and contact:
            turn.say("utter_identiteit_klagen_bij", naam=hr.name, contact=contact)
        else:
            turn.say("utter_identiteit_klagen")
        turn.ask("utter_vervolg_privacy")


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!")) else f"{text}."


class ShowMenu(GuidanceAction):
    """Shows what can be asked here."""

    action_name: ClassVar[str] = "action_mogelijkheden"
    intents: ClassVar[tuple[str, ...]] = ("bot_mogelijkheden",)

    def answer(self, turn: Turn) -> None:
        """The six ways to begin, or what there is only to read."""
        turn.leave_form()
        turn.ask("utter_menu_lezen" if turn.choice == "lezen" else "utter_menu")


class GiveHuman(GuidanceAction):
    """Gives human beings to talk to, at once."""

    action_name: ClassVar[str] = "action_mens"
    intents: ClassVar[tuple[str, ...]] = ("mens_spreken",)

    def answer(self, turn: Turn) -> None:
        """No question first, unless a kind is named: that is a wish for an adviser."""
        kind = reading.kind(turn.text)
        if kind is not None:
            follow(turn, Option("vp_zoeken", kind))
        else:
            show_people(turn, "utter_mens")


class AnswerEnglish(GuidanceAction):
    """Answers in English: emergency numbers, an adviser, and buttons."""

    action_name: ClassVar[str] = "action_engels"
    intents: ClassVar[tuple[str, ...]] = ("taal_engels",)

    def answer(self, turn: Turn) -> None:
        """An adviser who speaks English when there is one, else the first."""
        turn.leave_form()
        turn.remember("taal", "en")
        turn.say("utter_english")
        found = turn.snapshot.advisers_for(turn.now, language="en", at_most=1)
        if found:
            say_adviser(turn, found[0], "utter_english_adviser")
        else:
            turn.say("utter_english_no_adviser", organisatie=turn.snapshot.organisation.name)
        turn.ask("utter_vervolg_english")
