"""Stopping an unfreezing: without a session, by the link that only the owner's contacts were sent."""

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.trust.emergency import actions, thaw_letter, thaw_store, view
from farol.trust.emergency.page_words import Words
from farol.trust.emergency.problems import ThawOver
from farol.trust.emergency.thaw_store import Thaw


@get("/stolen/stop/{token:str}", can=Can.ANYONE)
async def ask(kit: Kit, actor: Actor, request: AnyRequest, token: str, lang: str = "") -> Page | Response[None]:
    """Looking stops nothing: mail programs look at links too."""
    limit("stolen_stop", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    proposal_id = thaw_letter.whose(kit.settings.secret_key, token)
    if i18n.is_tongue(lang):
        return redirect(f"/stolen/stop/{token}" if proposal_id else "/stolen", cookies=[lax(kit, LANGUAGE, lang)])
    found = await thaw_store.thaw(kit.db, proposal_id) if proposal_id else None
    over = ThawOver() if found is None or not (found.open or found.stopped_at) else None
    return await _page(kit, actor, request, token, found, over)


@post("/stolen/stop/{token:str}", can=Can.ANYONE)
async def stop(kit: Kit, actor: Actor, request: AnyRequest, token: str) -> Page:
    """One press."""
    limit("stolen_stop", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    try:
        found = await actions.stop(kit, token)
    except ThawOver as problem:
        return await _page(kit, actor, request, token, None, problem)
    return await _page(kit, actor, request, token, found, None)


async def _page(kit: Kit, actor: Actor, request: AnyRequest, token: str, found: Thaw | None, problem: Problem | None) -> Page:
    reader, _ = await who_reads(kit, actor, request)
    words, ours = Words(reader.lang), found is not None
    values = view.page(kit, reader, f"/stolen/stop/{token}" if ours else "/stolen")
    values |= {"token": token, "stopped": "", "text": "", "calm": True, "bad": problem.text(reader.lang) if problem else ""}
    if found and found.stopped_at:
        values["stopped"] = words.stop_done_s.format(at=reader.when(found.stopped_at))
    elif found and not problem:
        values["text"] = words.stop_text.format(number=found.number, at=reader.when(found.not_before))
    return Page("emergency/stop.html", values, status=problem.status if problem else 200)


routes = [ask, stop]
