"""Languages that advisers speak: ISO codes for the program, Dutch names for people."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = {
    "nl": "Nederlands",
    "ar": "Arabisch",
    "bg": "Bulgaars",
    "bn": "Bengaals",
    "cs": "Tsjechisch",
    "da": "Deens",
    "de": "Duits",
    "el": "Grieks",
    "en": "Engels",
    "es": "Spaans",
    "et": "Ests",
    "fa": "Perzisch",
    "fi": "Fins",
    "fr": "Frans",
    "fy": "Fries",
    "he": "Hebreeuws",
    "hi": "Hindi",
    "hr": "Kroatisch",
    "hu": "Hongaars",
    "id": "Indonesisch",
    "it": "Italiaans",
    "ja": "Japans",
    "ko": "Koreaans",
    "ku": "Koerdisch",
    "li": "Limburgs",
    "lt": "Litouws",
    "lv": "Lets",
    "nds": "Nedersaksisch",
    "no": "Noors",
    "pap": "Papiaments",
    "pl": "Pools",
    "ps": "Pasjtoe",
    "pt": "Portugees",
    "ro": "Roemeens",
    "ru": "Russisch",
    "sk": "Slowaaks",
    "sl": "Sloveens",
    "so": "Somalisch",
    "sq": "Albanees",
    "sr": "Servisch",
    "srn": "Sranantongo",
    "sv": "Zweeds",
    "ta": "Tamil",
    "th": "Thai",
    "ti": "Tigrinya",
    "tr": "Turks",
    "tzm": "Tamazight",
    "uk": "Oekraïens",
    "ur": "Urdu",
    "vi": "Vietnamees",
    "zh": "Chinees",
    "dse": "Nederlandse Gebarentaal",
}
_CODES: Final = {name.casefold(): code for code, name in LANGUAGES.items()}


def language_name(code: str) -> str:
    """Return the Dutch name of a language, or the code itself when it has none here."""
    return LANGUAGES.get(code, code)


def language_code(name: str) -> str | None:
    """Return the code for a Dutch name or a code in any case; None when it is not known here."""
    folded = name.casefold()
    return folded if folded in LANGUAGES else _CODES.get(folded)
