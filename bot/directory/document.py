"""What a document of fields looks like: every value knows its place.

Only plain text, lists and keys exist here. A word is not turned into a number, a date or
yes/no before its field says so: `0800`, `nee` and `9:00` stay what was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple, NoReturn

from bot.directory.errors import OrganisationFileInvalid, Problem

_PARTS: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


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


def place_at(document: Fields, path: str) -> Place | None:
    """Return where the field at a path stands, None when it is not in the document."""
    node: Node = document
    place: Place | None = None
    for key, number in _PARTS.findall(path):
        if key and isinstance(node, Fields) and key in node.fields:
            place = node.key_places[key]
            node = node.fields[key]
        elif number and isinstance(node, Items) and int(number) <= len(node.items):
            node = node.items[int(number) - 1]
            place = node.place
        else:
            return None
    return place


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
