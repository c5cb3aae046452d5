"""What is no page: settings that an operator would enter at a platform, Farol's webhooks, the feed."""

from typing import Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException

from . import services
from .config import Config
from .site import own_origin
from .world import World

Asked = Request[Any, Any, Any]
NOTED = ("messenger", "whatsapp", "x", services.KEY)
"""Where an address, or a secret, is entered by hand."""


class Entered(msgspec.Struct, forbid_unknown_fields=True):
    """platform: which; webhook, secret: what was entered."""

    platform: str
    webhook: str = ""
    secret: str = ""


@post("/desk/entered", status_code=204)
async def entered(request: Asked, world: NamedDependency[World]) -> None:
    """Notes what an operator enters in a platform's own settings. Loopback only, like everything here."""
    own_origin(request)
    try:
        data = msgspec.json.decode(await request.body(), type=Entered)
    except msgspec.DecodeError:
        raise NotFoundException from None
    if data.platform not in NOTED:
        raise NotFoundException
    world.memory.tell(data.platform, **{key: value for key, value in msgspec.structs.asdict(data).items() if value and key != "platform"})


@post("/desk/appointed", status_code=204)
async def appointed(request: Asked, world: NamedDependency[World]) -> None:
    """The bot is made an administrator of the Telegram group."""
    own_origin(request)
    await world.telegram.appointed()


@post("/desk/revoked", status_code=204)
async def revoked(request: Asked, world: NamedDependency[World]) -> None:
    """@BotFather gives the old bot a new token; nobody tells Farol."""
    own_origin(request)
    world.telegram.revoke()


@post("/desk/away")
async def away() -> Response[str]:
    """A system that takes no webhooks today."""
    return Response("down for maintenance", status_code=503, media_type=MediaType.TEXT)


@post("/desk/gone")
async def gone() -> Response[str]:
    """A system that was here once."""
    return Response("this endpoint was shut down", status_code=410, media_type=MediaType.TEXT)


@post("/desk/received")
async def received(request: Asked, world: NamedDependency[World]) -> Response[str]:
    """A webhook of Farol's."""
    status = services.take(world.memory, {name.lower(): value for name, value in request.headers.items()}, await request.body())
    return Response("", status_code=status)


@get("/feed.xml")
async def feed(config: NamedDependency[Config]) -> Response[str]:
    """Opinions as a site would publish them."""
    return Response(services.FEED.format(brand=config.brand), media_type="application/atom+xml")


@get("/healthy", media_type=MediaType.TEXT)
async def healthy() -> str:
    """It runs."""
    return "ok"


router = Router("/", route_handlers=[entered, appointed, revoked, away, gone, received, feed, healthy])
