"""A web process with a fault planted in it, which the audit must find: ``python -m farol.app.chaos.planted FAULT web …``

The faults are mistakes people make. The product does not know of them: they are put over its functions and its
statement at start-up, in this process alone. Some also need a constraint to be gone from the temporary database.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any, cast

from farol.app.cli import app
from farol.core.tickets import posting
from farol.core.tickets.model import Draft, Outcome
from farol.kit.db import Reads

LATE_S = 0.25
"""How long after its acknowledgement a message is committed."""
_late: set[asyncio.Task[None]] = set()


def ack_before_commit() -> None:
    """Answers when the statement has run, and commits a moment later."""
    post = posting.post

    async def hasty(db: Reads, drafts: list[Draft]) -> list[Outcome]:
        pool = cast(Any, db)
        connection = await pool.acquire()
        transaction = connection.transaction()
        try:
            await transaction.start()
            outcomes = await post(connection, drafts)
        except BaseException:
            await pool.release(connection)
            raise

        async def commit() -> None:
            try:
                await asyncio.sleep(LATE_S)
                await transaction.commit()
            finally:
                await pool.release(connection)

        task = asyncio.create_task(commit())
        _late.add(task)
        task.add_done_callback(_late.discard)
        return outcomes

    posting.post = hasty


def dedup_off() -> None:
    """Looks for no earlier message of the same client id."""
    _change("from q join message m using (ticket_id, client_id))", "from q join message m using (ticket_id, client_id) where false)")
    _change("partition by ticket_id, client_id order by n", "partition by n")


def sequence_off() -> None:
    """Takes the highest seq there is, plus one: true until two write at once."""
    _change("t.base + taken.k as seq",
            "(select coalesce(max(x.seq), 0) from message x where x.ticket_id = taken.ticket_id) + taken.k as seq")


def _change(old: str, new: str) -> None:
    if posting.POST.count(old) != 1:
        raise SystemExit(f"the statement no longer holds {old!r}: plant this fault in another way")
    posting.POST = posting.POST.replace(old, new)


FAULTS: dict[str, Callable[[], None]] = {"ack-before-commit": ack_before_commit, "dedup-off": dedup_off, "sequence-off": sequence_off}
PREPARE = {
    "dedup-off": "alter table message drop constraint message_client",
    "sequence-off": "alter table message drop constraint message_pkey; alter table event drop constraint event_stream_seq",
}
"""What must first be gone from the temporary database, which would otherwise refuse the fault."""


if __name__ == "__main__":
    FAULTS[sys.argv.pop(1)]()
    app()
