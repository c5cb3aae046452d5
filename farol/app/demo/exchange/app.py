"""The demo exchange as one ASGI app: back office under /v1, web site everywhere else."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import msgspec
from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.static_files import create_static_files_router

from farol.kit import clock as real_clock

from . import devices, scene_site, site
from .answers import Refused, refused
from .config import Config
from .core_api import core_router
from .desk import Desk
from .gatekeeper import Gatekeeper
from .hooks import Hooks
from .keyring import Keyring
from .ledger import Ledger
from .mood import Mood
from .passkeys import Passkeys
from .post import Post
from .proofs import Proofs
from .rendering import HERE, customer_of, render
from .tale import Tale
from .world import World

TALE, LEDGER, KEY = "demo-exchange.json", "demo-exchange-ledger.jsonl", "demo-exchange.key"
MOST_BODY = 16 * 1024
SELF = "farol.demo.exchange"
"""Where the exchange stands in the scope of a request."""


class Parts(msgspec.Struct, frozen=True):
    """What the exchange is made of."""

    world: World
    mood: Mood
    post: Post
    proofs: Proofs
    desk: Desk
    hooks: Hooks


def parts(config: Config, clock: Callable[[], datetime], kept: bool, transport: httpx2.AsyncBaseTransport | None) -> Parts:
    """Everything, joined."""

    def file(name: str) -> Path | None:
        return config.data_dir / name if kept else None

    world = World(Tale(file(TALE), clock()), config.speed, clock, Ledger(file(LEDGER), clock))
    mood, keys = Mood(), Keyring(file(KEY))
    post = Post(config, world, keys)
    proofs = Proofs(world, post, keys, Passkeys(world, config.farol_url, config.own_url, config.brand))
    desk = Desk(world, post, proofs, keys)
    return Parts(world, mood, post, proofs, desk, Hooks(world, desk, mood, config, transport))


class Exchange:
    """One exchange: its own parts, behind routes that all exchanges of a process share, since to make them takes most of a second."""

    def __init__(self, config: Config, made: Parts) -> None:
        self.config, self.parts = config, made
        self.gatekeeper = Gatekeeper({config.core_link_key: config.core_link_secret}, made.mood)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """A request, or the life of the server around it: while it lives, events and mail go out."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        scope[SELF] = self
        await routes()(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        work = [asyncio.create_task(self.parts.hooks.run()), asyncio.create_task(self.parts.post.deliver())]
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await self.parts.hooks.close()
        await send({"type": "lifespan.shutdown.complete"})


def build(
    config: Config, *, clock: Callable[[], datetime] = real_clock.now, kept: bool = True,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> Exchange:  # fmt: skip
    """The app. With ``kept`` false nothing is written to the data folder (tests). transport: the way to Farol."""
    return Exchange(config, parts(config, clock, kept, transport))


def of(request: Request[Any, Any, Any]) -> Exchange:
    """The exchange that is asked."""
    asked: Exchange = request.scope[SELF]  # type: ignore[literal-required]
    return asked


def missing(request: Request[Any, Any, Any], _: NotFoundException) -> Response[Any]:
    """For whatever there is not: a problem for programs, a page for people."""
    if request.url.path.startswith("/v1/"):
        return refused(request, Refused("not_found"))
    return render("missing.html", request, of(request).config, 404, customer_of(request, of(request).parts.world))


async def guard(request: Request[Any, Any, Any]) -> Response[Any] | None:
    """Who may ask the back office."""
    return await of(request).gatekeeper(request)


def _part(name: str) -> Provide:
    async def give(request: Request[Any, Any, Any]) -> Any:
        return getattr(of(request).parts, name)

    return Provide(give)


async def _config(request: Request[Any, Any, Any]) -> Config:
    return of(request).config


@cache
def routes() -> Litestar:
    """Every address, with what handlers ask for taken from the exchange that is asked."""
    given = {field.name: _part(field.name) for field in msgspec.structs.fields(Parts)}
    return Litestar(
        [core_router(guard), create_static_files_router(path="/static", directories=[HERE / "static"]), *site.routes, *scene_site.routes,
         *devices.routes],
        dependencies={**given, "config": Provide(_config)}, exception_handlers={Refused: refused, NotFoundException: missing},
        request_max_body_size=MOST_BODY, openapi_config=None,
    )  # fmt: skip
