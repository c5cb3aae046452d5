"""Plants the demo's community: members, what they said, and when. Doing it again changes nothing."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from farol.core.customers import store as customers
from farol.core.customers.actions import RIGHTS
from farol.core.customers.model import Identity
from farol.core.people import store as staff
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import Actor
from farol.selfserve.community import begin, checking, moderation_store, store, telling_store
from farol.selfserve.community.actions import joining, levels, posting
from farol.selfserve.community.events import PostWritten, TopicOpened
from farol.selfserve.community.shapes import Policy, Written

from . import cast
from .forum_topics import EVERYBODY, MEMBERS, SHORT, TALKS, Said, Talk

ANY_TOPIC = "select exists (select from forum_topic)"
AGE_TOPIC = """
update forum_topic set opened_at = $2::timestamptz, last_at = $3::timestamptz, accepted = $4, status = $5, status_why = $6, status_at = case when $5 <> 'open' then $3::timestamptz end,
  pinned_at = case when $7 then $3::timestamptz end where id = $1"""
AGE_POST = "update forum_post set at = $3 where topic_id = $1 and n = $2"
AGE_MEMBER = "update forum_member set joined_at = joined_at - interval '200 days', named_at = named_at - interval '200 days'"
FLAGGED = "select id from forum_post where body like 'Mine too.%'"
_OLDEST = 32


class _People(msgspec.Struct, frozen=True):
    """Ids by key: of members and of staff."""

    members: dict[str, int]
    staff: dict[str, int]


async def plant(kit: Kit) -> None:
    """Adds everything where there is no topic yet."""
    await begin.start(kit)
    if await kit.db.fetchval(ANY_TOPIC):
        return
    people = await _people(kit)
    policy = await store.policy(kit.db)
    for talk in (*TALKS, *_short()):
        async with transaction(kit.db) as tx:
            await _tell(kit, tx, people, talk, policy)
    async with transaction(kit.db) as tx:
        flagged = await tx.fetchval(FLAGGED)
        for key, words in (("tomas", "Not an answer"), ("rosa", "")):
            await moderation_store.flag(tx, flagged, people.members[key], "other", words, 1)
    await levels.refresh_all(kit)


async def _people(kit: Kit) -> _People:
    members = {}
    for number, key in enumerate(EVERYBODY):
        who = next((one for one in cast.CUSTOMERS if one.key == key), None)
        known = Identity(who.uid, "demo", who.name, who.email, who.phone, who.language, who.tier, who.time_zone) if who else Identity(
            f"7710{number:04}", "demo", f"Member {number}", lang="zh" if key in ("xiaoman", "ayuan") else "en")
        members[key] = await customers.upsert_known(kit.db, known)
        await joining.name_oneself(kit, Actor("customer", members[key], RIGHTS), MEMBERS[key])
    await kit.db.execute(AGE_MEMBER)
    rows = await staff.everybody(kit.db)
    return _People(members, {who.key: row.id for who in cast.STAFF for row in rows if row.email == who.email})


async def _tell(kit: Kit, tx: Tx, people: _People, talk: Talk, policy: Policy) -> None:
    opened = clock.now() - timedelta(days=talk.days)
    customer_id, staff_id = people.members.get(talk.by), people.staff.get(talk.by)
    kind, state = ("idea" if talk.category == "ideas" else "question"), ("held" if talk.held else "shown")
    topic_id: int = await tx.fetchval(store.OPEN, kind, talk.category, talk.language, talk.title, customer_id, staff_id, state, [])
    stream = f"forum:{topic_id}"
    actor = Actor("customer" if customer_id else "staff", customer_id or staff_id or 0, frozenset())
    await emit(tx, stream, actor, TopicOpened(kind, talk.category, talk.held), public=not talk.held)
    first = msgspec.structs.replace(_written(kit, talk, 1, talk.text, policy), held=talk.held)
    await store.add_post(tx, topic_id, 1, first, customer_id, staff_id)
    await tx.execute(AGE_POST, topic_id, 1, opened)
    if customer_id:
        await telling_store.follow(tx, topic_id, customer_id, True)
    for n, said in enumerate(talk.posts, 2):
        await store.spend_n(tx, topic_id)
        await store.add_post(tx, topic_id, n, _written(kit, talk, n, said.text, policy), people.members.get(said.by), people.staff.get(said.by))
        await tx.execute(AGE_POST, topic_id, n, opened + timedelta(hours=said.hours))
        await emit(tx, stream, actor, PostWritten(n, ""), public=True)
    for voter in talk.votes:
        await telling_store.vote(tx, topic_id, people.members[voter], True)
    await posting.settle(tx, topic_id)
    answer = next((n for n, said in enumerate(talk.posts, 2) if said.answer), None)
    await tx.execute(AGE_TOPIC, topic_id, opened, _last(talk, opened), answer, talk.status, talk.why, talk.pinned)


def _last(talk: Talk, opened: datetime) -> datetime:
    return opened + timedelta(hours=max((said.hours for said in talk.posts), default=0))


def _written(kit: Kit, talk: Talk, n: int, words: str, policy: Policy) -> Written:
    return checking.written(_id(talk, n), words.replace("{help}", f"{kit.settings.public_url}/help"), None, policy)


def _id(talk: Talk, n: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"farol-demo-forum:{talk.title}:{n}")


def _short() -> list[Talk]:
    return [
        Talk(by, language, category, title, question, _OLDEST + number, (Said("harbour", answer, 3 + number % 5, True),))
        for number, (by, language, category, title, question, answer) in enumerate(SHORT)]
