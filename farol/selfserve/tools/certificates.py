"""Certificates of withdrawals: made and downloaded by their customer, checked by anybody who was given one."""

from typing import Any

import msgspec

from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, Page, Response, get, json, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.showing import nothing

from . import actions, certificate, certificate_paper, certificate_view, store
from .certificate import Statement
from .certificate_words import Words
from .frame import came
from .withdrawals import HOME, path_of, show
from .withdrawing import LOOK_BACK

CHECK = "/certificate"


@post("/my/withdrawals/{withdrawal_id:str}/certificate", can=Can.OWN_TICKETS)
async def make(kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str) -> Page | Response[None]:
    """Certifies one's own withdrawal as the exchange records it now."""
    limit("withdrawal_certificate", actor.ref, rate_per_s=0.1, burst=10)
    who = await came(kit, actor, request, HOME, "")
    if not isinstance(who, tuple):
        return who
    try:
        await actions.certify(kit, actor, who[1], withdrawal_id, LOOK_BACK)
    except Problem as problem:
        return await show(kit, actor, *who, withdrawal_id, problem=problem)
    return redirect(f"{path_of(withdrawal_id)}#certificate")


@get("/my/withdrawals/{withdrawal_id:str}/certificate.pdf", can=Can.ANYONE)
async def document(kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str, lang: str = "") -> Page | Response[None] | Bytes:
    """The document. lang: its language, else that of the page."""
    found = await _own(kit, actor, request, withdrawal_id)
    if not isinstance(found, tuple):
        return found
    stated, _, reader = found
    body = await certificate_paper.pdf(stated, i18n.lang_of(lang) if i18n.is_tongue(lang) else i18n.written(reader), kit.settings.public_url)
    return _download(body, stated, "pdf", "application/pdf")


@get("/my/withdrawals/{withdrawal_id:str}/certificate.json", can=Can.ANYONE)
async def data(kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str) -> Page | Response[None] | Bytes:
    """The same for programs, with the signature."""
    found = await _own(kit, actor, request, withdrawal_id)
    if not isinstance(found, tuple):
        return found
    stated, signed, _ = found
    base = kit.settings.public_url
    body = {**msgspec.to_builtins(stated), "signed": signed, "verify": f"{base}{CHECK}/{stated.code}", "key": f"{base}{CHECK}/key"}
    return _download(msgspec.json.format(msgspec.json.encode(body)), stated, "json", "application/json")


@get(CHECK, can=Can.ANYONE)
async def ask(kit: Kit, actor: Actor, request: AnyRequest, code: str = "", lang: str = "") -> Page | Response[None]:
    """Where a code is typed."""
    return await _check(kit, actor, request, code, lang, asked=bool(code))


@get(CHECK + "/key", can=Can.ANYONE)
async def key(kit: Kit, request: AnyRequest) -> Response[Any]:
    """The key under which certificates are signed, as a JWK."""
    limit("certificate_key", credentials(request.scope).ip, rate_per_s=1, burst=60)
    return json(certificate.public_key(kit.settings.secret_key))


@get(CHECK + "/{code:str}", can=Can.ANYONE)
async def check(kit: Kit, actor: Actor, request: AnyRequest, code: str, lang: str = "") -> Page | Response[None]:
    """Whether we issued it, and what to compare. A code that is unknown, cannot be one, or whose record was changed is answered alike."""
    return await _check(kit, actor, request, code, lang, asked=True)


async def _check(kit: Kit, actor: Actor, request: AnyRequest, typed: str, lang: str, *, asked: bool) -> Page | Response[None]:
    limit("certificate_check", credentials(request.scope).ip, rate_per_s=0.5, burst=30)
    plain = certificate.plain_code(typed)
    path = f"{CHECK}/{plain}" if plain else CHECK
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, _ = await who_reads(kit, actor, request)
    found = await store.by_code(kit.db, plain) if plain else None
    stated = certificate.read(kit.settings.secret_key, found.signed) if found else None
    if stated and stated.code != plain:
        stated = None
    words = Words(reader.lang)
    return Page("tools/certificate.html", {
        **portal.page(kit, reader, None, path), "w": words, "asked": asked, "typed": certificate.spaced(plain) if plain else "",
        "yes": words.ve_yes.format(brand=stated.issued_by) if stated else "", "rows": certificate_view.told(stated, reader) if stated else [],
        "header_name": f"{kit.settings.brand} {words.help_centre}", "home_link": f"/help/{reader.lang}",
    }, status=404 if asked and not stated else 200)  # fmt: skip


async def _own(
    kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str,
) -> tuple[Statement, str, i18n.Tongue] | Page | Response[None]:  # fmt: skip
    """The customer's newest certificate of it and its signature, read from what was kept: the exchange is not asked."""
    limit("certificate_read", credentials(request.scope).ip, rate_per_s=0.2, burst=20)
    who = await came(kit, actor, request, path_of(withdrawal_id), "")
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    found = await store.last(kit.db, customer.id, withdrawal_id) if "\0" not in withdrawal_id else None
    stated = certificate.read(kit.settings.secret_key, found.signed) if found else None
    return (stated, found.signed, reader.lang) if found and stated else nothing(kit, reader, customer)


def _download(body: bytes, stated: Statement, kind: str, media: str) -> Bytes:
    """What nobody keeps on the way."""
    name = f'attachment; filename="withdrawal-{stated.code}.{kind}"'
    return Bytes(body, media, {"content-disposition": name, "cache-control": "no-store", "x-content-type-options": "nosniff"})


routes = [make, document, data, ask, key, check]
