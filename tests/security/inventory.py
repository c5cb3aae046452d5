"""Every route of the assembled app, what it takes, and what each parameter is: read from the app, never listed by hand."""

import inspect
from typing import Any, NamedTuple, get_origin

import msgspec
from litestar.routes import HTTPRoute

from farol.kit.permission import Can
from farol.kit.web import Front

SPEC = "/schema"
"""The framework's own description of the API; it has no right and so answers 403."""


class Route(NamedTuple):
    """One verb of one address. path: with ``{names}``; query: names; body: the struct of its JSON, or None."""

    method: str
    path: str
    can: Can | None
    names: tuple[str, ...]
    query: tuple[str, ...]
    body: type[msgspec.Struct] | None
    name: str

    @property
    def key(self) -> str:
        """``POST /api/customer/tickets``."""
        return f"{self.method} {self.path}"

    @property
    def audience(self) -> str:
        """console, customer, partner, or pages."""
        return next((a for a in ("console", "customer", "partner") if self.path.startswith(f"/api/{a}/")), "pages")

    @property
    def writes(self) -> bool:
        """Whether it is more than a read."""
        return self.method != "GET"

    def address(self, **values: Any) -> str:
        """The path with its names filled in."""
        return self.path.format(**values)


def routes(front: Front) -> list[Route]:
    """All routes of the product, in the order of their addresses."""
    found = []
    for route in front.framework.routes:
        assert isinstance(route, HTTPRoute), f"{route.path}: sockets are served in front of the framework"
        if route.path_format.startswith(SPEC):
            continue
        for handler in route.route_handlers:
            for method in handler.http_methods - {"OPTIONS", "HEAD"}:
                found.append(_route(route.path_format, method, handler))
    return sorted(found, key=lambda r: r.key)


def _route(path: str, method: str, handler: Any) -> Route:
    given = set(handler.parsed_fn_signature.parameters) - {"kit", "actor", "request", "data"}
    names = tuple(name for name in sorted(given) if f"{{{name}}}" in path)
    body = handler.parsed_data_field.annotation if handler.parsed_data_field else None
    return Route(method, path, handler.opt.get("can"), names, tuple(sorted(given - set(names))), body, handler.handler_name)


def fields(struct: type[msgspec.Struct], before: str = "") -> list[tuple[str, Any]]:
    """Every field of a body, nested ones as ``visitor.email``, with its type."""
    found: list[tuple[str, Any]] = []
    for field in msgspec.structs.fields(struct):
        found.append((before + field.encode_name, field.type))
        for inner in structs_in(field.type):
            found += fields(inner, f"{before}{field.encode_name}.")
    return found


def structs_in(kind: Any) -> list[type[msgspec.Struct]]:
    """Structs that stand somewhere in a type, such as in ``Visitor | None``."""
    if inspect.isclass(kind) and get_origin(kind) is None and issubclass(kind, msgspec.Struct):
        return [kind]
    return [found for part in getattr(kind, "__args__", ()) for found in structs_in(part)]
