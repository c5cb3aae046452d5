"""All sockets of one process, and the one place where events reach them.

A frame goes out only when it is the next after the socket's cursor; anything else is read from the log. Every two
seconds the heads of all watched tickets are compared in one query, so a lost wake-up costs at most that.
"""

import asyncio
from collections import defaultdict

import structlog

from farol.core.tickets import frames, store
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import WAKE
from farol.kit.permission import Can
from farol.kit.reactions import CURSOR_PAGE

from .feed import Feed
from .model import HEAL_S, MOST_WATCHED, ROWS, error, frame
from .personal import SUBJECT as PERSONAL
from .personal import hear
from .rounds import Rounds
from .signals import Signals
from .socket import Socket

log = structlog.get_logger()
ROWS_S = 0.1
PAGE = 200
"""Events read at once for those who are behind."""


class Hub:
    """Registers sockets and feeds them."""

    def __init__(self, kit: Kit, feed: Feed) -> None:
        self._kit, self._feed = kit, feed
        self.sockets: set[Socket] = set()
        self._watchers: dict[int, set[Socket]] = defaultdict(set)
        self._inbox: set[Socket] = set()
        self._signals = Signals(kit.bus, self._watchers)
        self.rounds = Rounds(feed, self.sockets, self._watchers)
        self._reading: set[int] = set()
        self._again: set[int] = set()
        self._rows: set[int] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._reads: set[asyncio.Task[None]] = set()
        self._at: tuple[str, int] | None = None

    async def start(self) -> None:
        """Begins listening and healing."""
        await self._kit.bus.subscribe(WAKE, self._woken)
        await self._kit.bus.subscribe(ROWS, self._row_moved)
        await self._kit.bus.subscribe(PERSONAL, self._personal)
        await self._signals.start()
        self._tasks = [asyncio.create_task(self._healing()), asyncio.create_task(self._rows_out()),
                       asyncio.create_task(self._signals.repeating()), *self.rounds.start()]

    async def stop(self) -> None:
        """Closes every socket with 1012 (service restart); clients come back elsewhere."""
        for socket in list(self.sockets):
            socket.close(1012)
        for task in [*self._tasks, *self._reads]:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._reads, return_exceptions=True)

    def add(self, socket: Socket) -> None:
        """A screen has connected."""
        self.sockets.add(socket)

    async def remove(self, socket: Socket) -> None:
        """A screen has gone."""
        socket.closed = True
        self.sockets.discard(socket)
        self._inbox.discard(socket)
        for ticket in list(socket.after):
            await self.unwatch(socket, ticket)

    async def watch(self, socket: Socket, ticket: int, after: int) -> None:
        """Sends everything after the cursor, then what follows."""
        known = ticket in socket.after
        if not known and len(socket.after) >= MOST_WATCHED:
            socket.put(error("too_fast"))
            return
        head = await self._feed.head(socket.actor, ticket)
        if head is None:
            socket.put(error("not_found"))
            return
        if socket.closed:
            return
        socket.after[ticket] = min(max(after, 0), head)
        self._watchers[ticket].add(socket)
        socket.put(frame("watching", ticket=ticket, seq=head))
        if socket.after[ticket] < head:
            self._read(ticket)
        if not known:
            await self._signals.here(ticket)
        if socket.staff:
            socket.put(self._signals.online(ticket))

    async def unwatch(self, socket: Socket, ticket: int) -> None:
        """Stops sending."""
        socket.after.pop(ticket, None)
        watchers = self._watchers.get(ticket)
        if watchers and socket in watchers:
            watchers.discard(socket)
            if not watchers:
                del self._watchers[ticket]
            await self._signals.here(ticket)

    def show_inbox(self, socket: Socket) -> None:
        """Sends rows of the inbox as they change."""
        socket.inbox = True
        self._inbox.add(socket)

    async def type(self, socket: Socket, ticket: int, on: bool) -> None:
        """Tells the others who have the ticket open. Staff without the right to reply are writing nothing public."""
        if ticket in socket.after and (not socket.staff or socket.actor.may(Can.TICKET_REPLY)):
            await self._signals.type(socket, ticket, on)

    def _personal(self, data: bytes) -> None:
        hear(data, self.sockets)

    def _woken(self, data: bytes) -> None:
        head, *lines = data.split(b"\n")
        stream, _, seq_text = head.decode().partition(" ")
        kind, _, id_text = stream.partition(":")
        if kind != "ticket":
            return
        ticket, seq = int(id_text), int(seq_text)
        if self._inbox:
            self._rows.add(ticket)
        watchers = self._watchers.get(ticket)
        if not watchers:
            return
        behind = False
        for socket in watchers:
            at = socket.after.get(ticket, seq)
            if at + 1 == seq and len(lines) == 2:
                socket.after[ticket] = seq
                socket.put(lines[0] if socket.staff else lines[1])
            elif at < seq:
                behind = True
        if behind:
            self._read(ticket)

    def _row_moved(self, data: bytes) -> None:
        if self._inbox:
            self._rows.add(int(data))

    def _read(self, ticket: int) -> None:
        """Reads the ticket's log for whoever is behind; a read asked for while one runs follows it."""
        if ticket in self._reading:
            self._again.add(ticket)
            return
        self._reading.add(ticket)
        task = asyncio.create_task(self._catch_up(ticket))
        self._reads.add(task)
        task.add_done_callback(self._reads.discard)

    async def _catch_up(self, ticket: int) -> None:
        """In portions that fit into a socket's queue: whoever is far behind gets the next one when it has taken the last."""
        try:
            while watchers := list(self._watchers.get(ticket, ())):
                self._again.discard(ticket)
                ready = [socket for socket in watchers if socket.has_room()]
                after = min((s.after.get(ticket, 2**62) for s in ready), default=2**62)
                found = await frames.after(self._kit.db, ticket, after, most=PAGE)
                full = [s for s in watchers if s not in ready or not _feed(s, ticket, found)]
                if not full and len(found) < PAGE and ticket not in self._again:
                    return
                if writers := [s.writer for s in full if s.writer]:
                    await asyncio.wait(writers, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        except db.LOST:
            log.warning("live.database_lost", ticket=ticket)
        finally:
            self._reading.discard(ticket)

    async def _healing(self) -> None:
        while True:
            await asyncio.sleep(HEAL_S)
            try:
                await self._heal()
            except db.LOST:
                log.warning("live.database_lost")
            except Exception:
                log.exception("live.heal_failed")

    async def _heal(self) -> None:
        gone = await self._feed.gone([socket.actor for socket in self.sockets])
        for socket in [s for s in self.sockets if (s.actor.kind, s.actor.session) in gone]:
            socket.close(4001)
        if self._watchers:
            await self._part()
            for ticket, head in (await store.heads(self._kit.db, list(self._watchers))).items():
                if any(s.after.get(ticket, head) < head for s in self._watchers.get(ticket, ())):
                    self._read(ticket)
        if self._inbox:
            await self._sweep_rows()
        else:
            self._at = None

    async def _part(self) -> None:
        """Takes a ticket off the screens of those who may no longer see it, such as when it went to another team."""
        for ticket, id_ in await self._feed.hidden(self._watchers, {s.actor for each in self._watchers.values() for s in each}):
            for socket in [s for s in self._watchers.get(ticket, ()) if s.staff and s.actor.id == id_]:
                await self.unwatch(socket, ticket)
                socket.put(error("not_found"))

    async def _sweep_rows(self) -> None:
        if self._at is None:
            row = await self._kit.db.fetchrow("select pg_snapshot_xmin(pg_current_snapshot())::text as xid")
            self._at = (row["xid"], 0) if row else None
            return
        rows = await self._kit.db.fetch(CURSOR_PAGE, *self._at, 5000)
        if rows:
            self._at = (rows[-1]["xid"], rows[-1]["id"])
            self._rows.update(int(r["stream"].partition(":")[2]) for r in rows if r["stream"].startswith("ticket:"))

    async def _rows_out(self) -> None:
        while True:
            await asyncio.sleep(ROWS_S)
            if not self._rows or not self._inbox:
                self._rows.clear()
                continue
            ids, self._rows = list(self._rows)[:500], set(list(self._rows)[500:])
            try:
                rows = await self._feed.rows(ids)
                hidden = await self._feed.hidden(ids, [s.actor for s in self._inbox])
            except Exception as error:
                self._rows.update(ids)
                if not isinstance(error, db.LOST):
                    log.exception("live.rows_failed")
                await asyncio.sleep(1)
                continue
            for row in rows:
                for socket in self._inbox:
                    if (row.ticket, socket.actor.id) not in hidden:
                        socket.put(row.to(socket.actor))


def _feed(socket: Socket, ticket: int, found: list[frames.Frame]) -> bool:
    """Sends those that are next in turn; False when the socket could not take all of them."""
    for each in found:
        if each.seq == socket.after.get(ticket, -1) + 1:
            if not socket.has_room():
                return False
            socket.after[ticket] = each.seq
            socket.put(each.staff if socket.staff else each.customer)
    return True
