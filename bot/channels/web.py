"""The web channel: one POST a turn, and one POST that forgets."""

from __future__ import annotations

import asyncio
import json
from typing import Final

from aiohttp import web

from bot.domain.turn import Utterance
from bot.engine.engine import Engine

engine_key: Final = web.AppKey("engine", Engine)
counted_key: Final = web.AppKey("counted", bool)
SENDER_LENGTH: Final = 128
READ_SECONDS: Final = 10.0


class RequestRefused(Exception):
    """A request that cannot be a turn: status and the Dutch sentence for whoever sent it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


async def read_body(request: web.Request) -> bytes:
    """Return the body; a slow or too large one is refused."""
    try:
        return await asyncio.wait_for(request.read(), READ_SECONDS)
    except asyncio.TimeoutError as error:
        raise RequestRefused(408, "Het bericht kwam te langzaam binnen.") from error


async def take_turn(request: web.Request) -> web.Response:
    """`{"sender", "message"}` in, a list of bubbles out (DESIGN, contracts)."""
    sender, message = _parse(request, await read_body(request))
    utterance = Utterance(sender, message, "web")
    bubbles = await request.app[engine_key].turn(utterance, counted=request.app[counted_key])
    return web.json_response([bubble.as_json(sender) for bubble in bubbles])


async def forget(request: web.Request) -> web.Response:
    """Forget the conversation of the sender in the body; 204 whatever comes in."""
    try:
        body = await read_body(request)
    except (RequestRefused, web.HTTPRequestEntityTooLarge):
        return web.Response(status=204)
    sender = body.decode("utf-8", "replace").strip()
    if _is_sender(sender):
        request.app[engine_key].forget(sender, "web")
    return web.Response(status=204)


def _parse(request: web.Request, body: bytes) -> tuple[str, str]:
    """Return sender and message; raises `RequestRefused` with what is wrong, never with content."""
    if request.content_type != "application/json":
        raise RequestRefused(415, "Stuur JSON, met Content-Type application/json.")
    try:
        content = json.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RequestRefused(400, "Dit is geen geldige JSON in UTF-8.") from error
    if not isinstance(content, dict):
        raise RequestRefused(400, "Stuur een object met sender en message.")
    sender, message = content.get("sender"), content.get("message")
    if not isinstance(sender, str) or not _is_sender(sender):
        raise RequestRefused(400, f"sender is een tekst van 1 tot {SENDER_LENGTH} gewone tekens.")
    if not isinstance(message, str):
        raise RequestRefused(400, "message is een tekst.")
    return sender, message


def _is_sender(sender: str) -> bool:
    return 0 < len(sender) <= SENDER_LENGTH and sender.isascii() and sender.isprintable()


def add_routes(app: web.Application) -> None:
    """Add the two endpoints of the web channel."""
    app.router.add_post("/webhooks/rest/webhook", take_turn, name="turn")
    app.router.add_post("/wissen", forget, name="forget")
