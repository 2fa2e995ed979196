"""Reading what the organisation says about bodies outside and rules of law."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.directory import shared_fields
from bot.directory.bodies import Body
from bot.directory.body_fields import read_body
from bot.directory.content import PackChoices
from bot.directory.fields import Section, shortened, suggestion
from bot.directory.pack import Pack


def read_own_body(section: Section) -> Body:
    """Return a body that the organisation adds itself."""
    body = replace(read_body(section, own=True), freshness=shared_fields.freshness(section))
    if not (body.phones or body.links):
        section.add(
            "telefoon",
            "Deze instantie is niet te bereiken.",
            "Vul een telefoonnummer of een website in.",
            section.place,
        )
    section.finish()
    return body


def read_choices(bodies: Section | None, law: Section | None, pack: Pack) -> PackChoices:
    """Return which bodies of the pack are off, and which items the organisation checked itself."""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    if bodies is not None:
        off, on = shared_fields.references(bodies, "uit"), shared_fields.references(bodies, "aan")
        _check_named(bodies, "uit", off, pack)
        _check_named(bodies, "aan", on, pack)
        for item in off:
            if item in pack.bodies and pack.bodies[item].always:
                bodies.add(
                    "uit",
                    f"`{item}` kan niet uit: dit nummer moet altijd te vinden zijn.",
                    "Haal het weg uit deze lijst.",
                )
        for item in set(off) & set(on):
            bodies.add(
                "uit",
                f"`{item}` staat bij `aan` en bij `uit`.",
                "Haal het bij één van de twee weg.",
            )
    return PackChoices(
        off=off,
        on=on,
        bodies_checked=_checked(bodies, pack.bodies),
        laws_checked=_checked(law, pack.laws),
    )


def _check_named(section: Section, key: str, names: tuple[str, ...], pack: Pack) -> None:
    for name in names:
        if name not in pack.bodies:
            section.add(
                key,
                f"De instantie `{shortened(name)}` bestaat niet.",
                suggestion(name, pack.bodies) or "In docs/organisatie.md staat een lijst.",
            )


def _checked(section: Section | None, known: Collection[str]) -> tuple[tuple[str, date], ...]:
    part = section.section("gecontroleerd") if section is not None else None
    if part is None:
        return ()
    found = [(key, part.day(key)) for key in part.names() if key in known]
    part.knows(sorted(known))
    part.finish()
    return tuple((key, day) for key, day in found if day is not None)
