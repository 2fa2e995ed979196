"""Runs the custom actions inside this process; Rasa believes that it talks to an action server."""

from __future__ import annotations

import json
from typing import Any

import rasa.core.actions.action as rasa_actions
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from bot.domain.journal import Happening, log


class ActionAnswerInvalid(TypeError):
    """A custom action answered something that is no list of events and responses."""


class InProcessActions(EndpointConfig):
    """An action endpoint without HTTP: the executor of rasa_sdk, called directly.

    A rejection and an unknown action become the errors that Rasa expects of a server (400, 404).
    """

    def __init__(self, package: str) -> None:
        super().__init__(url="inprocess://actions", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package(package)
        # Rasa checks the answer of every action against a JSON schema that it first checks itself:
        # 26 of the 31 ms of a turn (nlu.md 1). The answers come from this process and have types.
        rasa_actions.RemoteAction._validate_action_result = _check_answer

    async def request(self, method: str = "post", **kwargs: Any) -> Any:
        """Run the action that Rasa names; `json` is the call as it would go over HTTP."""
        try:
            return await self._executor.run(kwargs["json"])
        except ActionExecutionRejection as error:
            raise _refusal(400, error.message, error.action_name) from error
        except ActionNotFoundException as error:
            log(Happening.ACTION_FAILED, error=type(error))
            raise _refusal(404, error.message, error.action_name) from error
        except Exception as error:
            log(Happening.ACTION_FAILED, error=type(error))
            raise


def _refusal(status: int, message: str, action: str) -> ClientResponseError:
    return ClientResponseError(
        status, message, json.dumps({"error": message, "action_name": action})
    )


def _check_answer(_: Any, result: Any) -> bool:
    """Raise `ActionAnswerInvalid` unless the answer has events and responses that are mappings."""
    if not isinstance(result, dict):
        raise ActionAnswerInvalid
    events, responses = result.get("events", []), result.get("responses", [])
    if not isinstance(events, list) or not isinstance(responses, list):
        raise ActionAnswerInvalid
    if not all(isinstance(e, dict) and isinstance(e.get("event"), str) for e in events):
        raise ActionAnswerInvalid
    if not all(isinstance(r, dict) for r in responses):
        raise ActionAnswerInvalid
    return True
