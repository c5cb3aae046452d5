"""What readers say of an article: two buttons, and after a no the reason."""

from typing import Any

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.knowledge.visitors import visitor

from .. import actions, stuck
from ..model import LONGEST, NAMES, REASONS, Feedback
from ..site import AnyRequest, missing, shown, spoken_of
from .article import readable

STEPS = ("why", "yes", "thanks")
"""Pages after a reader's word: asking the reason, thanking for a yes, thanking for the reason."""


@post("/help/{lang:str}/a/{slug:str}/feedback", can=Can.ANYONE)
async def rate(kit: Kit, actor: Actor, request: AnyRequest, lang: str, slug: str) -> Response[Any]:
    """A reader's yes or no; after a no, the reason. One word of one reader a day."""
    came = credentials(request.scope)
    limit("article_feedback", came.ip, rate_per_s=0.2, burst=20)
    spoken = spoken_of(lang)
    found = await readable(kit, actor, slug, spoken)
    if found is None:
        return await missing(kit, request, lang)
    form = await request.form()
    helpful, given, words = (str(form.get(name, "")) for name in ("helpful", "reason", "words"))
    reason = next((one for one in REASONS if one == given), None)
    if helpful not in ("yes", "no") or bool(given) != bool(reason) or "\0" in words:
        raise Invalid(errors=[{"field": "helpful", "why": "is not an answer to what was asked"}])
    said = Feedback(helpful == "yes", reason, words.replace("\r\n", "\n").strip()[:LONGEST])
    await actions.rate(kit, actor, found, said, visitor(kit, "article feedback", came.ip, came.agent))
    step = "yes" if said.helpful else "thanks" if said.reason or said.words else "why"
    return redirect(f"/help/{spoken}/a/{slug}/feedback?step={step}")


@get("/help/{lang:str}/a/{slug:str}/feedback", can=Can.ANYONE)
async def rated(kit: Kit, actor: Actor, request: AnyRequest, lang: str, slug: str, step: str = "why") -> Response[Any]:
    """What follows a reader's word."""
    spoken = spoken_of(lang)
    found = await readable(kit, actor, slug, spoken)
    if found is None or step not in STEPS:
        return await missing(kit, request, lang)
    return await shown(kit, request, "feedback.html", spoken, f"/a/{slug}/feedback", {
        "article": found, "step": step, "reasons": [(code, name.text(spoken)) for code, name in NAMES.items()], "longest": LONGEST,
        "ticket_form": stuck.ticket_form(slug, found.category), "site": next(iter(kit.settings.widget_origins), ""),
        "tool": stuck.tool(stuck.reason(slug, found.category)),
    }, personal=not found.audience.open)  # fmt: skip


routes = [rate, rated]
