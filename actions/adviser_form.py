"""The form that asks which confidential adviser: asks with the organisation's names, reads answers.

Answers are closed values or ids of the directory. A message that is no answer is left to the
rules (a digression); the form then asks its question again.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, ClassVar, Final

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Tracker

from actions import reading
from actions.adviser_search import (
    ANY,
    CONFLICT,
    FORM,
    KIND,
    NOBODY,
    NOT_THIS_ONE,
    SITE,
    SITES_AS_BUTTONS,
    fill_what_need_not_be_asked,
    site_buttons,
    site_of_choice,
    sites_matter,
)
from actions.base import GuidanceAction, Turn, open_turn
from bot.directory.errors import DirectoryUnavailable
from bot.directory.snapshot import Adviser, Snapshot
from bot.domain.journal import Happening, log
from bot.domain.replies import Button

NAMES_AS_BUTTONS: Final = 6
_BY_INTENT: Final = MappingProxyType(
    {"bevestigen": "ja", "ontkennen": "nee", "weet_niet": "weet_niet"}
)
_CONFLICT_CHOICES: Final = ("nee", "ja", "weet_niet", "overslaan")
_KIND_CHOICES: Final = ("intern", "extern", ANY)


class ReadFormAnswer(GuidanceAction):
    """Turns the message into the answer of the question that was asked, if it is one."""

    action_name: ClassVar[str] = "validate_vp_form"
    takes_number: ClassVar[bool] = False

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[EventType]:
        """Return the slots that the message fills; none when it is no answer."""
        if _is_digression(tracker):
            return []
        turn = open_turn(dispatcher, tracker)
        try:
            self.answer(turn)
        except DirectoryUnavailable as error:
            log(Happening.DIRECTORY_UNAVAILABLE, action=type(self), error=type(error))
            return []
        return turn.events

    def answer(self, turn: Turn) -> None:
        """Fill the asked slot, and those that follow from it."""
        asked = turn.slots.get("requested_slot")
        if asked == CONFLICT:
            _read_conflict(turn)
        elif asked == NOT_THIS_ONE:
            _read_whom(turn)
        elif asked == KIND:
            _read_kind(turn)
        elif asked == SITE:
            _read_site(turn)
        if turn.events:
            fill_what_need_not_be_asked(turn)
            turn.understood()


def _is_digression(tracker: Tracker) -> bool:
    """Say whether this turn's message was answered by another action: then it is no answer here.

    The form runs a second time in such a turn, to ask its question again.
    """
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") not in (FORM, "action_listen"):
            return True
    return False


def skip_question(turn: Turn) -> None:
    """Answer the question that the form asks with "no preference"."""
    asked = str(turn.slots.get("requested_slot"))
    values = {CONFLICT: "weet_niet", NOT_THIS_ONE: NOBODY, KIND: ANY, SITE: ANY}
    if asked in values:
        turn.remember(asked, values[asked])
        fill_what_need_not_be_asked(turn)


def _read_conflict(turn: Turn) -> None:
    involved = _named_adviser(turn)
    if involved is not None:
        turn.remember(CONFLICT, "ja")
        turn.remember(NOT_THIS_ONE, involved)
        return
    answer = _choice(turn, _CONFLICT_CHOICES)
    kind = turn.choice if turn.choice in ("intern", "extern") else reading.kind(turn.text)
    if answer is None and kind is not None:
        turn.remember(KIND, kind)
        answer = "overslaan"
    if answer is None and turn.intent == "vp_zoeken":
        answer = "overslaan"
    answer = answer or _BY_INTENT.get(turn.intent) or reading.yes_or_no(turn.text)
    if answer is None and reading.skips(turn.text):
        answer = "overslaan"
    if answer is not None:
        turn.remember(CONFLICT, answer)
    if answer == "ja":
        turn.remember(NOT_THIS_ONE, None)


def _read_whom(turn: Turn) -> None:
    offered = whom_to_leave_out(turn.snapshot)
    pressed = {adviser_choice(adviser): adviser.id for adviser in offered}.get(turn.choice or "")
    named = pressed or _named_adviser(turn) or _numbered(turn, 1, [a.id for a in offered])
    if named is not None:
        turn.remember(NOT_THIS_ONE, named)
    elif (
        turn.choice == NOBODY
        or reading.number(turn.text) == 1
        or reading.skips(turn.text)
        or turn.intent in ("weet_niet", "ontkennen", "vp_zoeken")
    ):
        turn.remember(NOT_THIS_ONE, NOBODY)


def _read_kind(turn: Turn) -> None:
    site = site_of_choice(turn.snapshot, turn.choice or "") or _named_site(turn)
    fixed = ("extern", ANY) if sites_as_buttons(turn.snapshot) else _KIND_CHOICES
    if site is None and sites_as_buttons(turn.snapshot):
        site = _numbered(turn, len(fixed), [s.id for s in turn.snapshot.sites])
    if site is not None:
        turn.remember(KIND, "intern")
        turn.remember(SITE, site)
        return
    kind = turn.choice if turn.choice in _KIND_CHOICES else reading.kind(turn.text)
    kind = kind or _numbered(turn, 0, fixed)
    if kind is None and _no_preference(turn):
        kind = ANY
    if kind is not None:
        turn.remember(KIND, kind)


def _read_site(turn: Turn) -> None:
    site = site_of_choice(turn.snapshot, turn.choice or "") or _named_site(turn)
    site = site or _numbered(turn, 1, [s.id for s in turn.snapshot.sites])
    if site is None and (
        turn.choice == "elke_locatie" or reading.number(turn.text) == 1 or _no_preference(turn)
    ):
        site = ANY
    if site is not None:
        turn.remember(SITE, site)


def _no_preference(turn: Turn) -> bool:
    if reading.skips(turn.text) or turn.choice == "overslaan":
        return True
    # A press of an older button is a choice of its own, not an answer to this question.
    return turn.choice is None and turn.intent in ("weet_niet", "bevestigen", "vp_zoeken")


def _choice(turn: Turn, allowed: Sequence[str]) -> str | None:
    if turn.choice in allowed:
        return turn.choice
    return _numbered(turn, 0, allowed)


def _numbered(turn: Turn, buttons_before: int, values: Sequence[str]) -> str | None:
    """Return the value that a typed number names; so many other buttons come before the values."""
    number = reading.number(turn.text)
    if number is None:
        return None
    position = len(values) if number == reading.LAST else number - buttons_before
    return values[position - 1] if 1 <= position <= len(values) else None


def _named_adviser(turn: Turn) -> str | None:
    return reading.named(turn.text, ((a.id, a.name) for a in turn.snapshot.advisers))


def _named_site(turn: Turn) -> str | None:
    return reading.named(turn.text, ((s.id, s.name) for s in turn.snapshot.sites))


def adviser_choice(adviser: Adviser) -> str:
    """Return the closed value behind the button of an adviser to be left out."""
    return f"niet:{adviser.id}"


def whom_to_leave_out(snapshot: Snapshot) -> tuple[Adviser, ...]:
    """Return the advisers that are offered by name to be left out: internal ones first."""
    ordered = sorted(snapshot.advisers, key=lambda adviser: adviser.kind != "intern")
    return tuple(ordered[:NAMES_AS_BUTTONS])


def sites_as_buttons(snapshot: Snapshot) -> bool:
    """Say whether the question about the kind has a button for every site."""
    return sites_matter(snapshot) and len(snapshot.sites) <= SITES_AS_BUTTONS


class _FormQuestion(GuidanceAction, ABC):
    """A question of the form whose buttons come from the directory."""

    takes_number: ClassVar[bool] = False
    understands: ClassVar[bool] = False


class AskWhomToLeaveOut(_FormQuestion):
    """Asks who is involved, with a button for each adviser."""

    action_name: ClassVar[str] = "action_ask_vp_niet"

    def answer(self, turn: Turn) -> None:
        """Ask with the names of the advisers."""
        names = (
            Button(adviser.name, f'/weet_niet{{"keuze":"{adviser_choice(adviser)}"}}')
            for adviser in whom_to_leave_out(turn.snapshot)
        )
        turn.say("utter_ask_vp_niet", buttons=tuple(names))


class AskKind(_FormQuestion):
    """Asks internal or external; where sites matter, with a button for each site."""

    action_name: ClassVar[str] = "action_ask_vp_soort"

    def answer(self, turn: Turn) -> None:
        """Ask with the sites when there are few, else without."""
        if sites_as_buttons(turn.snapshot):
            turn.say("utter_ask_vp_soort_met_locaties", buttons=site_buttons(turn.snapshot))
        else:
            turn.say("utter_ask_vp_soort")


class AskSite(_FormQuestion):
    """Asks for which site, with a button for each."""

    action_name: ClassVar[str] = "action_ask_vp_locatie"

    def answer(self, turn: Turn) -> None:
        """Ask with the names of the sites."""
        turn.say("utter_ask_vp_locatie", buttons=site_buttons(turn.snapshot))
