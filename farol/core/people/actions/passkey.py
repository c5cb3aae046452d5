"""Passkeys: added by somebody signed in, then enough by themselves to sign in."""

import secrets
from typing import Any, Literal

from webauthn.helpers import bytes_to_base64url

from farol.core.people import ceremony, store
from farol.core.people import passkey_store as keys
from farol.core.people.events import PasskeyAdded, PasskeyRemoved, StaffSignInFailed
from farol.core.people.model import Passkey, Place
from farol.core.people.problems import PasskeyRefused, SignInFailed, TooManyPasskeys
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import ANYONE, Actor
from farol.kit.problem import NotFound, NotSignedIn
from farol.kit.ratelimit import limit

from .session import begin_session

MOST = 10


async def challenge(kit: Kit, actor: Actor, purpose: Literal["register", "sign_in"], place: Place) -> dict[str, Any]:
    """Options for the browser with a challenge that works once within five minutes, for this purpose alone."""
    limit("passkey_challenge", place.ip, rate_per_s=1, burst=30)
    at, fresh = _site(kit), secrets.token_bytes(32)
    if purpose == "sign_in":
        await keys.add_challenge(kit.db, fresh, None)
        return ceremony.assertion(at, fresh)
    person = await store.staff(kit.db, actor.id) if actor.kind == "staff" else None
    if person is None:
        raise NotSignedIn
    known = await keys.passkeys(kit.db, person.id)
    if len(known) >= MOST:
        raise TooManyPasskeys(most=MOST)
    await keys.add_challenge(kit.db, fresh, person.id)
    return ceremony.registration(at, fresh, person.id, person.email, person.name, [key.credential_id for key in known])


async def add_passkey(kit: Kit, actor: Actor, label: str, credential: dict[str, Any]) -> Passkey:
    """Keeps the key that the browser made. Raises PasskeyRefused."""
    answered = ceremony.challenge_in(credential, new=True)
    if answered is None or not await keys.take_challenge(kit.db, answered, actor.id):
        raise PasskeyRefused
    new = ceremony.verify_new(_site(kit), answered, credential)
    if new is None:
        raise PasskeyRefused
    name = " ".join(label.split())[:60] or "Passkey"
    async with transaction(kit.db) as tx:
        row = await keys.add_passkey(tx, new.credential_id, actor.id, new.public_key, new.sign_count, name)
        if row is None:
            raise PasskeyRefused
        await emit(tx, f"staff:{actor.id}", actor, PasskeyAdded(name))
    return _shape(row)


async def sign_in_with_passkey(kit: Kit, credential: dict[str, Any], place: Place | None = None, *, replaces: str = "") -> str:
    """The token of a new session. The key is something held, its verification something known or a body part: both
    steps in one, so no code is asked. Raises SignInFailed for every kind of wrong.
    """
    place = place or Place()
    limit("sign_in", place.ip, rate_per_s=0.5, burst=30)
    answered, id_ = ceremony.challenge_in(credential, new=False), ceremony.credential_id(credential)
    if answered is None or id_ is None or not await keys.take_challenge(kit.db, answered, None):
        raise SignInFailed
    key = await keys.passkey(kit.db, id_)
    if key is None:
        raise SignInFailed
    count = ceremony.verify_assertion(_site(kit), answered, credential, key.staff_id, key.public_key, key.sign_count)
    if count is None or not await keys.use_passkey(kit.db, id_, key.sign_count, count):
        async with transaction(kit.db) as tx:
            await emit(tx, f"staff:{key.staff_id}", ANYONE, StaffSignInFailed("passkey", place.ip[:45], place.agent[:200]))
        raise SignInFailed
    return await begin_session(kit, key.staff_id, method="passkey", place=place, replaces=replaces)


async def passkeys(kit: Kit, actor: Actor) -> list[Passkey]:
    """The actor's own keys."""
    return [_shape(row) for row in await keys.passkeys(kit.db, actor.id)]


async def drop_passkey(kit: Kit, actor: Actor, id_: str) -> None:
    """Removes one of the actor's own keys. Raises NotFound."""
    credential_id = ceremony.id_bytes(id_)
    async with transaction(kit.db) as tx:
        label = await keys.drop_passkey(tx, credential_id, actor.id) if credential_id else None
        if label is None:
            raise NotFound
        await emit(tx, f"staff:{actor.id}", actor, PasskeyRemoved(label))


def _site(kit: Kit) -> ceremony.Site:
    return ceremony.site(kit.settings.public_url, kit.settings.brand)


def _shape(row: keys.PasskeyRow) -> Passkey:
    return Passkey(bytes_to_base64url(row.credential_id), row.label, row.created_at, row.used_at)
