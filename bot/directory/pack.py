"""Reading the pack of a country: bodies, rules of law, terms and what words mean, with sources.

What the organisation has not checked itself is only told when it is sure: a fact of low
confidence, or whose source nobody saw, waits for the organisation's own check date (DESIGN 17).
The emergency numbers show always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from bot.directory.body_fields import read_body
from bot.directory.document import Fields
from bot.directory.errors import OrganisationFileInvalid, PackInvalid
from bot.directory.fields import Collector, Section
from bot.directory.formats import parse_id, parse_link
from bot.directory.law import Clock, Definition, LawItem
from bot.directory.organisation import Freshness, Procedure
from bot.directory.pack_contents import (
    NOT_SEEN,
    Advice,
    Confidence,
    Pack,
    PackBody,
    PackLaw,
    Reliability,
)
from bot.directory.shared_fields import step
from bot.directory.text_file import read_text
from bot.directory.yaml_reading import read_document
from bot.domain.replies import Source

__all__ = [
    "COUNTRY",
    "Advice",
    "Pack",
    "PackBody",
    "PackLaw",
    "Reliability",
    "load_pack",
    "read_pack",
]

# The only country there is a pack for; the format allows others.
COUNTRY: Final = "nl"
PACKS: Final = Path(__file__).parent / "packs"
# After a year somebody looks at a number or a rule again.
MONTHS_VALID: Final = 12
_CONFIDENCE: Final[dict[str, Confidence]] = {"hoog": "high", "middel": "medium", "laag": "low"}
_SEEN: Final = ("direct", "kopie", "indirect", "brondocument", NOT_SEEN)
_ROADS: Final = ("seksueel_geweld", "misstand", "klacht", "juridisch", "discriminatie")
_T = TypeVar("_T")


@lru_cache(maxsize=4)
def load_pack(country: str) -> Pack:
    """Return the pack of a country (`nl`); raises PackInvalid when it is missing or not right."""
    return read_pack(PACKS / f"{country}.yml")


def read_pack(path: Path) -> Pack:
    """Read a pack; raises PackInvalid with the first of its problems."""
    try:
        return _parse(read_document(read_text(path)))
    except OrganisationFileInvalid as error:
        listed = "; ".join(str(problem) for problem in error.problems[:5])
        raise PackInvalid(f"Het pakket {path.name} klopt niet: {listed}") from None


@dataclass
class _Context:
    """What every item needs: the sources, the day of the check, and where problems go."""

    checked: date
    sources: dict[str, tuple[str, str]] = field(default_factory=dict)


def _parse(document: Fields) -> Pack:
    collector = Collector(document)
    root = Section(document, "", collector)
    context = _Context(root.day("gecontroleerd", required=True) or date.min)
    for section in root.sections("bronnen", required=True):
        _read_source(section, context)
    pack = Pack(
        country=root.text("land", required=True) or "",
        checked=context.checked,
        bodies=_by_id(root, "instanties", lambda part: _body(part, context)),
        laws=_by_id(root, "wetsregels", lambda part: _law(part, context)),
        definitions=tuple(_by_id(root, "begrippen", lambda p: _definition(p, context)).values()),
        clocks=tuple(_by_id(root, "termijnen", lambda part: _clock(part, context)).values()),
        advice=_by_id(root, "adviezen", lambda part: _advice(part, context)),
        usual_complaints=_procedure(root.section("gebruikelijke_klachtenregeling"), context),
        usual_reporting=_procedure(root.section("gebruikelijke_meldregeling"), context),
    )
    root.finish()
    if collector.problems:
        raise OrganisationFileInvalid(collector.problems)
    return pack


def _by_id(root: Section, key: str, read: Callable[[Section], tuple[str, _T]]) -> Mapping[str, _T]:
    items: dict[str, _T] = {}
    for section in root.sections(key, required=True):
        item_id, item = read(section)
        section.finish()
        if item_id in items:
            section.add(
                "kenmerk", f"Het kenmerk `{item_id}` komt twee keer voor.", "Kies een ander."
            )
        items[item_id] = item
    return MappingProxyType(items)


def _id(section: Section) -> str:
    return section.parsed("kenmerk", parse_id, required=True) or ""


def _read_source(section: Section, context: _Context) -> None:
    name = section.text("naam", required=True) or ""
    link = section.parsed("link", lambda text: parse_link(text, name))
    context.sources[_id(section)] = (name, link.href if link else "")
    section.finish()


def _reliability(section: Section, context: _Context) -> Reliability:
    confidence = _CONFIDENCE[section.choice("zekerheid", _CONFIDENCE, required=True) or "laag"]
    seen = section.choice("gezien", _SEEN, required=True) or NOT_SEEN
    checked = section.day("gecontroleerd") or context.checked
    name = section.choice("bron", context.sources)
    source = None
    if name is not None:
        title, href = context.sources[name]
        source = Source(title, href, checked.isoformat(), confidence)
    elif seen != NOT_SEEN:
        section.add(
            "bron", "Deze bron ontbreekt.", f"Noem een bron, of schrijf `gezien: {NOT_SEEN}`."
        )
    return Reliability(source, confidence, seen, checked)


def _sure(section: Section, context: _Context) -> Source | None:
    """Return the source of an item that is told without more ado, so that has to be sure."""
    reliability = _reliability(section, context)
    if not reliability.sure:
        section.add(
            "zekerheid", "Dit is niet zeker genoeg om te vertellen.", "Zoek een betere bron."
        )
    return reliability.source


def _body(section: Section, context: _Context) -> tuple[str, PackBody]:
    reliability = _reliability(section, context)
    body = replace(
        read_body(section, own=False),
        source=reliability.source,
        freshness=Freshness(checked=reliability.checked, months=MONTHS_VALID),
    )
    return body.id, PackBody(body, reliability, section.yes("altijd"), section.text("sector"))


def _law(section: Section, context: _Context) -> tuple[str, PackLaw]:
    reliability = _reliability(section, context)
    item = LawItem(
        id=_id(section),
        law=section.text("wet", required=True) or "",
        article=section.text("artikel", required=True) or "",
        text=section.long_text("uitleg", required=True) or "",
        source=reliability.source,
    )
    return item.id, PackLaw(item, reliability)


def _definition(section: Section, context: _Context) -> tuple[str, Definition]:
    definition = Definition(
        id=_id(section),
        term=section.text("naam", required=True) or "",
        text=section.long_text("uitleg", required=True) or "",
        examples=tuple(text for text, _ in section.texts("voorbeelden")),
        legal_source=section.text("wet"),
        source=_sure(section, context),
    )
    return definition.id, definition


def _clock(section: Section, context: _Context) -> tuple[str, Clock]:
    clock = Clock(
        id=_id(section),
        road=section.choice("weg", _ROADS, required=True) or "",
        title=section.text("naam", required=True) or "",
        term=section.text("termijn", required=True) or "",
        text=section.long_text("uitleg", required=True) or "",
        source=_sure(section, context),
    )
    return clock.id, clock


def _advice(section: Section, context: _Context) -> tuple[str, Advice]:
    advice_id = _id(section)
    text = section.long_text("uitleg", required=True) or ""
    return advice_id, Advice(text, _sure(section, context))


def _procedure(section: Section | None, context: _Context) -> Procedure | None:
    if section is None:
        return None
    procedure = Procedure(
        title=section.text("naam", required=True) or "",
        steps=tuple(step(part) for part in section.sections("stappen", required=True)),
        informal_steps=tuple(step(part) for part in section.sections("informeel")),
        source=_sure(section, context),
    )
    section.finish()
    return procedure
