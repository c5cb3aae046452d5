"""Events out: every entry that is told goes to Farol's address for them, signed, until it is taken."""

import asyncio
import contextlib
import logging
import time

import httpx2

from farol.core.exchange import webhooks

from .answers import as_json
from .api.public import event_of
from .config import Config
from .desk import Desk
from .history import catch_up
from .ledger import Entry
from .mood import Mood
from .world import World

PAUSES_S = (5.0, 30.0, 120.0, 600.0, 3600.0, 4 * 3600.0, 24 * 3600.0)
"""Between tries; after the last one the event is left for whoever asks for the list."""
EVERY_S = 1.0
AT_ONCE = 50
_TAKEN, _NEVER = (200, 204), (400, 413)
log = logging.getLogger(__name__)


class Hooks:
    """The round that also lets time do its work: every second deposits confirm, holds end, the finance desk pays."""

    def __init__(
        self, world: World, desk: Desk, mood: Mood, config: Config, transport: httpx2.AsyncBaseTransport | None = None
    ) -> None:
        self._world, self._desk, self._mood, self._config = world, desk, mood, config
        self._http = httpx2.AsyncClient(transport=transport, timeout=5, trust_env=False)
        self._tries: dict[str, tuple[int, float]] = {}
        if not world.ledger.told:
            self._world.ledger.sent([entry.id for entry in catch_up(world)])  # what was before Farol knew us is not news

    async def run(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self.round()
            except Exception:
                log.exception("a round of events failed")

    async def round(self) -> int:
        """One round; returns how many events were taken. A core that is down tells nothing."""
        catch_up(self._world)
        self._desk.finance()
        if not self._config.webhook_secret or self._mood.kind == "down":
            return 0
        due = [entry for entry in self._world.ledger.unsent.values() if self._tries.get(entry.id, (0, 0.0))[1] <= time.monotonic()]
        taken = 0
        for entry in due[:AT_ONCE]:
            taken += await self._send(entry)
        return taken

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def _send(self, entry: Entry) -> bool:
        raw = as_json(event_of(entry))
        signed = webhooks.headers([self._config.webhook_secret], entry.id, raw, time.time())
        status = 0
        with contextlib.suppress(httpx2.HTTPError):
            answer = await self._http.post(f"{self._config.farol_url}/hooks/core", content=raw, headers={**signed, "content-type": "application/json"})
            status = answer.status_code
        tries = self._tries.get(entry.id, (0, 0.0))[0]
        if status in _TAKEN or status in _NEVER or tries >= len(PAUSES_S):
            self._world.ledger.sent([entry.id])
            self._tries.pop(entry.id, None)
            return status in _TAKEN
        self._tries[entry.id] = (tries + 1, time.monotonic() + PAUSES_S[tries])
        return False
