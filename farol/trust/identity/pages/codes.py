"""The codes of a phone call or a chat, as the customer finds them."""

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from farol.trust.identity import actions
from farol.trust.identity.words import Words

from . import view

PATH = "/verify-me/code"
AGAIN_S = 5
"""How often the page asks again by itself while no pair stands, without a script."""


@get(PATH, can=Can.ANYONE)
async def codes(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "", did: str = "") -> Page | Response[None]:
    """The pair that stands: what to hear and what to read out. It turns over by itself when the two minutes are over."""
    if i18n.is_tongue(lang):
        return redirect(PATH, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None or customer.uid is None:
        return door(kit, reader, status=401, towards=PATH)
    limit("identity_code_page", actor.ref, rate_per_s=1, burst=60)
    shown = await actions.my_codes(kit, actor)
    values = {**view.page(kit, reader, customer, PATH), "shown": None, "denied": did == "denied"}
    if shown:
        spaced = [f"{one[:3]} {one[3:]}" for one in (shown.hear, shown.read_out)]
        who = Words(reader.lang).code_who.format(alias=shown.alias, number=shown.number, at=reader.when(shown.expires_at))
        values |= {"shown": shown, "hear": spaced[0], "read_out": spaced[1], "who_asks": who}
    again = view.left_s(shown.expires_at) if shown else AGAIN_S
    return Page("identity/code.html", values, headers={"refresh": f"{again}; url={PATH}"} if not did else {})


@post(PATH + "/denial", can=Can.OWN_TICKETS)
async def deny(kit: Kit, actor: Actor, request: AnyRequest) -> Response[None]:
    """The customer talks with nobody."""
    limit("identity_deny", actor.ref, rate_per_s=0.2, burst=10)
    typed = str((await request.form()).get("pair", ""))
    if typed.isascii() and typed.isdigit() and len(typed) <= 18:
        await actions.deny_codes(kit, actor, int(typed))
    return redirect(f"{PATH}?did=denied")


routes = [codes, deny]
