"""Every setting, read once from the environment; a wrong one fails with its remedy in Dutch."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

PREFIX = "STEUNWIJZER_"
Access = Literal["open", "code", "netwerk"]


class SettingsInvalid(Exception):
    """A setting is wrong; the text is the whole Dutch explanation for whoever set it."""


@dataclass(frozen=True)
class Settings:
    """The settings of one process. Each is documented in `docs/instellingen.md`.

    Sizes are in characters or bytes, times in seconds unless the name says otherwise.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    database_url: str = "sqlite:///steunwijzer.db"
    organisation: Path = Path("voorbeeld/organisatie.yml")
    project: Path = Path(".")
    model: Path = Path("models/steunwijzer.tar.gz")
    allowed_origins: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()
    access: Access = "open"
    access_code: str | None = None
    access_networks: tuple[str, ...] = ()
    exit_url: str = "https://www.knmi.nl/nederland-nu/weer"
    text_limit: int = 4_000
    body_limit: int = 16 * 1024
    turns_per_conversation: int = 60
    idle_minutes: int = 30
    conversations_limit: int = 5_000
    waiting_per_sender: int = 4
    waiting_in_all: int = 32
    turn_seconds: float = 5.0
    stuck_seconds: float = 30.0
    drain_seconds: float = 30.0
    requests_per_minute: int = 120

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host == "localhost" or _is_loopback(self.host)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings that the environment asks for.

    Raises `SettingsInvalid` for an unknown name, a value that does not fit, or a secret given
    as a variable instead of a file.
    """
    given = {k[len(PREFIX) :]: v for k, v in environment.items() if k.startswith(PREFIX)}
    known = set(_READERS) | _ELSEWHERE
    for name in given:
        if name not in known:
            raise SettingsInvalid(
                f"De instelling {PREFIX}{name} bestaat niet. Bedoel je {PREFIX}{_nearest(name)}?"
            )
    values: dict[str, object] = {}
    for name, (field, read) in _READERS.items():
        if name in given:
            values[field] = read(name, given[name])
    settings = Settings(**values)  # type: ignore[arg-type]  # the readers above give the right types
    _refuse_contradictions(settings)
    return settings


def _refuse_contradictions(settings: Settings) -> None:
    if not settings.loopback and not settings.allowed_origins:
        raise SettingsInvalid(
            f"Het adres {settings.host} is bereikbaar van buiten. Zeg met {PREFIX}ALLOWED_ORIGINS "
            "welke pagina's de chat mogen tonen, bijvoorbeeld https://intranet.voorbeeld.example."
        )
    if settings.access == "code" and not settings.access_code:
        raise SettingsInvalid(
            f"Bij {PREFIX}TOEGANG=code hoort {PREFIX}TOEGANGSCODE_FILE: een bestand met het woord."
        )
    if settings.access == "netwerk" and not settings.access_networks:
        raise SettingsInvalid(
            f"Bij {PREFIX}TOEGANG=netwerk hoort {PREFIX}TOEGANG_NETWERKEN, zoals 10.0.0.0/8."
        )


def _text(name: str, value: str) -> str:
    if not value.strip():
        raise SettingsInvalid(
            f"De instelling {PREFIX}{name} is leeg. Haal haar weg of vul haar in."
        )
    return value.strip()


def _path(name: str, value: str) -> Path:
    return Path(_text(name, value))


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        try:
            number = int(value)
        except ValueError as error:
            raise SettingsInvalid(
                f"De instelling {PREFIX}{name} moet een geheel getal zijn van {low} tot {high}."
            ) from error
        if not low <= number <= high:
            raise SettingsInvalid(
                f"De instelling {PREFIX}{name} moet tussen {low} en {high} liggen."
            )
        return number

    return read


def _seconds(name: str, value: str) -> float:
    return float(_whole(1, 600)(name, value))


def _list(name: str, value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _text(name, value).replace(",", " ").split())


def _origins(name: str, value: str) -> tuple[str, ...]:
    origins = _list(name, value)
    for origin in origins:
        bare = origin.split("://", 1)[-1]
        if "://" not in origin or "*" in origin or "/" in bare or not bare:
            raise SettingsInvalid(
                f"De instelling {PREFIX}{name} bevat een adres dat geen oorsprong is. "
                "Schrijf het zonder pad en zonder *, zoals https://intranet.voorbeeld.example."
            )
    return origins


def _networks(name: str, value: str) -> tuple[str, ...]:
    networks = _list(name, value)
    for network in networks:
        try:
            ipaddress.ip_network(network)
        except ValueError as error:
            raise SettingsInvalid(
                f"De instelling {PREFIX}{name} bevat iets dat geen netwerk is. "
                "Schrijf het zoals 10.0.0.0/8 of 2001:db8::/32."
            ) from error
    return networks


def _access(name: str, value: str) -> str:
    if value not in ("open", "code", "netwerk"):
        raise SettingsInvalid(f"De instelling {PREFIX}{name} is open, code of netwerk.")
    return value


def _https(name: str, value: str) -> str:
    if not value.startswith("https://"):
        raise SettingsInvalid(f"De instelling {PREFIX}{name} moet met https:// beginnen.")
    return value


def _secret_file(name: str, value: str) -> str:
    path = Path(value)
    try:
        mode = path.stat().st_mode
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(
            f"Het bestand van {PREFIX}{name} is niet te lezen. Controleer het pad en de rechten."
        ) from error
    if mode & 0o077:
        raise SettingsInvalid(
            f"Het bestand van {PREFIX}{name} is leesbaar voor anderen. Doe: chmod 600."
        )
    if not secret:
        raise SettingsInvalid(f"Het bestand van {PREFIX}{name} is leeg.")
    return secret


_READERS = {
    "HOST": ("host", _text),
    "PORT": ("port", _whole(1, 65_535)),
    "DATABASE_URL": ("database_url", _text),
    "ORGANISATION": ("organisation", _path),
    "PROJECT": ("project", _path),
    "MODEL": ("model", _path),
    "ALLOWED_ORIGINS": ("allowed_origins", _origins),
    "TRUSTED_PROXIES": ("trusted_proxies", _networks),
    "TOEGANG": ("access", _access),
    "TOEGANGSCODE_FILE": ("access_code", _secret_file),
    "TOEGANG_NETWERKEN": ("access_networks", _networks),
    "EXIT_URL": ("exit_url", _https),
    "TEXT_LIMIT": ("text_limit", _whole(200, 20_000)),
    "BODY_LIMIT": ("body_limit", _whole(1_024, 1_048_576)),
    "TURNS": ("turns_per_conversation", _whole(5, 1_000)),
    "IDLE_MINUTES": ("idle_minutes", _whole(1, 240)),
    "CONVERSATIONS": ("conversations_limit", _whole(10, 100_000)),
    "WAITING_PER_SENDER": ("waiting_per_sender", _whole(1, 32)),
    "WAITING": ("waiting_in_all", _whole(1, 1_000)),
    "TURN_SECONDS": ("turn_seconds", _seconds),
    "STUCK_SECONDS": ("stuck_seconds", _seconds),
    "DRAIN_SECONDS": ("drain_seconds", _seconds),
    "REQUESTS_PER_MINUTE": ("requests_per_minute", _whole(10, 100_000)),
}
# Read by the Makefile or by tests, never by the program.
_ELSEWHERE = frozenset({"TEST_POSTGRES_URL"})


def _nearest(name: str) -> str:
    return str(get_close_matches(name, _READERS, n=1, cutoff=0.0)[0])


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
