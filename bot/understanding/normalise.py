"""Makes upset typing comparable: case, accents, stretched letters and chat spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML

SPELLING = Path(__file__).parents[2] / "data" / "lexicon" / "spelling.yml"


@lru_cache(maxsize=4)
def read_spelling(path: Path = SPELLING) -> Mapping[str, str]:
    """Return how chat spellings are written in full ("mn": "mijn"), all lower case."""
    content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return {str(k): str(v) for k, v in content["spelling"].items()}


def plain_letters(text: str) -> str:
    """Return the text in lower case without accents; the apostrophes become one kind."""
    lowered = text.lower().replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
    if lowered.isascii():
        return lowered
    return "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )


def normal_word(word: str, spelling: Mapping[str, str]) -> str:
    """Return one word in its plain form: stretched letters shortened, chat spelling written out."""
    plain = _shorten(plain_letters(word))
    return spelling.get(plain, plain)


def _shorten(word: str) -> str:
    """Return the word with runs of three or more of a letter cut to two ("neeeee": "nee")."""
    if len(word) < 3:
        return word
    kept = [word[0], word[1]]
    for letter in word[2:]:
        if letter != kept[-1] or letter != kept[-2] or not letter.isalpha():
            kept.append(letter)
    return "".join(kept)
