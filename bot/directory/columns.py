"""Values that live in one column as JSON: telephone numbers, links, hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from bot.directory.hours import HourSpan, OpeningHours
from bot.domain.replies import Link, Phone


def phone_column(phone: Phone) -> dict[str, str]:
    """Return the column value of one telephone number."""
    return {"label": phone.label, "number": phone.number, "href": phone.href}


def phones_column(phones: Iterable[Phone]) -> list[dict[str, str]]:
    """Return the column value of telephone numbers."""
    return [phone_column(phone) for phone in phones]


def phone_of(value: Any) -> Phone:
    """Return the telephone number in a column."""
    return Phone(label=value["label"], number=value["number"], href=value["href"])


def phones_of(value: Any) -> tuple[Phone, ...]:
    """Return the telephone numbers in a column."""
    return tuple(phone_of(item) for item in value)


def link_column(link: Link | None) -> dict[str, str] | None:
    """Return the column value of a link, if there is one."""
    return None if link is None else {"label": link.label, "href": link.href}


def links_column(links: Iterable[Link]) -> list[dict[str, str]]:
    """Return the column value of links."""
    return [{"label": link.label, "href": link.href} for link in links]


def link_of(value: Any) -> Link | None:
    """Return the link in a column, if there is one."""
    return None if value is None else Link(label=value["label"], href=value["href"])


def links_of(value: Any) -> tuple[Link, ...]:
    """Return the links in a column."""
    return tuple(Link(label=item["label"], href=item["href"]) for item in value)


def hours_column(hours: OpeningHours) -> dict[str, Any]:
    """Return the column value of opening hours."""
    return {
        "always": hours.always,
        "spans": [
            [span.weekday, span.start.isoformat("minutes"), span.end.isoformat("minutes")]
            for span in hours.spans
        ],
        "closed_on_holidays": hours.closed_on_holidays,
        "text": hours.text,
    }


def hours_of(value: Any) -> OpeningHours:
    """Return the opening hours in a column."""
    return OpeningHours(
        always=value["always"],
        spans=tuple(
            HourSpan(weekday, time.fromisoformat(start), time.fromisoformat(end))
            for weekday, start, end in value["spans"]
        ),
        closed_on_holidays=value["closed_on_holidays"],
        text=value["text"],
    )
