"""What can go wrong with the directory.

DirectoryError
├── OrganisationFileInvalid   the file is not usable; `problems` say where, what and how to mend it
├── DirectoryNotEmpty         an example is only loaded where there is nothing yet
├── DirectoryEmpty            there is no organisation to give back
├── DirectoryUnavailable      the database does not give a picture; the last one stays in use
└── PackInvalid               a country's pack is not right: a mistake of ours
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Who has more mistakes than this mends the first ones first.
_MOST_SHOWN: Final = 50


@dataclass(frozen=True)
class Problem:
    """What keeps a file from being used. All Dutch; `line` and `column` count from 1.

    `field` is the path to it, as `vertrouwenspersonen[2].telefoon`; empty for the file itself.
    """

    line: int | None
    column: int | None
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = [f"regel {self.line}"] if self.line else []
        place += [f"teken {self.column}"] if self.column else []
        place += [self.field] if self.field else []
        return f"{', '.join(place)}: {self.said}" if place else self.said

    @property
    def said(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.message} {self.remedy}"


class DirectoryError(Exception):
    """Something is wrong with the directory; `str()` is a Dutch sentence."""


class OrganisationFileInvalid(DirectoryError):
    """The organisation file cannot be used; nothing has changed. `str()` lists the problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        counted = "staat 1 fout" if count == 1 else f"staan {count} fouten"
        lines = [f"Het bestand is niet ingelezen: er {counted} in. Er is niets veranderd."]
        lines += [str(problem) for problem in self.problems[:_MOST_SHOWN]]
        if count > _MOST_SHOWN:
            lines.append(f"En nog {count - _MOST_SHOWN} andere.")
        super().__init__("\n".join(lines))


class DirectoryNotEmpty(DirectoryError):
    """There is an organisation already, so the example is not loaded."""

    def __init__(self) -> None:
        super().__init__(
            "Er staat al een organisatie in de database; het voorbeeld is niet ingelezen."
        )


class DirectoryEmpty(DirectoryError):
    """There is no organisation yet."""

    def __init__(self) -> None:
        super().__init__("Er staat nog geen organisatie in de database.")


class DirectoryUnavailable(DirectoryError):
    """The database gives no picture of the organisation."""


class PackInvalid(DirectoryError):
    """The pack of a country is not right."""
