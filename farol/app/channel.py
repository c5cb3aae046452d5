"""`farol channel`: what operators do with a way in from the command line."""

import asyncio
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from farol.kit.settings import PREFIX, Settings, SettingsError, variable

app = typer.Typer(no_args_is_help=True, help="The ways in and out.")
email = typer.Typer(no_args_is_help=True, help="E-mail.")
app.add_typer(email, name="email")


@email.callback()
def _of_email() -> None:
    """E-mail."""


@email.command("ingest")
def ingest(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    report: Annotated[bool, typer.Option("--report", help="Say how every file ended, not only how many.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON document.")] = False,
    here: Annotated[bool, typer.Option("--here", help="Into the configured database; otherwise into one that is thrown away.")] = False,
) -> None:
    """Take every file of a folder as a mail that came. Ends with 1 when one crashed or was lost."""
    from farol.channels.email.ingest import run
    from farol.core.shield import scrub
    from farol.kit import log
    from farol.kit.supervisor.problems import StartError

    from . import assembly
    from .process import close_kit, open_kit

    log.configure(scrub=lambda text: scrub(text).text, level="error", form="console")

    async def taken() -> tuple[object, list[object], bool]:
        assembly.register()
        async with _configured() if here else _scratch() as env:
            kit = await open_kit(_settings(env), pool=4)
            try:
                found, ended = await run(kit, folder)
            finally:
                await close_kit(kit)
        return found, [*ended], not (found.crashed or found.lost)

    try:
        found, ended, good = asyncio.run(taken())
    except (StartError, OSError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    figures = msgspec.to_builtins(found)
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(figures | ({"ended": ended} if report else {})), indent=1).decode())
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure}")
        for one in msgspec.to_builtins(ended) if report else []:
            print(f"{one['outcome']:12} {one['ms']:8.1f} ms  {one['file']}  {one['reason']}".rstrip())
    raise typer.Exit(0 if good else 1)


def _settings(env: dict[str, str]) -> Settings:
    try:
        return Settings.load(env)
    except SettingsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None


@asynccontextmanager
async def _configured() -> AsyncIterator[dict[str, str]]:
    yield dict(os.environ)


@asynccontextmanager
async def _scratch() -> AsyncIterator[dict[str, str]]:
    """An environment with a PostgreSQL, a NATS server and a folder for files that are gone afterwards. Raises StartError."""
    from farol.kit.schema import migrate
    from farol.kit.supervisor import home
    from farol.kit.supervisor.nats import LocalNats
    from farol.kit.supervisor.postgres import LocalPostgres

    folder = Path(tempfile.mkdtemp(prefix="farol-ingest-"))
    home.passable(folder)
    postgres = LocalPostgres(folder / "postgres", output=folder / "log", options={"fsync": "off"})
    nats = LocalNats(folder / "nats", output=folder / "log")
    try:
        await asyncio.gather(postgres.start(), nats.start())
        await migrate(postgres.url())
        made = {"database_url": postgres.url(), "nats_url": nats.url, "data_dir": str(folder / "files"), "secret_key": secrets.token_hex(32), "log_level": "error"}
        # Nothing of the real installation: no exchange, no mail server, no bucket.
        yield {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)} | {variable(name): value for name, value in made.items()}
    finally:
        await asyncio.gather(postgres.stop(), nats.stop(), return_exceptions=True)
        shutil.rmtree(folder, ignore_errors=True)
