"""Can the numbers be dialled, and is nothing left of the example?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from bot.directory.checks import Checked
from bot.directory.findings import Finding, mistake
from bot.directory.formats import EXAMPLE_DOMAIN, is_example_number, number_can_exist
from bot.domain.replies import Link, Phone


def check_contact_details(checked: Checked) -> Iterator[Finding]:
    """Yield every number that cannot exist and, in a real file, everything that is invented."""
    example = checked.snapshot.organisation.example
    for path, phone in _phones(checked):
        if is_example_number(phone.number):
            if not example:
                yield mistake(
                    path,
                    f"{phone.number} is een verzonnen nummer uit het voorbeeld.",
                    "Vul het echte nummer in.",
                )
        elif not number_can_exist(phone.number):
            yield mistake(
                path,
                f"Het telefoonnummer {phone.number} kan niet bestaan.",
                "Kijk of er een cijfer te veel of te weinig staat.",
            )
    if example:
        return
    for path, address in _addresses(checked):
        if address == EXAMPLE_DOMAIN or address.endswith(f".{EXAMPLE_DOMAIN}"):
            yield mistake(
                path,
                f"{address} is een verzonnen adres uit het voorbeeld.",
                "Vul het echte adres in.",
            )


def _phones(checked: Checked) -> Iterator[tuple[str, Phone]]:
    snapshot = checked.snapshot
    for path, site in zip(
        checked.paths("locaties", len(snapshot.sites)), snapshot.sites, strict=True
    ):
        for number, safety in enumerate(site.safety, start=1):
            yield f"{path}.noodnummers[{number}].telefoon", safety.phone
    for path, adviser in zip(
        checked.paths("vertrouwenspersonen", len(snapshot.advisers)), snapshot.advisers, strict=True
    ):
        yield from _each(f"{path}.telefoon", adviser.phones)
    for key, inner, procedure in (
        ("klachtenregeling", "commissie", snapshot.complaints_procedure),
        ("meldregeling", "meldpunt", snapshot.reporting_procedure),
    ):
        if procedure is not None:
            yield from _each(f"{key}.{inner}.telefoon", procedure.committee_phones)
    for contact in snapshot.contacts:
        yield from _each(f"contacten.{contact.role}.telefoon", contact.phones)
    for number, body in enumerate((body for body in snapshot.bodies if body.own), start=1):
        yield from _each(f"instanties.eigen[{number}].telefoon", body.phones)


def _each(path: str, phones: Iterable[Phone]) -> Iterator[tuple[str, Phone]]:
    return ((path, phone) for phone in phones)


def _addresses(checked: Checked) -> Iterator[tuple[str, str]]:
    """Yield the domain of every mail address and link of the organisation's own."""
    snapshot = checked.snapshot
    links: list[tuple[str, Link | None]] = [
        ("organisatie.gedragscode", snapshot.organisation.code_of_conduct)
    ]
    mails: list[tuple[str, str | None]] = []
    for path, adviser in zip(
        checked.paths("vertrouwenspersonen", len(snapshot.advisers)), snapshot.advisers, strict=True
    ):
        mails.append((f"{path}.mail", adviser.mail))
        links.append((f"{path}.afspraak", adviser.appointment))
    for key, inner, procedure in (
        ("klachtenregeling", "commissie", snapshot.complaints_procedure),
        ("meldregeling", "meldpunt", snapshot.reporting_procedure),
    ):
        if procedure is not None:
            mails.append((f"{key}.{inner}.mail", procedure.committee_mail))
            links += [
                (f"{key}.documenten[{number}].link", document)
                for number, document in enumerate(procedure.documents, start=1)
            ]
    for contact in snapshot.contacts:
        mails.append((f"contacten.{contact.role}.mail", contact.mail))
        links.append((f"contacten.{contact.role}.link", contact.link))
    for number, body in enumerate((body for body in snapshot.bodies if body.own), start=1):
        links += [(f"instanties.eigen[{number}].website", link) for link in body.links]
    yield from ((path, mail.rpartition("@")[2].casefold()) for path, mail in mails if mail)
    yield from (
        (path, (urlsplit(link.href).hostname or "").casefold()) for path, link in links if link
    )
