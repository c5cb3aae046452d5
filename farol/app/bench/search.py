"""Search over a million messages: how long an answer takes, and how much longer than over a hundred thousand."""

import argparse
import hashlib
import random
import time
from urllib.parse import quote

from farol.app.process import close_kit, open_kit
from farol.core.people import actions as people

from .client import http, request
from .many_words import PHRASES, Fill
from .result import Result, at
from .rig import Rig, rig

P95_AT_MOST_MS = 100.0
SMALL = 100_000
AGENTS = 60
"""Enough that nobody asks more often than somebody may."""
BARE = "select ticket_id, seq from search_message where words @@ $1::text::tsquery order by place desc limit 25"


async def run(options: argparse.Namespace) -> Result:
    """One question after the other, of nine kinds by turns, over HTTP."""
    async with rig(customers=10) as made:
        cookies = await agents(made)
        filling = await Fill.begin(made.db)
        await filling.to(SMALL)
        small = await asked(made, cookies, filling.have, options)
        await filling.to(max(options.messages, SMALL))
        large = await asked(made, cookies, filling.have, options)
        bare = await plain(made, filling.have, options.seconds)
    everything = [one for times in large.values() for one in times]
    p95, before = at(everything, 0.95) * 1e3, at([one for times in small.values() for one in times], 0.95) * 1e3
    return Result(
        "search", round(p95, 1), round(at(bare, 0.95) * 1e3, 1), p95 / (at(bare, 0.95) * 1e3), "ms (p95)", 1,
        f"p95_ms <= {P95_AT_MOST_MS:g}", p95 <= P95_AT_MOST_MS,
        {"p95_ms": round(p95, 1), "growth": round(p95 / before, 2), f"p95_ms_at_{SMALL}": round(before, 1), "messages": filling.have,
         "questions": len(everything), "p95_ms_by_kind": {kind: round(at(times, 0.95) * 1e3, 1) for kind, times in large.items()}})


def questions(have: int, rng: random.Random) -> dict[str, str]:
    """One of each kind."""
    common, rare = PHRASES[rng.randrange(5)], PHRASES[rng.randrange(900, len(PHRASES))]
    middle, other = PHRASES[rng.randrange(150, 300)], PHRASES[rng.randrange(10, 150)]
    return {
        "id": hashlib.md5(str(rng.randrange(1, have)).encode(), usedforsecurity=False).hexdigest(), "two characters": common[:2], "phrase": other,
        "words": middle, "two phrases": f"{other} {middle}", "rare": rare, "unfinished": middle.split()[0][:4], "number": f"{rng.randrange(1, 999)}",
        "nothing": f"{common[:2]} 没有这样的词",
    }


async def asked(made: Rig, cookies: list[str], have: int, options: argparse.Namespace) -> dict[str, list[float]]:
    """Seconds by kind of question."""
    rng, n = random.Random(7), 0  # noqa: S311  which questions are asked is no secret
    times: dict[str, list[float]] = {}
    connection = await http(made.port)
    ends = time.perf_counter() + options.seconds * options.rounds
    while time.perf_counter() < ends:
        for kind, question in questions(have, rng).items():
            n += 1
            began = time.perf_counter()
            status, body = await connection.ask(request(
                "GET", f"/api/console/search?q={quote(question)}", headers=f"cookie: {cookies[n % AGENTS]}\r\n"))
            times.setdefault(kind, []).append(time.perf_counter() - began)
            if status != 200 or (kind in ("id", "two characters", "rare") and b'"seq"' not in body):
                raise RuntimeError(f"{question}: {status} {body[:200]!r}")
    connection.close()
    return times


async def plain(made: Rig, have: int, seconds: float) -> list[float]:
    """Seconds of the bare index for a single word, without rights, rows or anything else."""
    rng, times = random.Random(7), []  # noqa: S311
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        began = time.perf_counter()
        await made.db.fetch(BARE, "'" + questions(have, rng)["rare"] + "'")
        times.append(time.perf_counter() - began)
    return times


async def agents(made: Rig) -> list[str]:
    """Cookies of members of staff."""
    kit = await open_kit(made.machine.settings, pool=1)
    try:
        found = []
        for n in range(AGENTS):
            staff = await people.create_staff(kit, email=f"finder-{n}@example.net", name="F", alias="F", role="agent", language="zh", password=None)
            found.append(f"{people.COOKIE}={await people.begin_session(kit, staff)}")
        return found
    finally:
        await close_kit(kit)
