"""The Dutch pack: every number in a table, every fact with a source, unsure ones off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.directory.assembling import NAMELESS, assemble
from bot.directory.content import DirectoryContent, PackChoices
from bot.directory.errors import PackInvalid
from bot.directory.formats import number_can_exist
from bot.directory.organisation import OwnContact, Procedure
from bot.directory.pack import PACKS, Pack, load_pack, read_pack
from bot.directory.snapshot import OpeningHours, Snapshot
from bot.domain.replies import Link, Phone

# Body, number as the body writes it, and the address that calls it. Nothing else is in the pack.
NUMBERS = {
    ("112", "112", "tel:112"),
    ("113", "113", "tel:113"),
    ("113", "0800-0113", "tel:08000113"),
    ("csg", "0800-0188", "tel:08000188"),
    ("veilig_thuis", "0800-2000", "tel:08002000"),
    ("politie", "0900-8844", "tel:09008844"),
    ("mma", "0800-7000", "tel:08007000"),
    ("shn", "0900-0101", "tel:09000101"),
    ("discriminatie_nl", "0800-0880", "tel:08000880"),
    ("crm", "030-888 38 88", "tel:0308883888"),
    ("huis", "088-133 10 00", "tel:0881331000"),
    ("ap", "088 1805 250", "tel:0881805250"),
    ("nla", "0800-5151", "tel:08005151"),
    ("jl", "0800-8020", "tel:08008020"),
    ("mind", "0900-1450", "tel:09001450"),
    ("luisterlijn", "088 0767 000", "tel:0880767000"),
    ("cvsn", "0900-2025590", "tel:09002025590"),
    ("vi", "0900-1113111", "tel:09001113111"),
    ("pesten_kenniscentrum", "084-8340086", "tel:0848340086"),
}
ALWAYS_OPEN = {"112", "113", "csg", "veilig_thuis", "luisterlijn"}
OFF = {
    "mma",
    "vakbond",
    "rechtsbijstand",
    "huisarts",
    "pesten_kenniscentrum",
    "mind_internet",
    "rechtwijzer",
}
SECTORS = {"mores", "cvsn", "vi", "lkog", "defensie", "politie_intern"}


def shown(choices: PackChoices, pack: Pack) -> Snapshot:
    """Return the picture of an organisation that says this about the pack."""
    return assemble(DirectoryContent(organisation=NAMELESS, choices=choices), pack, 0)


def test_every_number_of_the_pack_is_in_the_table(pack: Pack) -> None:
    """Somebody who changes a number changes it here too, on purpose."""
    found = {
        (body_id, phone.number, phone.href)
        for body_id, item in pack.bodies.items()
        for phone in item.body.phones
    }

    assert found == NUMBERS


def test_every_number_of_the_pack_can_exist() -> None:
    """According to the numbering plan."""
    impossible = {number for _, number, _ in NUMBERS if not number_can_exist(number)}

    assert impossible == set()


def test_only_these_bodies_are_open_day_and_night(pack: Pack) -> None:
    """The hours of the others are not sure enough, or they have nights off."""
    assert {key for key, item in pack.bodies.items() if item.body.hours.always} == ALWAYS_OPEN


def test_unsure_bodies_and_other_sectors_are_off(pack: Pack) -> None:
    """Until the organisation has looked itself (DESIGN 17)."""
    on = {body.id for body in assemble(None, pack, 0).bodies}

    assert set(pack.bodies) - on == OFF | SECTORS


@pytest.mark.parametrize("body_id", sorted(OFF | SECTORS))
def test_an_own_check_date_switches_a_body_on(body_id: str, pack: Pack) -> None:
    """And its source then says when, and is sure."""
    body = shown(PackChoices(bodies_checked=((body_id, date(2026, 11, 2)),)), pack).body(body_id)

    assert body is not None
    assert body.source is not None
    assert (body.source.checked, body.source.confidence) == ("2026-11-02", "high")
    assert body.freshness.checked == date(2026, 11, 2)


def test_a_sector_is_switched_on_when_its_body_is_sure(pack: Pack) -> None:
    """An unsure one of a sector waits for a check all the same."""
    snapshot = shown(PackChoices(on=("vi", "defensie")), pack)

    assert snapshot.body("vi") is not None
    assert snapshot.body("defensie") is None


@pytest.mark.parametrize("body_id", ["112", "113", "csg", "veilig_thuis"])
def test_the_emergency_numbers_show_always(body_id: str, pack: Pack) -> None:
    """Also when somebody gets `off` past the file."""
    snapshot = shown(PackChoices(off=tuple(pack.bodies)), pack)

    assert snapshot.body(body_id) is not None
    assert {body.id for body in snapshot.bodies} == {"112", "113", "csg", "veilig_thuis"}


def test_a_switched_off_body_stays_off_after_a_check(pack: Pack) -> None:
    """Off is off."""
    choices = PackChoices(off=("mma",), bodies_checked=(("mma", date(2026, 11, 2)),))

    assert shown(choices, pack).body("mma") is None


def test_unsure_rules_of_law_wait_for_a_check(pack: Pack) -> None:
    """Then they are told, with the day."""
    assert {"avg", "wbk_geheim"} == set(pack.laws) - {
        law.id for law in shown(PackChoices(), pack).laws
    }

    checked = PackChoices(laws_checked=(("avg", date(2026, 11, 2)), ("wbk_50", date(2026, 11, 3))))
    snapshot = shown(checked, pack)

    found = [snapshot.law("avg"), snapshot.law("wbk_50")]
    assert [law.source.checked for law in found if law and law.source] == [
        "2026-11-02",
        "2026-11-03",
    ]


def test_what_is_told_without_a_check_has_a_source(pack: Pack) -> None:
    """Title, day and confidence; an https address except for the one source on paper."""
    snapshot = assemble(None, pack, 0)
    sources = [body.source for body in snapshot.bodies] + [law.source for law in snapshot.laws]
    sources += [clock.source for clock in snapshot.clocks]
    sources += [definition.source for definition in snapshot.definitions]

    for source in sources:
        assert source is not None
        assert source.href.startswith("https://")
        assert source.confidence in ("high", "medium")
        assert date.fromisoformat(source.checked) <= date(2026, 11, 21)


def test_the_own_occupational_physician_replaces_the_general_one(pack: Pack) -> None:
    """With the number that the organisation gives; other contacts change nothing."""
    phone = Phone("Arbo", "030-1234567", "tel:0301234567")
    contact = OwnContact(
        "bedrijfsarts",
        "Arbo",
        phones=(phone,),
        link=Link("Arbo", "https://arbo.example"),
        hours=OpeningHours(always=True, closed_on_holidays=False),
    )
    content = DirectoryContent(organisation=NAMELESS, contacts=(contact, OwnContact("hr", "HR")))

    body = assemble(content, pack, 0).body("bedrijfsarts")
    bare = assemble(
        replace(content, contacts=(OwnContact("bedrijfsarts", "A", phones=(phone,)),)), pack, 0
    ).body("bedrijfsarts")

    assert body is not None
    assert (body.phones, body.links, body.hours.always) == ((phone,), (contact.link,), True)
    assert bare is not None
    assert bare.hours.text.startswith("Vraag je werkgever")


def test_an_own_procedure_names_its_document_as_its_source(pack: Pack) -> None:
    """Once somebody has checked it."""
    procedure = Procedure("Regeling", (), documents=(Link("De regeling", "https://a.example"),))
    checked = replace(procedure, freshness=replace(procedure.freshness, checked=date(2026, 11, 2)))
    content = DirectoryContent(
        organisation=NAMELESS, complaints_procedure=checked, reporting_procedure=procedure
    )

    snapshot = assemble(content, pack, 0)

    assert snapshot.complaints_procedure is not None
    assert snapshot.complaints_procedure.source is not None
    assert snapshot.complaints_procedure.source.title == "De regeling"
    assert snapshot.reporting_procedure == procedure


def test_how_it_usually_goes_is_there_for_who_has_no_own_procedure(pack: Pack) -> None:
    """Both roads, each with the source."""
    assert pack.usual_complaints is not None
    assert pack.usual_complaints.steps[0].title == "Je dient een klacht in"
    assert pack.usual_reporting is not None
    assert [step.term for step in pack.usual_reporting.steps if step.term] == [
        "binnen zeven dagen",
        "uiterlijk drie maanden na de bevestiging",
    ]


def test_a_country_without_a_pack_is_refused() -> None:
    """The sentence names the file."""
    with pytest.raises(PackInvalid, match=r"be\.yml klopt niet"):
        load_pack("be")


SPOILED: dict[str, tuple[Callable[[str], str], str]] = {
    "an unknown source": (lambda text: text.replace("bron: anp_113", "bron: anp_114"), "anp_114"),
    "no source": (lambda text: text.replace("    bron: anp_113\n", ""), "Deze bron ontbreekt"),
    "no confidence": (
        lambda text: text.replace(
            "    zekerheid: hoog\n    gezien: direct\n\n  - kenmerk: csg",
            "    gezien: direct\n\n  - kenmerk: csg",
        ),
        "zekerheid",
    ),
    "an unsure term": (
        lambda text: text.replace(
            "    bron: verjaring\n    zekerheid: middel", "    bron: verjaring\n    zekerheid: laag"
        ),
        "niet zeker genoeg",
    ),
    "a body twice": (lambda text: text.replace("kenmerk: mma", "kenmerk: csg"), "twee keer"),
    "an unknown road": (lambda text: text.replace("weg: klacht", "weg: pad"), "pad"),
    "no day": (lambda text: text.replace("gecontroleerd: 2026-11-21\n", "", 1), "gecontroleerd"),
    "an unknown part": (lambda text: text + "\nweetjes: geen\n", "weetjes"),
    "an unknown topic": (lambda text: text.replace("[pesten]", "[plagen]"), "plagen"),
    "nothing": (lambda text: "", "leeg"),
}


@pytest.mark.parametrize(("spoil", "said"), SPOILED.values(), ids=SPOILED.keys())
def test_a_spoiled_pack_is_refused_by_name(
    spoil: Callable[[str], str], said: str, tmp_path: Path
) -> None:
    """A mistake of ours does not reach an employee."""
    path = tmp_path / "nl.yml"
    path.write_text(spoil((PACKS / "nl.yml").read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(PackInvalid, match=said):
        read_pack(path)


def test_a_pack_without_usual_procedures_may_be(tmp_path: Path) -> None:
    """Another country need not have them."""
    text = (PACKS / "nl.yml").read_text(encoding="utf-8")
    start, end = text.index("gebruikelijke_klachtenregeling:"), text.index("begrippen:")
    path = tmp_path / "xx.yml"
    path.write_text(text[:start] + text[end:], encoding="utf-8")

    pack = read_pack(path)

    assert (pack.usual_complaints, pack.usual_reporting) == (None, None)


def test_what_the_pack_tells_is_plain_dutch(pack: Pack) -> None:
    """Short sentences, as in docs/schrijfwijzer.md: at most 22 words, mostly far fewer."""
    texts = [item.body.purpose for item in pack.bodies.values()]
    texts += [law.item.text for law in pack.laws.values()]
    texts += [clock.text for clock in pack.clocks]
    texts += [definition.text for definition in pack.definitions]
    for procedure in (pack.usual_complaints, pack.usual_reporting):
        assert procedure is not None
        texts += [step.text for step in (*procedure.informal_steps, *procedure.steps)]
    sentences = [part for text in texts for part in text.replace("?", ".").split(". ") if part]

    lengths = [len(sentence.split()) for sentence in sentences]

    assert max(lengths) <= 22, sentences[lengths.index(max(lengths))]
    assert sum(lengths) / len(lengths) < 15
