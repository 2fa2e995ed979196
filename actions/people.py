"""Human beings instead of a program: advisers by name, or whoever listens outside."""

from __future__ import annotations

from actions.adviser_search import NOBODY, NOT_THIS_ONE
from actions.base import Turn
from actions.contacts import say_adviser, say_body


def show_people(turn: Turn, words: str) -> None:
    """Say `words`, then two people who can be called now or soon. Asks nothing first."""
    turn.leave_form()
    excluded = turn.slots.get(NOT_THIS_ONE)
    without = (str(excluded),) if excluded and excluded != NOBODY else ()
    found = turn.snapshot.advisers_for(turn.now, without=without, at_most=2)
    if found:
        turn.say(words)
        for match in found:
            say_adviser(turn, match, "utter_vp_kaart_zonder_redenen")
        turn.asked = None
        return
    turn.say("utter_mens_geen_vp", organisatie=turn.snapshot.organisation.name)
    for body in turn.snapshot.bodies_for(turn.now, topic="psychisch", urgent=True, at_most=2):
        say_body(turn, body)
