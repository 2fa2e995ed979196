"""The text of a file that somebody saved: how big, in which encoding, and whether it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bot.directory.document import Place, refuse

# Room for five thousand advisers with everything filled in.
DEFAULT_MAX_BYTES: Final = 4 * 1024 * 1024


def read_text(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> str:
    """Return the text of a file, at most `max_bytes` long; raises OrganisationFileInvalid."""
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError:
        refuse("Dit bestand bestaat niet.", "Kijk of de naam en de map kloppen.")
    except OSError:
        refuse(
            "Dit bestand kan niet worden gelezen.",
            "Kijk of het een gewoon bestand is en of je het mag openen.",
        )
    if len(content) > max_bytes:
        refuse(
            f"Dit bestand is groter dan {max_bytes / 1024 / 1024:.0f} MB.",
            "Een organisatiebestand is veel kleiner. Is dit wel het goede bestand?",
        )
    return _decoded(content)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        refuse(
            "Dit bestand is opgeslagen als UTF-16 (Unicode).",
            "Sla het op met de codering UTF-8.",
            Place(1, 1),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        place = Place(before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        refuse(
            "Hier staat een teken dat niet klopt: het bestand is niet opgeslagen als UTF-8.",
            "Sla het bestand op met de codering UTF-8.",
            place,
        )
