"""The incident pack for its customer, and the page on which anybody checks one."""

import re

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.trust.emergency import actions, pack_store, view
from farol.trust.emergency.page_words import Words

from .case import none
from .seat import case_here

CODE = re.compile(r"[0-9A-Z]{16}")


@get("/stolen/case/pack.pdf", can=Can.ANYONE)
async def document(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Bytes:
    """The document, for the police or a bank."""
    return await _download(kit, actor, request, "pdf")


@get("/stolen/case/pack.json", can=Can.ANYONE)
async def data(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Bytes:
    """The same facts for programs."""
    return await _download(kit, actor, request, "json")


@post("/stolen/case/pack", can=Can.ANYONE)
async def make(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Now, instead of within ten minutes."""
    came = credentials(request.scope)
    limit("stolen_pack", came.ip, rate_per_s=0.01, burst=3)
    found = await case_here(kit, actor, request, whole=True)
    if found is None:
        return none(kit, (await who_reads(kit, actor, request))[0])
    try:
        if await pack_store.last(kit.db, found.id) is None:
            await actions.make_pack(kit, actions.customer(found), found.id)
    except Problem:  # nothing is sealed yet: the page says so
        return redirect("/stolen/case")
    return redirect("/stolen/case")


@get("/stolen/verify/{code:str}", can=Can.ANYONE)
async def verify(kit: Kit, actor: Actor, request: AnyRequest, code: str, lang: str = "") -> Page | Response[None]:
    """Whether we issued it, and the digests to compare. Nothing else of the case."""
    limit("stolen_verify", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    plain = code.upper().replace("-", "")
    if i18n.is_tongue(lang):
        return redirect(f"/stolen/verify/{plain}" if CODE.fullmatch(plain) else "/stolen", cookies=[lax(kit, LANGUAGE, lang)])
    reader, _ = await who_reads(kit, actor, request)
    found = await pack_store.verify(kit.db, plain) if CODE.fullmatch(plain) else None
    words = Words(reader.lang)
    rows = [] if found is None else [
        *([(words.verify_drill, words.verify_drill_s)] if found.drill else []), (words.verify_number, found.number), (words.verify_made, f"{found.at:%Y-%m-%d} {view.utc(found.at)}"), ("PDF SHA-256", found.pdf_sha256), ("JSON SHA-256", found.json_sha256)]
    values = {**view.page(kit, reader, f"/stolen/verify/{plain}" if CODE.fullmatch(plain) else "/stolen"), "calm": True, "found": found is not None, "rows": rows}
    return Page("emergency/verify.html", values, status=200 if found else 404)


async def _download(kit: Kit, actor: Actor, request: AnyRequest, kind: str) -> Page | Bytes:
    limit("stolen_pack_read", credentials(request.scope).ip, rate_per_s=0.2, burst=10)
    found = await case_here(kit, actor, request, whole=True)
    body = await pack_store.body(kit.db, found.id, kind) if found else None
    if body is None:
        return none(kit, (await who_reads(kit, actor, request))[0])
    return Bytes(body[1], pack_store.KINDS[kind], pack_store.headers(body[0], kind))


routes = [document, data, make, verify]
