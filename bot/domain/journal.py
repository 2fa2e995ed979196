"""The only log lines of this program: constants, enums, numbers and class names, never text.

A line is one JSON object on standard error. It has no time (the supervisor adds it) and nothing
is written for an ordinary turn, so that the journal does not show who chatted when.
"""

from __future__ import annotations

import json
import sys
from enum import Enum

Value = Enum | bool | int | float | type


class Happening(Enum):
    """Everything that can be said in the journal."""

    STARTED = "started"
    READY = "ready"
    STOPPING = "stopping"
    STOPPED = "stopped"
    TURN_FAILED = "turn_failed"
    TURN_TIMED_OUT = "turn_timed_out"
    TURN_WITHOUT_ANSWER = "turn_without_answer"
    CRISIS_TEXT_ADDED = "crisis_text_added"
    ENGINE_STUCK = "engine_stuck"
    ENGINE_BACK = "engine_back"
    ACTION_FAILED = "action_failed"
    RESPONSE_MISSING = "response_missing"
    REQUEST_FAILED = "request_failed"
    UNCAUGHT = "uncaught"
    DIRECTORY_RENEWED = "directory_renewed"
    DIRECTORY_UNAVAILABLE = "directory_unavailable"
    PROTECTION_MISSING = "protection_missing"


def log(happening: Happening, **values: Value) -> None:
    """Write one line. Raises `TypeError` for a value that is no `Value`: a programming error."""
    line: dict[str, str | int | float | bool] = {"event": happening.value}
    for name, value in values.items():
        line[name] = _plain(value)
    print(json.dumps(line), file=sys.stderr, flush=True)


def _plain(value: Value) -> str | int | float | bool:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, (bool, int, float)):
        return value
    raise TypeError("the journal takes enums, numbers and classes only")
