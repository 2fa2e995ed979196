"""What the law and the rules say: terms that matter, articles, and what words mean."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.replies import Source


@dataclass(frozen=True)
class Clock:
    """A term that matters. `road` is what it belongs to: `seksueel_geweld`, `misstand`, ..."""

    id: str
    road: str
    title: str
    term: str
    text: str
    source: Source | None = None


@dataclass(frozen=True)
class LawItem:
    """One rule of law in plain words; `article` is where it stands."""

    id: str
    law: str
    article: str
    text: str
    source: Source | None = None


@dataclass(frozen=True)
class Definition:
    """What a term means, in plain words, with examples from work and where it comes from."""

    id: str
    term: str
    text: str
    examples: tuple[str, ...] = ()
    legal_source: str | None = None
    source: Source | None = None
