"""The published sheet, which everybody may read, and a customer's own claim. All of it without a script."""

from typing import Any
from uuid import uuid4

from farol.core.customers.model import Customer
from farol.core.tickets.problems import ClientIdReused
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from farol.selfserve.portal.replying import chosen, form_id
from farol.selfserve.portal.showing import nothing
from farol.selfserve.portal.view import Reader

from . import actions, store
from .actions.appealing import WITHIN_DAYS
from .actions.claiming import MOST_WORDS, Form
from .formula import compute, logs_of
from .model import DECIDED, Claim, Published, Window
from .page_words import Words
from .words import STATES, formula

MOST_BODY = 110 * 1024 * 1024
"""Five files of 20 MB and the words."""


@get("/claims/{window_no:int}", can=Can.ANYONE)
async def sheet(kit: Kit, actor: Actor, request: AnyRequest, window_no: int, version: int = 0, lang: str = "") -> Page | Response[None]:
    """How losses are worked out, for everybody; ``version`` shows an earlier one."""
    path = f"/claims/{max(0, window_no)}"
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    window = await _window(kit, window_no)
    if window is None:
        return nothing(kit, reader, customer)
    sheets = await store.sheets(kit.db, window.id)
    chosen_one = next((one for one in sheets if one.version == version), sheets[0] if sheets else None)
    return Page("claims/sheet.html", {**_page(kit, reader, customer, path), **_drawn(window, sheets, chosen_one, reader)})


@get("/my/claims/{window_no:int}", can=Can.ANYONE)
async def mine(kit: Kit, actor: Actor, request: AnyRequest, window_no: int, lang: str = "") -> Page | Response[None]:
    path = f"/my/claims/{max(0, window_no)}"
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=path)
    return await _mine(kit, actor, reader, customer, window_no)


@post("/my/claims/{window_no:int}", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def make(kit: Kit, actor: Actor, request: AnyRequest, window_no: int) -> Page | Response[None]:
    limit("claim", actor.ref, rate_per_s=0.1, burst=10)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    if not sent.get("form_id"):
        raise Invalid(errors=[{"field": "form_id", "why": "missing"}])  # nobody claims by an empty request
    form = Form(form_id(sent.get("form_id")), str(sent.get("words", ""))[: MOST_WORDS + 1], chosen(sent), reader.lang)
    return await _does(kit, actor, reader, customer, window_no, actions.make_claim(kit, actor, _possible(window_no), form))


@post("/my/claims/{window_no:int}/appeal", can=Can.OWN_TICKETS)
async def appeal(kit: Kit, actor: Actor, request: AnyRequest, window_no: int) -> Page | Response[None]:
    limit("claim", actor.ref, rate_per_s=0.1, burst=10)
    reader, customer = await who_reads(kit, actor, request)
    words = str((await request.form()).get("words", ""))[: MOST_WORDS + 1]
    return await _does(kit, actor, reader, customer, window_no, actions.appeal(kit, actor, _possible(window_no), words))


async def _does(kit: Kit, actor: Actor, reader: Reader, customer: Customer | None, window_no: int, verb: Any) -> Page | Response[None]:
    try:
        await verb
    except NotFound:
        return nothing(kit, reader, customer)
    except ClientIdReused:  # the same form twice at one moment: the other one was first
        return redirect(f"/my/claims/{window_no}")
    except Problem as problem:
        if customer is None:
            return nothing(kit, reader, customer)
        return await _mine(kit, actor, reader, customer, window_no, problem)
    return redirect(f"/my/claims/{window_no}")


async def _mine(kit: Kit, actor: Actor, reader: Reader, customer: Customer, window_no: int, problem: Problem | None = None) -> Page:
    window = await _window(kit, window_no)
    if window is None:
        return nothing(kit, reader, customer)
    sheets = await store.sheets(kit.db, window.id)
    found = await store.claim(kit.db, store.OWN, window.id, actor.id)
    held = next((one for one in sheets if found and one.version == found.version), sheets[0] if sheets else None)
    return Page("claims/mine.html", {
        **_page(kit, reader, customer, f"/my/claims/{window.id}"), **_drawn(window, sheets, held, reader),
        "claim": _claim(found, held, reader) if found else None, "form_id": uuid4(), "bad": problem.text(reader.lang) if problem else "",
    }, status=problem.status if problem else 200)


def _page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    return {**portal.page(kit, reader, customer, path), "w": Words(reader.lang)}


def _drawn(window: Window, sheets: list[Published], shown: Published | None, reader: Reader) -> dict[str, Any]:
    """The window and its sheet in the reader's language."""
    w, zh = Words(reader.lang), reader.words.chinese
    return {
        "window": window, "head": w.cl_title.format(what=window.zh if zh else window.en), "incident": window.incident_zh if zh else window.incident_en,
        "span": w.cl_span.format(start=reader.when(window.from_at), end=reader.when(window.until_at)),
        "until": w.cl_until.format(at=reader.when(window.closes_at)), "open": window.closes_at > clock.now() and bool(sheets),
        "formula": formula(shown.sheet).of(reader.lang).split("\n") if shown else [],
        "out": [one.zh if zh else one.en for one in shown.sheet.exclusions] if shown else [],
        "version": w.cl_version.format(n=shown.version, at=reader.when(shown.published_at)) if shown else "",
        "versions": [one.version for one in sheets if shown and one.version != shown.version],
    }  # fmt: skip


def _claim(found: Claim, held: Published | None, reader: Reader) -> dict[str, Any]:
    """A customer's own claim, with its arithmetic."""
    w, zh = Words(reader.lang), reader.words.chinese
    outs = held.sheet.exclusions if held else []
    names = {n: (one.zh if zh else one.en) for n, one in enumerate(outs)}
    appeal_, coin = found.appeal, held.sheet.coin if held else ""
    said = ""
    if appeal_:
        said = {"open": w.cl_appealed.format(at=reader.when(appeal_.at), due=reader.when(appeal_.due_at)),
                "granted": w.cl_granted.format(extra=appeal_.extra, coin=coin), "upheld": w.cl_upheld}[appeal_.outcome]
    return {
        "title": w.cl_yours.format(number=found.number), "state": STATES[found.state].of(reader.lang), "ticket": found.ticket, "read": found.logs is not None,
        "lines": [(one.what.of(reader.lang), one.key, one.arithmetic, w.cl_left_out.format(why=names[one.excluded]) if one.excluded in names else "")
                  for one in found.lines],
        "total": compute(held.sheet, logs_of(found.logs), found.excluded).arithmetic if held and found.logs is not None else "",
        "amount": f"{found.amount} {coin}", "appeal": said, "appeal_words": appeal_.by_words if appeal_ else "",
        "may_appeal": found.state in DECIDED and appeal_ is None, "appeal_s": w.cl_appeal_s.format(days=WITHIN_DAYS),
    }  # fmt: skip


async def _window(kit: Kit, window_no: int) -> Window | None:
    return await store.window(kit.db, _possible(window_no))


def _possible(window_no: int) -> int:
    """An id that no row has for what cannot be one."""
    return window_no if 0 < window_no < 2**53 else 0


routes = [sheet, mine, make, appeal]
