"""Trains the assistant when what it is made of has changed, by a hash of our own.

Rasa's fingerprint includes every answer text and none of our helper modules; ours covers exactly
what decides the model (DESIGN 6).
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bot.domain.errors import SteunwijzerError


class TrainingFailed(SteunwijzerError):
    """The assistant could not be trained; the text says what to look at."""


def model_hash(project: Path) -> str:
    """Return the hash of everything that decides the model, spaCy's variant included."""
    from bot.understanding.dutch import installed_variant

    digest = hashlib.sha256(installed_variant().encode())
    for path in _sources(project):
        digest.update(str(path.relative_to(project)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_current(project: Path, model: Path) -> bool:
    """Say whether the model was made of what is here now."""
    note = _note(model)
    return model.is_file() and note.is_file() and note.read_text().strip() == model_hash(project)


def train(project: Path, model: Path) -> float:
    """Train, write the model and its hash, and return the seconds it took.

    Raises `TrainingFailed`. Says every few seconds that it is still going on.
    """
    started = time.monotonic()
    model.parent.mkdir(parents=True, exist_ok=True)
    done = threading.Event()
    progress = threading.Thread(target=_say_progress, args=(done, started), daemon=True)
    progress.start()
    try:
        _train(project, model)
    finally:
        done.set()
        progress.join()
    _note(model).write_text(model_hash(project) + "\n")
    return time.monotonic() - started


def _train(project: Path, model: Path) -> None:
    os.environ["TQDM_DISABLE"] = "1"  # our own progress is one line every ten seconds
    from rasa.model_training import train as rasa_train
    from rasa.shared.exceptions import RasaException

    try:
        result = rasa_train(
            domain=str(project / "domain.yml"),
            config=str(project / "config.yml"),
            training_files=[
                str(project / "data" / part) for part in ("nlu", "rules", "stories", "responses")
            ],
            output=str(model.parent),
            fixed_model_name=model.name.removesuffix(".tar.gz"),
            force_training=True,
            # No invented stories: each of ours ends a rule; glueing them together only costs time.
            core_additional_arguments={"augmentation_factor": 0},
        )
    except (RasaException, ValueError, OSError) as error:
        raise TrainingFailed(
            f"Trainen lukt niet ({type(error).__name__}). Kijk met: steunwijzer validate."
        ) from error
    if result.code != 0 or not model.is_file():
        raise TrainingFailed("Trainen lukt niet. Kijk met: steunwijzer validate.")


def _sources(project: Path) -> Iterator[Path]:
    yield project / "domain.yml"
    yield project / "config.yml"
    for folder, pattern in (
        ("data/nlu", "**/*.yml"),
        ("data/rules", "**/*.yml"),
        ("data/stories", "**/*.yml"),
        ("data/lexicon", "**/*"),
        ("bot/understanding", "*.py"),
    ):
        yield from sorted(p for p in (project / folder).glob(pattern) if p.is_file())


def _note(model: Path) -> Path:
    return model.with_name(model.name.removesuffix(".tar.gz") + ".sha256")


def _say_progress(done: threading.Event, started: float) -> None:
    while not done.wait(10):
        print(f"  trainen … {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
