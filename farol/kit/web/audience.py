"""Audiences: who a group of routes is for, how they prove it, and the one guard in front of every route."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from ..core import Kit
from ..permission import ANYONE, Actor, Can
from ..problem import ForeignOrigin, Invalid, NotAllowed, NotFound, NotSignedIn
from .credentials import SAFE, Credentials, Scope, own_origin, read

Authenticate = Callable[[Kit, Credentials], Awaitable[Actor | None]]
Reaches = Callable[[Kit, Actor, dict[str, object]], Awaitable[bool]]


class Audience(msgspec.Struct, frozen=True):
    """prefix: where its routes live. cookies: whether a cookie proves it, so that foreign origins are refused.

    reaches: whether the actor may see what an address names, by the names of its parameters; None where every statement
    holds the actor's own id.
    """

    name: str
    prefix: str
    authenticate: Authenticate
    cookies: bool
    reaches: Reaches | None = None


async def admit(kit: Kit, audience: Audience, scope: Scope, can: Can | None, *, foreign: bool = False) -> Actor:
    """The actor of a request, or the problem that refuses it. ``foreign`` routes take posts from the exchange's site."""
    if can is None:
        raise NotAllowed
    if "\0" in scope["path"]:
        raise NotFound
    if b"%00" in scope["query_string"]:
        raise Invalid(errors=[{"field": "", "why": "the address holds a NUL character"}])
    credentials = read(scope)
    scope["credentials"] = credentials
    if not _origin_allowed(kit, audience, credentials, scope, foreign):
        raise ForeignOrigin
    actor = await audience.authenticate(kit, credentials)
    if actor is None:
        if can is not Can.ANYONE:
            raise NotSignedIn
        actor = msgspec.structs.replace(ANYONE, language=credentials.language)
    if not actor.may(can):
        raise NotAllowed
    scope["actor"] = actor
    return actor


async def reach(kit: Kit, audience: Audience, actor: Actor, names: dict[str, object]) -> None:
    """Raises NotFound when the address names something that is not the actor's to see."""
    if audience.reaches and not await audience.reaches(kit, actor, names):
        raise NotFound


def _origin_allowed(kit: Kit, audience: Audience, credentials: Credentials, scope: Scope, foreign: bool) -> bool:
    """A cookie is sent by the browser whoever asks, so changes must come from our own pages. A bearer token is not:
    there the origin only has to be one of the exchange's, and an app sends none."""
    if audience.cookies and scope["method"] in SAFE:
        return True
    if not audience.cookies and not credentials.origin:
        return True
    if own_origin(credentials, scope, kit.settings.public_url):
        return True
    return credentials.origin in kit.settings.widget_origins and (foreign or not audience.cookies)


def guard(kit: Kit, audience: Audience) -> Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Awaitable[None]]:
    """The guard of one audience, for the framework."""

    async def check(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        actor = await admit(kit, audience, connection.scope, handler.opt.get("can"), foreign=bool(handler.opt.get("foreign")))
        if connection.path_params and not handler.opt.get("looks"):
            await reach(kit, audience, actor, connection.path_params)

    return check
