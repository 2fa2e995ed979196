"""One turn: what comes in, and in which conversation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Channel = Literal["web", "teams", "talk"]

# Characters that are there but not seen. Format characters (Cf) hide a slash before an intent and
# reverse the direction of a line; a lone surrogate (Cs) cannot be written as UTF-8.
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_KEPT = frozenset("\n\t\u200d")  # line ends, tabs, and the joiner inside one emoji


@dataclass(frozen=True)
class Utterance:
    """What an employee typed or pressed; `sender` is the conversation's name on its channel."""

    sender: str
    message: str
    channel: Channel


def clean_text(text: str) -> str:
    """Return the text as a person meant it: NFC, without unseen characters or a slash in front.

    The slash goes because Rasa reads `/word` as an intent (privacy.md L2, L3); typed text never
    becomes one.
    """
    seen = "".join(
        c if c in _KEPT or unicodedata.category(c) not in _UNSEEN else " "
        for c in unicodedata.normalize("NFC", text)
    )
    return seen.lstrip(" \t\n\u200d/\u2044\u2215\uff0f").strip()
