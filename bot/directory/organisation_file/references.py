"""Checking what parts of the file say of each other: names that exist once, stand-ins that end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.directory.content import DirectoryContent
from bot.directory.document import place_at
from bot.directory.fields import Collector, shortened, suggestion
from bot.directory.organisation import MOST_STAND_INS, Adviser, Leave
from bot.directory.pack import Pack


def check_references(content: DirectoryContent, pack: Pack, collector: Collector) -> None:
    """Note every reference to nothing, every name used twice, and stand-ins that go round."""
    sites = _unique(collector, "locaties", content.sites, "locatie")
    departments = _unique(collector, "afdelingen", content.departments, "afdeling")
    advisers = _unique(collector, "vertrouwenspersonen", content.advisers, "vertrouwenspersoon")
    own = _unique(collector, "instanties.eigen", content.own_bodies, "instantie")
    _check_own_bodies(collector, own, pack)
    refer = _References(collector)
    for number, department in enumerate(content.departments, start=1):
        if department.site is not None:
            refer.check(f"afdelingen[{number}].locatie", [department.site], sites, "locatie")
    for number, adviser in enumerate(content.advisers, start=1):
        path = f"vertrouwenspersonen[{number}]"
        refer.check(f"{path}.locaties", adviser.sites, sites, "locatie")
        refer.check(f"{path}.dichtbij", adviser.close_to, advisers, "vertrouwenspersoon")
        refer.check(
            f"{path}.dichtbij_leiding", adviser.close_to_leadership, departments, "afdeling"
        )
        _check_stand_ins(refer, path, adviser, advisers)
    _check_leave(content.advisers, collector)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _unique(collector: Collector, path: str, items: Iterable[_Named], what: str) -> dict[str, int]:
    """Return the numbers of the items by their `kenmerk`; one that is used twice is a problem."""
    numbers: dict[str, int] = {}
    for number, item in enumerate(items, start=1):
        if item.id in numbers and item.id:
            place = place_at(collector.document, f"{path}[{numbers[item.id]}]")
            line = f" (ook op regel {place.line})" if place else ""
            collector.add_at(
                f"{path}[{number}].kenmerk",
                f"Het kenmerk `{item.id}` is al van een andere {what}{line}.",
                "Geef deze een eigen kenmerk.",
                around=f"{path}[{number}]",
            )
        numbers.setdefault(item.id, number)
    return numbers


@dataclass
class _References:
    collector: Collector

    def check(self, path: str, names: Iterable[str], known: Collection[str], what: str) -> None:
        """Note the names that are not among the known ones."""
        for name in names:
            if name not in known:
                self.collector.add_at(
                    path,
                    f"Er is geen {what} met het kenmerk `{shortened(name)}`.",
                    suggestion(name, known) or "Gebruik een kenmerk dat in dit bestand staat.",
                )


def _check_own_bodies(collector: Collector, own: Mapping[str, int], pack: Pack) -> None:
    for name, number in own.items():
        if name in pack.bodies:
            path = f"instanties.eigen[{number}]"
            collector.add_at(
                f"{path}.kenmerk",
                f"De instantie `{name}` staat al in Steunwijzer.",
                "Geef deze een ander kenmerk; de andere kun je weglaten met `uit:`.",
                around=path,
            )


def _check_stand_ins(
    refer: _References, path: str, adviser: Adviser, known: Collection[str]
) -> None:
    for number, leave in enumerate(adviser.leave, start=1):
        if leave.stand_in is not None:
            place = f"{path}.verlof[{number}].vervanger"
            refer.check(place, [leave.stand_in], known, "vertrouwenspersoon")


def _check_leave(advisers: Sequence[Adviser], collector: Collector) -> None:
    """Note leave that falls together with other leave, and stand-ins who are replaced in turn."""
    by_id = {adviser.id: adviser for adviser in advisers}
    for number, adviser in enumerate(advisers, start=1):
        for leave_number, leave in enumerate(adviser.leave, start=1):
            path = f"vertrouwenspersonen[{number}].verlof[{leave_number}]"
            earlier = adviser.leave[: leave_number - 1]
            if any(_days_in_common(leave, other) for other in earlier):
                collector.add_at(
                    path,
                    "Dit verlof valt samen met een ander verlof van dezelfde persoon.",
                    "Maak er één verlof van, of verander de datums.",
                )
            chain = _endless_chain(adviser.id, leave, by_id)
            if chain:
                collector.add_at(f"{path}.vervanger", *_in_words(adviser.id, chain))


def _in_words(adviser: str, chain: Sequence[str]) -> tuple[str, str]:
    remedy = "Kies een vervanger die er dan is, of schrijf `vervanger: geen`."
    if chain == (adviser,):
        return "Iemand kan niet zijn of haar eigen vervanger zijn.", remedy
    names = " → ".join((adviser, *chain))
    if chain[-1] == adviser:
        return f"Deze vervangers vervangen elkaar in een kring: {names}.", remedy
    return f"Deze vervanger is er ook niet, en zo gaat het te lang door: {names}.", remedy


def _endless_chain(
    adviser: str, leave: Leave, by_id: Mapping[str, Adviser]
) -> tuple[str, ...] | None:
    """Return stand-ins that lead back to `adviser` or are too many, on a day of this leave."""
    waiting: list[tuple[Leave, tuple[str, ...]]] = [(leave, ())]
    while waiting:
        current, before = waiting.pop()
        if current.stand_in is None:
            continue
        chain = (*before, current.stand_in)
        if current.stand_in == adviser or len(chain) > MOST_STAND_INS:
            return chain
        stand_in = by_id.get(current.stand_in)
        for own in stand_in.leave if stand_in else ():
            days = _days_in_common(current, own)
            if days:
                waiting.append((Leave(*days, own.stand_in), chain))
    return None


def _days_in_common(one: Leave, other: Leave) -> tuple[date, date] | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return (start, end) if start <= end else None
