"""Are the procedures there, and do they say how long things take?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.directory.checks import Checked
from bot.directory.findings import Finding, advice
from bot.directory.organisation import SIZE_BANDS, Procedure

# From fifty people on an internal reporting procedure is compulsory (wbk_50 in the pack).
_FIFTY_AND_MORE: Final = frozenset(SIZE_BANDS[SIZE_BANDS.index("50-99") :])


def check_procedures(checked: Checked) -> Iterator[Finding]:
    """Yield what is missing in or around the two procedures."""
    snapshot = checked.snapshot
    if snapshot.complaints_procedure is None:
        yield advice(
            "klachtenregeling",
            "Er is geen klachtenregeling.",
            "Vul de regeling in. Tot dan vertelt de chat hoe het meestal gaat.",
            checked.source("klachtenregeling"),
        )
    else:
        yield from _check_terms(
            checked, "klachtenregeling", snapshot.complaints_procedure, "termijnen"
        )
    if snapshot.reporting_procedure is not None:
        yield from _check_terms(
            checked, "meldregeling", snapshot.reporting_procedure, "meldtermijnen"
        )
    elif snapshot.organisation.size_band in _FIFTY_AND_MORE:
        yield advice(
            "meldregeling",
            "Er werken vijftig mensen of meer, maar er is geen meldregeling voor misstanden.",
            "Een meldregeling is dan verplicht. Vul hem in als hij er is.",
            checked.source("meldregeling"),
        )
    if snapshot.organisation.size_band is None:
        yield advice(
            "organisatie.omvang",
            "Er staat niet hoeveel mensen er werken.",
            "Vul `omvang` in: daarvan hangt af of een meldregeling verplicht is.",
            checked.source("meldregeling"),
        )
    if snapshot.organisation.behind is None:
        yield advice(
            "organisatie.beheer",
            "Er staat niet wie er achter de chat zit.",
            "Vul `beheer` in: medewerkers vragen ernaar voordat ze iets vertellen.",
        )
    yield from _check_safety(checked)


def _check_terms(
    checked: Checked, key: str, procedure: Procedure, advice_id: str
) -> Iterator[Finding]:
    if not any(step.term for step in procedure.steps):
        yield advice(
            f"{key}.stappen",
            "Bij geen enkele stap staat een termijn.",
            "Neem de termijnen over uit de regeling; medewerkers willen weten hoe lang het duurt.",
            checked.source(advice_id),
        )


def _check_safety(checked: Checked) -> Iterator[Finding]:
    sites = checked.snapshot.sites
    for path, site in zip(checked.paths("locaties", len(sites)), sites, strict=True):
        if not site.safety:
            yield advice(
                f"{path}.noodnummers",
                f"Voor {site.name} staat er geen eigen noodnummer, BHV of beveiliging.",
                "Vul het nummer in als het er is. De chat noemt altijd eerst 112.",
            )
