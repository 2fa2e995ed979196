"""Taking fields of a known kind out of a document, and collecting what is wrong with them.

Nothing here stops at the first mistake: a field that is not right gives a problem and a
harmless value, so that one reading of a file shows all its problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final, TypeVar

from bot.directory.document import Fields, Items, Node, Place, Text, place_at, problem
from bot.directory.errors import OrganisationFileInvalid, Problem
from bot.directory.formats import FormatError, parse_day, parse_number, parse_yes_no

NAME_LIMIT: Final = 200
TEXT_LIMIT: Final = 4000
NONE_WORD: Final = "geen"
_MOST_PROBLEMS: Final = 500
_T = TypeVar("_T")


@dataclass
class Collector:
    """Where the problems of a document come together."""

    document: Fields
    problems: list[Problem] = field(default_factory=list)

    def add(self, message: str, remedy: str, place: Place | None, path: str) -> None:
        """Note a problem; raises OrganisationFileInvalid when there are too many to go on."""
        self.problems.append(problem(message, remedy, place, path))
        if len(self.problems) >= _MOST_PROBLEMS:
            raise OrganisationFileInvalid(self.problems)

    def add_at(self, path: str, message: str, remedy: str, around: str = "") -> None:
        """Note a problem with the field at a path; its place is that, or that of what is around."""
        place = place_at(self.document, path) or place_at(self.document, around)
        self.add(message, remedy, place, path)


class Section:
    """The fields at one path; each is taken once, and what is left over is not known here."""

    def __init__(self, node: Fields, path: str, collector: Collector) -> None:
        self.path = path
        self.place = node.place
        self._node = node
        self._collector = collector
        self._known: list[str] = []

    def path_of(self, key: str) -> str:
        """Return the path of a field of this section."""
        return f"{self.path}.{key}" if self.path else key

    def place_of(self, key: str) -> Place:
        """Return where a field stands, or where the section begins when it is not there."""
        return self._node.key_places.get(key, self.place)

    def names(self) -> Iterable[str]:
        """Return the keys that are there, in order."""
        return self._node.fields.keys()

    def has(self, key: str) -> bool:
        """Return whether the key is there with something behind it."""
        node = self._node.fields.get(key)
        return node is not None and not _is_empty(node)

    def knows(self, keys: Iterable[str]) -> None:
        """Say that these keys may stand here, whether anything took them or not."""
        self._known += keys

    def add(self, key: str, message: str, remedy: str, place: Place | None = None) -> None:
        """Note a problem with a field."""
        self._collector.add(message, remedy, place or self.place_of(key), self.path_of(key))

    def take(self, key: str, *, required: bool = False) -> Node | None:
        """Return what stands at a key; None when it is not there or empty."""
        self._known.append(key)
        if not self.has(key):
            if required:
                self.add(key, f"`{key}` ontbreekt of is leeg.", "Vul dit in.")
            return None
        return self._node.fields[key]

    def text(self, key: str, *, required: bool = False, limit: int = NAME_LIMIT) -> str | None:
        """Return a short text on one line."""
        value = self.long_text(key, required=required, limit=limit)
        return " ".join(value.split()) if value else None

    def long_text(self, key: str, *, required: bool = False, limit: int = TEXT_LIMIT) -> str | None:
        """Return a text that may have more lines."""
        node = self.take(key, required=required)
        if node is None:
            return None
        return self._plain(key, node, limit)

    def texts(self, key: str, *, required: bool = False) -> tuple[tuple[str, Place], ...]:
        """Return one text or a list of texts, each on one line, with where it stands."""
        items = _as_items(self.take(key, required=required))
        found = []
        for item in items:
            value = self._plain(key, item, NAME_LIMIT)
            if value:
                found.append((" ".join(value.split()), item.place))
        if required and items and all(_is_empty(item) for item in items):
            self.add(key, f"`{key}` ontbreekt of is leeg.", "Vul dit in.")
        return tuple(found)

    def parsed(
        self, key: str, parse: Callable[[str], _T], *, required: bool = False, limit: int = 500
    ) -> _T | None:
        """Return a text read by `parse`, which raises FormatError when it cannot."""
        node = self.take(key, required=required)
        if node is None:
            return None
        return self.parse_node(key, node, parse, limit)

    def parse_node(
        self, key: str, node: Node, parse: Callable[[str], _T], limit: int = 500
    ) -> _T | None:
        """Return a node of this field read by `parse`."""
        value = self._plain(key, node, limit)
        if value is None:
            return None
        try:
            return parse(" ".join(value.split()))
        except FormatError as error:
            self.add(key, error.message, error.remedy, node.place)
            return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a date."""
        return self.parsed(key, parse_day, required=required)

    def number(self, key: str, lowest: int, highest: int) -> int | None:
        """Return a whole number between two others."""
        return self.parsed(key, lambda value: parse_number(value, lowest, highest))

    def yes(self, key: str) -> bool:
        """Return whether the field says yes; no when it is not there."""
        return bool(self.parsed(key, parse_yes_no))

    def choice(self, key: str, allowed: Iterable[str], *, required: bool = False) -> str | None:
        """Return one word of a closed list."""
        words = list(allowed)
        found = self.texts(key, required=required)
        if len(found) > 1:
            self.add(key, f"Bij `{key}` kan maar één woord staan.", _one_of(words))
        return self.look_up(key, found[0], words) if found else None

    def choices(
        self,
        key: str,
        allowed: Iterable[str],
        *,
        required: bool = False,
        none_word: str | None = None,
    ) -> tuple[str, ...]:
        """Return words of a closed list, each once; `none_word` alone is an empty list."""
        words = list(allowed)
        items = self.texts(key, required=required)
        if none_word is not None and [text.casefold() for text, _ in items] == [none_word]:
            return ()
        found = (self.look_up(key, item, words) for item in items)
        return tuple(dict.fromkeys(value for value in found if value is not None))

    def look_up(self, key: str, item: tuple[str, Place], allowed: Iterable[str]) -> str | None:
        """Return a word as the closed list writes it; one that is not on it is a problem."""
        value, place = item
        words = list(allowed)
        for folded in (value.casefold(), value.casefold().replace(" ", "_")):
            if folded in words:
                return folded
        self.add(
            key,
            f"`{shortened(value)}` kennen we hier niet.",
            suggestion(value, words) or _one_of(words),
            place,
        )
        return None

    def section(self, key: str, *, required: bool = False) -> Section | None:
        """Return the fields below a key. The word `geen` says that there are none."""
        node = self._take_part(key, required)
        if node is None or _says_none(node):
            return None
        return self._as_section(key, node, self.path_of(key))

    def sections(self, key: str, *, required: bool = False) -> tuple[Section, ...]:
        """Return a list of parts with fields. The word `geen` says that there are none."""
        node = self._take_part(key, required)
        if node is None or _says_none(node):
            return ()
        if not isinstance(node, Items):
            self.add(
                key,
                f"`{key}` hoort een lijst te zijn.",
                "Begin elk onderdeel op een nieuwe regel met een streepje en een spatie.",
            )
            return ()
        found = [
            self._as_section(key, item, f"{self.path_of(key)}[{number}]")
            for number, item in enumerate(node.items, start=1)
        ]
        return tuple(section for section in found if section is not None)

    def subsection(self, node: Fields, key: str) -> Section:
        """Return the fields of a node that was taken from this section."""
        return Section(node, self.path_of(key), self._collector)

    def finish(self) -> None:
        """Note every key that nobody took."""
        for key in self._node.fields:
            if key not in self._known:
                self.add(
                    key,
                    f"`{shortened(key)}` kennen we hier niet.",
                    suggestion(key, self._known) or _one_of(self._known),
                )

    def _take_part(self, key: str, required: bool) -> Node | None:
        node = self.take(key)
        if node is None and required:
            self.add(
                key,
                f"Het onderdeel `{key}` ontbreekt of is leeg.",
                f"Vul het in, of schrijf `{key}: {NONE_WORD}` als jullie dat niet hebben.",
            )
        return node

    def _as_section(self, key: str, node: Node, path: str) -> Section | None:
        if isinstance(node, Fields):
            return Section(node, path, self._collector)
        self.add(
            key,
            f"Bij `{key}` horen regels zoals `naam: ...` te staan.",
            "Laat ze verder inspringen dan de regel erboven.",
            node.place,
        )
        return None

    def _plain(self, key: str, node: Node, limit: int) -> str | None:
        if not isinstance(node, Text):
            self.add(
                key,
                f"Bij `{key}` hoort één tekst te staan.",
                "Haal streepjes en namen met een dubbele punt weg, of gebruik aanhalingstekens.",
                node.place,
            )
            return None
        if len(node.value) > limit:
            self.add(
                key,
                f"Deze tekst is te lang: {len(node.value)} tekens.",
                f"Gebruik hoogstens {limit} tekens.",
                node.place,
            )
            return None
        return node.value or None


def shortened(text: str) -> str:
    """Return a text short enough to be quoted in a sentence."""
    return text if len(text) <= 40 else f"{text[:37]}..."


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """Return the sentence that names what was probably meant."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word[:60].casefold(), list(by_folded), n=1, cutoff=0.6)
    return f"Bedoel je `{by_folded[close[0]]}`?" if close else None


def _one_of(known: Iterable[str]) -> str:
    return "Kies uit: " + ", ".join(dict.fromkeys(known)) + "."


def _as_items(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return node.items if isinstance(node, Items) else [node]


def _is_empty(node: Node) -> bool:
    if isinstance(node, Text):
        return node.empty
    return not (node.items if isinstance(node, Items) else node.fields)


def _says_none(node: Node) -> bool:
    return isinstance(node, Text) and node.value.casefold() == NONE_WORD
