"""What a turn needs of the rest of the product: articles its reader may see, the customer's own data, and when a person answers."""

import time
from collections.abc import Mapping
from typing import Any

import msgspec

from farol.desk.queue import waits
from farol.desk.triage.model import Seen
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import lang_of, tongue_of
from farol.selfserve.flows import reading
from farol.selfserve.flows.model import FlowTurn, Knows, stored
from farol.selfserve.flows.turn import advance
from farol.selfserve.knowledge.audience import ANYBODY, Reader
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.asking import sees
from farol.selfserve.retrieval.library import library
from farol.selfserve.retrieval.model import Found

from .turn.finding import Shelf
from .turn.handing import Wait

BUDGET_S = 7.0
"""For a whole turn; whatever is not there by then is left out."""
MOST_HITS = 5
MOST_ASKED = 300
"""Characters that are looked for: longer letters say what they are about at their beginning."""
UNKNOWN = "gen.howto"


class Who(msgspec.Struct, frozen=True):
    """Whose turn it is. ticket_id 0: nobody's, somebody of the staff tries it. uid: None for who is not signed in."""

    ticket_id: int = 0
    number: str = ""
    customer_id: int | None = None
    uid: str | None = None
    zone: str = "UTC"
    severity: str = "P3"
    about: Mapping[str, Any] | None = None
    reader: Reader = ANYBODY
    due: Any = None


class Around:
    """For one turn."""

    def __init__(self, kit: Kit, who: Who) -> None:
        self.kit, self.who = kit, who
        self._ends = time.monotonic() + BUDGET_S

    def left_s(self) -> float:
        """Seconds that are left for what a turn can do without: translating, wording anew."""
        return max(0.0, self._ends - time.monotonic())

    async def articles(self, asked: str, language: str) -> tuple[Found, Shelf]:
        """What search finds for the words, and every article by its slug, in that written language or the other."""
        index = (await library(self.kit)).index
        may = sees(self.who.reader)

        def shelf(slug: str, lang: str) -> Article | None:
            for code in (lang_of(lang), "en", "zh"):
                article = index.article(slug, code)
                if article is not None and may(article):
                    return article
            return None

        return index.find(asked[:MOST_ASKED], lang_of(language), MOST_HITS, may), shelf

    async def state(self, words: list[str]) -> str:
        """The reason that words and the exchange's state give together, as far as their owner may know it; empty where only words would decide."""
        if not self.who.ticket_id:
            return ""
        return await reading.reason(self.kit, self.who.ticket_id, self.who.uid, words, dict(self.who.about) if self.who.about else None)

    async def step(self, reason: str, language: str, slots: dict[str, str], flow: dict[str, Any] | None, said: str) -> FlowTurn:
        """The flow's next step, with what the exchange says of the customer's own."""
        state = stored(flow) if flow else None
        seen: Seen | None = None
        if self.who.ticket_id:
            seen = await reading.look(self.kit, self.who.ticket_id, self.who.uid, reason)
        return advance(Knows(reason, language, slots, seen, self.who.zone, state, said))

    async def wait(self, reason: str, language: str, severity: str = "") -> Wait:
        """When a person answers, if the ticket goes to people now."""
        came = waits.Newcomer(reason or UNKNOWN, severity or self.who.severity, language)
        [place] = await waits.newcomers(self.kit.db, [came], clock.now())
        if place is None:
            return Wait(due=self.who.due)
        return Wait(place.usually_s, place.slowest_s, self.who.due, place.hours.get(tongue_of(language), ""))
