"""Who does not want to be told is not told: by topic or of nothing at all, on a page or with one click in a mail."""

from datetime import timedelta

from farol.desk.plays import store, tokens
from farol.desk.plays.events import PlayStopped
from farol.desk.plays.model import ALL, topics
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import ANYONE, Actor
from farol.kit.problem import NotFound

KEPT = timedelta(days=90)
AT_ONCE = 5_000


async def choose(kit: Kit, actor: Actor, uid: str, wanted: list[str]) -> None:
    """The topics they want to be told of, and no others; none of them: nothing at all."""
    wanted = [topic for topic in topics() if topic in wanted]
    gone = [topic for topic in topics() if topic not in wanted] if wanted else [ALL]
    async with db.transaction(kit.db) as tx:
        await store.want(tx, uid, [*topics(), ALL])
        await store.stop(tx, uid, gone, "page")
        seq = await emit(tx, f"customer:{actor.id}", actor, PlayStopped(wanted, "page"))
    await wake(kit.bus, f"customer:{actor.id}", seq)


async def stop_by_mail(kit: Kit, token: str, *, everything: bool) -> str:
    """What the token of a mail allows: no more of its topic, or of any; returns the topic. Raises NotFound for a token that is not ours."""
    message_id = tokens.read(kit.settings.secret_key, token)
    message = await store.message(kit.db, message_id) if message_id is not None else None
    if message is None:
        raise NotFound
    topic = ALL if everything else message.topic
    async with db.transaction(kit.db) as tx:
        await store.stop(tx, message.uid, [topic], "mail")
        gone = await store.stopped(tx, message.uid)
        left = [each for each in topics() if store.wants(each, gone)]
        seq = await emit(tx, f"play:{message.id}", ANYONE, PlayStopped(left, "mail"))
    await wake(kit.bus, f"play:{message.id}", seq)
    return topic


async def topic_of(kit: Kit, token: str) -> str:
    """The topic of a mail's token; empty for one that is not ours."""
    message_id = tokens.read(kit.settings.secret_key, token)
    message = await store.message(kit.db, message_id) if message_id is not None else None
    return message.topic if message else ""


async def prune(kit: Kit) -> None:
    """Forgets messages of three months ago that nobody answered."""
    while await store.prune(kit.db, KEPT, AT_ONCE) == AT_ONCE:
        pass
