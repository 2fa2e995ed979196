"""Evaluates models on files of labelled messages, and keeps what was measured."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.evaluation import figures
from bot.evaluation.messages import Message, read_messages
from bot.evaluation.predictions import predict
from bot.evaluation.report import Report, as_html, as_text, make_report
from bot.evaluation.robustness import CHANGES

LEDGER = Path("docs") / "metingen.md"


def evaluate_models(models: Sequence[Path], paths: Sequence[Path]) -> list[Report]:
    """Return a report for each model on each file; raises `MessagesInvalid`, `ModelMissing`."""
    sets = {path.stem: read_messages(path) for path in paths}
    return [report for model in models for report in _evaluate(model, sets)]


def _evaluate(model: Path, sets: dict[str, list[Message]]) -> list[Report]:
    """Load the model once and predict every message as it is and as it could be mistyped."""
    texts = [m.text for messages in sets.values() for m in messages]
    changed = [change(text) for change in CHANGES.values() for text in texts]
    predicted = predict(model, texts + changed)
    reports, start = [], 0
    for name, messages in sets.items():
        end = start + len(messages)
        cases = list(zip(messages, predicted[start:end], strict=True))
        losses = {}
        for number, change in enumerate(CHANGES, start=1):
            again = predicted[number * len(texts) + start : number * len(texts) + end]
            worse = list(zip(messages, again, strict=True))
            losses[change] = (figures.top(cases, 1).value - figures.top(worse, 1).value) * 100
        reports.append(make_report(name, cases, losses))
        start = end
    return reports


def write_reports(reports: Sequence[Report], folder: Path) -> None:
    """Write `meting.html` and `meting.json` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = [report.as_json() for report in reports]
    (folder / "meting.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    (folder / "meting.html").write_text(as_html(reports), encoding="utf-8")


def append_sealed(reports: Sequence[Report], project: Path) -> None:
    """Add the figures on the sealed half, with date and commit, to `docs/metingen.md`."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - git is wherever the developer has it
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    heading = f"\n### Dichte helft, {date.today().isoformat()}, {commit or 'zonder git'}\n"
    with (project / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(f"{heading}\n```\n{as_text(reports)}\n```\n")
