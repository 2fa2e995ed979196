"""What the texts say: short, plain, true by their facts, and no promise that nobody can keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.emergency import PHONES
from bot.domain.intents import CRISIS_INTENTS
from tests.content.conftest import Responses

KINDS = {"veiligheid", "privacy", "computerprogramma", "feit", "gesprek"}
LONGEST_BUBBLE = 60
LONGEST_SENTENCE = 22
LONGEST_MEAN = 9
# The only telephone numbers that a text may spell out. Others come from the directory.
NUMBERS = {"112", "113", "0800-0113", "0800-0188", "0800-2000", "0900-8844"}
_NUMBER = re.compile(
    r"(?<![\d-])(?:11[0-9]|14\d|0\d{2,3}[- ]?\d(?: ?\d){3,}|1[78]\d\d(?=\D))(?![\d-])"
)
# What the actions give; anything else in braces would be an empty place.
PLACES = {
    "adres", "anoniem", "achter", "bereikbaar", "commissie", "contact", "doel", "kosten", "naam",
    "nummers", "organisatie", "redenen", "soort", "stappen", "termijn", "titel", "uitleg",
}  # fmt: skip
HARD_WORDS = (
    "derhalve", "middels", "omtrent", "indien", "teneinde", "ontvankelijk", "betreffende",
    "aldus", "conform", "inzake", "zulks", "tevens", "desgewenst", "dient te", "jegens",
    "alsmede", "reeds", "wederhoor", "verschoningsrecht", "benadelingsverbod", "hetgeen",
)  # fmt: skip
SMALL_TALK = {
    "utter_bedankt", "utter_afscheid", "utter_schelden", "utter_emotie", "utter_buiten_bereik",
    "utter_twijfel", "utter_twijfel_bij_vraag", "utter_bevestigen", "utter_ontkennen",
    "utter_opnieuw", "utter_menu", "utter_welkom_terug", "utter_situatie_meer",
    "utter_ask_vp_conflict", "utter_ask_vp_soort", "utter_ask_vp_niet", "utter_ask_vp_locatie",
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line of a list is one."""
    plain = text.replace("113.nl", "113nl").replace("eerstekamer.nl", "eerstekamernl")
    return [s for s in re.split(r"(?<=[.?!:])\s+|\n", plain) if s.strip(" -")]


def test_a_bubble_is_at_most_sixty_words(texts: list[tuple[str, str]]) -> None:
    """Without what the directory adds; with it: `tests/actions/test_every_turn.py`."""
    for name, text in texts:
        assert len(text.split()) <= LONGEST_BUBBLE, (name, len(text.split()))


def test_sentences_are_short(texts: list[tuple[str, str]]) -> None:
    """A measure of B1, no proof of it: length says nothing of what is hard to hear."""
    lengths = []
    for name, text in texts:
        for sentence in sentences(text):
            lengths.append(len(sentence.split()))
            assert len(sentence.split()) <= LONGEST_SENTENCE, (name, sentence)

    assert sum(lengths) / len(lengths) <= LONGEST_MEAN


def test_no_hard_words(texts: list[tuple[str, str]]) -> None:
    """Words that only officials write."""
    for name, text in texts:
        for word in HARD_WORDS:
            assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), (name, word)


def test_forbidden_promises_are_nowhere(project: Path, texts: list[tuple[str, str]]) -> None:
    """The list is the one in the writing guide."""
    guide = (project / "docs" / "schrijfwijzer.md").read_text("utf-8")
    table = guide.split("## Wat we nooit beloven")[1].split("\n## ")[0]
    forbidden = [row.split("|")[1].strip() for row in table.splitlines() if row.startswith("| ")][
        1:
    ]

    assert len(forbidden) > 15
    for name, text in texts:
        for promise in forbidden:
            assert not re.search(rf"(?<!\w){re.escape(promise)}(?!\w)", text, re.IGNORECASE), (
                name,
                promise,
            )


def test_telephone_numbers_are_those_of_the_list(texts: list[tuple[str, str]]) -> None:
    """And each of the list is used, so that the list stays true."""
    found = set()
    for name, text in texts:
        for number in _NUMBER.findall(text):
            assert number in NUMBERS, (name, number)
            found.add(number)

    assert found == NUMBERS


@pytest.mark.parametrize("text", ["Bel 0800-1234.", "Bel 144 nu", "Bel 088 0767 000", "of 1712."])
def test_a_number_outside_the_list_would_be_found(text: str) -> None:
    """The pattern sees what it should see."""
    assert set(_NUMBER.findall(text)) - NUMBERS


def test_every_text_says_of_which_kind_it_is(responses: Responses) -> None:
    """By which an organisation may replace it or only add to it."""
    for name, variations in responses.items():
        for variation in variations:
            assert variation["metadata"]["soort"] in KINDS, name


def test_safety_texts_carry_a_number(responses: Responses) -> None:
    """In every variation and every language."""
    for name, variations in responses.items():
        for variation in variations:
            if variation["metadata"]["soort"] == "veiligheid":
                assert re.search(r"\b(112|113|0800-0188)\b", variation["text"]), name


@pytest.mark.parametrize("intent", CRISIS_INTENTS)
@pytest.mark.parametrize("suffix", ["", "_en"])
def test_a_crisis_text_begins_with_its_number_and_has_them_all(
    responses: Responses, intent: str, suffix: str
) -> None:
    """The number is in the first sentence, with what it costs and when."""
    (variation,) = responses[f"utter_{intent}{suffix}"]
    text = variation["text"]

    assert variation["metadata"]["soort"] == "veiligheid"
    assert PHONES[intent][0].number in sentences(text)[0] + sentences(text)[1]
    assert all(phone.number in text for phone in PHONES[intent])
    assert "buttons" not in variation


def test_texts_about_the_program_and_about_keeping_are_of_that_kind(responses: Responses) -> None:
    """So that nobody can write them away."""
    for name, variations in responses.items():
        kinds = {variation["metadata"]["soort"] for variation in variations}
        if name.startswith("utter_privacy"):
            assert kinds == {"privacy"}, name
        if name.startswith(("utter_identiteit", "utter_welkom", "utter_mens")):
            assert kinds == {"computerprogramma"} or name == "utter_welkom_terug", name
        if name.startswith(("utter_crisis", "utter_storing", "utter_default")):
            assert kinds == {"veiligheid"}, name


def test_the_welcome_says_what_it_is_and_keeps_and_the_emergency_line(
    responses: Responses,
) -> None:
    """In every channel."""
    for variation in responses["utter_welkom"]:
        text = variation["text"]
        assert "computerprogramma" in text
        assert "bewaar" in text
        assert "112" in text
        assert "113" in text
        assert len(variation["buttons"]) == 6


def test_privacy_is_told_for_each_channel_that_differs(responses: Responses) -> None:
    """In Teams the employer may keep what is typed; the text says so."""
    for name in ("utter_privacy", "utter_privacy_meelezen"):
        channels = {variation.get("channel"): variation["text"] for variation in responses[name]}
        assert set(channels) == {None, "teams", "talk"}
    assert "Teams" in responses["utter_privacy"][1]["text"]


def test_every_response_has_words_for_every_channel(responses: Responses) -> None:
    """A response with words for one channel only would be silence in the others."""
    for name, variations in responses.items():
        assert any("channel" not in variation for variation in variations), name


def test_conditions_are_repeated_on_every_channel(responses: Responses) -> None:
    """Rasa prefers a channel to a condition, so a condition must be on each."""
    for name, variations in responses.items():
        if any("condition" in variation for variation in variations):
            assert all("condition" in v for v in variations if "channel" in v), name


def test_small_talk_varies(responses: Responses) -> None:
    """The same words twice running sound like a machine."""
    for name in SMALL_TALK:
        plain = [v["text"] for v in responses[name] if "channel" not in v]
        assert len(set(plain)) >= 2, name


def test_places_to_fill_are_known(texts: list[tuple[str, str]]) -> None:
    """What is between braces comes from the actions."""
    for name, text in texts:
        assert set(re.findall(r"\{([^}]*)\}", text)) <= PLACES, name


def test_what_is_told_as_a_fact_names_its_facts(
    responses: Responses, facts: dict[str, dict[str, str]]
) -> None:
    """And each of them is known, dated, and sure enough to be told."""
    for name, variations in responses.items():
        for variation in variations:
            leaning = variation["metadata"].get("feiten") or []
            if variation["metadata"]["soort"] == "feit":
                assert leaning or variation is not variations[0], name
            for fact in leaning:
                assert fact in facts, (name, fact)
                assert facts[fact]["zekerheid"] in ("high", "medium"), (name, fact)
                assert facts[fact]["gezien"] != "none", (name, fact)
                assert facts[fact]["bekeken"], (name, fact)


def test_limits_of_an_adviser_are_told_as_the_facts_have_them(responses: Responses) -> None:
    """No investigation, no verdict, no decision; exceptions to secrecy; no oath of office."""
    limits = responses["utter_vp_grenzen"][0]["text"]
    secrecy = responses["utter_vp_geheimhouding"][0]["text"]
    oath = responses["utter_vp_geheimhouding_grens"][0]["text"]

    assert all(word in limits for word in ("onderzoek", "oordeel", "straf", "beslist"))
    assert "uitzonderingen" in secrecy
    assert "acuut gevaar" in secrecy
    assert "geen wettelijk beroepsgeheim" in oath


def test_the_scheme_for_wrongdoing_is_never_offered_for_bullying(responses: Responses) -> None:
    """Correction c02: a complaint about behaviour goes by the complaints procedure."""
    assert "niet bedoeld voor pesten" in responses["utter_melden_misstand_verschil"][0]["text"]
    payloads = [b["payload"] for b in responses["utter_opties_gedrag"][0]["buttons"]]
    assert not any(payload.startswith("/misstand_melden") for payload in payloads)


def test_the_bill_on_advisers_is_told_with_its_date(responses: Responses) -> None:
    """Correction c03: no law yet as far as known, with when that was looked at."""
    text = responses["utter_vp_verplicht"][0]["text"]

    assert "Voor zover wij weten" in text
    assert "augustus 2025" in text
    assert "35592" in text
