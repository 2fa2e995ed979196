"""How people write numbers, days, hours and words, and what is made of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.directory.formats import (
    FormatError,
    default_label,
    is_example_number,
    number_can_exist,
    parse_day,
    parse_id,
    parse_link,
    parse_mail,
    parse_phone,
    parse_times,
    parse_yes_no,
)
from bot.directory.identifiers import identifier_for
from bot.directory.languages import LANGUAGES, language_code, language_name
from bot.directory.organisation_file import parse_organisation
from bot.directory.pack import Pack
from bot.directory.snapshot import HourSpan, OpeningHours
from tests.directory.files import spoiled

PHONES = [
    ("030-123 45 67", "tel:0301234567"),
    ("(030) 123 45 67", "tel:0301234567"),
    ("030/1234567", "tel:0301234567"),
    ("06 12.34.56.78", "tel:0612345678"),
    ("+31 30 123 45 67", "tel:+31301234567"),
    ("+31 (0)30 123 45 67", "tel:+31301234567"),
    ("0800-0188", "tel:08000188"),
    ("112", "tel:112"),
    ("4321", "tel:4321"),
]


@pytest.mark.parametrize(("number", "href"), PHONES)
def test_a_number_stays_as_it_is_written_and_can_be_called(number: str, href: str) -> None:
    """What is read is what was typed; what is dialled are its digits."""
    phone = parse_phone(number, "Anna")

    assert (phone.number, phone.href) == (number, href)


@pytest.mark.parametrize(
    "number", ["", "12", "anna", "030-1234567 toestel 4", "tel:030", "٠٣٠١٢٣٤٥٦", "1" * 16, "()"]
)
def test_what_is_no_number_is_refused(number: str) -> None:
    """Letters, other digits, far too few or too many."""
    with pytest.raises(FormatError, match="geen telefoonnummer"):
        parse_phone(number, "Anna")


def test_a_number_of_a_work_telephone_says_so() -> None:
    """Who sits at home with a private telephone cannot call it."""
    assert parse_phone("4321", "Anna").label == "Anna (alleen met een werktelefoon)"
    assert parse_phone("112", "Alarm").label == "Alarm"
    assert parse_phone("4321", "Anna", "Toestel van Anna").label == "Toestel van Anna"
    assert default_label("Anna", "030-1234567") == "Anna"


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        ("030-123 45 67", True),
        ("06-12345678", True),
        ("0900-1113111", True),
        ("0800-0188", True),
        ("+32 2 555 12 12", True),
        ("112", True),
        ("4321", True),
        ("030-123 45 6", False),
        ("06-1234567", False),
        ("012-3456789", False),
        ("+999 1234567", False),
        ("000-1234567", False),
        ("0000", False),
    ],
)
def test_a_number_can_exist_or_not(number: str, possible: bool) -> None:
    """According to the numbering plans."""
    assert number_can_exist(number) is possible


def test_the_numbers_of_the_example_are_known() -> None:
    """They all begin with three zeroes."""
    assert is_example_number("000-111 22 33")
    assert not is_example_number("030-000 00 00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-1-2", date(2026, 1, 2)),
        ("31-12-2026", date(2026, 12, 31)),
        ("1-2-2026", date(2026, 2, 1)),
    ],
)
def test_a_day_is_written_in_two_ways(text: str, day: date) -> None:
    """Year first, or as people write it."""
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9:00-17:00", [("09:00", "17:00")]),
        ("9-17", [("09:00", "17:00")]),
        ("9.00 - 17.00 uur", [("09:00", "17:00")]),
        ("9:00 uur tot 17:00 uur", [("09:00", "17:00")]),
        ("9:00–17:00", [("09:00", "17:00")]),
        ("13:30-17:00, 9:00-12:30", [("09:00", "12:30"), ("13:30", "17:00")]),
        ("9:00-12:30 en 13:30-17:00", [("09:00", "12:30"), ("13:30", "17:00")]),
        ("9:00-12:00, 12:00-17:00", [("09:00", "12:00"), ("12:00", "17:00")]),
        ("22:00-24:00", [("22:00", "00:00")]),
        ("22:00-0:00", [("22:00", "00:00")]),
        ("0:00-24:00", [("00:00", "00:00")]),
        ("dicht", []),
        ("Gesloten", []),
    ],
)
def test_hours_are_written_in_many_ways(text: str, spans: list[tuple[str, str]]) -> None:
    """And come out in order."""
    found = [(f"{span.start:%H:%M}", f"{span.end:%H:%M}") for span in parse_times(text, 2)]

    assert found == spans
    assert {span.weekday for span in parse_times(text, 2)} <= {2}


@pytest.mark.parametrize(
    ("word", "yes"), [("ja", True), ("Nee", False), ("true", True), ("no", False)]
)
def test_yes_and_no(word: str, yes: bool) -> None:
    """In Dutch, or as YAML has it."""
    assert parse_yes_no(word) is yes


@pytest.mark.parametrize(
    "mail", ["anna@bedrijf.nl", "a.b+c@sub.bedrijf.example", "x@bücher.example"]
)
def test_a_mail_address(mail: str) -> None:
    """Stays as it is."""
    assert parse_mail(mail) == mail


@pytest.mark.parametrize(
    "mail",
    ["anna", "anna@bedrijf", "@bedrijf.nl", "a b@c.nl", "a@b@c.nl", "a@b..nl", "x" * 250 + "@a.nl"],
)
def test_what_is_no_mail_address(mail: str) -> None:
    """Is refused."""
    with pytest.raises(FormatError, match="geen mailadres"):
        parse_mail(mail)


def test_a_link_keeps_its_address() -> None:
    """With port, query and fragment."""
    address = "https://intranet.bedrijf.example:8443/a%20b?c=d#e"

    assert parse_link(address, "Regeling").href == address


@pytest.mark.parametrize("sign", [" ", '"', "<", ">", "\\", "^", "`", "{", "|", "}"])
def test_a_link_has_no_signs_that_mean_something_elsewhere(sign: str) -> None:
    """What is put into a page as it is must not be able to end the address."""
    with pytest.raises(FormatError, match="geen webadres"):
        parse_link(f"https://bedrijf.example/a{sign}b", "Regeling")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Anna van Elzen", "anna-van-elzen"),
        ("Ömer Çelik", "omer-celik"),
        ("O'Brien & zn.", "o-brien-zn"),
        ("山田", None),
        ("!!!", None),
        ("Alle", None),
        ("x" * 60, "x" * 40),
    ],
)
def test_a_name_makes_a_short_word(name: str, made: str | None) -> None:
    """Without accents and signs; none where nothing is left."""
    assert identifier_for(name) == made


def test_a_short_word_is_written_in_any_case() -> None:
    """Anna and anna are one."""
    assert parse_id("Anna") == "anna"


def test_languages_have_names_and_codes() -> None:
    """Both can be written; an unknown code stands for itself."""
    assert language_code("engels") == "en"
    assert language_code("EN") == "en"
    assert language_code("Klingon") is None
    assert language_name("en") == "Engels"
    assert language_name("xx") == "xx"
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


def hours_of(written: str, pack: Pack) -> OpeningHours:
    """Return the hours of somebody for whom this is written under `bereikbaar`."""
    text = spoiled("    bereikbaar:\n      werkdagen: 9:00-17:00", f"    bereikbaar:{written}")
    return parse_organisation(text, pack).content.advisers[1].hours


def test_a_day_goes_before_the_working_days_it_belongs_to(pack: Pack) -> None:
    """Every day, then working days or the weekend, then the day itself."""
    hours = hours_of(
        "\n      maandag: dicht\n      werkdagen: 9-17\n      elke dag: 8-12\n      feestdagen: ja",
        pack,
    )

    assert [(span.weekday, span.start.hour) for span in hours.spans] == [
        (1, 9),
        (2, 9),
        (3, 9),
        (4, 9),
        (5, 8),
        (6, 8),
    ]
    assert not hours.closed_on_holidays


def test_hours_may_be_a_list(pack: Pack) -> None:
    """Each span on a line of its own."""
    hours = hours_of("\n      zaterdag:\n        - 9:00-12:00\n        - 13:00-15:00", pack)

    assert [span.start.hour for span in hours.spans] == [9, 13]
    assert isinstance(hours.spans[0], HourSpan)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        (" altijd", OpeningHours(always=True, closed_on_holidays=False)),
        (
            "\n      altijd: ja\n      uitleg: Ook op chat",
            OpeningHours(always=True, closed_on_holidays=False, text="Ook op chat"),
        ),
        ("\n      uitleg: Op afspraak", OpeningHours(text="Op afspraak")),
        ("\n      maandag: dicht", OpeningHours()),
        ("\n      maandag: ['']", OpeningHours()),
        ("\n      feestdagen: ja", OpeningHours()),
        ("", OpeningHours()),
    ],
)
def test_hours_without_days(written: str, hours: OpeningHours, pack: Pack) -> None:
    """Always, on appointment, or not known."""
    assert hours_of(written, pack) == hours
