"""What every test starts from: silence about nothing, and no setting of the machine."""

from __future__ import annotations

import os

# Before anything imports rasa: no telemetry, no chatter of TensorFlow.
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
for _name in [name for name in os.environ if name.startswith("STEUNWIJZER_")]:
    if not _name.startswith("STEUNWIJZER_TEST_"):
        del os.environ[_name]
