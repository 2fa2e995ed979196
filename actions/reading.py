"""Reads typed answers against closed values: a number, a kind of adviser, "overslaan", a name.

Only whole words count, and what was typed goes no further than the value that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeVar

LAST: Final = -1
_WORD: Final = re.compile(r"\w+")
_ORDINALS: Final = {
    "een": 1,
    "één": 1,
    "eerste": 1,
    "1e": 1,
    "twee": 2,
    "tweede": 2,
    "2e": 2,
    "drie": 3,
    "derde": 3,
    "3e": 3,
    "vier": 4,
    "vierde": 4,
    "4e": 4,
    "vijf": 5,
    "vijfde": 5,
    "5e": 5,
    "zes": 6,
    "zesde": 6,
    "6e": 6,
    "laatste": LAST,
    "onderste": LAST,
    "bovenste": 1,
}
_AROUND_A_NUMBER: Final = frozenset(
    {"de", "het", "optie", "nummer", "nr", "keuze", "knop", "doe", "maar", "die", "graag", "kies"}
)
_LONGEST_PICK: Final = 5
_INTERN: Final = frozenset({"intern", "interne"})
_EXTERN: Final = frozenset({"extern", "externe", "buitenaf"})
# "Van buiten" and "buiten de organisatie" say whom; "sluiten me buiten", "buiten kantoortijd" and
# "binnen een week" do not. Alone, as an answer, they do.
_PLACES: Final = {"binnen": "intern", "buiten": "extern"}
_ARTICLES: Final = frozenset({"de", "het", "mijn", "onze", "ons"})
_OWN: Final = frozenset({"organisatie", "bedrijf", "werk", "afdeling", "school"})
_LONGEST_BARE: Final = 2
_SKIPS: Final = (
    "overslaan",
    "skip",
    "sla over",
    "zeg ik liever niet",
    "liever niet",
    "maakt niet uit",
    "maakt me niet uit",
    "geen voorkeur",
    "om het even",
    "boeit niet",
    "laat maar zien",
    "weet niet",
    "weet ik niet",
    "geen idee",
)
_NAMED_ROADS: Final = frozenset(
    {"gesprek", "afspraak", "klacht", "melding", "procedure", "onderzoek", "advies", "aangifte"}
)
_YES: Final = frozenset({"ja", "jawel", "jep", "yes", "zeker", "klopt", "inderdaad", "misschien"})
_NO: Final = frozenset({"nee", "neen", "nope", "no", "neej", "nah"})
_Item = TypeVar("_Item")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, in their order."""
    return _WORD.findall(text.casefold())


def number(text: str) -> int | None:
    """Return the place that a bare pick names ("2", "de tweede", "optie 3"), `LAST`, or None."""
    found = words(text)
    if not found or len(found) > _LONGEST_PICK:
        return None
    rest = [word for word in found if word not in _AROUND_A_NUMBER]
    if len(rest) != 1:
        return None
    word = rest[0]
    if word in _ORDINALS:
        return _ORDINALS[word]
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 2 else None


def kind(text: str) -> str | None:
    """Return `intern` or `extern` when a text names exactly one of them."""
    found = words(text)
    named = set()
    for place, word in enumerate(found):
        if word in _INTERN or (word == "eigen" and set(found[place + 1 : place + 2]) & _OWN):
            named.add("intern")
        elif word in _EXTERN:
            named.add("extern")
        elif word in _PLACES and _says_whom(found, place):
            named.add(_PLACES[word])
    return named.pop() if len(named) == 1 else None


def _says_whom(found: list[str], place: int) -> bool:
    """Say whether "binnen" or "buiten" at that place is about whom to speak."""
    if len(found) <= _LONGEST_BARE or found[place - 1 : place] == ["van"]:
        return True
    after = found[place + 1 : place + 3]
    return len(after) == 2 and after[0] in _ARTICLES and after[1] in _OWN


def skips(text: str) -> bool:
    """Say whether a short answer passes over the question, or has no preference."""
    found = words(text)
    said = " ".join(found)
    return len(found) <= 6 and any(phrase in said for phrase in _SKIPS)


def asks_how_long(text: str) -> bool:
    """Say whether a short question is about how long something takes, without saying what."""
    found = set(words(text))
    return "lang" in found and bool(found & {"duurt", "duren"}) and not found & _NAMED_ROADS


def yes_or_no(text: str) -> str | None:
    """Return `ja` or `nee` when a short answer begins with it."""
    found = words(text)
    if not found or len(found) > _LONGEST_PICK:
        return None
    if found[0] in _NO:
        return "nee"
    return "ja" if found[0] in _YES else None


def named(text: str, candidates: Iterable[tuple[_Item, str]]) -> _Item | None:
    """Return the one candidate whose name has a telling word in the text; None when unsure."""
    found = set(words(text))
    hits = [item for item, name in candidates if found & _telling(name)]
    return hits[0] if len(hits) == 1 else None


def _telling(name: str) -> set[str]:
    return {word for word in words(name) if len(word) > 3}
