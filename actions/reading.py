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
_INTERN: Final = frozenset({"intern", "interne", "binnen"})
_EXTERN: Final = frozenset({"extern", "externe", "buiten", "buitenaf"})
# "Buiten kantoortijd" and "binnen een week" are about when, not about whom.
_ABOUT_TIME: Final = frozenset(
    {"kantoortijd", "kantooruren", "werktijd", "een", "één", "1", "enkele", "twee", "2", "paar"}
)
_OWN: Final = frozenset({"organisatie", "bedrijf", "werk", "afdeling"})
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
    pairs = [(word, "".join(found[place + 1 : place + 2])) for place, word in enumerate(found)]
    named = {word for word, after in pairs if after not in _ABOUT_TIME}
    inside = bool(named & _INTERN) or any(w == "eigen" and after in _OWN for w, after in pairs)
    outside = bool(named & _EXTERN)
    if inside == outside:
        return None
    return "intern" if inside else "extern"


def skips(text: str) -> bool:
    """Say whether a short answer passes over the question, or has no preference."""
    found = words(text)
    said = " ".join(found)
    return len(found) <= 6 and any(phrase in said for phrase in _SKIPS)


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
