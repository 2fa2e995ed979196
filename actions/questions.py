"""What was offered: the choices behind the buttons of a response, so that "2" or "ja" can be read.

The buttons are data (`data/responses`); their payloads are read here once. The name of a response
with buttons is the id of its question, a closed value of the slot `laatste_vraag`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from actions import reading

RESPONSES: Final = Path(__file__).resolve().parent.parent / "data" / "responses"
OFFERED_SLOTS: Final = ("aangeboden_1", "aangeboden_2", "aangeboden_3")
# Questions whose buttons are the topics that were offered, added by the action.
WITH_TOPICS: Final = frozenset(
    {"utter_twijfel", "utter_twijfel_welke", "utter_geen_crisis", "utter_geen_crisis_en"}
)
# Questions whose first choice is not a "yes": there, "ja" is answered with the choices again.
_OPEN: Final = (
    "utter_opties_",
    "utter_menu",
    "utter_welkom",
    "utter_twijfel",
    "utter_geen_crisis",
    "utter_ask_",
    "utter_vp_verwachten",
)


@dataclass(frozen=True)
class Option:
    """One choice: the intent behind its button and the closed value, if any."""

    intent: str
    choice: str | None = None


def parse(payload: str) -> Option:
    """Return the choice behind a Rasa payload such as `/vp_zoeken{"keuze":"extern"}`."""
    name, brace, rest = payload.removeprefix("/").partition("{")
    values = json.loads(brace + rest) if brace else {}
    return Option(name, values.get("keuze"))


@lru_cache(maxsize=1)
def questions() -> Mapping[str, tuple[Option, ...]]:
    """Return every question with its choices, in the order of its buttons."""
    yaml = YAML(typ="safe", pure=True)
    found: dict[str, tuple[Option, ...]] = {}
    for path in sorted(RESPONSES.glob("*.yml")):
        responses: dict[str, list[dict[str, Any]]] = yaml.load(path.read_text("utf-8"))["responses"]
        for name, variations in responses.items():
            buttons = variations[0].get("buttons")
            if buttons:
                found[name] = tuple(parse(button["payload"]) for button in buttons)
    return found


def options(question: str, offered: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """Return the choices of a question; `offered` are intents that were added as buttons."""
    if question in WITH_TOPICS:
        return (*(Option(intent) for intent in offered), Option("bot_mogelijkheden"))
    return questions().get(question, ())


def picked(question: str, text: str, offered: tuple[str, ...] = ()) -> Option | None:
    """Return the choice that a typed number names, or None when the text is no bare number."""
    number = reading.number(text)
    choices = options(question, offered)
    if number is None or not choices:
        return None
    position = len(choices) if number == reading.LAST else number
    return choices[position - 1] if 1 <= position <= len(choices) else None


def yes(question: str) -> Option | None:
    """Return what "ja" means as an answer to a question, or None when it could mean several."""
    choices = questions().get(question, ())
    if not choices or question.startswith(_OPEN):
        return None
    return choices[0]


def no(question: str) -> Option | None:
    """Return what "nee" means as an answer to a yes-or-no question (`utter_vraag_…`), else None."""
    choices = questions().get(question, ())
    return choices[1] if question.startswith("utter_vraag_") and len(choices) > 1 else None
