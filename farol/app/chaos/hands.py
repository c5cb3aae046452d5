"""Agents and customers who do everything at once to the same few tickets, through the product's own verbs."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from farol.core.tickets import actions as tickets
from farol.core.tickets import store
from farol.core.tickets.model import Change
from farol.desk.bulk import actions as bulk
from farol.desk.bulk import jobs as bulk_jobs
from farol.desk.bulk.model import Action, Chosen
from farol.desk.merging import actions as merging
from farol.desk.outgoing import actions as outgoing
from farol.desk.outgoing.model import Written
from farol.desk.queue import actions as queue
from farol.desk.snooze import actions as snoozing
from farol.desk.tags import actions as tagging
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Problem

from .fold import Ack

WORDS = ("late", "vip", "outage", "memo", "bank", "risk")
SEEN = "select seq, customer_id from ticket where id = $1"
SEQS = "select seq from message where ticket_id = $1 order by seq desc limit 5"
KEPT = """
select o.state, o.seq, (select m.seq from message m where m.ticket_id = $1 and m.client_id = $2) as said
from outgoing o where o.client_id = $2"""
NEWEST = "select id from ticket where customer_id = any($1::bigint[]) order by id desc limit $2"


class Hands:
    """done: what was acknowledged, by verb. refused: by the code of the problem. broken: what no verb may raise."""

    def __init__(self, kit: Kit, agents: list[Actor], customers: list[Actor], of: dict[int, int], dice: random.Random) -> None:
        self._kit, self._agents, self._dice, self._of = kit, agents, dice, of
        self._customers = {each.id: each for each in customers}
        self._tickets = list(of)
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.broken: list[str] = []
        self.acks: list[Ack] = []
        self._verbs: list[tuple[Callable[[Actor, int], Awaitable[Any]], int]] = [
            (self.change, 24), (self.customer_says, 12), (self.reply, 12), (self.take, 8), (self.give_back, 4), (self.merge, 9),
            (self.unmerge, 8), (self.split, 1), (self.unsplit, 1), (self.tag, 8), (self.snooze, 4), (self.wake, 3), (self.hold, 4), (self.bulk, 2)]

    async def play(self, operations: int, *, at_once: int = 24, tell: Callable[[int], None] = lambda _: None) -> None:
        """So many operations, so many at a time."""
        left = iter(range(operations))

        async def hand() -> None:
            for n in left:
                verb = self._dice.choices([v for v, _ in self._verbs], [w for _, w in self._verbs])[0]
                await self._one(verb)
                if n % 1000 == 0:
                    tell(n)
                    await self._take_on_new_tickets()

        await asyncio.gather(*(hand() for _ in range(at_once)))

    async def _one(self, verb: Callable[[Actor, int], Awaitable[Any]]) -> None:
        try:
            await verb(self._dice.choice(self._agents), self._dice.choice(self._tickets))
        except Problem as problem:
            self.refused[problem.code] += 1
        except Exception as error:
            self.broken.append(f"{verb.__name__}: {type(error).__name__}: {error}")
        else:
            self.done[verb.__name__] += 1

    async def _take_on_new_tickets(self) -> None:
        """Tickets that were split off are worked on as well, a few at a time so that hands still meet."""
        for row in await self._kit.db.fetch(NEWEST, list(self._customers), 4):
            found = await self._kit.db.fetchrow(SEEN, row["id"])
            if found and row["id"] not in self._of:
                self._of[row["id"]] = found["customer_id"]
                self._tickets = [*self._tickets, row["id"]][-len(self._tickets):]

    async def _row(self, ticket: int) -> store.TicketRow:
        row = await store.ticket(self._kit.db, ticket)
        assert row
        await asyncio.sleep(0)  # somebody else is faster now and then
        return row

    def _acked(self, ticket: int, seq: int, actor: Actor, kind: str = "ticket.changed", **fields: Any) -> None:
        self.acks.append(Ack(ticket, seq, kind, actor.ref, fields))

    async def change(self, actor: Actor, ticket: int) -> None:
        """Assigns, closes, reopens, resolves, puts on hold or weighs, as it stood a moment ago."""
        row = await self._row(ticket)
        fields: dict[str, Any] = self._dice.choice((
            {"owner_id": self._dice.choice(self._agents).id}, {"owner_id": None}, {"status": "closed"}, {"status": "open"}, {"status": "open"},
            {"status": "resolved"}, {"status": "pending"}, {"severity": f"P{self._dice.randrange(5)}"}, {"reason": "dep.missing_memo"}))
        seq, _ = await tickets.change_ticket(self._kit, actor, ticket, row.version, Change(**fields))
        self._acked(ticket, seq, actor, **fields)

    async def take(self, actor: Actor, ticket: int) -> None:
        """Two agents reach for it at once."""
        other = self._dice.choice(self._agents)
        answers = await asyncio.gather(*(queue.take(self._kit, who, ticket) for who in (actor, other)), return_exceptions=True)
        for answer in answers:
            if isinstance(answer, Problem):
                self.refused[answer.code] += 1
            elif isinstance(answer, BaseException):
                raise answer

    async def give_back(self, actor: Actor, ticket: int) -> None:
        """Whoever has it puts it back."""
        row = await self._row(ticket)
        owner = next((each for each in self._agents if each.id == row.owner_id), actor)
        done = await queue.give_back(self._kit, owner, ticket)
        if done:
            self._acked(ticket, done[0], owner, owner_id=None)

    async def reply(self, actor: Actor, ticket: int) -> None:
        """Says something, having seen all or not."""
        row, client = await self._row(ticket), uuid4()
        seen = self._dice.choice((None, row.seq, row.last_public_seq))
        posted = await tickets.post_message(
            self._kit, actor, ticket, client_id=client, body="We look into it.", internal=self._dice.random() < 0.2, channel="console", seen=seen)
        self._acked(posted.ticket or ticket, posted.seq, actor, "message.posted", client=str(client))

    async def customer_says(self, _: Actor, ticket: int) -> None:
        """The customer writes, perhaps in a ticket that goes on elsewhere; and sends it twice."""
        who, client = self._customers[self._of[ticket]], uuid4()
        said = [tickets.post_message(self._kit, who, ticket, client_id=client, body="Where is my deposit?") for _ in range(2)]
        for posted in await asyncio.gather(*said):
            self._acked(posted.ticket or ticket, posted.seq, who, "message.posted", client=str(client))

    async def merge(self, actor: Actor, ticket: int) -> None:
        """Into any other, also of another customer, and crosswise at the same moment."""
        into = self._dice.choice(self._tickets)
        if self._dice.random() < 0.3:
            answers = await asyncio.gather(merging.merge(self._kit, actor, ticket, into), merging.merge(self._kit, actor, into, ticket), return_exceptions=True)
            both = [answer for answer in answers if answer is None]
            if len(both) == 2:
                self.broken.append(f"merge: {ticket} and {into} were merged into each other")
            if not both:
                raise next(answer for answer in answers if answer is not None)
        else:
            await merging.merge(self._kit, actor, ticket, into)
        if self._of[ticket] != self._of[into]:
            self.broken.append(f"merge: {ticket} and {into} are of two customers")

    async def unmerge(self, actor: Actor, ticket: int) -> None:
        """Takes it back."""
        await merging.unmerge(self._kit, actor, ticket)

    async def split(self, actor: Actor, ticket: int) -> None:
        """Some of the last words become another ticket."""
        seqs = [row["seq"] for row in await self._kit.db.fetch(SEQS, ticket)]
        await merging.split(self._kit, actor, ticket, client_id=uuid4(), seqs=seqs[: self._dice.randint(1, 3)])

    async def unsplit(self, actor: Actor, ticket: int) -> None:
        """Takes it back."""
        await merging.unsplit(self._kit, actor, ticket)

    async def tag(self, actor: Actor, ticket: int) -> None:
        """Words on and off."""
        one, other = self._dice.sample(WORDS, 2)
        await tagging.change(self._kit, actor, ticket, [one], [other])

    async def snooze(self, actor: Actor, ticket: int) -> None:
        """Puts it aside."""
        await snoozing.snooze(self._kit, actor, ticket, clock.now() + timedelta(hours=1))

    async def wake(self, actor: Actor, ticket: int) -> None:
        """Brings it back."""
        await snoozing.wake_up(self._kit, actor, ticket)

    async def hold(self, actor: Actor, ticket: int) -> None:
        """A reply that waits is sent by two hands at once, or taken back."""
        row, client = await self._row(ticket), uuid4()
        status = self._dice.choice((None, None, "pending", "resolved"))
        await outgoing.hold(self._kit, actor, ticket, Written(client, "One moment.", [], row.last_public_seq, status, True))
        hands: list[Awaitable[Any]] = [outgoing.send_now(self._kit, actor, client) for _ in range(2)]
        if self._dice.random() < 0.3:
            hands.append(outgoing.take_back(self._kit, actor, client))
        for answer in await asyncio.gather(*hands, return_exceptions=True):
            if isinstance(answer, BaseException) and not isinstance(answer, Problem):
                raise answer
        await self._sent_once(ticket, client)

    async def _sent_once(self, ticket: int, client: UUID) -> None:
        kept = await self._kit.db.fetchrow(KEPT, ticket, client)
        if kept is None or (kept["state"] == "sent") != (kept["said"] is not None) or kept["seq"] != kept["said"]:
            self.broken.append(f"hold: {client} is {dict(kept) if kept else 'gone'}")

    async def bulk(self, actor: Actor, _: int) -> None:
        """Several at once, and half of the time back."""
        rows = [await self._row(each) for each in self._dice.sample(self._tickets, 3)]
        action = self._dice.choice((Action(severity="P2"), Action(status="pending"), Action(add_tags=["bulk"])))
        made = await bulk.begin(self._kit, actor, uuid4(), [Chosen(row.id, row.version, row.seq) for row in rows], action)
        await bulk_jobs.run.run(self._kit, bulk_jobs.Run(made.id))
        if self._dice.random() < 0.5:
            back = await bulk.undo(self._kit, actor, made.id)
            await bulk_jobs.run.run(self._kit, bulk_jobs.Run(back.id))
