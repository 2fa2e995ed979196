"""What the program says about the conversation itself, outside the dialogue."""

from __future__ import annotations

from typing import Literal

from bot.domain.replies import Bubble, NoticeCard, card_as_json

Code = Literal["voorbeeld", "te_lang", "gewist", "einde"]

_WORDS: dict[Code, str] = {
    "voorbeeld": "Voorbeeld: deze vertrouwenspersonen bestaan niet. Dit is een proefversie.",
    "te_lang": (
        "Je bericht is te lang voor mij om in één keer te lezen. Wil je het korter maken? "
        "Je tekst staat nog in het invulveld. De kern in een paar zinnen is genoeg."
    ),
    "gewist": "Het gesprek is gewist. Ik weet er niets meer van.",
    "einde": "Dit gesprek is lang geworden. Ik begin opnieuw en weet niets meer van hiervoor.",
}


def notice(code: Code) -> Bubble:
    """Return the bubble of a notice, with its card for channels that act on the code."""
    return Bubble(text=_WORDS[code], custom=card_as_json(NoticeCard(code, _WORDS[code])))
