"""What can be wrong with the database, each with the one sentence that an administrator reads.

DatabaseError
├── DatabaseAddressInvalid   the URL is not one we can use
├── DatabaseUnreachable      gone, damaged, refused, or anything else that stops us
│   ├── DatabaseLocked       somebody else holds it
│   ├── DatabaseFull         no room left
│   └── DatabaseReadOnly     may be read, not written
├── DatabaseTooOld           made by an older version of this program
└── DatabaseTooNew           made by a newer version of this program

The sentence is always one of these constants: never text from the database, which may quote values.
"""

from __future__ import annotations

from typing import ClassVar


class DatabaseError(Exception):
    """Something is wrong with the database; `str()` is a Dutch sentence."""

    sentence: ClassVar[str] = "Er is iets mis met de database."

    def __init__(self) -> None:
        super().__init__(self.sentence)


class DatabaseAddressInvalid(DatabaseError):
    """The database URL cannot be used."""

    sentence = (
        "Het adres van de database klopt niet: gebruik "
        "sqlite:///bestand.db of postgresql://gebruiker@server/naam."
    )


class DatabaseUnreachable(DatabaseError):
    """The database does not answer, or not with anything we can use."""

    sentence = (
        "De database is niet bereikbaar of beschadigd: "
        "kijk of hij aanstaat en of het adres in STEUNWIJZER_DATABASE_URL klopt."
    )


class DatabaseLocked(DatabaseUnreachable):
    """Somebody else holds the database, longer than we want to wait."""

    sentence = (
        "De database is bezet door een ander programma: "
        "wacht tot dat klaar is en probeer het opnieuw."
    )


class DatabaseFull(DatabaseUnreachable):
    """There is no room left to write."""

    sentence = "De schijf van de database is vol: maak ruimte en probeer het opnieuw."


class DatabaseReadOnly(DatabaseUnreachable):
    """The database may be read but not written."""

    sentence = (
        "De database is alleen te lezen: "
        "geef het programma schrijfrecht op het bestand en de map, of op de tabellen."
    )


class DatabaseTooOld(DatabaseError):
    """The database was made by an older version of this program."""

    sentence = (
        "De database is van een oudere versie van Steunwijzer: "
        "werk hem bij met `steunwijzer prepare`."
    )


class DatabaseTooNew(DatabaseError):
    """The database was made by a newer version of this program."""

    sentence = (
        "De database is van een nieuwere versie van Steunwijzer: "
        "installeer die versie, of zet een oudere reservekopie terug."
    )
