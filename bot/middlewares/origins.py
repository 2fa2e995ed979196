"""Which pages may talk to us: our own and the allowed origins; programs without a browser may."""

from __future__ import annotations

from aiohttp import web

from bot.middlewares.errors import Handler, refusal


def setup_origins(app: web.Application, allowed: tuple[str, ...]) -> None:
    """Refuse a POST from an `Origin` that is not ours and not in `allowed`; never say `*`."""

    @web.middleware
    async def check_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        foreign = origin is not None and origin not in allowed and not _is_own(origin, request)
        if foreign and request.method not in ("GET", "HEAD"):
            return refusal(403, "Deze pagina mag de chat niet gebruiken.")
        response = await handler(request)
        response.headers["Vary"] = "Origin"
        if origin in allowed:
            response.headers["Access-Control-Allow-Origin"] = str(origin)
        return response

    app.middlewares.append(check_origin)


def _is_own(origin: str, request: web.Request) -> bool:
    return origin.partition("://")[2] == request.host
