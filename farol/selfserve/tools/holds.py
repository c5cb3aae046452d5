"""``/my/holds``: what an account cannot do for now, what set it off, and when it ends by itself."""

from typing import Any

from farol.core.exchange import CoreLink
from farol.core.exchange.holds import hold_view, running
from farol.core.exchange.model import Hold, Security
from farol.core.exchange.reasons import TRIGGERS
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.web import Page, Response, get
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.view import Reader

from .asking import Answer, ask, why
from .frame import came, page, times
from .words import Words

HOME = "/my/holds"
SECURITY = frozenset({"security_change", "new_device", "new_address"})
"""Types that follow from something a thief would do."""
TICKETS = {"travel_rule": "dep.compliance_hold", "source_of_funds": "dep.compliance_hold", "p2p_dispute": "p2p.paid_not_released",
           "kyc_review": "acc.kyc_pending", "kyc_limit": "acc.kyc_pending", "self_freeze": "sec.freeze_unfreeze"}
"""What to write about, by trigger or type; any other is a hold after a change."""


@get("/my/holds", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer: Answer[Security] = Answer("ok")
    if customer.uid:
        answer = await ask(kit.get(CoreLink).security(why(actor, "customer.holds"), customer.uid))
    holds = [shown(one, reader) for one in (answer.value.holds if answer.value else []) if running(one, times(reader))]
    return Page("tools/holds.html", {**page(kit, reader, customer, HOME, answer.state), "rows": holds})


def shown(hold: Hold, reader: Reader) -> dict[str, Any]:
    """One. Of a hold that may not be disclosed neither trigger, nor end, nor whether anybody can lift it is told."""
    view, words = hold_view(hold, times(reader)), Words(reader.lang)
    trigger = TRIGGERS.get(view.trigger)
    values: dict[str, Any] = {"line": view.words.of(reader.lang), "left": "", "bar": None, "set_off": "", "lifting": "", "writes": True,
                              "ticket": "/my/new?reason=wd.security_hold"}
    if not hold.disclosable:
        return values
    if trigger and hold.started_at:
        values["set_off"] = words.ho_set_off.format(trigger=trigger.of(reader.lang), at=reader.when(hold.started_at))
    values["lifting"] = lifting(hold, words)
    values["ticket"] = f"/my/new?reason={TICKETS.get(hold.trigger) or TICKETS.get(hold.type, 'wd.security_hold')}"
    values["writes"] = hold.overridable or hold.until is None
    if hold.until:
        values["left"] = words.ho_left.format(long=i18n.length(hold.until - clock.now(), reader.lang), at=reader.when(hold.until))
        if hold.started_at and hold.until > hold.started_at:
            whole, gone = hold.until - hold.started_at, clock.now() - hold.started_at
            values["bar"] = (max(0, int(gone.total_seconds())), int(whole.total_seconds()))
    return values


def lifting(hold: Hold, words: Words) -> str:
    """Who can end it. Only what has an end and cannot be lifted is a time lock; what waits for the exchange says what it waits for."""
    if hold.overridable:
        return words.ho_person
    if hold.until is None:
        way = Words.ho_ways.get(hold.trigger) or Words.ho_ways.get(hold.type)
        return way.text(words.lang) if way else words.ho_open
    gap = words.gap
    return f"{words.ho_physics}{gap}{words.ho_thief}" if hold.type in SECURITY else words.ho_physics


routes = [home]
