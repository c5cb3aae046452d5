"""Setting how mail looks, seeing it first, going back, and finding the one for a customer."""

import base64

from msgspec.structs import replace

from farol.channels.email import address
from farol.channels.email.doors import mailbox_store
from farol.channels.email.events import LetterheadChanged
from farol.channels.email.problems import LetterheadWrong
from farol.desk.guard.links import hosts
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Tongue
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound
from farol.kit.settings import Settings

from . import body, key_store, letterhead, letterhead_store, servers
from .letter import Letter, Part
from .letterhead import DEFAULT, Kept, Letterhead
from .words import Words


async def of(db: Reads, settings: Settings, customer_id: int, ticket_id: int | None = None) -> tuple[str, Letterhead]:
    """The key and letterhead for a customer: the one of the mailbox that their ticket came in by, where that names a brand, else one that
    names their company or tier, else the default, else what the settings say."""
    entity, tier = await letterhead_store.whose(db, customer_id)
    known = await letterhead_store.all_(db)
    brand = await mailbox_store.brand(db, ticket_id) if ticket_id is not None else ""
    if branded := next((one for one in known if brand and brand.casefold() in (one.key, one.content.brand.casefold())), None):
        return branded.key, branded.content
    fitting = [one for one in known if one.key != DEFAULT and one.content.fits(entity, tier)]
    fitting.sort(key=lambda one: (-bool(one.content.entities) - bool(one.content.tiers), one.key))
    named = [one for one in fitting if one.content.entities or one.content.tiers]
    chosen = next(iter(named), None) or next((one for one in known if one.key == DEFAULT), None)
    key, head = (chosen.key, chosen.content) if chosen else ("", Letterhead(settings.brand, settings.brand_colour))
    return key, replace(head, brand=brand) if brand else head


async def put(kit: Kit, actor: Actor, key: str, head: Letterhead, version: int) -> Kept:
    """Sets it, if it still has that version. Raises LetterheadWrong, Conflict."""
    await _check(kit, key, head)
    async with transaction(kit.db) as tx:
        if not version and len(await letterhead_store.all_(tx)) >= letterhead.MOST:
            raise LetterheadWrong(field="key", why="many")
        made = await letterhead_store.set_(tx, key, head, actor.ref, version)
        if made is None:
            raise Conflict
        seq = await emit(tx, f"letterhead:{made[0]}", actor, LetterheadChanged(key, made[1]))
    await wake(kit.bus, f"letterhead:{made[0]}", seq)
    return await one(kit, key)


async def undo(kit: Kit, actor: Actor, key: str, to: int, version: int) -> Kept:
    """Puts an earlier version back, as a new one. Raises NotFound, Conflict, and LetterheadWrong for one that may be set no longer."""
    found = next((each for each in await letterhead_store.versions(kit.db, key) if each.version == to), None)
    if found is None:
        raise NotFound
    return await put(kit, actor, key, found.content, version)


async def one(kit: Kit, key: str) -> Kept:
    """Raises NotFound."""
    found = await letterhead_store.by_key(kit.db, key)
    if found is None:
        raise NotFound
    return found


async def preview(kit: Kit, head: Letterhead, lang: Tongue) -> dict[str, str]:
    """A mail as it would be, in both forms, with the brand it was made for. Raises LetterheadWrong."""
    await _check(kit, "preview", head)
    settings, words = kit.settings, Words(lang)
    letter = dress(settings, head, Letter(
        message_id=address.message_id(settings, "preview"), sender=f"reply@{settings.mail_domain}", recipient=f"customer@{settings.mail_domain}",
        number="FRL-2026-000000", subject="", parts=(Part("Ana", words.secrets, 0),), references=(), at=clock.now(), lang=lang, brand=head.brand,
        portal=f"{settings.public_url}/my", automatic=False, stolen=f"{settings.public_url}/stolen", verify=f"{settings.public_url}/verify", word="••••"))
    shown = body.rich(letter, words).replace(f"cid:{body.LOGO}", f"data:image/png;base64,{base64.b64encode(letter.logo).decode()}")
    return {"brand": head.brand, "from": letter.from_address or letter.sender, "html": shown, "text": body.plain(letter, words).replace("\r\n", "\n")}


def dress(settings: Settings, head: Letterhead, letter: Letter) -> Letter:
    """The letter on that paper."""
    return replace(letter, brand=head.brand, colour=head.colour, logo=head.picture(), from_address=head.address, footer=head.foot(letter.lang),
                   signature=letter.signature if head.signature else "", hosts=hosts(settings))


async def _check(kit: Kit, key: str, head: Letterhead) -> None:
    settings = kit.settings
    keys = await key_store.keys(kit.db)
    domains = (settings.mail_domain.lower(), settings.mail_from.rpartition("@")[2].lower(), *(key.domain for key in keys if key.state == "signing"),
               *await servers.domains(kit))
    if wrong := letterhead.fault(key, head, domains, hosts(settings)):
        raise LetterheadWrong(field=wrong[0], why=wrong[1])
