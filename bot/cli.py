"""`steunwijzer …`: every command, what it needs, and one Dutch sentence when it cannot."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TextIO, TypeVar

import typer

from bot.domain.errors import SteunwijzerError
from bot.domain.journal import Happening, log
from bot.domain.replies import Bubble
from bot.domain.turn import Utterance
from bot.engine.silence import enforce_silence
from bot.settings import Settings, SettingsInvalid, read_settings

F = TypeVar("F", bound=Callable[..., None])
cli = typer.Typer(
    help="Steunwijzer: wegwijzer naar hulp bij ongewenst gedrag en misstanden.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The program."""
    enforce_silence()
    cli()


def _explained(command: F) -> F:
    """Turn an error of ours into its sentence and exit code 1; anything else stays a defect."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        from bot.database.errors import DatabaseError
        from bot.directory.errors import DirectoryError

        try:
            command(*args, **kwargs)
        except (SteunwijzerError, SettingsInvalid, DatabaseError, DirectoryError) as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from error

    return run  # type: ignore[return-value]  # the wrapper has the signature of what it wraps


def _settings() -> Settings:
    return read_settings(os.environ)


@cli.command()
@_explained
def run() -> None:
    """Start de chat (en maakt eerst wat er nog niet is: model, database, voorbeeld)."""
    from bot.app import load_directory, make_app, make_engine
    from bot.serving import serve

    settings = _settings()
    _prepare(settings)
    organisation = load_directory(settings).organisation
    if organisation.example and not settings.loopback:
        raise SettingsInvalid(
            "De voorbeeldorganisatie is geladen; dan luistert Steunwijzer alleen op deze computer. "
            "Laad eerst je eigen organisatie: steunwijzer import organisatie.yml."
        )
    log(Happening.STARTED)
    engine, conversations = make_engine(settings)

    def say_ready() -> None:
        typer.echo(f"Steunwijzer staat klaar voor {organisation.name}.")
        typer.echo(f"Chat:  http://{settings.host}:{settings.port}/")
        typer.echo(f"Stop:  Ctrl-C. Hulp zonder chat: http://{settings.host}:{settings.port}/hulp")

    async def start() -> None:
        app = make_app(settings, engine, conversations)
        await serve(
            app, settings.host, settings.port, drain_seconds=settings.drain_seconds, ready=say_ready
        )

    asyncio.run(start())


@cli.command()
@_explained
def train(als_nodig: bool = typer.Option(False, help="Alleen als er iets veranderd is.")) -> None:
    """Train het model."""
    from bot.engine.training import is_current
    from bot.engine.training import train as train_model

    settings = _settings()
    if als_nodig and is_current(settings.project, settings.model):
        typer.echo("Het model is bij.", err=True)
        return
    typer.echo("Het model wordt gemaakt. Dat duurt een paar minuten.", err=True)
    with _chatter_to_stderr():
        seconds = train_model(settings.project, settings.model)
    typer.echo(f"Het model is klaar ({seconds:.0f} s).", err=True)


@cli.command()
@_explained
def talk() -> None:
    """Praat in de terminal met de assistent (telt nooit mee)."""
    from bot.app import load_directory, make_engine

    settings = _settings()
    _prepare(settings)
    load_directory(settings)
    engine, _ = make_engine(settings)

    async def converse() -> None:
        await engine.start()
        typer.echo("Typ een bericht, of het nummer van een knop. Stoppen: Ctrl-D.")
        offered: dict[str, str] = {}
        while (line := await asyncio.to_thread(_read_line)) is not None:
            message = offered.get(line.strip(), line)
            bubbles = await engine.turn(Utterance("terminal", message, "talk"))
            offered = _print_bubbles(bubbles)
        await engine.stop()

    asyncio.run(converse())


@cli.command()
@_explained
def parse() -> None:
    """Lees JSON-regels {"text": …} en schrijf voor elke regel wat de assistent eruit begrijpt."""
    from bot.engine.agent import Assistant
    from bot.engine.conversations import Conversations

    settings = _settings()
    with _chatter_to_stderr() as output:
        assistant = Assistant(settings.model, {}, Conversations(idle_seconds=1, limit=1))
        loop = asyncio.new_event_loop()
        for number, line in enumerate(sys.stdin, start=1):
            if line.strip():
                parsed = loop.run_until_complete(assistant.understand(_text_of(line, number)))
                output.write(json.dumps(_parsed_line(parsed), ensure_ascii=False) + "\n")
                output.flush()


@cli.command(name="import")
@_explained
def import_organisation(bestand: Path) -> None:
    """Laad organisatie.yml in de database; bij een fout verandert er niets."""
    from bot.database.engine import open_database
    from bot.directory.importing import import_file
    from bot.directory.preparing import prepare_database

    database = open_database(_settings().database_url)
    prepare_database(database, None)
    typer.echo(str(import_file(database, bestand)))


@cli.command()
@_explained
def export() -> None:
    """Schrijf de organisatie uit de database als organisatie.yml."""
    from bot.database.engine import open_database
    from bot.directory.exporting import export_text

    sys.stdout.write(export_text(open_database(_settings().database_url)))


@cli.command()
@_explained
def check(bestand: Path = typer.Argument(Path("voorbeeld/organisatie.yml"))) -> None:
    """Controleer organisatie.yml: fouten met regel en remedie, en advies met de bron."""
    from bot.directory.checking import check_file

    findings = check_file(bestand)
    for finding in findings:
        typer.echo(str(finding))
    mistakes = sum(1 for finding in findings if finding.severity == "fout")
    typer.echo(f"{mistakes} fouten, {len(findings) - mistakes} adviezen.")
    if mistakes:
        raise typer.Exit(1)


@cli.command()
@_explained
def prepare() -> None:
    """Maak wat er nog niet is: database, organisatie, model."""
    _prepare(_settings())


@cli.command()
@_explained
def corpus(
    kruis: bool = typer.Option(False, help="Ook kruisvalidatie per stem (een paar minuten)."),
) -> None:
    """Beschrijf de vorm van het corpus: aantallen, stemmen, dubbelen, lekken naar de toetsen."""
    from bot.evaluation import corpus as shapes
    from bot.evaluation.messages import read_messages

    project = _settings().project
    messages = read_messages(project / "data" / "nlu")
    tests = read_messages(project / "tests" / "nlu")
    typer.echo(shapes.report(shapes.shape_of(messages, tests)))
    if kruis:
        typer.echo(shapes.report_of_learning(messages))


@cli.command()
@_explained
def evaluate(
    bestanden: list[Path] = typer.Argument(
        None, help="Bestanden of mappen; zonder: tests/nlu/kijk."
    ),
    model: list[Path] = typer.Option(None, help="Een of twee modellen, naast elkaar."),
    uit: Path = typer.Option(Path("results"), help="Map voor het verslag (HTML en JSON)."),
    dicht: bool = typer.Option(
        False, help="Meet de dichte helft en noteer het in docs/metingen.md."
    ),
) -> None:
    """Meet een model op berichten met hun onderwerp."""
    from bot.evaluation.evaluating import append_sealed, evaluate_models, write_reports
    from bot.evaluation.report import as_text

    settings = _settings()
    half = "dicht" if dicht else "kijk"
    paths = bestanden or sorted((settings.project / "tests" / "nlu" / half).glob("*.yml"))
    with _chatter_to_stderr():
        reports = evaluate_models(model or [settings.model], paths)
    write_reports(reports, uit)
    typer.echo(as_text(reports))
    if dicht:
        append_sealed(reports, settings.project)


@cli.command()
@_explained
def validate() -> None:
    """Laat Rasa voorbeelden, regels, verhalen en domein controleren."""
    command = ["rasa", "data", "validate", "--fail-on-warnings", "--max-history", "4"]
    done = subprocess.run([sys.executable, "-m", *command], cwd=_settings().project, check=False)
    raise typer.Exit(done.returncode)


def _prepare(settings: Settings) -> None:
    from bot.database.engine import open_database
    from bot.directory.preparing import prepare_database
    from bot.engine.training import is_current

    prepare_database(open_database(settings.database_url), settings.organisation)
    if not is_current(settings.project, settings.model):
        # In a process of its own: what training leaves in memory would stay as long as we serve.
        subprocess.run([sys.executable, "-m", "bot.cli", "train"], check=False)


@contextmanager
def _chatter_to_stderr() -> Iterator[TextIO]:
    """Keep standard output for the result: whatever a library prints goes to standard error."""
    output = sys.stdout
    sys.stdout = sys.stderr
    try:
        yield output
    finally:
        sys.stdout = output


def _text_of(line: str, number: int) -> str:
    try:
        text = json.loads(line)["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SettingsInvalid(f'Regel {number} is geen {{"text": …}}.') from error
    if not isinstance(text, str):
        raise SettingsInvalid(f"Regel {number}: text is geen tekst.")
    return text


def _parsed_line(parsed: dict[str, Any]) -> dict[str, Any]:
    ranking = [[r["name"], round(r["confidence"], 6)] for r in parsed["intent_ranking"]][:10]
    return {
        "intent": ranking[0][0],
        "confidence": ranking[0][1],
        "ranking": ranking,
        "crisis": parsed.get("crisis"),
    }


def _read_line() -> str | None:
    try:
        return input("\njij> ")
    except EOFError:
        return None


def _print_bubbles(bubbles: tuple[Bubble, ...]) -> dict[str, str]:
    """Print the answer with its buttons numbered, and return what each number presses."""
    offered: dict[str, str] = {}
    for bubble in bubbles:
        if bubble.text:
            typer.echo(f"\n{bubble.text}")
        for button in bubble.buttons:
            offered[str(len(offered) + 1)] = button.payload
            typer.echo(f"  [{len(offered)}] {button.title}")
    return offered


if __name__ == "__main__":
    main()
