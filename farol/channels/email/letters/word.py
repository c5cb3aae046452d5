"""The word by which a customer knows our mail: theirs alone, sealed, in mail to them and nowhere else."""

import re
from datetime import datetime

import msgspec

from farol.channels.email.events import MailWordChanged
from farol.channels.email.problems import WordNeedsAccount, WordWrong
from farol.core.customers import store as customers
from farol.core.shield import scrub
from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.secretbox import SecretBox
from farol.kit.settings import Settings

from . import word_store

_FORM = re.compile(r"[^\W_](?:[^\W_]|[ -](?=[^\W_])){2,22}[^\W_]")


class Shown(msgspec.Struct, frozen=True):
    """What its customer sees of it: whether there is one, since when, and its first and last letter."""

    there: bool
    at: datetime | None = None
    hint: str = ""


async def of(db: Reads, settings: Settings, customer_id: int) -> str:
    """The word, for a mail to that customer's own address; empty when there is none."""
    found = await word_store.word(db, customer_id)
    return _box(settings).open(found.sealed, _about(customer_id)).decode() if found else ""


async def shown(kit: Kit, actor: Actor) -> Shown:
    """What the customer has set."""
    found, word = await word_store.word(kit.db, actor.id), await of(kit.db, kit.settings, actor.id)
    return Shown(True, found.at, f"{word[0]}•••{word[-1]}") if found and word else Shown(False)


async def put(kit: Kit, actor: Actor, word: str) -> Shown:
    """Sets or changes it; a mail says so. Raises WordWrong and, for who has no account, WordNeedsAccount: anybody may type an address."""
    word = " ".join(word.split())
    if not _FORM.fullmatch(word) or scrub(word).removed:
        raise WordWrong
    customer = await customers.customer(kit.db, actor.id)
    if customer is None or not customer.uid:
        raise WordNeedsAccount
    if word == await of(kit.db, kit.settings, actor.id):
        return await shown(kit, actor)
    sealed = _box(kit.settings).seal(word.encode(), _about(actor.id))
    async with transaction(kit.db) as tx:
        await word_store.put(tx, actor.id, sealed)
        seq = await emit(tx, f"mail_word:{actor.id}", actor, MailWordChanged(True))
    await wake(kit.bus, f"mail_word:{actor.id}", seq)
    return await shown(kit, actor)


async def remove(kit: Kit, actor: Actor) -> None:
    """Takes it away; a mail says so. Doing it again changes nothing."""
    async with transaction(kit.db) as tx:
        seq = 0
        if await word_store.remove(tx, actor.id):
            seq = await emit(tx, f"mail_word:{actor.id}", actor, MailWordChanged(False))
    if seq:
        await wake(kit.bus, f"mail_word:{actor.id}", seq)


def _box(settings: Settings) -> SecretBox:
    return SecretBox(settings.secret_key, "mail word")


def _about(customer_id: int) -> str:
    return f"customer:{customer_id}"
