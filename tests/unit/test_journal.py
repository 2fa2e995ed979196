"""The journal takes constants, enums, numbers and class names; nothing a person typed."""

from __future__ import annotations

import json

import pytest

from bot.domain.journal import Happening, log


def test_a_line_is_one_json_object_without_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    log(Happening.TURN_FAILED, error=ValueError, count=3)
    assert json.loads(capsys.readouterr().err) == {
        "event": "turn_failed",
        "error": "ValueError",
        "count": 3,
    }


def test_a_text_is_refused_and_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(TypeError):
        log(Happening.TURN_FAILED, error="mijn baas Jan")  # type: ignore[arg-type]  # the point
    assert capsys.readouterr().err == ""
