"""The directory: organisation, sites, advisers, procedures, contacts, bodies and its revision."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = (
    "adviser_close_to_leadership",
    "adviser_close_to",
    "adviser_leave",
    "adviser_site",
    "adviser",
    "department",
    "safety_contact",
    "site",
    "procedure_step",
    "procedure",
    "own_contact",
    "own_body",
    "pack_choice",
    "organisation",
    "directory_state",
)


def upgrade() -> None:
    """Make the tables, and the revision that turns look at."""
    _make_organisation()
    _make_advisers()
    _make_procedures()
    _make_contacts_and_bodies()
    op.execute("INSERT INTO directory_state (id, revision) VALUES (1, 0)")


def downgrade() -> None:
    """Drop the tables, with what is in them."""
    for name in _TABLES:
        op.drop_table(name)


def _make_organisation() -> None:
    op.create_table("directory_state", *_only_row(), _number("revision"))
    op.create_table(
        "organisation",
        *_only_row(),
        _text("name"),
        _yes_or_no("example"),
        _optional("size_band", sa.String(20)),
        _optional("behind"),
        _optional("code_of_conduct", sa.JSON()),
        *_freshness(),
    )
    op.create_table("site", _key("id"), _number("position"), _text("name"), *_freshness())
    op.create_table(
        "safety_contact",
        _key("site_id", "site.id"),
        _position_key(),
        sa.Column("role", sa.String(20), nullable=False),
        _json("phone"),
        _json("hours"),
    )
    op.create_table(
        "department",
        _key("id"),
        _number("position"),
        _text("name"),
        sa.Column("site_id", sa.String(60), sa.ForeignKey("site.id")),
    )


def _make_advisers() -> None:
    op.create_table(
        "adviser",
        _key("id"),
        _number("position"),
        _text("name"),
        sa.Column("kind", sa.String(10), nullable=False),
        _json("subjects"),
        _json("languages"),
        _optional("gender", sa.String(20)),
        _json("phones"),
        _optional("mail"),
        _optional("appointment", sa.JSON()),
        _json("hours"),
        _json("other_roles"),
        _optional("photo"),
        *_freshness(),
        sa.CheckConstraint("kind IN ('intern', 'extern')", name="kind"),
    )
    op.create_table(
        "adviser_site",
        _key("adviser_id", "adviser.id"),
        _position_key(),
        sa.Column("site_id", sa.String(60), sa.ForeignKey("site.id"), nullable=False),
    )
    op.create_table(
        "adviser_leave",
        _key("adviser_id", "adviser.id"),
        _position_key(),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("stand_in_id", sa.String(60), sa.ForeignKey("adviser.id")),
        sa.CheckConstraint("first_day <= last_day", name="order"),
    )
    op.create_table(
        "adviser_close_to",
        _key("adviser_id", "adviser.id"),
        _position_key(),
        sa.Column("other_id", sa.String(60), sa.ForeignKey("adviser.id"), nullable=False),
    )
    op.create_table(
        "adviser_close_to_leadership",
        _key("adviser_id", "adviser.id"),
        _position_key(),
        sa.Column("department_id", sa.String(60), sa.ForeignKey("department.id"), nullable=False),
    )


def _make_procedures() -> None:
    op.create_table(
        "procedure",
        sa.Column("kind", sa.String(20), primary_key=True),
        _text("title"),
        _optional("committee"),
        _json("committee_phones"),
        _optional("committee_mail"),
        _json("documents"),
        *_freshness(),
        sa.CheckConstraint("kind IN ('complaints', 'reporting')", name="kind"),
    )
    op.create_table(
        "procedure_step",
        sa.Column(
            "procedure_kind", sa.String(20), sa.ForeignKey("procedure.kind"), primary_key=True
        ),
        _position_key(),
        _yes_or_no("informal"),
        _text("title"),
        _text("text"),
        _optional("term"),
    )


def _make_contacts_and_bodies() -> None:
    op.create_table(
        "own_contact",
        sa.Column("role", sa.String(40), primary_key=True),
        _number("position"),
        _text("name"),
        _json("phones"),
        _optional("mail"),
        _optional("link", sa.JSON()),
        _json("hours"),
        *_freshness(),
    )
    op.create_table(
        "own_body",
        _key("id"),
        _number("position"),
        _text("name"),
        _text("purpose"),
        _text("audience"),
        _json("topics"),
        _json("roles"),
        _yes_or_no("emergency"),
        _json("phones"),
        _json("links"),
        _json("hours"),
        _optional("cost"),
        _optional("anonymous"),
        _number("rank"),
        *_freshness(),
    )
    op.create_table(
        "pack_choice",
        sa.Column("kind", sa.String(20), primary_key=True),
        _key("item_id"),
        _number("position"),
        _optional("checked", sa.Date()),
        sa.CheckConstraint("kind IN ('on', 'off', 'body_checked', 'law_checked')", name="kind"),
    )


def _only_row() -> tuple[Any, ...]:
    return (
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.CheckConstraint("id = 1", name="only_row"),
    )


def _key(name: str, refers_to: str | None = None) -> Any:
    reference = [sa.ForeignKey(refers_to)] if refers_to else []
    return sa.Column(name, sa.String(60), *reference, primary_key=True)


def _position_key() -> Any:
    return sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False)


def _number(name: str) -> Any:
    return sa.Column(name, sa.Integer(), nullable=False)


def _yes_or_no(name: str) -> Any:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _text(name: str) -> Any:
    return sa.Column(name, sa.Text(), nullable=False)


def _json(name: str) -> Any:
    return sa.Column(name, sa.JSON(), nullable=False)


def _optional(name: str, kind: Any = None) -> Any:
    return sa.Column(name, kind or sa.Text(), nullable=True)


def _freshness() -> tuple[Any, ...]:
    return (
        _optional("owner"),
        _optional("checked", sa.Date()),
        _optional("valid_months", sa.Integer()),
    )
