"""The fields that many parts of the file share: names, telephone numbers, links, hours, checks."""

from __future__ import annotations

from dataclasses import replace

from bot.directory.document import Fields, Items, Node, Text
from bot.directory.fields import Section
from bot.directory.formats import FormatError, parse_id, parse_link, parse_phone, parse_times
from bot.directory.hours import HourSpan, OpeningHours
from bot.directory.identifiers import identifier_for
from bot.directory.languages import LANGUAGES, language_code
from bot.directory.organisation import Freshness
from bot.directory.words import ALWAYS, GROUPS_OF_DAYS, NONE
from bot.domain.replies import Link, Phone, Step

_LONGEST_CHECK = 36


def identifier(section: Section, name: str) -> str:
    """Return the `kenmerk` of a part, or one made of its name; "" when there is neither."""
    given = section.parsed("kenmerk", parse_id)
    if given is not None:
        return given
    made = identifier_for(name)
    if made is None and name:
        section.add(
            "kenmerk",
            "`kenmerk` ontbreekt, en van deze naam kunnen we er geen maken.",
            "Vul een kort woord in van letters a tot en met z, bijvoorbeeld `vp1`.",
            section.place,
        )
    return made or ""


def reference(section: Section, key: str) -> str | None:
    """Return the `kenmerk` of another part; the word `geen` is none."""
    found = references(section, key)
    if len(found) > 1:
        section.add(key, f"Bij `{key}` kan maar één kenmerk staan.", "Laat er één staan.")
    return found[0] if found else None


def references(section: Section, key: str, *, all_word: str = NONE) -> tuple[str, ...]:
    """Return the `kenmerken` of other parts, without repetitions.

    `all_word` alone stands for an empty list: `geen`, or `alle` where no sites means every site.
    """
    words = [text.casefold() for text, _ in section.texts(key)]
    if words in ([NONE], [all_word]):
        return ()
    return tuple(dict.fromkeys(words))


def phones(section: Section, owner: str, *, required: bool = False) -> tuple[Phone, ...]:
    """Return one telephone number or a list, each with or without a name of its own."""
    node = section.take("telefoon", required=required)
    items: list[Node] = []
    if node is not None:
        items = node.items if isinstance(node, Items) else [node]
    found = [_phone(section, item, owner) for item in items]
    return tuple(dict.fromkeys(phone for phone in found if phone is not None))


def _phone(section: Section, node: Node, owner: str) -> Phone | None:
    if not isinstance(node, Fields):
        return section.parse_node("telefoon", node, lambda text: parse_phone(text, owner))
    inner = section.subsection(node, "telefoon")
    label = inner.text("naam")
    phone = inner.parsed("nummer", lambda text: parse_phone(text, owner, label), required=True)
    inner.finish()
    return phone


def link(section: Section, key: str, label: str) -> Link | None:
    """Return a link, written as an address or as a name with an address."""
    found = links(section, key, label)
    if len(found) > 1:
        section.add(key, f"Bij `{key}` kan maar één adres staan.", "Laat er één staan.")
    return found[0] if found else None


def links(section: Section, key: str, label: str) -> tuple[Link, ...]:
    """Return one link or a list."""
    node = section.take(key)
    items: list[Node] = []
    if node is not None:
        items = node.items if isinstance(node, Items) else [node]
    found = [_link(section, key, item, label) for item in items]
    return tuple(dict.fromkeys(item for item in found if item is not None))


def _link(section: Section, key: str, node: Node, label: str) -> Link | None:
    if not isinstance(node, Fields):
        return section.parse_node(key, node, lambda text: parse_link(text, label))
    inner = section.subsection(node, key)
    name = inner.text("naam") or label
    found = inner.parsed("link", lambda text: parse_link(text, name), required=True)
    inner.finish()
    return found


def step(section: Section) -> Step:
    """Return one step of a procedure."""
    found = Step(
        title=section.text("stap", required=True) or "",
        text=section.long_text("uitleg") or "",
        term=section.text("termijn"),
    )
    section.finish()
    return found


def freshness(section: Section) -> Freshness:
    """Return who keeps a part right, when it was checked and for how long that holds."""
    part = section.section("controle")
    if part is None:
        return Freshness()
    found = Freshness(
        owner=part.text("door"),
        checked=part.day("op"),
        months=part.number("geldig_maanden", 1, _LONGEST_CHECK),
    )
    part.finish()
    return found


def languages(section: Section) -> tuple[str, ...]:
    """Return the codes of the languages; Dutch when the file says nothing."""
    codes = []
    for text, place in section.texts("talen"):
        code = language_code(text)
        if code is None:
            section.look_up("talen", (text, place), LANGUAGES.values())
        else:
            codes.append(code)
    return tuple(dict.fromkeys(codes)) or ("nl",)


def hours(section: Section) -> OpeningHours:
    """Return when somebody can be reached."""
    node = section.take("bereikbaar")
    if node is None:
        return OpeningHours()
    if isinstance(node, Fields):
        return _hours_by_day(section.subsection(node, "bereikbaar"))
    if isinstance(node, Text) and node.value.casefold() == ALWAYS:
        return OpeningHours(always=True, closed_on_holidays=False)
    section.add(
        "bereikbaar",
        "Hier horen dagen met uren te staan.",
        f"Schrijf `bereikbaar: {ALWAYS}`, of op een nieuwe regel `werkdagen: 9:00-17:00`.",
        node.place,
    )
    return OpeningHours()


def _hours_by_day(section: Section) -> OpeningHours:
    text = section.text("uitleg", limit=400) or ""
    always, on_holidays = section.yes(ALWAYS), section.yes("feestdagen")
    spans: dict[int, tuple[HourSpan, ...]] = {}
    section.knows(GROUPS_OF_DAYS)
    for key in (name for name in GROUPS_OF_DAYS if section.has(name)):
        given, days = _times(section, key), GROUPS_OF_DAYS[key]
        if given is not None:
            spans.update({day: tuple(replace(span, weekday=day) for span in given) for day in days})
    section.finish()
    if always:
        if spans:
            section.add(
                ALWAYS, f"Hier staat `{ALWAYS}` en er staan ook dagen.", "Laat één van de twee weg."
            )
        return OpeningHours(always=True, closed_on_holidays=False, text=text)
    ordered = tuple(span for day in sorted(spans) for span in spans[day])
    return OpeningHours(spans=ordered, closed_on_holidays=not (ordered and on_holidays), text=text)


def _times(section: Section, key: str) -> tuple[HourSpan, ...] | None:
    """Return the spans at a key as those of a Monday; None when the key is not there."""
    found = section.texts(key)
    if not found:
        return None
    text, place = ", ".join(part for part, _ in found), found[0][1]
    try:
        return parse_times(text, 0)
    except FormatError as error:
        section.add(key, error.message, error.remedy, place)
        return None
