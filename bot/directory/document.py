"""Reading YAML that people wrote: values know their place, and nothing can run or explode.

Only plain text, lists and keys exist here. A word is not turned into a number, a date or
yes/no before its field says so: `0800`, `nee` and `9:00` stay what was typed. Anchors,
aliases, tags and several documents are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from ruamel.yaml import CParser  # type: ignore[attr-defined] # made in C
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.directory.errors import OrganisationFileInvalid, Problem

# Room for five thousand advisers with everything filled in.
DEFAULT_MAX_BYTES: Final = 4 * 1024 * 1024
_MAX_DEPTH: Final = 12
_MAX_VALUES: Final = 300_000
# Characters that no name or sentence needs: controls, halves of a character, and signs that turn
# the direction of everything after them (they would scramble the rest of an answer).
FORBIDDEN: Final = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]"
)


class Place(NamedTuple):
    """Where something stands: line and column count from 1."""

    line: int
    column: int


@dataclass
class Text:
    """One value as it was typed, without spaces around it. `empty` when nothing was typed."""

    place: Place
    value: str
    empty: bool = False


@dataclass
class Items:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass
class Fields:
    """Keys with values, in order; `key_places` says where each key stands."""

    place: Place
    fields: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, Place] = field(default_factory=dict)


Node = Text | Items | Fields


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


def read_document(text: str) -> Fields:
    """Return the keys and values of a YAML text; raises OrganisationFileInvalid."""
    if not text.strip():
        refuse(
            "Dit bestand is leeg.",
            "Begin met een kopie van voorbeeld/organisatie.yml.",
        )
    try:
        node = _Builder(text).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else None
        message, remedy = _in_dutch(error, text, place)
        refuse(message, remedy, place)
    except (YAMLError, ValueError, UnicodeError):
        # The parser's own text quotes the file and is English.
        refuse(
            "Hier staan tekens die niet in een tekstbestand horen.",
            "Is dit wel het goede bestand? Sla het op als platte tekst met de codering UTF-8.",
        )
    if not isinstance(node, Fields):
        place = node.place if node else Place(1, 1)
        refuse(
            "Dit is geen organisatiebestand: er staan geen onderdelen in zoals `organisatie:`.",
            "Begin met een kopie van voorbeeld/organisatie.yml.",
            place,
        )
    return node


def refuse(message: str, remedy: str, place: Place | None = None, field: str = "") -> NoReturn:
    """Refuse the whole file for one problem."""
    raise OrganisationFileInvalid([problem(message, remedy, place, field)])


def problem(message: str, remedy: str, place: Place | None, field: str) -> Problem:
    """Return a problem at a place."""
    return Problem(
        line=place.line if place else None,
        column=place.column if place else None,
        field=field,
        message=message,
        remedy=remedy,
    )


class _Builder:
    """Turns the events of the parser into nodes; stops at the first thing it refuses."""

    def __init__(self, text: str) -> None:
        self._events = self._checked(CParser(text))
        self._problems: list[Problem] = []
        self._values = 0

    def document(self) -> Node | None:
        """Return the only document of the text, None when it holds nothing but remarks."""
        node: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    refuse(
                        "Hier begint een tweede document (`---`).",
                        "Haal deze regel weg: één bestand is één organisatie.",
                        _place(event),
                    )
            elif isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent)):
                node = self._node(event, "", 1)
        if self._problems:
            raise OrganisationFileInvalid(self._problems)
        return node

    def _checked(self, parser: CParser) -> Iterator[object]:
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
                refuse(
                    "Hier staat een verwijzing met `&` of `*`. Die gebruiken we niet.",
                    "Schrijf de gegevens uit, of zet de tekst tussen aanhalingstekens.",
                    _place(event),
                )
            if getattr(event, "tag", None) is not None:
                refuse(
                    "Hier staat een uitroepteken waar een waarde begint. Dat gebruiken we niet.",
                    "Zet de tekst tussen aanhalingstekens.",
                    _place(event),
                )
            yield event

    def _node(self, event: object, path: str, depth: int) -> Node:
        self._values += 1
        if depth > _MAX_DEPTH or self._values > _MAX_VALUES:
            refuse(
                "Dit bestand is te groot of springt te diep in.",
                "Vergelijk de opbouw met voorbeeld/organisatie.yml.",
                _place(event),
            )
        if isinstance(event, ScalarEvent):
            return self._text(event, path)
        if isinstance(event, SequenceStartEvent):
            return self._items(event, path, depth)
        return self._fields(event, path, depth)

    def _text(self, event: ScalarEvent, path: str) -> Text:
        place = _place(event)
        value: str = event.value.strip()
        if FORBIDDEN.search(value):
            self._problems.append(
                problem(
                    "In deze tekst staat een onzichtbaar teken dat niet kan.",
                    "Typ de tekst opnieuw in plaats van hem te plakken.",
                    place,
                    path,
                )
            )
        empty = not value or (event.implicit[0] and value in ("~", "null"))
        return Text(place, "" if empty else value, empty)

    def _items(self, event: SequenceStartEvent, path: str, depth: int) -> Items:
        items = Items(_place(event))
        for inner in self._events:
            if isinstance(inner, SequenceEndEvent):
                break
            items.items.append(self._node(inner, f"{path}[{len(items.items) + 1}]", depth + 1))
        return items

    def _fields(self, event: object, path: str, depth: int) -> Fields:
        fields = Fields(_place(event))
        for inner in self._events:
            if isinstance(inner, MappingEndEvent):
                break
            if not isinstance(inner, ScalarEvent):
                refuse(
                    "Hier hoort een naam te staan, met een dubbele punt erachter.",
                    "Vergelijk de regel met voorbeeld/organisatie.yml.",
                    _place(inner),
                )
            place, name = _place(inner), "_".join(inner.value.casefold().split())
            inner_path = f"{path}.{name}" if path else name
            value = self._node(next(self._events), inner_path, depth + 1)
            if name in fields.fields:
                first = fields.key_places[name].line
                self._problems.append(
                    problem(
                        f"`{_shortened(name)}` staat hier twee keer (ook op regel {first}).",
                        "Laat één van de twee staan.",
                        place,
                        inner_path,
                    )
                )
            else:
                fields.fields[name] = value
                fields.key_places[name] = place
        return fields


def _place(event: object) -> Place:
    mark = event.start_mark  # type: ignore[attr-defined]
    return Place(mark.line + 1, mark.column + 1)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."


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


def _in_dutch(error: MarkedYAMLError, text: str, place: Place | None) -> tuple[str, str]:
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
