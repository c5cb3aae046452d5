"""Builds the ASGI app from audiences and their routes."""

import math
from collections.abc import AsyncGenerator
from typing import Any, cast

import msgspec
from litestar import Litestar, Request, Router
from litestar.datastructures import FormMultiDict
from litestar.di import Provide
from litestar.exceptions import InternalServerException
from litestar.handlers import HTTPRouteHandler
from litestar.types import Empty, Scope

from ..core import Kit
from ..permission import Actor
from ..problem import NotAllowed, NotJson, TooLarge
from . import forms
from .audience import Audience, guard
from .bodies import WHOLE, BodyStalled, decode, soon
from .failures import answer
from .front import Asgi, Front
from .hot import Hot, HotRoute
from .refused import refused


class StrictRequest(Request[Any, Any, Any]):
    """Decodes JSON bodies by our own rules, into the type the handler names.

    What is read at once is small on every route; only files, which are streamed, may be larger.
    """

    _most: float = math.inf

    async def stream(self) -> AsyncGenerator[bytes, None]:
        size = 0
        try:
            async for part in super().stream():
                size += len(part)
                if size > self._most:
                    raise TooLarge
                yield part
        except InternalServerException:
            raise BodyStalled from None

    async def body(self) -> bytes:
        self._most = WHOLE
        return await soon(super().body())

    async def form(self) -> FormMultiDict:
        kind, options = self.content_type
        if kind == "multipart/form-data" and self._connection_state.form is Empty:
            self._connection_state.form = await forms.read(self.stream(), options.get("boundary", ""))
        return await super().form()

    async def json(self) -> Any:
        field = self.route_handler.parsed_data_field
        assert field
        if self.content_type[0] not in ("", "application/json"):
            raise NotJson
        return decode(await self.body(), field.annotation)


class Group(msgspec.Struct, frozen=True):
    """An audience with its routes and its hot ones."""

    audience: Audience
    routes: list[HTTPRouteHandler]
    hot: list[HotRoute] = []


def assemble(kit: Kit, groups: list[Group], *, sockets: dict[str, Asgi], statics: dict[str, Asgi]) -> Front:
    """The whole web side of one process."""

    async def give_kit() -> Kit:
        return kit

    async def give_actor(request: Request[Any, Any, Any]) -> Actor:
        actor: Actor = request.scope["actor"]  # type: ignore[typeddict-item]
        return actor

    async def after_exception(error: Exception, scope: Scope) -> None:
        await refused(kit, cast("Actor | None", scope.get("actor")), error, scope.get("path_params") or {})

    routers = [
        Router(group.audience.prefix or "/", route_handlers=list(group.routes), guards=[guard(kit, group.audience)])
        for group in groups
    ]
    app = Litestar(
        routers, dependencies={"kit": Provide(give_kit), "actor": Provide(give_actor)}, guards=[_named_right],
        exception_handlers={Exception: answer}, after_exception=[after_exception], request_class=StrictRequest,
        logging_config=None, debug=False,
    )
    hot = Hot(kit, [(group.audience, route) for group in groups for route in group.hot])
    return Front(kit, app, hot, sockets, statics)


async def _named_right(_: Any, handler: Any) -> None:
    if "can" not in handler.opt:
        raise NotAllowed
