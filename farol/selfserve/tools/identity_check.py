"""``/my/kyc``: where the identity check stands, and for each reason it was refused what to change."""

from typing import Any

from farol.core.exchange import CoreLink
from farol.core.exchange.errors import look_up
from farol.core.exchange.model import Kyc
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import Page, Response, get
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.view import Reader

from .asking import Answer, ask, why
from .frame import came, page
from .words import Words

HOME = "/my/kyc"
REFUSED = ("retry", "final_reject")


@get("/my/kyc", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer: Answer[Kyc] = Answer("ok")
    if customer.uid:
        answer = await ask(kit.get(CoreLink).kyc(why(actor, "customer.kyc"), customer.uid))
    return Page("tools/kyc.html", {**page(kit, reader, customer, HOME, answer.state), "kyc": shown(answer.value, reader) if answer.value else None})


def shown(kyc: Kyc, reader: Reader) -> dict[str, Any]:
    """The check in words. A code no dictionary knows is not shown: a person has to say what it means."""
    words = Words(reader.lang)
    state = Words.ky_states.get(kyc.state, Words.ky_unknown)
    refused = kyc.state in REFUSED
    found = {one.key: one for code in kyc.reject_codes for one in look_up(code) if one.kind == "kyc"} if refused else {}
    unread = refused and (not kyc.reject_codes or any(not look_up(code) for code in kyc.reject_codes))
    return {
        "state": state.text(reader.lang), "level": words.ky_level.format(level=kyc.level) if kyc.level else "", "refused": refused,
        "eta": words.ky_eta.format(at=reader.when(kyc.eta_at)) if kyc.eta_at and kyc.state == "pending" else "",
        "left": words.ky_left.format(n=kyc.attempts_left) if kyc.attempts_left is not None and kyc.state == "retry" else "",
        "unread": words.ky_unread if unread else "", "reason": "acc.kyc_rejected" if refused else "acc.kyc_pending",
        "rows": [(one.cause.of(reader.lang), one.fix.of(reader.lang), one.article, one.final) for one in found.values()],
    }  # fmt: skip


routes = [home]
