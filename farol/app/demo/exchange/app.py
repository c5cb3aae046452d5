"""The demo exchange as one ASGI app: back office under /v1, web site everywhere else."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.static_files import create_static_files_router

from farol.kit import clock as real_clock

from . import site
from .answers import Refused, refused
from .config import Config
from .core_api import core_router
from .gatekeeper import Gatekeeper
from .mood import Mood
from .tale import Tale
from .world import World

TALE = "demo-exchange.json"
MOST_BODY = 16 * 1024


def build(config: Config, *, clock: Callable[[], datetime] = real_clock.now, kept: bool = True) -> Litestar:
    """The app. With ``kept`` false nothing is written to the data folder (tests)."""
    tale = Tale(config.data_dir / TALE if kept else None, clock())
    world, mood = World(tale, config.speed, clock), Mood()

    async def give_world() -> World:
        return world

    async def give_mood() -> Mood:
        return mood

    async def give_config() -> Config:
        return config

    def missing(request: Request[Any, Any, Any], _: NotFoundException) -> Response[Any]:
        if request.url.path.startswith("/v1/"):
            return refused(request, Refused("not_found"))
        return site.render("missing.html", request, config, 404)

    gatekeeper = Gatekeeper({config.core_link_key: config.core_link_secret}, mood)

    async def guard(request: Request[Any, Any, Any]) -> Response[Any] | None:
        # A function, because the framework copies hooks for every route and would copy an object's memory with it.
        return await gatekeeper(request)

    return Litestar(
        [
            core_router(guard),
            create_static_files_router(path="/static", directories=[site.HERE / "static"]),
            *site.routes,
        ],
        dependencies={
            "world": Provide(give_world),
            "mood": Provide(give_mood),
            "config": Provide(give_config),
        },
        exception_handlers={Refused: refused, NotFoundException: missing},
        request_max_body_size=MOST_BODY,
        openapi_config=None,
    )
