"""farol/schema/current.sql is what the migrations make."""

import asyncio
from pathlib import Path

from farol.app import current_schema
from farol.kit.settings import Settings
from farol.kit.supervisor import programs


async def test_the_written_schema_is_the_real_one(settings: Settings) -> None:
    found = await asyncio.to_thread(programs.postgres, Path("/nonexistent"), None)
    dump = await asyncio.to_thread(current_schema.dump, found.folder, settings.database_url)
    assert dump == current_schema.FILE.read_text(), "run: farol schema"
