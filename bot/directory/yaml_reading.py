"""Reading YAML that people wrote, so that nothing in it can run or explode.

Anchors, aliases, tags and several documents are refused, and so is what is too deep or too much.
"""

from __future__ import annotations

import re
from typing import Any, Final

from ruamel.yaml import CParser  # type: ignore[attr-defined] # made in C
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.directory.document import Fields, Items, Node, Place, Text, problem, refuse
from bot.directory.errors import OrganisationFileInvalid, Problem
from bot.directory.yaml_errors import in_dutch

_MAX_DEPTH: Final = 12
_MAX_VALUES: Final = 300_000
# Characters that no name or sentence needs: controls, halves of a character, and signs that turn
# the direction of everything after them (they would scramble the rest of an answer).
FORBIDDEN: Final = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]"
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
        message, remedy = in_dutch(error, text, place)
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


# The way to a node: the way to what is around it, and a key or a number. Most are never written.
_Way = tuple[Any, str | int] | None


class _Builder:
    """Turns the events of the parser into nodes; stops at the first thing it refuses."""

    def __init__(self, text: str) -> None:
        self._parser = CParser(text)
        self._problems: list[Problem] = []
        self._values = 0

    def document(self) -> Node | None:
        """Return the only document of the text, None when it holds nothing but remarks."""
        node: Node | None = None
        documents = 0
        while self._parser.check_event():
            event = self._parser.get_event()
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    refuse(
                        "Hier begint een tweede document (`---`).",
                        "Haal deze regel weg: één bestand is één organisatie.",
                        _place(event),
                    )
            elif isinstance(event, NodeEvent):
                node = self._node(event, None, 1)
        if self._problems:
            raise OrganisationFileInvalid(self._problems)
        return node

    def _node(self, event: NodeEvent, way: _Way, depth: int) -> Node:
        self._values += 1
        if depth > _MAX_DEPTH or self._values > _MAX_VALUES:
            refuse(
                "Dit bestand is te groot of springt te diep in.",
                "Vergelijk de opbouw met voorbeeld/organisatie.yml.",
                _place(event),
            )
        if event.anchor is not None:
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
        if isinstance(event, ScalarEvent):
            return self._text(event, way)
        if isinstance(event, SequenceStartEvent):
            return self._items(event, way, depth)
        return self._fields(event, way, depth)

    def _text(self, event: ScalarEvent, way: _Way) -> Text:
        place = _place(event)
        value: str = event.value.strip()
        if FORBIDDEN.search(value):
            self._problems.append(
                problem(
                    "In deze tekst staat een onzichtbaar teken dat niet kan.",
                    "Typ de tekst opnieuw in plaats van hem te plakken.",
                    place,
                    _written(way),
                )
            )
        empty = not value or (event.implicit[0] and value in ("~", "null"))
        return Text(place, "" if empty else value, empty)

    def _items(self, event: SequenceStartEvent, way: _Way, depth: int) -> Items:
        items = Items(_place(event))
        while not isinstance(inner := self._parser.get_event(), SequenceEndEvent):
            items.items.append(self._node(inner, (way, len(items.items) + 1), depth + 1))
        return items

    def _fields(self, event: NodeEvent, way: _Way, depth: int) -> Fields:
        fields = Fields(_place(event))
        while not isinstance(inner := self._parser.get_event(), MappingEndEvent):
            if not isinstance(inner, ScalarEvent) or FORBIDDEN.search(inner.value):
                refuse(
                    "Hier hoort een naam te staan, met een dubbele punt erachter.",
                    "Vergelijk de regel met voorbeeld/organisatie.yml.",
                    _place(inner),
                )
            place, name = _place(inner), "_".join(inner.value.casefold().split())
            inner_way = (way, name)
            value = self._node(self._parser.get_event(), inner_way, depth + 1)
            if name in fields.fields:
                first = fields.key_places[name].line
                self._problems.append(
                    problem(
                        f"`{_shortened(name)}` staat hier twee keer (ook op regel {first}).",
                        "Laat één van de twee staan.",
                        place,
                        _written(inner_way),
                    )
                )
            else:
                fields.fields[name] = value
                fields.key_places[name] = place
        return fields


def _written(way: _Way) -> str:
    """Return a way as a path: `vertrouwenspersonen[2].telefoon`."""
    if way is None:
        return ""
    around, part = way
    before = _written(around)
    if isinstance(part, int):
        return f"{before}[{part}]"
    return f"{before}.{part}" if before else part


def _place(event: Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."
