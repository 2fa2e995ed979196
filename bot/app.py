"""The composition root: who is made of what, in which order. Nothing else wires."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.channels import health
from bot.channels import web as web_channel
from bot.database.engine import Engine as Database
from bot.database.engine import open_database
from bot.directory import current
from bot.directory.errors import DirectoryUnavailable
from bot.directory.snapshot import Snapshot
from bot.domain.journal import Happening, log
from bot.engine.agent import Assistant
from bot.engine.conversations import Conversations
from bot.engine.engine import Dialogue, Engine, Limits
from bot.engine.gate import Gate
from bot.engine.texts import read_texts
from bot.middlewares.errors import setup_errors
from bot.middlewares.headers import setup_headers
from bot.middlewares.origins import setup_origins
from bot.middlewares.rate import RateLimit, setup_rate
from bot.settings import Settings
from bot.widget import pages

RENEW_SECONDS = 1.0
SWEEP_SECONDS = 30.0


def make_app(
    settings: Settings, engine: Engine, conversations: Conversations, *, watch: bool = True
) -> web.Application:
    """Return the application; it starts and stops the engine and watches the directory.

    Without `watch` the published organisation stays as it is.
    """
    app = web.Application(client_max_size=settings.body_limit)
    # Order matters, outermost first: headers also cover refusals, and a refusal costs no turn.
    setup_headers(app, settings.allowed_origins)
    setup_origins(app, settings.allowed_origins)
    setup_rate(app, RateLimit(settings.requests_per_minute), settings.trusted_proxies)
    setup_errors(app)
    app[web_channel.engine_key] = engine
    app[web_channel.counted_key] = not current.current().organisation.example
    app[pages.snapshot_key] = current.current
    app[pages.exit_key] = settings.exit_url
    web_channel.add_routes(app)
    health.add_routes(app)
    pages.add_routes(app)
    app.cleanup_ctx.append(_running(engine))
    if watch:
        app.cleanup_ctx.append(_watching(open_database(settings.database_url), conversations))
    return app


def make_engine(settings: Settings) -> tuple[Engine, Conversations]:
    """Return the engine and its conversations, not yet started."""
    from bot.understanding.crisis import find_crisis

    conversations = make_conversations(settings)
    texts = read_texts(settings.project / "data" / "responses")

    def load() -> Dialogue:
        return Assistant(settings.model, texts, conversations)

    engine = Engine(
        load,
        conversations,
        Gate(per_sender=settings.waiting_per_sender, in_all=settings.waiting_in_all),
        find_crisis=find_crisis,
        is_example=lambda: current.current().organisation.example,
        limits=Limits(
            settings.text_limit,
            settings.turns_per_conversation,
            settings.turn_seconds,
            settings.stuck_seconds,
        ),
        on_dead=_give_up,
    )
    return engine, conversations


def make_conversations(settings: Settings) -> Conversations:
    """Return the memory of the running conversations."""
    return Conversations(
        idle_seconds=settings.idle_minutes * 60, limit=settings.conversations_limit
    )


def load_directory(settings: Settings) -> Snapshot:
    """Publish the organisation from the database and return it."""
    current.renew(open_database(settings.database_url))
    return current.current()


def _running(engine: Engine) -> Callable[[web.Application], AsyncIterator[None]]:
    async def run(_: web.Application) -> AsyncIterator[None]:
        await engine.start()
        log(Happening.READY)
        yield
        await engine.stop()

    return run


def _watching(
    database: Database, conversations: Conversations
) -> Callable[[web.Application], AsyncIterator[None]]:
    async def run(_: web.Application) -> AsyncIterator[None]:
        tasks = (
            asyncio.create_task(_renew_directory(database)),
            asyncio.create_task(_sweep(conversations)),
        )
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    return run


async def _renew_directory(database: Database) -> None:
    """Ask once a second whether the directory changed; say once that it cannot be asked."""
    available = True
    while True:
        await asyncio.sleep(RENEW_SECONDS)
        try:
            if await asyncio.to_thread(current.renew, database):
                log(Happening.DIRECTORY_RENEWED)
            available = True
        except DirectoryUnavailable as error:
            if available:
                log(Happening.DIRECTORY_UNAVAILABLE, error=type(error))
            available = False


async def _sweep(conversations: Conversations) -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        conversations.sweep()


def _give_up() -> None:
    """End the process, so that its supervisor starts a new one."""
    log(Happening.STOPPED, code=70)
    os._exit(70)
