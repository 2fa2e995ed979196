"""A small organisation file that is right, and ways to spoil it."""

from __future__ import annotations

RIGHT = """\
versie: 1
organisatie:
  naam: Stichting De Eik
  omvang: 50-99
  beheer: HR
locaties:
  - kenmerk: noord
    naam: Noord
    noodnummers:
      - soort: bhv
        telefoon: 030-123 45 00
  - kenmerk: zuid
    naam: Zuid
afdelingen:
  - kenmerk: zorg
    naam: Zorg
    locatie: noord
vertrouwenspersonen:
  - kenmerk: anna
    naam: Anna Eik
    soort: intern
    onderwerpen: [omgangsvormen]
    locaties: [noord]
    telefoon: 030-123 45 01
    bereikbaar:
      maandag: 9:00-12:00, 13:00-17:00
      dinsdag: 9:00-12:00
    verlof:
      - van: 2026-12-01
        tot_en_met: 2026-12-31
        vervanger: bram
  - kenmerk: bram
    naam: Bram Beuk
    soort: extern
    onderwerpen: [omgangsvormen, integriteit]
    telefoon: 030-123 45 02
    mail: bram@beuk.example
    bereikbaar:
      werkdagen: 9:00-17:00
klachtenregeling:
  naam: Klachtenregeling
  stappen:
    - stap: Stuur je klacht
      uitleg: Schrijf op wat er gebeurde.
      termijn: binnen een jaar
meldregeling:
  naam: Meldregeling
  stappen:
    - stap: Meld het
      termijn: binnen zeven dagen
contacten:
  hr:
    naam: HR
    telefoon: 030-123 45 03
instanties:
  uit: [nza]
  gecontroleerd:
    huisarts: 2026-11-02
  eigen:
    - kenmerk: loket
      naam: Loket
      waarvoor: Vragen
      onderwerpen: [pesten]
      telefoon: 030-123 45 04
wet:
  gecontroleerd:
    avg: 2026-11-02
"""


def spoiled(old: str, new: str) -> str:
    """Return the right file with its first `old` replaced; it must be in there."""
    if old not in RIGHT:
        raise ValueError(old)
    return RIGHT.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    """Return the number of the first line with `part` in it."""
    return next(n for n, line in enumerate(text.splitlines(), start=1) if part in line)
