"""The glossary: words of the trade in both languages, with what they mean."""

import asyncpg

from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound

from .. import store, topic_store
from ..events import TermRemoved, TermSaved
from ..problems import TermTaken


async def save_term(
    kit: Kit, actor: Actor, zh: str, en: str, meaning_zh: str, meaning_en: str, term_id: int = 0, version: int = 0,
) -> int:
    """Adds a term, or changes the one that was read at this version. Returns its id. Raises NotFound, Conflict, TermTaken."""
    words = (zh, en, meaning_zh, meaning_en)
    try:
        async with transaction(kit.db) as tx:
            await check_told(tx, actor, *words)
            if term_id:
                if await tx.fetchval(topic_store.SET_TERM, term_id, version, *words) is None:
                    raise Conflict if await topic_store.term(tx, term_id) else NotFound
            else:
                term_id = int(await tx.fetchval(topic_store.ADD_TERM, *words))
            await store.bump(tx)
            seq = await emit(tx, f"term:{term_id}", actor, TermSaved(zh, en))
    except asyncpg.UniqueViolationError:
        raise TermTaken from None
    await wake(kit.bus, f"term:{term_id}", seq)
    return term_id


async def remove_term(kit: Kit, actor: Actor, term_id: int) -> None:
    """Takes a term out. Raises NotFound."""
    async with transaction(kit.db) as tx:
        en = await tx.fetchval(topic_store.REMOVE_TERM, term_id)
        if en is None:
            raise NotFound
        await store.bump(tx)
        seq = await emit(tx, f"term:{term_id}", actor, TermRemoved(en))
    await wake(kit.bus, f"term:{term_id}", seq)
