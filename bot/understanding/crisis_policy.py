"""Rasa policy: a crisis is answered before any form, rule or story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.domain.intents import CRISIS_INTENTS
from bot.understanding.fingerprint import of_files

ACTION = "action_crisis"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class CrisisPolicy(Policy):
    """Predicts `action_crisis` for a crisis intent in every state of the dialogue.

    The prediction is marked `is_no_user_prediction`: without the mark an active form overrules it
    (tried, DESIGN 3).
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the configuration: above RulePolicy (6) and everything of Rasa."""
        return {"priority": 100}

    @staticmethod
    def supported_data() -> SupportedData:
        """Say that it looks at no stories and no rules."""
        return SupportedData.RULE_DATA

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Return what besides this class decides its output."""
        return of_files(Path(__file__))

    def train(self, training_trackers: Any, domain: Domain, **kwargs: Any) -> Resource:
        """Nothing to learn; the resource is there because Rasa asks for one."""
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "crisis_policy.json").write_text("{}")
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Return certainty for `action_crisis` right after a crisis message, else nothing."""
        probabilities = self._default_predictions(domain)
        latest = tracker.latest_message
        crisis = latest is not None and latest.intent.get("name") in CRISIS_INTENTS
        if not crisis or tracker.latest_action_name != ACTION_LISTEN_NAME:
            return self._prediction(probabilities)
        probabilities[domain.index_for_action(ACTION)] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)
