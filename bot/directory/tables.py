"""The tables of the directory.

What refers to something else is a row with a foreign key. What is only a value (telephone
numbers, hours, languages) is JSON in the row that owns it. The shape itself is made by the
migrations; a test says that the two agree.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from bot.database.metadata import metadata

_ID: Final = String(60)


def _freshness() -> tuple[Any, ...]:
    return (
        Column("owner", Text),
        Column("checked", Date),
        Column("valid_months", Integer),
    )


def _json(name: str) -> Any:
    return Column(name, JSON(none_as_null=True), nullable=False)


def _position(**options: bool) -> Any:
    return Column("position", Integer, nullable=False, autoincrement=False, **options)


def _only_row() -> tuple[Any, ...]:
    return (
        Column("id", Integer, primary_key=True, autoincrement=False),
        CheckConstraint("id = 1", name="only_row"),
    )


directory_state: Final = Table(
    "directory_state", metadata, *_only_row(), Column("revision", Integer, nullable=False)
)
organisation: Final = Table(
    "organisation",
    metadata,
    *_only_row(),
    Column("name", Text, nullable=False),
    Column("example", Boolean, nullable=False),
    Column("size_band", String(20)),
    Column("behind", Text),
    Column("code_of_conduct", JSON(none_as_null=True)),
    *_freshness(),
)
site: Final = Table(
    "site",
    metadata,
    Column("id", _ID, primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    *_freshness(),
)
safety_contact: Final = Table(
    "safety_contact",
    metadata,
    Column("site_id", _ID, ForeignKey("site.id"), primary_key=True),
    _position(primary_key=True),
    Column("role", String(20), nullable=False),
    _json("phone"),
    _json("hours"),
)
department: Final = Table(
    "department",
    metadata,
    Column("id", _ID, primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    Column("site_id", _ID, ForeignKey("site.id")),
)
adviser: Final = Table(
    "adviser",
    metadata,
    Column("id", _ID, primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    _json("subjects"),
    _json("languages"),
    Column("gender", String(20)),
    _json("phones"),
    Column("mail", Text),
    Column("appointment", JSON(none_as_null=True)),
    _json("hours"),
    _json("other_roles"),
    Column("photo", Text),
    *_freshness(),
    CheckConstraint("kind IN ('intern', 'extern')", name="kind"),
)
adviser_site: Final = Table(
    "adviser_site",
    metadata,
    Column("adviser_id", _ID, ForeignKey("adviser.id"), primary_key=True),
    _position(primary_key=True),
    Column("site_id", _ID, ForeignKey("site.id"), nullable=False),
)
adviser_leave: Final = Table(
    "adviser_leave",
    metadata,
    Column("adviser_id", _ID, ForeignKey("adviser.id"), primary_key=True),
    _position(primary_key=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("stand_in_id", _ID, ForeignKey("adviser.id")),
    CheckConstraint("first_day <= last_day", name="order"),
)
adviser_close_to: Final = Table(
    "adviser_close_to",
    metadata,
    Column("adviser_id", _ID, ForeignKey("adviser.id"), primary_key=True),
    _position(primary_key=True),
    Column("other_id", _ID, ForeignKey("adviser.id"), nullable=False),
)
adviser_close_to_leadership: Final = Table(
    "adviser_close_to_leadership",
    metadata,
    Column("adviser_id", _ID, ForeignKey("adviser.id"), primary_key=True),
    _position(primary_key=True),
    Column("department_id", _ID, ForeignKey("department.id"), nullable=False),
)
procedure: Final = Table(
    "procedure",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("title", Text, nullable=False),
    Column("committee", Text),
    _json("committee_phones"),
    Column("committee_mail", Text),
    _json("documents"),
    *_freshness(),
    CheckConstraint("kind IN ('complaints', 'reporting')", name="kind"),
)
procedure_step: Final = Table(
    "procedure_step",
    metadata,
    Column("procedure_kind", String(20), ForeignKey("procedure.kind"), primary_key=True),
    _position(primary_key=True),
    Column("informal", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("term", Text),
)
own_contact: Final = Table(
    "own_contact",
    metadata,
    Column("role", String(40), primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    _json("phones"),
    Column("mail", Text),
    Column("link", JSON(none_as_null=True)),
    _json("hours"),
    *_freshness(),
)
own_body: Final = Table(
    "own_body",
    metadata,
    Column("id", _ID, primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("audience", Text, nullable=False),
    _json("topics"),
    _json("roles"),
    Column("emergency", Boolean, nullable=False),
    _json("phones"),
    _json("links"),
    _json("hours"),
    Column("cost", Text),
    Column("anonymous", Text),
    Column("rank", Integer, nullable=False),
    *_freshness(),
)
pack_choice: Final = Table(
    "pack_choice",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("item_id", _ID, primary_key=True),
    _position(),
    Column("checked", Date),
    CheckConstraint("kind IN ('on', 'off', 'body_checked', 'law_checked')", name="kind"),
)

# What an import replaces, in the order that foreign keys allow rows to be added.
REPLACED: Final = (
    organisation,
    site,
    safety_contact,
    department,
    adviser,
    adviser_site,
    adviser_leave,
    adviser_close_to,
    adviser_close_to_leadership,
    procedure,
    procedure_step,
    own_contact,
    own_body,
    pack_choice,
)
