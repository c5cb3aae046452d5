"""The reads an exchange starts with. What is not here is refused as unsupported, and is not named in capabilities."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import msgspec
from litestar import Litestar, Request, Response, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath

from . import books
from .events import Outbox
from .gate import Gate

READS = ("capabilities", "user", "kyc", "tier", "security", "deposits", "withdrawals", "traceDeposit", "classifyAddress", "networks")
EVENTS = ("deposit.available", "withdrawal.failed")
STORY_AFTER_S = 3.0
Asked = Request[Any, Any, Any]


class Config(msgspec.Struct, frozen=True):
    """keys: key id to secret. hooks_url, hook_secrets: where events go and what signs them."""

    keys: dict[str, str]
    hooks_url: str = ""
    hook_secrets: list[str] = []


class Refused(Exception):
    """An answer that says no."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code, self.status = code, status


class TraceAsk(msgspec.Struct):
    txid: str
    network: str = ""
    claimed_uid: str = ""


class ClassifyAsk(msgspec.Struct):
    address: str
    network: str = ""
    uid: str = ""


def person(uid: str) -> books.Row:
    """Raises ``Refused`` for a uid nobody has."""
    if uid not in books.PEOPLE:
        raise Refused("not_found", 404)
    return books.PEOPLE[uid]


@get("/v1/capabilities")
async def capabilities() -> dict[str, Any]:
    """What there is so far."""
    return {"version": "1.1.0", "reads": READS, "actions": [], "events": EVENTS, "locales": ["zh", "en"], "clock": datetime.now(UTC)}


@get("/v1/users/{uid:str}")
async def user(uid: FromPath[str]) -> books.Row:
    """The masked profile."""
    found: books.Row = person(uid)["profile"]
    return found


@get(["/v1/users/{uid:str}/kyc", "/v1/users/{uid:str}/tier", "/v1/users/{uid:str}/security"])
async def about(uid: FromPath[str], request: Asked) -> books.Row:
    """One part of the account, named by the last part of the address."""
    found: books.Row = person(uid)[request.url.path.rpartition("/")[2]]
    return found


@get(["/v1/users/{uid:str}/deposits", "/v1/users/{uid:str}/withdrawals"])
async def listed(uid: FromPath[str], request: Asked) -> dict[str, Any]:
    """Newest first, narrowed, and paged from the entry after the cursor on."""
    which, asked = request.url.path.rpartition("/")[2], request.query_params
    rows: list[books.Row] = person(uid)[which]
    for name in ("coin", "network", "txid", "state"):
        rows = [row for row in rows if name not in asked or row.get(name) == asked[name]]
    since, until = _time(asked.get("from")), _time(asked.get("to"))
    rows = [row for row in rows if (since is None or row["created_at"] >= since) and (until is None or row["created_at"] <= until)]
    id_ = f"{which[:-1]}_id"
    if cursor := asked.get("cursor"):
        if not any(row[id_] == cursor for row in rows):
            raise Refused("invalid", 400)
        rows = rows[[row[id_] for row in rows].index(cursor) + 1 :]
    limit = asked.get("limit", "50")
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:6]) <= 100):
        raise Refused("invalid", 400)
    shown = rows[: int(limit)]
    return {"items": shown, **({"next_cursor": shown[-1][id_]} if len(rows) > len(shown) else {})}


def _time(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("invalid", 400) from None
    if at is not None and at.tzinfo is None:
        raise Refused("invalid", 400)
    return at


@post("/v1/deposits:trace", status_code=200)
async def trace(request: Asked) -> dict[str, Any]:
    """One transaction on one network, from the side of claimed_uid. Of others only what the chain shows."""
    asked = _body(await request.body(), TraceAsk)
    if not 1 <= len(asked.txid) <= 200 or not asked.txid.isalnum():
        raise Refused("invalid", 400)
    found = books.deposit(asked.txid, asked.network)
    if found is None:
        return {"found": "not_found", "tx_status": "unseen", "network": asked.network}
    uid, row = found
    seen = {name: row[name] for name in ("network", "coin", "amount", "confirmations")}
    if uid != asked.claimed_uid:
        return {"found": "other_user", "tx_status": "confirmed", **seen}
    own = {name: value for name, value in row.items() if name.startswith(("confirm_required", "est_", "min_")) or name in ("deposit_id", "state")}
    return {"found": "ours", "tx_status": "confirmed", **seen, **own}


@post("/v1/addresses:classify", status_code=200)
async def classify(request: Asked) -> dict[str, str]:
    """Whose an address is, never the owner. Put a real check of each network's checksum where ``plausible`` is."""
    asked = _body(await request.body(), ClassifyAsk)
    if not plausible(asked.address):
        return {"class": "invalid"}
    if asked.address.lower() in books.HOT:
        return {"class": "platform_hot"}
    if found := books.owner(asked.address):
        uid, current = found
        return {"class": "internal_other" if uid != asked.uid else "mine_current" if current else "mine_expired"}
    return {"class": "external", "risk": "unknown"}


def plausible(address: str) -> bool:
    """Long enough and made of letters and digits."""
    return 20 <= len(address) <= 120 and address.isascii() and address.isalnum()


@get("/v1/networks")
async def networks(request: Asked) -> dict[str, Any]:
    """Every coin on every network."""
    asked = request.query_params
    return {"items": [row for row in books.NETWORKS if all(asked.get(name, row[name]) == row[name] for name in ("coin", "network"))]}


def _body(raw: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("invalid", 400) from None


def refused(_: Asked, error: Exception) -> Response[dict[str, str]]:
    """Every no as code and message; what there is no route for is not offered."""
    status = error.status if isinstance(error, Refused) else getattr(error, "status_code", 500)
    code = error.code if isinstance(error, Refused) else {404: "unsupported", 405: "unsupported"}.get(status, "invalid" if status < 500 else "upstream_unavailable")
    return Response({"code": code, "message": ""}, status_code=404 if status == 405 else status)


async def story(outbox: Outbox) -> None:
    """Two things that happen by themselves a moment after the start, so that events can be seen."""
    await asyncio.sleep(STORY_AFTER_S)
    coming = books.PEOPLE["10001"]["deposits"][0]
    coming |= {"state": "available", "confirmations": 64}
    coming.pop("est_credit_at", None)
    outbox.tell("deposit.available", "deposit", coming["deposit_id"], "10001", {"coin": "USDT", "network": "ETH", "amount": coming["amount"]})
    going = books.PEOPLE["10001"]["withdrawals"][0]
    going |= {"state": "failed", "reason": "address_unavailable", "refunded": True, "cancellable": False}
    outbox.tell("withdrawal.failed", "withdrawal", going["withdrawal_id"], "10001", {"reason": going["reason"], "refunded": True})


def build(config: Config, transport: httpx2.AsyncBaseTransport | None = None) -> Gate:
    """The ASGI application. transport: another way to Farol, for tests."""

    @contextlib.asynccontextmanager
    async def at_work(_: Litestar) -> AsyncIterator[None]:
        outbox = Outbox(config.hooks_url, config.hook_secrets, transport)
        telling = asyncio.create_task(story(outbox))
        yield
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
        await outbox.close()

    handlers = [capabilities, user, about, listed, trace, classify, networks]
    app = Litestar(handlers, exception_handlers={Refused: refused, HTTPException: refused}, openapi_config=None, lifespan=[at_work])
    return Gate(app, config.keys)  # type: ignore[arg-type]  # the framework's own names for ASGI's shapes
