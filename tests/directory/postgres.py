"""A PostgreSQL server for the tests: a given one, or one of our own for as long as they run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from bot.database.engine import open_database

URL_VARIABLE = "STEUNWIJZER_TEST_POSTGRES_URL"
_INSTALLED = Path("/usr/lib/postgresql")
_USER = "postgres"


def binaries() -> Path | None:
    """Return the folder with the newest PostgreSQL of Debian, if there is one."""
    found = sorted(_INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[str | None]:
    """Give the address of a server on which databases can be made; None when there is none."""
    given, installed = os.environ.get(URL_VARIABLE), binaries()
    if given:
        yield given
    elif installed:
        with _own_server(installed) as url:
            yield url
    else:
        yield None


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """Give the address of a new, empty database, which is gone afterwards."""
    name = f"steunwijzer_test_{uuid4().hex[:12]}"
    _run_sql(server_url, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    base, _, options = server_url.partition("?")
    try:
        yield f"{base.rpartition('/')[0]}/{name}" + (f"?{options}" if options else "")
    finally:
        _run_sql(server_url, f"DROP DATABASE {name} WITH (FORCE)")


def _run_sql(url: str, statement: str) -> None:
    engine = open_database(url)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))
    engine.dispose()


@contextmanager
def _own_server(installed: Path) -> Iterator[str]:
    # Short, because the path of a socket is at most 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="sw", dir="/tmp"))
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            # initdb does not run as root.
            account = pwd.getpwnam(_USER)
            os.chown(folder, account.pw_uid, account.pw_gid)
        user = _USER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        _run(installed / "initdb", "-D", data, "-U", user, "-A", "trust", "-N", "-E", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        log = folder / "log"
        _run(installed / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgresql://{user}@/postgres?host={folder}"
        finally:
            _run(installed / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: Path | str) -> None:
    prefix: list[str] = []
    if os.geteuid() == 0:
        prefix = ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--init-groups"]
    subprocess.run(
        [*prefix, *map(str, command)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
