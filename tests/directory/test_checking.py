"""`steunwijzer check`: what it finds, where, and on which source its advice rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from bot.directory.assembling import assemble
from bot.directory.checking import check_file, check_snapshot
from bot.directory.checks.freshness import months_later
from bot.directory.example_file import EXAMPLE_FILE
from bot.directory.findings import Finding
from bot.directory.organisation_file import parse_organisation
from bot.directory.pack import Pack
from bot.directory.snapshot import (
    Freshness,
    Leave,
    OpeningHours,
    Procedure,
    Snapshot,
)
from bot.domain.replies import Link, Phone, Step
from tests.directory.conftest import WriteFile
from tests.directory.files import RIGHT, line_of, spoiled
from tests.directory.moments import MONDAY_MORNING, moment

FRESH = Freshness(owner="HR", checked=date(2026, 11, 2), months=12)


def sound_organisation(pack: Pack) -> Snapshot:
    """Return an organisation about which there is nothing to say."""
    content = parse_organisation(RIGHT, pack).content
    safety = content.sites[0].safety
    return assemble(
        replace(
            content,
            organisation=replace(content.organisation, freshness=FRESH),
            sites=tuple(replace(site, safety=safety, freshness=FRESH) for site in content.sites),
            advisers=tuple(replace(item, freshness=FRESH) for item in content.advisers),
            complaints_procedure=_fresh(content.complaints_procedure),
            reporting_procedure=_fresh(content.reporting_procedure),
            contacts=tuple(replace(item, freshness=FRESH) for item in content.contacts),
            own_bodies=tuple(replace(item, freshness=FRESH) for item in content.own_bodies),
        ),
        pack,
        1,
    )


@pytest.fixture
def sound(pack: Pack) -> Snapshot:
    """An organisation about which there is nothing to say."""
    return sound_organisation(pack)


def _fresh(item: Any) -> Any:
    return replace(item, freshness=FRESH)


def first_adviser(snapshot: Snapshot, **fields: Any) -> Snapshot:
    """Return the organisation with its first adviser changed."""
    first, *others = snapshot.advisers
    return replace(snapshot, advisers=(replace(first, **fields), *others))


def everybody(snapshot: Snapshot, **fields: Any) -> Snapshot:
    """Return the organisation with all its advisers changed."""
    return replace(snapshot, advisers=tuple(replace(item, **fields) for item in snapshot.advisers))


def without_terms(snapshot: Snapshot) -> Snapshot:
    """Return the organisation with one step and no term in each procedure."""
    bare = Procedure("Regeling", (Step("Stap", ""),), freshness=FRESH)
    return replace(snapshot, complaints_procedure=bare, reporting_procedure=bare)


def test_there_is_nothing_to_say_about_a_sound_organisation(sound: Snapshot) -> None:
    """So that each test below finds its own thing only."""
    assert check_snapshot(sound, MONDAY_MORNING) == []


AWAY = (Leave(date(2026, 11, 20), date(2026, 12, 20), None),)

# What is changed; how serious it is; the field; part of the sentence; part of the source's title.
FINDINGS: dict[str, tuple[Callable[[Snapshot], Snapshot], str, str, str, str | None]] = {
    "nobody": (lambda s: replace(s, advisers=()), "fout", "vertrouwenspersonen",
               "geen enkele vertrouwenspersoon", None),
    "only one": (lambda s: replace(s, advisers=(replace(s.advisers[1], sites=()),)), "advies",
                 "vertrouwenspersonen", "maar één", "Arboportaal"),
    "none external": (lambda s: everybody(s, kind="intern"), "advies", "vertrouwenspersonen",
                      "geen externe", "Arboportaal"),
    "none for integrity": (lambda s: everybody(s, subjects=("omgangsvormen",)), "advies",
                           "vertrouwenspersonen", "voor integriteit", "checklist"),
    "none for conduct": (lambda s: everybody(s, subjects=("integriteit",)), "advies",
                         "vertrouwenspersonen", "voor omgangsvormen", "Arbeidsomstandighedenwet"),
    "none for a site": (lambda s: everybody(s, sites=("noord",)), "advies", "locaties[2]",
                        "Voor Zuid is er geen", None),
    "none this week": (lambda s: everybody(s, leave=AWAY), "advies", "vertrouwenspersonen",
                       "De komende week", None),
    "also HR": (lambda s: first_adviser(s, other_roles=("hr",)), "advies",
                "vertrouwenspersonen[1].andere_rollen", "Dubbele pet: Anna Eik werkt ook bij HR",
                "Arboportaal"),
    "also social worker": (lambda s: first_adviser(s, other_roles=("maatschappelijk_werk",)),
                           "advies", "vertrouwenspersonen[1].andere_rollen",
                           "maatschappelijk werker", "Arboportaal"),
    "also works council": (lambda s: first_adviser(s, other_roles=("ondernemingsraad",)), "advies",
                           "vertrouwenspersonen[1].andere_rollen", "ondernemingsraad",
                           "Stop Pesten Nu"),
    "also manager": (lambda s: first_adviser(s, other_roles=("leidinggevende",)), "advies",
                     "vertrouwenspersonen[1].andere_rollen", "leidinggevende", "Stop Pesten Nu"),
    "also director": (lambda s: first_adviser(s, other_roles=("directie",)), "advies",
                      "vertrouwenspersonen[1].andere_rollen", "directie", "Stop Pesten Nu"),
    "also company doctor": (lambda s: first_adviser(s, other_roles=("bedrijfsarts",)), "advies",
                            "vertrouwenspersonen[1].andere_rollen", "bedrijfsarts", "NVAB"),
    "also on the committee": (lambda s: first_adviser(s, other_roles=("klachtencommissie",)),
                              "advies", "vertrouwenspersonen[1].andere_rollen",
                              "klachtencommissie", "Compliance"),
    "also investigator": (lambda s: first_adviser(s, other_roles=("onderzoeker",)), "advies",
                          "vertrouwenspersonen[1].andere_rollen", "onderzoek", "Compliance"),
    "no stand-in": (lambda s: first_adviser(
        s, leave=(Leave(date(2026, 12, 1), date(2026, 12, 2), None),)), "advies",
                    "vertrouwenspersonen[1].verlof[1].vervanger", "geen vervanger", None),
    "a stand-in who is away too": (lambda s: replace(s, advisers=(
        s.advisers[0], replace(s.advisers[1], leave=(
            Leave(date(2026, 12, 31), date(2027, 1, 2), None),)))), "advies",
                                   "vertrouwenspersonen[1].verlof[1].vervanger",
                                   "in die tijd zelf ook weg", None),
    "leave that is over": (lambda s: first_adviser(
        s, leave=(Leave(date(2026, 11, 1), date(2026, 11, 2), "bram"),)), "advies",
                           "vertrouwenspersonen[1].verlof[1]", "voorbij", None),
    "no hours": (lambda s: first_adviser(s, hours=OpeningHours()), "advies",
                 "vertrouwenspersonen[1].bereikbaar", "zien niet wanneer", None),
    "the same name": (lambda s: everybody(s, name="Anna Eik"), "advies",
                      "vertrouwenspersonen[2].naam", "twee keer", None),
    "an impossible number": (lambda s: first_adviser(
        s, phones=(Phone("Anna", "030-12345", "tel:03012345"),)), "fout",
                             "vertrouwenspersonen[1].telefoon", "kan niet bestaan", None),
    "an invented number": (lambda s: first_adviser(
        s, phones=(Phone("Anna", "000-1234567", "tel:0001234567"),)), "fout",
                           "vertrouwenspersonen[1].telefoon", "verzonnen nummer", None),
    "an invented mail address": (lambda s: first_adviser(s, mail="a@voorbeeld.example"), "fout",
                                 "vertrouwenspersonen[1].mail", "verzonnen adres", None),
    "an invented link": (lambda s: first_adviser(
        s, appointment=Link("x", "https://www.Voorbeeld.example/a")), "fout",
                         "vertrouwenspersonen[1].afspraak", "verzonnen adres", None),
    "an impossible number of a site": (lambda s: replace(s, sites=(replace(
        s.sites[0], safety=(replace(s.sites[0].safety[0], phone=Phone("", "0001", "tel:0")),)),
        s.sites[1])), "fout", "locaties[1].noodnummers[1].telefoon", "verzonnen nummer", None),
    "no complaints procedure": (lambda s: replace(s, complaints_procedure=None), "advies",
                                "klachtenregeling", "geen klachtenregeling",
                                "Arbeidsomstandighedenwet"),
    "a procedure without terms": (without_terms,
                                  "advies", "klachtenregeling.stappen", "geen enkele stap",
                                  "Algemene wet bestuursrecht"),
    "a reporting procedure without terms": (without_terms, "advies",
                                            "meldregeling.stappen", "geen enkele stap",
                                            "checklist"),
    "fifty people and no reporting": (lambda s: replace(s, reporting_procedure=None), "advies",
                                      "meldregeling", "verplicht", "waar moet een meldregeling"),
    "no size": (lambda s: replace(s, organisation=replace(s.organisation, size_band=None)),
                "advies", "organisatie.omvang", "hoeveel mensen", "waar moet een meldregeling"),
    "nobody behind it": (lambda s: replace(s, organisation=replace(s.organisation, behind=None)),
                         "advies", "organisatie.beheer", "wie er achter de chat zit", None),
    "no own numbers": (lambda s: replace(s, sites=(s.sites[0], replace(s.sites[1], safety=()))),
                       "advies", "locaties[2].noodnummers", "geen eigen noodnummer", None),
    "never checked": (lambda s: first_adviser(s, freshness=Freshness()), "advies", "controle",
                      "Van 1 onderdeel", None),
    "never checked, more": (lambda s: everybody(s, freshness=Freshness()), "advies", "controle",
                            "Van 2 onderdelen", None),
    "checked too long ago": (lambda s: first_adviser(
        s, freshness=Freshness(None, date(2026, 5, 22))), "advies",
                             "vertrouwenspersonen[1].controle.op", "op 22-5-2026. Iemand", None),
    "checked in the future": (lambda s: first_adviser(
        s, freshness=Freshness("HR", date(2026, 11, 24))), "fout",
                              "vertrouwenspersonen[1].controle.op", "toekomst", None),
    "a body checked in the future": (lambda s: replace(s, bodies=tuple(
        replace(body, freshness=Freshness(None, date(2026, 11, 24))) if body.id == "huis" else body
        for body in s.bodies)), "fout", "instanties.gecontroleerd.huis", "toekomst", None),
    "bodies checked long ago": (lambda s: replace(s, bodies=tuple(
        replace(body, freshness=Freshness(None, date(2025, 11, 1)))
        if body.id in ("huis", "jl") else body
        for body in s.bodies)), "advies", "instanties.gecontroleerd", "1-11-2025: huis, jl", None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "severity", "field", "said", "source"), FINDINGS.values(), ids=FINDINGS.keys()
)
def test_a_check_finds_it(
    change: Callable[[Snapshot], Snapshot],
    severity: str,
    field: str,
    said: str,
    source: str | None,
    sound: Snapshot,
) -> None:
    """At its field, as serious as it is, with the source that the advice rests on."""
    found = [
        finding
        for finding in check_snapshot(change(sound), MONDAY_MORNING)
        if finding.field == field and said in f"{finding.message} {finding.remedy}"
    ]

    assert [finding.severity for finding in found] == [severity]
    if source is None:
        assert found[0].source is None
    else:
        assert found[0].source is not None
        assert source in found[0].source.title


# What is no problem.
FINE: dict[str, Callable[[Snapshot], Snapshot]] = {
    "a role that goes together": lambda s: first_adviser(s, other_roles=("jurist", "anders")),
    "a short number": lambda s: first_adviser(s, phones=(Phone("Anna", "4321", "tel:4321"),)),
    "112": lambda s: first_adviser(s, phones=(Phone("Anna", "112", "tel:112"),)),
    "a number abroad": lambda s: first_adviser(
        s, phones=(Phone("Anna", "+32 2 555 12 12", "tel:+3225551212"),)),
    "an appointment instead of hours": lambda s: first_adviser(
        s, hours=OpeningHours(), appointment=Link("x", "https://a.example")),
    "a remark instead of hours": lambda s: first_adviser(s, hours=OpeningHours(text="Bel gerust.")),
    "few people and no reporting": lambda s: replace(
        s, reporting_procedure=None, organisation=replace(s.organisation, size_band="10-49")),
    "a stand-in who is replaced in turn": lambda s: replace(s, advisers=(
        s.advisers[0], replace(s.advisers[1], leave=(
            Leave(date(2026, 12, 31), date(2027, 1, 2), "chris"),)))),
    "checked just in time": lambda s: first_adviser(
        s, freshness=Freshness(None, date(2026, 5, 23))),
    "checked today": lambda s: first_adviser(s, freshness=Freshness("HR", date(2026, 11, 23))),
    "a body checked today": lambda s: replace(s, bodies=tuple(
        replace(body, freshness=Freshness(None, date(2026, 11, 23))) for body in s.bodies)),
    "a body that nobody dated": lambda s: replace(s, bodies=tuple(
        body if body.own else replace(body, freshness=Freshness()) for body in s.bodies)),
    "an own limit": lambda s: first_adviser(s, freshness=Freshness(None, date(2024, 12, 1), 24)),
    "an adviser for every site": lambda s: everybody(s, sites=()),
}  # fmt: skip


@pytest.mark.parametrize("change", FINE.values(), ids=FINE.keys())
def test_a_check_leaves_it_alone(change: Callable[[Snapshot], Snapshot], sound: Snapshot) -> None:
    """No false alarms: HR stops reading when there are."""
    assert check_snapshot(change(sound), MONDAY_MORNING) == []


def test_a_stale_own_body_is_found_once(sound: Snapshot) -> None:
    """As something of HR's, not as one of the pack."""
    stale = replace(sound.bodies[0], freshness=Freshness("HR", date(2025, 1, 2)))

    found = check_snapshot(replace(sound, bodies=(stale, *sound.bodies[1:])), MONDAY_MORNING)

    assert [finding.field for finding in found] == ["instanties.eigen[1].controle.op"]


def test_mistakes_come_before_advice(sound: Snapshot) -> None:
    """What harms first."""
    spoilt = first_adviser(
        sound, other_roles=("hr",), phones=(Phone("Anna", "030-1", "tel:0301234"),) * 2
    )

    severities = [finding.severity for finding in check_snapshot(spoilt, MONDAY_MORNING)]

    assert severities == sorted(severities, key=lambda severity: severity != "fout")


def test_invented_data_is_right_in_the_example_only(monday_morning: datetime) -> None:
    """The file of the example has no mistakes; a copy of it has one for each number and address."""
    assert check_file(EXAMPLE_FILE) == []

    findings = check_file(EXAMPLE_FILE, monday_morning, example=False)

    text = EXAMPLE_FILE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "voorbeeld.example" in line or " 000-" in line]
    assert {finding.severity for finding in findings} == {"fout"}
    assert len(findings) == len([line for line in lines if not line.strip().startswith("#")])


def test_a_finding_in_a_file_has_its_line(write_file: WriteFile) -> None:
    """Of the field itself, or of the nearest part around it that is in the file."""
    text = spoiled("030-123 45 01", "030-123").replace("  omvang: 50-99\n", "")

    findings = {item.field: item.line for item in check_file(write_file(text), MONDAY_MORNING)}

    assert (
        findings["vertrouwenspersonen[1].telefoon"]
        == text.splitlines().index("    telefoon: 030-123") + 1
    )
    assert findings["organisatie.omvang"] == line_of(text, "organisatie:")
    assert findings["locaties[2].noodnummers"] == line_of(text, "- kenmerk: zuid")
    assert findings["controle"] is None


def test_a_finding_says_everything_on_one_line(write_file: WriteFile) -> None:
    """Severity, line, field, what is wrong, what to do, and the source."""
    text = spoiled("    locaties: [noord]", "    andere_rollen: [hr]")

    found = [str(item) for item in check_file(write_file(text), MONDAY_MORNING)]

    assert (
        f"advies: regel {line_of(text, 'andere_rollen')}, vertrouwenspersonen[1].andere_rollen: "
        "Dubbele pet: Anna Eik werkt ook bij HR. Dat maakt het moeilijker om in vertrouwen te "
        "praten. Zoek liever iemand anders. Bron: Arboportaal: wie stel ik aan als "
        "vertrouwenspersoon? (https://www.arboportaal.nl/onderwerpen/vertrouwenspersoon/"
        "vraag-en-antwoord/wie-stel-ik-aan-als-vertrouwenspersoon)."
    ) in found


def test_a_source_on_paper_is_named_without_an_address(sound: Snapshot) -> None:
    """Not every source is on the internet."""
    finding = check_snapshot(first_adviser(sound, other_roles=("directie",)), MONDAY_MORNING)[0]

    assert str(finding).endswith("Bron: Stop Pesten Nu: voor vertrouwenspersonen (brondocument).")


def test_check_asks_the_clock_when_no_moment_is_given(
    write_file: WriteFile, monday_morning: datetime
) -> None:
    """A command gives none."""
    path = write_file(RIGHT)

    assert check_file(path) == check_file(path, monday_morning)
    assert check_file(path) != check_file(path, moment("2027-12-24 10:00"))


def test_the_picture_of_nothing_can_be_checked(pack: Pack) -> None:
    """An empty database has findings, no errors."""
    found = check_snapshot(assemble(None, pack, 0), MONDAY_MORNING)

    assert {"vertrouwenspersonen", "klachtenregeling", "organisatie.omvang"} <= {
        finding.field for finding in found
    }


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 36, date(2029, 12, 1)),
    ],
)
def test_months_are_counted_as_people_do(day: date, months: int, later: date) -> None:
    """The same day, or the last one of a shorter month."""
    assert months_later(day, months) == later


def test_findings_are_values() -> None:
    """They can be compared and kept."""
    assert Finding("fout", 1, "a", "B.", "C.") == Finding("fout", 1, "a", "B.", "C.")
    assert str(Finding("fout", None, "a", "B.", "C.")) == "fout: a: B. C."
