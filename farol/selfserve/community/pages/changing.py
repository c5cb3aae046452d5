"""Forms about a post or a topic that is there: change, delete, flag, accept, vote, follow, go on in private."""

from collections.abc import Awaitable

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect

from .. import read_store, view
from ..actions import answering, continuing, editing, flagging, ideas
from ..model import FLAGS
from ..shapes import Post
from ..view import Reader
from .reading import topic_page
from .shared import AnyRequest, field, nothing, reader_of


@get("/community/{lang:str}/p/{post_no:int}/edit", can=Can.OWN_TICKETS)
async def edit_form(kit: Kit, actor: Actor, lang: str, post_no: int) -> Page:
    reader = await reader_of(kit, actor, lang)
    found, said = await read_store.post(kit.db, possible(post_no)), await read_store.said(kit.db, post_no, actor.id)
    if found is None or said is None:
        return nothing(kit, reader)
    return await _edit_page(kit, reader, found, said)


@post("/community/{lang:str}/p/{post_no:int}/edit", can=Can.OWN_TICKETS)
async def edit(kit: Kit, actor: Actor, request: AnyRequest, lang: str, post_no: int) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    reader, post_no = await reader_of(kit, actor, lang), possible(post_no)
    form = await request.form()
    body, title = field(form, "body"), field(form, "title")
    try:
        posted = await editing.edit(kit, actor, post_no, body, title)
    except Problem as problem:
        found = await read_store.post(kit.db, post_no)
        if problem.status == 404 or found is None or found.customer_id != actor.id:
            return nothing(kit, reader)
        return await _edit_page(kit, reader, found, body, title, problem)
    return redirect(f"/community/{reader.lang}/t/{posted.topic_id}?said={posted.n}{'&held=1' if posted.held else ''}&after={max(2, posted.n - 20)}#p{posted.n}")


@post("/community/{lang:str}/p/{post_no:int}/removal", can=Can.OWN_TICKETS)
async def removal(kit: Kit, actor: Actor, request: AnyRequest, lang: str, post_no: int) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    undo = field(await request.form(), "undo") == "1"
    verb = editing.bring_back if undo else editing.remove
    reader = await reader_of(kit, actor, lang)
    found = await read_store.post(kit.db, possible(post_no))
    return await _done(kit, actor, reader, found.topic_id if found else 0, found.n if found else 0, verb(kit, actor, post_no))


@get("/community/{lang:str}/p/{post_no:int}/flag", can=Can.OWN_TICKETS)
async def flag_form(kit: Kit, actor: Actor, lang: str, post_no: int) -> Page:
    return await _flag_page(kit, await reader_of(kit, actor, lang), await read_store.post(kit.db, possible(post_no)))


@post("/community/{lang:str}/p/{post_no:int}/flag", can=Can.OWN_TICKETS)
async def flag(kit: Kit, actor: Actor, request: AnyRequest, lang: str, post_no: int) -> Page | Response[None]:
    limit("community_flag", actor.ref, rate_per_s=0.2, burst=20)
    reader, post_no = await reader_of(kit, actor, lang), possible(post_no)
    form = await request.form()
    try:
        topic_no = await flagging.flag(kit, actor, post_no, field(form, "why"), field(form, "words"))
    except Problem as problem:
        return await _flag_page(kit, reader, await read_store.post(kit.db, post_no), problem, field(form, "words"))
    return redirect(f"/community/{reader.lang}/t/{topic_no}?flagged=1")


@post("/community/{lang:str}/t/{topic_no:int}/answer", can=Can.OWN_TICKETS)
async def accept(kit: Kit, actor: Actor, request: AnyRequest, lang: str, topic_no: int) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    number = field(await request.form(), "n")
    n = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    return await _done(kit, actor, await reader_of(kit, actor, lang, possible(topic_no)), topic_no, n, answering.accept(kit, actor, topic_no, n))


@post("/community/{lang:str}/t/{topic_no:int}/vote", can=Can.OWN_TICKETS)
async def vote(kit: Kit, actor: Actor, request: AnyRequest, lang: str, topic_no: int) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    form = await request.form()
    reader = await reader_of(kit, actor, lang, possible(topic_no))
    done = await _done(kit, actor, reader, topic_no, 0, ideas.vote(kit, actor, topic_no, field(form, "on") != "0"))
    return redirect(f"/community/{reader.lang}/ideas#i{topic_no}") if field(form, "from") == "ideas" and not isinstance(done, Page) else done


@post("/community/{lang:str}/t/{topic_no:int}/follow", can=Can.OWN_TICKETS)
async def follow(kit: Kit, actor: Actor, request: AnyRequest, lang: str, topic_no: int) -> Page | Response[None]:
    limit("community_change", actor.ref, rate_per_s=1, burst=30)
    on = field(await request.form(), "on") != "0"
    return await _done(kit, actor, await reader_of(kit, actor, lang, possible(topic_no)), topic_no, 0, ideas.follow(kit, actor, topic_no, on))


@post("/community/{lang:str}/t/{topic_no:int}/ticket", can=Can.OWN_TICKETS)
async def go_private(kit: Kit, actor: Actor, lang: str, topic_no: int) -> Page | Response[None]:
    limit("community_ticket", actor.ref, rate_per_s=0.1, burst=5)
    reader = await reader_of(kit, actor, lang, possible(topic_no))
    try:
        number = await continuing.continue_privately(kit, actor, topic_no)
    except Problem as problem:
        return await _refused(kit, actor, reader, topic_no, problem)
    return redirect(f"/my/tickets/{number}")


async def _done(kit: Kit, actor: Actor, reader: Reader, topic_no: int, n: int, verb: Awaitable[object]) -> Page | Response[None]:
    """Back to the topic; a refusal is said on its page."""
    try:
        await verb
    except Problem as problem:
        return await _refused(kit, actor, reader, topic_no, problem)
    return redirect(f"/community/{reader.lang}/t/{topic_no}" + (f"?after={max(2, n - 20)}#p{n}" if n else ""))


async def _refused(kit: Kit, actor: Actor, reader: Reader, topic_no: int, problem: Problem) -> Page:
    found = await read_store.topic(kit.db, topic_no)
    if problem.status == 404 or found is None or (found.state != "shown" and found.customer_id != reader.id):
        return nothing(kit, reader)
    return await topic_page(kit, actor, reader, found, problem=problem)


async def _edit_page(kit: Kit, reader: Reader, found: Post, body: str, title: str = "", problem: Problem | None = None) -> Page:
    topic = await read_store.topic(kit.db, found.topic_id)
    edits = await kit.db.fetch(read_store.EDITS, found.id)
    return Page("community/edit.html", {
        **view.page(kit, reader, f"/p/{found.id}/edit"), "post": found, "body": body, "title": (title or (topic.title if topic else "")) if found.n == 1 else "",
        "edits": [{"when": reader.when(row["at"]), "body": row["body"]} for row in edits], "error": problem.text(reader.lang) if problem else "",
    }, status=problem.status if problem else 200)  # fmt: skip


async def _flag_page(kit: Kit, reader: Reader, found: Post | None, problem: Problem | None = None, words: str = "") -> Page:
    if found is None or found.state != "shown" or (problem and problem.status == 404):
        return nothing(kit, reader)
    return Page("community/flag.html", {
        **view.page(kit, reader, f"/p/{found.id}/flag"), "post": found, "by": view.author(found, reader.words), "words": words,
        "reasons": [(why, getattr(reader.words, f"f_{why}")) for why in FLAGS], "error": problem.text(reader.lang) if problem else "",
    }, status=problem.status if problem else 200)  # fmt: skip


routes = [edit_form, edit, removal, flag_form, flag, accept, vote, follow, go_private]
