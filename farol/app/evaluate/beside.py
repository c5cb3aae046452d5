"""What stands beside a turn that is evaluated: the demo's exchange, and quiet."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar, cast

import httpx2
from structlog.testing import capture_logs

from farol.app.demo.exchange.app import build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")
SITE = "https://farol.test"
R = TypeVar("R")


@asynccontextmanager
async def exchange() -> AsyncIterator[CoreLink]:
    """The demo's own exchange, in this process."""
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=SITE), kept=False)  # the demo's own
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    try:
        yield link
    finally:
        await link.close()


def quietly(asked: Coroutine[Any, Any, R]) -> R:
    """Runs it. Of what is logged meanwhile nothing belongs into the answer."""
    logging.disable(logging.WARNING)
    try:
        with capture_logs():
            return asyncio.run(asked)
    finally:
        logging.disable(logging.NOTSET)
