"""From a wish to a named adviser: what is asked, what is not, and who is shown."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.calling import Answer, Ask

SEARCHED: dict[str, Any] = {
    "vp_conflict": "nee",
    "vp_niet": "geen",
    "vp_soort": "geen_voorkeur",
    "vp_locatie": "geen_voorkeur",
}


def names(answer: Answer) -> list[str]:
    """Return the names on the cards."""
    return [m["custom"]["name"] for m in answer.messages if m["custom"]]


@pytest.mark.usefixtures("organisation")
class TestWhatIsAsked:
    """The form is started only when something is left to ask."""

    def test_a_bare_question_starts_with_the_conflict_guard(self, ask: Ask) -> None:
        """The site is not asked apart: the question about the kind has the sites as buttons."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken")

        assert answer.form == "vp_form"
        assert answer.messages == []
        assert "vp_conflict" not in answer.slots
        assert answer.slots["vp_locatie"] == "geen_voorkeur"

    def test_skipping_shows_one_of_each_kind_at_once(self, ask: Ask) -> None:
        """Nobody has to answer a question to see a name."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="overslaan")

        assert answer.form == "unchanged"
        assert names(answer) == ["Anna de Groot", "Carla Smit"]

    def test_a_wish_for_somebody_from_outside_is_met_without_a_question(self, ask: Ask) -> None:
        """The one thing that was said is enough."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", text="liever een externe")

        assert names(answer) == ["Carla Smit"]
        assert answer.slots["vp_soort"] == "extern"

    def test_the_button_for_inside_still_asks_about_a_conflict(self, ask: Ask) -> None:
        """An adviser from inside may be the one it is about."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="intern")

        assert answer.form == "vp_form"
        assert answer.slots["vp_soort"] == "intern"

    def test_a_named_site_is_understood_at_once(self, ask: Ask) -> None:
        """ "Wie is de vp in Zuiderpark" is answered with who is there."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", text="wie is de vp in zuiderpark")

        assert names(answer)[0] == "Bram Visser"
        assert answer.slots["vp_locatie"] == "zuid"

    def test_what_was_answered_before_is_not_asked_again(self, ask: Ask) -> None:
        """The same question twice would be no conversation."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", **SEARCHED)

        assert answer.form == "unchanged"
        assert answer.cards == ["adviser", "adviser"]

    def test_somebody_else_starts_the_questions_anew(self, ask: Ask) -> None:
        """ "Iemand anders" forgets the answers."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="anders", **SEARCHED)

        assert answer.form == "vp_form"
        assert answer.slots["vp_conflict"] is None

    def test_an_adviser_who_is_involved_is_asked_for_by_name(self, ask: Ask) -> None:
        """The guard needs no first question when it is already said."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="betrokken", **SEARCHED)

        assert answer.form == "vp_form"
        assert answer.slots["vp_conflict"] == "ja"
        assert answer.slots["vp_niet"] is None

    def test_another_site_can_be_asked_for_afterwards(self, ask: Ask) -> None:
        """A button for each site; the choice is a closed value."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="locatie", **SEARCHED)

        assert answer.responses == ["utter_ask_vp_locatie"]
        assert answer.buttons() == ["Noorderhof", "Zuiderpark"]

    def test_choosing_that_site_shows_who_is_there(self, ask: Ask) -> None:
        """The choice leads to names, not to another question."""
        answer = ask(
            "action_vp_zoeken",
            intent="vp_zoeken",
            choice="locatie:zuid",
            **SEARCHED | {"vp_soort": "extern"},
        )

        assert names(answer)[0] == "Bram Visser"

    def test_a_site_that_is_no_more_is_not_kept(self, ask: Ask) -> None:
        """An old button cannot put an unknown id in a slot."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="locatie:weg")

        assert answer.slots["vp_locatie"] == "geen_voorkeur"


@pytest.mark.usefixtures("organisation")
class TestWhoIsShown:
    """Two at most, with card, reasons and what to expect."""

    def test_the_card_has_every_way_to_reach_the_adviser(self, ask: Ask) -> None:
        """The mail has a subject that says nothing of the matter."""
        card = ask("action_vp_tonen", **SEARCHED | {"vp_soort": "extern"}).messages[0]["custom"]

        assert card["type"] == "adviser"
        assert card["phones"][0]["number"] == "000-2000001"
        assert card["mail_href"] == (
            "mailto:carla%40buiten.voorbeeld.example?subject=Vraag%20om%20een%20gesprek"
        )
        assert card["availability"] == "nu_bereikbaar"
        assert card["reasons"]

    def test_the_words_say_what_the_card_says(self, ask: Ask) -> None:
        """A channel without cards loses nothing that one needs."""
        message = ask("action_vp_tonen", **SEARCHED | {"vp_soort": "extern"}).messages[0]

        assert message["naam"] == "Carla Smit"
        assert "000-2000001" in message["contact"]
        assert "carla@buiten.voorbeeld.example" in message["contact"]

    def test_integrity_is_for_advisers_who_do_that(self, ask: Ask) -> None:
        """With wrongdoing Anna, who does not do integrity, is not shown."""
        answer = ask("action_vp_tonen", onderwerp="misstand", **SEARCHED)

        assert names(answer) == ["Bram Visser", "Carla Smit"]

    def test_who_is_involved_is_never_shown(self, ask: Ask) -> None:
        """The conflict guard holds whatever else is wished."""
        answer = ask("action_vp_tonen", **SEARCHED | {"vp_conflict": "ja", "vp_niet": "anna"})

        assert "Anna de Groot" not in names(answer)

    def test_without_a_name_only_somebody_from_outside_is_shown(self, ask: Ask) -> None:
        """Who does not want to say whom it is about is safe with an external adviser."""
        answer = ask("action_vp_tonen", **SEARCHED | {"vp_conflict": "ja"})

        assert names(answer) == ["Carla Smit"]

    def test_the_accused_hears_to_say_so_at_the_first_contact(self, ask: Ask) -> None:
        """The same adviser does not help both."""
        answer = ask("action_vp_tonen", rol="beschuldigde", **SEARCHED)

        assert answer.responses[-1] == "utter_vp_verwachten_beschuldigde"

    def test_after_the_names_comes_what_to_expect(self, ask: Ask) -> None:
        """And a way on: sites, because they matter here."""
        answer = ask("action_vp_tonen", **SEARCHED)

        assert answer.responses[-1] == "utter_vp_verwachten_met_locaties"
        assert answer.slots["laatste_vraag"] == "utter_vp_verwachten_met_locaties"
        assert answer.slots["laatste_keuze"] == "vp"


class TestOtherOrganisations:
    """What there is, is offered; what there is not, is said."""

    @pytest.mark.parametrize("organisation", ["geen_vp"], indirect=True)
    def test_without_advisers_that_is_said_and_help_outside_offered(
        self, organisation: object, ask: Ask
    ) -> None:
        """No dead end: a body outside and other roads."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken")

        assert answer.responses == [
            "utter_vp_geen",
            "utter_instantie_kosten_anoniem",
            "utter_vervolg_geen_vp",
        ]

    @pytest.mark.parametrize("organisation", ["leeg"], indirect=True)
    def test_with_nothing_at_all_there_is_still_a_way_on(
        self, organisation: object, ask: Ask
    ) -> None:
        """An organisation that entered only its name."""
        assert ask("action_vp_zoeken", intent="vp_zoeken").responses == [
            "utter_vp_geen",
            "utter_vervolg_geen_vp",
        ]

    @pytest.mark.parametrize("organisation", ["alleen_intern"], indirect=True)
    def test_a_wish_that_nobody_meets_is_let_go_and_said(
        self, organisation: object, ask: Ask
    ) -> None:
        """Asked for an external adviser where there is none."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken", choice="extern")

        assert answer.responses[0] == "utter_vp_kaart_geen_extern"

    @pytest.mark.parametrize("organisation", ["alleen_intern"], indirect=True)
    def test_without_anybody_from_outside_a_conflict_leads_out_of_the_organisation(
        self, organisation: object, ask: Ask
    ) -> None:
        """Nobody who may be involved is named."""
        answer = ask("action_vp_tonen", **SEARCHED | {"vp_conflict": "ja"})

        assert answer.responses[0] == "utter_vp_geen_ander"
        assert "adviser" not in answer.cards

    @pytest.mark.parametrize("organisation", ["alleen_intern"], indirect=True)
    def test_with_one_kind_the_second_question_is_the_site(
        self, organisation: object, ask: Ask
    ) -> None:
        """Two questions at most: conflict and site."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken")

        assert answer.slots["vp_soort"] == "geen_voorkeur"
        assert "vp_locatie" not in answer.slots

    @pytest.mark.parametrize("organisation", ["alleen_extern"], indirect=True)
    def test_a_wish_for_inside_where_there_is_only_outside_is_said(
        self, organisation: object, ask: Ask
    ) -> None:
        """The other way round."""
        answer = ask("action_vp_tonen", **SEARCHED | {"vp_soort": "intern"})

        assert answer.responses[0] == "utter_vp_kaart_geen_intern"

    @pytest.mark.parametrize("organisation", ["alleen_extern"], indirect=True)
    def test_with_one_kind_and_no_sites_that_matter_only_the_conflict_is_asked(
        self, organisation: object, ask: Ask
    ) -> None:
        """Everything else is filled at once."""
        answer = ask("action_vp_zoeken", intent="vp_zoeken")

        assert answer.slots["vp_soort"] == answer.slots["vp_locatie"] == "geen_voorkeur"
