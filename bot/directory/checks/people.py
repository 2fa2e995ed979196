"""Are there advisers, of every kind, for every site, reachable, and without a second hat?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from bot.directory.checks import Checked
from bot.directory.findings import Finding, advice, mistake
from bot.directory.organisation import Adviser, Leave

_PART: Final = "vertrouwenspersonen"
_DOUBLE_HATS: Final = {
    "hr": ("dubbele_pet_hr", "werkt ook bij HR"),
    "maatschappelijk_werk": ("dubbele_pet_hr", "is ook maatschappelijk werker"),
    "ondernemingsraad": ("dubbele_pet_or", "zit ook in de ondernemingsraad"),
    "leidinggevende": ("dubbele_pet_or", "is ook leidinggevende"),
    "directie": ("dubbele_pet_or", "zit ook in de directie"),
    "bedrijfsarts": ("dubbele_pet_bedrijfsarts", "is ook bedrijfsarts"),
    "klachtencommissie": ("dubbele_pet_klacht", "zit ook in de klachtencommissie"),
    "onderzoeker": ("dubbele_pet_klacht", "doet ook onderzoek naar klachten"),
}
_WEEK: Final = timedelta(days=7)


def check_people(checked: Checked) -> Iterator[Finding]:
    """Yield what is wrong with the advisers as a group, and with each of them."""
    advisers = checked.snapshot.advisers
    if not advisers:
        yield mistake(
            _PART,
            "Er staat geen enkele vertrouwenspersoon in.",
            "Voeg minstens één vertrouwenspersoon toe; zonder kan de chat niemand noemen.",
        )
        return
    yield from _check_choice(checked)
    yield from _check_sites(checked)
    yield from _check_reachable(checked)
    for path, adviser in zip(checked.paths(_PART, len(advisers)), advisers, strict=True):
        yield from _check_hats(checked, path, adviser)
        yield from _check_leave(checked, path, adviser)
        if not adviser.hours.known and not adviser.hours.text and adviser.appointment is None:
            yield advice(
                f"{path}.bereikbaar",
                f"Medewerkers zien niet wanneer {adviser.name} bereikbaar is.",
                "Vul de uren in, of een link om een afspraak te maken.",
            )
    yield from _check_names(checked)


def _check_choice(checked: Checked) -> Iterator[Finding]:
    advisers = checked.snapshot.advisers
    choice = checked.source("keuze")
    if len(advisers) == 1:
        yield advice(
            _PART,
            "Er is maar één vertrouwenspersoon.",
            "Wijs er nog een aan: dan is er keus, en ook iemand voor de beschuldigde.",
            choice,
        )
    if not any(adviser.kind == "extern" for adviser in advisers):
        yield advice(
            _PART,
            "Er is geen externe vertrouwenspersoon.",
            "Zoek een vertrouwenspersoon van buiten, bijvoorbeeld via de arbodienst of de branche.",
            choice,
        )
    if not any("integriteit" in adviser.subjects for adviser in advisers):
        yield advice(
            _PART,
            "Er is geen vertrouwenspersoon voor integriteit.",
            "Wijs iemand aan met wie je in vertrouwen over een misstand kunt praten.",
            checked.source("integriteit"),
        )
    if not any("omgangsvormen" in adviser.subjects for adviser in advisers):
        yield advice(
            _PART,
            "Er is geen vertrouwenspersoon voor omgangsvormen.",
            "Zet `omgangsvormen` bij de `onderwerpen` van wie daarvoor is.",
            checked.source("klachtenregeling"),
        )


def _check_sites(checked: Checked) -> Iterator[Finding]:
    snapshot = checked.snapshot
    served = {site for adviser in snapshot.advisers for site in adviser.sites}
    if not all(adviser.sites for adviser in snapshot.advisers):
        return
    for path, site in zip(
        checked.paths("locaties", len(snapshot.sites)), snapshot.sites, strict=True
    ):
        if site.id not in served:
            yield advice(
                path,
                f"Voor {site.name} is er geen vertrouwenspersoon.",
                f"Zet `{site.id}` bij de `locaties` van minstens één vertrouwenspersoon.",
            )


def _check_reachable(checked: Checked) -> Iterator[Finding]:
    # The first is the one who can be reached soonest.
    soonest = checked.snapshot.advisers_for(checked.now, at_most=1)[0].availability.at
    if soonest is not None and soonest > checked.now + _WEEK:
        yield advice(
            _PART,
            "De komende week is geen enkele vertrouwenspersoon bereikbaar.",
            "Kijk naar de uren en het verlof, en zorg voor een vervanger.",
        )


def _check_hats(checked: Checked, path: str, adviser: Adviser) -> Iterator[Finding]:
    for role in adviser.other_roles:
        if role in _DOUBLE_HATS:
            advice_id, words = _DOUBLE_HATS[role]
            yield advice(
                f"{path}.andere_rollen",
                f"Dubbele pet: {adviser.name} {words}.",
                "Dat maakt het moeilijker om in vertrouwen te praten. Zoek liever iemand anders.",
                checked.source(advice_id),
            )


def _check_leave(checked: Checked, path: str, adviser: Adviser) -> Iterator[Finding]:
    today = checked.now.date()
    for number, leave in enumerate(adviser.leave, start=1):
        place = f"{path}.verlof[{number}]"
        if leave.end < today:
            yield advice(place, f"Dit verlof van {adviser.name} is voorbij.", "Haal het weg.")
        elif leave.stand_in is None:
            yield advice(
                f"{place}.vervanger",
                f"{adviser.name} heeft geen vervanger tijdens het verlof.",
                "Wijs een vervanger aan als dat kan.",
            )
        elif (other := checked.snapshot.adviser(leave.stand_in)) and _also_away(other, leave):
            yield advice(
                f"{place}.vervanger",
                f"{other.name} vervangt {adviser.name}, maar is in die tijd zelf ook weg.",
                "Kies een andere vervanger, of geef de vervanger er zelf ook een.",
            )


def _also_away(adviser: Adviser, leave: Leave) -> bool:
    return any(
        own.start <= leave.end and leave.start <= own.end and own.stand_in is None
        for own in adviser.leave
    )


def _check_names(checked: Checked) -> Iterator[Finding]:
    advisers = checked.snapshot.advisers
    seen: set[str] = set()
    for path, adviser in zip(checked.paths(_PART, len(advisers)), advisers, strict=True):
        name = adviser.name.casefold()
        if name in seen:
            yield advice(
                f"{path}.naam",
                f"{adviser.name} staat er twee keer in.",
                "Is dat dezelfde persoon? Laat er dan één staan.",
            )
        seen.add(name)
