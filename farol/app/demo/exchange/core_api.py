"""The back office: the reads of the core link, masked, over the demo's books."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta

from farol.app.demo.cast import BY_UID, CUSTOMERS, CastCustomer
from farol.core import chains
from farol.core.exchange import mask
from farol.core.exchange.model import Capabilities, Deposit, Kyc, Resolved, Security, Tier, User, Withdrawal
from farol.core.exchange.states import FoundAs

from . import facts, tracing
from .answers import Asked, Refused, answer, body
from .events import events_after
from .plans import ACCOUNTS
from .world import World, addresses

READS = (
    "capabilities", "resolve", "user", "kyc", "tier", "security", "sessions", "deposits", "withdrawals", "balances",
    "trace", "classify", "networks", "facts", "incidents", "events",
)  # fmt: skip
_Text = Annotated[str, Meta(max_length=300)]
_UID = "/users/{uid:str}"


@get("/capabilities")
async def capabilities(world: NamedDependency[World]) -> Response[bytes]:
    """What this core answers."""
    return answer(Capabilities("1.0.0", list(READS), [], ["deposit.detected", "deposit.credited", "deposit.available"],
                               world.clock()))  # fmt: skip


class Who(msgspec.Struct):
    uid: _Text | None = None
    email: _Text | None = None
    phone: _Text | None = None
    address: _Text | None = None


@post("/users:resolve", status_code=200)
async def resolve(request: Asked) -> Response[bytes]:
    """Whether exactly one user fits; nothing personal comes back."""
    asked = await body(request, Who)
    fits = [customer.uid for customer in CUSTOMERS if _fits(customer, asked)]
    return answer(Resolved("exact", fits[0]) if len(fits) == 1 else Resolved("multiple" if fits else "none"))


def _fits(customer: CastCustomer, asked: Who) -> bool:
    return bool(
        (asked.uid and asked.uid == customer.uid)
        or (asked.email and asked.email.casefold() == customer.email)
        or (asked.phone and asked.phone == customer.phone)
        or (asked.address and asked.address in addresses(customer.uid))
    )


def _known(uid: str) -> CastCustomer:
    if uid not in BY_UID:
        raise Refused("not_found")
    return BY_UID[uid]


@get(_UID)
async def user(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """The masked profile."""
    person, account = _known(uid), ACCOUNTS[uid]
    return answer(
        User(
            uid, account.status, mask.name(person.name), mask.email(person.email), mask.phone(person.phone),
            person.country, person.language, facts.JOINED[uid], list(person.flags), account.risk_band,
        )
    )  # fmt: skip


@get(_UID + "/kyc")
async def kyc(uid: FromPath[str]) -> Response[bytes]:
    """How far the identity check is."""
    _known(uid)
    level = ACCOUNTS[uid].kyc_level
    return answer(Kyc(level, "approved" if level != "0" else "none"))


@get(_UID + "/tier")
async def tier(uid: FromPath[str]) -> Response[bytes]:
    """VIP level and band of assets."""
    return answer(Tier(_known(uid).tier, ACCOUNTS[uid].asset_band))


@get(_UID + "/security")
async def security(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Factors, recent changes and holds."""
    _known(uid)
    told = Security(world.holds(uid), bool(ACCOUNTS[uid].whitelist), uid != "66601313", world.changes(uid))
    return answer({**msgspec.to_builtins(told), "factors": [{"type": "totp"}, {"type": "email"}]})


@get(_UID + "/sessions")
async def sessions(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Recent sign-ins."""
    _known(uid)
    return answer({"items": facts.sessions(uid, world.tale.anchor(uid))})


@get(_UID + "/balances")
async def balances(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Bands only; exact sums need a reveal."""
    _known(uid)
    return answer(
        [{"coin": one.coin, "band": facts.band(one), "wallet": "spot"} for one in world.balances(uid)]
    )


@get(_UID + "/deposits")
async def deposits(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Newest first, filtered and paged."""
    _known(uid)
    return answer(_page(world.deposits(uid), request))


@get(_UID + "/withdrawals")
async def withdrawals(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Newest first, filtered and paged."""
    _known(uid)
    return answer(_page(world.withdrawals(uid), request))


class TraceAsk(msgspec.Struct):
    txid: Annotated[str, Meta(min_length=1, max_length=200)]
    network: _Text | None = None
    claimed_uid: _Text | None = None


@post("/deposits:trace", status_code=200)
async def trace(request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """One transaction on one network; without a network, the one of its candidates that knows it."""
    asked = await body(request, TraceAsk)
    networks = (asked.network,) if asked.network else chains.candidates(asked.txid)
    try:
        found = [
            tracing.trace(world, asked.txid, _network(network), asked.claimed_uid) for network in networks
        ]
    except tracing.NotAnId:
        raise Refused("invalid", "not a transaction id of that network") from None
    if not found:
        raise Refused("invalid", "not a transaction id")
    return answer(next((one for one in found if one.found is not FoundAs.NOT_FOUND), found[0]))


class ClassifyAsk(msgspec.Struct):
    address: Annotated[str, Meta(min_length=1, max_length=2000)]
    network: _Text | None = None
    uid: _Text | None = None


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
async def networks(request: Asked) -> Response[bytes]:
    """Every coin on every network, its switches and minimums."""
    return answer(_page(facts.networks(), request))


@get("/facts/{name:str}")
async def published(name: FromPath[str]) -> Response[bytes]:
    """A table of rules, limits or times."""
    if name not in facts.tables():
        raise Refused("not_found")
    return answer(facts.tables()[name])


@get("/incidents")
async def incidents() -> Response[bytes]:
    """Nothing is wrong at the demo exchange."""
    return answer({"items": []})


@get("/events")
async def events(world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """What happened after the given event, oldest first."""
    return answer(events_after(world, request.query_params.get("after", ""), _number(request, "limit", 100)))


def _page(things: list[Any], request: Asked) -> dict[str, Any]:
    asked = request.query_params
    for name in ("coin", "network", "txid", "state"):
        if name in asked:
            things = [thing for thing in things if getattr(thing, name, None) == asked[name]]
    since, until = _moment(asked.get("from")), _moment(asked.get("to"))
    things = [thing for thing in things if _within(thing, since, until)]
    start, most = _number(request, "cursor", 0), _number(request, "limit", 100)
    following = str(start + most) if len(things) > start + most else None
    return {"items": things[start : start + most], "next_cursor": following}


def _within(thing: Any, since: datetime | None, until: datetime | None) -> bool:
    if not isinstance(thing, Deposit | Withdrawal) or thing.created_at is None:
        return True
    return (since is None or thing.created_at >= since) and (until is None or thing.created_at <= until)


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        moment = None
    if text and (moment is None or moment.tzinfo is None):
        raise Refused("invalid", "from and to are RFC 3339 times with a zone")
    return moment


def _number(request: Asked, name: str, default: int) -> int:
    text = request.query_params.get(name, "")
    if text and not (text.isascii() and text.isdigit() and len(text) < 7):
        raise Refused("invalid", f"{name} is a number")
    return min(int(text), 500) if text else default


routes = [
    capabilities, resolve, user, kyc, tier, security, sessions, balances, deposits, withdrawals, trace, classify,
    networks, published, incidents, events,
]  # fmt: skip


def core_router(before: Any) -> Router:
    """All reads under /v1, behind the gatekeeper."""
    return Router("/v1", route_handlers=routes, before_request=before)
