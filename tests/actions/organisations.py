"""Invented organisations, small enough to know by heart: whole, empty, something missing."""

from __future__ import annotations

import dataclasses
from datetime import datetime, time

from bot.directory.snapshot import (
    Adviser,
    Body,
    Clock,
    HourSpan,
    OpeningHours,
    Organisation,
    OwnContact,
    Procedure,
    SafetyContact,
    Site,
    Snapshot,
)
from bot.domain import clock
from bot.domain.replies import Link, Phone, Source, Step

WEEKDAYS = tuple(HourSpan(day, time(9), time(17)) for day in range(5))
OFFICE = OpeningHours(spans=WEEKDAYS)
# A Tuesday morning: office hours, no holiday.
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=clock.AMSTERDAM)


def phone(number: str, label: str = "telefoon") -> Phone:
    """Return a number that cannot ring."""
    return Phone(label, number, f"tel:{number.replace('-', '')}")


ANNA = Adviser(
    id="anna",
    name="Anna de Groot",
    kind="intern",
    subjects=("omgangsvormen",),
    sites=("noord",),
    languages=("nl", "en"),
    phones=(phone("000-1000001"),),
    mail="anna@voorbeeld.example",
    hours=OFFICE,
)
BRAM = Adviser(
    id="bram",
    name="Bram Visser",
    kind="intern",
    subjects=("omgangsvormen", "integriteit"),
    sites=("zuid",),
    phones=(phone("000-1000002"),),
    appointment=Link("Afspraak maken", "https://www.voorbeeld.example/afspraak"),
)
CARLA = Adviser(
    id="carla",
    name="Carla Smit",
    kind="extern",
    subjects=("omgangsvormen", "integriteit"),
    phones=(phone("000-2000001"),),
    mail="carla@buiten.voorbeeld.example",
    hours=OFFICE,
)
SITES = (
    Site("noord", "Noorderhof", (SafetyContact("noodnummer", phone("000-9000001", "Noodnummer")),)),
    Site("zuid", "Zuiderpark"),
)
STEPS = (
    Step("Stuur je klacht", "Schrijf op wat er gebeurde.", "binnen een jaar"),
    Step("De commissie hoort jullie", "Apart als je dat wilt.", "binnen vier weken"),
    Step("De directie beslist", "Je krijgt het op papier."),
)
SOURCE = Source("Een bron", "https://www.voorbeeld.example/bron", "2026-11-21", "high")
COMPLAINTS = Procedure(
    title="Klachtenregeling",
    steps=STEPS,
    informal_steps=(Step("Praat met HR", "Zij denken mee."),),
    committee="de klachtencommissie",
    committee_phones=(phone("000-3000001"),),
    committee_mail="klacht@voorbeeld.example",
    source=SOURCE,
)
REPORTING = Procedure(title="Meldregeling", steps=STEPS[:2], source=SOURCE)
USUAL = Procedure(title="Zo gaat het meestal", steps=STEPS)
BODIES = (
    Body(
        id="luisterlijn",
        name="De Luisterlijn",
        purpose="Iemand die luistert, dag en nacht.",
        audience="iedereen",
        topics=("psychisch", "algemeen", "pesten"),
        phones=(phone("000-4000001"),),
        links=(Link("Website", "https://www.voorbeeld.example/luister"),),
        hours=OpeningHours(always=True),
        cost="gewone belkosten",
        anonymous="ja",
        source=SOURCE,
    ),
    Body(
        id="loket",
        name="Een loket",
        purpose="Eerste juridische hulp.",
        audience="iedereen",
        topics=("juridisch", "algemeen"),
        phones=(phone("000-4000002"),),
        cost="gratis",
    ),
    Body(
        id="huis",
        name="Een huis voor melders",
        purpose="Advies over misstanden.",
        audience="iedereen",
        topics=("misstand",),
        phones=(phone("000-4000003"),),
        anonymous="ja",
    ),
    Body(
        id="meldpunt",
        name="Een meldpunt",
        purpose="Advies over discriminatie.",
        audience="iedereen",
        topics=("discriminatie",),
        links=(Link("Website", "https://www.voorbeeld.example/meldpunt"),),
    ),
)
CLOCKS = (
    Clock("m1", "misstand", "Bevestiging", "binnen zeven dagen", "Zo lang mag het duren.", SOURCE),
    Clock("m2", "misstand", "Bericht", "binnen drie maanden", "Vanaf de bevestiging.", SOURCE),
    Clock("j1", "juridisch", "Ontslag aanvechten", "vaak twee maanden", "Vraag snel hulp.", SOURCE),
)
CONTACTS = (
    OwnContact("hr", "de afdeling HR", (phone("000-5000001"),), "hr@voorbeeld.example"),
    OwnContact("bedrijfsarts", "dokter Bos", (phone("000-5000002"),), hours=OFFICE),
    OwnContact(
        "maatschappelijk_werk",
        "het maatschappelijk werk",
        link=Link("Website", "https://www.voorbeeld.example/mw"),
    ),
)
ORGANISATION = Organisation(
    name="Voorbeeld",
    behind="De directie van Voorbeeld beheert deze chat",
    code_of_conduct=Link("Gedragscode", "https://www.voorbeeld.example/code"),
)
FULL = Snapshot(
    revision=1,
    organisation=ORGANISATION,
    sites=SITES,
    advisers=(ANNA, BRAM, CARLA),
    complaints_procedure=COMPLAINTS,
    reporting_procedure=REPORTING,
    contacts=CONTACTS,
    bodies=BODIES,
    clocks=CLOCKS,
)
EMPTY = Snapshot(revision=1, organisation=Organisation(name="Voorbeeld"))
# The example that is shipped, `voorbeeld/organisatie.yml`, with the pack of the country.
SHIPPED = "meegeleverd"
ORGANISATIONS = {
    "voorbeeld": FULL,
    "leeg": EMPTY,
    "geen_vp": dataclasses.replace(FULL, advisers=()),
    "alleen_intern": dataclasses.replace(FULL, advisers=(ANNA, BRAM)),
    "alleen_extern": dataclasses.replace(FULL, advisers=(CARLA,)),
    "een_locatie": dataclasses.replace(
        FULL, sites=SITES[:1], advisers=(dataclasses.replace(ANNA, sites=()), CARLA)
    ),
    "veel_locaties": dataclasses.replace(
        FULL,
        sites=(*SITES, *(Site(f"plek{n}", f"Plaatsnaam{n}") for n in range(6))),
    ),
    "kaal": dataclasses.replace(
        FULL,
        complaints_procedure=dataclasses.replace(
            COMPLAINTS, committee=None, committee_phones=(), committee_mail=None, informal_steps=()
        ),
        bodies=BODIES[:1],
        contacts=(OwnContact("hr", "de afdeling HR"),),
    ),
    "geen_regelingen": dataclasses.replace(
        FULL,
        complaints_procedure=None,
        reporting_procedure=None,
        usual_complaints=USUAL,
        usual_reporting=USUAL,
        contacts=(),
        organisation=Organisation(name="Voorbeeld"),
    ),
}
