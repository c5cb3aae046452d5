"""``/my/deposits``: what came in lately, and what each still waits for."""

from farol.core.exchange import CoreLink
from farol.core.exchange.model import Deposit
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import Page, Response, get
from farol.selfserve.portal.entrance import AnyRequest

from .asking import Answer, ask, why
from .depositing import LOOK_BACK, row
from .frame import came, page

HOME = "/my/deposits"


@get("/my/deposits", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer: Answer[list[Deposit]] = Answer("ok", [])
    if customer.uid:
        read = kit.get(CoreLink).deposits(why(actor, "customer.deposits"), customer.uid, clock.now() - LOOK_BACK)
        answer = await ask(read)
    found = answer.value or []
    rows = [row(one, reader, found) for one in found]
    return Page("tools/deposits.html", {
        **page(kit, reader, customer, HOME, answer.state), "rows": rows, "counts": any(one["counts"] for one in rows)})


routes = [home]
