"""What every tool page has: who looks, the ways to the other tools, and what is said when the exchange does not tell."""

from typing import Any

from farol.core.customers.model import Customer
from farol.core.exchange.shapes import Reader as Times
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Say
from farol.kit.permission import Actor
from farol.kit.web import Page, Response, redirect
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from farol.selfserve.portal.view import Reader

from .asking import State
from .words import Words

TOOLS: tuple[tuple[str, Say], ...] = (
    ("/my/withdrawals", Words.my_withdrawals), ("/my/deposits", Words.my_deposits), ("/my/trace", Words.tr_title),
    ("/my/holds", Words.my_holds), ("/my/kyc", Words.my_kyc), ("/my/liquidations", Words.my_liquidations),
)
"""Path and name of each, in the order in which they are listed."""


async def came(kit: Kit, actor: Actor, request: AnyRequest, path: str, lang: str) -> tuple[Reader, Customer] | Page | Response[None]:
    """Who looks at the page of that path; or what they get instead: the page in the language they chose, or the way in."""
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=path)
    return reader, customer


def page(kit: Kit, reader: Reader, customer: Customer, path: str, state: State) -> dict[str, Any]:
    """Values of the layout. state: how the exchange answered; ``untold``: what is said when it did not."""
    words = Words(reader.lang)
    untold = {"ok": "", "down": words.to_down, "refused": words.to_refused, "not_offered": words.to_not_offered}[state]
    tools = [(href, name.text(reader.lang), path.startswith(href)) for href, name in TOOLS]
    return {**portal.page(kit, reader, customer, path), "w": words, "untold": untold, "tools": tools, "full": words.full_stop}


def times(reader: Reader) -> Times:
    """For whom the exchange's times are written."""
    return Times(clock.now(), reader.zone)
