"""PostgreSQL and NATS for one run of the tests: prints their addresses as one JSON line and lives until stdin ends."""

import asyncio
import json
import logging
import shutil
import sys
import tempfile
from pathlib import Path

import structlog

from farol.kit.schema import migrate
from farol.kit.supervisor import home
from farol.kit.supervisor.nats import LocalNats
from farol.kit.supervisor.postgres import LocalPostgres


async def main() -> None:
    """Starts both, migrates the template database, waits, stops both, removes everything."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr),
                        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    folder = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(folder)
    postgres = LocalPostgres(folder / "postgres", output=folder / "log", options={"fsync": "off", "full_page_writes": "off", "autovacuum_naptime": "5s"})
    nats = LocalNats(folder / "nats", output=folder / "log")
    try:
        await asyncio.gather(postgres.start(), nats.start())
        await migrate(postgres.url())
        print(json.dumps({"admin": postgres.superuser_url("{}"), "role": postgres.url("{}"), "nats": nats.url}), flush=True)
        await asyncio.to_thread(sys.stdin.read)
    finally:
        await asyncio.gather(postgres.stop(), nats.stop(), return_exceptions=True)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
