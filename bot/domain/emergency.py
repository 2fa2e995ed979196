"""The numbers and words that must come even when everything else fails.

Constants on purpose: no file, database or model stands between an employee in danger and these.
Sources and check dates of the numbers are in `bot/directory/packs/nl.yml`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, cast

from bot.domain.replies import Bubble, CrisisCard, Link, NoticeCard, Phone, card_as_json

CrisisKind = Literal["crisis_suicide", "crisis_acuut_gevaar", "crisis_seksueel_geweld"]

PHONE_112: Final = Phone("Direct gevaar", "112", "tel:112")
PHONE_113: Final = Phone("Zelfmoordpreventie", "113", "tel:113")
PHONE_0800_0113: Final = Phone("Zelfmoordpreventie", "0800-0113", "tel:08000113")
PHONE_CSG: Final = Phone("Centrum Seksueel Geweld", "0800-0188", "tel:08000188")

PHONES: Final = MappingProxyType(
    {
        "crisis_suicide": (PHONE_113, PHONE_0800_0113, PHONE_112),
        "crisis_acuut_gevaar": (PHONE_112,),
        "crisis_seksueel_geweld": (PHONE_CSG, PHONE_112),
    }
)
_LINKS: Final = MappingProxyType(
    {
        "crisis_suicide": (Link("Chat met 113", "https://www.113.nl"),),
        "crisis_seksueel_geweld": (
            Link("Chat met het Centrum Seksueel Geweld", "https://centrumseksueelgeweld.nl"),
        ),
    }
)
_WORDS: Final = MappingProxyType(
    {
        ("crisis_suicide", "nl"): (
            "Bel 113 of 0800-0113, gratis en dag en nacht. Is er nu gevaar? Bel 112. "
            "Je hoeft dit niet alleen te dragen."
        ),
        ("crisis_acuut_gevaar", "nl"): (
            "Bel 112 als er nu gevaar is. Ga naar een veilige plek als dat kan."
        ),
        ("crisis_seksueel_geweld", "nl"): (
            "Bel het Centrum Seksueel Geweld: 0800-0188, gratis en dag en nacht. "
            "Ben je nu niet veilig? Bel 112. Wat er is gebeurd, is niet jouw schuld."
        ),
        ("crisis_suicide", "en"): (
            "Call 113 or 0800-0113, free, day and night. Danger right now? Call 112. "
            "You do not have to carry this alone."
        ),
        ("crisis_acuut_gevaar", "en"): (
            "Call 112 if there is danger now. Go to a safe place if you can."
        ),
        ("crisis_seksueel_geweld", "en"): (
            "Call the Centre for Sexual Assault: 0800-0188, free, day and night. "
            "Not safe now? Call 112. What happened is not your fault."
        ),
    }
)
FAILURE_TEXT: Final = (
    "Ik kan nu even niet antwoorden. Dat ligt aan mij, niet aan jou. Probeer het zo nog eens. "
    "Is er nu gevaar? Bel 112. Denk je aan zelfmoord? Bel 113 of 0800-0113. "
    "Seksueel geweld? Bel 0800-0188."
)


def crisis_bubble(kind: str, language: str = "nl") -> Bubble:
    """Return the fixed answer to a crisis: the number, in Dutch or English, and its card."""
    known = cast(CrisisKind, kind)
    return Bubble(
        text=_WORDS[known, "en" if language == "en" else "nl"],
        custom=card_as_json(CrisisCard(known, PHONES[known], links=_LINKS.get(known, ()))),
    )


def failure_bubble() -> Bubble:
    """Return the answer when no other can be given; it carries the emergency numbers."""
    return Bubble(text=FAILURE_TEXT, custom=card_as_json(NoticeCard("storing", FAILURE_TEXT)))


def has_number(bubbles: tuple[Bubble, ...], kind: str) -> bool:
    """Say whether an answer to a crisis gives its first number."""
    number = PHONES[cast(CrisisKind, kind)][0].number
    return any(number in (bubble.text or "") for bubble in bubbles)
