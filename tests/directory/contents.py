"""Any organisation that a file can hold, for tests that hold for every one of them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from bot.directory.bodies import ROLES, TOPICS, Body
from bot.directory.content import DirectoryContent, PackChoices
from bot.directory.formats import default_label
from bot.directory.hours import HourSpan, OpeningHours
from bot.directory.languages import LANGUAGES
from bot.directory.organisation import (
    CONTACT_ROLES,
    SIZE_BANDS,
    Adviser,
    Department,
    Freshness,
    Leave,
    Organisation,
    OwnContact,
    Procedure,
    SafetyContact,
    Site,
)
from bot.directory.pack import load_pack
from bot.directory.words import (
    APPOINTMENT_LABEL,
    CONDUCT_LABEL,
    GENDERS,
    OTHER_ROLES,
    RESERVED,
    SAFETY_LABELS,
    SUBJECTS,
    WEBSITE_LABEL,
)
from bot.domain.replies import Link, Phone, Step

_characters = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff",
)
# Words that YAML or this file could take for something else.
_awkward = st.sampled_from(
    [
        "null",
        "~",
        "ja",
        "nee",
        "geen",
        "alle",
        "no",
        "0800",
        "1e3",
        "- x",
        "a: b",
        "# nee",
        "a\tb",
        "'",
        '"',
    ]
)
_any_text = st.text(_characters, min_size=1, max_size=30) | _awkward
names = _any_text.map(lambda text: " ".join(text.split())).filter(bool)
texts = st.lists(_any_text, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool)
ids = st.from_regex(re.compile(r"[a-z0-9][a-z0-9_-]{0,8}"), fullmatch=True).filter(
    lambda word: word not in RESERVED
)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
numbers = st.sampled_from(
    ["030-123 45 67", "112", "+31 (0)30 123 45 67", "4321", "0800-0188", "06.12345678", "000-1"]
)
addresses = st.sampled_from(
    [
        "https://www.voorbeeld.example",
        "https://voorbeeld.example/a?b=c#d",
        "https://intranet.voorbeeld.example:8443/map/een%20blad",
    ]
)
mails = st.sampled_from(["anna@voorbeeld.example", "o'brien+vp@voorbeeld.example"]).map(
    lambda mail: mail.replace("'", "")
)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=most, unique=True).map(tuple)


@st.composite
def phones(draw: st.DrawFn, owner: str, least: int = 0, most: int = 2) -> tuple[Phone, ...]:
    """Numbers of an owner, some with a name of their own."""
    chosen = draw(st.lists(numbers, min_size=least, max_size=most, unique=True))
    made = []
    for number in chosen:
        label = draw(st.just(default_label(owner, number)) | names)
        digits = re.sub(r"\D", "", number.replace("(0)", "") if number[0] == "+" else number)
        made.append(Phone(label, number, f"tel:{'+' if number[0] == '+' else ''}{digits}"))
    return tuple(made)


def links(label: str) -> st.SearchStrategy[Link]:
    """A link, with the usual label or another."""
    return st.builds(Link, label=st.just(label) | names, href=addresses)


@st.composite
def opening_hours(draw: st.DrawFn) -> OpeningHours:
    """Hours of every sort: always, by day, unknown, with or without a remark."""
    text = draw(st.just("") | names)
    if draw(st.booleans()):
        return OpeningHours(always=True, closed_on_holidays=False, text=text)
    spans: list[HourSpan] = []
    for weekday in sorted(draw(st.sets(st.integers(0, 6), max_size=5))):
        bounds = draw(
            st.lists(st.integers(0, 24 * 60), min_size=2, max_size=4, unique=True).filter(
                lambda found: len(found) % 2 == 0
            )
        )
        ordered = sorted(bounds)
        spans += [
            HourSpan(weekday, _time(start), _time(end))
            for start, end in zip(ordered[::2], ordered[1::2], strict=True)
        ]
    open_on_holidays = bool(spans) and draw(st.booleans())
    return OpeningHours(spans=tuple(spans), closed_on_holidays=not open_on_holidays, text=text)


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


freshness = st.builds(
    Freshness, owner=_maybe(names), checked=_maybe(days), months=_maybe(st.integers(1, 36))
)
steps = st.builds(Step, title=names, text=st.just("") | texts, term=_maybe(names))


@st.composite
def sites(draw: st.DrawFn, site_id: str) -> Site:
    """A site with its emergency numbers."""
    safety = []
    for role in draw(st.lists(st.sampled_from(sorted(SAFETY_LABELS)), max_size=2)):
        phone = draw(phones(SAFETY_LABELS[role], least=1, most=1))[0]
        safety.append(SafetyContact(role, phone, draw(opening_hours())))
    return Site(site_id, draw(names), tuple(safety), draw(freshness))


@st.composite
def advisers(
    draw: st.DrawFn, own: str, everybody: list[str], at: list[str], departments: list[str]
) -> Adviser:
    """An adviser that refers to others; stand-ins only to who comes later, so never in a circle."""
    name = draw(names)
    numbers_of_own = draw(phones(name))
    later = everybody[everybody.index(own) + 1 :]
    return Adviser(
        id=own,
        name=name,
        kind=draw(st.sampled_from(["intern", "extern"])),
        subjects=tuple(
            draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=2, unique=True))
        ),
        sites=draw(_some(st.sampled_from(at))) if at else (),
        languages=tuple(
            draw(st.lists(st.sampled_from(sorted(LANGUAGES)), min_size=1, max_size=3, unique=True))
        ),
        gender=draw(_maybe(st.sampled_from(GENDERS))),
        phones=numbers_of_own,
        mail=draw(mails if not numbers_of_own else _maybe(mails)),
        appointment=draw(_maybe(links(APPOINTMENT_LABEL))),
        hours=draw(opening_hours()),
        leave=draw(_leave(later)),
        other_roles=draw(_some(st.sampled_from(OTHER_ROLES))),
        close_to=draw(_some(st.sampled_from(everybody))),
        photo=draw(_maybe(st.sampled_from(["anna.jpg", "vp_2.PNG"]))),
        close_to_leadership=draw(_some(st.sampled_from(departments))) if departments else (),
        freshness=draw(freshness),
    )


@st.composite
def _leave(draw: st.DrawFn, stand_ins: list[str]) -> tuple[Leave, ...]:
    bounds = sorted(draw(st.lists(days, max_size=4, unique=True)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    who = _maybe(st.sampled_from(stand_ins[:1])) if stand_ins[:1] else st.none()
    return tuple(Leave(start, end, draw(who)) for start, end in pairs)


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """A procedure, with or without a committee."""
    committee = draw(_maybe(names))
    return Procedure(
        title=draw(names),
        steps=tuple(draw(st.lists(steps, max_size=2))),
        informal_steps=tuple(draw(st.lists(steps, max_size=2))),
        committee=committee,
        committee_phones=draw(phones(committee)) if committee else (),
        committee_mail=draw(_maybe(mails)) if committee else None,
        documents=tuple(draw(st.lists(st.builds(Link, label=names, href=addresses), max_size=2))),
        freshness=draw(freshness),
    )


@st.composite
def contacts(draw: st.DrawFn, role: str) -> OwnContact:
    """A contact that can be reached."""
    name = draw(names)
    return OwnContact(
        role=role,
        name=name,
        phones=draw(phones(name)),
        mail=draw(mails),
        link=draw(_maybe(links(name))),
        hours=draw(opening_hours()),
        freshness=draw(freshness),
    )


@st.composite
def own_bodies(draw: st.DrawFn, body_id: str) -> Body:
    """A body of the organisation's own."""
    name = draw(names)
    return Body(
        id=body_id,
        name=name,
        purpose=draw(texts),
        audience=draw(st.just("") | names),
        topics=draw(_some(st.sampled_from(TOPICS))),
        roles=draw(_some(st.sampled_from(ROLES))),
        emergency=draw(st.booleans()),
        phones=draw(phones(name, least=1)),
        links=draw(_some(links(WEBSITE_LABEL), most=2)),
        hours=draw(opening_hours()),
        cost=draw(_maybe(names)),
        anonymous=draw(_maybe(names)),
        own=True,
        freshness=draw(freshness),
        rank=draw(st.integers(0, 9)),
    )


@st.composite
def choices(draw: st.DrawFn) -> PackChoices:
    """What an organisation says about the Dutch pack."""
    pack = load_pack("nl")
    may_go = [name for name, body in pack.bodies.items() if not body.always]
    named = draw(st.lists(st.sampled_from(may_go), max_size=4, unique=True))
    cut = draw(st.integers(0, len(named)))
    checked = draw(st.dictionaries(st.sampled_from(sorted(pack.bodies)), days, max_size=2))
    return PackChoices(
        off=tuple(named[cut:]),
        on=tuple(named[:cut]),
        bodies_checked=tuple(checked.items()),
        laws_checked=tuple(
            draw(st.dictionaries(st.sampled_from(sorted(pack.laws)), days, max_size=2)).items()
        ),
    )


@st.composite
def contents(draw: st.DrawFn) -> DirectoryContent:
    """Any organisation."""
    site_ids = draw(st.lists(ids, max_size=3, unique=True))
    department_ids = draw(st.lists(ids, max_size=2, unique=True))
    adviser_ids = draw(st.lists(ids, max_size=4, unique=True))
    taken = load_pack("nl").bodies
    body_ids = draw(st.lists(ids.filter(lambda name: name not in taken), max_size=2, unique=True))
    roles = draw(st.lists(st.sampled_from(CONTACT_ROLES), max_size=3, unique=True))
    return DirectoryContent(
        organisation=draw(
            st.builds(
                Organisation,
                name=names,
                size_band=_maybe(st.sampled_from(SIZE_BANDS)),
                behind=_maybe(texts),
                code_of_conduct=_maybe(links(CONDUCT_LABEL)),
                freshness=freshness,
            )
        ),
        sites=tuple(draw(sites(site_id)) for site_id in site_ids),
        departments=tuple(
            Department(name, draw(names), draw(st.sampled_from([None, *site_ids])))
            for name in department_ids
        ),
        advisers=tuple(
            draw(advisers(name, adviser_ids, site_ids, department_ids)) for name in adviser_ids
        ),
        complaints_procedure=draw(_maybe(procedures())),
        reporting_procedure=draw(_maybe(procedures())),
        contacts=tuple(draw(contacts(role)) for role in roles),
        own_bodies=tuple(draw(own_bodies(body_id)) for body_id in body_ids),
        choices=draw(choices()),
    )
