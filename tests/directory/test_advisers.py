"""Which advisers somebody gets to see, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.snapshot import (
    Adviser,
    AdviserMatch,
    Department,
    HourSpan,
    Leave,
    OpeningHours,
    Organisation,
    Site,
    Snapshot,
)
from tests.directory.contents import contents
from tests.directory.moments import MONDAY_MORNING, moment

OFFICE = OpeningHours(spans=tuple(HourSpan(day, time(9), time(17)) for day in range(5)))
TUESDAY = OpeningHours(spans=(HourSpan(1, time(9), time(17)),))
FRIDAY = OpeningHours(spans=(HourSpan(4, time(9), time(17)),))
SITES = (Site("noord", "Noord"), Site("zuid", "Zuid"))


def adviser(name: str, **fields: Any) -> Adviser:
    """Return an adviser who is in the office on working days, unless a test says otherwise."""
    usual: dict[str, Any] = {
        "id": name.casefold(),
        "name": name,
        "kind": "intern",
        "subjects": ("omgangsvormen",),
        "hours": OFFICE,
    }
    return Adviser(**{**usual, **fields})


def snapshot_of(*advisers: Adviser) -> Snapshot:
    """Return an organisation with these advisers at two sites."""
    return Snapshot(
        revision=1,
        organisation=Organisation("De Eik"),
        sites=SITES,
        advisers=advisers,
        departments=(Department("zorg", "Zorg"),),
    )


def names(matches: tuple[AdviserMatch, ...]) -> list[str]:
    """Return the names of those who were found, in order."""
    return [match.adviser.name for match in matches]


def test_without_wishes_everybody_fits_in_the_order_of_the_organisation() -> None:
    """HR decides who comes first."""
    snapshot = snapshot_of(adviser("Anna"), adviser("Bram"), adviser("Chris"), adviser("Dina"))

    assert names(snapshot.advisers_for(MONDAY_MORNING)) == ["Anna", "Bram", "Chris"]
    assert names(snapshot.advisers_for(MONDAY_MORNING, at_most=4))[-1] == "Dina"
    assert snapshot.advisers_for(MONDAY_MORNING, at_most=0) == ()


def test_who_can_be_reached_sooner_comes_first() -> None:
    """Now, within a day, at a time nobody knows, later."""
    snapshot = snapshot_of(
        adviser("Later", hours=FRIDAY),
        adviser("Onbekend", hours=OpeningHours()),
        adviser("Morgen", hours=TUESDAY),
        adviser("Nu"),
    )

    found = snapshot.advisers_for(MONDAY_MORNING, at_most=4)

    assert names(found) == ["Nu", "Morgen", "Onbekend", "Later"]
    assert [match.availability.state for match in found] == [
        "nu_bereikbaar",
        "later_bereikbaar",
        "onbekend",
        "later_bereikbaar",
    ]


WISHES = [
    ({"kind": "extern"}, "soort", "werkt niet bij je organisatie"),
    ({"kind": "intern"}, "soort", "werkt in je eigen organisatie"),
    ({"subject": "integriteit"}, "onderwerp", "is er voor integriteit en misstanden"),
    ({"subject": "omgangsvormen"}, "onderwerp", "is er voor ongewenste omgangsvormen"),
    ({"site": "zuid"}, "locatie", "is er voor Zuid"),
    ({"site": "noord"}, "locatie", "is er voor alle locaties"),
    ({"language": "pl"}, "taal", "spreekt Pools"),
    ({"gender": "vrouw"}, "gender", "is een vrouw"),
    ({"gender": "man"}, "gender", "is een man"),
]


@pytest.mark.parametrize(("wish", "code", "words"), WISHES)
def test_a_wish_that_is_met_is_said(wish: dict[str, Any], code: str, words: str) -> None:
    """The first one meets it, and says so in words and in a code."""
    snapshot = snapshot_of(
        adviser("Anna", gender="vrouw", languages=("nl", "pl")),
        adviser("Ede", kind="extern", gender="man", subjects=("integriteit",), sites=("zuid",)),
    )
    if wish == {"site": "zuid"}:
        snapshot = snapshot_of(*reversed(snapshot.advisers))

    first = snapshot.advisers_for(MONDAY_MORNING, **wish)[0]

    assert (first.reason_codes, first.reasons) == (
        (code, "nu_bereikbaar"),
        (words, "is nu bereikbaar"),
    )


def test_who_does_not_meet_a_wish_is_left_out() -> None:
    """Somebody asks for a woman, and gets women."""
    snapshot = snapshot_of(adviser("Man", gender="man"), adviser("Vrouw", gender="vrouw"))

    assert names(snapshot.advisers_for(MONDAY_MORNING, gender="vrouw")) == ["Vrouw"]


def test_wishes_that_nobody_meets_together_go_last_named_first() -> None:
    """Kind before subject, before site, before language, before gender."""
    snapshot = snapshot_of(
        adviser("Intern", gender="vrouw", languages=("nl", "tr")),
        adviser("Extern", kind="extern", gender="man", subjects=("integriteit",)),
    )

    found = snapshot.advisers_for(
        MONDAY_MORNING, kind="extern", subject="integriteit", language="tr", gender="vrouw"
    )

    assert names(found) == ["Extern"]
    assert found[0].reason_codes == ("soort", "onderwerp", "nu_bereikbaar")


@pytest.mark.parametrize(
    "wish", [{"site": "maan"}, {"language": "xx"}, {"gender": "x"}, {"kind": "robot"}]
)
def test_a_wish_for_what_is_not_there_is_let_go(wish: dict[str, Any]) -> None:
    """Nobody is sent away because of a word that the directory does not know."""
    found = snapshot_of(adviser("Anna")).advisers_for(MONDAY_MORNING, **wish)

    assert names(found) == ["Anna"]
    assert found[0].reason_codes == ("nu_bereikbaar",)


def test_no_sites_is_every_site() -> None:
    """Who is there for all of them is there for this one."""
    snapshot = snapshot_of(
        adviser("Noord", sites=("noord",)), adviser("Zuid", sites=("zuid",)), adviser("Overal")
    )

    assert names(snapshot.advisers_for(MONDAY_MORNING, site="zuid")) == ["Zuid", "Overal"]


def test_the_one_it_is_about_is_never_named() -> None:
    """Also when nobody else is left, and also not as a wish that is let go."""
    snapshot = snapshot_of(adviser("Anna"), adviser("Bram"))

    assert names(snapshot.advisers_for(MONDAY_MORNING, without=("anna",))) == ["Bram"]
    assert snapshot.advisers_for(MONDAY_MORNING, without=("anna", "bram")) == ()
    assert names(snapshot.advisers_for(MONDAY_MORNING, without=("niemand",))) == ["Anna", "Bram"]


def test_who_is_close_to_the_one_it_is_about_comes_last() -> None:
    """Closeness works both ways, whoever HR wrote it with."""
    snapshot = snapshot_of(
        adviser("Anna", close_to=("dader", "onbekend")),
        adviser("Dader", close_to=("bram",)),
        adviser("Bram"),
        adviser("Later", hours=FRIDAY),
    )

    found = snapshot.advisers_for(MONDAY_MORNING, without=("dader",))

    assert names(found) == ["Later", "Anna", "Bram"]
    assert found[0].reasons == ("is niet degene over wie het gaat",)


def test_who_is_close_to_the_managers_of_a_department_comes_last() -> None:
    """When the trouble is with those."""
    snapshot = snapshot_of(adviser("Anna", close_to_leadership=("zorg",)), adviser("Bram"))

    assert names(snapshot.advisers_for(MONDAY_MORNING, department="zorg")) == ["Bram", "Anna"]
    assert names(snapshot.advisers_for(MONDAY_MORNING, department="ict")) == ["Anna", "Bram"]


def on_leave(stand_in: str | None) -> tuple[Leave, ...]:
    """Return leave around the Monday of the tests."""
    return (Leave(date(2026, 11, 20), date(2026, 11, 30), stand_in),)


def test_somebody_on_leave_is_replaced_by_the_stand_in() -> None:
    """Whose name is said, with for whom; on the day after the leave it is over."""
    snapshot = snapshot_of(
        adviser("Anna", sites=("noord",), leave=on_leave("bram")), adviser("Bram", sites=("zuid",))
    )

    found = snapshot.advisers_for(MONDAY_MORNING, site="noord")

    assert names(found) == ["Bram"]
    assert found[0].standing_in_for == "Anna"
    assert found[0].reasons == ("is er voor Noord", "is nu bereikbaar", "vervangt Anna")
    after = snapshot.advisers_for(moment("2026-12-01 10:00"), site="noord")
    assert (names(after), after[0].standing_in_for) == (["Anna"], None)


def test_a_stand_in_takes_over_site_and_subject_but_not_who_they_are() -> None:
    """Kind, language and gender are asked of whoever answers."""
    snapshot = snapshot_of(
        adviser("Anna", kind="extern", subjects=("integriteit",), leave=on_leave("bram")),
        adviser("Bram"),
        adviser("Chris", kind="extern"),
    )

    assert names(snapshot.advisers_for(MONDAY_MORNING, subject="integriteit")) == ["Bram"]
    assert names(snapshot.advisers_for(MONDAY_MORNING, kind="extern")) == ["Chris"]


def test_a_stand_in_who_fits_anyway_is_named_once_in_their_own_right() -> None:
    """Not "vervangt Anna" when that does not matter."""
    snapshot = snapshot_of(
        adviser("Anna", leave=on_leave("bram")),
        adviser("Chris", leave=on_leave("bram")),
        adviser("Bram"),
    )

    found = snapshot.advisers_for(MONDAY_MORNING)

    assert [(match.adviser.name, match.standing_in_for) for match in found] == [("Bram", None)]


def test_a_stand_in_for_two_is_named_once() -> None:
    """For the first of them."""
    snapshot = snapshot_of(
        adviser("Anna", sites=("noord",), leave=on_leave("bram")),
        adviser("Chris", sites=("noord",), leave=on_leave("bram")),
        adviser("Bram", sites=("zuid",)),
    )

    found = snapshot.advisers_for(MONDAY_MORNING, site="noord")

    assert [(match.adviser.name, match.standing_in_for) for match in found] == [("Bram", "Anna")]


@pytest.mark.parametrize("stand_in", [None, "niemand"])
def test_leave_without_a_stand_in_says_when_somebody_is_back(stand_in: str | None) -> None:
    """They stay in the list, with the day."""
    snapshot = snapshot_of(adviser("Anna", leave=on_leave(stand_in)))

    match = snapshot.advisers_for(MONDAY_MORNING)[0]

    assert match.availability.text == (
        "Met verlof. Weer bereikbaar vanaf dinsdag 1 december om 9.00 uur."
    )


def test_a_stand_in_on_leave_is_replaced_in_turn() -> None:
    """The last in the row is named, for the first."""
    snapshot = snapshot_of(
        adviser("Anna", sites=("noord",), leave=on_leave("bram")),
        adviser("Bram", sites=("zuid",), leave=on_leave("chris")),
        adviser("Chris", sites=("zuid",)),
    )

    found = snapshot.advisers_for(MONDAY_MORNING, site="noord")

    assert [(match.adviser.name, match.standing_in_for) for match in found] == [("Chris", "Anna")]


def test_stand_ins_in_a_circle_do_not_hang() -> None:
    """A file cannot hold them, but a picture could: then nobody stands in."""
    snapshot = snapshot_of(
        adviser("Anna", leave=on_leave("bram")), adviser("Bram", leave=on_leave("anna"))
    )

    found = snapshot.advisers_for(MONDAY_MORNING)

    assert [(match.adviser.name, match.standing_in_for) for match in found] == [
        ("Anna", None),
        ("Bram", None),
    ]


def test_the_one_it_is_about_does_not_stand_in() -> None:
    """Then who is on leave stays, with the day they are back."""
    snapshot = snapshot_of(
        adviser("Anna", leave=on_leave("dader")), adviser("Dader"), adviser("Bram")
    )

    found = snapshot.advisers_for(MONDAY_MORNING, without=("dader",))

    assert names(found) == ["Bram", "Anna"]
    assert found[1].standing_in_for is None


def test_a_stand_in_close_to_the_one_it_is_about_comes_last() -> None:
    """It is about whoever answers."""
    snapshot = snapshot_of(
        adviser("Anna", leave=on_leave("bram")),
        adviser("Bram", close_to=("dader",)),
        adviser("Dader"),
        adviser("Chris", hours=FRIDAY),
    )

    assert names(snapshot.advisers_for(MONDAY_MORNING, without=("dader",))) == ["Chris", "Bram"]


def test_nobody_is_an_empty_answer() -> None:
    """No adviser, no error."""
    assert snapshot_of().advisers_for(MONDAY_MORNING, kind="extern", without=("x",)) == ()


def test_an_adviser_is_found_by_id() -> None:
    """None when there is none of that id."""
    snapshot = snapshot_of(adviser("Anna"))

    assert snapshot.adviser("anna") == snapshot.advisers[0]
    assert snapshot.adviser("bram") is None


def test_many_days_do_not_pile_up() -> None:
    """What was worked out for old days is dropped."""
    snapshot = snapshot_of(adviser("Anna"))
    for day in range(1, 30):
        snapshot.prepare(moment(f"2026-11-{day:02d} 10:00"))

    assert len(snapshot._advisers._days) <= 8
    assert len(snapshot._bodies._plans) <= 8


def test_a_copy_with_other_advisers_answers_for_itself() -> None:
    """Indices belong to one picture."""
    first = snapshot_of(adviser("Anna"))

    second = replace(first, advisers=(adviser("Bram"),))

    assert names(second.advisers_for(MONDAY_MORNING)) == ["Bram"]
    assert names(first.advisers_for(MONDAY_MORNING)) == ["Anna"]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), content=contents())
def test_whatever_is_asked_the_promises_hold(data: st.DataObject, content: Any) -> None:
    """Never the one it is about, nobody twice, at most as many as asked, somebody when there is."""
    snapshot = Snapshot(
        revision=1,
        organisation=content.organisation,
        sites=content.sites,
        advisers=content.advisers,
    )
    ids = [item.id for item in content.advisers]
    without = tuple(data.draw(st.lists(st.sampled_from(ids), max_size=2))) if ids else ()
    at_most = data.draw(st.integers(0, 5))

    found = snapshot.advisers_for(
        MONDAY_MORNING,
        kind=data.draw(st.sampled_from([None, "intern", "extern"])),
        subject=data.draw(st.sampled_from([None, "omgangsvormen", "integriteit"])),
        site=data.draw(st.sampled_from([None, *(site.id for site in content.sites)])),
        language=data.draw(st.sampled_from([None, "nl", "en"])),
        gender=data.draw(st.sampled_from([None, "vrouw", "man"])),
        without=without,
        at_most=at_most,
    )

    shown = [match.adviser.id for match in found]
    assert len(shown) == len(set(shown)) <= at_most
    assert not set(shown) & set(without)
    assert all(len(match.reasons) == len(match.reason_codes) for match in found)
    assert all(reason for match in found for reason in match.reasons)
    if at_most and set(ids) - set(without):
        assert shown
