"""Route decorators. The right a route needs stands on its line; a route without one answers 403."""

from collections.abc import Callable
from typing import Any

import litestar
from litestar.handlers import HTTPRouteHandler

from ..permission import Can

Handler = Callable[[Callable[..., Any]], HTTPRouteHandler]
SMALL = 64 * 1024


def _route(make: Any, path: str, can: Can, max_body: int, foreign: bool, status: int | None) -> Handler:
    def decorate(function: Callable[..., Any]) -> HTTPRouteHandler:
        handler: HTTPRouteHandler = make(
            path, opt={"can": can, "foreign": foreign}, status_code=status, request_max_body_size=max_body,
        )(function)
        return handler

    return decorate


def get(path: str, *, can: Can, status: int | None = None) -> Handler:
    """A read. It changes nothing."""
    return _route(litestar.get, path, can, SMALL, False, status)


def post(path: str, *, can: Can, max_body: int = SMALL, foreign: bool = False, status: int | None = 200) -> Handler:
    """A verb as a noun: ``POST /tickets/{id}/messages``. ``foreign``: the exchange's own site may post it."""
    return _route(litestar.post, path, can, max_body, foreign, status)


def put(path: str, *, can: Can, max_body: int = SMALL) -> Handler:
    """Sets something; doing it again changes nothing."""
    return _route(litestar.put, path, can, max_body, False, 200)


def patch(path: str, *, can: Can, max_body: int = SMALL) -> Handler:
    """Changes some fields."""
    return _route(litestar.patch, path, can, max_body, False, 200)


def delete(path: str, *, can: Can) -> Handler:
    """Ends or removes something."""
    return _route(litestar.delete, path, can, SMALL, False, 204)
