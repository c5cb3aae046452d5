"""Signing in with a password and a code, and the demo's one click."""

import hashlib
import hmac

from farol.core.people import passwords, store, totp
from farol.core.people.events import StaffSignInFailed
from farol.core.people.model import DemoRole, Place, normal_email
from farol.core.people.problems import SignInFailed
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import ANYONE
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit, too_many
from farol.kit.secretbox import NotOurs, SecretBox, sign

from .session import begin_session

_NOBODY = store.Credentials(0, None, None)
_NO_SECRET = totp.new_secret()


async def sign_in(
    kit: Kit, email: str, password: str, code: str, place: Place | None = None, *, replaces: str = ""
) -> str:
    """The token of a new session. Password and code are both needed (in the demo a code only if one is set up).

    At most ten tries an account in a quarter of an hour are evaluated, counted in the database before anything is
    compared, also for addresses that are nobody's; right ones are taken off the count. Unknown and known accounts
    do the same work. Raises SignInFailed for every kind of wrong, TooMany.
    """
    place = place or Place()
    limit("sign_in", place.ip, rate_per_s=0.5, burst=30)
    address = normal_email(email)
    account = hashlib.sha256(address.encode()).digest()
    counted = await store.try_(kit.db, account)
    if counted is None:
        raise too_many(await store.wait(kit.db, account))
    found = await store.credentials(kit.db, address) or _NOBODY
    known = await passwords.matches(found.password_hash, password[: passwords.MOST])
    step = totp.step_of(_secret(kit, found), code[:20], clock.now())
    if not known or not await _second(kit, found, step):
        async with transaction(kit.db) as tx:
            await emit(tx, f"staff:{found.id}", ANYONE, StaffSignInFailed("password", place.ip[:45], place.agent[:200]))
        raise SignInFailed
    await store.give_back(kit.db, account, counted)
    return await begin_session(kit, found.id, method="password", place=place, replaces=replaces)


def _secret(kit: Kit, found: store.Credentials) -> str:
    if found.totp_secret is None:
        return _NO_SECRET
    try:
        return totp_box(kit).open(found.totp_secret, f"staff:{found.id}").decode()
    except NotOurs:
        return _NO_SECRET


async def _second(kit: Kit, found: store.Credentials, step: int | None) -> bool:
    """Whether the code is right and new. It is spent by this, so that whoever looked over a shoulder cannot use it."""
    if found.totp_secret is None:
        return kit.settings.demo
    return step is not None and await store.spend_step(kit.db, found.id, step)


def totp_box(kit: Kit) -> SecretBox:
    """Seals the secrets of codes."""
    return SecretBox(kit.settings.secret_key, "totp")


async def demo_roles(kit: Kit) -> list[DemoRole]:
    """A one-click sign-in for every member of staff. Raises NotFound outside the demo."""
    if not kit.settings.demo:
        raise NotFound
    return [DemoRole(_role_token(kit, who.email), who.name, who.role) for who in await store.everybody(kit.db)]


async def sign_in_demo(kit: Kit, role_token: str, place: Place | None = None, *, replaces: str = "") -> str:
    """The token of a new session. Raises NotFound outside the demo, SignInFailed for a token of nobody."""
    if not kit.settings.demo:
        raise NotFound
    for who in await store.everybody(kit.db):
        if hmac.compare_digest(_role_token(kit, who.email).encode(), role_token.encode()):
            return await begin_session(kit, who.id, method="demo", place=place, replaces=replaces)
    raise SignInFailed


def _role_token(kit: Kit, email: str) -> str:
    return sign(kit.settings.secret_key, "demo role", email)
