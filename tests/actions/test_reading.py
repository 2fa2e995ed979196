"""Typed answers are read against closed values, and nothing else of them is kept."""

from __future__ import annotations

import pytest

from actions import reading


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("2.", 2),
        ("de tweede", 2),
        ("De Tweede graag", 2),
        ("optie 3", 3),
        ("doe maar de eerste", 1),
        ("nummer 12", 12),
        ("de laatste", reading.LAST),
        ("één", 1),
        ("ik heb 2 vragen", None),
        ("", None),
        ("   ", None),
        ("de", None),
        ("123", None),
        ("²", None),
        ("٣", None),
        ("2 en 3", None),
        ("ja", None),
    ],
)
def test_only_a_bare_pick_is_a_number(text: str, number: int | None) -> None:
    """A number inside a sentence is no choice."""
    assert number == reading.number(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("extern", "extern"),
        ("liever iemand van buiten", "extern"),
        ("een interne graag", "intern"),
        ("iemand van mijn eigen organisatie", "intern"),
        ("intern of extern", None),
        ("buiten", "extern"),
        ("iemand buiten de organisatie", "extern"),
        ("ze sluiten me al weken buiten bij de lunch", None),
        ("ik werk altijd buiten in de kou", None),
        ("is er iemand buiten kantoortijd", None),
        ("kan het binnen een week", None),
        ("ik wil mijn eigen verhaal doen", None),
        ("", None),
    ],
)
def test_a_kind_of_adviser_is_read_when_exactly_one_is_named(text: str, kind: str | None) -> None:
    """A question about both, or about when, names none."""
    assert kind == reading.kind(text)


@pytest.mark.parametrize(
    "text", ["overslaan", "Sla over", "maakt niet uit", "geen idee", "zeg ik liever niet"]
)
def test_passing_over_a_question_is_understood(text: str) -> None:
    """Each question can be skipped in words."""
    assert reading.skips(text)


@pytest.mark.parametrize(
    "text", ["", "extern", "ik weet niet of ik dat wel wil vertellen aan haar want dan"]
)
def test_an_answer_or_a_story_is_no_skip(text: str) -> None:
    """A long sentence is not read as a skip."""
    assert not reading.skips(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ja", "ja"),
        ("Ja klopt", "ja"),
        ("nee hoor", "nee"),
        ("nee maar ik wil wel weten wie het is", None),
        ("", None),
        ("jammer", None),
    ],
)
def test_yes_and_no_are_read_from_short_answers(text: str, answer: str | None) -> None:
    """A "nee" at the start of a story is not taken for the answer."""
    assert answer == reading.yes_or_no(text)


def test_a_name_is_found_when_only_one_fits() -> None:
    """Two that fit are none: better ask again than guess."""
    names = (("a", "Anna de Groot"), ("b", "Bram de Groot"))

    assert reading.named("het gaat over anna", names) == "a"
    assert reading.named("het gaat over de groot", names) is None
    assert reading.named("het gaat over de baas", names) is None
