"""Opens and closes what every process has at hand."""

import asyncio
import gc

from farol.channels.connections.elsewhere import Elsewhere
from farol.core import exchange
from farol.core.shield import scrub
from farol.core.shield.wash import washed
from farol.core.tickets.actions import Poster
from farol.core.translation import Glossary, Translator
from farol.kit import db, log
from farol.kit.bus import Bus
from farol.kit.core import Kit
from farol.kit.files import Files
from farol.kit.files.washing import Washer
from farol.kit.model_port import ModelPort
from farol.kit.settings import Settings


async def open_kit(settings: Settings, *, pool: int = 8) -> Kit:
    """A kit with a connected pool, a bus that connects in the background, files and the exchange's client."""
    log.configure(scrub=lambda text: scrub(text).text, level=settings.log_level, form=settings.log_format)
    database = await db.connect(settings.database_url, size=pool)
    bus = Bus(settings.nats_url)
    await bus.start()
    kit = Kit(settings, database, bus, Files.open(settings))
    kit.put(Poster(database))
    kit.put(Washer("farol.core.shield.wash", washed))
    kit.put(exchange.connect(settings, database))
    kit.put(Elsewhere.open(settings.elsewhere if settings.demo else ()))
    kit.put(ModelPort(settings, database, lambda text: scrub(text).text))
    kit.put(Translator(settings, kit.get(ModelPort), Glossary.load(settings.translation_glossary)))
    return kit


def begun() -> None:
    """What is there once everything has begun stays to the end, and is no longer looked through for garbage: a full look takes a quarter of
    a second on a machine of the year 2026, in which every request of the process waits."""
    gc.collect()
    gc.freeze()


async def close_kit(kit: Kit) -> None:
    """Closes connections; waits for none longer than a few seconds."""
    await kit.quiet()
    await kit.bus.stop()
    await kit.get(exchange.CoreLink).close()
    await kit.get(Elsewhere).close()
    await kit.get(Translator).close()
    await kit.get(ModelPort).close()
    try:
        async with asyncio.timeout(5):
            await kit.db.close()
    except TimeoutError:
        kit.db.terminate()
