"""The hottest routes, answered in front of the framework from the same action, rights, decoder and problem writer.

A hot route has a twin among the framework's routes; a contract test compares their answers.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from ..core import Kit
from ..permission import Actor, Can
from ..problem import TooLarge
from .answers import problem_bytes
from .audience import Audience, admit, reach
from .bodies import BodyStalled, decode, soon
from .credentials import Scope
from .failures import as_problem, headers_of, language_of
from .refused import refused
from .routes import SMALL

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class HotRoute(msgspec.Struct, frozen=True):
    """POST ``{prefix}/{first}/{id}/{last}`` with a JSON body, answered by ``run(kit, actor, id, body)``. names: what the id is called."""

    first: str
    last: str
    can: Can
    body: type[Any]
    run: Callable[[Kit, Actor, int, Any], Awaitable[Any]]
    names: str = "ticket_id"


class Hot:
    """Knows the hot routes of all audiences by path."""

    def __init__(self, kit: Kit, routes: list[tuple[Audience, HotRoute]]) -> None:
        self._kit = kit
        self._routes = {(a.prefix, r.first, r.last): (a, r) for a, r in routes}

    def find(self, scope: Scope) -> tuple[Audience, HotRoute, int] | None:
        """The route of a request and the id in its path, or None when the framework should answer."""
        if scope["method"] != "POST":
            return None
        parts = scope["path"].rsplit("/", 3)
        if len(parts) != 4 or not (parts[2].isascii() and parts[2].isdigit()) or len(parts[2]) > 18:
            return None
        route = self._routes.get((parts[0], parts[1], parts[3]))
        return (*route, int(parts[2])) if route else None

    async def answer(self, found: tuple[Audience, HotRoute, int], scope: Scope, receive: Receive, send: Send) -> None:
        """Runs the route and writes its answer."""
        audience, route, id_ = found
        status, kind, headers = 200, b"application/json", []
        actor: Actor | None = None
        try:
            actor = await admit(self._kit, audience, scope, route.can)
            await reach(self._kit, audience, actor, {route.names: id_})
            data = decode(await soon(_read(receive)), route.body)
            body = msgspec.json.encode(await route.run(self._kit, actor, id_, data))
        except Exception as error:
            problem = as_problem(error)
            await refused(self._kit, actor, error, {route.names: id_})
            status, kind, body = problem.status, b"application/problem+json", problem_bytes(problem, language_of(scope))
            headers = [(k.encode(), v.encode()) for k, v in headers_of(problem).items()]
        await send({"type": "http.response.start", "status": status,
                    "headers": [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *headers]})
        await send({"type": "http.response.body", "body": body})


async def _read(receive: Receive) -> bytes:
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyStalled
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > SMALL:
            raise TooLarge
        parts.append(chunk)
        if not message.get("more_body"):
            return b"".join(parts)
