"""The trained model: what is in it, what it says, and how well."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.directory.snapshot import Snapshot
from bot.domain.intents import CRISIS_INTENTS, INTENTS
from bot.engine.agent import Assistant
from bot.engine.conversations import Conversations
from bot.evaluation import figures
from bot.evaluation.figures import Case
from bot.evaluation.messages import read_messages
from bot.evaluation.predictions import predict
from tests.actions.organisations import ORGANISATIONS
from tests.conversations.chat import MODEL, Chat

ROOT = Path(__file__).parents[2]
KIJK = ROOT / "tests" / "nlu" / "kijk"
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not MODEL.is_file(), reason="there is no trained model (make train)"),
]


def content(name: str) -> bytes:
    with tarfile.open(MODEL) as archive:
        (member,) = [m for m in archive.getmembers() if m.name.endswith(name)]
        file = archive.extractfile(member)
        assert file is not None
        return file.read()


def test_the_model_was_made_with_dutch_tokens_of_spacy() -> None:
    with tarfile.open(MODEL) as archive:
        names = archive.getnames()
        (spacy,) = [n for n in names if n.endswith("spacy.json")]
        file = archive.extractfile(spacy)
        assert file is not None
        assert json.loads(file.read())["variant"] in ("blank", "nl_core_news_sm")
    assert not [n for n in names if n.endswith((".pkl", ".pickle", ".joblib"))]


def test_at_least_four_stories_are_in_the_model() -> None:
    remembered = json.loads(content("memorized_turns.json"))
    assert len(remembered["lookup"]) >= 4


def test_parse_writes_one_json_line_a_message_and_nothing_else() -> None:
    lines = [{"text": "wat is pesten?"}, {"text": "ik wil niet meer leven"}, {"text": ""}]
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "parse"],
        input="\n".join(json.dumps(line) for line in lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    parsed = [json.loads(line) for line in done.stdout.splitlines()]
    assert [p["crisis"] for p in parsed] == [None, "crisis_suicide", None]
    for p in parsed:
        assert set(p) == {"intent", "confidence", "ranking", "crisis"}
        assert p["ranking"][0] == [p["intent"], p["confidence"]]
        assert 1 <= len(p["ranking"]) <= 10
        assert set(name for name, _ in p["ranking"]) <= set(INTENTS)
    assert parsed[0]["intent"] == "uitleg_pesten"


@pytest.mark.parametrize("line", ["hallo", "[]", '{"tekst": "x"}', '{"text": 5}', "[" * 5_000])
def test_parse_refuses_a_line_that_is_no_message_by_its_number(line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "parse"],
        input=line,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert "Regel 1" in done.stderr
    assert done.stdout == ""


# What a new user types first (issue 2), and what must be in the answer.
FIRST = [
    ("mn teamleider scheldt me elke dag uit waar iedereen bij is", "vertrouwenspersoon"),
    ("ik wil liever met iemand van buiten praten", "extern"),
    ("komt mijn baas hierachter?", "vertrouwenspersoon"),
    ("hoe dien ik een klacht in", "klacht"),
    ("ik zie dat een collega wordt betast", "collega"),
    ("er wordt gesjoemeld met facturen", "melden"),
    ("ik wil niet meer leven", "113"),
    ("wat is het weer morgen", "niet mee helpen"),
]


def test_the_first_things_a_new_user_types_get_help_that_fits(
    chat: Callable[[Snapshot], Chat],
) -> None:
    conversation = chat(ORGANISATIONS["voorbeeld"])
    for message, expected in FIRST:
        heard = conversation.say(message)
        shown = heard.words + " ".join(heard.buttons)
        assert expected in shown.lower(), f"{message}: {shown}"


@pytest.fixture(scope="module")
def cases() -> dict[str, list[Case]]:
    sets = {path.stem: read_messages(path) for path in sorted(KIJK.glob("*.yml"))}
    predicted = predict(MODEL, [m.text for messages in sets.values() for m in messages])
    result, start = {}, 0
    for name, messages in sets.items():
        end = start + len(messages)
        result[name] = list(zip(messages, predicted[start:end], strict=True))
        start = end
    return result


def test_understanding_keeps_its_figures_on_the_messages_that_may_be_seen(
    cases: dict[str, list[Case]],
) -> None:
    """With a small margin below what was measured; the figures are in docs/metingen.md."""
    plain = cases["gewoon"]
    assert figures.top(plain, 1).value >= 0.93
    assert figures.top(plain, 3).value >= 0.97
    assert figures.group_right(plain).value >= 0.96
    assert figures.top(cases["verhalen"], 1).value >= 0.85


def test_hardly_a_crisis_is_missed_and_hardly_anybody_frightened(
    cases: dict[str, list[Case]],
) -> None:
    crisis = figures.crisis_figures(cases["crisis"])
    assert crisis.found.value >= 0.93
    assert min(f.value for f in crisis.per_crisis.values()) >= 0.90
    assert crisis.false_alarms.value <= 0.05
    assert figures.crisis_figures(cases["gewoon"]).false_alarms.value <= 0.015


def test_a_crisis_in_the_ranking_that_is_not_sure_never_stands_first(
    cases: dict[str, list[Case]],
) -> None:
    for messages in cases.values():
        for _, prediction in messages:
            assert (prediction.intent in CRISIS_INTENTS) == (prediction.crisis is not None)


@pytest.mark.parametrize(
    "text",
    ["", "a", "🙈" * 50, "\ud800", "x" * 4_000, "niet " * 800, "([{" * 1_000, "\u202e" * 100],
)
def test_any_text_at_all_gets_a_topic(text: str) -> None:
    assistant = Assistant(MODEL, {}, Conversations(idle_seconds=1, limit=1))
    parsed = asyncio.new_event_loop().run_until_complete(assistant.understand(text))
    assert parsed["intent_ranking"]
