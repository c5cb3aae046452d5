"""What happened, as each party saw it: what clients were promised, what every screen showed, what the database holds."""

import hashlib
from pathlib import Path
from typing import NamedTuple, Self

import asyncpg
import msgspec

from farol.kit.reactions import REACTIONS


class Ack(NamedTuple):
    """A promise: this message (client id, digest of its words) is stored under this seq and time. Received by a client."""

    ticket: int
    client: str
    seq: int
    at: str
    digest: str


class Stored(NamedTuple):
    """A message in the database."""

    ticket: int
    seq: int
    client: str
    at: str
    digest: str
    internal: bool


class Event(NamedTuple):
    """An entry of a ticket's log."""

    ticket: int
    seq: int
    kind: str


class Shown(NamedTuple):
    """A frame that reached a screen; client and digest are empty when it showed no message."""

    seq: int
    client: str = ""
    digest: str = ""


class Showing(NamedTuple):
    """All that one screen showed of one ticket, over all its connections, from the ticket's beginning."""

    screen: str
    staff: bool
    ticket: int
    shown: list[Shown]


class History(NamedTuple):
    """A finished run. heads: the last seq of each ticket."""

    acks: list[Ack]
    stored: list[Stored]
    events: list[Event]
    heads: dict[int, int]
    showings: list[Showing]


def digest(body: str) -> str:
    """Stands for the words of a message."""
    return hashlib.sha256(body.encode()).hexdigest()[:16]


class AckLog:
    """The external log: a file with one line per acknowledgement, handed to the kernel before anything else happens."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w", buffering=1, encoding="utf-8")

    def write(self, ack: Ack) -> None:
        """Adds a line."""
        self._file.write(" ".join(str(field) for field in ack) + "\n")

    def read(self) -> list[Ack]:
        """Everything written so far."""
        lines = (line.split(" ") for line in self.path.read_text(encoding="utf-8").splitlines())
        return [Ack(int(ticket), client, int(seq), at, words) for ticket, client, seq, at, words in lines]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


STORED = """
select ticket_id, seq, client_id::text as client, at, body, internal from message where ticket_id = any($1::bigint[]) order by 1, 2"""
EVENTS = """
select substr(stream, 8)::bigint as ticket, seq, kind from event
where stream = any(select 'ticket:' || t from unnest($1::bigint[]) t) order by 1, 2"""
HEADS = "select id, seq from ticket where id = any($1::bigint[])"

UNREACTED = """
select count(distinct stream) from event e where kind = any($2::text[])
  and seq > coalesce((select p.seq from progress p where p.reaction = $1 and p.stream = e.stream), 0)"""

HELD = "select count(*) from pgqueuer where status = 'failed'"


async def stored(db: asyncpg.Pool, tickets: list[int]) -> tuple[list[Stored], list[Event]]:
    """Messages and events of these tickets."""
    rows = await db.fetch(STORED, tickets)
    messages = [Stored(r["ticket_id"], r["seq"], r["client"], rfc3339(r["at"]), digest(r["body"]), r["internal"]) for r in rows]
    return messages, [Event(r["ticket"], r["seq"], r["kind"]) for r in await db.fetch(EVENTS, tickets)]


async def heads(db: asyncpg.Pool, tickets: list[int]) -> dict[int, int]:
    """The last seq of each ticket."""
    return {row["id"]: row["seq"] for row in await db.fetch(HEADS, tickets)}


async def stuck(db: asyncpg.Pool) -> int:
    """Streams with an event that a reaction should have taken and has not, and jobs that wait for an operator."""
    counts: list[int] = [await db.fetchval(UNREACTED, each.name, list(each.kinds)) for each in REACTIONS.values()]
    return sum([*counts, await db.fetchval(HELD)])


def rfc3339(at: object) -> str:
    """A time as the API writes it."""
    return str(msgspec.to_builtins(at))
