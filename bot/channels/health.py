"""Is the process alive, and would it answer: no counts, no versions, nothing to learn from."""

from __future__ import annotations

from aiohttp import web

from bot.channels.web import engine_key


async def live(_: web.Request) -> web.Response:
    """200 as long as the process can answer at all."""
    return web.Response(text="ja\n")


async def ready(request: web.Request) -> web.Response:
    """200 when a turn would be answered by the dialogue now, else 503."""
    if request.app[engine_key].ready:
        return web.Response(text="ja\n")
    return web.Response(status=503, text="nee\n", headers={"Retry-After": "5"})


def add_routes(app: web.Application) -> None:
    """Add `/livez` and `/readyz`."""
    app.router.add_get("/livez", live, name="live")
    app.router.add_get("/readyz", ready, name="ready")
