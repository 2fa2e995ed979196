"""How fast the directory is; prints numbers: `python -m tests.directory.benchmark`."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.database.engine import Engine, open_database
from bot.database.migrations import upgrade
from bot.directory.exporting import export_text
from bot.directory.importing import import_file
from bot.directory.pack import load_pack
from bot.directory.reading import read_snapshot
from bot.directory.snapshot import Snapshot
from bot.domain.clock import AMSTERDAM
from tests.directory import postgres
from tests.directory.files import RIGHT

_ROUNDS = 3000
MOMENTS = {
    "an ordinary morning": datetime(2026, 11, 23, 10, 30, tzinfo=AMSTERDAM),
    "Sunday at night": datetime(2026, 11, 22, 3, 0, tzinfo=AMSTERDAM),
}


def organisation_of(advisers: int) -> str:
    """Return a file with this many invented advisers, with hours, leave, sites and languages."""
    chance = random.Random(1)  # noqa: S311
    start, end = RIGHT.index("  - kenmerk: anna"), RIGHT.index("klachtenregeling:")
    return (
        RIGHT[:start]
        + "".join(_adviser(n, advisers, chance) for n in range(advisers))
        + RIGHT[end:]
    )


def _adviser(number: int, count: int, chance: random.Random) -> str:
    leave = ""
    if number % 10 == 0 and number + 1 < count:
        leave = (
            "    verlof:\n      - van: 2026-11-16\n        tot_en_met: 2026-12-07\n"
            f"        vervanger: vp{number + 1}\n"
        )
    return (
        f"  - kenmerk: vp{number}\n    naam: Verzonnen Persoon {number}\n"
        f"    soort: {chance.choice(['intern', 'extern'])}\n"
        f"    onderwerpen: [{chance.choice(['omgangsvormen', 'integriteit'])}]\n"
        f"    locaties: [{chance.choice(['noord', 'zuid'])}]\n    talen: [Nederlands, Engels]\n"
        f"    gender: {chance.choice(['vrouw', 'man'])}\n    telefoon: 000-{number:07d}\n"
        f"    mail: vp{number}@voorbeeld.example\n    bereikbaar:\n"
        f"      maandag: {chance.randint(7, 10)}:{chance.randint(0, 59):02d}-12:30\n"
        f"      werkdagen: 9:00-{chance.randint(13, 20)}:{chance.randint(0, 59):02d}\n"
        f"{leave}    controle:\n      door: HR\n      op: 2026-11-02\n"
    )


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _import_and_export(name: str, engine: Engine, path: Path) -> None:
    upgrade(engine)
    print(f"{name}: import of 5000 advisers {_seconds(lambda: import_file(engine, path)):.2f} s")
    print(f"{name}: the same again {_seconds(lambda: import_file(engine, path)):.2f} s")
    pack = load_pack("nl")
    print(f"{name}: a picture of it {_seconds(lambda: read_snapshot(engine, pack)):.2f} s")
    print(f"{name}: export of it {_seconds(lambda: export_text(engine)):.2f} s")
    engine.dispose()


def _queries(snapshot: Snapshot) -> None:
    wishes: list[dict[str, object]] = [
        {},
        {"kind": "extern", "subject": "integriteit", "site": "zuid", "gender": "vrouw"},
        {"site": "zuid", "language": "en", "without": ("vp1", "vp11")},
    ]
    for said, now in MOMENTS.items():
        print(f"a day worked out ahead: {_seconds(lambda: snapshot.prepare(now)) * 1000:.0f} ms")  # noqa: B023
        for wish in wishes:
            times = [
                _seconds(lambda: snapshot.advisers_for(now, **wish))  # type: ignore[arg-type] # noqa: B023
                for _ in range(_ROUNDS)
            ]
            _say(f"advisers_for {wish}, {said}", times)
        times = [
            _seconds(lambda: snapshot.bodies_for(now, topic="misstand"))  # noqa: B023
            for _ in range(_ROUNDS)
        ]
        _say(f"bodies_for misstand, {said}", times)


def _say(what: str, times: list[float]) -> None:
    micro = sorted(seconds * 1e6 for seconds in times)
    middle, late = statistics.median(micro), micro[-_ROUNDS // 100]
    print(f"{what}: median {middle:.0f} µs, 99 % under {late:.0f} µs")


def main() -> None:
    """Measure on SQLite, on PostgreSQL where there is one, and the queries of a turn."""
    with tempfile.TemporaryDirectory() as folder, postgres.server() as server:
        path = Path(folder) / "organisatie.yml"
        path.write_text(organisation_of(5000), encoding="utf-8")
        _import_and_export("SQLite", open_database(f"sqlite:///{folder}/a.db"), path)
        if server is not None:
            with postgres.database(server) as url:
                _import_and_export("PostgreSQL", open_database(url), path)
        path.write_text(organisation_of(500), encoding="utf-8")
        engine = open_database(f"sqlite:///{folder}/b.db")
        upgrade(engine)
        import_file(engine, path)
        _queries(read_snapshot(engine, load_pack("nl")))


if __name__ == "__main__":
    main()
