"""One report of one model on one set: JSON for machines, HTML with pictures for people."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

from bot.evaluation import figures
from bot.evaluation.figures import Case

LONG = 40


@dataclass(frozen=True)
class Report:
    """Everything measured. Figures carry their interval; `losses` are points of top-1."""

    name: str
    numbers: Mapping[str, Any]
    tables: Mapping[str, Any]
    curves: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {"naam": self.name, **self.numbers, **self.tables, **self.curves}


def make_report(name: str, cases: Sequence[Case], losses: Mapping[str, float]) -> Report:
    """Measure the cases; `losses` are the points lost on changed messages, by their change."""
    crisis = figures.crisis_figures(cases)
    outside, inside = figures.scope_figures(cases)
    long = [(m, p) for m, p in cases if len(m.text.split()) >= LONG]
    middle, slow = figures.milliseconds(cases)
    numbers = {
        "top_1": asdict(figures.top(cases, 1)),
        "top_3": asdict(figures.top(cases, 3)),
        "groep": asdict(figures.group_right(cases)),
        "macro_f1": figures.macro_f1(cases),
        "lange_verhalen": asdict(figures.top(long, 1)),
        "crisis_gevonden": asdict(crisis.found),
        "crisis_de_goede": asdict(crisis.right),
        "vals_alarm": asdict(crisis.false_alarms),
        "buiten_bereik_herkend": asdict(outside),
        "ten_onrechte_twijfel": asdict(inside),
        "kalibratiefout": figures.calibration_error(cases),
        "ms_mediaan": middle,
        "ms_p95": slow,
        **{f"verlies_{change}": points for change, points in losses.items()},
    }
    tables = {
        "per_crisis": {k: asdict(v) for k, v in crisis.per_crisis.items()},
        "per_groep": {k: asdict(v) for k, v in figures.per_group(cases).items()},
        "per_intent": figures.per_intent(cases),
        "verwarringen": figures.confusions(cases)[:40],
    }
    curves = {"kalibratie": figures.calibration(cases), "afwijzing": figures.rejection(cases)}
    return Report(name, numbers, tables, curves)


def as_text(reports: Sequence[Report]) -> str:
    """Return the numbers of the reports side by side."""
    width = max(len(name) for name in reports[0].numbers)
    lines = [" " * width + "  " + "  ".join(f"{r.name[:24]:>24}" for r in reports)]
    for name in reports[0].numbers:
        cells = "  ".join(f"{_cell(r.numbers.get(name)):>24}" for r in reports)
        lines.append(f"{name:<{width}}  {cells}")
    return "\n".join(lines)


def as_html(reports: Sequence[Report]) -> str:
    """Return one page with the numbers, the tables and the pictures."""
    parts = ["<!doctype html><html lang=nl><meta charset=utf-8><title>Meting</title>", _STYLE]
    parts.append(f"<h1>Meting</h1><pre>{escape(as_text(reports))}</pre>")
    for report in reports:
        parts.append(f"<h2>{escape(report.name)}</h2>")
        parts += [_picture(draw(report), alt) for draw, alt in _PICTURES]
        parts += [_table(title, report.tables[title]) for title in report.tables]
    return "".join(parts)


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['value']:.3f} ({value['low']:.3f}-{value['high']:.3f})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _table(title: str, content: Any) -> str:
    if isinstance(content, dict):
        rows = [(k, *(v.values() if isinstance(v, dict) else v)) for k, v in content.items()]
    else:
        rows = list(content)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<h3>{escape(title)}</h3><table>{body}</table>"


def _calibration_picture(report: Report) -> bytes:
    points = report.curves["kalibratie"]
    return _plot(
        [[c for c, _, _ in points]],
        [[r for _, r, _ in points]],
        ["goed"],
        "zekerheid",
        "aandeel goed",
    )


def _rejection_picture(report: Report) -> bytes:
    curve = report.curves["afwijzing"]
    thresholds = [t for t, _, _ in curve]
    return _plot(
        [thresholds, thresholds],
        [[kept for _, kept, _ in curve], [right for _, _, right in curve]],
        ["beantwoord", "goed van wat beantwoord is"],
        "drempel",
        "aandeel",
    )


def _plot(
    xs: list[list[float]], ys: list[list[float]], names: list[str], x_label: str, y_label: str
) -> bytes:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 4))
    for x, y, name in zip(xs, ys, names, strict=True):
        axes.plot(x, y, marker="o", markersize=3, label=name)
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.5)
    axes.set(xlabel=x_label, ylabel=y_label, xlim=(0, 1), ylim=(0, 1.02))
    axes.legend()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=110)
    pyplot.close(figure)
    return buffer.getvalue()


def _picture(png: bytes, alt: str) -> str:
    return f'<img alt="{alt}" src="data:image/png;base64,{base64.b64encode(png).decode()}">'


_PICTURES = (
    (_calibration_picture, "Kalibratie: zekerheid tegen aandeel goed"),
    (_rejection_picture, "Afwijzing: drempel tegen aandeel beantwoord en goed"),
)
_STYLE = (
    "<style>body{font:16px/1.5 system-ui;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "td{padding:.1rem .6rem;border-bottom:1px solid #ddd}pre{overflow:auto}</style>"
)
