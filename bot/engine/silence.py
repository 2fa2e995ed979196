"""Closes every mouth but our own journal, before Rasa is imported.

Rasa logs message texts through structlog and logging, warns with them, and Python prints exception
texts (privacy.md 2.2, L1 to L5, L8, L12). `enforce_silence` must run before the first import of
rasa; nothing afterwards may call Rasa's `configure_structlog`.
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import sys
import threading
import traceback
import warnings
from types import TracebackType
from typing import Any, NoReturn

import structlog

from bot.domain.journal import Happening, log


def enforce_silence() -> None:
    """Make the journal the only voice of this process. May be called more than once."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    faulthandler.disable()
    silence_warnings()
    # `disable` outlives a library's `basicConfig`: it is asked before any level or handler (L8).
    logging.disable(sys.maxsize)
    structlog.configure(
        processors=[_drop],
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    sys.excepthook = _say_uncaught
    threading.excepthook = lambda args: _say_uncaught(
        args.exc_type, args.exc_value, args.exc_traceback
    )
    sys.unraisablehook = lambda args: _say_uncaught(
        args.exc_type, args.exc_value, args.exc_traceback
    )


def silence_warnings() -> None:
    """Make every warning unseen, also those for which a library has put a filter in front.

    To be called again after libraries were imported: a filter of theirs would let Python keep the
    text of a warning in its registry (L3).
    """
    warnings.simplefilter("ignore")
    warnings.showwarning = _ignore_warning


def silence_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Give an event loop an exception handler that names the class and nothing else."""

    def handle(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        log(Happening.UNCAUGHT, error=type(error) if error else asyncio.InvalidStateError)

    loop.set_debug(False)
    loop.set_exception_handler(handle)


def _drop(_: Any, __: str, ___: Any) -> NoReturn:
    raise structlog.DropEvent


def _ignore_warning(*_: Any, **__: Any) -> None:
    """Show nothing."""


def _say_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Name the class and the line of code; never the text of the exception, never a local (L5)."""
    if issubclass(kind, KeyboardInterrupt):
        return
    log(Happening.UNCAUGHT, error=kind)
    for frame in traceback.extract_tb(trace)[-3:]:
        file = frame.filename.rsplit("site-packages/", 1)[-1].rsplit(f"{os.sep}bot{os.sep}", 1)[-1]
        print(f"  {file}:{frame.lineno} {frame.name}", file=sys.stderr)
