"""A whole Farol in a temporary folder, with customers and tickets, and the bare database beside it."""

import asyncio
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg

from farol.app import plan
from farol.app.machine import Machine
from farol.app.process import close_kit, open_kit
from farol.core.customers.actions import digest_of
from farol.core.people import actions as people
from farol.kit.supervisor import home, programs

PEOPLE = """
insert into customer (uid, name, language) select 'bench-' || n, 'Customer ' || n, 'en' from generate_series(1, $1::int) n"""
SESSIONS = """
insert into customer_session (digest, customer_id, proof, expires_at)
select d.digest, c.id, 'exchange', now() + interval '1 day'
from unnest($1::bytea[]) with ordinality d(digest, n) join customer c on c.uid = 'bench-' || d.n"""
TICKETS = """
with t as (
  insert into ticket (customer_id, opening_id, subject, channel, language, seq, last_public_seq, waiting_since)
  select id, gen_random_uuid(), 'Measured', 'webchat', 'en', $1, $1, now() from customer where uid like 'bench-%' returning id, customer_id),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  select t.id, n, gen_random_uuid(), 'customer', t.customer_id, false, 'webchat', 'The deposit of 4,000 USDT has not arrived, line ' || n
  from t, generate_series(1, $1::int) n)
insert into event (stream, seq, kind, actor, public, body)
select 'ticket:' || t.id, n, 'message.posted', 'customer:' || t.customer_id, true, 
  '{"author_kind": "customer", "author_id": 0, "internal": false, "channel": "webchat"}' from t, generate_series(1, $1::int) n"""
PASSES = """
insert into live_pass (digest, actor_kind, actor_id, session, expires_at)
select p.digest, 'customer', s.customer_id, s.digest, now() + interval '1 hour'
from unnest($1::bytea[], $2::bytea[]) p(digest, session) join customer_session s on s.digest = p.session"""
OWN = "select t.id, c.uid from ticket t join customer c on c.id = t.customer_id where c.uid like 'bench-%' order by t.id"


class Rig:
    """tickets[i] belongs to the customer with tokens[i]. Everything listens on loopback."""

    def __init__(self, machine: Machine, folder: Path) -> None:
        self.machine, self.folder = machine, folder
        self.port = machine.settings.port
        self.db: asyncpg.Pool
        self.tokens: list[str] = []
        self.tickets: list[int] = []
        self.staff_cookie = ""

    async def populate(self, customers: int, messages: int) -> None:
        """So many customers with a session and a ticket each."""
        tokens = [f"bench-token-{n:08d}-{os.urandom(8).hex()}" for n in range(customers)]
        await self.db.execute(PEOPLE, customers)
        await self.db.execute(SESSIONS, [digest_of(t) for t in tokens])
        await self.db.execute(TICKETS, messages)
        await self.db.execute("vacuum analyze")
        rows = await self.db.fetch(OWN)
        self.tickets = [row["id"] for row in rows]
        self.tokens = [tokens[int(row["uid"].split("-")[1]) - 1] for row in rows]

    async def passes(self, count: int) -> list[str]:
        """Passes for sockets of the first customers, made directly: the case is about sockets, not about passes."""
        made = [os.urandom(18).hex() for _ in range(count)]
        sessions = [digest_of(self.tokens[n % len(self.tokens)]) for n in range(count)]
        await self.db.execute(PASSES, [digest_of(p) for p in made], sessions)
        return made

    async def agent(self) -> str:
        """The cookie of a member of staff."""
        kit = await open_kit(self.machine.settings, pool=1)
        try:
            staff = await people.create_staff(kit, email="bench@example.net", name="Bench", alias="Bench", role="agent",
                                              language="en", password=None)
            return f"{people.COOKIE}={await people.begin_session(kit, staff)}"
        finally:
            await close_kit(kit)

    async def pgbench(self, script: str, seconds: float, clients: int = 16) -> float:
        """Transactions a second of a script, prepared, through the same socket."""
        path = self.folder / "script.sql"
        path.write_text(script)
        parts = urlsplit(self.machine.settings.database_url)
        child = await asyncio.create_subprocess_exec(
            str(programs.postgres(self.folder).folder / "pgbench"), "-n", "-c", str(clients), "-j", "1", "-T", str(max(1, round(seconds))), "-M", "prepared", "-f", str(path),
            "-h", parse_qs(parts.query)["host"][0], "-U", str(parts.username), parts.path.lstrip("/"),
            env={**os.environ, "PGPASSWORD": str(parts.password)}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
        out, error = await child.communicate()
        for line in out.decode().splitlines():
            if line.startswith("tps ="):
                return float(line.split()[2])
        raise RuntimeError(f"pgbench failed: {error.decode()[-400:]}")


def free_port() -> int:
    """A port that nobody holds right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def rig(*, web: int = 1, customers: int = 100, messages: int = 2, machine: type[Machine] = Machine) -> AsyncIterator[Rig]:
    """Sets everything up and removes it. ``machine``: the kind to start, when it is not the ordinary one."""
    folder = Path(tempfile.mkdtemp(prefix="farol-bench-"))
    home.passable(folder)
    env = {**os.environ, "FAROL_LOG_LEVEL": "error", "FAROL_PUBLIC_URL": "http://127.0.0.1", "PYTHONUNBUFFERED": "1"}
    options = plan.Options(data=folder, port=free_port(), web=web, logs=True)
    started = machine(options, folder, plan.environment(options, folder, env))
    try:
        await started.start()
        made = Rig(started, folder)
        made.db = await asyncpg.create_pool(started.settings.database_url, min_size=1, max_size=2)
        await made.populate(customers, messages)
        yield made
        await made.db.close()
    finally:
        await started.stop()
        shutil.rmtree(folder, ignore_errors=True)
