"""The import rules of the design: who may know whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Lines of a module: longer ones should be cut (style: median files of 20 to 170 lines).
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


def modules(*folders: str) -> list[Path]:
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> list[str]:
    return [name for name in imports(path) if name.split(".")[0] in ("bot", "actions")]


def within(name: str, *packages: str) -> bool:
    return any(name == p or name.startswith(p + ".") for p in packages)


def folder_of(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return ".".join(parts[:2]).removesuffix(".py")


def offenders(folders: tuple[str, ...], *forbidden: str, but: tuple[str, ...] = ()) -> list[str]:
    """Return "module imports name" for each forbidden import outside the excepted parts."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(*folders)
        if folder_of(path) not in but
        for name in imports(path)
        if within(name, *forbidden)
    ]


def test_actions_know_only_the_domain_and_the_directory() -> None:
    known = ("bot.domain", "bot.directory", "actions")
    wrong = [(p.name, n) for p in modules("actions") for n in ours(p) if not within(n, *known)]
    assert wrong == []


def test_nothing_imports_actions_the_loader_of_the_engine_names_them_in_a_string() -> None:
    assert offenders(("bot",), "actions") == []


def test_only_engine_and_understanding_import_rasa() -> None:
    assert offenders(("bot", "actions"), "rasa", but=("bot.engine", "bot.understanding")) == []


def test_only_the_parts_with_tables_import_sqlalchemy() -> None:
    allowed = ("bot.database", "bot.directory", "bot.statistics", "bot.accounts")
    assert offenders(("bot", "actions"), "sqlalchemy", "alembic", but=allowed) == []


def test_the_domain_imports_nothing_of_ours_but_itself() -> None:
    wrong = [(p.name, n) for p in modules("bot/domain") for n in ours(p) if "bot.domain" not in n]
    assert wrong == []


def test_channels_never_import_the_directory() -> None:
    assert offenders(("bot/channels",), "bot.directory", "bot.database") == []


def test_what_a_turn_can_reach_makes_no_database_session() -> None:
    reached = ("bot/channels", "bot/engine", "actions")
    assert offenders(reached, "bot.database", "bot.accounts") == []


def test_nothing_writes_to_a_log_but_the_journal() -> None:
    assert offenders(("bot", "actions"), "logging", "structlog", but=("bot.engine",)) == []


def test_modules_and_functions_stay_readable() -> None:
    long = []
    for path in modules("bot", "actions"):
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > LONGEST_MODULE:
            long.append(path.name)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = (node.end_lineno or 0) - node.lineno
                long += [f"{path.name}: {node.name}"] if lines >= LONGEST_FUNCTION else []
    assert long == []


def test_no_module_is_named_after_nothing() -> None:
    empty_names = {"utils", "helpers", "manager", "misc", "common"}
    assert [p for p in modules("bot", "actions") if p.stem in empty_names] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT)
        for path in modules("bot", "actions")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
