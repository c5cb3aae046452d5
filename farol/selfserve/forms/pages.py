"""Forms over HTTP: the tree of reasons, one form, its checks, its draft, and the ways it ends."""

from typing import Any
from uuid import UUID

import msgspec

from farol.core.customers.model import Customer
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, json, post, redirect
from farol.selfserve.help_centre import stuck
from farol.selfserve.knowledge.readers import reader_of
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, door, lax, who_reads
from farol.selfserve.portal.replying import chosen, form_id
from farol.selfserve.portal.script import POLICY
from farol.selfserve.portal.view import Reader

from . import actions, door_pages, embed_pages, prefill, reading, store, suggest, view
from .checks import Given, Verdict, check
from .compose import compose
from .looking import look
from .model import STOLEN, Answers, Form, forms
from .problems import FormEmpty, NoSuchForm
from .urgent import urgency
from .view import Look
from .words import Words

MOST_BODY = 110 * 1024 * 1024
"""Five files of 20 MB and the words."""


class Checked(msgspec.Struct, frozen=True):
    """A verdict as the script is told."""

    state: str
    words: str


class Drafted(msgspec.Struct, frozen=True):
    """What the script is told when a draft was kept. removed: what to do, when a secret was masked."""

    kept: str
    removed: str
    look: Look


@get("/my/new", can=Can.ANYONE)
async def new(
    kit: Kit, actor: Actor, request: AnyRequest, reason: str = "", article: str = "", txid: str = "", deposit_id: str = "",
    withdrawal_id: str = "", lang: str = "", dropped: int = 0,
) -> Page | Response[None]:  # fmt: skip
    """The tree, or a form. txid, deposit_id, withdrawal_id: what it is about, as far as that is the customer's own."""
    form, said = forms().get(reason), prefill.told(txid, deposit_id, withdrawal_id)
    path = f"/my/new?reason={reason}{said.query}" if form else f"/my/new{said.query.replace('&', '?', 1)}"
    if i18n.is_tongue(lang):
        return redirect(path, cookies=[lax(kit, LANGUAGE, lang)])
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=_back(path, article))
    words = Words(reader.lang)
    if form is None:
        drafts = await store.drafts(kit.db, actor.id)
        return Page("forms/tree.html", {
            **view.page(kit, reader, customer, path), **view.chooser(drafts, forms(), reader, words), "dropped": bool(dropped),
            "carried": said.query})
    begun = await store.draft(kit.db, actor.id, form.reason)
    answers, seen = begun.answers if begun else Answers(), None
    if said.query:
        seen = await reading.seen(kit, actor, customer, form, said.about(form))
        given = Given(answers.slots, await reading.board(kit), words, customer.time_zone)
        answers = prefill.filled(form, said, seen, answers, given)
    kept = words.draft_kept.format(at=reader.when(begun.kept_at)) if begun else ""
    return await _form_page(
        kit, actor, reader, customer, form, answers, form_id(begun.form_id if begun else ""), kept=kept, article=article,
        seen=seen, said=said)


@post("/my/new", can=Can.OWN_TICKETS, max_body=MOST_BODY)
async def send(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    limit("form_send", actor.ref, rate_per_s=1, burst=30)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    form = _form(sent)
    if customer is None:
        raise NotFound
    answers, id_, words = reading.answers_of(form, sent), form_id(sent.get("form_id")), Words(reader.lang)
    if sent.get("do") == "keep":
        done = await actions.keep(kit, actor, form, answers)
        told = view.removed(done.removed, words) or words.draft_kept.format(at=reader.when(done.at))
        return await _form_page(kit, actor, reader, customer, form, answers, done.form_id, kept=told)
    seen = await reading.seen(kit, actor, customer, form, answers.about)
    item, board = seen.chosen(answers.about), await reading.board(kit)
    verdicts = reading.verdicts(form, answers, item, board, words, customer.time_zone)
    if sent.get("do") == "check":
        return await _form_page(kit, actor, reader, customer, form, answers, id_, verdicts=verdicts, checked=True, seen=seen)
    wrong = [key for key, found in verdicts.items() if found.state == "wrong"]
    if answers.empty or (wrong and sent.get("as_is") != "yes"):
        problem = FormEmpty() if answers.empty else None
        return await _form_page(kit, actor, reader, customer, form, answers, id_, verdicts=verdicts, seen=seen, problem=problem, wrong=len(wrong))
    made = compose(form, answers, verdicts, item, words, customer.time_zone)
    try:
        limit("open_ticket", actor.ref, rate_per_s=0.05, burst=10)
        opened = await actions.send(kit, actor, actions.Sending(
            form, id_, made.subject, made.body, made.facts, item, reader.lang, chosen(sent)))
    except Problem as problem:
        return await _form_page(kit, actor, reader, customer, form, answers, id_, verdicts=verdicts, seen=seen, problem=problem)
    return redirect(f"/my/tickets/{opened.number}?did={urgency(form.reason, made.body) or 'new'}")


@post("/my/new/check", can=Can.OWN_TICKETS)
async def check_one(kit: Kit, actor: Actor, request: AnyRequest) -> Response[Any]:
    limit("form_check", actor.ref, rate_per_s=5, burst=60)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    form = _form(sent)
    slot = form.slot(str(sent.get("slot", "")))
    if slot is None or customer is None:
        raise NotFound
    answers, words = reading.answers_of(form, sent), Words(reader.lang)
    given = Given(answers.slots, await reading.board(kit), words, customer.time_zone)
    found = check(slot, answers.slots.get(slot.key, ""), given) or Verdict("good", "", "")
    return json(Checked(found.state, view.removed(found.removed, words) or found.words))


@post("/my/new/draft", can=Can.OWN_TICKETS)
async def draft(kit: Kit, actor: Actor, request: AnyRequest) -> Response[Any]:
    limit("form_draft", actor.ref, rate_per_s=2, burst=30)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    form = _form(sent)
    if customer is None:
        raise NotFound
    answers, words = reading.answers_of(form, sent), Words(reader.lang)
    found = await look(kit, actor, customer, form, answers, words, picked=bool(answers.about))
    if answers.empty:
        await actions.drop(kit, actor, form)
        return json(Drafted("", "", found))
    kept = await actions.keep(kit, actor, form, answers)
    return json(Drafted(words.draft_kept.format(at=reader.when(kept.at)), view.removed(kept.removed, words), found))


@post("/my/new/draft/end", can=Can.OWN_TICKETS)
async def discard(kit: Kit, actor: Actor, request: AnyRequest) -> Response[None]:
    await actions.drop(kit, actor, _form(await request.form()))
    return redirect("/my/new?dropped=1")


@post("/my/new/solved", can=Can.OWN_TICKETS)
async def solved(kit: Kit, actor: Actor, request: AnyRequest) -> Page:
    limit("form_solved", actor.ref, rate_per_s=0.1, burst=10)
    reader, customer = await who_reads(kit, actor, request)
    sent = await request.form()
    form = _form(sent)
    found = await suggest.article(kit, await reader_of(kit.db, actor), str(sent.get("article", ""))[:100], reader.lang)
    if found is None:
        raise NotFound
    await actions.spared(kit, actor, form, found)
    return Page("forms/solved.html", {
        **view.page(kit, reader, customer, "/my/new"), "reason": form.reason, "article": found.title, "slug": found.slug})


async def _form_page(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, form: Form, answers: Answers, id_: UUID, *, kept: str = "",
    verdicts: dict[str, Verdict] | None = None, checked: bool = False, seen: reading.Seen | None = None,
    problem: Problem | None = None, wrong: int = 0, article: str = "", said: prefill.Told = prefill.NOTHING,
) -> Page:  # fmt: skip
    """The form with what stands in it, each verdict beside its field."""
    words = Words(reader.lang)
    seen = seen or await reading.seen(kit, actor, customer, form, answers.about)
    found = await look(kit, actor, customer, form, answers, words, picked=seen.chosen(answers.about) is not None)
    # Whoever comes from an article has read it.
    found = msgspec.structs.replace(found, articles=[one for one in found.articles if one.slug != article])
    bad = words.wrong_fields.format(n=wrong) if wrong else problem.text(reader.lang) if problem else ""
    return Page("forms/form.html", {
        **view.page(kit, reader, customer, f"/my/new?reason={form.reason}{said.query}"), **view.form_values(form, answers, verdicts or {}, seen, customer, words),
        "form_id": id_, "kept": kept, "look": found, "bad": bad, "can_force": bool(wrong), "checked": checked and not wrong,
        "stolen_form": form.reason == STOLEN, "tool": stuck.tool(form.reason),
    }, status=(problem.status if problem else 422) if bad else 200, headers=POLICY)  # fmt: skip


def _form(sent: Any) -> Form:
    found = forms().get(str(sent.get("reason", "")))
    if found is None:
        raise NoSuchForm
    return found


def _back(path: str, article: str) -> str:
    """Where to go on after signing in."""
    return f"{path}&article={article}" if article and "?" in path else path


routes = [new, send, check_one, draft, discard, solved, *door_pages.routes, *embed_pages.routes]
