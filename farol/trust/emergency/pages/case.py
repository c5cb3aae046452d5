"""The case after the freeze: what is so, who is there, what to do next."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax, who_reads
from farol.selfserve.portal.view import Reader
from farol.trust.emergency import actions, pack_store, places, seat_store, store, view, wish_store
from farol.trust.emergency.model import STEPS, Case, client_id
from farol.trust.emergency.page_words import Words
from farol.trust.identity.actions import secret

from .seat import CASE, case_here, here

TWICE = timedelta(minutes=1)
"""Who presses twice in this time presses once: a shaking hand need not read that it was frozen before."""


@get("/stolen/case", can=Can.ANYONE)
async def case(kit: Kit, actor: Actor, request: AnyRequest, again: int = 0, lang: str = "") -> Page | Response[None]:
    """Renews itself while something is still to happen; nothing can be typed here, so nothing is lost by it."""
    limit("stolen_case", credentials(request.scope).ip, rate_per_s=2, burst=120)
    if i18n.is_tongue(lang):
        return redirect("/stolen/case", cookies=[lax(kit, LANGUAGE, lang)])
    reader, _ = await who_reads(kit, actor, request)
    sees = await here(kit, actor, request)
    if sees is None:
        kept = await wish_store.kept(kit.db, secret.digest(credentials(request.scope).cookies.get(CASE, "")))
        return _kept(kit, reader, kept) if kept else none(kit, reader)
    found = sees.case
    reader = Reader(reader.lang, found.time_zone)
    frozen = await store.freeze(kit.db, found.id)
    asked = await store.asked(kit.db, found.customer_id, [client_id(frozen, type_) for type_ in STEPS]) if frozen else []
    rung = await kit.db.fetchrow(seat_store.RUNG_SO_FAR, found.id)
    seal, words = await seat_store.seal_of(kit.db, found.id), Words(reader.lang)
    fresh = await kit.db.fetchval(seat_store.FRESH, found.ticket_id, found.customer_id)
    ends = words.ends_alone.format(at=reader.when(frozen.until)) if frozen and frozen.until and frozen.state == "frozen" and not frozen.lifted_at else ""
    held = credentials(request.scope).cookies.get(CASE, "")
    pressed = await wish_store.pressed(kit.db, secret.digest(held)) if held and frozen and frozen.proof == "mail_link" else None
    values = {
        **view.page(kit, reader, "/stolen/case", found), **view.state(found, frozen, reader, pressed), "lifted": frozen is not None and frozen.lifted_at is not None,
        "again": bool(again) and frozen is not None and clock.now() - frozen.asked_at > TWICE, "refused": frozen is not None and frozen.state == "refused",
        "whole": sees.whole, "done": view.done(asked, reader), "gone": view.gone(await seat_store.outgoing(kit.db, found.id), reader),
        "choices": [(key, text.text(reader.lang)) for key, text in words.position_choices.items()], "ends": ends,
        **view.person(kit, found, rung["at"] if rung else None, rung["n"] if rung else 0, reader, known=sees.whole), "fresh": words.talk_new.format(n=fresh) if fresh else "",
        "answered": found.answered_at is not None, "steps": view.steps(found, await seat_store.steps(kit.db, found.id), reader),
        "promise": view.promise(found, reader), "seal": words.seal_at.format(at=view.utc(seal[0]), digest=seal[1][:16]) if seal else "",
        "pack": view.pack(await pack_store.last(kit.db, found.id) if sees.whole else None, reader), "police": places.police(found.country, reader.lang) if frozen else [],
        "sites": places.places()[found.country].sites if found.country in places.places() else [],
    }  # fmt: skip
    wait = view.AGAIN_S.get(frozen.state, 0) if frozen and not frozen.lifted_at else 0
    wait = wait or (view.NOBODY_S if not found.taken_by and not found.ended_at else 0)
    return Page("emergency/case.html", values, headers={"refresh": f"{wait}; url=/stolen/case"} if wait else {})


@post("/stolen/case/steps", can=Can.ANYONE)
async def step(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """A step is done, or not yet."""
    found = await _mine(kit, actor, request)
    if found is None:
        return none(kit, (await who_reads(kit, actor, request))[0])
    form = await request.form()
    try:
        await actions.step(kit, actions.customer(found), found, str(form.get("key", ""))[:40], str(form.get("done", "")) == "yes")
    except Problem:
        return redirect("/stolen/case")
    return redirect("/stolen/case#steps")


@post("/stolen/case/positions", can=Can.ANYONE)
async def positions(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """What becomes of open positions is the customer's own word, said in the ticket. Nothing is closed by this."""
    found = await _mine(kit, actor, request, whole=True)
    reader, _ = await who_reads(kit, actor, request)
    if found is None:
        return none(kit, reader)
    words = Words(reader.lang)
    wanted = str((await request.form()).get("want", ""))
    if wanted in words.position_choices:
        said = words.position_said.format(what=words.position_choices[wanted].text(reader.lang))
        await actions.say(kit, found, uuid5(NAMESPACE_OID, f"farol:emergency:{found.id}:positions:{wanted}"), said)
    return redirect("/stolen/case/talk")


async def _mine(kit: Kit, actor: Actor, request: AnyRequest, *, whole: bool = False) -> Case | None:
    limit("stolen_do", credentials(request.scope).ip, rate_per_s=1, burst=30)
    return await case_here(kit, actor, request, whole=whole)


def _kept(kit: Kit, reader: Reader, at: datetime) -> Page:
    words = Words(reader.lang)
    values = {**view.page(kit, reader, "/stolen/case"), "head": words.case_waiting, "text": words.kept_text.format(at=view.utc(at))}
    return Page("emergency/kept.html", values, headers={"refresh": "5; url=/stolen/case"})


def none(kit: Kit, reader: Reader) -> Page:
    """There is nothing here for this browser."""
    return Page("emergency/none.html", view.page(kit, reader, "/stolen/case"), status=404)


routes = [case, step, positions]
