"""Reads about a person: profile, identity check, tier, security, sign-ins, balances. Masked, and in bands."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA, CastCustomer
from farol.core.exchange import mask
from farol.core.exchange.model import Resolved

from .. import facts
from ..answers import Asked, answer, body
from ..scenarios import ACCOUNTS, PEOPLE
from ..tracing import addresses
from ..world import World
from .reading import USER, Text, known, page

JOINED = {
    MEI.uid: datetime(2021, 3, 8, tzinfo=UTC), IVAN.uid: datetime(2024, 6, 19, tzinfo=UTC),
    ROSA.uid: datetime(2023, 11, 2, tzinfo=UTC), MALLORY.uid: datetime(2026, 10, 30, tzinfo=UTC),
}  # fmt: skip


class Who(msgspec.Struct):
    uid: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    address: Text | None = None


@post("/users:resolve", status_code=200)
async def resolve(request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """Whether exactly one user fits; nothing personal comes back."""
    asked = await body(request, Who)
    fits = [uid for uid in PEOPLE if _fits(world, uid, asked)]
    return answer(Resolved("exact", fits[0]) if len(fits) == 1 else Resolved("multiple" if fits else "none"))


def _fits(world: World, uid: str, asked: Who) -> bool:
    return bool(
        (asked.uid and asked.uid == uid)
        or (asked.email and asked.email.casefold() == world.contact(uid, "email"))
        or (asked.phone and asked.phone == world.contact(uid, "phone"))
        or (asked.address and asked.address in addresses(uid))
    )


@get(USER)
async def user(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """The masked profile."""
    person = known(uid)
    return answer({
        "uid": uid, "status": world.status(uid), "display_name_masked": mask.name(person.name),
        "email_masked": mask.email(world.contact(uid, "email")), "phone_masked": mask.phone(world.contact(uid, "phone")),
        "country": person.country, "language": person.language, "created_at": JOINED.get(uid) or _joined(uid),
        "account_type": "person", "legal_entity": "Demo Exchange Ltd", "flags": list(person.flags),
        "risk_band": ACCOUNTS[uid].risk_band, "version": world.ledger.version(uid),
    })  # fmt: skip


def _joined(uid: str) -> datetime:
    return datetime(2022, 1, 10, tzinfo=UTC) + timedelta(days=int(uid) % 900)


@get(USER + "/kyc")
async def kyc(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """How far the identity check is, what was wrong, and how many tries are left."""
    known(uid)
    return answer(kyc_of(world, uid))


def kyc_of(world: World, uid: str) -> dict[str, Any]:
    """The read without its envelope."""
    account = ACCOUNTS[uid]
    level = account.kyc_level
    limits = {"0": "0", "1": "2000", "2": "100000", "3": "1000000"}.get(level, "0")
    base = {
        "level": level, "state": "approved" if level != "0" else "none", "attempts_left": 3,
        "limits": {"withdraw_24h": limits, "currency": "USDT", "used": "0"},
    }  # fmt: skip
    return {**base, **world.timed(uid, account.kyc), **world.about(uid).get("kyc", {})}


@get(USER + "/tier")
async def tier(uid: FromPath[str]) -> Response[bytes]:
    """VIP level, fees, and a band of assets."""
    person, account = known(uid), ACCOUNTS[uid]
    fees = {"maker": "0.001", "taker": "0.001", "vol_30d": "21500"}
    return answer({"vip_level": person.tier, "asset_band": account.asset_band, **fees, **account.tier_more})


@get(USER + "/security")
async def security(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Factors, recent changes and holds."""
    person = known(uid)
    return answer({
        "factors": [{"type": one} for one in factors(world, uid)], "holds": world.holds(uid),
        "whitelist_on": bool(ACCOUNTS[uid].whitelist), "anti_phish_set": anti_phishing_code(person) != "",
        "last_changes": world.changes(uid),
    })  # fmt: skip


def factors(world: World, uid: str) -> list[str]:
    """How the customer can prove who they are."""
    removed = world.about(uid).get("factors_removed", [])
    added = ["passkey"] if world.things("passkey", uid) else []
    return [one for one in (*ACCOUNTS[uid].factors, *added) if one not in removed]


def anti_phishing_code(person: CastCustomer) -> str:
    """The word they chose for mails of the exchange; the impostor has none."""
    return "" if person.uid == MALLORY.uid else f"{person.name.split()[0]}{person.uid[-3:]}"


@get(USER + "/sessions")
async def sessions(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Recent sign-ins: device and country, no address. After a revocation none is current."""
    known(uid)
    return answer(page(sessions_of(world, uid), request))


def sessions_of(world: World, uid: str) -> list[dict[str, Any]]:
    """Newest first."""
    anchor = world.tale.anchor(uid)
    country = PEOPLE[uid].country
    own = {"device_label": "iPhone, app 8.2", "country": country, "device_hash": f"d-{uid}"}
    ended = datetime.fromisoformat(at) if (at := world.about(uid).get("sessions_ended_at")) else None
    rows: list[dict[str, Any]] = [
        {"at": anchor - timedelta(minutes=4), "method": "passkey", "result": "ok", "is_current": True, **own},
        {"at": anchor - timedelta(hours=2), "device_label": "Chrome on Windows", "country": country,
         "method": "password_totp", "result": "challenged" if uid == MEI.uid else "ok", "is_current": False},
        *(world.timed(uid, one) for one in ACCOUNTS[uid].sessions),
        *({name: row.get(name) for name in ("at", "method", "result", "is_current", "device_label", "country")}
          for row in world.things("session", uid)),
    ]  # fmt: skip
    rows = [{**row, "at": _time(row["at"])} for row in rows]
    for row in rows:
        row["is_current"] = bool(row["is_current"]) and (ended is None or row["at"] > ended)
    return sorted(rows, key=lambda row: row["at"], reverse=True)


def _time(at: Any) -> datetime:
    return at if isinstance(at, datetime) else datetime.fromisoformat(at)


@get(USER + "/balances")
async def balances(uid: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Bands only; exact sums need a reveal."""
    known(uid)
    return answer([{"coin": one.coin, "band": facts.band(one), "wallet": "spot"} for one in world.balances(uid)])


routes = [resolve, user, kyc, tier, security, sessions, balances]
