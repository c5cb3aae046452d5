"""Values shown whole for a while, and actions on accounts."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta

from ..answers import Asked, Refused, answer, body
from ..desk import Desk
from ..policy import ActionRequest, Approval
from ..world import World
from .reading import USER, known

MOST_REVEALS, WITHIN, LONGEST_S = 30, timedelta(hours=8), 300
"""Fields one person may see in a shift, and for how long each."""
_Name = Annotated[str, Meta(pattern=r"^[a-z_]{1,30}(\.[A-Z0-9]{1,12})?$")]


class RevealAsk(msgspec.Struct):
    fields: Annotated[list[_Name], Meta(min_length=1, max_length=10)]
    reason_code: Annotated[str, Meta(min_length=1, max_length=100)]
    ttl_s: Annotated[int, Meta(ge=1, le=LONGEST_S)]


@post(USER, status_code=200)
async def reveal(uid: FromPath[str], request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """``{uid}:reveal``: whole values, each counted against whoever looks. Not for customers about themselves."""
    uid, _, verb = uid.rpartition(":")
    if verb != "reveal":
        raise Refused("not_found")
    person = known(uid)
    asked = await body(request, RevealAsk)
    contact, agent = request.headers["x-farol-contact-id"], request.headers["x-farol-agent"]
    if contact == "self" or not agent.startswith("staff:"):
        raise Refused("policy_denied", "a reveal needs a ticket and a member of staff")
    values = {name: _value(world, uid, person.name, name) for name in asked.fields}
    now = world.clock()
    book = f"reveals:{agent}"
    seen = [at for at in world.ledger.fields("quota", book).get("at", []) if now - _time(at) < WITHIN]
    if len(seen) + len(values) > MOST_REVEALS:
        raise Refused("rate_limited", "this person has seen enough for one shift")
    world.ledger.write("quota", book, "", at=[*seen, *([now] * len(values))])
    world.ledger.write("reveal", world.id("RVL", uid, f"{agent}:{now.isoformat()}"), uid, fields=asked.fields, agent=agent,
                       contact=contact, reason=asked.reason_code)  # fmt: skip
    watermark = f"{agent} {contact} {now:%Y-%m-%d %H:%M:%S} UTC"
    return answer({"values": values, "expires_at": now + timedelta(seconds=asked.ttl_s), "watermark": watermark})


def _value(world: World, uid: str, name: str, field: str) -> str:
    if field in ("email", "phone"):
        return world.contact(uid, field)
    if field in ("name", "display_name"):
        return name
    kind, _, coin = field.partition(".")
    if kind == "balance":
        return next((f"{one.total:f}" for one in world.balances(uid) if one.coin == coin), "0")
    raise Refused("unsupported", "no such field to reveal")


def _time(at: Any) -> Any:
    return msgspec.convert(at, datetime)


@post("/actions", status_code=202)
async def act(request: Asked, desk: NamedDependency[Desk]) -> Response[bytes]:
    """A proposal with its approvals; the receipt says what became of it."""
    key = _key(request)
    asked = await body(request, ActionRequest)
    if asked.case_ref != request.headers["x-farol-contact-id"] and request.headers["x-farol-contact-id"] != "self":
        raise Refused("contact_required", "case_ref is the contact of the request")
    return answer(desk.act(asked, key, await request.body()), 202)


@get("/actions:by_key")
async def by_key(request: Asked, desk: NamedDependency[Desk]) -> Response[bytes]:
    """For whoever did not get the answer."""
    return answer(desk.by_key(request.query_params.get("key", "")))


@get("/actions/{action_id:str}")
async def action(action_id: FromPath[str], desk: NamedDependency[Desk]) -> Response[bytes]:
    """The receipt as it is now."""
    return answer(desk.receipt(action_id))


class ApprovalAsk(msgspec.Struct):
    agent_id: Annotated[str, Meta(min_length=1, max_length=64)]
    decision: Literal["approve", "reject"]
    sig: Annotated[str, Meta(min_length=1, max_length=2_000)]
    note: Annotated[str, Meta(max_length=2_000)] = ""


@post("/actions/{action_id:str}/approvals", status_code=200)
async def approve(action_id: FromPath[str], request: Asked, desk: NamedDependency[Desk], world: NamedDependency[World]) -> Response[bytes]:
    """One more person; who agreed before is not counted twice, so a repeated request changes nothing."""
    _key(request)
    asked = await body(request, ApprovalAsk)
    given = Approval(asked.agent_id, world.clock().isoformat(), asked.sig)
    return answer(desk.approve(action_id, given, asked.decision == "approve"))


def _key(request: Asked) -> str:
    key = request.headers.get("idempotency-key", "")
    if not 1 <= len(key) <= 200 or not key.isascii() or not key.isprintable():
        raise Refused("invalid", "Idempotency-Key is missing or malformed")
    return key


routes = [reveal, act, by_key, action, approve]
