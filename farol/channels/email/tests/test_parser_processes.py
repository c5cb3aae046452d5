"""E11, E12: given hostile mails, when a child parses them, then each ends in time and no other mail suffers."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from farol.channels.email.model import Mail, Refused
from farol.channels.email.reading.pool import ParserDied, Parsers

from .hostile_more import MORE
from .mails import mail

MULTI = b"Content-Type: multipart/mixed; boundary=x"


def nested(levels: int) -> bytes:
    inner = (b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(levels))
    return mail(b"Content-Type: multipart/mixed; boundary=b0", body=b"".join(inner))


HOSTILE = {
    "quotes_in_from": mail(body=b"x", frm=b'"' * 20_000),
    "escaped_quotes_in_from": mail(body=b"x", frm=b'"' + b'\\"' * 20_000),
    "encoded_words": mail(b"Subject: " + b"=?utf-8?q?a?= " * 17_000, body=b"x"),
    "recipients": mail(b"Cc: " + b"a@b.example, " * 10_000, body=b"x"),
    "parentheses": mail(b"To: " + b"(" * 500, body=b"x", frm=b"(" * 500),
    "nested_multiparts": nested(10_000),
    "same_boundary_inside": mail(MULTI, body=(b"--x\r\n" + MULTI + b"\r\n\r\n") * 3_000),
    "header_lines": mail(*[b"X: y"] * 100_000),
    "header_of_one_line": mail(b"X: " + b"y" * 10_000_000),
    "no_blank_line": b"X: y\r\n" * 100_000,
    "parts": mail(MULTI, body=b"--x\r\n\r\nhi\r\n" * 10_000),
    "almost_boundaries": mail(MULTI, body=b"--xy\r\n" * 2_000_000),
    "empty_lines": mail(MULTI, body=b"\n" * 20_000_000),
    "endless_enclosed": mail(b"Content-Type: message/rfc822", body=b"Content-Type: message/rfc822\r\n\r\n" * 60_000),
    "deep_html": mail(b"Content-Type: text/html", body=b"<div>" * 500_000),
    "crossed_html": mail(b"Content-Type: text/html", body=b"<a><b><i><p></a></b></i>" * 80_000),
    "open_comments": mail(b"Content-Type: text/html", body=b"<!--" * 400_000),
    "parameters": mail(b"Content-Type: text/plain" + b";a*0*=\"" * 30_000, body=b"x"),
    "base64_flood": mail(b"Content-Transfer-Encoding: base64", body=b"QUJD" * 5_000_000),
    "quoted_printable_flood": mail(b"Content-Transfer-Encoding: quoted-printable", body=b"=E4" * 7_000_000),
    "uuencode_flood": mail(b"Content-Transfer-Encoding: x-uuencode", body=b"begin 644 x\n" + b"M\n" * 8_000_000),
    "utf7_flood": mail(b"Content-Type: text/plain; charset=utf-7", body=b"+AAAA" * 4_000_000),
    "noise": os.urandom(5_000_000),
    "nothing": b"",
    **MORE,
}


@pytest.fixture
async def parsers() -> AsyncIterator[Parsers]:
    pool = Parsers(1)
    yield pool
    await pool.stop()


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_mail_ends_within_its_limits(parsers: Parsers, name: str) -> None:
    await parsers.parse(mail(body=b"warm"))
    child = parsers._free[0][0].pid
    before = _cpu_s(child)
    answer = asyncio.ensure_future(parsers.parse(HOSTILE[name]))
    spent = 0.0
    while not answer.done():
        spent = max(spent, _cpu_s(child) - before)
        await asyncio.wait([answer], timeout=0.02)
    assert isinstance(answer.result(), Mail | Refused)
    assert spent < 2.1


async def test_too_large_is_refused(parsers: Parsers) -> None:
    assert await parsers.parse(b"x" * (25 * 1024 * 1024 + 1)) == Refused("too_large")


@pytest.mark.parametrize(("poison", "within_s"), [("abort", 2), ("spin", 6), ("memory", 2), ("recursion", 3), ("nonsense", 2)])
async def test_poison_takes_only_itself_along(poison: str, within_s: float) -> None:
    pool = _trapped(wall_s=20)
    started = time.monotonic()
    dead = asyncio.create_task(pool.parse(mail(b"X-Poison: " + poison.encode())))
    others = [asyncio.create_task(pool.parse(mail(body=b"%d" % n))) for n in range(20)]
    with pytest.raises(ParserDied):
        await dead
    assert time.monotonic() - started < within_s * 3
    assert [answer.said for answer in await asyncio.gather(*others) if isinstance(answer, Mail)] == [str(n) for n in range(20)]
    await pool.stop()


async def test_hanging_child_is_ended_by_the_clock() -> None:
    pool = _trapped(wall_s=0.5)
    with pytest.raises(ParserDied):
        await pool.parse(mail(b"X-Poison: sleep"))
    assert isinstance(await pool.parse(mail(body=b"hi")), Mail)
    await pool.stop()


async def test_cancelled_mail_does_not_leave_its_answer_for_the_next() -> None:
    pool = _trapped(wall_s=20)
    task = asyncio.create_task(pool.parse(mail(b"X-Poison: sleep")))
    await asyncio.sleep(0.3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    answer = await pool.parse(mail(body=b"mine"))
    assert isinstance(answer, Mail)
    assert answer.said == "mine"
    await pool.stop()


def _trapped(wall_s: float) -> Parsers:
    root = Path(__file__).parents[4]
    code = f"import sys; sys.path.insert(0, {str(root)!r}); import runpy; runpy.run_path({str(Path(__file__).with_name('poisoned_child.py'))!r}, run_name='__main__')"
    return Parsers(2, wall_s=wall_s, command=(sys.executable, "-I", "-c", code))


def _cpu_s(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
