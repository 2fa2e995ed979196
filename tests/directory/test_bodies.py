"""Which bodies outside somebody gets to see, in which order."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from bot.directory.assembling import assemble
from bot.directory.bodies import ROLES, TOPICS
from bot.directory.pack import Pack
from bot.directory.snapshot import (
    Body,
    BodyMatch,
    HourSpan,
    OpeningHours,
    Organisation,
    Snapshot,
)
from bot.domain.replies import Link
from tests.directory.moments import MONDAY_MORNING

ALWAYS = OpeningHours(always=True)
FRIDAY = OpeningHours(spans=(HourSpan(4, time(9), time(17)),))


def body(name: str, *topics: str, **fields: Any) -> Body:
    """Return a body for these topics, the first what it is there for."""
    return Body(id=name, name=name, purpose="", audience="", topics=topics, **fields)


def found_in(bodies: tuple[Body, ...], **asked: Any) -> list[str]:
    """Return the ids that are found, in order."""
    return ids(Snapshot(1, Organisation("x"), bodies=bodies).bodies_for(MONDAY_MORNING, **asked))


def ids(matches: tuple[BodyMatch, ...]) -> list[str]:
    """Return the ids, in order."""
    return [match.body.id for match in matches]


def test_what_a_body_is_there_for_comes_first() -> None:
    """A body that also does something comes after one that is there for it."""
    bodies = (body("ook", "pesten", "misstand"), body("juist", "misstand"), body("anders", "prive"))

    assert found_in(bodies, topic="misstand") == ["juist", "ook"]


def test_a_rank_puts_a_body_further_back() -> None:
    """For bodies that serve one sector only."""
    bodies = (body("achter", "misstand", rank=5), body("voor", "pesten", "misstand"))

    assert found_in(bodies, topic="misstand") == ["voor", "achter"]


def test_equally_specific_bodies_go_by_when_they_can_be_reached() -> None:
    """Now, not known, later; the organisation's own first."""
    bodies = (
        body("later", "pesten", hours=FRIDAY),
        body("onbekend", "pesten"),
        body("nu", "pesten", hours=ALWAYS),
        body("eigen", "pesten", hours=ALWAYS, own=True),
    )

    assert found_in(bodies, topic="pesten", at_most=4) == ["eigen", "nu", "onbekend", "later"]


def test_somebody_in_a_hurry_gets_emergency_numbers_and_open_ones_first() -> None:
    """Then how specific they are."""
    bodies = (
        body("juist", "pesten"),
        body("open", "prive", "pesten", hours=ALWAYS),
        body("nood", "prive", "vaag", "pesten", hours=ALWAYS, emergency=True),
    )

    assert found_in(bodies, topic="pesten", urgent=True) == ["nood", "open", "juist"]
    assert found_in(bodies, topic="pesten") == ["juist", "open", "nood"]


def test_a_body_for_a_role_goes_before_one_for_everybody() -> None:
    """And is not shown to another role."""
    bodies = (
        body("iedereen", "pesten"),
        body("getuige", "pesten", roles=("getuige",)),
    )

    assert found_in(bodies, topic="pesten", role="getuige") == ["getuige", "iedereen"]
    assert found_in(bodies, topic="pesten", role="beschuldigde") == ["iedereen"]
    assert found_in(bodies, topic="pesten") == ["iedereen", "getuige"]


def test_in_a_crisis_nobody_is_asked_for_their_role() -> None:
    """A number that helps is shown to everybody."""
    bodies = (body("csg", "crisis_seksueel_geweld", roles=("slachtoffer",)),)

    assert found_in(bodies, topic="crisis_seksueel_geweld", role="beschuldigde") == ["csg"]


def test_a_topic_without_bodies_gets_the_general_ones() -> None:
    """Also when the role leaves none."""
    bodies = (body("oor", "algemeen"), body("csg", "seksuele_intimidatie", roles=("getuige",)))

    assert found_in(bodies, topic="werkdruk") == ["oor"]
    assert found_in(bodies, topic="seksuele_intimidatie", role="beschuldigde") == ["oor"]
    assert found_in((), topic="werkdruk") == []


def test_at_most_is_at_most() -> None:
    """Three, unless somebody asks for more or none."""
    bodies = tuple(body(str(number), "pesten") for number in range(5))

    assert found_in(bodies, topic="pesten") == ["0", "1", "2"]
    assert len(found_in(bodies, topic="pesten", at_most=9)) == 5
    assert found_in(bodies, topic="pesten", at_most=0) == []


def test_a_topic_that_is_named_twice_counts_once() -> None:
    """The first place."""
    assert found_in((body("a", "pesten", "pesten"),), topic="pesten") == ["a"]


def test_unknown_hours_send_to_the_website_when_there_is_one() -> None:
    """Otherwise it is said that they are not known."""
    with_site = body("a", "pesten", links=(Link("Website", "https://a.example"),))
    snapshot = Snapshot(1, Organisation("x"), bodies=(with_site, body("b", "pesten")))

    texts = [
        match.availability.text for match in snapshot.bodies_for(MONDAY_MORNING, topic="pesten")
    ]

    assert texts == [
        "Kijk op de website voor de openingstijden.",
        "De openingstijden zijn niet bekend.",
    ]


def test_a_body_is_found_by_id(pack: Pack) -> None:
    """None when it is unknown or switched off."""
    snapshot = assemble(None, pack, 0)

    found = snapshot.body("csg")

    assert found is not None
    assert found.phones[0].number == "0800-0188"
    assert snapshot.body("vakbond") is None
    assert snapshot.body("onzin") is None


@pytest.mark.parametrize("role", [None, *ROLES])
@pytest.mark.parametrize("topic", TOPICS)
def test_the_pack_has_somebody_for_every_topic_and_role(
    topic: str, role: str | None, pack: Pack
) -> None:
    """Nobody stands before an empty list."""
    assert assemble(None, pack, 0).bodies_for(MONDAY_MORNING, topic=topic, role=role)


FIRST = {
    "crisis_suicide": ["113", "112"],
    "crisis_acuut_gevaar": ["112"],
    "crisis_seksueel_geweld": ["csg", "112"],
    "misstand": ["huis"],
    "discriminatie": ["discriminatie_nl", "crm"],
    "prive": ["veilig_thuis"],
    "politie": ["politie"],
    "juridisch": ["jl"],
    "psychisch": ["mind"],
    "vaag": ["luisterlijn"],
    "seksuele_intimidatie": ["csg"],
    "agressie_geweld": ["shn"],
}


@pytest.mark.parametrize(("topic", "first"), FIRST.items())
def test_the_body_that_is_there_for_it_comes_first(
    topic: str, first: list[str], pack: Pack
) -> None:
    """A table of what a professional would name first."""
    found = assemble(None, pack, 0).bodies_for(MONDAY_MORNING, topic=topic)

    assert ids(found)[: len(first)] == first


def test_all_authorities_for_wrongdoing_can_be_named(pack: Pack) -> None:
    """The nine of the law."""
    found = assemble(None, pack, 0).bodies_for(MONDAY_MORNING, topic="misstand", at_most=20)

    assert {"huis", "acm", "afm", "anvs", "ap", "dnb", "igj", "nvwa", "nza"} <= set(ids(found))
