"""Whether a message, an account, a number or an address is ours, for anybody who asks; without JavaScript."""

import re
from typing import Any

from farol.core.customers.model import Customer
from farol.core.genuine import actions
from farol.core.genuine.model import PATH, Genuine
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.community import checking
from farol.selfserve.help_centre import ours
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.view import Reader

from . import official, typed
from .saying import why
from .typed import Typed
from .words import Words

_CODE = re.compile(r"(?:\S{0,200}/verify\?m=)?([A-Za-z2-7 -]{36,60})")
_LENGTH = 36


@get(PATH, can=Can.ANYONE)
async def verify(kit: Kit, actor: Actor, request: AnyRequest, m: str = "", q: str = "", lang: str = "") -> Page | Response[None]:
    """m: the code of a message; q: whatever was pasted, a code among it. Unknown, changed and made up codes are answered alike."""
    limit("verify_message", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    code = m.strip()[:100] or code_in(q)
    plain = code if code.isascii() and code.replace("-", "").replace(" ", "").isalnum() else ""
    path = f"{PATH}?m={plain.replace(' ', '')}" if plain else PATH
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    words = Words(reader.lang)
    values = {
        **portal.page(kit, reader, customer, path), "w": words, "asked": bool(code), "found": False, "typed": plain, "verdict": None,
        "known": ours.grouped(await ours.accounts(kit), words), "guest": customer is None,
        "header_name": f"{kit.settings.brand} {words.help_centre}", "home_link": f"/help/{reader.lang}",
    }  # fmt: skip
    if code:
        values |= await _message(kit, plain, reader, customer, words)
    elif what := typed.read(q):
        values |= await _account(kit, what, reader, words)
    return Page("verifying/check.html", values, status=404 if code and not values["found"] else 200)


def code_in(pasted: str) -> str:
    """The code of a message, if that is what was pasted: alone, or in its link."""
    found = _CODE.fullmatch(pasted.strip()[:400])
    code = re.sub(r"[\s-]", "", found[1]) if found else ""
    return code if len(code) == _LENGTH else ""


async def _message(kit: Kit, code: str, reader: Reader, customer: Customer | None, words: Words) -> dict[str, Any]:
    found = await actions.find(kit, code) if code else None
    if found is None:
        return {"found": False}
    mine = customer is not None and found.customer_id == customer.id
    return {
        "found": True, "typed": "", "yes": words.yes.format(brand=kit.settings.brand), "rows": _rows(found, reader, words),
        "ticket": found.ticket if mine else "", "other": customer is not None and not mine,
    }  # fmt: skip


async def _account(kit: Kit, what: Typed, reader: Reader, words: Words) -> dict[str, Any]:
    known = await ours.accounts(kit)
    _, sites = await checking.rules(kit, kit.db)
    verdict = official.judge(what, known, sites, kit.settings.brand)
    return {
        "typed": what.shown, "verdict": verdict, "head": getattr(words, f"v_{verdict.standing}"), "kind": getattr(words, f"k_{what.kind}"),
        "at": words.against.format(at=reader.when(clock.now())), "why": why(what, verdict, words),
        "of": ours.named(verdict.account.channel, words) if verdict.account else "",
    }  # fmt: skip


def _rows(found: Genuine, reader: Reader, words: Words) -> list[tuple[str, str]]:
    rows = [(words.kind, words.by_email if found.kind == "email" else found.kind), (words.sent, reader.when(found.at)), (words.to, found.recipient)]
    return [*rows, *([(words.subject, found.title)] if found.title else [])]


routes = [verify]
