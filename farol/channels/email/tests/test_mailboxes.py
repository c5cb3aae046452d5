"""REL-17: mailboxes at a real IMAP server; each mail once, whatever dies on the way."""

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from farol.channels.connections.elsewhere import Away
from farol.channels.connections.problems import ConnectionRefused
from farol.channels.email import settling, store
from farol.channels.email.doors import answers, fetch, mailbox
from farol.channels.email.doors.watch import Watcher
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM

from .boxes import Boxes, mail, needs_servers, opened, running

pytestmark = needs_servers


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[Boxes]:
    async with running() as boxes:
        yield boxes


@pytest.fixture
def boxes(server: Boxes, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> Boxes:
    opened(kit, server, monkeypatch)
    return server


@pytest.fixture
async def watcher(kit: Kit) -> AsyncIterator[Callable[[], Watcher]]:
    """Starts watchers, as workers do, and stops all that are left."""
    made: list[Watcher] = []

    def start() -> Watcher:
        made.append(Watcher(kit))
        made[-1].start()
        return made[-1]

    yield start
    for each in made:
        await each.stop()


async def rows(kit: Kit) -> list[Any]:
    return await kit.db.fetch("select * from mail_in order by id")


async def until(ready: Any, within_s: float = 60) -> None:
    deadline = asyncio.get_running_loop().time() + within_s
    while not await ready():
        assert asyncio.get_running_loop().time() < deadline
        await asyncio.sleep(0.05)


@pytest.mark.parametrize("tls", ["tls", "starttls", "none"])
async def test_a_mailbox_is_tested_and_read(boxes: Boxes, kit: Kit, tls: str) -> None:
    address = boxes.fresh()
    boxes.dovecot.put(address, mail(1))
    port = boxes.dovecot.imaps if tls == "tls" else boxes.dovecot.imap
    connection = await boxes.connect(address, imap_tls=tls, imap_port=str(port))
    assert connection.account == address
    assert await boxes.drained(connection) == 1
    row = (await rows(kit))[0]
    assert (row["recipient"], row["return_path"], row["peer"], row["connection_id"]) == (address, "sender@customer.example", "imap:127.0.0.1", connection.id)
    assert boxes.dovecot.flags(address) == ["S"]
    assert await boxes.drained(connection) == 0


@pytest.mark.parametrize(("changed", "why"), [
    ({"imap_password": "wrong"}, "AUTHENTICATIONFAILED"), ({"imap_host": "169.254.169.254"}, "private"), ({"imap_host": "8.8.8.8", "imap_port": "22"}, "port"), ({"imap_host": "2130706433"}, "cannot be used")])
async def test_a_mailbox_that_cannot_work_is_refused(boxes: Boxes, changed: dict[str, str], why: str) -> None:
    given = boxes.given(boxes.fresh(), **changed)
    with pytest.raises(ConnectionRefused) as refused:
        await fetch.connections.connect(boxes.kit, SYSTEM, "email", "Help", given)
    assert re.search(why, refused.value.fields["said"])


async def test_a_certificate_for_somebody_else_ends_it_before_the_password(boxes: Boxes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    _, found = await fetch.connections.connect(boxes.kit, SYSTEM, "email", "Help", boxes.given(boxes.fresh()))
    assert not found.works
    assert "encryption" in found.said


async def test_seen_only_after_the_commit(boxes: Boxes, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    address = boxes.fresh()
    for n in range(3):
        boxes.dovecot.put(address, mail(n))
    connection, real, calls = await boxes.connect(address), store.receive, []

    async def once_broken(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise OSError("the disk is full")
        return await real(*given)

    monkeypatch.setattr(store, "receive", once_broken)
    with pytest.raises(OSError, match="disk"):
        await boxes.drained(connection)
    assert boxes.dovecot.flags(address) == ["", "", ""]
    assert await boxes.drained(connection) == 3
    assert boxes.dovecot.flags(address) == ["S", "S", "S"]
    assert len(await rows(kit)) == 3


async def test_taken_mail_moves_to_its_folder(boxes: Boxes, kit: Kit) -> None:
    address = boxes.fresh()
    boxes.dovecot.put(address, mail(1))
    connection = await boxes.connect(address, taken_folder="Taken")
    assert await boxes.drained(connection) == 1
    assert boxes.dovecot.mails(address) == []
    assert list((boxes.dovecot.folder / "mail" / address / ".Taken" / "cur").glob("*"))
    boxes.dovecot.put(address, mail(2))
    assert await boxes.drained(connection) == 1


class Cutter:
    """Stands between us and the server, and hangs up after so many bytes from it."""

    def __init__(self, to: int) -> None:
        self.to, self.after, self.cuts = to, 1_000_000_000, 0
        self._meetings: list[asyncio.Task[None]] = []
        self._writers: list[asyncio.StreamWriter] = []

    async def start(self) -> int:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._meetings.append(task)
        there, back = await asyncio.open_connection("127.0.0.1", self.to)
        self._writers += [writer, back]
        left = self.after

        async def up() -> None:
            while data := await reader.read(65_536):
                back.write(data)

        sending = asyncio.create_task(up())
        try:
            while left > 0 and (data := await there.read(min(left, 65_536))):
                left -= len(data)
                writer.write(data)
                await writer.drain()
            if left <= 0:
                self.cuts += 1
                await asyncio.sleep(0)
        except OSError:
            pass
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            for each in (writer, back):
                each.transport.abort()

    async def stop(self) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*self._meetings, return_exceptions=True)


async def test_a_connection_cut_in_the_middle_of_a_mail_loses_and_doubles_nothing(boxes: Boxes, kit: Kit) -> None:
    address = boxes.fresh()
    for n in range(12):
        boxes.dovecot.put(address, mail(n, body="x" * 4_000))
    cutter = Cutter(boxes.dovecot.imaps)
    port = await cutter.start()
    connection = await boxes.connect(address, imap_port=str(port))
    for after in (4_000, 9_000, 20_000, 30_000):
        cutter.after = after
        with pytest.raises(Away):
            await boxes.drained(connection)
    assert cutter.cuts == 4
    assert set(boxes.dovecot.flags(address)) == {""}
    cutter.after = 1_000_000_000
    assert await boxes.drained(connection) == 12
    await cutter.stop()
    assert len({row["content"] for row in await rows(kit)}) == len(await rows(kit)) == 12


async def test_two_that_fetch_at_once_keep_each_mail_once(boxes: Boxes, kit: Kit) -> None:
    address = boxes.fresh()
    for n in range(40):
        boxes.dovecot.put(address, mail(n))
    connection = await boxes.connect(address)
    counts = await asyncio.gather(*(boxes.drained(connection) for _ in range(3)))
    assert max(counts) == 40
    found = await rows(kit)
    assert len(found) == 40
    assert len({row["content"] for row in found}) == 40


async def test_one_worker_reads_a_mailbox_and_another_goes_on(boxes: Boxes, kit: Kit, watcher: Callable[[], Watcher]) -> None:
    address = boxes.fresh()
    connection = await boxes.connect(address)
    one, other = watcher(), watcher()

    async def read() -> bool:
        return one.reading + other.reading == [connection.id]

    await until(read)
    boxes.dovecot.put(address, mail(1))  # heard by IDLE

    async def kept(n: int) -> bool:
        return len(await rows(kit)) == n

    await until(lambda: kept(1))
    first, second = (one, other) if one.reading else (other, one)
    await first.stop()

    async def taken_over() -> bool:
        return second.reading == [connection.id]

    await until(taken_over)
    boxes.dovecot.put(address, mail(2))
    await until(lambda: kept(2))
    await fetch.connections.pause(kit, SYSTEM, connection.id, "test")

    async def left() -> bool:
        return second.reading == []

    await until(left)


async def test_numbered_anew_nothing_is_kept_twice_or_missed(boxes: Boxes, kit: Kit) -> None:
    address = boxes.fresh()
    for n in range(5):
        boxes.dovecot.put(address, mail(n))
    connection = await boxes.connect(address)
    assert await boxes.drained(connection) == 5
    before = (await boxes.now(connection.id)).memory["imap"]["validity"]
    home = boxes.dovecot.folder / "mail" / address
    for each in [*home.glob("dovecot*")]:
        each.unlink()
    (home / "dovecot-uidlist").write_text("3 V1999999999 N1 G0000000000000000000000000000beef\n")
    (home / "dovecot-uidlist").chmod(0o666)
    boxes.dovecot.put(address, mail(6))
    assert await boxes.drained(connection) == 6
    assert (await boxes.now(connection.id)).memory["imap"]["validity"] != before
    assert len(await rows(kit)) == 6
    assert await boxes.drained(connection) == 0


async def test_mail_that_is_too_large_comes_as_its_head(boxes: Boxes, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE", 20_000)
    monkeypatch.setattr(fetch, "BATCH_BYTES", 10_000)
    address = boxes.fresh()
    boxes.dovecot.put(address, mail(1, body="y" * 30_000, extra="Content-Type: text/plain\r\n"))
    boxes.dovecot.put(address, mail(2))
    connection = await boxes.connect(address)
    assert await boxes.drained(connection) == 2
    raws = [settling.box(kit).open(row["raw"], row["digest"].hex()) for row in await rows(kit)]
    assert sum(b"more than can be taken" in raw for raw in raws) == 1
    large = fetch.beheaded(mail(1, extra="Content-Type: text/plain;\r\n charset=x\r\n").partition(b"\r\n\r\n")[0] + b"\r\n\r\n", 30 * 1024 * 1024)
    assert large.count(b"Content-Type") == 1
    assert b"30 MB" in large
    assert all(b"y" * 100 not in raw for raw in raws)


async def test_a_password_that_is_no_longer_taken_switches_it_off(boxes: Boxes, kit: Kit, watcher: Callable[[], Watcher]) -> None:
    address = boxes.fresh()
    connection = await boxes.connect(address)
    boxes.dovecot.password(address, "changed")
    reader = watcher()

    async def broken() -> bool:
        return (await boxes.now(connection.id)).state == "broken" and not reader.reading

    await until(broken)


async def test_a_mailbox_that_is_nearly_full_is_told(kit: Kit, watcher: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(3, quota="100") as boxes:
        opened(kit, boxes, monkeypatch)
        address = boxes.fresh()
        boxes.dovecot.put(address, mail(1, body="z" * 98_000))
        connection = await boxes.connect(address)
        watcher()

        async def told() -> bool:
            return "full" in (await kit.db.fetchval("select last_failure from connection where id = $1", connection.id) or "")

        await until(told)
        assert len(await rows(kit)) == 1
        assert (await boxes.now(connection.id)).state == "active"


BACKLOG = int(os.environ.get("TEST_BACKLOG", "5000"))
"""How many mails wait in the mailbox; 100,000 takes some minutes."""


async def test_a_backlog_is_drained(boxes: Boxes, kit: Kit) -> None:
    address = boxes.fresh()
    boxes.dovecot.put(address, mail(0))
    boxes.dovecot.put_many(address, [mail(n) for n in range(1, BACKLOG)])
    connection = await boxes.connect(address)
    began = time.monotonic()
    assert await boxes.drained(connection) == BACKLOG
    print(f"drained {BACKLOG / (time.monotonic() - began):.0f} mails/s")
    assert await kit.db.fetchval("select count(*) from mail_in where copies = 1") == BACKLOG
    assert boxes.dovecot.flags(address).count("S") == BACKLOG


def test_heads_are_read() -> None:
    raw = (b"Return-Path: <a@b.example>\r\nDelivered-To: help@brand.example\r\nTo: Help <reply+x@support.example>,\r\n\tother@c.example\r\nSubject: To: no@d.example\r\n\r\n"
           b"To: nobody@e.example\r\n")
    assert mailbox.named_in(raw) == ["help@brand.example", "reply+x@support.example", "other@c.example"]
    assert mailbox.return_path(raw) == "a@b.example"
    assert mailbox.return_path(b"Return-Path: <>\r\n\r\n") == ""
    assert mailbox.return_path(b"From: a@b.example\r\n\r\nReturn-Path: <x@y.example>") is None
    assert mailbox.same("Help+vip@Brand.example", "help@brand.example")
    assert not mailbox.same("helper@brand.example", "help@brand.example")
    assert answers.numbers([1, 2, 3, 7, 9, 10]) == "1:3,7,9:10"
