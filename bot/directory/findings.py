"""What a check finds: a mistake that harms an employee, or advice with the source it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.replies import Source

Severity = Literal["fout", "advies"]


@dataclass(frozen=True)
class Finding:
    """One thing that was found. All Dutch; `field` is the path in the organisation file."""

    severity: Severity
    line: int | None
    field: str
    message: str
    remedy: str
    source: Source | None = None

    def __str__(self) -> str:
        place = f"regel {self.line}, " if self.line else ""
        source = f" Bron: {_in_words(self.source)}." if self.source else ""
        return f"{self.severity}: {place}{self.field}: {self.message} {self.remedy}{source}"


def mistake(field: str, message: str, remedy: str) -> Finding:
    """Return a mistake; its line is filled in by who knows the file."""
    return Finding("fout", None, field, message, remedy)


def advice(field: str, message: str, remedy: str, source: Source | None = None) -> Finding:
    """Return advice; its line is filled in by who knows the file."""
    return Finding("advies", None, field, message, remedy, source)


def _in_words(source: Source) -> str:
    return f"{source.title} ({source.href})" if source.href else source.title
