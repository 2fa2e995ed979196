"""Where the file of the invented organisation is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

EXAMPLE_FILE: Final = Path(__file__).parents[2] / "voorbeeld" / "organisatie.yml"


def is_example_file(path: Path) -> bool:
    """Return whether a path is the file that comes with the program."""
    return path.resolve() == EXAMPLE_FILE.resolve()
