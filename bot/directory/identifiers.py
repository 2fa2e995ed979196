"""Short words by which parts of the file refer to each other."""

from __future__ import annotations

import unicodedata
from typing import Final

from bot.directory.words import RESERVED

_LONGEST: Final = 40


def identifier_for(name: str) -> str | None:
    """Return a short word made of a name; None when that gives no usable word."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    made = "-".join(words)[:_LONGEST].strip("-")
    return made if made and made not in RESERVED else None
