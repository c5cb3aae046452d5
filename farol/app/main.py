"""The web process: one ASGI app over everything."""

from pathlib import Path
from typing import Any

import structlog

from farol.core.live.endpoint import Endpoint
from farol.core.live.feed import Feed
from farol.core.live.hub import Hub
from farol.desk.inbox import live
from farol.desk.queue import live as queue
from farol.kit.core import Kit
from farol.kit.settings import Settings
from farol.kit.web import Front, assemble
from farol.kit.web.static import SinglePage, Static

from . import assembly, pages
from .process import begun, close_kit, open_kit

log = structlog.get_logger()
BUILT = Path(__file__).parent / "static"


def front(kit: Kit, hub: Hub) -> Front:
    """The app of a kit and its hub."""
    *apis, site = assembly.groups()
    site.routes.extend(pages.routes)
    return assemble(
        kit, [*apis, site], sockets={"/live": Endpoint(kit, hub)},
        statics={
            "/console": SinglePage("/console", BUILT / "console"),
            "/widget.js": Static("", BUILT / "widget", cross=True),
            "/widget/": Static("/widget", BUILT / "widget", cross=True),
            "/sdk.js": Static("", BUILT / "sdk", cross=True),
            "/form.js": Static("", BUILT / "sdk", cross=True),
            "/sdk/": Static("/sdk", BUILT / "sdk", cross=True),
            "/static/": Static("/static", BUILT / "pages"),
        })


class Web:
    """Opens its kit when the server starts and closes it when the server stops."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._front: Front | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif self._front:
            await self._front(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        try:
            kit = await open_kit(self._settings)
            hub = Hub(kit, Feed(kit, live.rows, queue.places, queue.seen))
            await hub.start()
            self._front = front(kit, hub)
            for start in assembly.starters():
                await start(kit)
            begun()
        except Exception as error:
            log.exception("web.start_failed")
            await send({"type": "lifespan.startup.failed", "message": type(error).__name__})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await hub.stop()
        await close_kit(kit)
        await send({"type": "lifespan.shutdown.complete"})


def build(settings: Settings) -> Web:
    """The ASGI app of one web process."""
    return Web(settings)
