"""No voice but the journal: each leak of privacy.md 2.2 that this code closes, and its control.

Every leak is tried in a process of its own, once with our silence and once without: without it the
canary must be found, otherwise the test could not fail.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

LEAKS = {
    "L1 structlog without configuration": """
        import structlog
        structlog.get_logger().debug("processor.message.parse", parse_data_text=CANARY)
        structlog.get_logger("rasa").error("x", user_text=CANARY)
    """,
    "L2 a warning about a message": """
        import structlog
        structlog.get_logger().warning("message.parsing.failed", user_text=CANARY)
    """,
    "L3 a Python warning that quotes a line": """
        import warnings
        warnings.warn("Failed to parse " + CANARY, UserWarning)
    """,
    "L4 a channel that logs a text at ERROR": """
        import logging
        logging.getLogger("rasa.core.channels.rest").error("An error handling %s", CANARY)
    """,
    "L5 a traceback with text or locals": """
        import logging
        def handle(text):
            raise ValueError(text)
        try:
            handle(CANARY)
        except ValueError:
            logging.getLogger("app").exception("failed")
        handle(CANARY)
    """,
    "L5 a traceback of a thread": """
        import threading
        def handle():
            raise ValueError(CANARY)
        thread = threading.Thread(target=handle)
        thread.start()
        thread.join()
    """,
    "L5 an exception nobody awaited": """
        import asyncio
        async def fail():
            raise ValueError(CANARY)
        async def main():
            if SILENT:
                from bot.engine.silence import silence_loop
                silence_loop(asyncio.get_running_loop())
            asyncio.get_running_loop().create_task(fail())
            await asyncio.sleep(0.01)
        asyncio.run(main())
        import gc
        gc.collect()
    """,
    "L6 a library's access log": """
        import logging
        logging.basicConfig(level=logging.INFO)
        logging.getLogger("aiohttp.access").info('1.2.3.4 "GET /?q=%s"', CANARY)
    """,
    "L8 a library that sets the root logger to DEBUG": """
        import logging, sys
        logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, force=True)
        logging.getLogger("anything").debug(CANARY)
    """,
}


def run(code: str, *, silent: bool) -> str:
    """Run code in a new process, silent or not, and return everything it said."""
    canary = "KANARIE" + secrets.token_hex(6)
    start = "from bot.engine.silence import enforce_silence\nenforce_silence()\n" if silent else ""
    program = f"CANARY = {canary!r}\nSILENT = {silent}\n{start}{textwrap.dedent(code)}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    # Python quotes no source of a `-c` program, so what is found was said, not shown.
    said = done.stdout + done.stderr
    return "heard" if canary in said else said


@pytest.mark.parametrize("code", LEAKS.values(), ids=LEAKS)
def test_the_leak_is_closed(code: str) -> None:
    assert run(code, silent=True) != "heard"


@pytest.mark.parametrize("code", LEAKS.values(), ids=LEAKS)
def test_the_leak_is_there_without_our_silence(code: str) -> None:
    assert run(code, silent=False) == "heard"


def test_an_uncaught_error_names_its_class_and_place_and_nothing_else() -> None:
    said = run("int('Jan Jansen')", silent=True)
    assert "ValueError" in said
    assert "Jan" not in said


def test_importing_the_whole_program_opens_no_mouth() -> None:
    """L8, L12: after every import, warnings are off, logging is off, telemetry is off."""
    said = run(
        """
        import logging, os, warnings
        import bot.app, bot.cli, bot.engine.agent, bot.engine.memory, bot.understanding.crisis
        import rasa.core.agent
        logging.getLogger("x").critical("loud")
        warnings.warn("loud")
        print(os.environ["RASA_TELEMETRY_ENABLED"], logging.root.manager.disable > 50)
        """,
        silent=True,
    )
    assert "loud" not in said
    assert said.strip().endswith("false True")


def test_no_package_that_reads_texts_or_fetches_lists_is_installed() -> None:
    """L8, L11: deduce sets the root logger to DEBUG, presidio fetches a list from the internet."""
    lock = (Path(__file__).parents[2] / "requirements.lock").read_text(encoding="utf-8")
    names = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    assert not names & {"deduce", "presidio-analyzer", "tldextract", "scrubadub"}


def test_the_lock_names_no_address() -> None:
    """`requirements.lock` holds names, versions and hashes."""
    lock = (Path(__file__).parents[2] / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
