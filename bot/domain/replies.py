"""What the assistant can answer: bubbles with text, buttons and one card of a closed set.

The wire form of a card is `card_as_json(card)`: the fields of the dataclass and `type`.
It is a contract with the channels (`docs/antwoordkaarten.md`); `text` of the bubble always
says the same as its card in words, so a channel that knows no cards loses nothing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Literal

Urgency = Literal["nu_bereikbaar", "later_bereikbaar", "onbekend"]


@dataclass(frozen=True)
class Phone:
    """A telephone number as its owner writes it, with the address that calls it (`tel:113`)."""

    label: str
    number: str
    href: str


@dataclass(frozen=True)
class Link:
    """A link out: what it is, and an https address."""

    label: str
    href: str


@dataclass(frozen=True)
class Source:
    """Where a fact comes from and when it was last looked at (ISO date)."""

    title: str
    href: str
    checked: str
    confidence: Literal["high", "medium", "low"]


@dataclass(frozen=True)
class AdviserCard:
    """One confidential adviser, with every way to reach them and why they fit."""

    type: ClassVar[str] = "adviser"
    id: str
    name: str
    kind: Literal["intern", "extern"]
    reasons: tuple[str, ...]
    availability: Urgency
    availability_text: str
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    mail_href: str | None = None
    appointment: Link | None = None
    hours: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    photo: str | None = None
    example: bool = False


@dataclass(frozen=True)
class BodyCard:
    """One body outside the organisation."""

    type: ClassVar[str] = "body"
    id: str
    name: str
    purpose: str
    phones: tuple[Phone, ...]
    links: tuple[Link, ...]
    availability: Urgency
    availability_text: str
    cost: str | None = None
    anonymous: str | None = None
    hours: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True)
class Step:
    """One step of a procedure; `term` is its time limit in words, if there is one."""

    title: str
    text: str
    term: str | None = None


@dataclass(frozen=True)
class StepsCard:
    """A procedure in its order, the organisation's own or the usual one."""

    type: ClassVar[str] = "steps"
    title: str
    own: bool
    steps: tuple[Step, ...]
    links: tuple[Link, ...] = ()
    source: Source | None = None


@dataclass(frozen=True)
class ClockCard:
    """A term that matters: what must be done, within which time."""

    type: ClassVar[str] = "clock"
    title: str
    term: str
    text: str
    source: Source | None = None


@dataclass(frozen=True)
class SourceCard:
    """The sources of what was just said."""

    type: ClassVar[str] = "source"
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CrisisCard:
    """The numbers that come before everything; `own` are those of the organisation, beneath 112."""

    type: ClassVar[str] = "crisis"
    kind: Literal["crisis_suicide", "crisis_acuut_gevaar", "crisis_seksueel_geweld"]
    phones: tuple[Phone, ...]
    own: tuple[Phone, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class NoticeCard:
    """Something about the conversation itself, not its subject; `code` is for the channel."""

    type: ClassVar[str] = "notice"
    code: Literal["voorbeeld", "te_lang", "storing", "gewist", "privacy", "einde"]
    text: str


Card = AdviserCard | BodyCard | StepsCard | ClockCard | SourceCard | CrisisCard | NoticeCard
CARD_TYPES: tuple[type[Card], ...] = (
    AdviserCard,
    BodyCard,
    StepsCard,
    ClockCard,
    SourceCard,
    CrisisCard,
    NoticeCard,
)


@dataclass(frozen=True)
class Button:
    """A choice: what it says, and its payload: of Rasa inside, an opaque token outside."""

    title: str
    payload: str


@dataclass(frozen=True)
class Bubble:
    """One message of the assistant."""

    text: str | None = None
    buttons: tuple[Button, ...] = ()
    custom: dict[str, Any] | None = field(default=None, hash=False)

    def as_json(self, recipient_id: str) -> dict[str, Any]:
        """Return the wire form of the web contract; absent parts are left out."""
        answer: dict[str, Any] = {"recipient_id": recipient_id}
        if self.text:
            answer["text"] = self.text
        if self.buttons:
            answer["buttons"] = [asdict(button) for button in self.buttons]
        if self.custom is not None:
            answer["custom"] = self.custom
        return answer


def card_as_json(card: Card) -> dict[str, Any]:
    """Return the wire form of a card: its fields, and `type`."""
    return {"type": card.type, **asdict(card)}
