"""`docs/organisatie.md` explains every word of the file and every sentence that HR can get."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.directory.assembling import assemble
from bot.directory.bodies import ROLES, TOPICS
from bot.directory.checking import check_snapshot
from bot.directory.example_file import EXAMPLE_FILE
from bot.directory.organisation import CONTACT_ROLES, SIZE_BANDS
from bot.directory.organisation_file import parse_organisation
from bot.directory.pack import Pack
from bot.directory.words import GENDERS, GROUPS_OF_DAYS, KINDS, OTHER_ROLES, SAFETY_LABELS, SUBJECTS
from tests.directory.files import spoiled
from tests.directory.moments import MONDAY_MORNING
from tests.directory.test_bad_input import NOT_YAML, WRONG_FIELDS, problems_of
from tests.directory.test_checking import FINDINGS, sound_organisation

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "organisatie.md").read_text(encoding="utf-8")
SOURCES = Path(__file__).resolve().parents[2] / "bot" / "directory"
_ROWS = re.findall(r"^\| (.+?[.)]) \| .+ \|$", TEXT, re.MULTILINE)
EXPLAINED = [re.compile(re.escape(row).replace("…", ".+")) for row in _ROWS]


def is_explained(sentence: str) -> bool:
    """Return whether a row of one of the tables is this sentence."""
    return any(row.fullmatch(sentence) for row in EXPLAINED)


def test_every_problem_with_a_file_is_explained(pack: Pack) -> None:
    """What the tables of bad input bring up has a row."""
    texts = [text for text, _, _ in NOT_YAML.values()]
    texts += [spoiled(old, new) for old, new, _, _ in WRONG_FIELDS.values()]
    said = {problem.message for text in texts for problem in problems_of(text, pack)}

    assert len(said) > 60
    assert [sentence for sentence in sorted(said) if not is_explained(sentence)] == []


def test_every_finding_of_a_check_is_explained(pack: Pack) -> None:
    """What the table of findings brings up has a row."""
    sound = sound_organisation(pack)
    said = {
        finding.message
        for change, *_ in FINDINGS.values()
        for finding in check_snapshot(change(sound), MONDAY_MORNING)
    }

    assert len(said) > 30
    assert [sentence for sentence in sorted(said) if not is_explained(sentence)] == []


def test_nothing_is_explained_that_cannot_happen() -> None:
    """The first words of every row are somewhere in the code."""
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    code = re.sub(r'"\s*\n\s*f?"', "", code).replace("\\\\", "\\")

    longest = [max(re.split("…|`", row), key=len).strip(" .") for row in _ROWS]

    assert [part for part in longest if part not in code] == []


def test_every_key_that_is_read_is_explained() -> None:
    """Every field that the reader takes stands between backticks."""
    taken = set()
    for path in [*SOURCES.glob("organisation_file/*.py"), *SOURCES.glob("*_fields.py")]:
        found = re.findall(
            r"\.(?:text|long_text|texts|choice|choices|parsed|day|number|yes|section|sections|take)"
            r'\(\s*"(\w+)"',
            path.read_text(encoding="utf-8"),
        )
        taken.update(found)
    taken |= {"locatie", "locaties", "dichtbij", "afspraak", "website", "uit", "aan"}

    assert len(taken) > 40
    assert [key for key in sorted(taken) if f"`{key}`" not in TEXT and f"`{key}:" not in TEXT] == []


@pytest.mark.parametrize(
    "words",
    [
        TOPICS, ROLES, SIZE_BANDS, CONTACT_ROLES, SUBJECTS, KINDS, GENDERS, OTHER_ROLES,
        tuple(SAFETY_LABELS), ("werkdagen", "weekend", "elke_dag", "maandag", "zondag"),
    ],
)  # fmt: skip
def test_every_word_of_a_closed_list_is_named(words: tuple[str, ...]) -> None:
    """Nobody has to guess what may stand there."""
    assert [word for word in words if f"`{word}`" not in TEXT] == []
    assert {"werkdagen", "weekend", "elke_dag"} <= set(GROUPS_OF_DAYS)


def test_every_body_of_the_pack_is_named_with_what_it_is(pack: Pack) -> None:
    """On, off until checked, or off until the sector is switched on: as the pack has it."""
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\| .+? \| (.+?) \|$", TEXT, re.MULTILINE)
    said = {name: state for names, state in rows for name in re.findall(r"`(\w+)`", names)}
    on = {body.id for body in assemble(None, pack, 0).bodies}

    assert set(pack.bodies) <= set(said)
    for name, item in pack.bodies.items():
        if item.always:
            assert said[name].startswith("altijd aan")
        elif name in on:
            assert said[name].startswith("aan")
        elif item.reliability.sure:
            assert "aanzet" in said[name]
        else:
            assert "nagekeken" in said[name]


def test_unsure_rules_of_law_are_named(pack: Pack) -> None:
    """Those that wait for a check."""
    unsure = [name for name, law in pack.laws.items() if not law.reliability.sure]

    assert [name for name in unsure if f"`{name}`" not in TEXT] == []


def test_the_small_file_in_the_page_is_right(pack: Pack) -> None:
    """Who copies it gets no errors, and advice only about what is really missing."""
    small = re.findall(r"```yaml\n(.+?)```", TEXT, re.DOTALL)[0]

    content = parse_organisation(small, pack).content
    findings = check_snapshot(assemble(content, pack, 0), MONDAY_MORNING)

    assert [adviser.name for adviser in content.advisers] == ["Noor Bakker", "Tomas de Wilde"]
    assert {finding.severity for finding in findings} == {"advies"}
    assert {finding.field for finding in findings} == {
        "meldregeling",
        "locaties[2].noodnummers",
        "controle",
    }


def test_the_example_uses_every_part_that_the_page_explains() -> None:
    """So that there is an example of each."""
    example = EXAMPLE_FILE.read_text(encoding="utf-8")
    parts = re.findall(r"^\| `(\w+)` \| (?:ja|nee)", TEXT, re.MULTILINE)

    assert len(parts) == 10
    assert [part for part in parts if part != "wet" and f"\n{part}:" not in example] == []
