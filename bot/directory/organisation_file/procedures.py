"""Reading the complaints procedure and the internal reporting procedure."""

from __future__ import annotations

from bot.directory import shared_fields
from bot.directory.fields import Section
from bot.directory.formats import parse_link, parse_mail
from bot.directory.organisation import Procedure
from bot.domain.replies import Link


def read_procedure(section: Section | None, committee_key: str) -> Procedure | None:
    """Return a procedure; who handles the complaints or reports stands below `committee_key`."""
    if section is None:
        return None
    committee = section.section(committee_key)
    committee_name = committee.text("naam", required=True) if committee else None
    documents = [_document(item) for item in section.sections("documenten")]
    procedure = Procedure(
        title=section.text("naam", required=True) or "",
        steps=tuple(
            shared_fields.step(item) for item in section.sections("stappen", required=True)
        ),
        informal_steps=tuple(shared_fields.step(item) for item in section.sections("informeel")),
        committee=committee_name,
        committee_phones=shared_fields.phones(committee, committee_name or "") if committee else (),
        committee_mail=committee.parsed("mail", parse_mail) if committee else None,
        documents=tuple(link for link in documents if link is not None),
        freshness=shared_fields.freshness(section),
    )
    if committee:
        committee.finish()
    section.finish()
    return procedure


def _document(section: Section) -> Link | None:
    name = section.text("naam", required=True) or ""
    link = section.parsed("link", lambda text: parse_link(text, name), required=True)
    section.finish()
    return link
