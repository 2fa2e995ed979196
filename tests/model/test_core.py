"""Rasa's own check of the dialogue: every test story runs to its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conversations.chat import MODEL

ROOT = Path(__file__).parents[2]


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.skipif(not MODEL.is_file(), reason="there is no trained model (make train)")
def test_rasa_predicts_every_action_of_every_test_story(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "rasa",
            "test",
            "core",
            "--fail-on-prediction-errors",
            "--model",
            str(MODEL),
            "--stories",
            "tests/conversations",
            "--out",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-2_000:]


@pytest.mark.model
@pytest.mark.slow
def test_rasa_finds_nothing_wrong_in_the_data() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "validate"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-2_000:]
