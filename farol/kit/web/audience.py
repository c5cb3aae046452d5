"""Audiences: who a group of routes is for, how they prove it, and the one guard in front of every route."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from ..core import Kit
from ..permission import ANYONE, Actor, Can
from ..problem import ForeignOrigin, NotAllowed, NotSignedIn
from .credentials import SAFE, Credentials, Scope, own_origin, read

Authenticate = Callable[[Kit, Credentials], Awaitable[Actor | None]]


class Audience(msgspec.Struct, frozen=True):
    """prefix: where its routes live. cookies: whether a cookie proves it, so that foreign origins are refused."""

    name: str
    prefix: str
    authenticate: Authenticate
    cookies: bool


async def admit(kit: Kit, audience: Audience, scope: Scope, can: Can | None, *, foreign: bool = False) -> Actor:
    """The actor of a request, or the problem that refuses it. ``foreign`` routes take posts from the exchange's site."""
    if can is None:
        raise NotAllowed
    credentials = read(scope)
    scope["credentials"] = credentials
    if scope["method"] not in SAFE and audience.cookies and not own_origin(credentials, scope, kit.settings.public_url):
        if not (foreign and credentials.origin in kit.settings.widget_origins):
            raise ForeignOrigin
    if not audience.cookies and credentials.origin and not _welcome(kit, credentials, scope):
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


def _welcome(kit: Kit, credentials: Credentials, scope: Scope) -> bool:
    return credentials.origin in kit.settings.widget_origins or own_origin(credentials, scope, kit.settings.public_url)


def guard(kit: Kit, audience: Audience) -> Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Awaitable[None]]:
    """The guard of one audience, for the framework."""

    async def check(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        await admit(kit, audience, connection.scope, handler.opt.get("can"), foreign=bool(handler.opt.get("foreign")))

    return check
