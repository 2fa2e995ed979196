"""The Dutch words of `organisatie.yml` and the packs that readers and the writer share."""

from __future__ import annotations

from typing import Final

from bot.directory.hours import WEEKDAYS
from bot.directory.organisation import SafetyRole

FORMAT_VERSION: Final = 1
SUBJECTS: Final = ("omgangsvormen", "integriteit")
KINDS: Final = ("intern", "extern")
GENDERS: Final = ("vrouw", "man", "non-binair")
OTHER_ROLES: Final = (
    "hr",
    "leidinggevende",
    "directie",
    "ondernemingsraad",
    "bedrijfsarts",
    "maatschappelijk_werk",
    "klachtencommissie",
    "onderzoeker",
    "meldpunt_misstanden",
    "jurist",
    "preventiemedewerker",
    "anders",
)
SAFETY_LABELS: Final[dict[SafetyRole, str]] = {
    "noodnummer": "Intern noodnummer",
    "bhv": "BHV",
    "beveiliging": "Beveiliging",
}
CONDUCT_LABEL: Final = "Gedragscode"
APPOINTMENT_LABEL: Final = "Maak een afspraak"
WEBSITE_LABEL: Final = "Website"
ALL: Final = "alle"
NONE: Final = "geen"
RESERVED: Final = frozenset({ALL, NONE})
ALWAYS: Final = "altijd"
COMMITTEE: Final = "commissie"
REPORTING_POINT: Final = "meldpunt"
# What comes later here goes before what comes earlier.
GROUPS_OF_DAYS: Final[dict[str, tuple[int, ...]]] = {
    "elke_dag": (0, 1, 2, 3, 4, 5, 6),
    "werkdagen": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    **{name: (number,) for number, name in enumerate(WEEKDAYS)},
}
