"""Connecting an account of ours, changing what is known of it, testing and removing it."""

import asyncio
import re
import secrets as random

import msgspec
import structlog

from farol.channels.connections import sealing, store
from farol.channels.connections.elsewhere import Failed
from farol.channels.connections.events import (
    ConnectionChanged,
    ConnectionMade,
    ConnectionRemoved,
    ConnectionTested,
)
from farol.channels.connections.kinds import KINDS, Known
from farol.channels.connections.model import Connection, Kind, Probe
from farol.channels.connections.problems import ConnectionRefused, KindUnknown, OnlyOne
from farol.channels.connections.problems import ConnectionRemoved as Gone
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .knowing import forget

log = structlog.get_logger()
TEST_S = 12.0


def kind_of(channel: str) -> Known:
    """The kind of that key. Raises KindUnknown."""
    if channel not in KINDS:
        raise KindUnknown
    return KINDS[channel]


def checked(kind: Kind, given: dict[str, str], *, there: frozenset[str] = frozenset()) -> dict[str, str]:
    """What was given, stripped, with defaults. there: secrets that are kept already. Raises Invalid with each field that is wrong."""
    wrong = [{"field": key, "why": "not a field of this channel"} for key in given if sealing.field_of(kind, key) is None]
    values: dict[str, str] = {}
    for field in kind.fields:
        value = given.get(field.key, "").strip() or ("" if field.key in there else field.default)
        if not value:
            if field.required and field.key not in there:
                wrong.append({"field": field.key, "why": "is needed"})
        elif "\0" in value or not re.fullmatch(field.pattern, value, re.DOTALL):
            wrong.append({"field": field.key, "why": "does not have the right form"})
        else:
            values[field.key] = value
    if wrong:
        raise Invalid(errors=wrong)
    return values


async def ask(kit: Kit, known: Known, connection: Connection) -> Probe:
    """Asks the platform who we are; whatever goes wrong is an answer."""
    try:
        async with asyncio.timeout(TEST_S):
            return await known.test(kit, connection)
    except TimeoutError:
        return Probe(False, said="no answer in time")
    except Failed as failure:
        return Probe(False, said=failure.said)
    except Exception as error:
        log.exception("connections.test_broke", channel=connection.channel)
        return Probe(False, said=f"the test broke ({type(error).__name__})")


async def connect(
    kit: Kit, actor: Actor, channel: str, name: str, given: dict[str, str], regions: list[str] | None = None, tiers: list[str] | None = None,
) -> tuple[int, Probe]:
    """A new connection, tested first. The platform away: kept, but paused until it was reached. Raises KindUnknown, Invalid, OnlyOne,
    and ConnectionRefused with the platform's words where it says that it will never work so: then nothing is kept."""
    known = kind_of(channel)
    settings, secret = sealing.parted(known.kind, checked(known.kind, given))
    token = random.token_urlsafe(24)
    trial = Connection(0, channel, name, token, "paused", "", settings, secret, {}, tuple(regions or ()), tuple(tiers or ()))
    found = await ask(kit, known, trial)
    if found.final and not found.works:
        raise ConnectionRefused(said=found.said or "refused")
    async with transaction(kit.db) as tx:
        await store.lock_kind(tx, channel)
        if not known.kind.several and await store.of_channel(tx, channel):
            raise OnlyOne
        state = "active" if found.works else "paused"
        id_ = await store.add(tx, channel, name, token, state, found.account, settings, regions or [], tiers or [], "" if found.works else found.said)
        if secret:
            await store.seal(tx, id_, sealing.sealed(kit, id_, secret))
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionMade(channel, name, found.account))
    await wake(kit.bus, f"connection:{id_}", seq)
    if found.works:
        found = await begin(kit, id_, found)
    return id_, found


async def begin(kit: Kit, id_: int, found: Probe) -> Probe:
    """Tells the platform that we listen. Where it refuses, the connection stays and says so: answers still go out."""
    row = await store.by_id(kit.db, id_)
    assert row
    start = kind_of(row.channel).begin
    if start is None:
        return found
    try:
        async with asyncio.timeout(TEST_S):
            await start(kit, sealing.opened(kit, row))
    except (Failed, TimeoutError) as failure:
        said = failure.said if isinstance(failure, Failed) else "no answer in time"
        await store.set_begun(kit.db, id_, False)
        return msgspec.structs.replace(found, works=False, said=said)
    await store.set_begun(kit.db, id_, True)
    forget(id_, row.token)
    return found


async def end(kit: Kit, connection: Connection) -> None:
    """Tells the platform that we no longer listen; where it does not hear, nothing is lost."""
    stop = kind_of(connection.channel).end if connection.channel in KINDS else None
    if stop is None:
        return
    try:
        async with asyncio.timeout(TEST_S):
            await stop(kit, connection)
    except (Failed, TimeoutError) as failure:
        log.info("connections.end_not_heard", channel=connection.channel, why=str(failure)[:200])


async def change(
    kit: Kit, actor: Actor, id_: int, *, name: str | None = None, given: dict[str, str] | None = None, regions: list[str] | None = None,
    tiers: list[str] | None = None,
) -> None:
    """Sets what is given; a secret that is left out stays. Raises NotFound, ConnectionRemoved, Invalid."""
    async with transaction(kit.db) as tx:
        row = await _there(tx, id_)
        kind = kind_of(row.channel).kind
        has = sealing.opened(kit, row)
        settings, secret, fields = row.settings, has.secrets, [f for f, v in (("name", name), ("regions", regions), ("tiers", tiers)) if v is not None]
        if given is not None:
            hidden_keys = {field.key for field in kind.fields if field.secret}
            given = {key: value for key, value in given.items() if value.strip() or key not in hidden_keys}
            there = frozenset(key for key in (*has.secrets, *row.settings) if key not in given)
            new, hidden = sealing.parted(kind, checked(kind, given, there=there))
            settings, secret = {**{k: v for k, v in row.settings.items() if k not in given}, **new}, {**has.secrets, **hidden}
            fields += sorted({*new, *hidden})
        await store.change(
            tx, id_, row.name if name is None else name, settings, sealing.sealed(kit, id_, secret) if secret else None,
            row.regions if regions is None else regions, row.tiers if tiers is None else tiers)
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionChanged(fields))
    forget(id_, row.token)
    await wake(kit.bus, f"connection:{id_}", seq)


async def probe(kit: Kit, actor: Actor, id_: int) -> Probe:
    """Asks the platform now. It changes nothing but what is known of the account. Raises NotFound, ConnectionRemoved."""
    row = await store.by_id(kit.db, id_)
    if row is None:
        raise NotFound
    if row.state == "removed":
        raise Gone
    found = await ask(kit, kind_of(row.channel), sealing.opened(kit, row))
    async with transaction(kit.db) as tx:
        await store.set_account(tx, id_, found.account)
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionTested(found.works, found.said))
    forget(id_, row.token)
    await wake(kit.bus, f"connection:{id_}", seq)
    return found


async def remove(kit: Kit, actor: Actor, id_: int) -> None:
    """Ends it for good: its secrets are gone, its webhook's address answers no more. Raises NotFound."""
    async with transaction(kit.db) as tx:
        row = await store.by_id(tx, id_, lock=True)
        if row is None:
            raise NotFound
        if row.state == "removed":
            return
        was = sealing.opened(kit, row)
        await store.remove(tx, id_)
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionRemoved(row.channel))
    forget(id_, row.token)
    await wake(kit.bus, f"connection:{id_}", seq)
    if row.begun:
        await end(kit, was)


async def _there(tx: Tx, id_: int) -> store.Row:
    row = await store.by_id(tx, id_, lock=True)
    if row is None:
        raise NotFound
    if row.state == "removed":
        raise Gone
    return row
