"""farol/schema/current.sql: the schema as the migrations leave it, for people to read and for a test to compare."""

import asyncio
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from farol.kit import schema
from farol.kit.supervisor import home
from farol.kit.supervisor.postgres import LocalPostgres

FILE = schema.FOLDER / "current.sql"
HEAD = "-- Written by `farol schema` from the numbered files; do not edit.\n\n"
_NOISE = re.compile(r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*)\n", re.MULTILINE)


async def current() -> str:
    """The dump of a fresh database that all migrations ran in. Starts and removes a server of its own."""
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="farol-schema-"))
    home.passable(folder)
    server = LocalPostgres(folder / "postgres", output=folder / "log", options={"fsync": "off"})
    try:
        await server.start()
        await schema.migrate(server.url())
        return await asyncio.to_thread(dump, server.program_folder, server.url())
    finally:
        await server.stop()
        await asyncio.to_thread(shutil.rmtree, folder)


def dump(programs: Path, url: str) -> str:
    """A database's schema without what differs between releases and machines."""
    command: list[str | Path] = [programs / "pg_dump", "--schema-only", "--no-owner", "--no-privileges", f"--dbname={url}"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout  # noqa: S603
    return HEAD + re.sub(r"\n{2,}", "\n\n", _NOISE.sub("", text)).strip() + "\n"


async def write() -> str:
    """Writes the file; returns its path."""
    text = await current()
    await asyncio.to_thread(FILE.write_text, text)
    return str(FILE)
