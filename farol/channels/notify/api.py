"""A member of staff's own browsers."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, sealing, store

Key = Annotated[str, msgspec.Meta(min_length=16, max_length=120, pattern=r"^[A-Za-z0-9_-]+$")]
Endpoint = Annotated[str, msgspec.Meta(min_length=12, max_length=2000, pattern=r"^https?://[a-z0-9.:-]+/[!-~]*$")]
Label = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class BrowserBody(Body, frozen=True):
    """What ``PushManager.subscribe`` gave, in base64url. label: what its owner knows the browser by."""

    endpoint: Endpoint
    p256dh: Key
    auth: Key
    label: Label


class Browsers(msgspec.Struct, frozen=True):
    """key: ours, which a browser wants to know before it subscribes."""

    key: str
    browsers: list[store.Browser]


class Allowed(msgspec.Struct, frozen=True):
    """The browser's id."""

    id: int


@get("/me/push", can=Can.SESSION_OWN)
async def browsers(kit: Kit, actor: Actor) -> Browsers:
    """My browsers that show notices."""
    return Browsers(sealing.public_key(kit.settings.secret_key), await store.of(kit.db, actor.id))


@post("/me/push", can=Can.SESSION_OWN)
async def allow(kit: Kit, actor: Actor, data: BrowserBody) -> Allowed:
    """This browser shows my notices."""
    limit("preferences", actor.ref, rate_per_s=1, burst=20)
    return Allowed(await actions.allow(kit, actor, data.endpoint, data.p256dh, data.auth, data.label.strip() or "?"))


@delete("/me/push/{browser_id:int}", can=Can.SESSION_OWN)
async def stop(kit: Kit, actor: Actor, browser_id: int) -> None:
    """It no longer does."""
    await actions.stop(kit, actor, possible(browser_id))


routes = [browsers, allow, stop]
