"""Bad organisation files: a clear Dutch sentence with the line, and nothing has changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.database.engine import Engine
from bot.directory.checking import check_file
from bot.directory.errors import OrganisationFileInvalid, Problem
from bot.directory.example import load_example
from bot.directory.importing import import_file
from bot.directory.organisation_file import parse_organisation
from bot.directory.pack import Pack
from bot.directory.reading import read_content, read_revision
from tests.directory.conftest import WriteFile
from tests.directory.files import RIGHT, line_of, spoiled


def problems_of(text: str, pack: Pack) -> tuple[Problem, ...]:
    """Return what is wrong with a text."""
    with pytest.raises(OrganisationFileInvalid) as caught:
        parse_organisation(text, pack)
    return caught.value.problems


def test_the_file_that_is_spoiled_below_is_right(pack: Pack) -> None:
    """So that each test fails for its own reason only."""
    content = parse_organisation(RIGHT, pack).content

    assert [adviser.name for adviser in content.advisers] == ["Anna Eik", "Bram Beuk"]


# What is in the file, on which line that is (a part of it), and what the sentence says.
NOT_YAML = {
    "empty": ("", None, "leeg"),
    "only spaces": ("  \n\n", None, "leeg"),
    "only remarks": ("# een organisatie\n", None, "geen organisatiebestand"),
    "one word": ("hallo", "hallo", "geen organisatiebestand"),
    "a list": ("- een\n- twee\n", "- een", "geen organisatiebestand"),
    "a picture": ("\x89PNG\r\n\x1a\n\x00\x00", None, "tekens die niet in een tekstbestand horen"),
    "a NUL": (spoiled("De Eik", "De\0Eik"), None, "tekens die niet in een tekstbestand horen"),
    "a tab": (spoiled("  naam: Stichting", "\tnaam: Stichting"), "\tnaam", "tab"),
    "a colon in a text": (
        spoiled("naam: Anna Eik", "naam: Anna: Eik"),
        "Anna: Eik",
        "dubbele punt",
    ),
    "no colon": (spoiled("beheer: HR", "beheer HR"), "locaties", "dubbele punt"),
    "a quote that stays open": (
        spoiled("naam: Anna Eik", 'naam: "Anna Eik'),
        None,
        "niet compleet",
    ),
    "a bracket that stays open": (
        spoiled("[omgangsvormen]", "[omgangsvormen"),
        None,
        "haakje niet",
    ),
    "a backslash": (spoiled("Anna Eik", '"Anna \\Eik"'), "Anna", "`\\`"),
    "indented too little": (spoiled("    naam: Noord", "   naam: Noord"), "   naam", "inspringen"),
    "indented too much": (spoiled("  omvang", "    omvang"), "omvang", "dubbele punt"),
    "a list item in the wrong place": (
        spoiled("  omvang: 50-99", "  omvang: 50-99\n  - kees"),
        "- kees",
        "inspringen",
    ),
    "links in brackets": (
        spoiled("  beheer: HR", "  gedragscode: [https://a.example]"),
        "https",
        "dubbele punt in een lijst",
    ),
    "an at sign": (spoiled("naam: Zorg", "naam: @zorg"), "@zorg", "niet te lezen"),
    "a list as a key": (
        spoiled("  omvang", "  ? [a, b]\n  : c\n  omvang"),
        "? [a",
        "hoort een naam",
    ),
    "an invisible key": (
        spoiled("  omvang", '  "om\\evang"'),
        "vang",
        "hoort een naam",
    ),
    "an anchor": (spoiled("naam: Zorg", "naam: &zorg Zorg"), "&zorg", "verwijzing"),
    "an alias": (spoiled("naam: Zorg", "naam: *zorg"), "*zorg", "verwijzing"),
    "a tag": (spoiled("naam: Zorg", "naam: !!python/name:os.system Zorg"), "!!python", "uitroep"),
    "two documents": (RIGHT + "---\nnaam: nog een\n", "---", "tweede document"),
    "too deep": ("a: " + "[" * 500, "a: ", "te diep"),
    "an invisible sign": (spoiled("Bram Beuk", '"Bram\\u202eBeuk"'), "Bram", "onzichtbaar teken"),
    "half a character": (spoiled("Bram Beuk", '"Bram \\ud83d"'), None, ""),
}


@pytest.mark.parametrize(("text", "part", "said"), NOT_YAML.values(), ids=NOT_YAML.keys())
def test_what_is_not_an_organisation_file_is_refused_with_its_line(
    text: str, part: str | None, said: str, pack: Pack
) -> None:
    """One sentence that says what is wrong, one that says what to do."""
    problems = problems_of(text, pack)

    assert any(said in problem.message for problem in problems)
    assert all(problem.remedy.endswith((".", "?")) for problem in problems)
    if part is not None:
        assert line_of(text, part) in [problem.line for problem in problems]


# What is changed, into what; the field that is named; what the sentences say.
WRONG_FIELDS = {
    "no name": ("  naam: Stichting De Eik\n", "", "organisatie.naam", "ontbreekt"),
    "an empty name": ("Stichting De Eik", '""', "organisatie.naam", "ontbreekt"),
    "no advisers part": (
        RIGHT[RIGHT.index("vertrouwenspersonen:") : RIGHT.index("klachten")],
        "",
        "vertrouwenspersonen",
        "schrijf `vertrouwenspersonen: geen`",
    ),
    "half a file": (RIGHT[RIGHT.index("klachtenregeling:") :], "", "contacten", "ontbreekt"),
    "cut in the middle": (
        RIGHT[RIGHT.index("    soort: extern") :],
        "",
        "vertrouwenspersonen[2].soort",
        "ontbreekt",
    ),
    "an unknown part": ("wet:", "wetten:", "wetten", "Bedoel je `wet`?"),
    "an unknown key": (
        "    telefoon: 030-123 45 01",
        "    telefon: 030-123 45 01",
        "vertrouwenspersonen[1].telefon",
        "Bedoel je `telefoon`?",
    ),
    "a key that is like nothing": ("  beheer: HR", "  xyzzy: HR", "organisatie.xyzzy", "Kies uit"),
    "a key twice": (
        "  beheer: HR",
        "  beheer: HR\n  beheer: HR",
        "organisatie.beheer",
        "twee keer",
    ),
    "a key twice in other letters": (
        "  beheer: HR",
        "  beheer: HR\n  Beheer: HR",
        "organisatie.beheer",
        "twee keer",
    ),
    "a newer version": ("versie: 1", "versie: 2", "versie", "nieuwere versie"),
    "a version that is no number": ("versie: 1", "versie: een", "versie", "geen geheel getal"),
    "an unknown size": ("50-99", "veel", "organisatie.omvang", "Kies uit"),
    "two sizes": ("omvang: 50-99", "omvang: [50-99, 1-9]", "organisatie.omvang", "maar één woord"),
    "a text that is a list": (
        "naam: Zorg",
        "naam: [Zorg, Welzijn]",
        "afdelingen[1].naam",
        "hoort één tekst",
    ),
    "a part that is a text": (
        "organisatie:\n  naam: Stichting De Eik\n  omvang: 50-99\n  beheer: HR",
        "organisatie: De Eik",
        "organisatie",
        "horen regels",
    ),
    "a list that is a text": (
        "afdelingen:\n  - kenmerk: zorg\n    naam: Zorg\n    locatie: noord",
        "afdelingen: Zorg",
        "afdelingen",
        "hoort een lijst",
    ),
    "a list of words": (
        "afdelingen:\n  - kenmerk: zorg\n    naam: Zorg\n    locatie: noord",
        "afdelingen: [Zorg]",
        "afdelingen",
        "horen regels",
    ),
    "a name that is too long": ("Anna Eik", "A" * 201, "vertrouwenspersonen[1].naam", "te lang"),
    "an unknown kind": (
        "soort: intern",
        "soort: inern",
        "vertrouwenspersonen[1].soort",
        "Bedoel je `intern`?",
    ),
    "no kind": ("    soort: intern\n", "", "vertrouwenspersonen[1].soort", "ontbreekt"),
    "an unknown subject": (
        "[omgangsvormen]",
        "[omgansvormen]",
        "vertrouwenspersonen[1].onderwerpen",
        "Bedoel je `omgangsvormen`?",
    ),
    "no subject": ("[omgangsvormen]", "[]", "vertrouwenspersonen[1].onderwerpen", "ontbreekt"),
    "a site that is not there": (
        "[noord]",
        "[noort]",
        "vertrouwenspersonen[1].locaties",
        "Bedoel je `noord`?",
    ),
    "a department at no site": (
        "    locatie: noord",
        "    locatie: oost",
        "afdelingen[1].locatie",
        "geen locatie met het kenmerk `oost`",
    ),
    "two sites for a department": (
        "    locatie: noord",
        "    locatie: [noord, zuid]",
        "afdelingen[1].locatie",
        "maar één kenmerk",
    ),
    "a site twice": ("kenmerk: zuid", "kenmerk: noord", "locaties[2].kenmerk", "ook op regel 7"),
    "a department twice": (
        "    locatie: noord",
        "  - kenmerk: zorg\n    naam: Nog een",
        "afdelingen[2].kenmerk",
        "al van een andere afdeling",
    ),
    "an adviser twice": (
        "kenmerk: bram",
        "kenmerk: anna",
        "vertrouwenspersonen[2].kenmerk",
        "al van een andere vertrouwenspersoon",
    ),
    "an own body twice": (
        "wet:",
        "    - kenmerk: loket\n      naam: Loket\n      waarvoor: Vragen\n"
        "      onderwerpen: [pesten]\n      telefoon: 112\nwet:",
        "instanties.eigen[2].kenmerk",
        "al van een andere instantie",
    ),
    "an own body of the pack": (
        "kenmerk: loket",
        "kenmerk: csg",
        "instanties.eigen[1].kenmerk",
        "staat al in Steunwijzer",
    ),
    "an id with spaces": (
        "kenmerk: zuid",
        "kenmerk: het zuiden",
        "locaties[2].kenmerk",
        "kort woord",
    ),
    "an id that means something": (
        "kenmerk: zuid",
        "kenmerk: alle",
        "locaties[2].kenmerk",
        "al een betekenis",
    ),
    "no id and no letters": (
        "  - kenmerk: bram\n    naam: Bram Beuk",
        "  - naam: 山田太郎",
        "vertrouwenspersonen[2].kenmerk",
        "geen maken",
    ),
    "not to be reached": (
        "    telefoon: 030-123 45 01\n",
        "",
        "vertrouwenspersonen[1].telefoon",
        "niet te bereiken",
    ),
    "a number with letters": (
        "030-123 45 01",
        "bel de balie",
        "vertrouwenspersonen[1].telefoon",
        "geen telefoonnummer",
    ),
    "a number that is too long": (
        "030-123 45 01",
        "030-123 45 01 99 88 77",
        "vertrouwenspersonen[1].telefoon",
        "geen telefoonnummer",
    ),
    "a number without a number": (
        "telefoon: 030-123 45 01",
        "telefoon:\n      naam: Vast",
        "vertrouwenspersonen[1].telefoon.nummer",
        "ontbreekt",
    ),
    "no mail address": (
        "bram@beuk.example",
        "bram at beuk",
        "vertrouwenspersonen[2].mail",
        "geen mailadres",
    ),
    "a link that is not https": (
        "  beheer: HR",
        "  gedragscode: http://intranet/code",
        "organisatie.gedragscode",
        "http://",
    ),
    "a link that is a script": (
        "  beheer: HR",
        "  gedragscode: 'javascript:alert(1)'",
        "organisatie.gedragscode",
        "geen webadres",
    ),
    "a link with a password": (
        "  beheer: HR",
        "  gedragscode: https://hr:geheim@intranet.example",
        "organisatie.gedragscode",
        "geen webadres",
    ),
    "a link without a server": (
        "  beheer: HR",
        "  gedragscode: https:///code",
        "organisatie.gedragscode",
        "geen webadres",
    ),
    "a link that is broken": (
        "  beheer: HR",
        "  gedragscode: 'https://[intranet'",
        "organisatie.gedragscode",
        "geen webadres",
    ),
    "two links": (
        "  beheer: HR",
        "  gedragscode: ['https://a.example', 'https://b.example']",
        "organisatie.gedragscode",
        "maar één adres",
    ),
    "a language of nowhere": (
        "    locaties: [noord]",
        "    talen: [Engles]",
        "vertrouwenspersonen[1].talen",
        "Bedoel je `Engels`?",
    ),
    "a photo of elsewhere": (
        "    locaties: [noord]",
        "    foto: ../../geheim.jpg",
        "vertrouwenspersonen[1].foto",
        "fotobestand",
    ),
    "a gender we do not know": (
        "    locaties: [noord]",
        "    gender: dame",
        "vertrouwenspersonen[1].gender",
        "Kies uit",
    ),
    "an unknown other role": (
        "    locaties: [noord]",
        "    andere_rollen: [hrm]",
        "vertrouwenspersonen[1].andere_rollen",
        "kennen we hier niet",
    ),
    "close to nobody": (
        "    locaties: [noord]",
        "    dichtbij: [bran]",
        "vertrouwenspersonen[1].dichtbij",
        "Bedoel je `bram`?",
    ),
    "close to no department": (
        "    locaties: [noord]",
        "    dichtbij_leiding: [ict]",
        "vertrouwenspersonen[1].dichtbij_leiding",
        "geen afdeling",
    ),
    "hours that are no hours": (
        "dinsdag: 9:00-12:00",
        "dinsdag: ochtend",
        "vertrouwenspersonen[1].bereikbaar.dinsdag",
        "geen uren",
    ),
    "hours that overlap": (
        "9:00-12:00, 13:00-17:00",
        "9:00-13:00, 12:30-17:00",
        "vertrouwenspersonen[1].bereikbaar.maandag",
        "overlappen",
    ),
    "hours that end first": (
        "dinsdag: 9:00-12:00",
        "dinsdag: 12:00-9:00",
        "vertrouwenspersonen[1].bereikbaar.dinsdag",
        "voordat ze beginnen",
    ),
    "hours over the night": (
        "dinsdag: 9:00-12:00",
        "dinsdag: 22:00-6:00",
        "vertrouwenspersonen[1].bereikbaar.dinsdag",
        "Schrijf dan 22:00-24:00",
    ),
    "a time that is not there": (
        "dinsdag: 9:00-12:00",
        "dinsdag: 9:00-25:00",
        "vertrouwenspersonen[1].bereikbaar.dinsdag",
        "bestaat niet",
    ),
    "a minute that is not there": (
        "dinsdag: 9:00-12:00",
        "dinsdag: 9:75-12:00",
        "vertrouwenspersonen[1].bereikbaar.dinsdag",
        "bestaat niet",
    ),
    "a day that is not there": (
        "dinsdag: 9:00-12:00",
        "disndag: 9:00-12:00",
        "vertrouwenspersonen[1].bereikbaar.disndag",
        "Bedoel je `dinsdag`?",
    ),
    "always and by day": (
        "dinsdag: 9:00-12:00",
        "altijd: ja",
        "vertrouwenspersonen[1].bereikbaar.altijd",
        "er staan ook dagen",
    ),
    "hours in one word": (
        "bereikbaar:\n      werkdagen: 9:00-17:00",
        "bereikbaar: vaak",
        "vertrouwenspersonen[2].bereikbaar",
        "dagen met uren",
    ),
    "yes or no in other words": (
        "dinsdag: 9:00-12:00",
        "feestdagen: soms",
        "vertrouwenspersonen[1].bereikbaar.feestdagen",
        "ja of nee",
    ),
    "leave without a stand-in": (
        "        vervanger: bram\n",
        "",
        "vertrouwenspersonen[1].verlof[1].vervanger",
        "wie de vervanger is",
    ),
    "a stand-in who is not there": (
        "vervanger: bram",
        "vervanger: kees",
        "vertrouwenspersonen[1].verlof[1].vervanger",
        "geen vertrouwenspersoon met het kenmerk `kees`",
    ),
    "their own stand-in": (
        "vervanger: bram",
        "vervanger: anna",
        "vertrouwenspersonen[1].verlof[1].vervanger",
        "eigen vervanger",
    ),
    "stand-ins in a circle": (
        "    mail: bram@beuk.example",
        "    verlof:\n      - van: 2026-12-24\n"
        "        tot_en_met: 2027-01-04\n        vervanger: anna",
        "vertrouwenspersonen[1].verlof[1].vervanger",
        "in een kring: anna → bram → anna",
    ),
    "leave that ends first": (
        "tot_en_met: 2026-12-31",
        "tot_en_met: 2026-11-30",
        "vertrouwenspersonen[1].verlof[1].tot_en_met",
        "voordat het begint",
    ),
    "leave without an end": (
        "        tot_en_met: 2026-12-31\n",
        "",
        "vertrouwenspersonen[1].verlof[1].tot_en_met",
        "ontbreekt",
    ),
    "leave on top of leave": (
        "        vervanger: bram",
        "        vervanger: bram\n"
        "      - van: 2026-12-31\n        tot_en_met: 2027-01-31\n"
        "        vervanger: bram",
        "vertrouwenspersonen[1].verlof[2]",
        "valt samen",
    ),
    "a day in words": (
        "2026-12-01",
        "1 december",
        "vertrouwenspersonen[1].verlof[1].van",
        "geen datum",
    ),
    "a day that does not exist": (
        "2026-12-01",
        "2026-02-30",
        "vertrouwenspersonen[1].verlof[1].van",
        "bestaat niet",
    ),
    "a year that cannot be": (
        "2026-12-01",
        "0026-12-01",
        "vertrouwenspersonen[1].verlof[1].van",
        "jaar",
    ),
    "an unknown emergency role": (
        "soort: bhv",
        "soort: ehbo",
        "locaties[1].noodnummers[1].soort",
        "Kies uit",
    ),
    "no emergency number": (
        "        telefoon: 030-123 45 00\n",
        "",
        "locaties[1].noodnummers[1].telefoon",
        "ontbreekt",
    ),
    "two emergency numbers in one": (
        "telefoon: 030-123 45 00",
        "telefoon: [112, 030-123 45 00]",
        "locaties[1].noodnummers[1].telefoon",
        "maar één nummer",
    ),
    "a procedure without steps": (
        "  stappen:\n    - stap: Meld het\n      termijn: binnen zeven dagen",
        "  stappen: []",
        "meldregeling.stappen",
        "ontbreekt",
    ),
    "a step without words": (
        "stap: Meld het",
        "stap:",
        "meldregeling.stappen[1].stap",
        "ontbreekt",
    ),
    "a document without a link": (
        "meldregeling:\n  naam: Meldregeling",
        "meldregeling:\n  naam: Meldregeling\n  documenten:\n    - naam: X",
        "meldregeling.documenten[1].link",
        "ontbreekt",
    ),
    "a committee without a name": (
        "meldregeling:\n  naam: Meldregeling",
        "meldregeling:\n  naam: Meldregeling\n  meldpunt:\n    mail: a@b.example",
        "meldregeling.meldpunt.naam",
        "ontbreekt",
    ),
    "an unknown contact": ("  hr:", "  hrm:", "contacten.hrm", "Bedoel je `hr`?"),
    "a contact nobody reaches": (
        "    naam: HR\n    telefoon: 030-123 45 03",
        "    naam: HR",
        "contacten.hr.telefoon",
        "niet te bereiken",
    ),
    "a body that is not in the pack": (
        "uit: [nza]",
        "uit: [nzaa]",
        "instanties.uit",
        "De instantie `nzaa` bestaat niet",
    ),
    "an emergency number that goes off": (
        "uit: [nza]",
        "uit: ['112']",
        "instanties.uit",
        "altijd te vinden",
    ),
    "on and off": (
        "uit: [nza]",
        "uit: [vi]\n  aan: [vi]",
        "instanties.uit",
        "bij `aan` en bij `uit`",
    ),
    "a check of nothing": (
        "huisarts: 2026-11-02",
        "huisart: 2026-11-02",
        "instanties.gecontroleerd.huisart",
        "Bedoel je `huisarts`?",
    ),
    "a check on no day": (
        "huisarts: 2026-11-02",
        "huisarts: gisteren",
        "instanties.gecontroleerd.huisarts",
        "geen datum",
    ),
    "an own body nobody reaches": (
        "      telefoon: 030-123 45 04\n",
        "",
        "instanties.eigen[1].telefoon",
        "niet te bereiken",
    ),
    "an own body for no topic": (
        "[pesten]",
        "[pestten]",
        "instanties.eigen[1].onderwerpen",
        "Bedoel je `pesten`?",
    ),
    "a mail address that is a list": (
        "mail: bram@beuk.example",
        "mail: [bram@beuk.example, b@beuk.example]",
        "vertrouwenspersonen[2].mail",
        "hoort één tekst",
    ),
    "months without end": (
        "  beheer: HR",
        "  controle:\n    geldig_maanden: 1000",
        "organisatie.controle.geldig_maanden",
        "van 1 tot 36",
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "field", "said"), WRONG_FIELDS.values(), ids=WRONG_FIELDS.keys()
)
def test_a_wrong_field_is_named_with_its_remedy(
    old: str, new: str, field: str, said: str, pack: Pack
) -> None:
    """The path to the field, a line of the file, and a sentence that helps."""
    text = spoiled(old, new)

    found = [problem for problem in problems_of(text, pack) if problem.field == field]

    assert [problem for problem in found if said in problem.said], found
    assert all(1 <= (problem.line or 1) <= text.count("\n") for problem in found)
    assert all(problem.message[0].isupper() or problem.message[0] == "`" for problem in found)


def test_nothing_has_changed_after_any_of_these_files(
    sqlite_engine: Engine, write_file: WriteFile
) -> None:
    """What was there before is there after, with the same revision."""
    load_example(sqlite_engine)
    before = read_content(sqlite_engine)
    texts = [spoiled(old, new) for old, new, _, _ in WRONG_FIELDS.values()]
    texts += [text for text, _, _ in NOT_YAML.values()]

    for text in texts:
        with pytest.raises(OrganisationFileInvalid, match="Er is niets veranderd"):
            import_file(sqlite_engine, write_file(text))

    assert read_content(sqlite_engine) == before
    assert read_revision(sqlite_engine) == 1


def test_stand_ins_without_end_are_refused(pack: Pack) -> None:
    """Six people who all stand in for the next and are all away: nobody is there."""
    rows = "".join(
        f"  - kenmerk: p{n}\n    naam: P\n    soort: intern\n    onderwerpen: [integriteit]\n"
        f"    telefoon: 030-123 45 0{n}\n    verlof:\n      - van: 2026-12-01\n"
        f"        tot_en_met: 2026-12-31\n        vervanger: p{n + 1}\n"
        for n in range(7)
    ).replace("vervanger: p7", "vervanger: geen")
    start, end = RIGHT.index("  - kenmerk: anna"), RIGHT.index("klachtenregeling:")

    problems = problems_of(RIGHT[:start] + rows + RIGHT[end:], pack)

    assert [problem.field for problem in problems] == ["vertrouwenspersonen[1].verlof[1].vervanger"]
    assert "zo gaat het te lang door: p0 → p1" in problems[0].message


def test_the_place_of_a_mistake_is_where_it_begins(pack: Pack) -> None:
    """Line and position, counted from one, for what YAML refuses and for what we refuse."""
    refused = problems_of(spoiled("naam: Zorg", "naam: @zorg"), pack)[0]
    wrong = problems_of(spoiled("soort: intern", "soort: inern"), pack)[0]

    assert (refused.line, refused.column) == (16, 11)
    assert (wrong.line, wrong.column) == (21, 12)


def test_a_long_word_is_quoted_in_short(pack: Pack) -> None:
    """Forty characters are shown whole, of more only the beginning."""
    whole, cut = (problems_of(spoiled("  beheer", f"  {'x' * n}"), pack)[0] for n in (40, 41))

    assert f"`{'x' * 40}` kennen" in whole.message
    assert f"`{'x' * 37}...` kennen" in cut.message


def test_only_empty_items_are_nothing(pack: Pack) -> None:
    """A dash with nothing behind it does not fill a list."""
    problems = problems_of(spoiled("[omgangsvormen]", "\n      -\n      -"), pack)

    assert [problem.field for problem in problems] == ["vertrouwenspersonen[1].onderwerpen"]


def test_all_problems_of_a_file_are_told_at_once_in_order(pack: Pack) -> None:
    """HR mends a file in one go."""
    text = spoiled("soort: intern", "soort: inern").replace("mail: bram@", "mail: bram at ")
    text = text.replace("omvang: 50-99", "omvang: veel")

    problems = problems_of(text, pack)

    assert [problem.field for problem in problems] == [
        "organisatie.omvang",
        "vertrouwenspersonen[1].soort",
        "vertrouwenspersonen[2].mail",
    ]
    assert [problem.line for problem in problems] == sorted(p.line or 0 for p in problems)


def test_the_error_itself_lists_the_problems_with_their_lines(pack: Pack) -> None:
    """What a command shows is the whole story."""
    with pytest.raises(OrganisationFileInvalid) as caught:
        parse_organisation(spoiled("soort: intern", "soort: inern"), pack)

    assert str(caught.value).splitlines() == [
        "Het bestand is niet ingelezen: er staat 1 fout in. Er is niets veranderd.",
        "regel 21, teken 12, vertrouwenspersonen[1].soort: `inern` kennen we hier niet. "
        "Bedoel je `intern`?",
    ]


def test_a_very_long_list_of_problems_is_cut(pack: Pack) -> None:
    """Fifty are shown, the rest is counted."""
    rows = "".join(f"  - kenmerk: a{n}\n    naam: A\n" for n in range(30))
    start, end = RIGHT.index("  - kenmerk: anna"), RIGHT.index("klachtenregeling:")
    text = RIGHT[:start] + rows + RIGHT[end:]

    with pytest.raises(OrganisationFileInvalid, match="En nog 40 andere") as caught:
        parse_organisation(text, pack)

    assert len(caught.value.problems) == 90


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (RIGHT.encode("utf-16"), "UTF-16"),
        (RIGHT.replace("Eik", "Ëik").encode("cp1252"), "niet opgeslagen als UTF-8"),
        (b"a" * (5 * 1024 * 1024), "groter dan 4 MB"),
        (b"naam: " + b"x" * (10 * 1024 * 1024), "groter dan 4 MB"),
    ],
    ids=["UTF-16", "Windows-1252", "5 MB", "10 MB"],
)
def test_a_file_in_another_shape_is_refused(
    content: bytes, said: str, tmp_path: Path, sqlite_engine: Engine
) -> None:
    """Another encoding, or far too big: said before anything is read."""
    path = tmp_path / "organisatie.yml"
    path.write_bytes(content)

    with pytest.raises(OrganisationFileInvalid, match=said):
        import_file(sqlite_engine, path)


def test_the_place_of_a_wrong_character_is_counted(tmp_path: Path, sqlite_engine: Engine) -> None:
    """The line and the position in it."""
    path = tmp_path / "organisatie.yml"
    path.write_bytes(b"versie: 1\nnaam: \xcbik\n")

    with pytest.raises(OrganisationFileInvalid) as caught:
        import_file(sqlite_engine, path)

    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (2, 7)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path, sqlite_engine: Engine) -> None:
    """Notepad writes one."""
    path = tmp_path / "organisatie.yml"
    path.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())

    assert import_file(sqlite_engine, path).advisers == 2


def test_a_file_that_is_not_there_is_said(tmp_path: Path, sqlite_engine: Engine) -> None:
    """And so is a folder."""
    with pytest.raises(OrganisationFileInvalid, match="bestaat niet"):
        import_file(sqlite_engine, tmp_path / "nergens.yml")
    with pytest.raises(OrganisationFileInvalid, match="kan niet worden gelezen"):
        import_file(sqlite_engine, tmp_path)


BOMBS = {
    "billion laughs": "a: &a [x,x]\n"
    + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
    ),
    "quadratic blowup": "a: &a " + "x" * 100_000 + "\nb: [" + "*a," * 10_000 + "]\n",
    "deep lists": "[" * 200_000,
    "deep keys": "".join(f"{' ' * n}a:\n" for n in range(1000)),
    "deep questions": "? " * 100_000,
    "very many values": "a: [" + "x," * 350_000 + "]",
    "one long line": "a: " + "x" * 3_000_000,
    "many keys": "".join(f"k{n}: v\n" for n in range(150_000)),
    "many dashes": "-\n" * 350_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(name: str, pack: Pack) -> None:
    """Refused within seconds (thirty on a busy machine), whatever it was meant to do."""
    started = time.process_time()

    problems = problems_of(BOMBS[name], pack)

    assert problems
    assert time.process_time() - started < 30


NAMES = [
    "Ömer Çelik",
    "Łucja Żak",
    "Нина Иванова",
    "محمد الأمين",
    "יעל כהן",
    "山田太郎",
    "नेहा",
    "O’Brien",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script_go_in_and_come_out(
    name: str, sqlite_engine: Engine, write_file: WriteFile
) -> None:
    """As they are written, also those from right to left."""
    import_file(sqlite_engine, write_file(spoiled("Anna Eik", name)))

    content = read_content(sqlite_engine)

    assert content is not None
    assert content.advisers[0].name == name


def test_a_check_says_what_an_import_would_say(write_file: WriteFile) -> None:
    """The same sentences, as findings."""
    findings = check_file(write_file(spoiled("soort: intern", "soort: inern")))

    assert [str(finding) for finding in findings] == [
        "fout: regel 21, vertrouwenspersonen[1].soort: `inern` kennen we hier niet. "
        "Bedoel je `intern`?"
    ]
