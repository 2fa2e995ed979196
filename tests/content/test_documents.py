"""The pages for those who write and build say what is so."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from bot.domain.replies import CARD_TYPES
from tests.content.test_texts import KINDS


def test_every_card_and_field_is_documented(project: Path) -> None:
    """`docs/antwoordkaarten.md` is a contract with the channels."""
    page = (project / "docs" / "antwoordkaarten.md").read_text("utf-8")
    for card in CARD_TYPES:
        section = page.split(f"## {card.type}:")[1].split("\n## ")[0]
        for field in dataclasses.fields(card):
            assert f"`{field.name}`" in section, (card.type, field.name)


def test_the_writing_guide_explains_every_kind_of_text(project: Path) -> None:
    """And whether it may be replaced."""
    page = (project / "docs" / "schrijfwijzer.md").read_text("utf-8")
    section = page.split("## Soorten teksten")[1].split("\n## ")[0]
    for kind in KINDS:
        assert f"| {kind} |" in section
