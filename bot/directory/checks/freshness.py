"""Has somebody looked at everything lately?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.directory.checks import Checked
from bot.directory.findings import Finding, advice, mistake
from bot.directory.organisation import Freshness

# People change sooner than rules.
_MONTHS_FOR_PEOPLE: Final = 6
_MONTHS: Final = 12


def check_freshness(checked: Checked) -> Iterator[Finding]:
    """Yield what was checked too long ago, in the future, or never as far as we know."""
    today = checked.now.date()
    never = 0
    for path, name, freshness, months in _own_items(checked):
        if freshness.checked is None:
            never += 1
        elif freshness.checked > today:
            yield mistake(
                f"{path}.controle.op",
                f"De controledatum van {name} ligt in de toekomst.",
                "Vul de dag in waarop het echt is nagekeken.",
            )
        elif months_later(freshness.checked, freshness.months or months) < today:
            yield advice(
                f"{path}.controle.op",
                f"{name} is voor het laatst nagekeken op {_in_words(freshness.checked)}.",
                f"{_somebody(freshness)} kijkt na of het nog klopt en vult de nieuwe datum in.",
            )
    if never:
        onderdelen = "1 onderdeel" if never == 1 else f"{never} onderdelen"
        yield advice(
            "controle",
            f"Van {onderdelen} staat er niet wanneer het voor het laatst is nagekeken.",
            "Zet er `controle:` bij, met `door`, `op` en `geldig_maanden`.",
        )
    yield from _check_pack(checked, today)


def months_later(day: date, months: int) -> date:
    """Return the same day a number of months later, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _own_items(checked: Checked) -> Iterator[tuple[str, str, Freshness, int]]:
    """Yield path, name, freshness and usual limit in months of everything HR fills in."""
    snapshot = checked.snapshot
    yield "organisatie", snapshot.organisation.name, snapshot.organisation.freshness, _MONTHS
    for number, site in enumerate(snapshot.sites, start=1):
        yield f"locaties[{number}]", site.name, site.freshness, _MONTHS
    for number, adviser in enumerate(snapshot.advisers, start=1):
        path = f"vertrouwenspersonen[{number}]"
        yield path, adviser.name, adviser.freshness, _MONTHS_FOR_PEOPLE
    for key, procedure in (
        ("klachtenregeling", snapshot.complaints_procedure),
        ("meldregeling", snapshot.reporting_procedure),
    ):
        if procedure is not None:
            yield key, procedure.title, procedure.freshness, _MONTHS
    for contact in snapshot.contacts:
        yield f"contacten.{contact.role}", contact.name, contact.freshness, _MONTHS
    for number, body in enumerate((body for body in snapshot.bodies if body.own), start=1):
        yield f"instanties.eigen[{number}]", body.name, body.freshness, _MONTHS


def _check_pack(checked: Checked, today: date) -> Iterator[Finding]:
    stale: dict[date, list[str]] = {}
    for body in checked.snapshot.bodies:
        freshness = body.freshness
        if body.own or freshness.checked is None:
            continue
        if freshness.checked > today:
            yield mistake(
                f"instanties.gecontroleerd.{body.id}",
                f"De controledatum van {body.name} ligt in de toekomst.",
                "Vul de dag in waarop het echt is nagekeken.",
            )
        elif months_later(freshness.checked, freshness.months or _MONTHS) < today:
            stale.setdefault(freshness.checked, []).append(body.id)
    for day, names in stale.items():
        yield advice(
            "instanties.gecontroleerd",
            f"Voor het laatst nagekeken op {_in_words(day)}: {', '.join(names)}.",
            "Kijk of de nummers en websites nog kloppen, en zet er de datum van vandaag bij.",
        )


def _somebody(freshness: Freshness) -> str:
    return freshness.owner or "Iemand"


def _in_words(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
