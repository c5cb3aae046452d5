"""The word by which the customer knows our mail: set, changed, taken away, with what a mail then looks like."""

from farol.channels.email.letters import word
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal.entrance import LANGUAGE, AnyRequest, lax

from .shared import Visit, form, visit

PATH = "/my/mail-word"
LONGEST = 60


@get(PATH, can=Can.ANYONE)
async def mail_word(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "", did: str = "") -> Page | Response[None]:
    if i18n.is_tongue(lang):
        return redirect(PATH, cookies=[lax(kit, LANGUAGE, lang)])
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    done = {"set": here.words.word_saved, "removed": here.words.word_removed}.get(did, "")
    return await _page(kit, actor, here, done=done)


@post(PATH, can=Can.OWN_TICKETS)
async def put(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Sets or changes it."""
    return await _do(kit, actor, request, removes=False)


@post(PATH + "/removal", can=Can.OWN_TICKETS)
async def remove(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """Takes it away."""
    return await _do(kit, actor, request, removes=True)


async def _do(kit: Kit, actor: Actor, request: AnyRequest, *, removes: bool) -> Page | Response[None]:
    here = await visit(kit, actor, request, PATH)
    if isinstance(here, Page):
        return here
    kept = ""
    try:
        fields = await form(request)
        kept = fields.get("word", "")[:LONGEST]
        limit("mail_word", actor.ref, rate_per_s=1 / 60, burst=5)
        if removes:
            await word.remove(kit, actor)
        else:
            await word.put(kit, actor, kept)
    except Problem as problem:
        said = here.words.not_sure if isinstance(problem, Invalid) else problem.text(here.reader.lang)
        return await _page(kit, actor, here, error=said, status=problem.status, kept=kept)
    return redirect(f"{PATH}?did={'removed' if removes else 'set'}")


async def _page(kit: Kit, actor: Actor, here: Visit, *, error: str = "", done: str = "", kept: str = "", status: int = 200) -> Page:
    shown, words = await word.shown(kit, actor), here.words
    line = words.word_line.format(word="\0")
    return here.page("word.html", {
        "there": shown.there, "standing": words.word_set.format(at=here.reader.when(shown.at), hint=shown.hint) if shown.at else words.word_unset,
        "line": line.split("\0"), "hint": shown.hint or words.word_yours, "from_": f"{kit.settings.brand} <{kit.settings.mail_from}>",
        "error": error, "done": done, "kept": kept, "longest": LONGEST,
    }, status=status)  # fmt: skip


routes = [mail_word, put, remove]
