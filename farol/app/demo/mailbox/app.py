"""The mailbox's pages as an ASGI app, and its SMTP server beside them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.static_files import create_static_files_router

from . import sink, site
from .config import Config
from .letters import Letters
from .signing import Signer

MOST_BODY = 128 * 1024


def build(config: Config, letters: Letters) -> Litestar:
    """The app. While it runs, mail is taken on the config's SMTP port."""

    Signer(config.folder)

    async def give_config() -> Config:
        return config

    async def give_letters() -> Letters:
        return letters

    @asynccontextmanager
    async def taking_mail(_: Litestar) -> AsyncIterator[None]:
        server: asyncio.Server = await sink.serve(letters, config.host, config.smtp_port)
        try:
            yield
        finally:
            server.close()

    def missing(request: Request[Any, Any, Any], _: NotFoundException) -> Response[str]:
        return site.render("missing.html", request, config, letters, 404, current=None)

    return Litestar(
        [create_static_files_router(path="/static", directories=[site.HERE / "static"]), *site.routes],
        dependencies={"config": Provide(give_config), "letters": Provide(give_letters)},
        exception_handlers={NotFoundException: missing}, lifespan=[taking_mail], request_max_body_size=MOST_BODY, openapi_config=None,
    )
