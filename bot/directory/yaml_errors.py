"""What the YAML parser complains of, in words that somebody in HR can act on."""

from __future__ import annotations

from typing import Final

from ruamel.yaml.error import MarkedYAMLError

from bot.directory.document import Place

_MISINDENTED: Final = (
    "Hier klopt het inspringen niet.",
    "Laat deze regel met evenveel spaties beginnen als de regels die erbij horen.",
)
_YAML_ERRORS: Final[tuple[tuple[str, tuple[str, str]], ...]] = (
    (
        "mapping values are not allowed",
        (
            "Hier staat een dubbele punt die niet past.",
            "Zet de tekst tussen aanhalingstekens, of kijk of de regel ver genoeg inspringt.",
        ),
    ),
    (
        "found unexpected ':'",
        (
            "Hier staat een dubbele punt in een lijst tussen haakjes.",
            "Zet de tekst tussen aanhalingstekens, of zet elk deel op een regel met een streepje.",
        ),
    ),
    (
        "could not find expected ':'",
        (
            "Hier of op de regel erboven ontbreekt een dubbele punt met een spatie erachter.",
            "Schrijf `naam: waarde`.",
        ),
    ),
    (
        "unexpected end of stream",
        (
            "Vanaf hier sluit een aanhalingsteken of haakje niet, of het bestand is niet compleet.",
            "Zet het sluitende teken erbij en kijk of het einde van het bestand er nog is.",
        ),
    ),
    (
        "unknown escape character",
        (
            "Hier staat een `\\` in een tekst tussen dubbele aanhalingstekens.",
            "Gebruik enkele aanhalingstekens: '...'.",
        ),
    ),
    (
        "did not find expected ',' or",
        (
            "Hier sluit een haakje niet, of er ontbreekt een komma.",
            "Schrijf een lijst als [een, twee].",
        ),
    ),
    ("did not find expected", _MISINDENTED),
    ("block sequence entries are not allowed", _MISINDENTED),
)


def in_dutch(error: MarkedYAMLError, text: str, place: Place | None) -> tuple[str, str]:
    """Return what is wrong and what to do, for an error at a place of a text."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place and place.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "Deze regel begint met een tab.", "Gebruik spaties om in te springen."
    described = f"{error.problem} {error.context}"
    for part, words in _YAML_ERRORS:
        if part in described:
            return words
    return (
        "Deze regel is niet te lezen.",
        "Zet de tekst tussen aanhalingstekens en kijk of het inspringen klopt.",
    )
