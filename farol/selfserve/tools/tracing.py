"""``/my/trace``: a pasted transaction hash, asked on every network it could be on, and the truth told plainly. A pasted address is no
hash, and what is certain of it is told just the same: a contract, a copy of one that was used, the exchange's own wallet, a typing mistake."""

import asyncio
from typing import Any
from urllib.parse import urlencode

from farol.core import chains
from farol.core.customers.model import Customer
from farol.core.exchange import CoreLink, published
from farol.core.exchange.items import LOOK_BACK
from farol.core.exchange.model import Withdrawal
from farol.core.exchange.shapes import Trace, Truth
from farol.core.exchange.states import FoundAs
from farol.core.exchange.trace import address, sent_out, trace
from farol.core.exchange.truths import of_board, of_form, of_named, of_past, sorted_truths
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.view import Reader

from .asking import Answer, ask, why
from .frame import came, page, times
from .words import Words

HOME = "/my/trace"
LONGEST = 300
RECOVERABLE = (FoundAs.UNATTRIBUTED, FoundAs.UNSUPPORTED)
TICKETS = {FoundAs.UNATTRIBUTED: "dep.missing_memo", FoundAs.UNSUPPORTED: "dep.wrong_network_token"}


@get("/my/trace", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, txid: str = "", lang: str = "") -> Page | Response[None]:
    """The form. A hash in the address is only filled in: looking is asked for by a press."""
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    return Page("tools/trace.html", {**page(kit, *who, HOME, "ok"), "typed": _plain(txid), "found": None, "bad": ""})


@post("/my/trace", can=Can.OWN_TICKETS)
async def look(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    limit("trace_look", actor.ref, rate_per_s=0.2, burst=15)
    who = await came(kit, actor, request, HOME, "")
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    typed, words = _plain(str((await request.form()).get("txid", ""))), Words(reader.lang)
    pasted = sorted(chains.find(typed), key=lambda each: each.kind != "txid")
    one = pasted[0] if pasted else None
    if one is None or one.kind != "txid":
        bad = words.tr_address if one else words.tr_no_hash
        about = await _of_address(kit, actor, customer, one, reader) if one else None
        return Page("tools/trace.html", {**page(kit, reader, customer, HOME, "ok"), "typed": typed, "found": about, "bad": bad}, status=422)
    answer = await _look(kit, actor, customer, one, reader)
    said = [mention.value for mention in chains.mentions(typed) if mention.kind == "network"]
    found = None
    if answer.state == "ok":
        found = await _told(kit, answer.value, [*of_form(one), *of_named(one, said)], one, reader)
    return Page("tools/trace.html", {**page(kit, reader, customer, HOME, answer.state), "typed": typed, "found": found, "bad": ""})


async def _look(kit: Kit, actor: Actor, customer: Customer, one: chains.Found, reader: Reader) -> Answer[Trace]:
    """What the exchange knows of it. One's own withdrawal is told as that: on its way out, not lost on its way in."""
    link, asks, uid = kit.get(CoreLink), why(actor, "customer.trace"), customer.uid or None
    traced = ask(trace(link, asks, one.value, list(one.candidates), uid, times(reader)))
    if uid is None:
        return await traced
    sent, answer = await asyncio.gather(ask(link.withdrawals(asks, uid, clock.now() - LOOK_BACK)), traced)
    own: Withdrawal | None = next((item for item in sent.value or [] if item.txid and item.txid.lower() == one.value.lower()), None)
    return Answer("ok", sent_out(own, times(reader))) if own else answer


async def _of_address(kit: Kit, actor: Actor, customer: Customer, one: chains.Found, reader: Reader) -> dict[str, Any] | None:
    """What is certain of an address: by its form alone, and by what the exchange says where it answers."""
    link, asks, uid = kit.get(CoreLink), why(actor, "customer.trace"), customer.uid or None
    owner, used = None, []
    if one.verdict != "wrong":
        owner = (await ask(address(link, asks, one.value, list(one.candidates), uid))).value
    if uid:
        sent = (await ask(link.withdrawals(asks, uid, clock.now() - LOOK_BACK))).value or []
        used = [each.address for each in sent if each.address]
    truths = [*of_form(one), *(owner.truths if owner else []), *of_past(one.value, used)]
    head = owner.words.of(reader.lang) if owner else Words(reader.lang).tr_address
    return {"head": head, "what": "", "truths": _lines(truths, reader.lang), "recovers": "", "ticket": "", "own": False}


async def _told(kit: Kit, found: Trace | None, truths: list[Truth], one: chains.Found, reader: Reader) -> dict[str, Any]:
    """The answer in words, every truth beside it, and the one next step. found: None when no network knows the hash."""
    lang, words = reader.lang, Words(reader.lang)
    if found is None:
        return {"head": words.tr_nowhere.format(networks=", ".join(one.candidates)), "what": "", "truths": _lines(truths, lang),
                "recovers": "", "ticket": _ticket("dep.unconfirmed", one.value), "own": False}  # fmt: skip
    if found.network:
        board = (await published.networks(kit)).value or []
        truths = [*truths, *found.truths, *of_board(found.network, found.coin, board, times(reader))]
    what = f"{found.amount} {found.coin} · {found.network}" if found.amount and found.coin else found.network
    recovers = "/my/recovery?" + urlencode({"txid": one.value}) if found.found in RECOVERABLE else ""
    done = found.withdrawable or found.kind == "withdrawal"
    return {
        "head": found.words.of(lang), "what": what, "truths": _lines(truths, lang), "recovers": recovers, "own": found.mine,
        "ticket": "" if done else _ticket(TICKETS.get(FoundAs(found.found), "dep.unconfirmed"), one.value),
    }  # fmt: skip


def _lines(truths: list[Truth], lang: str) -> list[tuple[str, str]]:
    return [(one.tone, one.words.of("zh" if lang == "zh" else "en")) for one in sorted_truths(truths)]


def _ticket(reason: str, txid: str) -> str:
    return f"/my/new?{urlencode({'reason': reason, 'txid': txid})}"


def _plain(typed: str) -> str:
    return typed.replace("\0", "")[:LONGEST].strip()


routes = [home, look]
