"""Route decorators. The right a route needs stands on its line; a route without one answers 403."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import litestar
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody, QueryParameter

from ..core import Kit
from ..permission import Actor, Can

Handler = Callable[[Callable[..., Any]], HTTPRouteHandler]
SMALL = 64 * 1024
LIMITS = ("gt", "ge", "lt", "le", "min_length", "max_length", "pattern")
GIVEN = {"kit": NamedDependency[Kit], "actor": NamedDependency[Actor]}
"""What a handler gets by naming it, spelled as the framework wants it."""


def _marked(path: str, names: dict[str, Any]) -> dict[str, Any]:
    """The handler's names with the framework's marks: given by us, from the body, the path or the query."""
    marked = {}
    for name, kind in names.items():
        if name in GIVEN:
            marked[name] = GIVEN[name]
        elif name == "data":
            marked[name] = _mark(JSONBody, kind)
        elif name in ("request", "return"):
            marked[name] = kind
        else:
            marked[name] = _mark(FromPath, kind) if f"{{{name}:" in path else _query(kind)
    return marked


def _mark(mark: Any, kind: Any) -> Any:
    return mark[kind]


def _query(kind: Any) -> Any:
    """The limits of ``Annotated[int, Meta(ge=0)]``, also of one that may be None, said in the framework's words: it does not read ours."""
    whole, limits = [], dict[str, Any]()
    for part in get_args(kind) if isinstance(kind, UnionType) or get_origin(kind) is Union else (kind,):
        bare, *metas = get_args(part) if get_origin(part) is Annotated else (part,)
        whole.append(bare)
        limits |= {name: value for meta in metas for name in LIMITS if (value := getattr(meta, name)) is not None}
    return Annotated[reduce(or_, whole), QueryParameter(**limits)]


def _route(make: Any, path: str, can: Can, max_body: int, foreign: bool, status: int | None, looks: bool = False) -> Handler:
    def decorate(function: Callable[..., Any]) -> HTTPRouteHandler:
        function.__annotations__ = _marked(path, function.__annotations__)
        handler: HTTPRouteHandler = make(
            path, opt={"can": can, "foreign": foreign, "looks": looks}, status_code=status, request_max_body_size=max_body,
        )(function)
        return handler

    return decorate


def get(path: str, *, can: Can, status: int | None = None, looks: bool = False) -> Handler:
    """A read. It changes nothing. looks: its own statement holds whether the actor may see what the path names."""
    return _route(litestar.get, path, can, SMALL, False, status, looks)


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
