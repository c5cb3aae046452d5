"""PostgreSQL: a pool without session state, transactions, retries and group commit."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Generic, Protocol, TypeVar, cast

import asyncpg
import msgspec

from .problem import Unavailable

S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
R = TypeVar("R")

RETRY = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
LOST = (asyncpg.InterfaceError, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError,
        asyncpg.AdminShutdownError, asyncpg.CrashShutdownError, ConnectionError, TimeoutError, asyncpg.InternalClientError)
"""The database is away, or does not answer. What was asked may have happened. The last one is how the driver words it
when a server is killed between two messages of one answer."""


class Reads(Protocol):
    """What both a pool and a transaction offer to ``store`` functions."""

    async def fetch(self, query: str, *args: Any) -> list[asyncpg.Record]: ...
    async def fetchrow(self, query: str, *args: Any) -> asyncpg.Record | None: ...
    async def fetchval(self, query: str, *args: Any) -> Any: ...
    async def execute(self, query: str, *args: Any) -> str: ...


class Tx(Reads, Protocol):
    """A connection inside a transaction. Everything that changes state takes one."""


async def one(db: Reads, kind: type[S], query: str, *args: Any) -> S | None:
    """The first row as a struct whose fields are named like the columns, or None."""
    row = await db.fetchrow(query, *args)
    return None if row is None else kind(**row)


async def every(db: Reads, kind: type[S], query: str, *args: Any) -> list[S]:
    """All rows as structs whose fields are named like the columns."""
    return [kind(**row) for row in await db.fetch(query, *args)]


async def _no_reset(_: Any) -> None:
    """The pool's own reset costs a round trip; no session state is ever set on a pooled connection."""


async def _codecs(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=_encode, decoder=msgspec.json.decode)


def _encode(value: Any) -> str:
    return msgspec.json.encode(value).decode()


async def _reach(*args: Any, **options: Any) -> asyncpg.Connection:
    """The driver's connect, for which a missing socket or an unknown host is also a lost connection."""
    try:
        return await asyncpg.connect(*args, **options)
    except OSError as error:
        raise ConnectionError(str(error)) from error


async def connect(url: str, *, size: int = 8) -> asyncpg.Pool:
    """A pool. Server settings carry the time limits of DESIGN.md: no transaction holds readers for long."""
    return await asyncpg.create_pool(
        url, min_size=1, max_size=size, connect=_reach, reset=_no_reset, init=_codecs, command_timeout=30,
        server_settings={"application_name": "farol", "transaction_timeout": "30s", "jit": "off", "timezone": "UTC",
                         "idle_in_transaction_session_timeout": "30s", "statement_timeout": "15s"},
    )


@asynccontextmanager
async def transaction(pool: asyncpg.Pool) -> AsyncIterator[Tx]:
    """One transaction. What follows it runs only after the commit has succeeded."""
    async with pool.acquire() as connection, connection.transaction():
        yield cast(Tx, connection)


async def again(run: Callable[[], Awaitable[T]], *constraints: str, tries: int = 3) -> T:
    """Runs once more when a race was lost: the named unique constraint, a deadlock, a serialisation failure."""
    for left in range(tries - 1, -1, -1):
        try:
            return await run()
        except RETRY:
            if not left:
                raise
        except asyncpg.UniqueViolationError as error:
            if not left or error.constraint_name not in constraints:
                raise
        await asyncio.sleep(0)
    raise AssertionError("unreachable")


class GroupCommit(Generic[T, R]):
    """While one statement is in flight, later items queue and share the next; no timer, a single one waits for nobody.

    ``write(items)`` stores all items in one statement and returns one outcome each, in order; nothing an item
    does wrong may raise. If it raises all the same, the batch is halved until the bad item stands alone.
    One flight at a time, so that two batches can never overtake each other on one ticket.
    """

    def __init__(self, write: Callable[[list[T]], Awaitable[Sequence[R]]], *, most: int = 128, queue: int = 4096):
        self._write, self._most, self._queue = write, most, queue
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._flying: asyncio.Task[None] | None = None

    async def put(self, item: T) -> R:
        """Waits for the commit that holds the item and returns its outcome. Raises ``Unavailable`` when full."""
        if len(self._waiting) >= self._queue:
            raise Unavailable
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._flying is None:
            self._flying = asyncio.create_task(self._fly())
        return await done

    async def _fly(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._commit(batch)
        finally:
            self._flying = None

    async def _commit(self, batch: list[tuple[T, asyncio.Future[R]]]) -> None:
        try:
            outcomes = await self._write([item for item, _ in batch])
        except Exception as error:
            if len(batch) == 1 or isinstance(error, LOST):
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
                return
            half = len(batch) // 2
            await self._commit(batch[:half])
            await self._commit(batch[half:])
        else:
            for (_, done), outcome in zip(batch, outcomes, strict=True):
                if not done.done():
                    done.set_result(outcome)
