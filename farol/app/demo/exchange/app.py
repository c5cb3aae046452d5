"""The demo exchange as one ASGI app: back office under /v1, web site everywhere else."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx2
import msgspec
from litestar import Litestar, Request, Response
from litestar.datastructures import State
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


class Parts(msgspec.Struct, frozen=True):
    """What the exchange is made of; ``app.state["parts"]`` for tests."""

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


def build(
    config: Config, *, clock: Callable[[], datetime] = real_clock.now, kept: bool = True,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> Litestar:  # fmt: skip
    """The app. With ``kept`` false nothing is written to the data folder (tests). transport: the way to Farol."""
    made = parts(config, clock, kept, transport)

    def giving(value: Any) -> Provide:
        async def give() -> Any:
            return value

        return Provide(give)

    @asynccontextmanager
    async def at_work(_: Litestar) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(made.hooks.run()), asyncio.create_task(made.post.deliver())]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await made.hooks.close()

    def missing(request: Request[Any, Any, Any], _: NotFoundException) -> Response[Any]:
        if request.url.path.startswith("/v1/"):
            return refused(request, Refused("not_found"))
        return render("missing.html", request, config, 404, customer_of(request, made.world))

    gatekeeper = Gatekeeper({config.core_link_key: config.core_link_secret}, made.mood)

    async def guard(request: Request[Any, Any, Any]) -> Response[Any] | None:
        # A function, because the framework copies hooks for every route and would copy an object's memory with it.
        return await gatekeeper(request)

    given = {field.name: giving(getattr(made, field.name)) for field in msgspec.structs.fields(Parts)}
    return Litestar(
        [core_router(guard), create_static_files_router(path="/static", directories=[HERE / "static"]), *site.routes, *scene_site.routes,
         *devices.routes],
        dependencies={**given, "config": giving(config)}, exception_handlers={Refused: refused, NotFoundException: missing},
        request_max_body_size=MOST_BODY, openapi_config=None, lifespan=[at_work], state=State({"parts": made}),
    )  # fmt: skip
