"""The mails behind a ticket's words, as they came: one click away, read anew from the sealed bytes in a process that may die."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime

import msgspec

from farol.core.customers.model import mask_email, mask_phone, mask_uid
from farol.core.shield import scrub
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.files.names import shown
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.kit.secretbox import SecretBox

from . import originals_store as store
from .events import MailRawTaken
from .model import Forwarded, Refused
from .originals_store import Kept, Row
from .problems import MailForgotten, MailUnreadable
from .proof import proof_store, words
from .proof.model import Proof
from .reading.original import Original
from .reading.pool import ParserDied, Parsers

_AT_ONCE = asyncio.Semaphore(2)
_TOKEN = re.compile(r"(reply\+)[a-z2-7]{32}(?=@)", re.IGNORECASE)


class Of(msgspec.Struct, frozen=True):
    """A mail of a ticket. seq: the message it became. sender: masked. forgotten: its bytes held a secret and are gone. left_out: what of it is
    not in the ticket, and what staff have to know of it, by language.

    proof: what was found about who sent it, None while nobody looked. said, warned: the same in a sentence, by language.
    """

    id: int
    at: datetime
    seq: int | None
    sender: str
    state: str
    reason: str
    flags: list[str]
    copies: int
    files: int
    forgotten: bool
    proof: Proof | None = None
    said: dict[str, str] | None = None
    warned: dict[str, str] | None = None
    left_out: list[dict[str, str]] = []


class Picture(msgspec.Struct, frozen=True):
    """A picture shown in place. number: as in ``data-picture`` of the HTML. file: to be had at the files' address; null when it was refused."""

    number: int
    name: str
    file: str | None


class Shown(msgspec.Struct, frozen=True):
    """A mail to be looked at. cuts: lines of ``text`` (from, before) that the message leaves out.

    html: loads nothing, runs nothing; empty when there is none or when a secret had to be hidden. remote: how many pictures
    elsewhere it names (``data-remote``). hidden: kinds of secrets that were taken out of the words.
    """

    headers: list[tuple[str, str]]
    text: str
    cuts: list[tuple[int, int]]
    html: str
    remote: int
    pictures: list[Picture]
    files: list[str]
    forwarded: list[Forwarded]
    hidden: list[str]


async def mails(kit: Kit, ticket_id: int) -> list[Of]:
    """The ticket's mails, newest first."""
    rows = await store.mails(kit.db, ticket_id)
    found = await proof_store.proofs(kit.db, [row.id for row in rows])
    return [_of(row, found.get(row.id)) for row in rows]


def _of(row: Row, proof: Proof | None) -> Of:
    return Of(
        row.id, row.at, row.seq, mask_email(row.sender), row.state, row.reason, row.flags, row.copies, row.files, row.size == 0,
        proof, words.sentence(proof) if proof else None, words.warning(proof) if proof else None, row.left_out)


async def original(kit: Kit, ticket_id: int, mail_id: int) -> Shown:
    """All of one mail. Raises NotFound, MailForgotten, MailUnreadable."""
    kept = await _kept(kit, ticket_id, mail_id)
    found = await _read(_opened(kit, kept))
    said = scrub(found.text)
    html = scrub(found.html)
    masked = _masking(kept.personal)
    named = {file.name: str(file.id) for file in await store.files_named(kit.db, kept.files or [])}
    return Shown(
        headers=[(name, masked(_TOKEN.sub(r"\1…", scrub(value).text))) for name, value in found.headers],
        text=masked(said.text), cuts=[] if said.removed else list(found.cuts),
        # A masked secret may have lain across tags, where masking cannot reach.
        html="" if said.removed or html.removed else masked(_TOKEN.sub(r"\1…", found.html)), remote=len(found.remote),
        pictures=[Picture(each.number, each.name, named.get(shown(each.name))) for each in found.pictures],
        files=found.files, forwarded=found.forwarded, hidden=list(dict.fromkeys((*said.removed, *html.removed))),
    )


def _masking(personal: list[str | None]) -> Callable[[str], str]:
    """Masks what the customer's panel masks too: the sender's and the customer's address, their telephone number and their uid."""
    known = {word.casefold(): mask_email(word) if "@" in word else mask_phone(word) if word.startswith("+") else mask_uid(word) for word in personal if word}
    if not known:
        return str
    anywhere = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))), re.IGNORECASE)
    return lambda text: anywhere.sub(lambda found: known[found[0].casefold()], text)


async def remote(kit: Kit, ticket_id: int, mail_id: int, number: int) -> str:
    """The address of a picture that the mail names and did not bring. Raises NotFound, MailForgotten, MailUnreadable."""
    found = await _read(_opened(kit, await _kept(kit, ticket_id, mail_id)))
    if not 0 <= number < len(found.remote) or scrub(found.text).removed or scrub(found.html).removed:
        raise NotFound
    return found.remote[number]


async def raw(kit: Kit, actor: Actor, ticket_id: int, mail_id: int) -> bytes:
    """The bytes as they came; that somebody took them is an event. Raises NotFound, MailForgotten."""
    kept = await _kept(kit, ticket_id, mail_id)
    opened = _opened(kit, kept)
    async with transaction(kit.db) as tx:
        stream = f"mail_in:{mail_id}"
        seq = await emit(tx, stream, actor, MailRawTaken(ticket_id))
    await wake(kit.bus, stream, seq)
    return opened


async def _kept(kit: Kit, ticket_id: int, mail_id: int) -> Kept:
    kept = await store.kept(kit.db, ticket_id, mail_id)
    if kept is None:
        raise NotFound
    if not kept.raw:
        raise MailForgotten
    return kept


def _opened(kit: Kit, kept: Kept) -> bytes:
    return SecretBox(kit.settings.secret_key, "mail").open(kept.raw, kept.digest.hex())


async def _read(opened: bytes) -> Original:
    """In a process of its own that ends afterwards: pages are seldom looked at, and a web process keeps no children."""
    async with _AT_ONCE:
        parsers = Parsers(1)
        try:
            found = await parsers.original(opened)
        except ParserDied:
            raise MailUnreadable from None
        finally:
            await parsers.stop()
    if isinstance(found, Refused):
        raise MailUnreadable
    return found
