"""A customer's own page: whether what they write to the assistant may be learnt from."""

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.selfserve.portal import view
from farol.selfserve.portal.entrance import AnyRequest, door, who_reads

from . import actions, store
from .model import KEEP_DAYS

HERE = "/my/learning"
CHOICES = {"no": False, "yes": True}


@get(HERE, can=Can.ANYONE)
async def choice(kit: Kit, actor: Actor, request: AnyRequest) -> Page | Response[None]:
    """What is kept and for how long, and the way to object."""
    reader, customer = await who_reads(kit, actor, request)
    if customer is None:
        return door(kit, reader, status=401, towards=HERE)
    return Page("learning/choice.html", view.page(kit, reader, customer, HERE) | {"objects": await store.objects(kit.db, actor.id), "days": KEEP_DAYS})


@post(HERE, can=Can.OWN_TICKETS)
async def choose(kit: Kit, actor: Actor, request: AnyRequest) -> Response[None]:
    """Objects, or allows it again. Raises Invalid."""
    limit("learning_allow", actor.ref, rate_per_s=0.2, burst=10)
    said = CHOICES.get(str((await request.form()).get("may", "")))
    if said is None:
        raise Invalid(errors=[{"field": "may", "why": "not yes or no"}])
    await actions.allow(kit, actor, may=said)
    return redirect(HERE)


routes = [choice, choose]
