"""What a pack of a country holds: facts, and how sure each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from bot.directory.bodies import Body
from bot.directory.law import Clock, Definition, LawItem
from bot.directory.organisation import Procedure
from bot.domain.replies import Source

Confidence = Literal["high", "medium", "low"]
NOT_SEEN: Final = "niet"


@dataclass(frozen=True)
class Reliability:
    """How far a fact can be trusted: `sure` is whether it may be told without an own check."""

    source: Source | None
    confidence: Confidence
    seen: str
    checked: date

    @property
    def sure(self) -> bool:
        """Whether the fact may be told before the organisation has checked it."""
        return self.confidence != "low" and self.seen != NOT_SEEN


@dataclass(frozen=True)
class PackBody:
    """A body of the pack. `always` cannot be switched off; `sector` has to be switched on."""

    body: Body
    reliability: Reliability
    always: bool = False
    sector: str | None = None


@dataclass(frozen=True)
class PackLaw:
    """A rule of law of the pack."""

    item: LawItem
    reliability: Reliability


@dataclass(frozen=True)
class Advice:
    """A rule that `steunwijzer check` rests on."""

    text: str
    source: Source | None


@dataclass(frozen=True)
class Pack:
    """Everything of one country. Definitions, clocks and usual procedures are sure."""

    country: str
    checked: date
    bodies: Mapping[str, PackBody]
    laws: Mapping[str, PackLaw]
    definitions: tuple[Definition, ...]
    clocks: tuple[Clock, ...]
    advice: Mapping[str, Advice]
    usual_complaints: Procedure | None
    usual_reporting: Procedure | None
