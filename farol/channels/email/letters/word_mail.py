"""The mail that says that a customer's word was changed. It holds neither the old nor the new one."""

from datetime import datetime

from farol.channels.email import address
from farol.channels.email.reading import plain
from farol.core.customers import store as customers
from farol.core.customers.model import Customer, mask_email
from farol.core.genuine import actions as genuine
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import lang_of, moment, tongue_of
from farol.kit.settings import Settings

from . import letterheads, returned_store
from .letterhead import Letterhead
from .trying import attempt
from .word_words import WordWords


async def send(kit: Kit, customer_id: int, there: bool, at: datetime) -> float:
    """Tells them; the seconds after which to try again, 0 when there is nothing left to do. The same change has the same Message-ID."""
    customer = await customers.customer(kit.db, customer_id)
    if customer is None or not customer.uid or not kit.settings.smtp_host:
        return 0.0
    if await returned_store.suppressed(kit.db, address.mailbox(customer.email)):
        return 0.0
    async with transaction(kit.db) as tx:
        _, head = await letterheads.of(tx, kit.settings, customer.id)
        verify = await genuine.link(tx, kit.settings, "email", recipient=mask_email(customer.email), title="", customer_id=customer.id)
    try:
        raw = build(kit.settings, customer, there, at, verify, head)
    except ValueError:
        return 0.0
    end = await attempt(kit, address.plain(kit.settings), customer.email, raw, at)
    return max(end.after_s, 60.0) if end.state == "away" else 0.0


def build(settings: Settings, customer: Customer, there: bool, at: datetime, verify: str, head: Letterhead) -> bytes:
    """The mail. Raises ValueError when the address is not one."""
    words = WordWords(tongue_of(customer.language))
    paper = plain.Stamp(head.brand, footer=head.foot(words.lang))
    when = moment(at, at, words.lang, customer.time_zone)
    lines = [
        (words.now_there if there else words.now_gone).format(at=when), "", words.not_you.format(url=f"{settings.public_url}/stolen"), "",
        "--", words.secrets, words.verify_link.format(url=verify),
    ]  # fmt: skip
    id_ = address.message_id(settings, f"word:{customer.id}:{at.isoformat()}")[1:].partition("@")[0]
    return plain.build(settings, plain.Plain(
        customer.email, settings.brand, words.changed, id_, "\r\n".join(lines) + "\r\n", lang_of(customer.language), at,
        more=("X-Auto-Response-Suppress: All",)), paper)
