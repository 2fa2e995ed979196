"""Which confidential adviser: from a few skippable answers to two of them, by name, with contact.

The answers are slots. A slot that need not be asked is filled at once, so that the form, which
asks whatever is empty, never asks it (also after a digression).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from actions import reading
from actions.base import GuidanceAction, Turn
from actions.contacts import say_adviser, say_body
from bot.directory.snapshot import AdviserMatch, Kind, Snapshot, Subject
from bot.domain.replies import Button

FORM: Final = "vp_form"
CONFLICT: Final = "vp_conflict"
NOT_THIS_ONE: Final = "vp_niet"
KIND: Final = "vp_soort"
SITE: Final = "vp_locatie"
ANSWERS: Final = (CONFLICT, NOT_THIS_ONE, KIND, SITE)
ANY: Final = "geen_voorkeur"
NOBODY: Final = "geen"
SHOWN_AT_ONCE: Final = 2
# With more sites than this, a question with a button for each would be a wall of buttons.
SITES_AS_BUTTONS: Final = 4
_START_AGAIN: Final = frozenset({"anders", "betrokken"})


class FindAdviser(GuidanceAction):
    """Starts the questions, or shows the advisers at once when enough is known."""

    action_name: ClassVar[str] = "action_vp_zoeken"
    intents: ClassVar[tuple[str, ...]] = ("vp_zoeken",)

    def answer(self, turn: Turn) -> None:
        """Read what the button or the typed sentence already says; ask the rest."""
        turn.remember("laatste_keuze", "vp")
        if turn.choice == "locatie" and turn.snapshot.advisers:
            ask_site(turn)
            return
        if turn.choice in _START_AGAIN:
            _forget_answers(turn)
        start_search(turn)


class ShowAdvisers(GuidanceAction):
    """Shows the advisers when the form has its answers."""

    action_name: ClassVar[str] = "action_vp_tonen"
    takes_number: ClassVar[bool] = False

    def answer(self, turn: Turn) -> None:
        """Show the advisers that fit the answers."""
        turn.in_form = False
        show_advisers(turn)


def start_search(turn: Turn) -> None:
    """Fill what is said and what need not be asked; ask what is left, or show the advisers."""
    if not turn.snapshot.advisers:
        say_nobody(turn)
        return
    _fill_from_message(turn)
    fill_what_need_not_be_asked(turn)
    if all(turn.slots.get(slot) is not None for slot in ANSWERS):
        turn.leave_form()
        show_advisers(turn)
    else:
        turn.enter_form(FORM)


def _forget_answers(turn: Turn) -> None:
    for slot in ANSWERS:
        turn.remember(slot, None)


def _fill_from_message(turn: Turn) -> None:
    choice = turn.choice or ""
    if choice == "overslaan":
        turn.remember(CONFLICT, "overslaan")
        return
    if choice == "betrokken":
        turn.remember(CONFLICT, "ja")
        return
    site = site_of_choice(turn.snapshot, choice) or _named_site(turn)
    if site is not None or choice == "elke_locatie":
        turn.remember(SITE, site or ANY)
        if site is not None and turn.slots.get(KIND) == "extern":
            turn.remember(KIND, ANY)
        turn.remember(CONFLICT, turn.slots.get(CONFLICT) or "overslaan")
        return
    kind = choice if choice in ("intern", "extern") else reading.kind(turn.text)
    if kind is not None:
        turn.remember(KIND, kind)
        turn.remember(SITE, None)
    if kind == "extern":
        # Somebody from outside is seldom involved; asking would only be in the way.
        turn.remember(CONFLICT, turn.slots.get(CONFLICT) or "overslaan")


def _named_site(turn: Turn) -> str | None:
    if not sites_matter(turn.snapshot):
        return None
    return reading.named(turn.text, ((site.id, site.name) for site in turn.snapshot.sites))


def fill_what_need_not_be_asked(turn: Turn) -> None:
    """Fill the empty answers that follow from the others or from the organisation."""
    conflict = turn.slots.get(CONFLICT)
    if conflict == "overslaan":
        _fill_empty(turn, {NOT_THIS_ONE: NOBODY, KIND: ANY, SITE: ANY})
    elif conflict == "ja":
        # Whom to leave out is the only other question: then it is clear whom to show.
        _fill_empty(turn, {KIND: ANY, SITE: ANY})
    else:
        if conflict is not None:
            _fill_empty(turn, {NOT_THIS_ONE: NOBODY})
        if not both_kinds(turn.snapshot):
            _fill_empty(turn, {KIND: ANY})
        # With both kinds, the question about the kind has the sites as buttons: two questions
        # at most, so that a name is never more than three taps away.
        if both_kinds(turn.snapshot) or not sites_matter(turn.snapshot):
            _fill_empty(turn, {SITE: ANY})


def _fill_empty(turn: Turn, answers: dict[str, str]) -> None:
    for slot, value in answers.items():
        if turn.slots.get(slot) is None:
            turn.remember(slot, value)


def both_kinds(snapshot: Snapshot) -> bool:
    """Say whether the organisation has internal and external advisers."""
    return len({adviser.kind for adviser in snapshot.advisers}) > 1


def sites_matter(snapshot: Snapshot) -> bool:
    """Say whether it makes a difference for which site an adviser is asked."""
    return len(snapshot.sites) > 1 and any(
        adviser.sites for adviser in snapshot.advisers if adviser.kind == "intern"
    )


def site_choice(site_id: str) -> str:
    """Return the closed value behind the button of a site."""
    return f"locatie:{site_id}"


def site_of_choice(snapshot: Snapshot, choice: str) -> str | None:
    """Return the id of the site behind a choice, or None when there is no such site (any more)."""
    ids = {site_choice(site.id): site.id for site in snapshot.sites}
    return ids.get(choice)


def site_buttons(snapshot: Snapshot) -> tuple[Button, ...]:
    """Return a button for every site, by its name."""
    return tuple(
        Button(site.name, f'/vp_zoeken{{"keuze":"{site_choice(site.id)}"}}')
        for site in snapshot.sites
    )


def ask_site(turn: Turn) -> None:
    """Ask for which site, outside the form: a refinement of advisers already shown."""
    turn.leave_form()
    turn.ask("utter_ask_vp_locatie", buttons=site_buttons(turn.snapshot))


@dataclass(frozen=True)
class _Wish:
    """What the answers ask for. `kind` None: one of each, when there are."""

    kind: Kind | None
    site: str | None
    subject: Subject | None
    without: tuple[str, ...]


def show_advisers(turn: Turn) -> None:
    """Say the advisers that fit, and what to expect of them; or what there is instead."""
    turn.remember("laatste_keuze", "vp")
    wish = _wish(turn)
    matches = _matches(turn, wish)
    if not matches:
        say_nobody_else(turn)
        return
    for number, match in enumerate(matches):
        response = _first_words(wish, match) if number == 0 else _plain_words(match)
        say_adviser(turn, match, response)
    turn.ask(_what_to_expect(turn))


def _wish(turn: Turn) -> _Wish:
    conflict, kind, site = (turn.slots.get(slot) for slot in (CONFLICT, KIND, SITE))
    excluded = turn.slots.get(NOT_THIS_ONE)
    without = (str(excluded),) if excluded and excluded != NOBODY else ()
    wanted: Kind | None = kind if kind in ("intern", "extern") else None
    if conflict == "ja" and not without:
        # Whom it is about is not said: then only somebody from outside is safe to name.
        wanted = "extern"
    return _Wish(
        kind=wanted,
        site=str(site) if site and site != ANY else None,
        subject=_subject(turn),
        without=without,
    )


def _subject(turn: Turn) -> Subject | None:
    if turn.topic is None:
        return None
    return "integriteit" if turn.topic == "misstand" else "omgangsvormen"


def _matches(turn: Turn, wish: _Wish) -> tuple[AdviserMatch, ...]:
    snapshot = turn.snapshot
    at_most = max(1, min(SHOWN_AT_ONCE, turn.room - 1))

    def find(kind: Kind | None, limit: int) -> tuple[AdviserMatch, ...]:
        return snapshot.advisers_for(
            turn.now,
            kind=kind,
            subject=wish.subject,
            site=wish.site,
            without=wish.without,
            at_most=limit,
        )

    if turn.slots.get(CONFLICT) == "ja" and not wish.without:
        return tuple(m for m in find("extern", at_most) if m.adviser.kind == "extern")
    if wish.kind is not None or at_most == 1:
        return find(wish.kind, at_most)
    mixed = [*find("intern", 1), *find("extern", 1)]
    one_of_each = {match.adviser.id: match for match in mixed}
    if len({match.adviser.kind for match in one_of_each.values()}) == 2:
        return tuple(one_of_each.values())
    return find(None, at_most)


def _first_words(wish: _Wish, match: AdviserMatch) -> str:
    """Return the response for the first adviser: it says so when a wish could not be met."""
    if wish.kind is not None and match.adviser.kind != wish.kind:
        return f"utter_vp_kaart_geen_{wish.kind}"
    if wish.subject == "integriteit" and "onderwerp" not in match.reason_codes:
        return "utter_vp_kaart_geen_integriteit"
    if wish.site is not None and "locatie" not in match.reason_codes:
        return "utter_vp_kaart_andere_locatie"
    return _plain_words(match)


def _plain_words(match: AdviserMatch) -> str:
    return "utter_vp_kaart" if match.reasons else "utter_vp_kaart_zonder_redenen"


def _what_to_expect(turn: Turn) -> str:
    if turn.role == "beschuldigde":
        return "utter_vp_verwachten_beschuldigde"
    if sites_matter(turn.snapshot) and turn.slots.get(KIND) != "extern":
        return "utter_vp_verwachten_met_locaties"
    return "utter_vp_verwachten"


def say_nobody(turn: Turn) -> None:
    """Say that no adviser is known, and what there is: a body outside, and other roads."""
    turn.leave_form()
    turn.say("utter_vp_geen", organisatie=turn.snapshot.organisation.name)
    _say_help_outside(turn)


def say_nobody_else(turn: Turn) -> None:
    """Say that nobody is left whom the trouble is not about, and what there is."""
    turn.leave_form()
    turn.say("utter_vp_geen_ander", organisatie=turn.snapshot.organisation.name)
    _say_help_outside(turn)


def _say_help_outside(turn: Turn) -> None:
    found = turn.snapshot.bodies_for(
        turn.now, topic=turn.topic or "algemeen", role=turn.role, at_most=1
    )
    for match in found:
        say_body(turn, match)
    turn.ask("utter_vervolg_geen_vp")
