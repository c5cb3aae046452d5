"""The keys of our mail: made, put to use, taken out of use; two may sign side by side while one takes over."""

import asyncio
import re
from datetime import UTC

from farol.channels.email.events import MailKeyMade, MailKeyRetired, MailKeyUsed
from farol.channels.email.problems import BadDomain, KeyNotPublished
from farol.channels.email.proof.resolver import names
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound

from . import key_store, published, signing
from .key_store import Key
from .published import Checked

DOMAIN = re.compile(r"(?=.{4,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def domains(kit: Kit, keys: list[Key]) -> list[str]:
    """Those we write from, and those that have a key."""
    settings = kit.settings
    ours = (settings.mail_domain.lower(), settings.mail_from.rpartition("@")[2].lower())
    return list(dict.fromkeys((*ours, *(key.domain for key in keys))))


async def make(kit: Kit, actor: Actor, domain: str) -> Key:
    """A new key for the domain, which signs nothing until it is put to use. Raises BadDomain."""
    domain = domain.lower()
    if not DOMAIN.fullmatch(domain):
        raise BadDomain
    secret, record = await asyncio.to_thread(signing.make)
    async with transaction(kit.db) as tx:
        taken = {key.selector for key in await key_store.keys(tx) if key.domain == domain}
        month = clock.now().astimezone(UTC).strftime("farol%Y%m")
        selector = next(name for name in (month, *(f"{month}-{n}" for n in range(2, 1_000))) if name not in taken)
        sealed = signing.box(kit.settings.secret_key).seal(secret, signing.about(domain, selector))
        id_ = await key_store.add(tx, domain, selector, sealed, record, actor.ref)
        seq = await emit(tx, f"mail_key:{id_}", actor, MailKeyMade(domain, selector))
    await wake(kit.bus, f"mail_key:{id_}", seq)
    return await _key(kit, id_)


async def use(kit: Kit, actor: Actor, id_: int) -> Key:
    """It signs from now on. Raises KeyNotPublished while its record does not stand in the name system."""
    key = await _key(kit, id_)
    if key.state == "signing":
        return key
    record = next((each for each in published.wanted(kit.settings, key.domain, [key]) if each.purpose == "dkim"), None)
    if record is None:
        raise Conflict
    if (await published.check(names(kit), record)).found != "right":
        raise KeyNotPublished(name=key.name)
    async with transaction(kit.db) as tx:
        if not await key_store.sign(tx, id_):
            raise Conflict
        seq = await emit(tx, f"mail_key:{id_}", actor, MailKeyUsed(key.domain, key.selector))
    await wake(kit.bus, f"mail_key:{id_}", seq)
    return await _key(kit, id_)


async def retire(kit: Kit, actor: Actor, id_: int) -> Key:
    """It never signs again; its record may go a week later, when no mail with it is on its way any more."""
    key = await _key(kit, id_)
    async with transaction(kit.db) as tx:
        if not await key_store.retire(tx, id_):
            return key
        seq = await emit(tx, f"mail_key:{id_}", actor, MailKeyRetired(key.domain, key.selector))
    await wake(kit.bus, f"mail_key:{id_}", seq)
    return await _key(kit, id_)


async def check(kit: Kit, domain: str) -> list[Checked]:
    """What the name system says of a domain, asked now. Raises NotFound for one that is none of ours."""
    keys = await key_store.keys(kit.db)
    if domain.lower() not in domains(kit, keys):
        raise NotFound
    mine = [key for key in keys if key.domain == domain.lower()]
    records = published.wanted(kit.settings, domain.lower(), mine)[:20]
    return list(await asyncio.gather(*(published.check(names(kit), record) for record in records)))


async def _key(kit: Kit, id_: int) -> Key:
    found = await key_store.key(kit.db, id_)
    if found is None:
        raise NotFound
    return found
