"""Pages of the customer: messages from us, one of them with its answer, what they want to be told of, and the way out of a mail."""

from typing import Any
from uuid import UUID, uuid4

from farol.core.customers.model import Customer
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal import view
from farol.selfserve.portal.entrance import AnyRequest, door, who_reads
from farol.selfserve.portal.view import Reader

from . import actions, store
from .model import SHOWN_FOR, Message, topics
from .words import Words

MOST_BODY = 64 * 1024
HERE = "/my/messages"


def _page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    return view.page(kit, reader, customer, path) | {"p": Words(reader.lang)}


def _row(one: Message, reader: Reader) -> dict[str, Any]:
    assert one.said_at
    return {
        "id": one.id, "title": one.title(reader.lang), "words": one.words(reader.lang), "when": reader.when(one.said_at),
        "iso": one.said_at.isoformat(), "new": one.seen_at is None, "ticket": one.ticket_id, "security": one.topic == "security",
        "open": clock.now() - one.said_at <= SHOWN_FOR,
    }  # fmt: skip


@get(HERE, can=Can.ANYONE)
async def messages(kit: Kit, actor: Actor, request: AnyRequest, saved: int = 0) -> Page | Response[None]:
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=HERE)
    rows = await store.own_list(kit.db, actor.id, clock.now() - SHOWN_FOR) if customer.uid else []
    gone = await store.stopped(kit.db, customer.uid) if customer.uid else set()
    words = Words(reader.lang)
    return Page("plays/messages.html", _page(kit, reader, customer, HERE) | {
        "rows": [_row(one, reader) for one in rows], "saved": bool(saved), "known": customer.uid is not None,
        "topics": [{"key": topic, "name": words.topic(topic), "wanted": store.wants(topic, gone)} for topic in topics()],
    })  # fmt: skip


@post(HERE + "/choice", can=Can.OWN_TICKETS)
async def choose(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    limit("plays_choice", actor.ref, rate_per_s=1, burst=10)
    reader, customer = await who_reads(kit, actor, request)
    if customer is None or customer.uid is None:
        return door(kit, reader, status=401, towards=HERE)
    form = await request.form()
    if not (form.get("save") or form.get("nothing")):
        raise Invalid(errors=[{"field": "save", "why": "missing"}])  # a form that arrived without its fields does not turn everything off
    wanted = [] if form.get("nothing") else [topic for topic in topics() if form.get(f"topic_{topic}") == "yes"]
    await actions.choose(kit, actor, customer.uid, wanted)
    return redirect(HERE + "?saved=1#choice")


@get(HERE + "/{message_id:int}", can=Can.ANYONE)
async def message(kit: Kit, actor: Actor, request: AnyRequest, message_id: int, fine: int = 0) -> Page | Response[None]:
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=HERE)
    looks = "prefetch" not in request.headers.get("sec-purpose", "")
    return await _message(kit, actor, reader, customer, message_id, looks=looks, fine=bool(fine))


async def _message(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, message_id: int, *, looks: bool = False, fine: bool = False,
    problem: Problem | None = None, kept: str = "",
) -> Page:  # fmt: skip
    one = await store.own(kit.db, actor.id, message_id) if 0 < message_id < 2**53 else None
    if one is None:
        raise NotFound
    if looks:
        await actions.seen(kit, actor, one.id)
    number = await kit.db.fetchval(store.NUMBER, one.ticket_id) if one.ticket_id else ""
    return Page("plays/message.html", _page(kit, reader, customer, f"{HERE}/{one.id}") | {
        "m": _row(one, reader), "number": number, "client_id": uuid4(), "error": problem.text(reader.lang) if problem else "", "kept": kept,
        "fine": fine,
    }, status=problem.status if problem else 200)  # fmt: skip


@post(HERE + "/{message_id:int}", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def answer(kit: Kit, actor: Actor, request: AnyRequest, message_id: int) -> Page | Response[None]:
    limit("message", actor.ref, rate_per_s=5, burst=30)
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=HERE)
    form = await request.form()
    body = str(form.get("body", "")).replace("\r\n", "\n")
    try:
        opened = await actions.answer(kit, actor, message_id if 0 < message_id < 2**53 else 0, client_id=_id(form.get("client_id")), body=body, lang=i18n.written(reader.lang))
    except NotFound:
        raise
    except Problem as problem:
        return await _message(kit, actor, reader, customer, message_id, problem=problem, kept=body.replace("\0", "")[:10_000])
    number = opened.number or await kit.db.fetchval(store.NUMBER, opened.id)
    return redirect(f"/my/tickets/{number}?said={opened.posted.seq}#m-{opened.posted.seq}")


def _id(typed: object) -> UUID:
    """The form's own id, so that sending it twice says it once; a new one for what is none."""
    try:
        return UUID(str(typed))
    except ValueError:
        return uuid4()


@get("/messages/stop", can=Can.ANYONE)
async def ask_stop(kit: Kit, request: AnyRequest, actor: Actor, t: str = "") -> Page:
    """Opening it changes nothing: mail programs open links by themselves."""
    return await _stop_page(kit, request, actor, t)


@post("/messages/stop", can=Can.ANYONE)
async def stop(kit: Kit, request: AnyRequest, actor: Actor, t: str = "") -> Page:
    limit("plays_stop", credentials(request.scope).ip, rate_per_s=5, burst=50)
    form = await request.form()
    try:
        await actions.stop_by_mail(kit, t[:80], everything=form.get("what") == "all")
    except NotFound:
        return await _stop_page(kit, request, actor, "")
    return await _stop_page(kit, request, actor, t, done=True)


async def _stop_page(kit: Kit, request: AnyRequest, actor: Actor, token: str, *, done: bool = False) -> Page:
    came = credentials(request.scope)
    reader = Reader(i18n.lang_of(came.language), "UTC")
    topic = await actions.topic_of(kit, token[:80])
    name = Words(reader.lang).topic(topic) if topic else ""
    values = {"token": token[:80] if topic else "", "topic": name, "done": done}
    return Page("plays/stop.html", _page(kit, reader, None, "/messages/stop") | values, status=200 if topic else 404)


routes = [messages, choose, message, answer, ask_stop, stop]
