"""The console's routes on who is signed in."""

from typing import Annotated, Any, Literal

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound, NotSignedIn
from farol.kit.web import Body, Credentials, Request, Response, cookie, delete, get, json, post

from . import actions, store
from .model import Colleague, DemoRole, Me, Passkey, Place, Session

Anybody = Request[Any, Any, Any]


class SignIn(Body, frozen=True):
    """totp: the six digits; may be empty where no code is set up, which only the demo accepts."""

    email: Annotated[str, msgspec.Meta(max_length=320)]
    password: Annotated[str, msgspec.Meta(max_length=1024)]
    totp: Annotated[str, msgspec.Meta(max_length=20)] = ""


class DemoSignIn(Body, frozen=True):
    role_token: Annotated[str, msgspec.Meta(max_length=100)]


class Purpose(Body, frozen=True):
    purpose: Literal["register", "sign_in"]


class Assertion(Body, frozen=True):
    """credential: what ``navigator.credentials.get`` gave, as JSON."""

    credential: dict[str, Any]


class Attestation(Body, frozen=True):
    """credential: what ``navigator.credentials.create`` gave, as JSON."""

    credential: dict[str, Any]
    label: Annotated[str, msgspec.Meta(max_length=100)] = ""


class Sessions(msgspec.Struct, frozen=True):
    sessions: list[Session]


class Passkeys(msgspec.Struct, frozen=True):
    passkeys: list[Passkey]


def _sent(request: Anybody) -> Credentials:
    sent: Credentials = request.scope["credentials"]  # type: ignore[typeddict-item]
    return sent


def _place(request: Anybody) -> Place:
    sent = _sent(request)
    return Place(sent.ip, sent.agent)


def _old(request: Anybody) -> str:
    return _sent(request).cookies.get(actions.COOKIE, "")


def _cookie(kit: Kit, token: str, max_age: int) -> Any:
    return cookie(actions.COOKIE, token, secure=kit.settings.public_url.startswith("https:"), max_age=max_age)


async def _me(kit: Kit, staff_id: int, actor: Actor) -> Me:
    who = await store.staff(kit.db, staff_id)
    if who is None:
        raise NotSignedIn
    return Me(who.id, who.name, who.alias, who.email, who.role, who.language, sorted(actor.can), kit.settings.brand)


async def _signed_in(kit: Kit, token: str) -> Response[Any]:
    actor = await actions.authenticate(kit, token)
    if actor is None:
        raise NotSignedIn
    return json(await _me(kit, actor.id, actor), cookies=[_cookie(kit, token, store.LIFE_S)])


@post("/session", can=Can.ANYONE)
async def sign_in(request: Anybody, kit: Kit, data: SignIn) -> Response[Any]:
    """Password and code."""
    return await _signed_in(
        kit, await actions.sign_in(kit, data.email, data.password, data.totp, _place(request), replaces=_old(request)))


@post("/session/passkey", can=Can.ANYONE)
async def sign_in_with_passkey(request: Anybody, kit: Kit, data: Assertion) -> Response[Any]:
    """A passkey."""
    return await _signed_in(
        kit, await actions.sign_in_with_passkey(kit, data.credential, _place(request), replaces=_old(request)))


@get("/session/demo-roles", can=Can.ANYONE)
async def demo_roles(kit: Kit) -> list[DemoRole]:
    """One-click sign-ins; not found outside the demo."""
    return await actions.demo_roles(kit)


@post("/session/demo", can=Can.ANYONE)
async def sign_in_demo(request: Anybody, kit: Kit, data: DemoSignIn) -> Response[Any]:
    """One click; not found outside the demo."""
    return await _signed_in(kit, await actions.sign_in_demo(kit, data.role_token, _place(request), replaces=_old(request)))


@get("/session", can=Can.SESSION_OWN)
async def me(kit: Kit, actor: Actor) -> Me:
    return await _me(kit, actor.id, actor)


@delete("/session", can=Can.SESSION_OWN)
async def sign_out(kit: Kit, actor: Actor) -> Response[None]:
    await actions.end_session(kit, actor.session, owner=actor.id)
    return Response(None, status_code=204, cookies=[_cookie(kit, "", 0)])


@get("/sessions", can=Can.SESSION_OWN)
async def sessions(kit: Kit, actor: Actor) -> Sessions:
    return Sessions(await actions.sessions(kit, actor))


@delete("/sessions", can=Can.SESSION_OWN)
async def end_others(kit: Kit, actor: Actor) -> None:
    """All but the one that asks."""
    await actions.end_others(kit, actor)


@delete("/sessions/{session_id:str}", can=Can.SESSION_OWN)
async def end_session(kit: Kit, actor: Actor, session_id: str) -> None:
    try:
        digest = bytes.fromhex(session_id)
    except ValueError:
        raise NotFound from None
    if not await actions.end_session(kit, digest, owner=actor.id, why="ended"):
        raise NotFound


@post("/passkeys/challenges", can=Can.ANYONE)
async def challenge(request: Anybody, kit: Kit, actor: Actor, data: Purpose) -> dict[str, Any]:
    """Options for the browser's passkey dialog."""
    return await actions.challenge(kit, actor, data.purpose, _place(request))


@post("/passkeys", can=Can.SESSION_OWN)
async def add_passkey(kit: Kit, actor: Actor, data: Attestation) -> Passkey:
    return await actions.add_passkey(kit, actor, data.label, data.credential)


@get("/passkeys", can=Can.SESSION_OWN)
async def passkeys(kit: Kit, actor: Actor) -> Passkeys:
    return Passkeys(await actions.passkeys(kit, actor))


@delete("/passkeys/{passkey_id:str}", can=Can.SESSION_OWN)
async def drop_passkey(kit: Kit, actor: Actor, passkey_id: str) -> None:
    await actions.drop_passkey(kit, actor, passkey_id)


@get("/staff", can=Can.SESSION_OWN)
async def staff(kit: Kit) -> list[Colleague]:
    """Everybody a ticket can be given to."""
    return await store.colleagues(kit.db)


routes = [
    sign_in, sign_in_with_passkey, demo_roles, sign_in_demo, me, sign_out, sessions, end_others, end_session, challenge,
    add_passkey, passkeys, drop_passkey, staff,
]
