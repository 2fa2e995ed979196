"""The pages: conversation (with script) and help (without), and their files."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from importlib import resources
from typing import Final

from aiohttp import web

from bot.directory.snapshot import Adviser, Snapshot
from bot.domain.emergency import PHONES
from bot.domain.replies import Phone

snapshot_key: web.AppKey[Callable[[], Snapshot]] = web.AppKey("snapshot")
exit_key: Final = web.AppKey("exit", str)
_STATIC: Final = resources.files("bot.widget") / "static"
_TYPES: Final = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


def _page(name: str, **values: str) -> web.Response:
    html = (_STATIC / name).read_text(encoding="utf-8")
    for key, value in values.items():
        html = html.replace("{{" + key + "}}", value)
    return web.Response(text=html, content_type="text/html", headers={"Content-Language": "nl"})


async def conversation(request: web.Request) -> web.Response:
    """The page with the conversation, alone or in a frame."""
    snapshot = request.app[snapshot_key]()
    return _page(
        "gesprek.html",
        organisatie=escape(snapshot.organisation.name),
        voorbeeld="" if snapshot.organisation.example else "hidden",
        uitgang=escape(request.app[exit_key], quote=True),
    )


async def help_page(request: web.Request) -> web.Response:
    """Emergency numbers and advisers in plain HTML; needs no script, no model, no database."""
    snapshot = request.app[snapshot_key]()
    own = snapshot.emergency_contacts()
    return _page(
        "hulp.html",
        organisatie=escape(snapshot.organisation.name),
        voorbeeld="" if snapshot.organisation.example else "hidden",
        noodnummers="".join(_phone(p) for p in _emergency() + own),
        vertrouwenspersonen="".join(_adviser(a) for a in snapshot.advisers)
        or "<p>Er staan hier nog geen vertrouwenspersonen.</p>",
    )


async def static_file(request: web.Request) -> web.Response:
    """One of our own files; any other name is not there."""
    name = request.match_info["name"]
    kind = _TYPES.get(name.rpartition(".")[2])
    file = _STATIC / name
    if kind is None or "/" in name or not file.is_file():
        raise web.HTTPNotFound
    return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8")


def _emergency() -> tuple[Phone, ...]:
    seen: dict[str, Phone] = {}
    for phones in PHONES.values():
        for phone in phones:
            seen.setdefault(phone.number, phone)
    return tuple(sorted(seen.values(), key=lambda p: p.number != "112"))


def _phone(phone: Phone) -> str:
    return (
        f'<li><a href="{escape(phone.href, quote=True)}"><strong>{escape(phone.number)}</strong>'
        f"</a> {escape(phone.label)}</li>"
    )


def _adviser(adviser: Adviser) -> str:
    kind = "bij ons in dienst" if adviser.kind == "intern" else "van buiten de organisatie"
    lines = [f"<h3>{escape(adviser.name)}</h3><p>Vertrouwenspersoon, {kind}.</p><ul>"]
    lines += [_phone(p) for p in adviser.phones]
    if adviser.mail:
        mail = escape(adviser.mail, quote=True)
        lines.append(f'<li><a href="mailto:{mail}">{mail}</a></li>')
    return "".join(lines) + "</ul>"


def add_routes(app: web.Application) -> None:
    """Add the pages and their files."""
    app.router.add_get("/", conversation, name="demonstration")
    app.router.add_get("/embed", conversation, name="embed")
    app.router.add_get("/hulp", help_page, name="help")
    app.router.add_get("/static/{name}", static_file, name="static")
