"""Serves the application until it is told to stop, and lets running turns finish."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

from aiohttp import web

from bot.domain.errors import SteunwijzerError
from bot.domain.journal import Happening, log
from bot.engine.silence import silence_loop


class PortTaken(SteunwijzerError):
    """The address cannot be listened on."""


async def serve(
    app: web.Application, host: str, port: int, *, drain_seconds: float, ready: Callable[[], None]
) -> None:
    """Listen, call `ready`, and return after SIGTERM or SIGINT when the running turns are done.

    Raises `PortTaken`.
    """
    loop = asyncio.get_running_loop()
    silence_loop(loop)
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    # No access log: its lines hold addresses, queries and browsers (privacy.md L6).
    runner = web.AppRunner(
        app, access_log=None, handle_signals=False, shutdown_timeout=drain_seconds
    )
    await runner.setup()
    try:
        await _listen(runner, host, port)
        ready()
        await stopped.wait()
        log(Happening.STOPPING)
    finally:
        await runner.cleanup()
        log(Happening.STOPPED, code=0)


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise PortTaken(
            f"Poort {port} op {host} is al in gebruik of niet toegestaan. "
            "Kies een andere met STEUNWIJZER_PORT."
        ) from error
