"""Messages typed worse: one typo, no capitals, no punctuation."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

_NEIGHBOURS = {
    **dict(
        zip("qwertyuiop", ["wa", "qe", "wr", "et", "ry", "tu", "yi", "uo", "ip", "ol"], strict=True)
    ),
    **dict(zip("asdfghjkl", ["sq", "ad", "sf", "dg", "fh", "gj", "hk", "jl", "kp"], strict=True)),
    **dict(zip("zxcvbnm", ["xs", "zc", "xv", "cb", "vn", "bm", "nj"], strict=True)),
}


def one_typo(text: str) -> str:
    """Return the text with one slip of the finger in a word of four letters or more."""
    draw = random.Random(text)  # noqa: S311 - the same slip in the same text every time
    words = text.split(" ")
    long_enough = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long_enough:
        return text
    at = draw.choice(long_enough)
    words[at] = _slip(words[at], draw)
    return " ".join(words)


def _slip(word: str, draw: random.Random) -> str:
    place = draw.randrange(1, len(word) - 1)
    kind = draw.choice(("swap", "drop", "double", "neighbour"))
    if kind == "swap":
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "double":
        return word[:place] + word[place] + word[place:]
    near = _NEIGHBOURS.get(word[place].lower(), word[place])
    return word[:place] + draw.choice(near) + word[place + 1 :]


def no_capitals(text: str) -> str:
    """Return the text in lower case."""
    return text.lower()


def no_punctuation(text: str) -> str:
    """Return the text with everything but letters, digits and spaces left out."""
    return " ".join("".join(c for c in text if c.isalnum() or c.isspace()).split())


CHANGES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "één tikfout": one_typo,
        "geen hoofdletters": no_capitals,
        "geen leestekens": no_punctuation,
    }
)
