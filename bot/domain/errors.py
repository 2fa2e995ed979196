"""The errors of the domain.

    SteunwijzerError
    ├── ModelMissing        the trained model is not where it should be
    ├── ModelDamaged        it is there, but cannot be loaded
    ├── ModelOutOfDate      it was trained with something else than what is here now
    ├── TooManyTurns        one conversation has too many turns waiting
    ├── TooBusy             all conversations together have too many turns waiting
    └── EngineStopped       the engine takes no turns (stopping, or not started)

Each text is Dutch and whole: it can be shown to the one who runs into it.
"""

from __future__ import annotations


class SteunwijzerError(Exception):
    """The root: catch it at the edge."""


class ModelMissing(SteunwijzerError):
    """The trained model is not where it should be."""


class ModelDamaged(SteunwijzerError):
    """The model file is there, but cannot be loaded."""


class ModelOutOfDate(SteunwijzerError):
    """The model was trained with something else than what is here now."""


class TooManyTurns(SteunwijzerError):
    """One conversation has too many turns waiting."""


class TooBusy(SteunwijzerError):
    """All conversations together have too many turns waiting."""


class EngineStopped(SteunwijzerError):
    """The engine takes no turns."""
