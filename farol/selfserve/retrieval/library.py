"""The index of this process, never more than a moment older than what is published."""

import asyncio
import time

import structlog

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import WAKE
from farol.selfserve.knowledge import store as knowledge

from . import index, store
from .index import Index
from .offers import Offers
from .synonyms import Synonyms, effective

log = structlog.get_logger()
LOOK_EVERY_S = 0.8
"""How often a process asks the database whether something changed, when no wake-up came."""
TOO_OLD_S = 1.6
"""When nobody has looked for so long, a request does, and waits for it."""
AT_ONCE = 2_000
"""Articles read in one statement."""
_WAKES = (b"article:", b"topic:", b"search:")


class Library:
    """Answers from memory. What is published anywhere shows here at once by wake-up, else within a second."""

    def __init__(self) -> None:
        self.synonyms = Synonyms(group.words for group in effective({}))
        self.index = index.empty(self.synonyms)
        self.offers = Offers(self.index, {})
        self._published, self._changes = -1, -1
        self._looked = 0.0
        self._loading = asyncio.Lock()

    def stale(self) -> None:
        """Makes the next request look at the database first."""
        self._looked = 0.0

    async def refresh(self, kit: Kit, older_than_s: float = TOO_OLD_S) -> None:
        """Loads what changed since, unless the last look is younger. Concurrent requests wait for one load."""
        if time.monotonic() - self._looked < older_than_s:
            return
        async with self._loading:
            looked = time.monotonic()
            if looked - self._looked >= older_than_s:
                await self._load(kit)
                self._looked = looked

    async def keep_looking(self, kit: Kit) -> None:
        """Until the process ends, so that no reader waits for a look."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            try:
                await self.refresh(kit, LOOK_EVERY_S / 2)
            except db.LOST:
                log.warning("search.database_lost")

    async def _load(self, kit: Kit) -> None:
        published, changes = await knowledge.mark(kit.db), await store.changes(kit.db)
        if published == self._published and changes == self._changes:
            return
        made = self.index
        if published != self._published:
            made = await self._brought_up(kit, made)
        if changes != self._changes:
            self.synonyms = Synonyms(group.words for group in effective(await store.synonyms(kit.db)))
            made = made.meaning(self.synonyms)
        self.offers = await asyncio.to_thread(Offers, made, await store.offers(kit.db))
        self.index = made
        self._published, self._changes = published, changes

    async def _brought_up(self, kit: Kit, made: Index) -> Index:
        """The index with what is published and nothing else; only words that are not in it yet are read."""
        signs = await knowledge.signs(kit.db)
        new = [sign.id for sign in signs if (held := made.article(sign.slug, sign.language)) is None or not sign.of(held)]
        kept = {(sign.slug, sign.language) for sign in signs}
        gone = [key for article in made.articles() if (key := (article.slug, article.language)) not in kept]
        articles = [article for low in range(0, len(new), AT_ONCE) for article in await knowledge.these(kit.db, new[low : low + AT_ONCE])]
        # Cutting texts into terms takes a core; other requests go on being answered meanwhile.
        return await asyncio.to_thread(made.changed, articles, gone) if articles or gone else made


async def library(kit: Kit) -> Library:
    """This process's, brought up to date."""
    if not kit.has(Library):
        made = Library()
        kit.put(made)

        def woken(data: bytes) -> None:
            if data.startswith(_WAKES):
                made.stale()

        await kit.bus.subscribe(WAKE, woken)
    found = kit.get(Library)
    await found.refresh(kit)
    return found
