"""What a picture of the organisation answers besides advisers and bodies."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import time

import pytest

from bot.directory.assembling import assemble
from bot.directory.pack import Pack
from bot.directory.snapshot import (
    Clock,
    HourSpan,
    OpeningHours,
    Organisation,
    OwnContact,
    SafetyContact,
    Site,
    Snapshot,
)
from bot.domain.replies import Phone

BHV = SafetyContact(
    "bhv",
    Phone("BHV", "030-1234500", "tel:0301234500"),
    OpeningHours(
        spans=tuple(HourSpan(day, time(8), time(18)) for day in range(5)), closed_on_holidays=False
    ),
)
GUARD = SafetyContact(
    "beveiliging", Phone("Beveiliging", "4321", "tel:4321"), OpeningHours(always=True)
)
ALARM = SafetyContact("noodnummer", Phone("Intern noodnummer", "5555", "tel:5555"))
NORTH, SOUTH = Site("noord", "Noord", (BHV, GUARD)), Site("zuid", "Zuid", (ALARM,))


def snapshot_at(*sites: Site) -> Snapshot:
    """Return an organisation with these sites."""
    return Snapshot(1, Organisation("De Eik"), sites=sites)


def labels(phones: tuple[Phone, ...]) -> list[str]:
    """Return what is said of the numbers."""
    return [phone.label for phone in phones]


def test_the_emergency_numbers_of_a_site_come_with_their_hours() -> None:
    """Whose number it is, where, and when it is answered if somebody said so."""
    assert labels(snapshot_at(NORTH, SOUTH).emergency_contacts("noord")) == [
        "BHV, Noord (werkdagen: 8.00 tot 18.00 uur)",
        "Beveiliging, Noord (dag en nacht)",
    ]


@pytest.mark.parametrize("site", [None, "maan"])
def test_without_a_site_the_numbers_of_all_sites_are_given(site: str | None) -> None:
    """Somebody in danger is not asked where they are first."""
    assert [phone.number for phone in snapshot_at(NORTH, SOUTH).emergency_contacts(site)] == [
        "030-1234500",
        "4321",
        "5555",
    ]


def test_the_only_site_is_not_named() -> None:
    """Nobody doubts where that is."""
    assert labels(snapshot_at(SOUTH).emergency_contacts()) == ["Intern noodnummer"]


def test_no_emergency_numbers_is_an_empty_answer() -> None:
    """112 comes from elsewhere."""
    assert snapshot_at(Site("noord", "Noord")).emergency_contacts("noord") == ()
    assert snapshot_at().emergency_contacts() == ()


def test_a_contact_is_found_by_role() -> None:
    """None when the organisation has none."""
    contact = OwnContact("hr", "HR")
    snapshot = Snapshot(1, Organisation("De Eik"), contacts=(contact, OwnContact("hr", "Nog een")))

    assert snapshot.contact("hr") == contact
    assert snapshot.contact("bedrijfsarts") is None


def test_terms_are_found_by_road() -> None:
    """In their order; nothing for an unknown road."""
    clocks = tuple(Clock(name, road, "", "", "") for name, road in ("ab", "cd", "eb"))
    snapshot = Snapshot(1, Organisation("De Eik"), clocks=clocks)

    assert [clock.id for clock in snapshot.clocks_for("b")] == ["a", "e"]
    assert snapshot.clocks_for("weg") == ()


@pytest.mark.parametrize(
    "road", ["seksueel_geweld", "misstand", "klacht", "juridisch", "discriminatie"]
)
def test_every_road_of_the_pack_has_terms_with_a_source(road: str, pack: Pack) -> None:
    """What is told as a term can be looked up."""
    clocks = assemble(None, pack, 0).clocks_for(road)

    assert clocks
    assert all(clock.source and clock.source.href.startswith("https://") for clock in clocks)


def test_definitions_and_rules_of_law_are_found_by_id(pack: Pack) -> None:
    """None when unknown, or not sure enough to be told."""
    snapshot = assemble(None, pack, 0)

    definition, law = snapshot.definition("pesten"), snapshot.law("wbk_17e")

    assert definition is not None
    assert definition.term == "Pesten"
    assert law is not None
    assert law.article == "artikel 17e"
    assert snapshot.definition("onzin") is None
    assert snapshot.law("avg") is None


def test_a_picture_cannot_be_changed() -> None:
    """Another thread may be looking at it."""
    snapshot = snapshot_at(NORTH)

    with pytest.raises(FrozenInstanceError):
        snapshot.revision = 2  # type: ignore[misc]


def test_equal_pictures_are_equal() -> None:
    """What was worked out does not count."""
    assert snapshot_at(NORTH) == snapshot_at(NORTH)
    assert snapshot_at(NORTH) != snapshot_at(SOUTH)
    assert "AdviserIndex" not in repr(snapshot_at(NORTH))


def test_the_contract_can_be_imported_from_one_place() -> None:
    """Others code against these names."""
    from bot.directory import snapshot

    assert all(hasattr(snapshot, name) for name in snapshot.__all__)
