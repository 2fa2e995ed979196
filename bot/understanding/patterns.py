"""Patterns over words, without regular expressions: no input can make them backtrack.

A pattern is words in order: `zelfmoord`, `dood|sterven` (either), `verkracht~` (begins with),
`*` (up to three words of any kind between two others), `!niet` (a word that may not stand in that
gap). Matching keeps a set of positions, so the time is bounded by words times pattern length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GAP = 3


class PatternInvalid(ValueError):
    """A pattern in the lexicon cannot be read; the message quotes the pattern, which is ours."""


@dataclass(frozen=True)
class _Word:
    exact: frozenset[str]
    starts: tuple[str, ...]
    gap: bool
    without: frozenset[str]

    def fits(self, word: str) -> bool:
        return word in self.exact or (bool(self.starts) and word.startswith(self.starts))


@dataclass(frozen=True)
class Pattern:
    """One pattern, ready to match."""

    source: str
    words: tuple[_Word, ...]

    def found_in(self, words: Sequence[str]) -> bool:
        """Say whether the pattern occurs anywhere in these words."""
        return bool(self.places_in(words))

    def places_in(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the places where it occurs: first and last position of each."""
        places = {i: i for i, word in enumerate(words) if self.words[0].fits(word)}
        for element in self.words[1:]:
            if not places:
                return []
            places = _advance(places, element, words)
        return [(start, end) for end, start in sorted(places.items())]


def _advance(places: dict[int, int], element: _Word, words: Sequence[str]) -> dict[int, int]:
    """Return where the next word of the pattern can be: last position to first position."""
    reached: dict[int, int] = {}
    for end, start in places.items():
        last = end + 1 + (GAP if element.gap else 0)
        for at in range(end + 1, min(last, len(words) - 1) + 1):
            if element.fits(words[at]):
                reached[at] = max(start, reached.get(at, 0))
            if words[at] in element.without:
                break
    return reached


def parse_pattern(source: str) -> Pattern:
    """Return the pattern written as `source`; raises `PatternInvalid`."""
    words: list[_Word] = []
    gap, without = False, set[str]()
    for part in source.split():
        if part == "*":
            gap = True
        elif part.startswith("!"):
            without.add(part[1:])
        else:
            choices = part.split("|")
            exact = frozenset(c for c in choices if not c.endswith("~"))
            starts = tuple(c[:-1] for c in choices if c.endswith("~"))
            if "" in exact or "" in starts:
                raise PatternInvalid(source)
            words.append(_Word(exact, starts, gap, frozenset(without)))
            gap, without = False, set()
    if not words or gap or without or words[0].gap:
        raise PatternInvalid(source)
    return Pattern(source, tuple(words))


def any_found(patterns: Iterable[Pattern], words: Sequence[str]) -> bool:
    """Say whether one of the patterns occurs."""
    return any(pattern.found_in(words) for pattern in patterns)
