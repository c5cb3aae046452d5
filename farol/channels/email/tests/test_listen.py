"""Given hostile and unlucky deliveries, when they come by SMTP, then 250 means kept, and nothing else means it."""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

import aiosmtplib
import pytest

from farol.app.demo import cast
from farol.channels.email import listen, store
from farol.channels.email.doors import smtp_in
from farol.channels.email.reading.pool import Parsers
from farol.kit.core import Kit

from .conftest import Post
from .mails import MAILS, mail
from .test_parser_processes import HOSTILE

SUPPORT = "support@support.demo-exchange.example"


async def talk(port: int, *lines: bytes) -> list[bytes]:
    """A raw SMTP dialogue: the answers, the greeting first."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    said = [await reader.readline()]
    for line in lines:
        writer.write(line)
        await writer.drain()
        said.append(await reader.readline())
        while said[-1][3:4] == b"-":
            said[-1] = await reader.readline()
    writer.close()
    return said


async def test_mail_is_kept_before_250(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: Any) -> Any:
        raise OSError("disk")

    monkeypatch.setattr(store, "receive", broken)
    with pytest.raises(aiosmtplib.SMTPDataError) as refused:
        await post.send(mail(body=b"hi"), SUPPORT)
    assert refused.value.code == 451
    monkeypatch.undo()
    await post.send(mail(body=b"hi"), SUPPORT)
    assert (await post.settled())[0]["state"] == "opened"


async def test_dots_and_bare_line_feeds_survive(post: Post) -> None:
    """SMTP smuggling: LF dot LF does not end a mail."""
    body = b"From: a@b.example\r\n\r\n.dot\r\n..\r\nx\n.\nMAIL FROM:<evil@x.example>\r\nend"
    await post.send(body, SUPPORT, sender="a@b.example")
    row = (await post.settled())[0]
    said = (await post.messages(row["ticket_id"]))[0]["body"]
    assert said == ".dot\n..\nx\n.\nMAIL FROM:<evil@x.example>\nend"
    assert len(await post.settled()) == 1


async def test_pipelined_after_data_stays_a_command(post: Post) -> None:
    said = await talk(
        post.port, b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\n", f"RCPT TO:<{SUPPORT}>\r\n".encode(), b"DATA\r\n",
        b"From: a@b.example\r\n\r\nhi\r\n.\r\nQUIT\r\n")
    assert said[-1].startswith(b"250 2.0.0 Kept")


async def test_too_large_and_too_many_lines_are_refused(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_in, "SIZE", 1_000)
    monkeypatch.setattr(smtp_in, "MOST_LINES", 50)
    for body in (b"x" * 2_000, b"\r\n" * 100, b"x" * 100_000):
        said = await talk(
            post.port, b"EHLO x\r\n", b"MAIL FROM:<a@b.example>\r\n", f"RCPT TO:<{SUPPORT}>\r\n".encode(), b"DATA\r\n",
            body + b"\r\n.\r\n")
        assert said[-1].startswith(b"552")
    with pytest.raises(aiosmtplib.SMTPSenderRefused):
        await post.send(mail(body=b"x" * 2_000), SUPPORT)
    await post.send(mail(body=b"ok"), SUPPORT)


async def test_too_many_connections_are_told_to_come_back(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_in, "MOST_CONNECTIONS", 2)
    held = [await asyncio.open_connection("127.0.0.1", post.port) for _ in range(2)]
    for reader, _ in held:
        assert (await reader.readline()).startswith(b"220")
    third, _writer = await asyncio.open_connection("127.0.0.1", post.port)
    assert (await third.readline()).startswith(b"421")
    for _, writer in [*held, (third, _writer)]:
        writer.close()
        await writer.wait_closed()

    async def free() -> bool:
        return (await talk(post.port))[0].startswith(b"220")

    await post.until(free)


async def test_poison_is_put_aside_after_three_tries_and_others_pass(post: Post) -> None:
    """E12."""
    root = Path(__file__).parents[4]
    trap = Path(__file__).with_name("poisoned_child.py")
    code = f"import sys, runpy; sys.path.insert(0, {str(root)!r}); runpy.run_path({str(trap)!r}, run_name='__main__')"
    parsers = Parsers(1, command=(sys.executable, "-I", "-c", code))
    post.kit.put(parsers)
    await post.world.staff(cast.DAN)
    dan = await post.kit.db.fetchval("select id from staff where role in ('admin', 'duty') limit 1")
    await post.send(mail(b"X-Poison: abort", body=b"boom"), SUPPORT)
    started = time.monotonic()
    for n in range(5):
        await post.send(mail(body=b"calm %d" % n), SUPPORT)

    async def calm() -> Any:
        return await post.kit.db.fetchval("select count(*) from mail_in where state = 'opened'") == 5

    await post.until(calm)
    assert time.monotonic() - started < 60
    rows = await post.settled(6)
    assert (rows[0]["state"], rows[0]["reason"], rows[0]["deaths"]) == ("quarantined", "parser_died", 3)
    assert rows[0]["raw"]

    async def told() -> Any:
        return await post.kit.db.fetchval("select count(*) from notice where kind = 'emergency.mail_poison' and staff_id = $1", dan)

    await post.until(told)
    await parsers.stop()


async def test_every_mail_of_the_corpus_ends_in_a_state_with_its_bytes(post: Post) -> None:
    """E10, E11: real, damaged and hostile mails through the door; none is lost, none holds up the others."""
    hostile = [raw for name, raw in HOSTILE.items() if len(raw) < 3_000_000]
    sent = [case.raw for case in MAILS][:60] + hostile
    started = time.monotonic()
    for n, raw in enumerate(sent):
        await post.send(raw, SUPPORT, sender=f"s{n}@x.example")
    rows = await post.settled(len(sent))
    assert time.monotonic() - started < 60
    assert {row["state"] for row in rows} <= {"opened", "quarantined", "dropped"}
    assert all(row["raw"] for row in rows)
    assert "parser_died" not in {row["reason"] for row in rows}


async def test_worker_part_starts_and_stops(kit: Kit) -> None:
    running = await listen.start(kit)
    assert running.port == 0
    assert kit.get(Parsers)
    await running.stop()


async def test_attachments_pass_the_checks_of_files(post: Post) -> None:
    """E14 in first form: a program is refused and named to staff, a picture is kept, names are made visible."""
    png = (b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    body = b"".join((
        b"--XX\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nsee the files\r\n",
        b'--XX\r\nContent-Type: image/png; name="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + png + b"\r\n",
        b'--XX\r\nContent-Type: application/octet-stream; name="setup.exe"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAA=\r\n',
        "--XX\r\nContent-Type: text/plain; name=\"\u202egnp.txt\"\r\nContent-Disposition: attachment\r\n\r\nhello\r\n".encode(),
        b"--XX--\r\n"))
    await post.send(mail(b"Content-Type: multipart/mixed; boundary=XX", body=body), SUPPORT)
    row = (await post.settled())[0]
    [first] = await post.messages(row["ticket_id"])
    names = [file["name"] for file in await post.kit.db.fetch("select name from file where id = any($1::uuid[]) order by at", first["files"])]
    assert names == ["a.png", "[U+202E]gnp.txt"]
    ana = await post.world.staff()
    [left] = (await ana.ok("GET", f"/tickets/{row['ticket_id']}/mails"))["mails"][0]["left_out"]
    assert left["en"].startswith("File setup.exe was not taken: ")
    assert left["zh"].startswith("附件 setup.exe 没有收：")


async def test_long_text_is_kept_whole_as_a_file(post: Post) -> None:
    await post.send(mail(body=b"word " * 5_000), SUPPORT)
    row = (await post.settled())[0]
    [first] = await post.messages(row["ticket_id"])
    assert len(first["body"]) <= 10_000
    assert (await post.kit.db.fetchval("select size from file where id = $1", first["files"][0])) == 24_999
    assert "mail.txt" in (await post.kit.db.fetchval("select left_out from mail_in where id = $1", row["id"]))[0]["zh"]
