"""One ASGI app: what platforms are asked goes to them, everything else is a page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.static_files import create_static_files_router

from . import site
from .config import Config
from .gate import router
from .memory import Memory
from .platforms.wire import Call
from .sockets import Socket
from .world import World

MOST_BODY = 64 * 1024 * 1024
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


class Doors:
    """``/<platform>/...`` is that platform; ``/<platform>/at/...`` a link of it that people follow."""

    def __init__(self, config: Config) -> None:
        self.world = World(config, Memory(config.folder))
        self.pages = pages(config, self.world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        first, _, rest = scope.get("path", "").lstrip("/").partition("/")
        if scope["type"] == "websocket" and (first, rest.rstrip("/")) == ("discord", "gateway"):
            socket = Socket(scope, receive, send)
            await socket.accept()
            await self.world.discord.gateway.serve(socket)
        elif scope["type"] == "http" and first in self.world.stages:
            await self._platform(first, f"/{rest}", scope, receive, send)
        else:
            await self.pages(scope, receive, send)  # type: ignore[arg-type]

    async def _platform(self, key: str, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        stage = self.world.stages[key]
        query = dict(parse_qsl(scope["query_string"].decode()))
        if path.startswith("/at/"):
            room, words = stage.opened(path.removeprefix("/at/"), query)
            await _answer(send, 303, b"", {"location": f"/on/{key}/{room}?{urlencode({'words': words})}"})
            return
        body = b""
        while True:
            piece = await receive()
            body += piece.get("body", b"")
            if len(body) > MOST_BODY:
                await _answer(send, 413, b"", {})
                return
            if not piece.get("more_body"):
                break
        headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
        asked = f"?{scope['query_string'].decode()}" if scope["query_string"] else ""
        call = Call(scope["method"], path, query, headers, body, f"{stage.address}{path}{asked}")
        said = await stage.respond(call)
        stage.platform.calls.clear()  # nobody looks at them here
        await _answer(send, said.status, said.bytes, {"content-type": "application/json", **said.headers})


async def _answer(send: Send, status: int, body: bytes, headers: dict[str, str]) -> None:
    head = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": [*head, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


def pages(config: Config, world: World) -> Litestar:
    """The pages, and what runs while they are served."""

    async def give_config() -> Config:
        return config

    async def give_world() -> World:
        return world

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncIterator[None]:
        for stage in world.stages.values():
            stage.begin()
        try:
            yield
        finally:
            await asyncio.gather(*(stage.stop() for stage in world.stages.values()))

    def missing(request: Request[Any, Any, Any], _: Exception) -> Response[str]:
        return site.render("missing.html", request, config, 404)

    return Litestar(
        [create_static_files_router(path="/static", directories=[site.HERE / "static", site.HERE.parent / "mailbox" / "static"]), *site.routes, router],
        dependencies={"config": Provide(give_config), "world": Provide(give_world)},
        exception_handlers={NotFoundException: missing}, lifespan=[running], openapi_config=None, logging_config=None,
    )
