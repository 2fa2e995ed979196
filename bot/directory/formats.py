"""How telephone numbers, links, mail addresses, dates and hours are written, read and checked."""

from __future__ import annotations

import re
from datetime import date, time
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

import phonenumbers

from bot.directory.hours import HourSpan
from bot.directory.words import RESERVED
from bot.domain.replies import Link, Phone

COUNTRY: Final = "NL"
# Telephone numbers of the example organisation: no number in the world begins with 000.
EXAMPLE_NUMBER: Final = "000"
EXAMPLE_DOMAIN: Final = "voorbeeld.example"
_SHORT_NUMBER: Final = 6
_NEEDS_WORK_PHONE: Final = " (alleen met een werktelefoon)"
_EMERGENCY_NUMBERS: Final = frozenset({"112", "113"})
_PHONE: Final = re.compile(r"\+?[0-9 ()./-]{2,30}")
_MAIL: Final = re.compile(
    r"[^\s@<>\"'(),:;\[\]\\]+@[^\s@<>\"'(),:;\[\]\\.]+(\.[^\s@<>\"'(),:;\[\]\\.]+)+"
)
_PHOTO: Final = re.compile(r"[\w-][\w.-]{0,80}\.(jpg|jpeg|png|webp)", re.IGNORECASE)
_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_TIMES: Final = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))? ?(?:uur)? ?(?:-|–|—|tot) ?(\d{1,2})(?:[:.](\d{2}))?(?: ?uur)?"
)
_NOT_IN_LINKS: Final = re.compile(r"[\s\"<>\\^`{|}]")
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH_DAY: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_YEARS: Final = range(2000, 2101)


class FormatError(Exception):
    """A value is not written as it should; `message` and `remedy` are Dutch sentences."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def parse_id(text: str) -> str:
    """Return a short word that other parts refer to."""
    folded = text.casefold()
    if not _ID.fullmatch(folded):
        raise FormatError(
            "Een kenmerk is één kort woord van letters a tot en met z, cijfers, `-` en `_`.",
            "Schrijf bijvoorbeeld `anna` of `kantoor-noord`.",
        )
    if folded in RESERVED:
        raise FormatError(
            f"Het woord `{folded}` heeft in dit bestand al een betekenis.",
            "Kies een ander kenmerk.",
        )
    return folded


def parse_day(text: str) -> date:
    """Return a date written as 2026-12-31 or 31-12-2026."""
    iso, dutch = _DAY.fullmatch(text), _DUTCH_DAY.fullmatch(text)
    remedy = "Schrijf een datum als 2026-12-31 (jaar-maand-dag)."
    try:
        if iso:
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif dutch:
            day = date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        else:
            raise FormatError("Dit is geen datum.", remedy)
    except ValueError:
        raise FormatError("Deze datum bestaat niet.", remedy) from None
    if day.year not in _YEARS:
        raise FormatError("Het jaar van deze datum klopt niet.", remedy)
    return day


def parse_number(text: str, lowest: int, highest: int) -> int:
    """Return a whole number between two others."""
    if text.isascii() and text.isdigit() and len(text) < 10 and lowest <= int(text) <= highest:
        return int(text)
    raise FormatError(
        "Dit is geen geheel getal dat hier kan.", f"Vul een getal in van {lowest} tot {highest}."
    )


def parse_yes_no(text: str) -> bool:
    """Return whether the word is yes."""
    folded = text.casefold()
    if folded in ("ja", "yes", "true"):
        return True
    if folded in ("nee", "no", "false"):
        return False
    raise FormatError("Hier kan alleen ja of nee staan.", "Schrijf `ja` of `nee`.")


def parse_mail(text: str) -> str:
    """Return a mail address."""
    if len(text) > 254 or not _MAIL.fullmatch(text):
        raise FormatError("Dit is geen mailadres.", "Schrijf een adres als naam@bedrijf.nl.")
    return text


def parse_photo(text: str) -> str:
    """Return the name of a picture file."""
    if not _PHOTO.fullmatch(text):
        raise FormatError(
            "Dit is geen naam van een fotobestand.",
            "Schrijf alleen de bestandsnaam, bijvoorbeeld anna.jpg (jpg, png of webp).",
        )
    return text


def parse_link(text: str, label: str) -> Link:
    """Return a link to an https address."""
    remedy = "Schrijf een adres dat begint met https://."
    if text.startswith("http://"):
        raise FormatError("Dit adres begint met http:// en is dus niet beveiligd.", remedy)
    try:
        parts = urlsplit(text)
        usable = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc or _NOT_IN_LINKS.search(text):
        raise FormatError("Dit is geen webadres dat we kunnen gebruiken.", remedy)
    return Link(label=label, href=text)


def parse_phone(text: str, owner: str, label: str | None = None) -> Phone:
    """Return a telephone number as it is written, with the address that calls it."""
    digits = _digits(text)
    if not _PHONE.fullmatch(text) or not 3 <= len(digits) <= 15:
        raise FormatError(
            "Dit is geen telefoonnummer.",
            "Schrijf alleen cijfers, spaties en streepjes, bijvoorbeeld 030-123 45 67.",
        )
    return Phone(label or default_label(owner, text), text, _href(text))


def default_label(owner: str, number: str) -> str:
    """Return what is said of a number when the organisation gives it no name of its own."""
    return owner + _NEEDS_WORK_PHONE if is_internal_number(number) else owner


def is_internal_number(number: str) -> bool:
    """Return whether only a telephone of the organisation can call a number: 3 to 6 digits."""
    short = number.isdigit() and len(number) <= _SHORT_NUMBER and number[0] != "0"
    return short and number not in _EMERGENCY_NUMBERS


def is_example_number(number: str) -> bool:
    """Return whether a number is one of those of the example organisation, which cannot ring."""
    return _digits(number).startswith(EXAMPLE_NUMBER)


def number_can_exist(number: str) -> bool:
    """Return whether such a number can have been given out; numbers of a work telephone can."""
    if is_internal_number(number) or _digits(number) in _EMERGENCY_NUMBERS:
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, COUNTRY))
    except phonenumbers.NumberParseException:
        return False


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())


def _href(number: str) -> str:
    """Return the `tel:` address: the digits as they are written, so that short numbers work too."""
    if number.startswith("+"):
        return "tel:+" + _digits(number.replace("(0)", ""))
    return f"tel:{_digits(number)}"


def parse_times(text: str, weekday: int) -> tuple[HourSpan, ...]:
    """Return the spans of "9:00-12:30, 13:30-17:00" on a day, in order; `dicht` gives none."""
    if text.casefold() in ("dicht", "gesloten", "geen"):
        return ()
    times = [_parse_span(part.strip()) for part in text.replace(" en ", ",").split(",")]
    times.sort()
    for (_, earlier_end), (later_start, _) in pairwise(times):
        if later_start < earlier_end:
            raise FormatError(
                "Deze uren overlappen elkaar.", "Laat elk uur maar één keer voorkomen."
            )
    return tuple(HourSpan(weekday, _time(start), _time(end)) for start, end in times)


def _parse_span(text: str) -> tuple[int, int]:
    found = _TIMES.fullmatch(text)
    remedy = "Schrijf uren als 9:00-17:00, of als 9:00-12:30, 13:30-17:00."
    if not found:
        raise FormatError("Dit zijn geen uren.", remedy)
    start = int(found[1]) * 60 + int(found[2] or 0)
    end = int(found[3]) * 60 + int(found[4] or 0)
    if int(found[2] or 0) > 59 or int(found[4] or 0) > 59 or end > 24 * 60 or start >= 24 * 60:
        raise FormatError("Dit tijdstip bestaat niet.", remedy)
    end = end or 24 * 60
    if end <= start:
        raise FormatError(
            "Deze uren eindigen voordat ze beginnen.",
            "Gaat het over de nacht? Schrijf dan 22:00-24:00, en de volgende dag 0:00-6:00.",
        )
    return start, end


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
