"""The headers that every response carries: nothing is cached, referred, sniffed or shared."""

from __future__ import annotations

from aiohttp import web

from bot.middlewares.errors import Handler

_ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
    ),
}
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors {ancestors}"
)


def setup_headers(app: web.Application, ancestors: tuple[str, ...]) -> None:
    """Install it as the outermost middleware; `ancestors` are the origins that may frame us."""
    csp = _CSP.format(ancestors=" ".join(("'self'", *ancestors)))

    @web.middleware
    async def add_headers(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            response = await handler(request)
        except web.HTTPException as error:
            _add(error, csp)
            raise
        _add(response, csp)
        return response

    app.middlewares.append(add_headers)

    async def on_prepare(_: web.Request, response: web.StreamResponse) -> None:
        # The server's own answers (a broken request line) pass no middleware; this one passes all.
        response.headers["Server"] = "steunwijzer"

    app.on_response_prepare.append(on_prepare)


def _add(response: web.StreamResponse, csp: str) -> None:
    for name, value in _ALWAYS.items():
        response.headers[name] = value
    response.headers["Content-Security-Policy"] = csp
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
