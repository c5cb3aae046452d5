"""Reads about coins: deposits, withdrawals, one transaction, one address, the networks."""

from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta

from farol.core import chains
from farol.core.exchange.states import FoundAs

from .. import facts, tracing
from ..answers import Asked, Refused, answer, body
from ..world import World
from .reading import USER, Text, known, page


@get(USER + "/deposits")
async def deposits(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Newest first, filtered and paged."""
    known(uid)
    return answer(page(world.deposits(uid), request))


@get(USER + "/withdrawals")
async def withdrawals(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Newest first, filtered and paged."""
    known(uid)
    return answer(page(world.withdrawals(uid), request))


class TraceAsk(msgspec.Struct):
    txid: Annotated[str, Meta(min_length=1, max_length=200)]
    network: Text | None = None
    claimed_uid: Text | None = None


@post("/deposits:trace", status_code=200)
async def trace(request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """One transaction on one network; without a network, the one of its candidates that knows it."""
    asked = await body(request, TraceAsk)
    networks = (asked.network,) if asked.network else chains.candidates(asked.txid)
    try:
        found = [tracing.trace(world, asked.txid, _network(network), asked.claimed_uid) for network in networks]
    except tracing.NotAnId:
        raise Refused("invalid", "not a transaction id of that network") from None
    if not found:
        raise Refused("invalid", "not a transaction id")
    return answer(next((one for one in found if one.found is not FoundAs.NOT_FOUND), found[0]))


class ClassifyAsk(msgspec.Struct):
    address: Annotated[str, Meta(min_length=1, max_length=2000)]
    network: Text | None = None
    uid: Text | None = None


@post("/addresses:classify", status_code=200)
async def classify(request: Asked) -> Response[bytes]:
    """Whose an address is; never the owner."""
    asked = await body(request, ClassifyAsk)
    network = asked.network or next((code for code, _ in chains.classify(asked.address)), "ETH")
    return answer(tracing.classify(asked.address, _network(network), asked.uid))


def _network(code: str) -> str:
    if code not in chains.networks():
        raise Refused("unsupported", "no such network here")
    return code


@get("/networks")
async def networks(request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """Every coin on every network, its switches and minimums."""
    return answer(page(facts.networks(world), request))


routes = [deposits, withdrawals, trace, classify, networks]
