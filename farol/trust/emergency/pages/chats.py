"""Who comes by the link of ``/stolen`` in a chat: the contacts of the account that chat is bound to need not be typed. They prove as ever by a code."""

from urllib.parse import quote

from farol.channels.messengers import stolen
from farol.channels.messengers.stolen_store import Led
from farol.core.customers.model import mask_email, mask_phone
from farol.kit.core import Kit
from farol.trust.emergency import store

CHAT = "farol_stolen_chat"
"""The link's token, in the browser that sent a code by it, until the freeze is told to the chat."""


def clean(token: str) -> str:
    """What can be such a token at all; empty for anything else."""
    return token if stolen.LEAST <= len(token) <= stolen.MOST and quote(token, safe="") == token else ""


def ways(led: Led) -> list[tuple[str, str]]:
    """Where a code can go: the name of the way, and the contact masked. The phone first: a freeze by it lasts."""
    shown = [("phone", mask_phone(led.phone)), ("email", mask_email(led.email))]
    return [(to, masked) for to, masked in shown if masked]


async def contact(kit: Kit, token: str, to: str) -> str:
    """The account's own contact. The link is spent by it; empty for one that is over."""
    led = await stolen.look(kit, token)
    found = {"phone": led.phone, "email": led.email}.get(to, "") if led else ""
    return found if found and await stolen.spend(kit, token) else ""


async def answer(kit: Kit, token: str, case_id: int) -> None:
    """The chat hears that the order arrived."""
    case = await store.case(kit.db, store.BY_ID, case_id)
    assert case
    await stolen.answer(kit, token, case.customer_id, case.ticket_id, case.number)
