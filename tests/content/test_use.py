"""Every response is used, and every response that is named exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.content.conftest import Responses

# Asked by Rasa itself: the form's question of that slot, and its own last resort.
BY_RASA = {"utter_ask_vp_conflict", "utter_default"}
# Endings that the code puts behind a name.
ENDINGS = ("", "_en", "_kosten", "_anoniem", "_kosten_anoniem")


def _strings(path: Path) -> tuple[list[str], list[ast.JoinedStr]]:
    """Return the plain and the put-together strings of a module, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    # A string that stands alone is a docstring.
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    left_out |= {id(part) for node in joined for part in node.values}
    plain = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in left_out
    ]
    return plain, joined


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]*"
        for part in node.values
    )


def _named_in_code(project: Path) -> tuple[set[str], list[str]]:
    """Return the names that the actions spell out, and patterns for those they put together."""
    names: set[str] = set()
    patterns: list[str] = []
    for path in sorted((project / "actions").glob("*.py")):
        plain, joined = _strings(path)
        names |= {text for text in plain if re.fullmatch(r"utter_\w+", text)}
        patterns += [p for p in map(_pattern, joined) if p.startswith("utter_")]
    return names, patterns


def test_every_response_that_an_action_names_exists(project: Path, responses: Responses) -> None:
    """A name that ends in "_" is the beginning of several."""
    names, patterns = _named_in_code(project)
    for name in names:
        assert name in responses or any(r.startswith(name) for r in responses), name
    for pattern in patterns:
        assert any(re.fullmatch(pattern, response) for response in responses), pattern


def test_every_response_is_used(project: Path, responses: Responses) -> None:
    """A text that nobody can reach is no text."""
    names, patterns = _named_in_code(project)
    spelled = {name + ending for name in names for ending in ENDINGS} | BY_RASA
    for response in responses:
        assert response in spelled or any(re.fullmatch(p, response) for p in patterns), response


def test_no_words_for_employees_are_in_the_code(project: Path) -> None:
    """An action names a response; the words are in the files."""
    dutch = re.compile(r"\b(je|jouw|vertrouwenspersoon|niet|een|het)\b \w+ \w+", re.IGNORECASE)
    for path in sorted((project / "actions").glob("*.py")):
        for text in _strings(path)[0]:
            assert not dutch.search(text), (path.name, text)
