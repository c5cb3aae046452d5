"""Reading one mailbox: everything in it once, marked only after the commit, then waiting for more."""

import asyncio
import re
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import msgspec
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.email import actions
from farol.channels.email.model import ADDRESS, SIZE
from farol.kit import clock, outbound
from farol.kit.core import Kit

from . import mailbox
from .imap import Box, Mark
from .mailbox import Mailbox
from .recipients import ours

log = structlog.get_logger()
RENEW_S = 5 * 60.0
"""IDLE is begun anew after this time, and the inbox searched: some servers forget to tell, all forget after 29 minutes."""
BATCH, BATCH_BYTES = 100, 8 * 1024 * 1024
AT_ONCE = 6
SIZES_AT_ONCE = 500
FULL = 95
"""Percent of the mailbox's quota from which an operator is told."""
LONGEST_PAUSE_S = 300.0
_FROM = re.compile(rb"(?im)^from:(.*(?:\r?\n[ \t].*)*)")
_OF_BODY = re.compile(rb"(?im)^(?:content-[a-z-]+|mime-version):.*(?:\r?\n[ \t].*)*\r?\n")


def encryption() -> ssl.SSLContext:
    """Certificates are checked by the machine's authorities."""
    return ssl.create_default_context()


class Follower:
    """One mailbox, in one thread of its own for what blocks."""

    def __init__(self, kit: Kit, connection: Connection, context: Callable[[], ssl.SSLContext] = encryption) -> None:
        self.kit, self.connection, self.mailbox = kit, connection, mailbox.of(connection)
        self._context = context
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="mailbox")
        self._box: Box | None = None
        self.mark = msgspec.convert(connection.memory.get("imap", {}), Mark)

    async def run(self) -> None:
        """Until cancelled, or the server no longer takes our password. Pauses grow while it is away."""
        pause_s = 2.0
        try:
            while True:
                try:
                    await self._stay()
                    pause_s = 2.0
                except Failed as failure:
                    log.info("mailbox.away", connection=self.connection.id, said=failure.said)
                    if await self._told(failure) and isinstance(failure, Revoked):
                        return
                except outbound.Failure as failure:
                    await self._told(Away(type(failure).__name__))
                except Exception:
                    log.exception("mailbox.broke", connection=self.connection.id)
                await asyncio.sleep(pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        finally:
            await self.stop()

    async def _told(self, failure: Failed) -> bool:
        """Whether the failure could be written down; if not, the next one is."""
        try:
            await connections.failed(self.kit, self.connection.id, failure)
        except Exception:
            log.exception("mailbox.failure_not_kept", connection=self.connection.id)
            return False
        return True

    async def stop(self) -> None:
        """Ends what waits in the thread."""
        if self._box:
            self._box.cut()
        await asyncio.to_thread(self._thread.shutdown, True)

    async def _stay(self) -> None:
        there = await outbound.connect_address(self.kit, self.mailbox.imap.host, self.mailbox.imap.port)
        self._box = box = await self._ask(lambda: Box(self.mailbox, there, self._context()))
        try:
            while True:
                await self.drain(box)
                await self._look_at_quota(box)
                await self._ask(lambda: box.wait(RENEW_S))
        finally:
            self._box = None
            box.cut()
            self._thread.submit(box.drop)

    async def drain(self, box: Box) -> int:
        """Keeps all that is new; how many mails that were."""
        validity, count = await self._ask(box.select), 0
        uids: list[int] = await self._ask(lambda: box.new(self.mark, validity))
        for at in range(0, len(uids), SIZES_AT_ONCE):
            some = uids[at: at + SIZES_AT_ONCE]
            sizes: dict[int, int] = await self._ask(partial(box.sizes, some))
            for batch in batches([uid for uid in some if uid in sizes], sizes):
                await self._take(box, batch, sizes)
                count += len(batch)
                await self._remember(validity, batch[-1])
            await self._remember(validity, some[-1])
        if self.mark.validity != validity:
            await self._remember(validity, 0)
        return count

    async def _take(self, box: Box, uids: list[int], sizes: dict[int, int]) -> None:
        heads = sizes[uids[0]] > SIZE
        raws: dict[int, bytes] = await self._ask(lambda: box.bodies(uids, heads=heads))
        if heads:
            raws = {uid: beheaded(raw, sizes[uid]) for uid, raw in raws.items()}
        places = asyncio.Semaphore(AT_ONCE)

        async def keep(raw: bytes) -> None:
            async with places:
                await receive(self.kit, self.mailbox, raw)

        await asyncio.gather(*(keep(raw) for raw in raws.values()))
        if raws:
            await connections.came(self.kit, self.connection.id)
        try:
            # What the server did not hand over is not marked: it is gone, or comes with the next look.
            if raws:
                await self._ask(lambda: box.settle(sorted(raws)))
        except Refused as failure:  # kept with us all the same; it is not fetched again, by its number
            await connections.failed(self.kit, self.connection.id, failure)

    async def _remember(self, validity: int, last: int) -> None:
        new = Mark(validity, max(last, self.mark.last if self.mark.validity == validity else 0), clock.now().isoformat())
        if (new.validity, new.last) != (self.mark.validity, self.mark.last):
            await connections.remember(self.kit, self.connection.id, imap=msgspec.to_builtins(new))
        self.mark = new

    async def _look_at_quota(self, box: Box) -> None:
        if (full := await self._ask(box.quota)) is not None and full >= FULL:
            await connections.failed(self.kit, self.connection.id, Refused(f"the mailbox is {full} % full", "full"))

    async def _ask(self, ask: Callable[[], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)


def batches(uids: list[int], sizes: dict[int, int]) -> list[list[int]]:
    """Numbers in groups that one answer may hold; one that is too large for us stands alone."""
    found: list[list[int]] = []
    held = 0
    for uid in uids:
        if not found or held + sizes[uid] > BATCH_BYTES or len(found[-1]) >= BATCH:
            found.append([])
            held = 0
        found[-1].append(uid)
        held += sizes[uid]
    return found


async def receive(kit: Kit, of: Mailbox, raw: bytes) -> None:
    """Keeps one mail for the reply address that its head names, if one was given out, else for the mailbox."""
    to = of.address
    for named in mailbox.named_in(raw):
        found = await ours(kit, named)
        if found and found.reply:
            to = found.address
            break
    path = mailbox.return_path(raw)
    if path is None:
        author = _FROM.search(raw, 0, 256 * 1024)
        named_there = ADDRESS.search(author.group(1).decode("ascii", "replace")) if author else None
        path = named_there.group() if named_there else "unknown"
    await actions.receive(kit, recipient=to, return_path=path, peer=f"imap:{of.imap.host}", raw=raw, connection_id=of.connection_id)


def beheaded(head: bytes, size: int) -> bytes:
    """A mail over the limit: its own head, and words that say where the rest is."""
    words = (f"[This mail has {size // (1024 * 1024)} MB, more than can be taken. It stays in the mailbox.]\r\n"
             f"[此邮件大小为 {size // (1024 * 1024)} MB，超出可接收的上限，原件保留在邮箱中。]\r\n")
    own = _OF_BODY.sub(b"", head.rstrip(b"\r\n") + b"\r\n")
    return own + b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + words.encode()
