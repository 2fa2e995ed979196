"""Everything that an employee can read, as the files have it."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import actions

for _module in pkgutil.iter_modules(actions.__path__):
    importlib.import_module(f"actions.{_module.name}")

PROJECT = Path(__file__).resolve().parents[2]
Responses = dict[str, list[dict[str, Any]]]


def load(path: Path) -> Any:
    """Return the content of a YAML file."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def responses() -> Responses:
    """Every response by name."""
    found: Responses = {}
    for path in sorted((PROJECT / "data" / "responses").glob("*.yml")):
        found.update(load(path)["responses"])
    return found


@pytest.fixture(scope="session")
def texts(responses: Responses) -> list[tuple[str, str]]:
    """Every text with the name of its response, also the titles of buttons."""
    found = []
    for name, variations in responses.items():
        for variation in variations:
            found.append((name, variation["text"].strip()))
            found += [(name, button["title"]) for button in variation.get("buttons") or ()]
    return found


@pytest.fixture(scope="session")
def domain() -> dict[str, Any]:
    """The domain file."""
    content: dict[str, Any] = load(PROJECT / "domain.yml")
    return content


@pytest.fixture(scope="session")
def rules() -> list[dict[str, Any]]:
    """Every rule."""
    found: list[dict[str, Any]] = []
    for path in sorted((PROJECT / "data" / "rules").glob("*.yml")):
        found += load(path)["rules"]
    return found


@pytest.fixture(scope="session")
def facts() -> dict[str, dict[str, str]]:
    """What the texts may lean on, by section and id."""
    content: dict[str, dict[str, str]] = load(Path(__file__).parent / "feiten.yml")
    return content
