"""The rules of `steunwijzer check`, one subject a module: a picture in, findings out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.directory.pack_contents import Pack
from bot.directory.snapshot import Snapshot
from bot.domain.replies import Source


@dataclass(frozen=True)
class Checked:
    """What a rule looks at: the picture, the moment (aware), and the pack with the sources."""

    snapshot: Snapshot
    now: datetime
    pack: Pack

    def source(self, advice_id: str) -> Source | None:
        """Return the source that an advice rests on."""
        return self.pack.advice[advice_id].source

    def paths(self, part: str, count: int) -> Iterator[str]:
        """Yield the paths of the items of a list in the file, which counts from 1."""
        return (f"{part}[{number}]" for number in range(1, count + 1))
